import type {AppState} from './state.ts';
import {commonFolder} from './update/export.ts';

/** As a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** The commands that do the same without a person: read the folder, write the file. */
export function sameFromScript(state: AppState): readonly string[] {
	const {written, format} = state.exporting;
	const folder = commonFolder(
		state.reading.items.map(({path}) => path),
		state.folder,
	);
	const path = written?.path ?? '';
	return [
		`passport-ocr-tui recognize --dir ${quoted(folder)} --engine ${state.engine ?? 'offline'}`,
		`passport-ocr-tui export --from-dir ${quoted(folder)} --format ${format} --output ${quoted(path)}`,
	];
}
