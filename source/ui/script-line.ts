import {isAbsolute, relative} from 'node:path';
import type {AppState} from './state.ts';
import {commonFolder} from './update/export.ts';
import {width} from './width.ts';

/** As a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** The commands that do the same without a person, each in rows of at most `columns` that a shell takes as one. */
export function sameFromScript(state: AppState, columns: number): readonly string[] {
	const {written, format} = state.exporting;
	const near = (path: string): string => {
		const from = relative(state.folder, path);
		return from.startsWith('..') || isAbsolute(from) ? path : from || '.';
	};
	const folder = quoted(
		near(
			commonFolder(
				state.reading.items.map(({path}) => path),
				state.folder,
			),
		),
	);
	return [
		['passport-ocr-tui recognize', `--dir ${folder}`, `--engine ${state.engine ?? 'offline'}`],
		[
			'passport-ocr-tui export',
			`--from-dir ${folder}`,
			`--format ${format}`,
			`--output ${quoted(near(written?.path ?? ''))}`,
		],
	].flatMap(words => broken(words, columns));
}

function broken(words: readonly string[], columns: number): readonly string[] {
	const rows = [''];
	for (const word of words) {
		const row = rows.at(-1)!;
		if (row === '') rows[rows.length - 1] = word;
		else if (width(`${row} ${word} \\`) <= columns) rows[rows.length - 1] = `${row} ${word}`;
		else {
			rows[rows.length - 1] = `${row} \\`;
			rows.push(`  ${word}`);
		}
	}
	return rows;
}
