import {AppError} from '../../../errors.ts';
import type {Cell} from '../../cell.ts';
import {type CsvValueOptions, csvLine, guarded} from '../../csv-values.ts';
import {type IsHead, mostAbove, type OldRow, type OpenList} from '../open-list.ts';
import {daysOf} from '../words/read-day.ts';
import {csvRows, splitCsv} from './split-csv.ts';

/** What separates the values of a CSV somewhere in the world. */
const delimiters = [',', ';', '\t', '|'] as const;

/** The text of a file without its byte order mark, and how it was encoded. */
function decoded(bytes: Buffer, path: string): {readonly text: string; readonly encoding: 'utf8' | 'utf16le'} {
	const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
	try {
		// Bytes that are no UTF-8 are an older encoding: to append to them would mix two.
		const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', {fatal: true}).decode(bytes);
		return {text, encoding: isUtf16 ? 'utf16le' : 'utf8'};
	} catch {
		throw new AppError('NOT_A_LIST', {path, reason: 'encoding'});
	}
}

/** The place of the heads among the first rows; undefined where none of them has any. */
function headPlace(text: string, delimiter: string, isHead: IsHead): number | undefined {
	let place = 0;
	for (const row of splitCsv(text, delimiter)) {
		if (isHead(row)) return place;
		if (++place === mostAbove) break;
	}
	return undefined;
}

/** What ends the first row, and so all of them; a line end within quotes is part of a value, which begins with the quote. */
function lineEndOf(text: string, delimiter: string): string {
	let isQuoted = false;
	let isStart = true;
	for (let place = 0; place < text.length; place++) {
		const letter = text[place];
		if (isQuoted) {
			if (letter === '"') isQuoted = text[place + 1] === '"';
			if (letter === '"' && isQuoted) place++;
			continue;
		}
		if (letter === '"' && isStart) isQuoted = true;
		else if (letter === '\n') return letter;
		else if (letter === '\r') return text[place + 1] === '\n' ? '\r\n' : letter;
		isStart = letter === delimiter;
	}
	return '\n';
}

/** The text of a value as it was before a spreadsheet was kept from changing it. */
const unguarded = (text: string): string => {
	const exact = /^="((?:[^"]|"")*)"$/s.exec(text);
	if (exact) return exact[1]!.replaceAll('""', '"');
	return /^'\s*[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text;
};

/**
 * A CSV as a list: its delimiter, its line ends and its encoding are kept, and what is in it stays byte for byte.
 *
 * @throws AppError NOT_A_LIST {path, reason}
 */
export function openCsv(bytes: Buffer, path: string, isHead: IsHead): OpenList {
	const {text, encoding} = decoded(bytes, path);
	// Excel's own first line that names the delimiter.
	const named = /^sep=(.)(?:\r\n?|\n)/.exec(text);
	const body = named ? text.slice(named[0].length) : text;
	const tried = named ? [named[1]!] : delimiters;
	const delimiter = tried.find(one => headPlace(body, one, isHead) !== undefined);
	const {rows: all, openQuote} = csvRows(body, delimiter ?? tried[0]!);
	// What is added would be part of the open value, and added again each time.
	if (openQuote !== undefined) {
		throw new AppError('NOT_A_LIST', {path, reason: 'quote', line: openQuote + (named ? 1 : 0)});
	}
	const above = delimiter === undefined ? undefined : headPlace(body, delimiter, isHead);
	if (above === undefined) throw new AppError('NOT_A_LIST', {path, reason: 'heads'});
	const [heads = [], ...rows] = all.slice(above);
	const first = above + (named ? 3 : 2);
	const numbered = rows.map((texts, index): OldRow => ({number: first + index, texts: texts.map(unguarded)}));
	const lineEnd = lineEndOf(text, delimiter!);
	const days = daysOf(rows.flat());
	const excelSafe = rows.some(texts => texts.some(one => /^="/.test(one)));
	return {
		heads,
		rows: numbered.filter(({texts}) => texts.some(one => one !== '')),
		day: ({texts}, place) => days.read(texts[place] ?? ''),
		first: days.first,
		sheet: () => undefined,
		extended: async ({rows: added, dates, writeDay, values}) => {
			const options: CsvValueOptions = {...values, dates, excelSafe: excelSafe || values?.excelSafe};
			const line = (cells: readonly Cell[]): string =>
				csvLine(
					cells.map((cell, place) => (cell.kind === 'date' ? writeDay(cell.date, place) : guarded(cell, options))),
					delimiter!,
					true,
				).replace(/\r\n$/, lineEnd);
			const gap = /[\r\n]$/.test(body) ? '' : lineEnd;
			return Buffer.concat([bytes, Buffer.from(gap + added.map(line).join(''), encoding)]);
		},
	};
}
