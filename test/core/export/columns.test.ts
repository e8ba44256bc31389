import {expect, test} from 'vitest';
import {chosenSet} from '../../../source/core/export/column-sets.ts';
import {columnsByKey} from '../../../source/core/export/columns.ts';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {messages} from '../../../source/text/index.ts';
import {cardRecord} from '../../support/documents.ts';
import {misprinted, reading, withExpiry} from '../../support/records.ts';
import {contentOf} from './content-of.ts';
import {sampleRecord, today} from './sample-record.ts';

const keys = [...columnsByKey.keys()];
const columns = chosenSet(keys.map(key => ({key})));

/** All columns of a record: head, cell, and what JSON has where that is not the cell. */
async function allColumns(record: PassportRecord, language: 'en' | 'zh' = 'en', more = {}) {
	const words = {...messages(language).exported, describe: ({code}: {readonly code: string}) => code};
	const options = {words, today, columns, includeRejected: true, ...more};
	const text = async (format: 'csv' | 'json'): Promise<string> =>
		(await contentOf([record], {...options, format, delimiter: '|'})).content as string;
	const [heads, cells] = (await text('csv'))
		.slice(1)
		.split('\r\n')
		.map(line => line.split('|'));
	const [json] = JSON.parse(await text('json')) as Record<string, unknown>[];
	expect(Object.keys(json!)).toEqual(keys);
	return keys.map((key, at) => {
		const value = json![key];
		return `${heads![at]}: ${cells![at]}${String(value) === cells![at] ? '' : ` ${JSON.stringify(value)}`}`;
	});
}

const person = (state: PassportRecord['review']['state'], edits: readonly FieldKey[] = [], more = {}) => ({
	review: {state, edits: Object.fromEntries(edits.map(key => [key, {from: '', to: 'X'}])), confirmed: [], ...more},
});

/** A passport with all that a page prints, a wrong check digit, and a person's edits. */
const whole = sampleRecord({
	passport: judge(
		{
			...reading(misprinted),
			printed: (
				[
					['name', '安娜'],
					['birth_place', '福建/FUJIAN'],
					['issue_place', '北京/BEIJING'],
					['issue_date', '2022-04-16'],
					['issuing_authority', 'MINISTRY'],
					['id_number', '110101197408120012'],
				] as const
			).map(([field, text]) => ({field, text, zone: 'printed'})),
		},
		{today},
	),
	...person('edited', ['sex', 'surname_english'], {at: '2026-11-22T07:00:00+01:00'}),
});

test('every column says in English what the passport has', async () => {
	expect(await allColumns(whole)).toEqual([
		'Name: ERIKSSON ANNA MARIA',
		'Document type: P',
		'Optional data: ZE184226B',
		'Optional data 2: ',
		'Personal number: 110101197408120012',
		'Issued by and on: MINISTRY 2022-04-16',
		'Remarks:  "check"',
		'No: 1',
		'File: anna.jpg',
		'Status: to check "check"',
		'Checked by hand: edited: Sex, Surname "edited"',
		'Surname: ERIKSSON',
		'Surname in full (printed): ',
		'Given names: ANNA MARIA',
		'Given names in full (printed): ',
		'National name: 安娜',
		'Sex: F',
		'Date of birth: 1974-08-12',
		'Age: 52',
		'Nationality: UTO',
		'Issuing state: UTO',
		'Document: passport',
		'Passport number: L898902C3',
		'Date of issue: 2022-04-16',
		'Place of issue: 北京',
		'Issuing authority: MINISTRY',
		'Date of expiry: 2032-04-15',
		'Validity: valid',
		'Days left: 1971',
		'Place of birth: 福建',
		'MRZ line 1: P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
		'MRZ line 2: L898902C35UTO7408122F3204153*********<<<<<19 "L898902C35UTO7408122F3204153ZE184226B<<<<<19"',
		'MRZ line 3: ',
		'Issues: Passport number: check-digit-wrong; Issuing state: specimen ["check-digit-wrong","specimen"]',
		'Checked at: 2026-11-22 07:00:00',
	]);
});

test('and in Chinese', async () => {
	expect(await allColumns(whole, 'zh')).toEqual([
		'英文姓名: ERIKSSON ANNA MARIA',
		'护照类型: P',
		'可选数据: ZE184226B',
		'可选数据 2: ',
		'身份证号码: 110101197408120012',
		'发证机关及日期: MINISTRY 2022-04-16',
		'备注:  "check"',
		'序号: 1',
		'源文件: anna.jpg',
		'状态: 待核对 "check"',
		'人工核对: 已修改：性别, 姓 "edited"',
		'姓: ERIKSSON',
		'完整姓（印刷）: ',
		'名: ANNA MARIA',
		'完整名（印刷）: ',
		'本国姓名: 安娜',
		'性别: F',
		'出生日期: 1974-08-12',
		'年龄: 52',
		'国籍: UTO',
		'签发国: UTO',
		'证件: 护照 "passport"',
		'护照号码: L898902C3',
		'签发日期: 2022-04-16',
		'签发地点: 北京',
		'签发机关: MINISTRY',
		'有效期至: 2032-04-15',
		'有效性: 有效 "valid"',
		'剩余天数: 1971',
		'出生地点: 福建',
		'机读码第一行: P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
		'机读码第二行: L898902C35UTO7408122F3204153*********<<<<<19 "L898902C35UTO7408122F3204153ZE184226B<<<<<19"',
		'机读码第三行: ',
		'问题: 护照号码：check-digit-wrong；签发国：specimen ["check-digit-wrong","specimen"]',
		'核对时间: 2026-11-22 07:00:00',
	]);
});

