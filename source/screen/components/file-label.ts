import {dirname} from 'node:path';
import type {BatchItem} from '../../core/batch/batch.ts';
import {fileOf, partOf} from '../../core/picture-address.ts';
import {onceForEach} from '../../core/remember.ts';
import {commonFolder} from '../../session/export/update.ts';
import {fileName} from '../../text/format.ts';
import {cutStart} from '../layout/width.ts';

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
 *
 * @param above The path in the row above; undefined for the first that is shown.
 * @param folder The folder of the batch; empty where there is none.
 */
export function fileLabel(path: string, above: string | undefined, folder: string, columns: number): string {
	const inside = dirname(path);
	const isDeeper = folder !== '' && inside !== folder;
	const indent = isDeeper ? '  ' : '';
	if (above !== undefined && fileOf(above) === fileOf(path)) return `${indent}  ${partOf(path)}`;
	if (!isDeeper) return cutStart(fileName(path), columns);
	if (above !== undefined && dirname(above) === inside) return indent + cutStart(fileName(path), columns - 2);
	return cutStart(`${fileName(inside)}/${fileName(path)}`, columns);
}
