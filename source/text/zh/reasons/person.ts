import type {Reasons} from '../../reason.ts';
import {text} from './words.ts';

/** 姓名和性别。 */
export const person = {
	'name-truncated': {
		short: () => '姓名可能被截断',
		sentence: () => '姓名占满了整行，可能被截断。',
		next: () => '请与印刷的姓名核对。',
	},
	'name-no-separator': {
		short: () => '姓名中没有 <<',
		sentence: () => '姓与名之间没有分隔：可能只有单一姓名，也可能分隔符识别有误。',
	},
	'name-digit': {
		short: () => '姓名中有数字',
		sentence: () => '姓名中不可能有数字：有字母识别有误。',
	},
	'not-in-a-name': {
		short: ({character}) => `姓名不能含${text(character, '该字符')}`,
		sentence: ({character}) => `姓名中不能有“${text(character, '该字符')}”：只能输入字母、空格、- 和 '。`,
	},
	'no-letter': {
		short: () => '没有字母',
		sentence: () => '姓名至少要有一个字母。',
	},
	'name-filler': {
		short: () => '填充符误读为字母',
		sentence: () => '姓名末尾的填充符被误读成了字母。',
	},
	'no-surname': {
		short: () => '没有姓',
		sentence: () => '该护照没有姓，只有名，这是允许的。',
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
} satisfies Reasons;
