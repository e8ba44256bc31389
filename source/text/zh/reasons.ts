import type {ReasonCode} from '../../core/passport/model/passport.ts';
import type {ReasonText} from '../reason.ts';
import {codes} from './reasons/codes.ts';
import {dates} from './reasons/dates.ts';
import {misread} from './reasons/misread.ts';
import {page} from './reasons/page.ts';
import {person} from './reasons/person.ts';
import {proof} from './reasons/proof.ts';

/** 全部判断依据和提示的中文说法。 */
export const reasons: Readonly<Record<ReasonCode, ReasonText>> = {
	...proof,
	...misread,
	...codes,
	...dates,
	...person,
	...page,
};
