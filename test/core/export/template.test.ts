import {readFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {mustBeGiven, mustFit, parseTemplate} from '../../../source/core/export/template/parse-template.ts';
import {exportOf} from '../../../source/core/export/write.ts';
import {packagePath} from '../../../source/core/package-root.ts';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {together} from './content-of.ts';
import {printing, sampleRecord, today} from './sample-record.ts';

type Values = Readonly<Partial<Record<FieldKey, string>>>;
type Given = Readonly<Record<string, string>>;
type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;

const person = (values: Values = {}, path = 'a.jpg'): PassportRecord => {
	const record = sampleRecord({path});
	const fields = record.passport.fields.map(field => ({...field, value: values[field.key] ?? field.value}));
	return {...record, passport: {...record.passport, fields}};
};

function listOf(text: string, records: readonly PassportRecord[], given: Given = {}, tables: Tables = {}) {
	const template = parseTemplate(text, 'form.txt');
	const values = new Map(Object.entries(given));
	mustBeGiven(template, values);
	const filled = {
		template,
		values,
		tables: new Map(Object.entries(tables).map(([name, table]) => [name, new Map(Object.entries(table))])),
	};
	mustFit(filled);
	return exportOf(records, {format: 'template', template: filled, words: messages('en').exported, today});
}

const textOf = async (...list: Parameters<typeof listOf>): Promise<string> =>
	(await together(listOf(...list).content())).toString('utf8');

/** The value of one place for a passport. */
const written = async (place: string, values: Values = {}, given: Given = {}, tables: Tables = {}): Promise<string> =>
	(await textOf(`${place}.\n`, [person(values)], given, tables)).replace(/\.\n$/, '');

test.each([
	['{{surname}}', 'ERIKSSON'],
	['{{ surname_english | title }}', 'Eriksson'],
	['{{surname|lower|upper}}', 'ERIKSSON'],
	['{{born|date:dd/mm/yyyy}}', '12/08/1974'],
	['{{born|date:ddmmyy}}', '120874'],
	['{{expiry|date:dd mmm yyyy}}', '15 APR 2032'],
	['{{surname|pad:10}}', 'ERIKSSON  '],
	['{{surname|pad:10:_}}', 'ERIKSSON__'],
	['{{no|lead:3}}', '001'],
	['{{surname|cut:3}}', 'ERI'],
	['{{sex|map:M=1,F=2}}', '2'],
	['{{sex|map:M=1,*=0}}', '0'],
	['{{issue_place|or:none: at all}}', 'none: at all'],
	['{{extra|or:}}', ''],
	['{{age}} {{validity}}', '52 valid'],
	['{{script}}{{type}}{{issuer}}{{given}}', 'PUTOANNA MARIA'],
	['{{kind}} {{no}} {{rows}} {{today}}', 'P 1  '],
	['{{surname|cut:0}}', ''],
	['{{surname|most:8}}', 'ERIKSSON'],
	['{{surname|pad:8}}', 'ERIKSSON'],
	['{{surname|lead:10:-}}', '--ERIKSSON'],
	['{{given|csv}}', 'ANNA MARIA'],
	['{{issue_place|code2}}{{issue_place|table:t}}{{issue_date|date:dd}}', ''],
	['{{issue_place|or:a:b|lower|upper}}', 'A:B'],
	['{{ born | date:d m y D DD MMM }}', 'd m y D 12 AUG'],
	['{{a|or:}}{{a|or:x}}', 'x'],
	['}}{{sex}}', '}}F'],
])('%s is written %j', async (place, text) => {
	expect(await written(place)).toBe(text);
});

test.each([
	['{{nationality|code2}}', {holder_country_code: 'CHN'}, 'CN'],
	['{{nationality|code3}}', {holder_country_code: 'D'}, 'DEU'],
	['{{surname|ascii}}', {surname_english: '四川/SICHUAN'}, 'SICHUAN'],
	['{{surname|ascii}}', {surname_english: 'БОРИС / Ünal'}, 'BORIS / UENAL'],
	['{{surname|ascii}}', {surname_english: 'O’NEIL №'}, 'ONEIL '],
	['{{surname|ascii|required}}', {surname_english: 'D/E'}, 'D/E'],
	['{{surname|csv}}', {surname_english: '=HYPERLINK("x")'}, `"'=HYPERLINK(""x"")"`],
	['{{surname|csv}}', {surname_english: '@SUM'}, "'@SUM"],
	['{{surname|csv}}', {surname_english: ' ＋A'}, "' ＋A"],
	['{{surname|csv}}', {surname_english: '-2+3'}, "'-2+3"],
	['{{surname|csv}}', {surname_english: '-2'}, '-2'],
	['{{surname|ascii}}', {surname_english: 'Müller-Łoś Ñ'}, 'MUELLER-LOS N'],
	['{{surname|csv:;}}', {surname_english: 'A;"B'}, '"A;""B"'],
	['{{surname|xml}}', {surname_english: 'A&<B'}, 'A&amp;&lt;B'],
	['{{born|date:ddmmyyyy:0}}', {birth_date: '1974'}, '00001974'],
	['{{born|date:ddmmyyyy:0}}', {birth_date: '1974-08'}, '00081974'],
	['{{surname|pad:3}}', {surname_english: '李🙂'}, '李🙂 '],
	['{{surname|cut:1}}', {surname_english: '🙂李'}, '🙂'],
	['{{surname|csv}}', {surname_english: 'A,B'}, '"A,B"'],
	['{{surname|csv:;}}', {surname_english: 'A,B'}, 'A,B'],
	['{{surname|xml}}', {surname_english: '"A">B'}, '&quot;A&quot;&gt;B'],
	['{{surname|trim}}', {surname_english: ' A '}, 'A'],
	['{{surname|title}}', {surname_english: "O'NEIL-ÅSE"}, "O'Neil-Åse"],
	['{{nationality|code3}}', {holder_country_code: ''}, ''],
	['{{born|date:yyyy-mmm-dd:?}}', {birth_date: '1974'}, '1974-???-??'],
])('%s of %j is written %j', async (place, values, text) => {
	expect(await written(place, values)).toBe(text);
});

test('what a passport does not say is given, and looked up in tables', async () => {
	expect(await written('{{arrival|date:dd.mm.yyyy}}', {}, {arrival: '2026-11-29'})).toBe('29.11.2026');
	expect(await written('{{nationality|table:states}}', {}, {states: 'f'}, {states: {UTO: '999'}})).toBe('999');
});

test('a form has a head and a foot, comments, lines that are joined, and its own line ends', async () => {
	const form =
		'## of a desk\n#! newline crlf\n#! head\nlist of {{rows}}, {{today|date:dd/mm/yyyy}}\n#! row\n{{number}},\\\n{{sex}}\n#! foot\nend\n';
	expect(await textOf(form, [person(), person({sex: 'M'})])).toBe(
		'list of 2, 22/11/2026\r\nL898902C3,F\r\nL898902C3,M\r\nend\r\n',
	);
	expect(await textOf('#! no-final-newline\n{{sex}}', [person(), person()])).toBe('F\nF');
	expect(await textOf('{{sex}}\r\n{{no}}', [person(), person()])).toBe('F\r\n1\r\nF\r\n2\r\n');
});

test.each([
	['{{surname}}\n{{ nmae }}', 2, 1, 'name', 'nmae'],
	['a {{surname|uper}}', 1, 3, 'filter', 'uper'],
	['{{surname|pad:x}}', 1, 1, 'argument', 'pad:x'],
	['{{sex|map:M}}', 1, 1, 'argument', 'map:M'],
	['{{sex|map:M=1,F}}', 1, 1, 'argument', 'map:M=1,F'],
	['{{born|date:}}', 1, 1, 'argument', 'date:'],
	['äö {{surname', 1, 4, 'unclosed', '{{surname'],
	['#! row\n#! colour red\nx', 2, 1, 'instruction', '#! colour red'],
	['#! head\n{{surname}}\n#! row\nx', 2, 1, 'name', 'surname'],
	['## nothing', 1, 1, 'no-row', undefined],
	['', 1, 1, 'no-row', undefined],
	['#! head\nx\n\n', 3, 1, 'no-row', undefined],
	['{{surname|pad:5:ab}}', 1, 1, 'argument', 'pad:5:ab'],
	['{{surname|cut}}', 1, 1, 'argument', 'cut'],
	['{{surname|most:12345}}', 1, 1, 'argument', 'most:12345'],
	['{{surname|upper:x}}', 1, 1, 'argument', 'upper:x'],
	['{{surname|table}}', 1, 1, 'argument', 'table'],
	['{{surname|table:}}', 1, 1, 'argument', 'table:'],
	['{{born|date}}', 1, 1, 'argument', 'date'],
	['{{born|date:x}}', 1, 1, 'argument', 'date:x'],
	['{{sex|map:M=1=2}}', 1, 1, 'argument', 'map:M=1=2'],
	['{{Surname}}', 1, 1, 'name', 'Surname'],
	['{{a b}}', 1, 1, 'name', 'a b'],
	['{{}}', 1, 1, 'name', undefined],
	['#!', 1, 1, 'instruction', '#!'],
	['#! length x\nx', 1, 1, 'instruction', '#! length x'],
	['#! length 123456\nx', 1, 1, 'instruction', '#! length 123456'],
	['#! newline\nx', 1, 1, 'instruction', '#! newline'],
	['#! no-final-newlines\nx', 1, 1, 'instruction', '#! no-final-newlines'],
	['{{a|or:}}\n {{a}}', 2, 2, 'name', 'a'],
	['{{constructor}}', 1, 1, 'name', 'constructor'],
	['{{sex|constructor}}', 1, 1, 'filter', 'constructor'],
])('%j is a mistake in line %i, column %i', (text, line, column, problem, value) => {
	const parsing = () => mustBeGiven(parseTemplate(text, 'form.txt'), new Map());
	expect(parsing).toThrow(expect.objectContaining({code: 'TEMPLATE'}));
	try {
		parsing();
	} catch (error) {
		expect(error).toMatchObject({details: {path: 'form.txt', line, column, problem, ...(value ? {value} : {})}});
	}
});

test.each([
	['## Alloggiati: the police of Italy\n{{sex}}', 'Alloggiati'],
	['##Title\n{{sex}}', 'Title'],
	['## a:b\n{{sex}}', 'a:b'],
	['{{sex}}\n## later', ''],
	['x ## y\n', ''],
])('%j has the title %j', (form, title) => expect(parseTemplate(form, 'form.txt').title).toBe(title));

test('what is asked for is known with its kind, whether it may be left out, and where it is first', () => {
	const form =
		'#! head\n{{name}}{{mark|or:}}\n#! row\n{{arrival|date:dd}}{{state|table:states}}{{mark}}{{other|or:x}}{{sex}}{{rows}}\n';
	expect(
		parseTemplate(form, 'f').asked.map(
			({name, kind, isOptional, line, column}) => `${name} ${kind}${isOptional ? '?' : ''} ${line}:${column}`,
		),
	).toEqual([
		'name text 2:1',
		'mark text 4:42',
		'arrival date 4:1',
		'states table 4:20',
		'state text 4:20',
		'other text? 4:50',
	]);
});

test.each([
	['#! head\na\n\nb\n#! row\nx\n#! foot\n\nend', 'a\n\nb\nx\n\nend\n'],
	['x\n#! head\na\n#! row\ny\n', 'a\nxy\n'],
	['x\\\n\\\ny\n', 'xy\n'],
	['\ufeffx\r\n', 'x\r\n'],
	['#! newline lf\r\nx\r\ny', 'x\ny\n'],
	['#! length 1\nx\n', 'x\n'],
	['\nx', '\nx\n'],
])('the form %j is written %j', async (form, text) => {
	expect(await textOf(form, [person()])).toBe(text);
});

test.each([
	['x{{surname|pad:5}}', {}, 'form.txt, line 1, column 2: surname is too long for its 5 characters: ERIKSSON'],
	['{{born|date:ddmmyyyy}}', {birth_date: '1974'}, 'form.txt, line 1, column 1: born is not a full date: 1974'],
	['{{issue_place|required}}', {}, 'form.txt, line 1, column 1: issue_place is missing'],
	['{{sex|map:M=1}}', {}, 'form.txt, line 1, column 1: sex has no counterpart for F'],
	['{{nationality|code2}}', {}, 'form.txt, line 1, column 1: nationality has no such code: UTO'],
	[
		'{{nationality|code3}}',
		{holder_country_code: 'QQQ'},
		'form.txt, line 1, column 1: nationality has no such code: QQQ',
	],
	['{{surname|most:7}}', {}, 'form.txt, line 1, column 1: surname is too long for its 7 characters: ERIKSSON'],
	['#! length 3\n{{sex}}', {}, 'form.txt: the line has 1 instead of 3 characters'],
])('%s with a value that does not fit has no row, and says why', async (form, values, why) => {
	const fitting = person({surname_english: 'LEE', holder_country_code: 'CHN', sex: 'M'}, 'b.jpg');
	const list = listOf(form, [person(values), fitting]);
	expect(list.refused[0]).toEqual({path: 'a.jpg', why});
});

describe('the templates that come with the program', () => {
	const form = async (name: string) => await readFile(packagePath(`source/templates/${name}.template`), 'utf8');
	const states = {UTO: '100000999', CHN: '100000202'};

	test('Alloggiati: 168 characters, each value in its place', async () => {
		const guests = [person(), person({surname_english: 'LÉE', sex: 'M', holder_country_code: 'CHN'})];
		const text = await textOf(
			await form('alloggiati'),
			guests,
			{arrival: '2026-11-22', nights: '3', states: 'f'},
			{states},
		);
		const lines = text.split('\r\n');
		expect(lines.map(line => line.length)).toEqual([168, 168]);
		const places = (line: string) =>
			[0, 2, 12, 14, 64, 94, 95, 105, 114, 116, 125, 134, 139, 159, 168]
				.map((from, index, all) => line.slice(from, all[index + 1]).trimEnd())
				.slice(0, -1);
		expect(places(lines[0]!)).toEqual([
			'16',
			'22/11/2026',
			'03',
			'ERIKSSON',
			'ANNA MARIA',
			'2',
			'12/08/1974',
			'',
			'',
			'',
			'100000999',
			'PASOR',
			'L898902C3',
			'100000999',
		]);
		expect(places(lines[1]!).slice(3, 6)).toEqual(['LEE', 'ANNA MARIA', '1']);
		const unknown = listOf(
			await form('alloggiati'),
			[person({sex: 'X'})],
			{arrival: '2026-11-22', nights: '3', states: 'f'},
			{states},
		);
		expect(unknown.refused[0]!.why).toContain('sex has no counterpart for X');
		// The letters mean what the issuer says: PO is ordinary in China and official in Korea, PS the other way round.
		const kinds = [
			['CHN', 'PO', 'PASOR'],
			['CHN', 'PS', 'PASSE'],
			['KOR', 'PS', 'PASOR'],
			['KOR', 'PO', 'PASSE'],
			['CHN', 'PD', 'PASDI'],
			['UTO', 'PP', 'PASOR'],
		] as const;
		const passports = kinds.map(([issuer, type]) => person({issuing_country_code: issuer, document_type: type}));
		const given = {arrival: '2026-11-22', nights: '3', states: 'f'};
		const written = await textOf(await form('alloggiati'), passports, given, {states: {...states, KOR: '100000303'}});
		expect(written.split('\r\n').map(line => line.slice(134, 139))).toEqual(kinds.map(([, , kind]) => kind));
		const unsaid = listOf(await form('alloggiati'), [person({document_type: 'PS'})], given, {states});
		expect(unsaid.refused[0]!.why).toContain('kind has no counterpart for PS');
	});

	test('SES.HOSPEDAJES: a person each, in XML', async () => {
		const text = await textOf(await form('hospedajes'), [
			person({surname_english: 'A&B', sex: 'X', holder_country_code: 'D'}),
		]);
		expect(text).toMatch(/^<personas>\n {2}<persona>\n[\s\S]*<\/persona>\n<\/personas>\n$/);
		expect(text).toContain('<apellido1>A&amp;B</apellido1>');
		expect(text).toContain('<fechaNacimiento>1974-08-12</fechaNacimiento>');
		expect(text).toContain('<nacionalidad>DEU</nacionalidad>\n    <sexo>O</sexo>');
	});

	test('Ubyport: the accommodation, then the guests, in the order of the sample of the police; unknown parts of a birth are zeros', async () => {
		const given = {
			arrival: '2026-11-22',
			departure: '2026-11-24',
			idub: '123456789012',
			mark: 'VODPO',
			town: 'Vodňany',
		};
		expect(await textOf(await form('ubyport'), [person({birth_date: '1974'})], given)).toBe(
			'A|2|123456789012|VODPO||||VODNANY||||||2026.11.22 00:00:00||\r\n' +
				'U|22.11.2026|24.11.2026|ERIKSSON|ANNA MARIA||00.00.1974|||UTO||L898902C3||99||\r\n',
		);
	});

	test('the manifest of an agency', async () => {
		expect(await textOf(await form('manifest'), [printing('issue_date', '16 APR 2022', {path: 'a.jpg'})])).toBe(
			'01-ERIKSSON-ANNA MARIA-MS--UTO-L898902C3-12AUG1974-16APR2022-15APR2032-VALID-52 YRS\n',
		);
	});
});

describe('a given value that does not fit', () => {
	test.each([
		[
			'in every row',
			'{{surname}}{{arrival|date:dd/mm/yyyy}}\n',
			{arrival: '2026-13-29'},
			{why: 'no-date', line: 1, column: 12},
		],
		[
			'in the head',
			'#! head\nA|{{idub|most:3}}\n#! row\n{{surname}}\n',
			{idub: '1234'},
			{why: 'too-long', line: 2, column: 3, room: 3},
		],
		[
			'in the foot',
			'{{surname}}\n#! foot\n{{nights|lead:2}}\n',
			{nights: '100'},
			{why: 'too-long', line: 3, column: 1},
		],
		['in a table', '{{state|table:states}}\n', {state: 'ABC', states: 'f'}, {why: 'not-mapped', line: 1}],
		['in place of a column', '{{sex|map:M=1,F=2}}\n', {sex: 'Z'}, {why: 'not-mapped', line: 1}],
	])('is named once, with its place: %s', (_, form, given, details) => {
		let thrown: unknown;
		try {
			listOf(form, [person(), person({}, 'b.jpg')], given as Given, {states: {UTO: '1'}});
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toMatchObject({code: 'TEMPLATE', details: {problem: 'misfit', ...details}});
	});

	test('is no reason to leave out a head in silence, where it is the number of rows', async () => {
		const rows = Array.from({length: 10}, (_, index) => person({}, `${index}.jpg`));
		const form = (part: string) => `#! ${part}\n{{rows|most:1}}\n#! row\n{{surname}}\n`;
		for (const part of ['head', 'foot']) {
			await expect(textOf(form(part), rows)).rejects.toMatchObject({
				code: 'TEMPLATE',
				details: {why: 'too-long', name: 'rows'},
			});
			expect(await textOf(form(part), rows.slice(1))).toContain('9');
		}
	});
});

test('a form is asked for where there is none', () => {
	const list = () => exportOf([person()], {format: 'template', words: messages('en').exported, today});
	expect(list).toThrow(expect.objectContaining({code: 'USAGE'}));
});

test('a passport that has no row leaves no gap in the file, and is not counted in its foot', async () => {
	const form = '{{sex|map:F=1}}\n#! foot\n{{rows}}\n';
	expect(await textOf(form, [person(), person({sex: 'M'}), person()])).toBe('1\n1\n2\n');
});

test.each([
	['{{surname|ascii}}', '张三'],
	['{{surname|required|ascii}}', '张三'],
	['{{surname|ascii|required}}', 'علی رضا'],
	['{{surname|ascii|or:X}}', 'ZHANG 三'],
	['{{surname|ascii}}', 'Παπας'],
	['{{surname|ascii}}', '四川/四川'],
])('a name that %s would erase has no row, and is named: %s', (place, surname) => {
	const list = listOf(`${place}\n`, [person({surname_english: surname}), person({}, 'b.jpg')]);
	expect(list.rows).toBe(1);
	expect(list.refused).toEqual([
		{path: 'a.jpg', why: expect.stringContaining('has letters that Latin ones cannot spell')},
	]);
});
