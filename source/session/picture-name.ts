import {cleanText} from '../core/clean-text.ts';
import {type NamesApart, nameAmong, namesApart} from '../core/records/picture-names.ts';
import {lastAnswer} from '../core/remember.ts';
import type {AppState} from './state.ts';

type Pictures = Pick<AppState, 'reading' | 'review'>;
type Paths = readonly {readonly path: string}[];

/** Decisions and readings change items and records at each key, and their paths hardly ever. */
let last: {readonly paths: readonly string[]; readonly names: NamesApart} = {paths: [], names: namesApart([])};

/** Of each picture once: a passport that was just read is in a picture of the batch, and changes no name. */
const pathsIn = (items: Paths, records: Paths): readonly string[] => [
	...new Set([...items, ...records].map(({path}) => path)),
];

const namesOf = lastAnswer((items: Paths, records: Paths): NamesApart => {
	const paths = pathsIn(items, records);
	const isSame = paths.length === last.paths.length && paths.every((path, place) => path === last.paths[place]);
	if (!isSame) last = {paths, names: namesApart(paths)};
	return last.names;
});

/** Of the batch and the passports in it, the pictures of one name, named apart. */
export const namesInBatch = ({reading, review}: Pictures): NamesApart => namesOf(reading.items, review.records);

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
