import {cleanText} from '../core/clean-text.ts';
import {type NamesApart, nameAmong, namesApart} from '../core/records/picture-names.ts';
import type {AppState} from './state.ts';

type Pictures = Pick<AppState, 'reading' | 'review'>;
type Paths = readonly {readonly path: string}[];

const hasPathsOf = (some: Paths, others: Paths): boolean =>
	some === others || (some.length === others.length && some.every(({path}, place) => path === others[place]!.path));

/** Of each picture once: a passport is in a picture of the batch. */
const pathsIn = (items: Paths, records: Paths): ReadonlySet<string> =>
	new Set([...items, ...records].map(({path}) => path));

const isSameSet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
	some.size === others.size && [...some].every(path => others.has(path));

/** Readings and decisions change items and records at each key, their paths hardly ever, and the names even less. */
let last = {items: [] as Paths, records: [] as Paths, paths: new Set() as ReadonlySet<string>, names: namesApart([])};

/** Of the batch and the passports in it, the pictures of one name, named apart. */
export function namesInBatch({reading: {items}, review: {records}}: Pictures): NamesApart {
	if (items === last.items && records === last.records) return last.names;
	if (hasPathsOf(items, last.items) && hasPathsOf(records, last.records)) {
		last = {...last, items, records};
		return last.names;
	}
	const paths = pathsIn(items, records);
	last = {items, records, paths, names: isSameSet(paths, last.paths) ? last.names : namesApart(paths)};
	return last.names;
}

/**
 * The name of a picture for a line: that of its file, with folders where another file of the batch has the same.
 *
 * @param more Pictures that are named beside those of the batch.
 */
export function pictureName(state: Pictures, path: string, more: readonly string[] = []): string {
	const names =
		more.length === 0
			? namesInBatch(state)
			: namesApart([...pathsIn(state.reading.items, state.review.records), ...more]);
	return cleanText(nameAmong(names, path));
}
