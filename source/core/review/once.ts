import type {PassportRecord} from '../records/record.ts';
import {relations} from './people.ts';

/** A picture whose passport another picture has a row for. */
export type Twin = {readonly record: PassportRecord; readonly sameAs: PassportRecord};

export type OnceEach = {
	/** One record for each passport, in the order given. */
	readonly kept: readonly PassportRecord[];
	readonly left: readonly Twin[];
};

const weights = {edited: 3, accepted: 2, unreviewed: 1, rejected: 0} as const;

/** What a person worked on is worth more than what was only read, and what is proven more than what is not. */
const worth = ({review, passport}: PassportRecord): number =>
	weights[review.state] * 2 + (passport.status === 'clean' ? 1 : 0);

/**
 * Each passport once: of several pictures of one passport, or the same picture twice, the one that a person worked on
 * most, else the first. One person's two passports both stay.
 */
export function oncePerPassport(records: readonly PassportRecord[]): OnceEach {
	const byPath = new Map(records.map(record => [record.path, record]));
	/** A picture and what stands for it; followed to its end. */
	const standIn = new Map<string, string>();
	const chosen = (path: string): string => {
		const next = standIn.get(path);
		return next === undefined ? path : chosen(next);
	};
	for (const {kind, paths} of relations(records)) {
		if (kind === 'samePerson') continue;
		const group = [...new Set(paths.map(chosen))];
		const best = group.reduce((one, other) => (worth(byPath.get(other)!) > worth(byPath.get(one)!) ? other : one));
		for (const path of group) if (path !== best) standIn.set(path, best);
	}
	return {
		kept: records.filter(({path}) => !standIn.has(path)),
		left: records
			.filter(({path}) => standIn.has(path))
			.map(record => ({record, sameAs: byPath.get(chosen(record.path))!})),
	};
}
