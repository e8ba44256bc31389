import {median} from '../../core/batch/eta.ts';

/** Decisions before which nothing is said of a person's pace. */
const fewest = 5;

/** How many of the last decisions give the pace. */
const remembered = 20;

/** The moments of the last decisions with one more, as many as the pace is computed from. */
export const withDecision = (moments: readonly number[], at: number): readonly number[] => [
	...moments.slice(1 - remembered),
	at,
];

/**
 * Milliseconds until a person has decided about `left` passports, as fast as about the last ones; undefined as long as too
 * few were decided to say. The median, because a pause, or a passport that was hard, says nothing of the others.
 *
 * @param moments When passports were decided in this session, milliseconds since the epoch, the latest last.
 */
export function timeToDecide(moments: readonly number[], left: number): number | undefined {
	if (moments.length < fewest || left === 0) return undefined;
	const usual = median(moments.slice(1).map((at, index) => at - moments[index]!));
	return usual === undefined || usual <= 0 ? undefined : usual * left;
}
