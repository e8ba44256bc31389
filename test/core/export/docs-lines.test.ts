import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {exportOf, writeExport} from '../../../source/core/export/write.ts';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {FieldValue, Level} from '../../../source/core/passport/model/passport.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const values = {
	passport_number: 'EA1234567',
	surname_english: 'LYU',
	given_name_english: 'XIAOJUN',
	holder_country_code: 'CHN',
	birth_date: '1990-01-01',
	sex: 'M',
	expiry_date: '2030-05-31',
	issuing_country_code: 'CHN',
	document_type: 'P',
} as const satisfies Partial<Record<FieldKey, string>>;

type Person = Partial<Record<FieldKey, string>>;

/** A passport with these values, all proven but for those of `levels`. */
function person(
	changes: Person = {},
	{levels = {}, path = '/p/a.jpg', ...rest}: {levels?: Partial<Record<FieldKey, Level>>} & Partial<PassportRecord> = {},
): PassportRecord {
	const record = recordOf(path, rest);
	const fields = Object.entries({...values, ...changes}).map(
		([key, value]): FieldValue => ({
			key: key as FieldKey,
			value,
			raw: value,
			evidence: {level: levels[key as FieldKey] ?? 'verified', reasons: []},
			alternatives: [],
		}),
	);
	return {...record, passport: {...record.passport, fields, issues: []}};
}

type System = 'docs-amadeus' | 'docs-sabre' | 'docs-galileo' | 'docs-travelsky';

function listOf(
	records: readonly PassportRecord[],
	format: System = 'docs-amadeus',
	more: Partial<Parameters<typeof exportOf>[1]> = {},
) {
	const list = exportOf(records, {format, words: messages('en').exported, today, ...more});
	return {...list, lines: [...(list.content() as Iterable<string>)].join('').split('\r\n').slice(0, -1)};
}

const reviewed = (state: PassportRecord['review']['state'], confirmed: readonly FieldKey[] = []) => ({
	review: {state, edits: {}, confirmed},
});

describe('SSR DOCS lines as the systems document them', () => {
	it.each([
		['docs-amadeus', 3, 'SRDOCSYYHK1-P-CHN-EA1234567-CHN-01JAN90-M-31MAY30-LYU-XIAOJUN/P1'],
		['docs-sabre', 3, '3DOCSA/P/CHN/EA1234567/CHN/01JAN1990/M/31MAY2030/LYU/XIAOJUN-1.1'],
		['docs-galileo', 2, 'SI.P1/SSRDOCSYYHK1/P/CN/EA1234567/CN/01JAN90/M/31MAY30/LYU/XIAOJUN'],
		['docs-travelsky', 2, 'SSR DOCS YY HK1 P/CN/EA1234567/CN/01JAN90/M/31MAY30/LYU/XIAOJUN/P1'],
	] as const)('%s with %d letters for a country', (format, countryLetters, line) => {
		expect(listOf([person()], format, {countryLetters}).lines).toEqual([line]);
	});

	it.each([
		['docs-amadeus', '-JOHNSON-SIMON-JEAN PAUL/P1'],
		['docs-sabre', '/JOHNSON/SIMON/JEAN PAUL-1.1'],
		['docs-galileo', '/JOHNSON/SIMON JEAN PAUL'],
		['docs-travelsky', '/JOHNSON/SIMON/JEAN PAUL/P1'],
	] as const)('%s with several given names', (format, end) => {
		const {lines} = listOf([person({surname_english: 'JOHNSON', given_name_english: 'SIMON JEAN PAUL'})], format);
		expect(lines[0]!.endsWith(end)).toBe(true);
	});

	it('has three letters of a country unless two are asked for', () => {
		expect(listOf([person()], 'docs-travelsky').lines[0]).toContain('P/CHN/EA1234567/CHN/');
	});

	it.each([
		['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT'],
		["O'Connor", 'OCONNOR'],
		['D’Àngelo', 'DANGELO'],
		['Smith – Jones', 'SMITH JONES'],
		['Łukasiewicz', 'LUKASIEWICZ'],
		['Иванов', 'IVANOV'],
		['Groß', 'GROSS'],
	])('writes %s in letters that every system takes', (typed, inLine) => {
		expect(listOf([person({surname_english: typed})]).lines[0]).toContain(`-${inLine}-XIAOJUN/P1`);
	});

	it('numbers the passengers in the order of the list and ends each line as Windows does', async () => {
		const path = join(temporaryFolder(), 'list.sabre.txt');
		const records = ['A', 'B', 'C'].map(surname_english => person({surname_english}));
		await writeExport(records, {
			format: 'docs-sabre',
			words: messages('en').exported,
			today,
			path,
			ifExists: 'replace',
		});
		expect(await readFile(path, 'utf8')).toMatch(/^[^\r\n]*-1\.1\r\n[^\r\n]*-2\.1\r\n[^\r\n]*-3\.1\r\n$/);
	});

	it('is the same whatever columns and dates were chosen', () => {
		const {lines} = listOf([person()]);
		expect(listOf([person()], 'docs-amadeus', {groups: ['script'], dates: 'slash'}).lines).toEqual(lines);
		const failed = {source: 'b.jpg', message: 'x', recognizedAt: '2026-11-22 06:00:00'};
		expect(listOf([person()], 'docs-amadeus', {columns: 'original', notRead: [failed]}).lines).toEqual(lines);
	});
});

