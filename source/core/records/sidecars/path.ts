import {createHash} from 'node:crypto';
import {basename, dirname, extname, join} from 'node:path';
import {fileOf} from '../../picture-address.ts';

/** Bytes that the name of a file may have on any usual file system. */
const longestName = 255;

/** Next to the picture, for all of its passports and pages; its last extension replaced: `a.jpg` has `a.json`, as the original skill has it. */
export function sidecarPath(picture: string): string {
	const file = fileOf(picture);
	return join(dirname(file), shortened(basename(file, extname(file)), '.json'));
}

/** Its path when the other place is another picture's or another program's: `a.jpg.json`. */
export function secondSidecarPath(picture: string): string {
	const file = fileOf(picture);
	return join(dirname(file), shortened(basename(file), '.json'));
}

/** Every place where a result of a picture may be. */
export const sidecarPlaces = (picture: string): readonly string[] => [
	...new Set([sidecarPath(picture), secondSidecarPath(picture)]),
];

/** A name with an ending; of one that is too long the beginning, and a hash of the whole. */
export function shortened(name: string, ending: string): string {
	if (Buffer.byteLength(name + ending) <= longestName) return name + ending;
	const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
	const room = longestName - Buffer.byteLength(mark + ending);
	let short = '';
	let bytes = 0;
	for (const sign of name) {
		bytes += Buffer.byteLength(sign);
		if (bytes > room) break;
		short += sign;
	}
	return short + mark + ending;
}
