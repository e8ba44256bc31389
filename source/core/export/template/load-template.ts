import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {AppError} from '../../errors.ts';
import {packagePath} from '../../package-root.ts';
import {readTextFile} from '../../read-text-file.ts';
import {csvRows} from '../append/csv/split-csv.ts';
import {type FilledTemplate, mustBeGiven, mustFit, parseTemplate, type Template} from './parse-template.ts';

/** Templates that come with the program, by their names. */
export const shippedTemplates = ['alloggiati', 'hospedajes', 'ubyport', 'manifest'] as const;

const isShipped = (name: string): boolean => shippedTemplates.some(one => one === name);

/** The file of a template: a file of that name goes before a shipped one. */
function templatePath(name: string, folder: string): string {
	const path = resolve(folder, name);
	return isShipped(name) && !existsSync(path) ? packagePath(join('source', 'templates', `${name}.template`)) : path;
}

/**
 * Reads the template in a file, or the shipped one of that name.
 *
 * @param folder where a path begins that is not absolute.
 * @throws AppError TEMPLATE {path, line, column, problem}, {path, problem: 'no-value'}; FILE_NOT_FOUND, NOT_READABLE
 */
export async function loadTemplate(name: string, folder: string): Promise<Template> {
	// Named as it was given.
	const template = parseTemplate(await readTextFile(templatePath(name, folder)), name);
	// It would write the same text for each passport.
	if (template.row.every(part => typeof part === 'string'))
		throw new AppError('TEMPLATE', {path: name, problem: 'no-value'});
	return template;
}

/** A table of two columns: what is looked up, and what is written for it. */
async function tableIn(path: string): Promise<ReadonlyMap<string, string>> {
	const content = await readTextFile(path);
	const delimiter = content.split(/\r?\n/, 1)[0]!.includes(';') ? ';' : ',';
	const {rows, openQuote} = csvRows(content, delimiter);
	if (openQuote !== undefined) throw new AppError('NOT_A_LIST', {path, reason: 'quote', line: openQuote});
	return tableOf(path, rows);
}

/** A key with two values would have the last one in silence. */
function tableOf(path: string, rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
	const table = new Map<string, string>();
	const lines = new Map<string, number>();
	let line = 1;
	for (const row of rows) {
		const [key = '', value = ''] = row.map(text => text.trim());
		const first = lines.get(key);
		if (first !== undefined && table.get(key) !== value) {
			throw new AppError('NOT_A_LIST', {path, reason: 'twice', value: key, line: first, other: line});
		}
		if (first === undefined) lines.set(key, line);
		table.set(key, value);
		// A quoted text may have line ends.
		line += row.join('').split(/\r\n|\r|\n/).length;
	}
	return table;
}

/**
 * The tables of a template whose files are given.
 *
 * @param folder where a path begins that is not absolute.
 * @throws AppError FILE_NOT_FOUND, NOT_READABLE; NOT_A_LIST {path, reason: 'quote' | 'twice', line}
 */
export async function tablesOf(
	{asked}: Template,
	values: ReadonlyMap<string, string>,
	folder: string,
): Promise<FilledTemplate['tables']> {
	const tables = new Map<string, ReadonlyMap<string, string>>();
	for (const {name, kind} of asked) {
		const file = kind === 'table' ? values.get(name) : undefined;
		if (file !== undefined) tables.set(name, await tableIn(resolve(folder, file)));
	}
	return tables;
}

/**
 * A template with the values that a person gives, among them the files of its tables.
 *
 * @throws AppError TEMPLATE {problem: 'name'} where a value is missing, {problem: 'misfit'} where one does not fit; USAGE
 * where a table is missing; as `tablesOf`
 */
export async function filledTemplate(
	template: Template,
	values: ReadonlyMap<string, string>,
	folder: string,
): Promise<FilledTemplate> {
	mustBeGiven(template, values);
	const missing = template.asked.find(({name, kind}) => kind === 'table' && !values.has(name));
	if (missing) throw new AppError('USAGE', {problem: 'needs', option: `--set ${missing.name}=FILE`, for: 'export'});
	const filled = {template, values, tables: await tablesOf(template, values, folder)};
	mustFit(filled);
	return filled;
}
