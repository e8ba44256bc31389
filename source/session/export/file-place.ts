import {isAbsolute, join} from 'node:path';
import {type ExportFormat, formatOf, formats, suits} from '../../core/export/formats.ts';

/** True when a typed name ends like a file of another format: then either of the two is a mistake. */
export const namesOtherFormat = (entered: string, format: ExportFormat): boolean =>
	(formatOf(entered.trim()) ?? format) !== format;

/**
 * Where a file goes: the typed name may hold folders, `~` and be absolute; the format's extension is added to whatever does
 * not end in it. A folder with a slash behind it gets a file of the `usual` name.
 */
export function filePlace(entered: string, format: ExportFormat, folder: string, home: string, usual: string): string {
	const typed = /[\\/]$/.test(entered) ? entered + usual : entered;
	const named = suits(typed, format) ? typed : typed + formats[format].extension;
	if (/^~[\\/]/.test(named)) return join(home, named.slice(2));
	return isAbsolute(named) ? named : join(folder, named);
}
