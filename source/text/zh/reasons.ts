import type {ReasonCode} from '../../core/passport/passport.ts';
import type {ReasonParams, ReasonText} from '../en/reasons.ts';

const text = (value: string | number | undefined, otherwise = '？'): string =>
	value === undefined || value === '' ? otherwise : String(value);

const place = (params: ReasonParams): string => (params.position === undefined ? '' : `第 ${params.position} 位的`);

const documentKinds: Readonly<Record<string, string>> = {
	ordinary: '普通护照',
	'multiple-journey': '多次往返普通护照',
	official: '公务护照',
	'public-affairs': '公务普通护照',
	service: '公务护照',
	diplomatic: '外交护照',
};

const shapes: Readonly<Record<string, string>> = {
	TD1: '身份证件（三行，每行 30 位）',
	TD2: '身份证件（两行，每行 36 位）',
	TD3: '护照尺寸的其他证件',
	'MRV-A': '签证',
	'MRV-B': '签证',
};

/** 全部判断依据和提示的中文说法。 */
export const reasons: Readonly<Record<ReasonCode, ReasonText>> = {
	'check-digit': {
		short: ({digit}) => (digit === undefined ? '校验位相符' : `校验位 ${digit} 相符`),
		sentence: ({digit}) => `印刷的校验位${digit === undefined ? '' : ` ${digit} `}与该值相符。`,
	},
	'check-digit-wrong': {
		short: () => '校验位不符',
		sentence: ({printed, expected}) =>
			`印刷的校验位是 ${text(printed)}，按该值应为 ${text(expected)}：某个字符或校验位本身识别有误。`,
	},
	'check-digit-not-printed': {
		short: () => '无校验位',
		sentence: () => '该值没有印刷校验位。',
	},
	composite: {
		short: () => '总校验位相符',
		sentence: () => '第二行末尾的总校验位相符。',
	},
	'composite-wrong': {
		short: () => '总校验位不符',
		sentence: ({printed, expected}) =>
			`第二行末尾的总校验位是 ${text(printed)}，按该行应为 ${text(expected)}。请对照图片核对第二行。`,
	},
	'read-clearly': {
		short: () => '字迹清晰',
		sentence: () => '每个字符都清晰可辨。',
	},
	'read-weakly': {
		short: ({character}) => (character === undefined ? '不够清晰' : `${character} 不够清晰`),
		sentence: params =>
			`${place(params)}字符 ${text(params.character)} 不够清晰${
				params.perhaps === undefined || params.perhaps === '' ? '' : `，也可能是 ${params.perhaps}`
			}。`,
	},
	'two-zones-agree': {
		short: () => '与印刷文字一致',
		sentence: () => '证件页上的印刷文字与机读码一致。',
	},
	'two-zones-differ': {
		short: () => '与印刷文字不一致',
		sentence: ({printed, mrz}) => `证件页上印的是 ${text(printed)}，机读码是 ${text(mrz)}。`,
	},
	'engines-agree': {
		short: () => '两次识别一致',
		sentence: () => '两个独立的识别引擎结果一致。',
	},
	'engines-differ': {
		short: () => '两次识别不一致',
		sentence: ({value, other}) => `一个引擎识别为 ${text(value)}，另一个识别为 ${text(other)}。`,
	},
	'number-pattern': {
		short: ({issuer}) => `符合 ${text(issuer, '签发国')} 号码格式`,
		sentence: ({issuer}) => `号码符合${text(issuer, '签发国')}护照的格式。`,
	},
	'number-pattern-unusual': {
		short: ({issuer}) => `不像 ${text(issuer, '签发国')} 的号码`,
		sentence: ({issuer, expected}) =>
			`号码与已知的${text(issuer, '签发国')}护照格式${expected === undefined ? '' : `（${expected}）`}不同，请对照图片核对。`,
	},
	'number-pattern-wrong': {
		short: ({issuer}) => `${text(issuer, '签发国')} 号码格式有误`,
		sentence: ({issuer, expected}) =>
			`${text(issuer, '签发国')}护照的号码不是这种格式${expected === undefined ? '' : `（应为 ${expected}）`}：有字符识别有误。`,
	},
	'blind-spot': {
		short: ({character, twin}) => `${text(character)} 也可能是${twin === '<' ? '空位' : ` ${text(twin)}`}`,
		sentence: params =>
			`校验位无法区分${place(params)} ${text(params.character)} 和${params.twin === '<' ? '填充符' : ` ${text(params.twin)}`}，请对照图片核对。`.replace(
				'  ',
				' ',
			),
	},
	repaired: {
		short: ({from}) => (String(from ?? '').length > 16 ? '已更正' : `原识别为 ${text(from)}`),
		sentence: ({from}) => `原识别为 ${text(from)}，已更正，依据见旁。`,
	},
	'several-repairs': {
		short: ({count}) => `有 ${text(count, '多')} 种更正`,
		sentence: ({count}) => `有 ${text(count, '多')} 种更正都能符合校验位，因此未作更正。请按图片选择。`,
	},
	'repair-offered': {
		short: ({value}) => (String(value ?? '').length > 18 ? '可能是其他值' : `可能是 ${text(value)}`),
		sentence: ({value}) => `可能是 ${text(value)}，但没有印刷内容可以证明。请对照图片核对。`,
	},
	'known-code': {
		short: () => '有效代码',
		sentence: ({code}) => `${text(code, '该代码')} 在国际民航组织的代码表中。`,
	},
	'unknown-code': {
		short: ({code}) => `${text(code, '')} 不是有效代码`.trimStart(),
		sentence: ({code}) => `${text(code, '该代码')} 不是任何国家或组织的代码：有字符识别有误。`,
	},
	'withdrawn-code': {
		short: () => '已停用的代码',
		sentence: ({code}) => `代码 ${text(code)} 已停用，只见于旧护照。`,
	},
	'unofficial-code': {
		short: () => '非官方代码',
		sentence: ({code}) => `代码 ${text(code)} 不在国际民航组织的代码表中，但在护照上出现过。`,
	},
	specimen: {
		short: () => '样本',
		sentence: ({code}) => `代码 ${text(code)} 只用于样本：这不是真实的护照。`,
	},
	'issuer-agrees': {
		short: () => '两行一致',
		sentence: () => '第一行的签发国与第二行的国籍一致。',
	},
	'impossible-date': {
		short: () => '日期不存在',
		sentence: ({raw}) => `${text(raw, '该日期')} 在日历上不存在。`,
	},
	'misread-date': {
		short: () => '日期无法识别',
		sentence: ({raw}) => `${text(raw, '该值')} 不是日期：有字符识别有误。`,
	},
	'partial-date': {
		short: () => '日或月未知',
		sentence: () => '护照上未注明出生日或出生月。航空公司系统需要完整日期。',
	},
	'birth-unknown': {
		short: () => '出生日期空白',
		sentence: () => '机读码中没有出生日期，请查看证件页上是否印有。',
	},
	missing: {
		short: () => '未识别到内容',
		sentence: () => '此处未识别到内容。',
	},
	'dates-out-of-order': {
		short: () => '日期先后不对',
		sentence: () => '日期先后不对：出生应早于签发，签发应早于有效期截止。',
	},
	'validity-unusual': {
		short: ({years}) => (years === undefined ? '有效期异常' : `有效期 ${years} 年？`),
		sentence: ({years, usual}) =>
			`有效期将达 ${text(years)} 年${usual === undefined ? '' : `，通常为 ${usual} 年`}。请对照图片核对日期。`,
	},
	century: {
		short: ({year}) => `${text(year)} 年出生？`,
		sentence: ({year}) => `机读码只印年份的后两位，${text(year)} 年的可能性较大。请核对年龄。`,
	},
	expired: {
		short: ({days}) => (days === undefined ? '已过期' : `已过期 ${days} 天`),
		sentence: ({days}) => (days === undefined ? '护照已过期。' : `护照已过期 ${days} 天。`),
	},
	'expires-soon': {
		short: ({days}) => `剩余 ${text(days)} 天`,
		sentence: ({days}) => `护照有效期还剩 ${text(days)} 天，很多国家要求至少六个月。`,
	},
	'days-left': {
		short: ({days}) => `剩余 ${text(days)} 天`,
		sentence: ({days}) => `护照有效期还剩 ${text(days)} 天。`,
	},
	'expires-before': {
		short: ({needed}) => `需有效至 ${text(needed)}`,
		sentence: ({needed, on}) =>
			`${on === undefined ? '' : `${on} 出行，`}护照须有效至 ${text(needed)}，而该护照在此之前到期。`,
	},
	'schengen-validity': {
		short: () => '不满足申根有效期',
		sentence: ({needed}) =>
			`申根国家要求护照在离境后至少还有三个月有效期${needed === undefined ? '' : `（即至 ${needed}）`}，该护照在此之前到期。`,
	},
	'schengen-age': {
		short: () => '签发已超过十年',
		sentence: () => '申根国家要求护照为近十年内签发，该护照已超过十年。',
	},
	'schengen-issue-unknown': {
		short: () => '签发日期未知',
		sentence: () => '申根国家要求护照为近十年内签发，机读码中没有签发日期。',
	},
	'name-truncated': {
		short: () => '姓名可能被截断',
		sentence: () => '姓名占满了整行，可能被截断，请与印刷的姓名核对。',
	},
	'name-no-separator': {
		short: () => '姓名中没有 <<',
		sentence: () => '姓与名之间没有分隔：可能只有单一姓名，也可能分隔符识别有误。',
	},
	'name-digit': {
		short: () => '姓名中有数字',
		sentence: () => '姓名中不可能有数字：有字母识别有误。',
	},
	'name-filler': {
		short: () => '填充符误读为字母',
		sentence: () => '姓名末尾的填充符被误读成了字母。',
	},
	'no-given-name': {
		short: () => '没有名',
		sentence: () => '该护照只有单一姓名，没有名，这是允许的。',
	},
	'spelling-variant': {
		short: () => '印刷拼写不同',
		sentence: ({printed, mrz}) =>
			`证件页印的是 ${text(printed)}，机读码是 ${text(mrz)}：同一姓名的两种拼写。机票以机读码为准。`,
	},
	'sex-unspecified': {
		short: () => '性别未注明',
		sentence: () => '机读码中未注明性别。',
	},
	'sex-not-readable': {
		short: () => '性别无法识别',
		sentence: ({raw}) => `${text(raw, '该字符')} 不是护照使用的性别代码。`,
	},
	homoglyph: {
		short: () => '非拉丁字母',
		sentence: ({character, as}) => `其他文字的字母 ${text(character)} 被当作 ${text(as)}，请与护照核对。`,
	},
	edited: {
		short: () => '人工修改',
		sentence: () => '该值由人工输入。',
	},
	confirmed: {
		short: () => '人工确认',
		sentence: () => '已由人工核对无误。',
	},
	'engine-word': {
		short: () => '仅识别服务提供',
		sentence: () => '仅有识别服务给出该值，没有印刷内容可以证明。',
	},
	'inner-filler': {
		short: () => '号码中有空位',
		sentence: () => '号码中有空位，无法判断护照上印的是空格还是连字符。',
	},
	'wrong-character': {
		short: params => `此处不会是 ${text(params.character)}`,
		sentence: params => `${place(params)} ${text(params.character)} 不可能出现在该栏：识别有误。`.trimStart(),
	},
	'not-look-alike': {
		short: ({seen, taken}) => `看到 ${text(seen)}，取 ${text(taken)}`,
		sentence: params =>
			`${place(params)} ${text(params.seen)} 看得很清楚，但按规则应为 ${text(params.taken)}。请对照图片核对。`.trimStart(),
	},
	'other-line-possible': {
		short: () => '另有可能的读法',
		sentence: () => '该行还有另一种读法也符合全部校验位，请对照图片核对。',
	},
	'document-kind': {
		short: ({kind}) => documentKinds[String(kind)] ?? '护照',
		sentence: ({kind, issuer}) =>
			`证件种类：${documentKinds[String(kind)] ?? '护照'}${issuer === undefined ? '' : `（${issuer}）`}。`,
	},
	'unknown-type': {
		short: () => '签发国自定种类',
		sentence: ({code}) => `${text(code, '第二个字母')} 的含义由签发国自定。`,
	},
	'other-document': {
		short: () => '不是护照',
		sentence: ({shape}) => `这不是护照，而是${shapes[String(shape)] ?? '其他证件'}。`,
	},
	'several-passports': {
		short: () => '有多本护照',
		sentence: ({count}) =>
			`图片中有${count === undefined ? '多' : ` ${count} `}本护照，只识别了第一本：请每本单独拍照。`,
	},
	'printed-unread': {
		short: () => '印刷内容未读取',
		sentence: () => '只识别了机读码：未能读取其上方的印刷内容。',
	},
	'no-zone': {
		short: () => '未找到机读码',
		sentence: () => '文本中没有机读码。',
	},
	'line-missing': {
		short: () => '缺少一行',
		sentence: ({length}) => `两行机读码只有一行${length === undefined ? '' : `（${length} 个字符）`}。`,
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
	'statement-differs': {
		short: () => '与机读码不一致',
		sentence: ({value, other}) => `识别服务给出的是 ${text(other)}，但其机读码是 ${text(value)}。`,
	},
	'personal-number': {
		short: () => '个人身份号码',
		sentence: ({issuer}) => `${text(issuer, '该国')}通常在此印个人身份号码，非必要请勿外传。`,
	},
};
