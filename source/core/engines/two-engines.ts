import {combinePages} from '../passport/judge/combine-pages.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import type {Engine} from './engine.ts';

export type TwoEnginesOptions = {
	/** Free. */
	readonly local: Engine;
	/** Paid; its refusals are the refusals of both. */
	readonly remote: Engine;
	readonly today: CalendarDay;
};

/**
 * Reads each page with both engines at the same time. Where the offline one finds nothing, the cloud's reading is used
 * alone. Kept like any other result of the cloud: it was paid for.
 */
export function createTwoEngines({local, remote, today}: TwoEnginesOptions): Engine {
	return {
		id: remote.id,
		version: `${remote.version}+${local.id}-${local.version}`,
		concurrency: remote.concurrency,
		...(local.documents ? {documents: local.documents} : {}),
		async read(picture, options = {}) {
			const near = local.read(picture, options.signal ? {signal: options.signal} : {}).catch(() => undefined);
			const far = await remote.read(picture, options);
			const reading = await near;
			return reading ? combinePages(reading, far, today) : far;
		},
		calls: remote.calls,
		async close() {
			await Promise.all([local.close(), remote.close()]);
		},
	};
}
