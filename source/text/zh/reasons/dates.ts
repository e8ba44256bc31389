import type {Reasons} from '../../reason.ts';
import {text} from './words.ts';

/** 日期和有效期。 */
export const dates = {
	'impossible-date': {
		short: () => '日期不存在',
		sentence: ({raw}) => `${text(raw, '该日期')} 在日历上不存在。`,
	},
	'misread-date': {
		short: () => '日期无法识别',
		sentence: ({raw}) => `${text(raw, '该值')} 不是日期：有字符识别有误。`,
	},
	'not-a-date': {
		short: () => '不是日期',
		sentence: ({raw}) => `无法把 ${text(raw, '该值')} 理解为此处的日期。可输入 2033-01-14、14 JAN 2033 或 330114。`,
	},
	'ambiguous-date': {
		short: () => '日与月不明',
		sentence: ({raw, one, other}) => `${text(raw, '该日期')} 可以是 ${text(one)}，也可以是 ${text(other)}。`,
	},
	'birth-after-today': {
		short: () => '晚于今天',
		sentence: ({raw}) => `${text(raw, '该日期')} 晚于今天，不可能是出生日期。`,
	},
	'date-too-far': {
		short: () => '距今太远',
		sentence: ({raw}) => `${text(raw, '该日期')} 距今太远，不可能是此处的日期。请核对年份。`,
	},
	'partial-date': {
		short: () => '日或月未知',
		sentence: () => '护照上未注明出生日或出生月。航空公司系统需要完整日期。',
	},
	'birth-unknown': {
		short: () => '出生日期空白',
		sentence: () => '机读码中没有出生日期，请查看证件页上是否印有。',
	},
	'dates-out-of-order': {
		short: () => '日期先后不对',
		sentence: () => '日期先后不对：出生应早于签发，签发应早于有效期截止。',
	},
	'usual-validity': {
		short: () => '与有效期相符',
		sentence: () => '距有效期截止日恰为整年，符合护照的签发惯例。',
	},
	'odd-issue-day': {
		short: ({years}) => (years === undefined ? '不足整年' : `有效期 ${years} 年？`),
		sentence: ({raw, years, usual}) =>
			years === undefined
				? `从${text(raw, '该日')}到有效期至不是整年。`
				: `从${text(raw, '该日')}到有效期至为 ${years} 年；该国护照的有效期为 ${text(usual).replaceAll(', ', '、')} 年。`,
		next: () => '请与图片核对。',
	},
	'validity-unusual': {
		short: ({years, months}) => (years === undefined || months !== undefined ? '有效期异常' : `有效期 ${years} 年？`),
		sentence: ({years, months, days, usual}) =>
			`有效期将达 ${text(years)} 年${Number(months) > 0 ? ` ${months} 个月` : ''}${Number(days) > 0 ? ` ${days} 天` : ''}${usual === undefined ? '' : `，通常为 ${usual} 年`}。`,
		next: () => '请对照图片核对日期。',
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
} satisfies Reasons;
