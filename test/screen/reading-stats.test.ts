import {expect, it} from 'vitest';
import {readingStats} from '../../source/session/reading/stats.ts';
import {stateWith} from '../support/app-state.ts';

const busy = (startedAt: number) => ({path: `/p/${startedAt}.png`, state: 'reading', startedAt}) as const;

const after = (milliseconds: number, cloud: boolean, starts: readonly number[] = [0]) =>
	readingStats(
		stateWith({reading: {items: starts.map(busy), phase: 'running', timeLeft: 4000, now: milliseconds}}).reading,
		cloud,
	);

it('promises no time while the cloud owes every answer for long, and says that it is waited for', () => {
	expect(after(5000, true)).toMatchObject({waiting: false, left: 4});
	expect(after(30_000, true)).toMatchObject({waiting: true, left: undefined});
	expect(after(30_000, true, [0, 29_000])).toMatchObject({waiting: false, left: 4});
});

it('waits for no service where this computer reads', () => {
	expect(after(30_000, false)).toMatchObject({waiting: false, left: 4});
});
