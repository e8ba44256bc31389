import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {
	filledTemplate,
	loadTemplate,
	shippedTemplates,
	tablesOf,
} from '../../../source/core/export/template/load-template.ts';
import {parseTemplate} from '../../../source/core/export/template/parse-template.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

test('each template that comes with the program is known by its name, wherever one is', async () => {
	const titles = shippedTemplates.map(async name => (await loadTemplate(name, temporaryFolder())).title);
	for (const title of await Promise.all(titles)) expect(title).not.toBe('');
});

test('a file goes before a template of its name, and is named as it was given', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'manifest'), '## mine\n{{sex}}\n');
	mkdirSync(join(folder, 'below'));
	writeFileSync(join(folder, 'below', 'own.txt'), '{{surname}}');
	expect(await loadTemplate('manifest', folder)).toMatchObject({title: 'mine', path: 'manifest'});
	expect((await loadTemplate('below/own.txt', folder)).path).toBe('below/own.txt');
	expect((await loadTemplate(join(folder, 'manifest'), '/')).title).toBe('mine');
	await expect(loadTemplate('other', folder)).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
});

test.each([
	[
		'UTO,999\nCHN,1\n',
		[
			['UTO', '999'],
			['CHN', '1'],
		],
	],
	[
		' UTO ; 9,9 \r\nCHN\r\n',
		[
			['UTO', '9,9'],
			['CHN', ''],
		],
	],
	[
		'UTO,9\nCHN;1',
		[
			['UTO', '9'],
			['CHN;1', ''],
		],
	],
	['"U,T",9', [['U,T', '9']]],
])('the table %j has %j', async (content, entries) => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'states.csv'), content);
	const template = parseTemplate('{{nationality|table:states}}{{issuer|table:other}}{{note|or:}}', 'form.txt');
	const values = new Map([
		['states', 'states.csv'],
		['note', 'states.csv'],
	]);
	expect([...(await tablesOf(template, values, folder))].map(([name, table]) => [name, [...table]])).toEqual([
		['states', entries],
	]);
});

test('a table with a quote that is not closed is refused: the rows below it would be part of one value', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'states.csv'), 'UTO,9\nCHN,"1\nFRA,2\n');
	const template = parseTemplate('{{nationality|table:states}}', 'form.txt');
	await expect(tablesOf(template, new Map([['states', 'states.csv']]), folder)).rejects.toMatchObject({
		code: 'NOT_A_LIST',
		details: {path: join(folder, 'states.csv'), reason: 'quote', line: 2},
	});
});

test.each([
	['UTO,9\nCHN,1\nUTO,8\n', 'UTO', 1, 3],
	['CHN;"1\n2\r\n3"\n UTO ;9\n\nUTO;\n', 'UTO', 4, 6],
	['FRA,1\rFRA,2\r', 'FRA', 1, 2],
])('a table with two values of one key is refused with both lines: %j', async (content, value, line, other) => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'states.csv'), content);
	const template = parseTemplate('{{nationality|table:states}}', 'form.txt');
	await expect(tablesOf(template, new Map([['states', 'states.csv']]), folder)).rejects.toMatchObject({
		code: 'NOT_A_LIST',
		details: {path: join(folder, 'states.csv'), reason: 'twice', value, line, other},
	});
});

test('a line that is in a table twice, and empty ones, have one value', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'states.csv'), 'UTO,9\n\nUTO, 9\n\n');
	const template = parseTemplate('{{nationality|table:states}}', 'form.txt');
	const tables = await tablesOf(template, new Map([['states', 'states.csv']]), folder);
	expect(tables.get('states')?.get('UTO')).toBe('9');
});

test('a template is filled once every value and table is given and fits', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'states.csv'), 'UTO,9\n');
	const template = parseTemplate('{{nationality|table:states}}{{arrival|date:dd}}{{note|or:}}', 'form.txt');
	const filled = async (values: Record<string, string>) =>
		await filledTemplate(template, new Map(Object.entries(values)), folder);
	await expect(filled({states: 'states.csv'})).rejects.toMatchObject({
		code: 'TEMPLATE',
		details: {problem: 'name', value: 'arrival'},
	});
	await expect(filled({arrival: '2026-11-22'})).rejects.toMatchObject({
		code: 'USAGE',
		details: {problem: 'needs', option: '--set states=FILE', for: 'export'},
	});
	await expect(filled({arrival: '2026-11-22', states: 'none.csv'})).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
	await expect(filled({arrival: 'x', states: 'states.csv'})).rejects.toMatchObject({
		code: 'TEMPLATE',
		details: {problem: 'misfit'},
	});
	const {tables, values} = await filled({arrival: '2026-11-22', states: 'states.csv'});
	expect([tables.get('states')?.get('UTO'), values.get('arrival')]).toEqual(['9', '2026-11-22']);
});
