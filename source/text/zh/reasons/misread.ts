import type {Reasons} from '../../reason.ts';
import {place, text} from './words.ts';

/** 可能识别有误的字符，以及作了什么更正。 */
export const misread = {
	'blind-spot': {
		short: ({character, twin}) =>
			character === undefined
				? '可能是形近字符'
				: `${text(character)} 也可能是${twin === '<' ? '空位' : ` ${text(twin)}`}`,
		sentence: params =>
			params.character === undefined
				? `${place(params) || '其中一个'}字符可能是另一个形近的字符，校验位无法区分。`
				: `校验位无法区分${place(params)} ${text(params.character)} 和${params.twin === '<' ? '填充符' : ` ${text(params.twin)}`}。`.replace(
						'  ',
						' ',
					),
		next: () => '请对照图片核对。',
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
		sentence: ({value}) => `可能是 ${text(value)}，但没有印刷内容可以证明。`,
		next: () => '请对照图片核对。',
	},
	'wrong-character': {
		short: ({character}) => (character === undefined ? '此处字符有误' : `此处不会是 ${text(character)}`),
		sentence: params =>
			params.character === undefined
				? `${place(params) || '其中一个'}字符不可能出现在该栏：识别有误。`
				: `${place(params)} ${text(params.character)} 不可能出现在该栏：识别有误。`.trimStart(),
	},
	'not-look-alike': {
		short: ({seen, taken}) => (seen === undefined ? '识别到另一字符' : `识别为 ${text(seen)}，按规则取 ${text(taken)}`),
		sentence: params =>
			params.seen === undefined
				? `${place(params) || '其中一个'}字符清楚地识别为另一字符，但按规则不应如此。`
				: `${place(params)} ${text(params.seen)} 看得很清楚，但按规则应为 ${text(params.taken)}。`.trimStart(),
		next: () => '请对照图片核对。',
	},
	'other-line-possible': {
		short: ({value}) =>
			value === undefined || String(value).length > 14 ? '另有可能的读法' : `也可能是 ${text(value)}`,
		sentence: ({value}) =>
			`该行还有另一种读法${value === undefined ? '' : `（此处为 ${text(value)}）`}也符合全部校验位。`,
		next: () => '请对照图片核对。',
	},
	homoglyph: {
		short: () => '非拉丁字母',
		sentence: ({character, as}) =>
			character === undefined
				? '其他文字的一个字母被当作拉丁字母。'
				: `其他文字的字母 ${text(character)} 被当作 ${text(as)}。`,
		next: () => '请与护照核对。',
	},
	missing: {
		short: () => '未识别到内容',
		sentence: () => '此处未识别到内容。',
	},
	'too-long': {
		short: ({places}) => `超出 ${text(places, '规定')} 位`,
		sentence: ({places}) =>
			`机读码中该字段只有 ${text(places, '有限的几')} 位，无法用校验位核对。请去掉空格和多余的字符。`,
	},
	'inner-filler': {
		short: () => '号码中有空位',
		sentence: () => '号码中有空位，无法判断护照上印的是空格还是连字符。',
	},
} satisfies Reasons;
