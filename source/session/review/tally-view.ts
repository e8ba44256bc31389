import type {Tally} from '../../core/review/tally.ts';
import {type Language, messages} from '../../text/index.ts';

/** What can be counted for a person before and after a file is written. */
export type Told = Tally & {
	/** Pictures that failed, that are still to be read, and that show a passport which another row has. */
	readonly failed: number;
	readonly waiting: number;
	readonly twice: number;
};

export type ToldKind = keyof Told;

/** Those of the kinds that there are any of, each in a few words. */
export const tallyWords = (
	language: Language,
	told: Partial<Told>,
	kinds: readonly ToldKind[],
	manner: 'long' | 'short' = 'long',
): readonly (readonly [ToldKind, string])[] =>
	kinds.flatMap(kind => {
		const count = told[kind] ?? 0;
		if (count === 0) return [];
		const said =
			manner === 'long' ? messages(language).tally[kind](count) : messages(language).tally.short[kind](count);
		return [[kind, said] as const];
	});

/** The same in one line. */
export const tallyLine = (
	language: Language,
	told: Partial<Told>,
	kinds: readonly ToldKind[],
	manner: 'long' | 'short' = 'long',
): string =>
	tallyWords(language, told, kinds, manner)
		.map(([, said]) => said)
		.join(messages(language).tally.comma);

/** The order in which rows are named. */
export const rowKindsTold: readonly ToldKind[] = [
	'accepted',
	'edited',
	'unproven',
	'clean',
	'check',
	'skipped',
	'rejected',
];

/** The order in which what has no row is named. */
export const leftKindsTold: readonly ToldKind[] = [
	'accepted',
	'edited',
	'clean',
	'check',
	'skipped',
	'rejected',
	'twice',
	'failed',
	'waiting',
];
