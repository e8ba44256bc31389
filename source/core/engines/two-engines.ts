import {combine} from '../passport/judge/combine.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import type {Engine} from './engine.ts';

export type TwoEnginesOptions = {
	/** Free. */
	readonly offline: Engine;
	/** Paid; its refusals are the refusals of both. */
	readonly cloud: Engine;
	readonly today: CalendarDay;
};

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