const until = (expiry: string, changes: Partial<PassportRecord> = {}) => sampleRecord(changes, withExpiry(expiry));
const doubtful = (changes: Partial<PassportRecord> = {}) => sampleRecord(changes, misprinted);
const withField = (key: FieldKey, value: string): PassportRecord => {
	const record = sampleRecord();
	const fields = record.passport.fields.map(field => (field.key === key ? {...field, value} : field));
	return {...record, passport: {...record.passport, fields}};
};
const trip = {on: {year: 2027, month: 2, day: 1}, validFor: {months: 6, days: 0}};

test.each<[string, PassportRecord, readonly string[], object?]>([
	[
		'a card',
		cardRecord('/p/card.jpg'),
		[
			'Document type: I',
			'Optional data: ',
			'File: card.jpg',
			'Document: identity card "id"',
			'Document number: D23145890',
			'MRZ line 1: I<UTOD231458907<<<<<<<<<<<<<<<',
			'MRZ line 2: 7408122F3204153UTO<<<<<<<<<<<2',
			'MRZ line 3: ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
		],
	],
	[
		'the day before',
		until('261121'),
		[
			'Remarks: expired "clean"',
			'Date of expiry: 2026-11-21',
			'Validity: expired',
			'Days left: -1',
			'MRZ line 2: L898902C36UTO7408122F2611217*********<<<<<12 "L898902C36UTO7408122F2611217ZE184226B<<<<<12"',
			'Issues: Issuing state: specimen; Date of expiry: expired ["specimen","expired"]',
		],
	],
	[
		'the day itself',
		until('261122'),
		[
			'Date of expiry: 2026-11-22',
			'Days left: 0',
			'MRZ line 2: L898902C36UTO7408122F2611228*********<<<<<16 "L898902C36UTO7408122F2611228ZE184226B<<<<<16"',
			'Issues: Issuing state: specimen; Date of expiry: expires-soon ["specimen","expires-soon"]',
		],
	],
	[
		'the day after which the trip asks for more',
		until('270731', person('accepted')),
		[
			'Remarks: not valid for trip "clean"',
			'Checked by hand: accepted',
			'Date of expiry: 2027-07-31',
			'Validity: not valid for trip "not-for-trip"',
			'Days left: 251',
			'MRZ line 2: L898902C36UTO7408122F2707314*********<<<<<16 "L898902C36UTO7408122F2707314ZE184226B<<<<<16"',
			'Issues: Issuing state: specimen; Date of expiry: expires-before ["specimen","expires-before"]',
		],
		{trip},
	],
	[
		'doubt',
		doubtful(),
		[
			'Remarks: to check "check"',
			'Status: to check "check"',
			'MRZ line 2: L898902C35UTO7408122F3204153*********<<<<<19 "L898902C35UTO7408122F3204153ZE184226B<<<<<19"',
			'Issues: Passport number: check-digit-wrong; Issuing state: specimen ["check-digit-wrong","specimen"]',
		],
	],
	[
		'doubt that a person decided',
		doubtful(person('rejected')),
		[
			'Remarks:  "check"',
			'Status: to check "check"',
			'Checked by hand: rejected',
			'MRZ line 2: L898902C35UTO7408122F3204153*********<<<<<19 "L898902C35UTO7408122F3204153ZE184226B<<<<<19"',
			'Issues: Passport number: check-digit-wrong; Issuing state: specimen ["check-digit-wrong","specimen"]',
		],
	],
	[
		'a value that a person typed',
		sampleRecord(person('unreviewed', ['sex'])),
		['Checked by hand: edited, not finished: Sex "unreviewed"'],
	],
	['one name', withField('given_name_english', ''), ['Name: ERIKSSON', 'Given names: ']],
	['no surname', withField('surname_english', ''), ['Name: ANNA MARIA', 'Surname: ']],
	['a month of birth', withField('birth_date', '1974-08'), ['Date of birth: 1974-08', 'Age: ']],
	['no expiry', withField('expiry_date', ''), ['Date of expiry: ', 'Validity: unknown', 'Days left: ']],
	[
		'names of states',
		sampleRecord(),
		['Nationality: Utopia (specimen)', 'Issuing state: Utopia (specimen)'],
		{style: {countries: 'name'}},
	],
	[
		'no state',
		withField('issuing_country_code', ''),
		['Nationality: Utopia (specimen)', 'Issuing state: '],
		{style: {countries: 'name'}},
	],
])('a passport with %s differs in these columns', async (_, record, differences, more = {}) => {
	const usual = new Set(await allColumns(sampleRecord()));
	expect((await allColumns(record, 'en', more)).filter(column => !usual.has(column))).toEqual(differences);
});
