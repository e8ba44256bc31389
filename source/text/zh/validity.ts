import type {validity as en} from '../en/validity.ts';

const parts: typeof en.parts = (expired, notForTrip, unknown) =>
	[
		expired > 0 ? `${expired} 本已过期` : '',
		notForTrip > 0 ? `${notForTrip} 本不符合行程` : '',
		unknown > 0 ? `${unknown} 本无法判断` : '',
	]
		.filter(part => part !== '')
		.join('，');

/** 护照是否仍然有效，是否满足行程要求。 */
export const validity: typeof en = {
	parts,
};
