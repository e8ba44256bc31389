import type {Reasons} from '../../reason.ts';
import {forms, text} from './words.ts';

const documentKinds: Readonly<Record<string, string>> = {
	ordinary: '普通护照',
	'multiple-journey': '多次往返普通护照',
	official: '公务护照',
	'public-affairs': '公务普通护照',
	service: '公务护照',
	diplomatic: '外交护照',
};

/** 号码和代码：各国和国际民航组织的规定。 */
export const codes = {
	'number-pattern': {
		short: ({issuer}) => `符合 ${text(issuer, '签发国')} 号码格式`,
		sentence: ({issuer}) => `号码符合 ${text(issuer, '签发国')} 护照的格式。`,
	},
	'number-pattern-unusual': {
		short: ({issuer}) => `不像 ${text(issuer, '签发国')} 的号码`,
		sentence: ({issuer, expected}) =>
			`号码与已知的 ${text(issuer, '签发国')} 护照格式${expected === undefined ? '' : `（${forms(expected)}）`}不同。`,
		next: () => '请对照图片核对。',
	},
	'number-pattern-wrong': {
		short: ({issuer}) => `${text(issuer, '签发国')} 号码格式有误`,
		sentence: ({issuer, expected}) =>
			`${text(issuer, '签发国')} 护照的号码不是这种格式${expected === undefined ? '' : `（应为 ${forms(expected)}）`}：有字符识别有误。`,
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
	'document-kind': {
		short: ({kind}) => documentKinds[String(kind)] ?? '护照',
		sentence: ({kind, issuer}) =>
			`证件种类：${documentKinds[String(kind)] ?? '护照'}${issuer === undefined ? '' : `（${issuer}）`}。`,
	},
	'unknown-type': {
		short: () => '签发国自定种类',
		sentence: ({code}) => `${text(code, '第二个字母')} 的含义由签发国自定。`,
	},
	'personal-number': {
		short: () => '个人身份号码',
		sentence: ({issuer}) => `${text(issuer, '该国')}通常在此印个人身份号码，非必要请勿外传。`,
	},
} satisfies Reasons;
