import {fileOf, partOf} from '../picture-address.ts';
import {sourceImage} from './legacy/keys.ts';

/** The last `count` parts of a path. */
const lastParts = (path: string, count: number): string => path.split(/[\\/]/).slice(-count).join('/').normalize('NFC');

/** As many parts of paths as distinguish files of one name. */
function partsFor(files: readonly string[]): number {
	const longest = Math.max(...files.map(file => file.split(/[\\/]/).length));
	for (let parts = 2; parts < longest; parts++) {
		if (new Set(files.map(file => lastParts(file, parts))).size === files.length) return parts;
	}
	return longest;
}

/**
 * Names the pictures of a run for people: by the file's name, and where another file of the run has the same, with the
 * fewest folders that distinguish them. `source_image` of JSON stays the name without folders.
 */
export function pictureNames(paths: Iterable<string>): (path: string) => string {
	const byName = new Map<string, Set<string>>();
	for (const path of paths) {
		const file = fileOf(path);
		const name = sourceImage(file);
		const files = byName.get(name);
		if (files) files.add(file);
		else byName.set(name, new Set([file]));
	}
	const names = new Map<string, string>();
	for (const files of byName.values()) {
		if (files.size < 2) continue;
		const parts = partsFor([...files]);
		for (const file of files) names.set(file, lastParts(file, parts));
	}
	return path => {
		const name = names.get(fileOf(path));
		return name === undefined ? sourceImage(path) : name + partOf(path);
	};
}
