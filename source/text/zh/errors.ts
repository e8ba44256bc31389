import {cleanText} from '../../core/clean-text.ts';
import type {ErrorDetails} from '../../core/errors.ts';
import {
	detail,
	type ErrorTexts,
	errorWords,
	isFolder,
	isFull,
	isGarbled,
	isNotOurs,
	isValueName,
	misfitIn,
	noPermission,
	refusedNames,
	untrusted,
} from '../details.ts';
import {fileSize} from '../format.ts';
import {answers, documents, formatAdvice, kinds, networks, seems, seemsAdvice, shapes, systems} from './error-words.ts';
import {exported} from './exported.ts';
import {misfit} from './misfit.ts';
import {press} from './press.ts';
import {problems} from './problems.ts';
import {usage} from './usage.ts';

const file = (details: ErrorDetails, otherwise = '图片'): string => {
	const path = detail(details, 'path');
	return path ? `“${path}”` : otherwise;
};

const quoted = (names: ErrorDetails[string] | undefined): string =>
	[names ?? []]
		.flat()
		.map(name => `“${cleanText(String(name))}”`)
		.join('、');

const because = (details: ErrorDetails): string => {
	const reason = detail(details, 'reason');
	return reason ? `（${systems[reason] ?? reason}）` : '';
};

const said = (details: ErrorDetails): string => {
	const message = detail(details, 'message');
	const status = detail(details, 'status');
	const http = detail(details, 'http');
	if (!message && !status) return http ? `服务返回 HTTP ${http}。` : '';
	return `服务返回：${message ? `“${message}”` : '无说明'}${status ? `（${status}）` : ''}。`;
};

const network = (details: ErrorDetails): string => {
	const reason = detail(details, 'reason');
	return (
		networks[reason.replace(/^HPE_.*/, 'HPE')] ?? (untrusted.test(reason) ? `对方的证书不受信任（${reason}）` : reason)
	);
};

const renameIt = '请重命名：文件名不是 UTF-8 编码，无法打开。';

const offlineInstead = '或在本机识别：--engine offline';

const keptMeanwhile = '已识别的结果已保留，不会重复计费：重新运行同一命令即可。';

const keptInApp = '已识别的结果已保留，不会重复计费。';

const offlineInApp = '或在本机识别：首页的“识别方式”。';

/** 连续失败的调用是否可能已计费：全部、部分或均未。 */
const chargedOf = ({row, charged}: ErrorDetails): string => {
	if (charged === 0) return '这些调用均未计费，';
	return charged === undefined || charged === row
		? '这些调用可能已计费，因此'
		: `其中 ${charged} 次调用可能已计费，因此`;
};

/** 最后一次调用是怎样失败的。 */
const lastFailure = (details: ErrorDetails): string => {
	const http = detail(details, 'http');
	const last = http ? `HTTP ${http}` : problems(detail(details, 'last'));
	return last === '' ? '' : `（${last}）`;
};

const charged = ({sent}: ErrorDetails): string => (sent === undefined ? '' : '图片可能已被接收并计费。');

