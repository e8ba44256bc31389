import {cleanText} from '../core/clean-text.ts';
import {type NamesApart, nameAmong, namesApart} from '../core/records/picture-names.ts';
import type {AppState} from './state.ts';

type Pictures = Pick<AppState, 'reading' | 'review'>;

let known: {readonly paths: readonly string[]; readonly names: NamesApart} = {paths: [], names: namesApart([])};

/** Of the batch and the passports in it, the pictures of one name, named apart. Counted again only where a path is another one. */
export function namesInBatch({reading, review}: Pictures): NamesApart {
	const paths = [...reading.items.map(({path}) => path), ...review.records.map(({path}) => path)];
	const isKnown = paths.length === known.paths.length && paths.every((path, at) => path === known.paths[at]);
	if (!isKnown) known = {paths, names: namesApart(paths)};
	return known.names;
}

/** The name of a picture for a line: that of its file, with folders where another file of the batch has the same. */
export const pictureName = (state: Pictures, path: string): string => cleanText(nameAmong(namesInBatch(state), path));
