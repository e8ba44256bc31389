import {numberForms} from '../../number-forms.ts';
import type {ReasonParams} from '../../reason.ts';

/** 参数的值；没有时用代替的文字。 */
export const text = (value: string | number | undefined, otherwise = '？'): string =>
	value === undefined || value === '' ? otherwise : String(value);

/** 在值中的位置；不知道时为空。 */
export const place = (params: ReasonParams): string =>
	params.position === undefined ? '' : `第 ${params.position} 位的`;

const characters = {digit: '位数字', letter: '个字母', either: '位字母或数字'} as const;

/** 护照号码的格式。 */
export const forms = (expected: string | number): string =>
	numberForms(String(expected), (count, sign) => `${count} ${characters[sign]}`, '，或 ');