describe('an infant', () => {
	const adult = person({surname_english: 'ERIKSSON', birth_date: '1990-01-01'}, {path: '/p/adult.jpg'});
	const other = person({surname_english: 'LYU'}, {path: '/p/other.jpg'});
	const infant = (changes: Person = {}) =>
		person({surname_english: 'ERIKSSON', birth_date: '2025-06-01', sex: 'F', ...changes}, {path: '/p/infant.jpg'});

	it('has the number of the one adult of its surname and takes none itself', () => {
		const {lines} = listOf([other, infant(), adult, person({surname_english: 'ZHAO'})]);
		expect(lines.map(line => line.replace(/^.*-(\w+)-\d+\w+-([^-]+)-.*\/(P\d)$/, '$1 $2 $3'))).toEqual([
			'M LYU P1',
			'FI ERIKSSON P2',
			'M ERIKSSON P2',
			'M ZHAO P3',
		]);
	});

	it('is one until the day before the second birthday, on the day of travel', () => {
		const lineOf = (birth_date: string, on = today) =>
			listOf([adult, infant({birth_date})], 'docs-amadeus', {trip: {on}}).lines[1];
		expect(lineOf('2024-11-23')).toMatch(/-FI-31MAY30-.*\/P1$/);
		expect(lineOf('2024-11-22')).toMatch(/-F-31MAY30-.*\/P2$/);
		expect(lineOf('2024-11-23', {...today, month: 12})).toMatch(/-F-31MAY30-.*\/P2$/);
	});

	it.each([
		['no adult', [other, infant()], '0 adults, 1 infant'],
		['two adults', [adult, adult, infant()], '2 adults, 1 infant'],
		['another infant', [adult, infant(), infant()], '1 adult, 2 infants'],
		['a child only', [person({surname_english: 'ERIKSSON', birth_date: '2015-01-01'}), infant()], '0 adults, 1 infant'],
	])('is refused with %s of its surname', (_, records, why) => {
		expect(listOf(records).refused.at(-1)).toEqual({
			path: '/p/infant.jpg',
			why: `infant whose adult is not certain (of its surname: ${why})`,
		});
	});
});

