import {AppError} from '../../errors.ts';
import {columnsByKey} from '../columns.ts';
import {fillsEmpty, filters, type Misfit, type Tables, type TemplateMisfit} from './filters.ts';

/** A value of a template and what is asked of it. */
export type Place = {
	readonly name: string;
	/** Where it is in the file, from 1. */
	readonly line: number;
	readonly column: number;
	/** The value as it is written, or why it does not fit. */
	readonly write: (value: string, tables: Tables) => string | Misfit;
};

export type Part = string | Place;

/** A name that is neither in a passport nor in the list: the person gives its value. */
export type AskedValue = {
	readonly name: string;
	/** `table`: a CSV file with what is looked up and what is written for it. */
	readonly kind: 'text' | 'date' | 'table';
	/** The form fills the place where nothing is given. */
	readonly isOptional: boolean;
	/** Where it is asked for first, from 1. */
	readonly line: number;
	readonly column: number;
};

/** A form of a list: what is before its rows, a row, and what is after them. */
export type Template = {
	/** Of its file; of one that comes with the program, its name. */
	readonly path: string;
	readonly head: readonly Part[];
	readonly row: readonly Part[];
	readonly foot: readonly Part[];
	/** Characters of each row. */
	readonly length: number | undefined;
	readonly newline: string;
	/** The last line ends in one, too. */
	readonly endsInNewline: boolean;
	/** In the order of the form. */
	readonly asked: readonly AskedValue[];
	/** What the first line of comment says, up to a colon. */
	readonly title: string;
};

/** A template and what is not in a passport: values and tables that the person gives. */
export type FilledTemplate = {
	readonly template: Template;
	readonly values: ReadonlyMap<string, string>;
	readonly tables: Tables;
};

/** Short names of columns, as the command line has them. */
const shortNames: Readonly<Record<string, string>> = {
	number: 'passport_number',
	surname: 'surname_english',
	given: 'given_name_english',
	script: 'name',
	born: 'birth_date',
	nationality: 'holder_country_code',
	issuer: 'issuing_country_code',
	expiry: 'expiry_date',
	type: 'document_type',
};

/** What is said of each passport and is no column: what the letters of its document type mean with its issuer. */
export const kindName = 'kind';

/** Whether each passport has a value under a name. */
const isOfRow = (name: string): boolean => name === kindName || columnNamed(name) !== undefined;

/** The key of the column that a name means; undefined for a name that is no column. */
export const columnNamed = (name: string): string | undefined => {
	const key = shortNames[name] ?? name;
	return columnsByKey.has(key) ? key : undefined;
};

/** Names of what the whole list says. */
const listNames: readonly string[] = ['rows', 'today'];

const sections = ['head', 'row', 'foot'] as const;

/**
 * The form in a text. A line that begins with `##` is a comment, one with `#!` an instruction: `head`, `row` or `foot`
 * begins that part, `length N`, `newline crlf|lf`, `no-final-newline`. A `\` at the end of a line joins the next one to it.
 *
 * @throws AppError TEMPLATE {path, line, column, problem}
 */
export function parseTemplate(text: string, path: string): Template {
	const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
	if (lines.at(-1) === '') lines.pop();
	const parts: Record<(typeof sections)[number], Part[]> = {head: [], row: [], foot: []};
	const isEmpty = {head: true, row: true, foot: true};
	const settings = {
		length: undefined as number | undefined,
		newline: text.includes('\r\n') ? '\r\n' : '\n',
		ends: true,
	};
	const asked = new Map<string, AskedValue>();
	let section: (typeof sections)[number] = 'row';
	let isJoined = true;
	for (const [index, content] of lines.entries()) {
		const at = {path, line: index + 1};
		if (content.startsWith('##')) continue;
		if (content.startsWith('#!')) {
			const [word = '', value = ''] = content.slice(2).trim().split(/\s+/);
			const named = sections.find(one => one === word);
			if (named) {
				section = named;
				isJoined = true;
			} else if (word === 'length' && /^\d{1,5}$/.test(value)) settings.length = Number(value);
			else if (word === 'newline' && (value === 'crlf' || value === 'lf'))
				settings.newline = value === 'crlf' ? '\r\n' : '\n';
			else if (word === 'no-final-newline') settings.ends = false;
			else throw new AppError('TEMPLATE', {...at, column: 1, problem: 'instruction', value: content});
			continue;
		}
		const into = parts[section];
		if (!isJoined && !isEmpty[section]) into.push(settings.newline);
		isEmpty[section] = false;
		isJoined = content.endsWith('\\');
		into.push(...partsIn(isJoined ? content.slice(0, -1) : content, at, {asked, inRow: section === 'row'}));
	}
	if (isEmpty.row)
		throw new AppError('TEMPLATE', {path, line: Math.max(1, lines.length), column: 1, problem: 'no-row'});
	const {length, newline, ends} = settings;
	const title = /^##\s*(.*?)(?:: |$)/.exec(lines[0]!)?.[1] ?? '';
	return {path, ...parts, length, newline, endsInNewline: ends, asked: [...asked.values()], title};
}

