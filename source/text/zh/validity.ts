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
	short: (unfit, unknown) =>
		[unfit > 0 ? `${unfit} 本有效期问题` : '', unknown > 0 ? `${unknown} 本无法判断` : '']
			.filter(part => part !== '')
			.join('，'),
	ofRows: unfit => `表格中：${unfit}。`,
	trip: {
		days: '行程日期：',
		rule: rule =>
			({'0d': '最后一天仍有效', '3m': '之后再有效 3 个月', '6m': '之后再有效 6 个月', schengen: '申根'})[rule] ??
			`之后再有效 ${rule}`,
		hint: '可输入一天，或首尾两天。留空：没有行程。',
		set: (days, rule) => `行程 ${days}，${rule}`,
	},
};