describe('a passport that is not certain', () => {
	const refusal = (record: PassportRecord, more: Partial<Parameters<typeof exportOf>[1]> = {}) =>
		listOf([record], 'docs-amadeus', more).refused[0]?.why;

	it.each(
		(['passport_number', 'birth_date', 'expiry_date'] as const).flatMap(key =>
			(['supported', 'unverified', 'refuted'] as const).map(level => [key, level] as const),
		),
	)('is refused for its %s that is %s, and not once a person has checked it', (key, level) => {
		const word = level === 'refuted' ? 'contradicted and not checked' : 'neither verified nor checked';
		expect(refusal(person({}, {levels: {[key]: level}}))).toBe(
			`${messages('en').exported.fields[key]} is ${word} by hand`,
		);
		for (const review of [reviewed('accepted'), reviewed('edited'), reviewed('unreviewed', [key])])
			expect(listOf([person({}, {levels: {[key]: level}, ...review})]).lines).toHaveLength(1);
		expect(refusal(person({}, {levels: {[key]: level}, ...reviewed('unreviewed', ['sex'])}))).toBeDefined();
		expect(
			refusal(person({}, {levels: {[key]: level}, ...reviewed('rejected')}), {includeRejected: true}),
		).toBeDefined();
	});

	it('has a line with a name that nothing proves, and none with one that is contradicted', () => {
		expect(listOf([person({}, {levels: {surname_english: 'supported'}})]).refused).toEqual([]);
		expect(refusal(person({}, {levels: {surname_english: 'refuted'}}))).toBe(
			'Surname is contradicted and not checked by hand',
		);
	});

	it.each([
		'other-picture-differs',
		'two-zones-differ',
		'changed-outside',
		'statement-differs',
		'engines-differ',
	] as const)('is refused for a proven value against which there is %s, until a person has checked it', code => {
		const against = (review = reviewed('unreviewed')) => {
			const record = person({}, review);
			const issues = [{code, field: 'birth_date', params: {other: '1991-01-01'}, blocks: true}] as const;
			return {...record, passport: {...record.passport, status: 'check' as const, issues}};
		};
		expect(refusal(against())).toBe('Date of birth is contradicted and not checked by hand');
		expect(refusal(against(reviewed('unreviewed', ['sex'])))).toBeDefined();
		for (const review of [reviewed('accepted'), reviewed('unreviewed', ['birth_date'])])
			expect(listOf([against(review)]).lines).toHaveLength(1);
	});

	it.each([
		['statement-differs', 'passport_number', 0],
		['engines-differ', 'birth_date', 0],
		['other-picture-differs', 'expiry_date', 0],
		// Printed text that was hardly read.
		['two-zones-differ', 'passport_number', 1],
	] as const)('whose check digit outweighs %s in its %s has %i lines', (code, field, count) => {
		const record = person();
		const issues = [{code, field, blocks: false}] as const;
		const against = {...record, passport: {...record.passport, issues}};
		expect(listOf([against]).lines).toHaveLength(count);
		if (count > 0) return;
		const accepted = {...against, ...reviewed('accepted')};
		expect(listOf([accepted]).lines).toHaveLength(1);
	});

	it.each(['surname_english', 'given_name_english'] as const)(
		'is refused for a %s that may be cut off where the MRZ ends, until a person has checked it',
		field => {
			const cut = (review = reviewed('unreviewed')) => {
				const record = person({}, review);
				return {
					...record,
					passport: {...record.passport, issues: [{code: 'name-truncated', field, blocks: false}] as const},
				};
			};
			expect(refusal(cut())).toContain('may be cut off where the MRZ ends, and');
			expect(refusal(cut(reviewed('unreviewed', ['sex'])))).toBeDefined();
			for (const review of [reviewed('accepted'), reviewed('unreviewed', [field])])
				expect(listOf([cut(review)]).lines).toHaveLength(1);
		},
	);

	it('is counted among those that have no line, not among the lines that are still to check', () => {
		const open = (record: PassportRecord) => ({...record, passport: {...record.passport, status: 'check' as const}});
		const list = exportOf(
			[
				open(person({}, {levels: {surname_english: 'unverified'}})),
				open(person({birth_date: '1990'})),
				person({sex: ''}),
			],
			{format: 'docs-amadeus', words: messages('en').exported, today},
		);
		expect({refused: list.refused.length, openRefused: list.openRefused, says: list.saysStatus}).toEqual({
			refused: 2,
			openRefused: 1,
			says: false,
		});
	});

	it.each([
		['changed-outside', 0],
		['two-zones-differ', 1],
	] as const)('that was typed, with %s of it, has %i lines', (code, lines) => {
		const edits = {passport_number: {from: 'EA1234568', to: values.passport_number}};
		const record = person({}, {review: {state: 'unreviewed', edits, confirmed: []}});
		const issues = [{code, field: 'passport_number', blocks: true}] as const;
		const list = listOf([{...record, passport: {...record.passport, status: 'check', issues}}]);
		expect(list.lines).toHaveLength(lines);
	});

	it('is refused when its kept result was changed outside, wherever, until a person has checked it', () => {
		const changed = (review = reviewed('unreviewed')) => {
			const record = person({}, review);
			return {...record, passport: {...record.passport, issues: [{code: 'changed-outside', blocks: true}] as const}};
		};
		expect(refusal(changed())).toContain('changed outside this program');
		expect(listOf([changed(reviewed('accepted'))]).lines).toHaveLength(1);
	});

	it.each([
		[{birth_date: '1990-01'}, 'Date of birth is not a full date'],
		[{birth_date: '1990'}, 'Date of birth is not a full date'],
		[{expiry_date: '2030'}, 'Date of expiry is not a full date'],
		[{birth_date: '1990-02-30'}, 'Date of birth is not a full date'],
		[{passport_number: ''}, 'Passport number is missing'],
		[
			{given_name_english: ''},
			'the passport has one name, and carriers differ in what they want as the given name: ask, and give it as One name, or in a command with --single-name',
		],
		[{sex: ''}, 'Sex is missing'],
		[{passport_number: 'EA-123'}, 'Passport number cannot be written with the letters of an airline line'],
		[{surname_english: '吕'}, 'Surname cannot be written with the letters of an airline line'],
		[{surname_english: 'A/B'}, 'Surname cannot be written with the letters of an airline line'],
		[{document_type: 'V'}, 'the document is neither a passport nor an identity card'],
	] satisfies [Person, string][])('is refused even when accepted: %o', (changes, why) => {
		expect(refusal(person(changes, reviewed('accepted')))).toBe(why);
	});

	it('has a line with a single name where it was said what is entered beside it', () => {
		const record = person({surname_english: 'SURYADARMA', given_name_english: ''}, reviewed('accepted'));
		expect(listOf([record], 'docs-amadeus', {singleName: 'FNU'}).lines[0]).toMatch(/-SURYADARMA-FNU\/P1$/);
		expect(listOf([record], 'docs-sabre', {singleName: 'NO NAME'}).lines[0]).toMatch(/\/SURYADARMA\/NO\/NAME-1\.1$/);
		// Another passenger keeps the own names.
		expect(listOf([person()], 'docs-amadeus', {singleName: 'FNU'}).lines[0]).toMatch(/-LYU-XIAOJUN\/P1$/);
	});

	it('is refused where given names may only not have been read', () => {
		const record = person({given_name_english: ''});
		const open = {...record, passport: {...record.passport, status: 'check' as const}};
		expect(refusal(open, {singleName: 'FNU'})).toBe('Given names are missing');
	});

	it('is refused where two letters are asked for and its country has none', () => {
		const record = person({holder_country_code: 'XXA', issuing_country_code: 'DEU'});
		expect(refusal(record, {countryLetters: 2})).toBe('Nationality has no two-letter code');
		expect(listOf([record]).lines[0]).toContain('-P-DEU-EA1234567-XXA-');
	});

	it.each([
		[
			'no surname and no given names',
			person({surname_english: '', given_name_english: ''}, reviewed('accepted')),
			'Surname is missing; Given names are missing',
		],
		['no state', person({issuing_country_code: ''}), 'Issuing state is missing'],
		['no document type', person({document_type: ''}), 'Document type is missing'],
	])('is refused once for %s', (_, record, why) => {
		expect(refusal(record, {countryLetters: 2, singleName: 'FNU'})).toBe(why);
	});

	it('has a line with one name once a person has said that there is no other', () => {
		const record = person({given_name_english: ''}, reviewed('unreviewed', ['given_name_english']));
		const open = {...record, passport: {...record.passport, status: 'check' as const}};
		expect(listOf([open], 'docs-amadeus', {singleName: 'FNU'}).lines[0]).toMatch(/-LYU-FNU\/P1$/);
	});

	it('has a line although something else is to be known of it', () => {
		const record = person();
		const issues = [{code: 'specimen', blocks: false}] as const;
		expect(listOf([{...record, passport: {...record.passport, issues}}]).lines).toHaveLength(1);
	});

	it('has no line, and no row, where it was not chosen', () => {
		const records = ['a', 'b', 'c'].map(name => person({}, {path: `/p/${name}.jpg`}));
		const {rows, lines} = listOf(records, 'docs-amadeus', {notChosen: new Set(['/p/b.jpg'])});
		expect([rows, lines.map(line => line.slice(-3))]).toEqual([2, ['/P1', '/P3']]);
		expect(listOf(records.slice(0, 2), 'docs-amadeus', {notChosen: new Set(['/p/b.jpg'])}).rows).toBe(1);
	});

	it('is named with every reason, and leaves the numbers of the others', () => {
		const bad = person({expiry_date: '2030'}, {levels: {passport_number: 'unverified'}, path: '/p/bad.jpg'});
		const {lines, refused, rows} = listOf([person(), bad, person()]);
		expect(lines.map(line => line.slice(-3))).toEqual(['/P1', '/P3']);
		expect(rows).toBe(2);
		expect(refused).toEqual([
			{
				path: '/p/bad.jpg',
				why: 'Passport number is neither verified nor checked by hand; Date of expiry is not a full date',
			},
		]);
	});

	it('writes no file where none has a line', async () => {
		const path = join(temporaryFolder(), 'list.amadeus.txt');
		const written = writeExport([person({expiry_date: '2030'})], {
			format: 'docs-amadeus',
			words: messages('en').exported,
			today,
			path,
			ifExists: 'replace',
		});
		await expect(written).rejects.toMatchObject({code: 'NOTHING_TO_EXPORT', details: {reason: 'refused'}});
		await expect(readFile(path)).rejects.toThrow('ENOENT');
	});
});
