import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {AppError} from '../core/errors.ts';
import {splitCsv} from '../core/export/append/split-csv.ts';
import type {Format} from '../core/export/format.ts';
import {parseTemplate} from '../core/export/template/parse-template.ts';
import {templateFormat} from '../core/export/template/template-format.ts';
import {packagePath} from '../core/package-root.ts';
import {openingError} from '../core/pictures/open.ts';
import {type Arguments, text, texts} from './parse.ts';
import {decodeText} from './read-text.ts';

/** Templates that come with the program, by their names. */
const shippedTemplates = ['alloggiati', 'hospedajes', 'ubyport', 'manifest'] as const;

const templatePath = (name: string): string =>
	shippedTemplates.some(one => one === name) && !existsSync(name)
		? packagePath(join('source', 'templates', `${name}.template`))
		: name;

const readTextOf = async (path: string): Promise<string> => {
	const bytes = await readFile(path).catch(error => {
		throw openingError(path, error);
	});
	return decodeText(bytes);
};

/** `--set NAME=VALUE`. */
function givenValues(args: Arguments): ReadonlyMap<string, string> {
	return new Map(
		texts(args, 'set').map(pair => {
			const [, name, value] = /^([a-z]\w*)=(.*)$/s.exec(pair) ?? [];
			if (name === undefined) {
				throw new AppError('USAGE', {problem: 'bad-value', option: '--set', name: 'set', value: pair, for: 'export'});
			}
			return [name, value!] as const;
		}),
	);
}

/** A table of two columns: what is looked up, and what is written for it. */
async function tableIn(path: string): Promise<ReadonlyMap<string, string>> {
	const content = await readTextOf(path);
	const delimiter = content.split(/\r?\n/, 1)[0]!.includes(';') ? ';' : ',';
	return new Map([...splitCsv(content, delimiter)].map(([key = '', value = '']) => [key.trim(), value.trim()]));
}

/**
 * The form that `--template` names, with the values that `--set` gives; undefined without it.
 *
 * @throws AppError TEMPLATE {path, line, column, problem}; USAGE; FILE_NOT_FOUND, NOT_READABLE
 */
export async function askedTemplate(args: Arguments): Promise<Format<'template'> | undefined> {
	const name = text(args, 'template');
	if (name === undefined) return undefined;
	const values = givenValues(args);
	const path = templatePath(name);
	const template = parseTemplate(await readTextOf(path), path, new Set(values.keys()));
	const tables = new Map<string, ReadonlyMap<string, string>>();
	for (const table of template.tables) {
		const file = values.get(table);
		if (file === undefined) {
			throw new AppError('USAGE', {problem: 'needs', option: `--set ${table}=FILE`, for: 'export'});
		}
		tables.set(table, await tableIn(file));
	}
	return templateFormat(template, {values, tables});
}
