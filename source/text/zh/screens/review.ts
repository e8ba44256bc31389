import type {review as enReview, viewing as enViewing} from '../../en/screens/review.ts';
import {about} from '../counting.ts';
import {press} from '../press.ts';

/** 核对一本护照。 */
export const review: typeof enReview = {
	none: '还没有可以核对的护照。识别出来的会出现在这里。',
	other: '其他识别结果',
	from: {offline: '本机', xiangyun: '云端', person: '人工', mrz: '机读码', repair: '更正', printed: '印刷内容'},
	mrz: '机读码',
	digits: (agree, all) => (agree === all ? `${all} 个校验位全部相符` : `${all} 个校验位中 ${agree} 个相符`),
	was: value => `原为 ${value}`,
	empty: '空',
	about: field => `${field}：`,
	sentence: '',
	comma: '，',
	edit: '修改',
	means: value => `→ ${value}`,
	or: ' 或 ',
	notRead: why => `未识别：${why}。`,
	typeOrLeave: key =>
		`${press(key('mrz.type'), '录入两行机读码')}，${press(key('field.edit'), '录入单个字段')}，${press(key('view.open'), '打开图片')}；` +
		`${press(key('passport.skip'), '稍后再看')}，${press(key('passport.reject'), '剔除')}，${press(key('passport.again'), '重新识别')}。`,
	typingMrz: key => `照图片录入两行机读码。${press(key('mrz.next'), '到下一行，再完成')}。第一行末尾的 < 可以省略。`,
	digitNames: {number: '号码', birth: '出生日期', expiry: '有效期', optional: '可选数据', composite: '总校验'},
	needs: expected => (expected === undefined ? '' : `：应为 ${expected}`),
	digit: (expected, printed, agrees) => (agrees ? `校验位 ${printed} 相符` : `校验位是 ${printed}，应为 ${expected}`),
	digitShort: (expected, printed, agrees) => (agrees ? `校验位 ${printed} 相符` : `校验位应为 ${expected}`),
	allowed: {
		name: "字母 A 到 Z、空格、- 和 '",
		number: '字母和数字',
		code: '三个字母的代码，如 CHN',
		date: '日期：1990-02-01、1 FEB 1990、01.02.1990 或 900201',
		sex: 'M、F 或 X',
		type: 'P 加一个字母',
		text: '按印刷内容原样输入',
	},
	state: {unreviewed: '未核对', accepted: '已接受', edited: '已接受，有人工修改', rejected: '已剔除，不导出'},
	acceptedOver: why => `已接受，${why}`,
	acceptedStill: '仍已接受。',
	more: count => `另有 ${count} 项`,
	moreReasons: count => `另有 ${count} 项原因。`,
	toGo: count => (count === 0 ? '全部核对完' : `未决定 ${count} 本`),
	reading: count => `${count} 张待识别`,
	stopped: count => `已停止，${count} 张未识别`,
	pace: time => `按您的速度还需${about(time)}`,
	leftToDo: ({clean, skipped, unread, onlyInList}, key) => {
		const goTo = press(key('passport.nextDoubt'), '前往');
		const notRead = `${unread} 张图片未识别，${onlyInList ? press(key('batch.list'), '在列表中查看') : goTo}。`;
		if (clean + skipped === 0) {
			return unread === 0
				? `全部核对完。${press(key('review.export'), '导出表格')}，${press(key('field.confirm'), '选择格式')}。`
				: `已识别的全部核对完。${notRead}${press(key('review.export'), '导出（不含未识别的）')}。`;
		}
		const rest = unread === 0 ? '' : notRead;
		return clean === 0
			? `还有 ${skipped} 本稍后再看，${goTo}。${rest}`
			: `还有 ${clean} 本已验证，${press(key('passport.acceptClean'), '全部接受')}。${skipped > 0 ? `稍后再看 ${skipped} 本。` : ''}${rest}`;
	},
	clean: key => `关键字段都已验证，${press(key('field.confirm'), '接受')}。`,
	cleanBut: (unfit, key) => `已验证，但${unfit}。${press(key('field.confirm'), '接受')}。`,
	restClean: (left, key) => `已验证，${press(key('field.confirm'), '接受')}。${left}`,
	lookedAt: key => `有疑问的字段都已核对，${press(key('field.confirm'), '接受')}。`,
	others: '护照',
	nothingRead: key => `此字段未读到，${press(key('field.edit'), '填写')}。`,
};

/** 字段旁的图片。 */
export const viewing: typeof enViewing = {
	enlarged: what => `${what}（放大）`,
	zooms: {mrz: '机读码', page: '整页'},
	times: scale => `整页 ${scale} 倍`,
	next: {
		field: key => press(key('view.zoom'), '看字符'),
		letters: key => press(key('view.zoom'), '看机读码'),
		mrz: key => press(key('view.zoom'), '看整页'),
		page: key => `${key('view.closer')} ${key('view.farther')} 缩放   ${press(key('view.zoom'), '看字段')}`,
	},
	noPlace: key => `不知道它在图片中的位置。${press(key('view.open'), '打开图片')}。`,
	changed: '识别之后图片被替换过，所以不显示。',
	notShown: why => `无法显示图片：${why}。`,
};
