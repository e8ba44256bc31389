import type {Reasons} from '../../reason.ts';
import {place, text} from './words.ts';

/** 证明某个值或与之矛盾的内容。 */
export const proof = {
	'check-digit': {
		short: ({digit}) => (digit === undefined ? '校验位相符' : `校验位 ${digit} 相符`),
		sentence: ({digit}) => `印刷的校验位${digit === undefined ? '' : ` ${digit} `}与该值相符。`,
	},
	'check-digit-wrong': {
		short: () => '校验位不符',
		sentence: ({printed, expected}) =>
			`印刷的校验位是 ${text(printed)}，按该值应为 ${text(expected)}：某个字符或校验位本身识别有误。`,
	},
	'long-number': {
		short: () => '号码可能更长',
		sentence: ({value}) => `校验位处是填充符，与其后的可选数据合起来为 ${text(value)}，校验位相符：号码可能多于 9 位。`,
		next: () => '请与护照上印刷的号码核对。',
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
		sentence: ({printed, expected}) => `第二行末尾的总校验位是 ${text(printed)}，按该行应为 ${text(expected)}。`,
		next: () => '请对照图片核对第二行。',
	},
	'read-clearly': {
		short: () => '字迹清晰',
		sentence: () => '每个字符都清晰可辨。',
	},
	'read-weakly': {
		short: ({character}) => (character === undefined ? '不够清晰' : `${character} 不够清晰`),
		sentence: params =>
			params.character === undefined
				? params.position === undefined
					? '部分字符不够清晰。'
					: `${place(params)}字符不够清晰。`
				: `${place(params)}字符 ${text(params.character)} 不够清晰${
						params.perhaps === undefined || params.perhaps === '' ? '' : `，也可能是 ${params.perhaps}`
					}。`,
		next: ({character}) => (character === undefined ? '请与图片核对。' : ''),
	},
	'two-zones-agree': {
		short: () => '与印刷内容一致',
		sentence: () => '证件页上的印刷内容与机读码一致。',
	},
	'two-zones-differ': {
		short: () => '与印刷内容不一致',
		sentence: ({printed, mrz}) => `证件页上印的是 ${text(printed)}，机读码是 ${text(mrz)}。`,
	},
	'not-in-print': {
		short: () => '印刷内容中未找到',
		sentence: ({printed}) =>
			printed === undefined
				? '证件页上印的其他内容与机读码一致，但未找到这一项。'
				: `证件页上印这一项的位置识别为 ${text(printed)}，不够清晰。`,
		next: ({printed}) => (printed === undefined ? '' : '请与证件页上印的内容核对。'),
	},
	'engines-agree': {
		short: () => '两次识别一致',
		sentence: () => '两个独立的识别引擎结果一致。',
	},
	'engines-differ': {
		short: () => '两次识别不一致',
		sentence: ({value, other}) => `一个引擎识别为 ${text(value)}，另一个识别为 ${text(other)}。`,
	},
	'other-picture-differs': {
		short: () => '另一张图片不同',
		sentence: ({other, file}) => `${text(file, '另一张图片')} 应为同一本护照，但其内容为 ${text(other)}。`,
	},
	'issuer-agrees': {
		short: () => '两行一致',
		sentence: () => '第一行的签发国与第二行的国籍一致。',
	},
	'statement-differs': {
		short: () => '与机读码不一致',
		sentence: ({value, other}) => `识别服务给出的是 ${text(other)}，但其机读码是 ${text(value)}。`,
	},
	'as-given': {
		short: () => '以所给文本为准',
		sentence: () => '该值没有校验位，以所给文本为准。',
	},
	'same-as-other': {
		short: () => '与另一项相同',
		sentence: () => '出生地点与签发机关识别为同一内容。',
		next: () => '请分别与图片核对。',
	},
	unlabelled: {
		short: () => '未识别到栏目名称',
		sentence: () => '该内容旁未识别到栏目名称，无法确定它属于哪一项。',
		next: () => '请与图片核对。',
	},
	'engine-word': {
		short: () => '仅此一处识别，无法互证',
		sentence: () => '该值仅在一处识别到，没有其他内容可以互证。',
	},
	'changed-outside': {
		short: () => '文件被其他程序改动',
		sentence: ({value, other, line}) => {
			const changed = '结果文件被其他程序改动过：';
			if (line !== undefined) return `${changed}机读码第 ${text(line)} 行与判定时不同。`;
			if (other === undefined) return `${changed}各部分内容已不一致。`;
			return `${changed}文件中为 ${text(other, '空')}，判定时为 ${text(value, '空')}。`;
		},
	},
	'changed-picture': {
		short: () => '图片已更改',
		sentence: () => '图片在识别之后已更改：这些值来自原来的图片。',
		next: () => '请重新识别。',
	},
	'picture-gone': {
		short: () => '图片不在了',
		sentence: () => '图片已不在原处，或无法打开：无法与图片核对。',
		next: () => '请放回图片，或按已识别的内容接受。',
	},
	edited: {
		short: () => '人工修改',
		sentence: () => '该值由人工输入。',
	},
	confirmed: {
		short: () => '人工确认',
		sentence: () => '已由人工核对，内容正确。',
	},
} satisfies Reasons;
