import type {Picture} from '../pictures/picture.ts';
import type {Claim, Taken} from '../records/claim.ts';
import {serialize} from '../records/serialize.ts';
import {isoTime} from '../records/time.ts';
import type {RunningProcess} from '../running-process.ts';
import type {Claims} from './claims.ts';
import type {Turn} from './ordered-semaphore.ts';
import type {PageRecords} from './page-records.ts';

export type CallOptions = {
	/** A call may be charged: then one process makes it, and only where its answer can be kept. */
	readonly isPaid: boolean;
	readonly claims: Claims;
	/**
	 * @param fresh The picture is to be read again, whatever is kept of it.
	 * @throws AppError where there is no place for the result of a picture, or one may be that cannot be opened
	 */
	readonly check: (picture: Picture, fresh: boolean) => Promise<void>;
	/**
	 * What another process has kept of a picture meanwhile.
	 *
	 * @param since Only what was read after that, ISO 8601.
	 * @throws AppError for a failure that was kept
	 */
	readonly answered: (picture: Picture, since: string | undefined) => Promise<PageRecords | undefined>;
	readonly now: () => Date;
	/** Another process reads the picture; its answer is waited for. */
	readonly onElsewhere: (path: string, holder: RunningProcess | undefined) => void;
	/** A process was killed while it waited for the answer about the picture, which is sent again. */
	readonly onLost: (path: string, by: RunningProcess) => void;
};

export type AskedCall = {
	/** When the engine may be asked. Before and after it pictures are opened, looked up, judged and kept. */
	readonly turn: Turn;
	readonly signal: AbortSignal;
	readonly fresh: boolean;
	/** It is being asked. */
	readonly onStart: () => void;
};

export type Begun = {readonly answer?: PageRecords; readonly claim?: Claim};

/** Returns what waits until an engine may be asked about a picture, or until another process has the answer. */
export function createBegin({isPaid, claims, check, answered, now, onElsewhere, onLost}: CallOptions) {
	// One after the other, so that pictures are sent in their order.
	const inOrder = serialize();

	type Claimed = Taken | {readonly answer: PageRecords} | {readonly claim: undefined};

	const claim = async (picture: Picture, since: string | undefined): Promise<Claimed> => {
		await check(picture, since !== undefined);
		const taken = await claims.take(picture);
		if (!('claim' in taken)) return taken;
		try {
			const answer = await answered(picture, since);
			if (!answer) return taken;
			await taken.claim.release();
			return {answer};
		} catch (error) {
			await taken.claim.release();
			throw error;
		}
	};

	return async (picture: Picture, {turn, signal, fresh, onStart}: AskedCall): Promise<Begun> => {
		const since = fresh ? isoTime(now()) : undefined;
		for (;;) {
			await turn.enter();
			const taken: Claimed = isPaid ? await inOrder('claim', () => claim(picture, since)) : {claim: undefined};
			if ('answer' in taken) return taken;
			if (!('holder' in taken)) {
				if ('left' in taken && taken.left) onLost(picture.path, taken.left);
				onStart();
				return taken.claim ? {claim: taken.claim} : {};
			}
			turn.leave();
			onElsewhere(picture.path, taken.holder);
			await claims.freed(picture, signal);
		}
	};
}
