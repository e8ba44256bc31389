import {isAbsolute, join} from 'node:path';
import {type ExportFormat, extensions} from '../core/export/formats.ts';

/** Where a file goes: the typed name may hold folders, `~` and be absolute; a missing extension is added. */
export function filePlace(typed: string, format: ExportFormat, folder: string, home: string): string {
	const named = /\.[a-z]+$/i.test(typed) ? typed : typed + extensions[format];
	if (/^~[\\/]/.test(named)) return join(home, named.slice(2));
	return isAbsolute(named) ? named : join(folder, named);
}
