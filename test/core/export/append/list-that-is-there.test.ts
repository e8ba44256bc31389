import {describe, expect, it, test} from 'vitest';
import {compareWith} from '../../../../source/core/export/append/compare/compare.ts';
import {knownList} from '../../../../source/core/export/append/known-list.ts';
import type {OldRow} from '../../../../source/core/export/append/open-list.ts';
import {daysOf} from '../../../../source/core/export/append/words/read-day.ts';
import {
	attribute,
	extendedIn,
	parseSheet,
	sharedTexts,
	sheetWith,
} from '../../../../source/core/export/append/workbook/sheet-xml.ts';
import {tableOf} from '../../../../source/core/export/rows.ts';
import {messages} from '../../../../source/text/index.ts';
import {person, today} from '../../../support/records.ts';

const words = messages('en').exported;
const keys = [
	'passport_number',
	'surname_english',
	'given_name_english',
	'birth_date',
	'sex',
	'expiry_date',
	'issuing_country_code',
	'mrz_line2',
] as const;
const heads = keys.map(key => (key === 'mrz_line2' ? words.columns.mrz_line2 : words.fields[key]));
const list = knownList(heads, [words])!;

/** The passport that is to be added: Anna Maria Eriksson of Utopia, L898902C3. */
const line2 = 'L898902C36UTO7408122F3204153ZE184226B<<<<<16';
const anna = ['L898902C3', 'ERIKSSON', 'ANNA MARIA', '1974-08-12', 'F', '2032-04-15', 'UTO', line2] as const;

/** A row of the list in which some values of Anna's are others. */
const row = (changes: Partial<Record<(typeof keys)[number], string>>) => ({
	number: 5,
	texts: keys.map((key, place) => changes[key] ?? anna[place]!),
});

function compared(rows: readonly ReturnType<typeof row>[], read: Parameters<typeof person>[1] = {}): string {
	const table = tableOf([person('a.jpg', read)], {words, columns: 'default', only: new Set(keys), today});
	const cells = list.columns.map(column => table.columns.findIndex(one => one.key === column!.key));
	const wanted = [...table.rows()].map(one => ({...one, cells: cells.map(at => one.cells[at]!)}));
	const day = (one: OldRow, place: number) => one.texts[place] ?? '';
	const {added, listed, differing, others} = compareWith({rows, day}, list, wanted);
	return [
		...(added.length > 0 ? ['added'] : []),
		...(listed > 0 ? ['listed'] : []),
		...differing.flatMap(({row: at, name, fields}) =>
			fields.map(({field, listed: old, read}) => `${at} ${name} ${field} ${old} ${read}`),
		),
		...others.map(
			({row: at, name, listed: old, read, isNewer}) => `${at} ${name} ${old} ${read} ${isNewer ? 'newer' : 'older'}`,
		),
	].join(', ');
}

const none = {mrz_line2: ''};