const texts: ErrorTexts = {
	USAGE: {
		what: usage,
		next: details => {
			if (details.problem === 'no-terminal') {
				return [
					'请指定要识别的文件夹：passport-ocr-tui recognize --dir 文件夹',
					'运行 passport-ocr-tui --help 查看全部用法。',
				];
			}

			if (details.problem === 'nothing-named') {
				return ['请指定图片或文件夹，或使用 --file、--dir、--base64。'];
			}

			const command = detail(details, 'for');
			return [`运行 passport-ocr-tui ${command ? `${command} ` : ''}--help 查看可用选项。`];
		},
	},
	CONFIG_MISSING: {
		what: () => '尚未设置翔云云端服务的 Key 和 Secret。',
		next: () => [
			'运行 passport-ocr-tui config save --key KEY --secret-stdin 保存。',
			'Key 和 Secret 在 netocr.com 注册后，于“个人中心”查看。',
			'或设置环境变量 PASSPORT_OCR_KEY 和 PASSPORT_OCR_SECRET。',
			'或在本机识别，无需账号：--engine offline',
		],
		inApp: () => ['请在首页的“识别方式”中填写 Key 和 Secret。', '两者可在 netocr.com 的“个人中心”查看。'],
	},
	KEYCHAIN: {
		what: details => {
			const {problem} = details;
			if (problem === 'not-installed') return 'Secret 保存在系统钥匙串中，需要 @napi-rs/keyring 才能读取，但尚未安装。';
			if (problem === 'empty') return '系统钥匙串中已没有该 Secret。';
			return `无法从系统钥匙串读取 Secret：${detail(details, 'reason')}`;
		},
		next: ({problem}) => [
			problem === 'not-installed' ? '在本程序的安装位置运行 npm install @napi-rs/keyring。' : '请解锁钥匙串后重试。',
			'或重新保存：passport-ocr-tui config save --key KEY --secret-stdin',
			'或设置环境变量 PASSPORT_OCR_KEY 和 PASSPORT_OCR_SECRET。',
		],
		inApp: ({problem}) => [
			...(problem === 'failed' ? ['请解锁钥匙串后重试。'] : []),
			'或在首页的“识别方式”中重新填写 Key 和 Secret。',
		],
	},
	FILE_NOT_FOUND: {
		what: details =>
			`${file(details, '文件')}${isGarbled(details) ? '无法打开' : details.what === 'file' ? '是文件，不是文件夹' : '不存在'}。`,
		next: details =>
			details.what === 'file'
				? [/\.zip$/i.test(detail(details, 'path')) ? '请指定它解压到的文件夹。' : '请指定它所在的文件夹。']
				: details.pages !== undefined
					? [`该文件共 ${detail(details, 'pages')} 页。`]
					: isGarbled(details)
						? [renameIt]
						: ['请检查文件名和所在文件夹。', '名称中有空格时需要加引号。'],
		inApp: details => [isGarbled(details) ? renameIt : '文件可能已被移动、改名或删除：请放回原处，或重新选择。'],
	},
	NOT_READABLE: {
		what: details =>
			details.perhaps !== undefined
				? `${file(details)}没有发送：“${detail(details, 'perhaps')}”可能是它以前的结果，但无法打开${because(details)}。`
				: details.result === undefined
					? isFolder(details)
						? `${file(details)}是文件夹，不是文件。`
						: `无法读取${file(details, '文件')}${because(details)}。`
					: `${file(details)}未识别：无法读取它以前的结果“${detail(details, 'result')}”${because(details)}。`,
		next: details =>
			details.perhaps !== undefined
				? ['请给自己读取它的权限；如果它不是结果，请移到其他文件夹。']
				: noPermission.has(detail(details, 'reason'))
					? ['请给自己读取权限，或把文件复制到自己的文件夹。']
					: isFolder(details)
						? ['请指定文件。如需处理整个文件夹，请用 recognize --dir 或 export --from-dir。']
						: isNotOurs(details)
							? ['这不是本程序写的文件：请把它移到其他文件夹，然后重试。']
							: ['请重试，或把文件复制到其他磁盘。'],
	},
	NOT_A_FILE: {
		what: details => {
			const kind = kinds[detail(details, 'what')];
			return kind ? `${file(details)}是${kind}，不是文件。` : `${file(details)}不是文件。`;
		},
		next: details => (detail(details, 'what') === 'folder' ? ['请用 --dir 指定文件夹。'] : ['请先把内容保存为文件。']),
		inApp: details => (detail(details, 'what') === 'folder' ? ['请在列表中打开它。'] : ['请先把内容保存为文件。']),
	},
	NOT_AN_IMAGE: {
		what: details => {
			const kind = seems[detail(details, 'seems')];
			return `${file(details)}不是图片${kind ? `：${kind}` : ''}。`;
		},
		next: details => [
			seemsAdvice[detail(details, 'seems')] ?? '请使用 JPEG、PNG、BMP、WebP、TIFF、GIF、AVIF、HEIC 或 PDF 文件。',
		],
	},
	DAMAGED_IMAGE: {
		what: details =>
			details.reason === 'timeout'
				? `${file(details)}打开超过 20 秒，已放弃。`
				: `${file(details)}不完整或已损坏。${said(details)}`,
		next: details =>
			details.reason === 'timeout' ? ['请用其他程序打开，另存为 JPEG。'] : ['请从来源重新复制，或重新拍摄。'],
	},
	UNSUPPORTED_IMAGE: {
		what: details =>
			details.needs === 'password'
				? `${file(details)}需要密码才能打开。`
				: `${file(details)}是 ${detail(details, 'format')} 文件，无法读取。`,
		next: details => [formatAdvice[detail(details, 'format')] ?? '请用看图程序打开，另存为 JPEG 或 PNG。'],
	},
	NOT_DOWNLOADED: {
		what: details => {
			const http = detail(details, 'http');
			const reason = http ? `HTTP ${http}` : network(details);
			return `无法下载${file(details)}${reason ? `：${reason}` : ''}。`;
		},
		next: details =>
			details.reason === 'address-not-allowed'
				? ['图片在内网时请使用 --allow-private。']
				: [
						...(details.proxy === undefined
							? []
							: [`--url 直接连接，不使用 ${detail(details, 'proxy')} 的代理：经过代理就无法核实地址指向哪里。`]),
						'请用浏览器下载，再用 --file 指定文件。',
					],
	},
	TOO_LARGE: {
		what: details =>
			details.width !== undefined
				? `${file(details)}太大：${detail(details, 'width')} x ${detail(details, 'height')} 像素。`
				: details.pictures !== undefined
					? `${file(details)}中有 ${detail(details, 'pictures')} 个文件是或可能是图片，一个压缩包最多解压 ${detail(details, 'limit')} 个。`
					: details.unpacked !== undefined
						? `${file(details)}解压后超过 ${fileSize(Number(details.limit))}，没有全部解压。`
						: details.limit !== undefined
							? `${file(details)}太大：${fileSize(Number(details.bytes ?? 0))}，最多 ${fileSize(Number(details.limit))}。`
							: `${file(details)}太大，服务不接受。`,
		next: details => [
			details.pictures !== undefined || details.unpacked !== undefined
				? '请用其他程序解压，再指定解压后的图片文件夹。'
				: '请缩小后再试：长边 2000 到 4000 像素就足够。',
		],
	},
	TOO_SMALL: {
		what: details =>
			`${file(details)}太小，无法识别${
				details.width === undefined ? '' : `：${detail(details, 'width')} x ${detail(details, 'height')} 像素`
			}。`,
		next: () => ['请使用原图而不是缩略图：资料页宽度至少 600 像素。'],
	},
	NO_PICTURES: {
		what: details => `${file(details, '文件夹')}中没有图片。`,
		next: () => [
			'可以识别 JPEG、PNG、HEIC、PDF、BMP、WebP、TIFF、GIF 和 AVIF 文件，以及装有这些图片的 ZIP。',
			'请检查文件夹是否正确。',
		],
	},
	NO_PASSPORT_FOUND: {
		what: details =>
			details.lines === 'partly'
				? `${file(details)}中下方两行字母和 < 只能读出一部分。`
				: details.passports === undefined
					? `在${file(details)}中没有找到护照。${said(details)}`
					: `没有${file(details)}：该图片中共有 ${detail(details, 'passports')} 本护照。`,
		next: details =>
			details.passports === undefined
				? [
						details.lines === 'partly'
							? '是否有一端没有拍到，或被手指、反光遮住？两行必须完整拍下。'
							: '请拍下整个资料页，包括下方两行字母和 <。',
						'拍摄时请放平、对焦清晰、避免反光。',
					]
				: ['图片名后不加编号即可识别其中所有护照。'],
	},
	BLANK_PAGE: {
		what: details => `${file(details)}是空白页。`,
		next: () => ['如果上面印有内容，请调深后重新扫描。'],
	},
	OTHER_DOCUMENT: {
		what: details =>
			details.shape === 'TD3'
				? `${file(details)}是护照，而护照不在要识别的证件之列。`
				: `${file(details)}不是护照，而是${
						shapes[detail(details, 'shape')] ?? documents[detail(details, 'type')] ?? '其他证件'
					}。${said(details)}`,
		next: ({shape}) =>
			shape === 'TD3'
				? ['如也要识别护照：--documents passport,id,visa']
				: shape === undefined || shape === 'old-french-card'
					? ['请使用护照资料页。']
					: [
							'请使用护照资料页。',
							'如也要识别此类证件：在选择识别方式时更换证件，或使用 --documents passport,id,visa。',
						],
	},
	NOTHING_TO_EXPORT: {
		what: details =>
			details.reason === 'misfit'
				? '没有写入任何内容：每本护照都有不符合模板要求的值。'
				: details.reason === 'refused'
					? `所有护照都有不能确定的内容，没有可导出的指令${refusedNames(details, '：', '；')}。`
					: details.reason === 'empty-columns'
						? `没有可导出的内容：${detail(details, 'columns')} 对所有护照均为空。`
						: details.path === undefined
							? '没有可导出的内容。'
							: `${file(details)}中没有可导出的内容。`,
		next: details =>
			details.reason === 'refused'
				? ['请核对不能确定的内容：passport-ocr-tui 文件夹']
				: details.reason !== undefined
					? []
					: ['请先识别图片：passport-ocr-tui recognize --dir 文件夹', '已剔除的护照不会导出。'],
	},
	TEMPLATE: {
		what: details => {
			const place = `${file(details)}第 ${detail(details, 'line')} 行第 ${detail(details, 'column')} 列`;
			const value = detail(details, 'value');
			switch (detail(details, 'problem')) {
				case 'name':
					return `${place}：没有名为“${value}”的值。`;
				case 'filter':
					return `${place}：没有名为“${value}”的过滤器。`;
				case 'argument':
					return `${place}：“${value}”的参数不符合过滤器的要求。`;
				case 'unclosed':
					return `${place}：{{ 缺少对应的 }}。`;
				case 'misfit':
					return `${misfitIn(details, misfit)}。`;
				case 'no-value':
					return `${file(details)}的护照行中没有任何 {{名称}}，每行都会相同。`;
				case 'instruction':
					return `${place}：“${value}”不是指令。`;
				default:
					return `${file(details)}中没有护照的行。`;
			}
		},
		next: details => {
			const known = details.known === undefined ? '' : detail(details, 'known');
			const value = detail(details, 'value');
			switch (detail(details, 'problem')) {
				case 'name':
					return isValueName(value)
						? [`请用 --set ${value}=值 给出，或使用：${known}。`]
						: [`请使用：${known}；或用小写字母命名，并用 --set 给出它的值。`];
				case 'misfit':
					return [`请用 --set ${detail(details, 'name')}=值 给出其他值；日期写成 2026-11-29。`];
				case 'filter':
					return [`请使用：${known}。`];
				default:
					return ['模板的写法见 source/reference/export.md。'];
			}
		},
		inApp: (details, key) => {
			const known = details.known === undefined ? '' : detail(details, 'known');
			switch (detail(details, 'problem')) {
				case 'name':
					return [`请使用：${known}；或用小写字母命名，表单会询问它的值。`];
				case 'misfit':
					return [`请为 ${detail(details, 'name')} 给出其他值：在导出界面${press(key('form.open'), '填写表单')}。`];
				case 'filter':
					return [`请使用：${known}。`];
				default:
					return ['模板的写法见 source/reference/export.md。'];
			}
		},
	},
	NOT_A_LIST: {
		what: details => {
			switch (detail(details, 'reason')) {
				case 'format':
					return `只能向 Excel 和 CSV 名单追加，${file(details)}将是其他格式。`;
				case 'encoding':
					return `${file(details)}不是 UTF-8 编码，追加的内容会无法读出。`;
				case 'unreadable':
					return `${file(details)}无法作为工作簿读取。`;
				case 'totals':
					return `${file(details)}中的护照表格带有汇总行，无法在汇总行上方追加。`;
				case 'formula':
					return `${file(details)}的单元格 ${detail(details, 'cell')} 属于填充多个单元格的公式，写入值会破坏该公式。`;
				case 'twice':
					return `${file(details)}中“${detail(details, 'value')}”出现了两次，且值不同：第 ${detail(details, 'line')} 行和第 ${detail(details, 'other')} 行。`;
				case 'sheets':
					return `${file(details)}中有多个工作表带有名单的表头：${quoted(details.sheets)}，无法确定哪一个是名单。`;
				case 'lists':
					return `${file(details)}的第 ${detail(details, 'line')} 行是另一份名单的表头，各列位置不同：追加的行会写入错误的列。`;
				case 'merged':
					return `${file(details)}中的护照表格无法向下扩展：下方的单元格 ${detail(details, 'range')} 已合并，或属于另一个表格。`;
				case 'quote':
					return `${file(details)}第 ${detail(details, 'line')} 行的引号没有闭合，后面的各行都成了该值的一部分。`;
				default:
					if (details.heads !== undefined) {
						const lacks =
							details.missing === 'number'
								? `其中没有护照号码（“${exported.fields.passport_number}”）`
								: '其中只认得护照号码';
						return `${file(details)}不是护照名单：表头为${quoted(details.heads)}，${lacks}。`;
					}
					return `${file(details)}不是护照名单：前 20 行中没有“${exported.fields.passport_number}”“${exported.fields.surname_english}”等表头。`;
			}
		},
		next: details => {
			switch (detail(details, 'reason')) {
				case 'encoding':
					return ['请在 Excel 中另存为“CSV UTF-8”或 Excel 工作簿。'];
				case 'unreadable':
					return ['请在 Excel 中打开并重新保存（不设密码），或改写一份新名单。'];
				case 'totals':
					return ['请在 Excel 的“表设计”中取消“汇总行”并保存；追加后再重新勾选。', '或改写一份新名单。'];
				case 'formula':
					return ['请删除该列名单下方的公式，保存后再追加；或改写一份新名单。'];
				case 'twice':
					return ['请用文本编辑器删除有误的那一行，然后重试。'];
				case 'sheets':
					return ['请在 Excel 中隐藏名单以外的这些工作表，或把名单命名为“护照”；保存后再追加。'];
				case 'lists':
					return ['请把另一份名单移到单独的工作表或文件中并保存；或改写一份新名单。'];
				case 'merged':
					return [`请把单元格 ${detail(details, 'range')} 移到更下方并保存，再追加；或改写一份新名单。`];
				case 'quote':
					return [`请用文本编辑器补上或删除第 ${detail(details, 'line')} 行的引号，然后重试。`];
				default:
					return [
						`请像新名单那样把各列命名为“${exported.fields.passport_number}”“${exported.fields.surname_english}”等并保存；或改写一份新名单。`,
					];
			}
		},
	},
	NOT_WRITABLE: {
		what: details =>
			details.unsent === undefined
				? `无法写入${file(details, '文件')}${because(details)}。`
				: `${file(details)}没有发送：结果无法保存到“${detail(details, 'folder')}”${because(details)}。`,
		next: details => {
			if (details.unsent !== undefined && !isFull.has(detail(details, 'reason'))) {
				return ['请给自己写入权限，或把图片复制到自己的文件夹。'];
			}
			switch (detail(details, 'reason')) {
				case 'ENOSPC':
				case 'EDQUOT':
					return ['请清理磁盘空间，或选择其他磁盘上的文件夹。'];
				case 'EISDIR':
					return ['请在文件夹后面加上文件名。'];
				case 'CHANGED':
					return ['没有写入任何内容。请在另一个程序中保存并关闭它，然后重试。'];
				case 'PROTECTED':
					return [
						details.sheet === undefined
							? '请在 Excel 中用密码打开，另存为不设修改密码的文件（另存为 → 工具 → 常规选项）。'
							: `请在 Excel 中撤消工作表“${detail(details, 'sheet')}”的保护（审阅 → 撤消工作表保护）并保存；追加后再重新保护。`,
						'或改写一份新名单。',
					];
				case 'LOCKED':
					return ['没有写入任何内容。请等另一次运行结束后再追加。'];
				case 'RESULT':
					return ['请为导出文件换一个名称。'];
				case 'LINK':
					return ['请移走该链接或更改其名称，或把 ZIP 移到其他文件夹。'];
				case 'DEVICE':
					return ['请指定一个文件的名称；命令用 -o - 写到标准输出。'];
				case 'READ_ONLY':
					return ['请取消该文件的写保护，或换一个名称。'];
				case 'DANGLING':
					return ['请连接链接所指的磁盘，或删除该链接；也可以换一个名称。'];
				case 'OTHER_ENDING':
					return ['请直接指定链接所指的文件，或换一个名称。'];
				case 'EBUSY':
					return [
						'请在其他程序中关闭它，或换一个名称。',
						...(details.lock === undefined
							? []
							: [`如果没有程序打开它，请删除同一文件夹中的 ${detail(details, 'lock')}（程序崩溃后留下的）。`]),
					];
				default:
					return ['请选择其他文件夹。', '如果文件正在其他程序中打开，请先关闭。'];
			}
		},
	},
	FOREIGN_FILE: {
		what: details => `${file(details, '文件')}属于其他程序，已保持原样。`,
		next: () => ['请重命名或移走该文件，或使用 --no-save。'],
		inApp: () => ['请重命名或移走该文件。'],
	},
	CANCELLED: {
		what: details => (details.path === undefined ? '已停止。' : `已停止，${file(details)}没有识别。`),
		next: () => ['可以重新开始：已识别的结果都已保留。'],
	},
	CALL_LIMIT: {
		what: details => `${file(details)}没有发送：已达到 --max-calls ${detail(details, 'limit')}。`,
		next: () => [keptMeanwhile],
	},
	CREDENTIALS_REFUSED: {
		what: details => `Key 或 Secret 无效。${said(details)}`,
		next: () => [
			'重新保存：passport-ocr-tui config save --key KEY --secret-stdin',
			'或清除：passport-ocr-tui config reset',
			'Key 和 Secret 在 netocr.com 登录后，于“个人中心”查看。',
		],
		inApp: (_, key) => [
			`请在进度页${press(key('reading.pause'), '重新填写')}：待识别的图片不会丢失。`,
			'两者可在 netocr.com 的“个人中心”查看。',
		],
	},
	QUOTA_USED_UP: {
		what: details => `账号的服务次数已用完。${said(details)}`,
		next: () => ['请在 netocr.com 购买次数。', keptMeanwhile, offlineInstead],
		inApp: (_, key) => [
			`请在 netocr.com 购买次数，然后${press(key('reading.pause'), '继续')}。`,
			keptInApp,
			offlineInApp,
		],
	},
	BALANCE_USED_UP: {
		what: details => `账号余额不足。${said(details)}`,
		next: () => ['请在 netocr.com 充值。', keptMeanwhile, offlineInstead],
		inApp: (_, key) => [`请在 netocr.com 充值，然后${press(key('reading.pause'), '继续')}。`, keptInApp, offlineInApp],
	},
	SERVICE_BUSY: {
		what: details => `服务繁忙，多次重试后仍未成功。${said(details)}`,
		next: () => ['请稍后再试，或减少并发：--concurrency 1', offlineInstead],
		inApp: (_, key) => [`请稍后再试，或${press(key('reading.slower'), '减少并发')}。`, offlineInApp],
	},
	NETWORK: {
		what: details => {
			const reason = network(details);
			const host = detail(details, 'host');
			return `无法连接${host === '' ? '服务' : ` ${host}`}${reason ? `：${reason}` : ''}。${charged(details)}`;
		},
		next: ({batch}) => ['请检查网络连接。', ...(batch === 'stopped' ? [keptMeanwhile] : []), offlineInstead],
		inApp: ({batch}, key) =>
			batch === 'stopped'
				? [`请检查网络连接，然后${press(key('reading.pause'), '继续')}。`, keptInApp, offlineInApp]
				: ['请检查网络连接，然后重试。', offlineInApp],
	},
	TIMEOUT: {
		what: details => `服务没有及时响应。${charged(details)}`,
		next: () => ['请稍后再试。', offlineInstead],
		inApp: () => ['请稍后再试。', offlineInApp],
	},
	BAD_RESPONSE: {
		what: details => {
			const http = detail(details, 'http');
			const reason = http ? `HTTP ${http}` : (answers[detail(details, 'reason')] ?? detail(details, 'reason'));
			return `无法理解服务返回的内容${reason ? `：${reason}` : ''}。${charged(details)}`;
		},
		next: () => ['请稍后再试。', '请检查服务地址（--endpoint）。'],
		inApp: () => ['请稍后再试。', offlineInApp],
	},
	SERVICE: {
		what: details => {
			if (details.reason === 'product') return `账号没有护照识别权限。${said(details)}`;
			return `服务拒绝了${file(details)}。${said(details)}`;
		},
		next: details =>
			details.reason === 'product'
				? ['请在 netocr.com 为账号开通护照识别（typeId 13）。', offlineInstead]
				: ['请在 netocr.com 检查账号。', offlineInstead],
		inApp: details =>
			details.reason === 'product'
				? ['请在 netocr.com 为账号开通护照识别（typeId 13）。', offlineInApp]
				: ['请在 netocr.com 检查账号。', offlineInApp],
	},
	SERVICE_BROKEN: {
		what: details =>
			`服务连续 ${detail(details, 'row') || '多'} 次出错${lastFailure(details)}。${chargedOf(details)}没有继续发送。`,
		next: ({charged}) => [
			charged === 0 ? '请稍后再试。' : '请先在 netocr.com 检查账号，再继续。',
			keptMeanwhile,
			offlineInstead,
		],
		inApp: ({charged}, key) => [
			`${charged === 0 ? '请稍等' : '请在 netocr.com 检查账号'}，然后${press(key('reading.pause'), '继续')}。`,
			keptInApp,
			offlineInApp,
		],
	},
	INTERNAL: {
		what: details =>
			details.part === undefined
				? `程序内部出错${details.path === undefined ? '' : `，处理${file(details)}时`}${because(details)}。`
				: `程序的一个组件无法加载：${detail(details, 'part')}${because(details)}。`,
		next: ({part}) =>
			part === undefined
				? ['这是程序的问题，请把以上文字报告给我们。']
				: ['请在这台电脑上重新安装本程序。从其他系统复制过来，或安装时跳过了可选组件，都会缺少打开图片所需的组件。'],
	},
};

export const errors = errorWords(texts);
