import type {Reasons} from '../../reason.ts';
import {text} from './words.ts';

const shapes: Readonly<Record<string, string>> = {
	TD1: '身份证件（三行，每行 30 位）',
	TD2: '身份证件（两行，每行 36 位）',
	TD3: '护照尺寸的其他证件',
	'old-french-card': '旧版法国身份证（其机读行不符合 ICAO 9303）',
	'MRV-A': '签证',
	'MRV-B': '签证',
};

/** 证件页和机读码：有什么，以及如何整理。 */
export const page = {
	'other-document': {
		short: () => '不是护照',
		sentence: ({shape}) => `这不是护照，而是${shapes[String(shape)] ?? '其他证件'}。`,
	},
	'other-beside': {
		short: () => '图片中还有其他证件',
		sentence: ({shape}) => `图片中还有${shapes[String(shape)] ?? '其他证件'}，未要求识别：可用 --documents 指定。`,
	},
	'several-passports': {
		short: () => '有多本护照',
		sentence: ({count}) =>
			`图片中有${count === undefined ? '多' : ` ${count} `}本护照，只识别了第一本：请每本单独拍照。`,
	},
	'passport-unread': {
		short: () => '另有护照未识别',
		sentence: ({count}) =>
			`图片上似乎还有${Number(count) > 1 ? ` ${text(count)} ` : '另一'}本护照未能识别：请单独拍照。`,
	},
	'printed-unread': {
		short: () => '印刷内容未读取',
		sentence: () => '只识别了机读码：未能读取其上方的印刷内容。',
	},
	unseen: {
		short: () => '不在图片内',
		sentence: ({position}) =>
			`图片未拍全机读码${position === undefined ? '' : `（自该行第 ${position} 位起）`}，此项有一部分不在图片内。`,
		next: () => '请重新拍摄整页，或照护照原件录入。',
	},
	'composite-unseen': {
		short: () => '末位校验码不在图片内',
		sentence: () => '图片未拍到第二行末尾的总校验码，无法用它验证；其余校验码已比对。',
	},
	mirrored: {
		short: () => '图片左右颠倒',
		sentence: () => '图片左右颠倒（部分前置摄像头会如此保存），已翻转后识别。',
	},
	'picture-cut': {
		short: () => '文件不完整',
		sentence: () => '图片文件不完整，只识别了其中已有的部分。如需完整图片，请从来源重新复制。',
	},
	'picture-damaged': {
		short: () => '文件已损坏',
		sentence: () => '图片文件已损坏，画面可能有部分错位或缺失。请从来源重新复制。',
	},
	'picture-small': {
		short: ({height}) => `字高仅 ${text(height)} 像素`,
		sentence: ({height, needed}) =>
			`机读码的字高只有 ${text(height)} 像素，需要 ${text(needed)} 像素才能可靠识别。请靠近拍摄，或以 300 dpi 扫描。`,
	},
	'picture-blurred': {
		short: () => '机读码模糊',
		sentence: () => '机读码模糊。请拿稳手机，轻点机读码对焦后重新拍摄。',
	},
	'picture-glare': {
		short: () => '机读码反光',
		sentence: () => '机读码有一部分被反光遮住。请调整护照或灯光的角度后重新拍摄。',
	},
	'picture-shadow': {
		short: () => '机读码有阴影',
		sentence: () => '机读码上有阴影或深色遮挡。请在光线均匀处重新拍摄。',
	},
	'picture-dark': {
		short: () => '图片过暗',
		sentence: () => '机读码所在处过暗。请在光线充足处重新拍摄。',
	},
	'picture-grey': {
		short: () => '黑白图片',
		sentence: () => '图片没有颜色：可能是复印件，也可能是灰度扫描件。如需核对护照原件，请索取彩色图片。',
	},
	'picture-dots': {
		short: () => '有屏幕或印刷网点',
		sentence: () => '整张图片布满细密网点，可能翻拍自屏幕或打印件。直接拍摄护照原件，识别更可靠。',
	},
	'no-zone': {
		short: () => '未找到机读码',
		sentence: () => '文本中没有机读码。',
	},
	'line-missing': {
		short: () => '缺少一行',
		sentence: ({length}) => `两行机读码只有一行${length === undefined ? '' : `（${length} 个字符）`}。`,
	},
	'lines-swapped': {
		short: () => '两行顺序颠倒',
		sentence: () => '两行机读码的顺序颠倒：含姓名的一行应在前。',
	},
	'wrong-length': {
		short: ({from}) => `该行有 ${text(from)} 个字符`,
		sentence: ({line, from, to}) => `第 ${text(line)} 行有 ${text(from)} 个字符，应为 ${text(to)} 个。`,
	},
	realigned: {
		short: ({line}) => `第 ${text(line)} 行已对齐`,
		sentence: ({line, from, to}) =>
			Number(from) === Number(to)
				? `第 ${text(line)} 行已重新对齐。`
				: `第 ${text(line)} 行原有 ${text(from)} 个字符，已调整为 ${text(to)} 个。`,
	},
	capitals: {
		short: () => '已转为大写',
		sentence: () => '小写字母已转为大写。',
	},
	'characters-replaced': {
		short: () => '符号已替换',
		sentence: ({from, to}) => `符号已替换：${text(from)} 替换为 ${text(to)}。`,
	},
	'characters-removed': {
		short: () => '符号已删除',
		sentence: ({characters}) => `已删除机读码中不可能出现的符号：${text(characters, '')}`,
	},
	'text-ignored': {
		short: () => '已略去其他文字',
		sentence: ({lines}) => (lines === undefined ? '已略去其他文字。' : `已略去其他 ${lines} 行文字。`),
	},
} satisfies Reasons;
