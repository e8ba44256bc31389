import {relative, resolve} from 'node:path';
import {fileOf, partOf} from '../picture-address.ts';
import {isBelow} from './is-below.ts';
import {sourceImage} from './legacy/keys.ts';

/** Names of files that their own name does not distinguish, by their paths. */
export type NamesApart = ReadonlyMap<string, string>;

/** The parts of a path, in one form on every system. */
const partsOf = (path: string): readonly string[] => path.normalize('NFC').split(/[\\/]/);

/** How many of its first parts each path has in common with the others, at most all but its name. */
function commonParts(files: readonly (readonly string[])[]): number {
	const [first = []] = files;
	const shortest = Math.min(...files.map(parts => parts.length - 1));
	let count = 0;
	while (count < shortest && files.every(parts => parts[count] === first[count])) count++;
	return count;
}

/**
 * Names files of one name by the fewest folders that distinguish each of them from the others. No name begins above the
 * folder that holds all of them: a list says nothing of where on a computer that folder is.
 */
function apart(files: readonly string[]): [file: string, name: string][] {
	const all = files.map(file => ({file, parts: partsOf(file)}));
	const common = commonParts(all.map(({parts}) => parts));
	const named: [string, string][] = [];
	let waiting = all.map(({file, parts}) => ({file, inside: parts.slice(common)}));
	for (let count = 2; waiting.length > 0; count++) {
		const counts = new Map<string, number>();
		const shown = waiting.map(({file, inside}) => ({file, inside, name: inside.slice(-count).join('/')}));
		for (const {name} of shown) counts.set(name, (counts.get(name) ?? 0) + 1);
		const isLast = ({inside, name}: (typeof shown)[number]) => counts.get(name) === 1 || inside.length <= count;
		for (const one of shown) if (isLast(one)) named.push([one.file, one.name]);
		waiting = shown.filter(one => !isLast(one));
	}
	return named;
}

/** Finds the files of one name among pictures, and names them apart. */
export function namesApart(paths: Iterable<string>): NamesApart {
	const byName = new Map<string, string | Set<string>>();
	for (const path of paths) {
		const file = fileOf(path);
		const name = sourceImage(file);
		const files = byName.get(name);
		if (files === undefined) byName.set(name, file);
		else if (typeof files !== 'string') files.add(file);
		else if (files !== file) byName.set(name, new Set([files, file]));
	}
	const names = new Map<string, string>();
	for (const files of byName.values()) {
		if (typeof files === 'string') continue;
		for (const [file, name] of apart([...files])) names.set(file, name);
	}
	return names;
}

/** The names that a list may have for a picture: that of its file, and with one folder and more before it. */
export function namesInLists(path: string): readonly string[] {
	const parts = partsOf(resolve(fileOf(path)));
	return parts.map((_, place) => parts.slice(-1 - place).join('/') + partOf(path));
}

/** The name of a picture: that of its file, with folders where another file has the same. */
export function nameAmong(names: NamesApart | undefined, path: string): string {
	const name = names?.get(fileOf(path));
	return name === undefined ? sourceImage(path) : name + partOf(path);
}

/**
 * Names the pictures of a run for people: by the file's name, and where another file of the run has the same, with the
 * fewest folders that distinguish them. `source_image` of JSON stays the name without folders.
 */
export function pictureNames(paths: Iterable<string>): (path: string) => string {
	const names = namesApart(paths);
	return path => nameAmong(names, path);
}

/** Files whose names are compared with those of later ones, at most: a process may run for months. */
const mostBefore = 100_000;

/** Names pictures that come one after the other: each is distinguished from those before it. */
export function namesInTurn() {
	let byName = new Map<string, {readonly files: Set<string>; names?: ReadonlyMap<string, string> | undefined}>();
	return {
		add(path: string): void {
			const file = fileOf(path);
			const name = sourceImage(file);
			const group = byName.get(name);
			if (group?.files.has(file)) return;
			if (byName.size >= mostBefore) byName = new Map();
			byName.set(name, {files: new Set([...(group?.files ?? []), file])});
		},
		nameOf(path: string): string {
			const group = byName.get(sourceImage(fileOf(path)));
			if (group && group.files.size > 1) group.names ??= new Map(apart([...group.files]));
			return nameAmong(group?.names, path);
		},
	};
}

/** Names pictures by where they are below folders, so that a name stays as it is when further ones arrive. */
export function namesBelow(folders: readonly string[]): (path: string) => string {
	const tops = [...new Set(folders.map(folder => resolve(folder)))];
	const topName = pictureNames(tops);
	return path => {
		const place = resolve(path);
		const top = tops.find(folder => isBelow(folder)(place));
		if (top === undefined) return sourceImage(path);
		const inside = partsOf(relative(top, place)).join('/');
		return tops.length === 1 ? inside : `${topName(top)}/${inside}`;
	};
}