describe('a passport of which the list has a row', () => {
	it.each<[string, Parameters<typeof row>[0], string]>([
		['the same', {}, 'listed'],
		[
			'by its number alone',
			{...none, surname_english: '', given_name_english: '', birth_date: '', sex: '', expiry_date: ''},
			'listed',
		],
		['in small letters, with a hyphen', {...none, passport_number: 'l-898902c3'}, 'listed'],
		[
			'with zeros that a spreadsheet dropped',
			{...none, passport_number: '00L898902C3'},
			'listed, 5 ERIKSSON ANNA MARIA passport_number 00L898902C3 L898902C3',
		],
		['with such zeros and another birth', {...none, passport_number: '00L898902C3', birth_date: '1974-08-13'}, 'added'],
		[
			'of another state',
			{...none, issuing_country_code: 'FRA', birth_date: '1990-01-01', surname_english: 'X'},
			'added',
		],
		['of a state that is not named', {...none, issuing_country_code: ''}, 'listed'],
		['of a state by its name', {...none, issuing_country_code: 'Utopia (specimen)'}, 'listed'],
		['by its line alone', {passport_number: '', surname_english: '', birth_date: ''}, 'listed'],
		[
			'with another surname',
			{surname_english: 'ERIKSEN'},
			'listed, 5 ERIKSSON ANNA MARIA surname_english ERIKSEN ERIKSSON',
		],
		['with another day', {birth_date: '1974-08-13'}, 'listed, 5 ERIKSSON ANNA MARIA birth_date 1974-08-13 1974-08-12'],
		['with another sex', {sex: 'M'}, 'listed, 5 ERIKSSON ANNA MARIA sex M F'],
		[
			'with another number, the same person and expiry',
			{...none, passport_number: 'X1'},
			'listed, 5 ERIKSSON ANNA MARIA passport_number X1 L898902C3',
		],
		[
			'an older one of the same person',
			{...none, passport_number: 'X1', expiry_date: '2022-04-15'},
			'added, 5 ERIKSSON ANNA MARIA X1 L898902C3 newer',
		],
		[
			'a newer one of the same person',
			{...none, passport_number: 'X1', expiry_date: '2033-04-15'},
			'5 ERIKSSON ANNA MARIA X1 L898902C3 older',
		],
		[
			'of the same person with the second given name left out',
			{...none, passport_number: 'X1', given_name_english: 'Anna', expiry_date: '2022-04-15'},
			'added, 5 ERIKSSON ANNA MARIA X1 L898902C3 newer',
		],
		[
			'of a twin with another second given name',
			{...none, passport_number: 'X1', given_name_english: 'Anna Luisa', expiry_date: '2022-04-15'},
			'added',
		],
		['of another person of that name', {...none, passport_number: 'X1', birth_date: '1975-08-12'}, 'added'],
		['of a person without a day of birth', {...none, passport_number: 'X1', birth_date: ''}, 'added'],
		[
			'of another person born on that day',
			{...none, passport_number: 'X1', given_name_english: 'BERTA', expiry_date: '2022-04-15'},
			'added',
		],
	])('%s', (_, changes, expected) => {
		expect(compared([row(changes)])).toBe(expected);
	});

	it('is compared with the newest of several of one person', () => {
		const old = row({...none, passport_number: 'X1', expiry_date: '2012-04-15'});
		const newer = {...row({...none, passport_number: 'X2', expiry_date: '2022-04-15'}), number: 6};
		expect(compared([old, newer])).toBe('added, 6 ERIKSSON ANNA MARIA X2 L898902C3 newer');
		expect(compared([newer, old])).toBe('added, 6 ERIKSSON ANNA MARIA X2 L898902C3 newer');
	});

	it.each<[string, Parameters<typeof row>[0], Parameters<typeof person>[1], string]>([
		['no sex', {}, {sex: ''}, 'listed'],
		[
			'no surname',
			{birth_date: '1974-08-13'},
			{surname_english: ''},
			'listed, 5 ANNA MARIA birth_date 1974-08-13 1974-08-12',
		],
		['no given names', {sex: 'M'}, {given_name_english: ''}, 'listed, 5 ERIKSSON sex M F'],
		['no name', {sex: 'M'}, {surname_english: '', given_name_english: ''}, 'listed, 5 a.jpg sex M F'],
		[
			'no number and no line in the list',
			{...none, passport_number: '', expiry_date: ''},
			{},
			'added, 5 ERIKSSON ANNA MARIA  L898902C3 newer',
		],
		[
			'no expiry, nor the list',
			{...none, passport_number: 'X1', expiry_date: ''},
			{expiry_date: ''},
			'5 ERIKSSON ANNA MARIA X1 L898902C3 older',
		],
	])('of which was read %s', (_, changes, read, expected) => {
		expect(compared([row(changes)], read)).toBe(expected);
	});

	it('is none in an empty list', () => expect(compared([])).toBe('added'));
});

test.each([
	[heads, true],
	[heads.map(head => ` ${head} `), true],
	[[heads[0]!, heads[1]!], true],
	[[heads[0]!, 'Room'], false],
	[[heads[1]!, heads[2]!], false],
	[[], false],
	[[heads[0]!, heads[0]!, heads[1]!], true],
] as const)('heads %j are those of a list of passports: %j', (given, isKnown) => {
	expect(knownList(given, [words]) !== undefined).toBe(isKnown);
});

test('a head that is there twice names one column only', () => {
	expect(knownList([heads[0]!, heads[1]!, heads[0]!], [words])!.columns.map(one => one?.key)).toEqual([
		'passport_number',
		'surname_english',
		undefined,
	]);
});

test.each([
	['2026-11-22', '2026-11-22'],
	['2026/1/2', '2026-01-02'],
	['22/11/2026', '2026-11-22'],
	['2.1.2026', '2026-01-02'],
	['22 NOV 2026', '2026-11-22'],
	['22-nov-2026', '2026-11-22'],
	[' 22 11 2026 ', '2026-11-22'],
	['31/11/2026', '31/11/2026'],
	['11/22/2026', '2026-11-22'],
	['2/3/2026', '2026-03-02'],
	['22 NUV 2026', '22 NUV 2026'],
	['2026-11', '2026-11'],
	['22/11/26', '22/11/26'],
	['122/11/2026', '122/11/2026'],
	['2026-11-222', '2026-11-222'],
	['12026-11-22', '12026-11-22'],
	[' 2026-11-22 ', '2026-11-22'],
	['122 NOV 2026', '122 NOV 2026'],
	['22 NOV 20261', '22 NOV 20261'],
	['22/11/20261', '22/11/20261'],
	['', ''],
])('the day %j of a list is %j', (text, day) => {
	expect(daysOf([text]).read(text)).toBe(day);
});

