import {dirname} from 'node:path';
import type {BatchItem} from '../../core/batch/batch.ts';
import {fileOf, partOf} from '../../core/picture-address.ts';
import {onceForEach} from '../../core/remember.ts';
import {commonFolder} from '../../session/export/update.ts';
import {fileName} from '../../text/format.ts';
import {cut, cutMiddle, width} from '../layout/width.ts';

/** The folder that all pictures of a batch are in. */
export const batchFolder = onceForEach((items: readonly BatchItem[]): string =>
	commonFolder(
		items.map(({path}) => path),
		'',
	),
);

/**
 * The file of a row as a tree shows it: below another page or passport of its file only the number, below another
 * picture of its folder only the name, both indented; else with its folder, where that is not the folder of the batch.
 * Where there is little room the folder is cut first, then the middle of the name.
 *
 * @param above The path in the row above; undefined for the first that is shown.
 * @param folder The folder of the batch; empty where there is none.
 */
export function fileLabel(path: string, above: string | undefined, folder: string, columns: number): string {
	const inside = dirname(path);
	const isDeeper = folder !== '' && inside !== folder;
	const indent = isDeeper ? '  ' : '';
	if (above !== undefined && fileOf(above) === fileOf(path)) return `${indent}  ${partOf(path)}`;
	const name = fileName(path);
	if (!isDeeper) return cutMiddle(name, columns);
	if (above !== undefined && dirname(above) === inside) return indent + cutMiddle(name, columns - 2);
	const ofFolder = `${cut(fileName(inside), Math.max(1, columns - width(name) - 1))}/`;
	return ofFolder + cutMiddle(name, columns - width(ofFolder));
}

/** A path in so many columns: its folders are cut first, then the middle of the file's name. */
export function pathLabel(path: string, columns: number): string {
	const name = fileName(path);
	if (width(path) <= columns || name === path) return cutMiddle(path, columns);
	const folders = cut(path.slice(0, -name.length), Math.max(1, columns - width(name)));
	return folders + cutMiddle(name, columns - width(folders));
}
