import {judge} from '../passport/judge/judge.ts';
import {fieldInfo} from '../passport/model/fields.ts';
import type {CalendarDay, Passport} from '../passport/model/passport.ts';
import type {Reading} from '../passport/model/reading.ts';
import type {Engine} from './engine.ts';

export type TwoEnginesOptions = {
	/** Free. */
	readonly offline: Engine;
	/** Paid; its refusals are the refusals of both. */
	readonly cloud: Engine;
	readonly today: CalendarDay;
};

/** Fields that decide and for which something speaks; a clean passport is above all others. */
const proof = ({status, fields}: Passport): number =>
	(status === 'clean' ? fields.length : 0) +
	fields.filter(({key, evidence: {level}}) => fieldInfo(key).decides && (level === 'verified' || level === 'supported'))
		.length;

/**
 * Two engines' readings of one page as one: the better proven leads and the other is weighed against it, field by field.
 */
function combine(offline: Reading, cloud: Reading, today: CalendarDay): Reading {
	if (proof(judge(cloud, {today})) > proof(judge(offline, {today}))) return {...cloud, also: [offline]};
	const {members = {}, issues = []} = cloud;
	return {...offline, members, issues: [...(offline.issues ?? []), ...issues], also: [cloud]};
}

/**
 * Reads each page with both engines at the same time. Where the offline one finds nothing, the cloud's reading stands
 * alone. Kept like any other result of the cloud: it was paid for.
 */
export function createTwoEngines({offline, cloud, today}: TwoEnginesOptions): Engine {
	return {
		id: cloud.id,
		version: `${cloud.version}+${offline.id}-${offline.version}`,
		concurrency: cloud.concurrency,
		async read(picture, options = {}) {
			const near = offline.read(picture, options.signal ? {signal: options.signal} : {}).catch(() => undefined);
			const far = await cloud.read(picture, options);
			const reading = await near;
			return reading ? combine(reading, far, today) : far;
		},
		async close() {
			await Promise.all([offline.close(), cloud.close()]);
		},
	};
}