test.each([
	['one that can only have the month first', ['3/17/1990', 'LEE'], 'month', '2033-12-11'],
	['one that can only have the day first', ['17/3/1990', '2026/3/17'], 'day', '2033-11-12'],
	['neither', ['3/2/1990', '31 NOV 2026'], undefined, '2033-11-12'],
	['both', ['3/17/1990', '17.3.1990'], undefined, '2033-11-12'],
	['one without its month', ['31/31/2026', '99/1/2026'], undefined, '2033-11-12'],
] as const)('in a list with %s, days are read so', (_, texts, first, day) => {
	const days = daysOf(texts);
	expect([days.first, days.read('12/11/2033')]).toEqual([first, day]);
	// One that has a single meaning keeps it.
	expect([days.read('3/17/1990'), days.read('17/3/1990')]).toEqual(['1990-03-17', '1990-03-17']);
});

describe('a sheet of a workbook', () => {
	it.each([
		['<c r="B2" s=\'4\'/>', 'r', 'B2'],
		['<c r="B2" s=\'4\'/>', 's', '4'],
		['<c r="B2"/>', 't', undefined],
		['<c xr="B2"/>', 'r', undefined],
		['<c r="B2"/>', 'R', undefined],
		['<c t="&#65;&#x42;&lt;&amp;&quot;&apos;&gt;&nbsp;"/>', 't', 'AB<&"\'>&nbsp;'],
		['<c t=""/>', 't', ''],
	])('has in %s for %s: %j', (tag, name, value) => expect(attribute(tag, name)).toBe(value));

	it('has texts that are written in pieces, preserve their spaces, or say how they are read aloud', () => {
		const xml =
			'<sst><si><t>one</t></si><si/><si><r><t xml:space="preserve"> tw</t></r><r><t>o</t></r></si>' +
			'<si><t>名</t><rPh sb="0"><t>ナ</t></rPh></si><si><t/></si><si><t>a_x000A_b_x00e9_ &#60;&#x3C;&lt;</t></si></sst>';
		expect(sharedTexts(xml)).toEqual(['one', '', ' two', '名', '', 'a\nbé <<<']);
	});

	it('has cells at their places, and texts, numbers and nothing in them', () => {
		const sheet = parseSheet(
			'<w><dimension ref="A1:B2"/><sheetData><row r="2"><c r="A2" t="s" s="1"><v>1</v></c><c r="AB2"><v>45</v></c><c t="inlineStr"><is><t>in</t></is></c>' +
				'<c r="AD2"/><c t="str"><f>A1</f><v>made</v></c><c t="s"><v>9</v></c></row><row><c><v>7</v></c></row><row r="9"/></sheetData><x/></w>',
			['zero', 'one'],
		)!;
		expect(
			sheet.rows.map(({number, cells}) => [
				number,
				cells.map(({place, kind, text, style}) => [place, kind, text, style]),
			]),
		).toEqual([
			[
				2,
				[
					[0, 'text', 'one', '1'],
					[27, 'number', '45', undefined],
					[28, 'text', 'in', undefined],
					[29, 'none', '', undefined],
					[30, 'text', 'made', undefined],
					[31, 'none', '', undefined],
				],
			],
			[3, [[0, 'number', '7', undefined]]],
			[9, []],
		]);
		expect([sheet.before, sheet.behind]).toEqual(['<w><dimension ref="A1:B2"/>', '<x/></w>']);
		expect(parseSheet('<w><sheetData/></w>', [])!.rows).toEqual([]);
		expect(parseSheet('<w></w>', [])).toBeUndefined();
		expect(parseSheet('<w><sheetData a="b"><row/></sheetData></w>', [])!.rows).toHaveLength(1);
	});

	it('reaches to the last row, where something reached to the row that was last', () => {
		const sheet = {
			before: '<w><dimension ref="A1:D5"/>',
			rows: [],
			behind:
				'<autoFilter ref="A1:D5"/><conditionalFormatting sqref="A2:A5 B2:B4 C2:C50"><cfRule/></conditionalFormatting><xm:sqref>$A$2:$A$5</xm:sqref><mergeCell ref="A1:A5"/></w>',
		};
		expect(sheetWith(sheet, '<row/>', 5, 8)).toBe(
			'<w><dimension ref="A1:D8"/><sheetData><row/></sheetData><autoFilter ref="A1:D8"/><conditionalFormatting sqref="A2:A8 B2:B4 C2:C50">' +
				'<cfRule/></conditionalFormatting><xm:sqref>$A$2:$A$8</xm:sqref><mergeCell ref="A1:A5"/></w>',
		);
		expect(sheetWith({...sheet, before: '<dimension ref="A1:D19"/>', behind: ''}, '', 19, 20)).toContain(
			'ref="A1:D20"',
		);
		expect(extendedIn('<autoFilter ref="$A$1:$AB$5"/>', 'autoFilter', 5, 8)).toBe('<autoFilter ref="$A$1:$AB$8"/>');
		const name = (to: number) => `<definedName name="x">'A'!$A$1:$D$${to}</definedName>`;
		expect(extendedIn(name(5), 'definedName', 5, 8)).toBe(name(8));
	});
});