type Surroundings = {readonly asked: Map<string, AskedValue>; readonly inRow: boolean};

function partsIn(line: string, at: {path: string; line: number}, around: Surroundings): readonly Part[] {
	const parts: Part[] = [];
	let place = 0;
	while (place < line.length) {
		const open = line.indexOf('{{', place);
		if (open < 0) {
			parts.push(line.slice(place));
			break;
		}
		if (open > place) parts.push(line.slice(place, open));
		const close = line.indexOf('}}', open);
		const here = {...at, column: [...line.slice(0, open)].length + 1};
		if (close < 0) throw new AppError('TEMPLATE', {...here, problem: 'unclosed', value: line.slice(open)});
		parts.push(placeIn(line.slice(open + 2, close), here, around));
		place = close + 2;
	}
	return parts;
}

function placeIn(
	text: string,
	at: {path: string; line: number; column: number},
	{asked: values, inRow}: Surroundings,
): Place {
	const [first = '', ...asked] = text.split('|').map(part => part.trim());
	const steps = asked.map(part => {
		const [name = '', ...words] = part.split(':');
		const make = Object.hasOwn(filters, name) ? filters[name] : undefined;
		if (!make) {
			throw new AppError('TEMPLATE', {...at, problem: 'filter', value: name, known: Object.keys(filters)});
		}
		const apply = make(...(words as [string]));
		if (!apply) throw new AppError('TEMPLATE', {...at, problem: 'argument', value: part});
		if (name === 'table') ask(values, {name: words[0]!, kind: 'table', isOptional: false, ...at});
		return {name, apply};
	});
	const isKnown = listNames.includes(first) || (inRow && isOfRow(first));
	if (!isKnown) {
		if (!isValueName(first)) throw unknownName(at, first);
		const kind = steps.some(({name}) => name === 'date') ? 'date' : 'text';
		ask(values, {name: first, kind, isOptional: steps.some(({name}) => fillsEmpty(name)), ...at});
	}
	return {
		name: first,
		line: at.line,
		column: at.column,
		write(value, known) {
			let written: string | Misfit = value;
			for (const {apply} of steps) if (typeof written === 'string') written = apply(written, known);
			return written;
		},
	};
}

/** Whether a value can be given under a name. */
export const isValueName = (name: string): boolean => /^[a-z]\w*$/.test(name);

/**
 * Makes sure that what is given fits each of its places, so that a value that is the same in every row is named once.
 *
 * @throws AppError TEMPLATE {path, line, column, problem: 'misfit', why, name, value, room}
 */
export function mustFit({template, values, tables}: FilledTemplate): void {
	const {path, head, row, foot} = template;
	for (const part of [...head, ...row, ...foot]) {
		if (typeof part === 'string' || listNames.includes(part.name)) continue;
		const value = values.get(part.name) ?? (isOfRow(part.name) ? undefined : '');
		const written = value === undefined ? '' : part.write(value, tables);
		if (typeof written !== 'string') throw misfitError(path, {...written, ...placeOf(part)});
	}
}

export const placeOf = ({name, line, column}: Place) => ({name, line, column});

export const misfitError = (path: string, {code: why, ...misfit}: TemplateMisfit): AppError =>
	new AppError('TEMPLATE', {path, problem: 'misfit', why, ...misfit});

/** A value that one place needs is needed, however many do without it. */
function ask(values: Map<string, AskedValue>, {name, kind, isOptional, line, column}: AskedValue): void {
	const before = values.get(name);
	if (!before) values.set(name, {name, kind, isOptional, line, column});
	else if (before.isOptional && !isOptional) values.set(name, {...before, isOptional: false, line, column});
}

const unknownName = (at: {readonly path: string; readonly line: number; readonly column: number}, value: string) =>
	new AppError('TEMPLATE', {
		...at,
		problem: 'name',
		value,
		known: [...Object.keys(shortNames), kindName, ...columnsByKey.keys()],
	});

/**
 * Makes sure that a value is given for each name that needs one. Tables are not among them.
 *
 * @throws AppError TEMPLATE {path, line, column, problem: 'name', value}
 */
export function mustBeGiven({path, asked}: Template, given: ReadonlyMap<string, string>): void {
	for (const {name, kind, isOptional, line, column} of asked) {
		if (kind !== 'table' && !isOptional && !given.has(name)) throw unknownName({path, line, column}, name);
	}
}
