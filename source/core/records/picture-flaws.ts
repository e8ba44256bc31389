import type {Issue, Reason} from '../passport/model/passport.ts';
import {isPictureAdvice} from '../passport/reasons-to-look.ts';
import type {PassportRecord} from './record.ts';

/** What makes the lines of some pictures hard to read, and of how many. */
export type PictureFlaw = {readonly reason: Reason; readonly count: number};

/**
 * Returns what a better picture would mend, before pictures are sent to a service that charges: the most frequent flaw
 * first, with the smallest letters of all pictures.
 */
export function pictureFlaws(records: readonly PassportRecord[]): readonly PictureFlaw[] {
	const flaws = new Map<string, PictureFlaw>();
	for (const reason of records.flatMap(({passport}) => flawsOf(passport.issues))) {
		const known = flaws.get(reason.code);
		const worse = known && heightOf(known.reason) <= heightOf(reason) ? known.reason : reason;
		flaws.set(reason.code, {reason: worse, count: (known?.count ?? 0) + 1});
	}
	return [...flaws.values()].sort((a, b) => b.count - a.count);
}

/** What makes the lines of one picture hard to read; that it ends within them is said once. */
export function flawsOf(issues: readonly Issue[]): readonly Reason[] {
	const advice = issues.filter(isPictureAdvice).map(({code, params}): Reason => (params ? {code, params} : {code}));
	return issues.some(({code}) => code === 'unseen') ? [...advice, {code: 'unseen'}] : advice;
}

const heightOf = ({params}: Reason): number => Number(params?.height ?? 0);
