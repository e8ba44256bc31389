import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseAnswer} from '../../../source/core/engines/xiangyun/answer.ts';
import {passportCard} from '../../../source/core/engines/xiangyun/card.ts';
import {readingOf} from '../../../source/core/engines/xiangyun/reading.ts';
import {fields, isPrintedOnly} from '../../../source/core/passport/model/fields.ts';
import {mrzValue} from '../../../source/core/passport/mrz/mrz-value.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {accepted, confirmed, edited, rejected} from '../../../source/core/review/decide.ts';
import {doubts, needsLook} from '../../../source/core/review/doubts.ts';
import {messages} from '../../../source/text/index.ts';
import {sayReason} from '../../../source/text/reason.ts';
import {chinesePassport} from '../../support/invented-passport.ts';
import {numbered, reading, recordOf, today} from '../../support/records.ts';
import {answerJson, itemsOf, success} from '../../support/xiangyun-answers.ts';

const at = '2026-11-22T07:00:00+00:00';

// biome-ignore lint/suspicious/noExplicitAny: a file as any program may change it
type File = any;

/** A record as its file, changed by another program, and opened again. */
function changed(record: PassportRecord, change: (file: File) => void): PassportRecord {
	const file: File = JSON.parse(JSON.stringify(toJson(record)));
	change(file);
	const sidecar = fromJson(file);
	if (sidecar.kind !== 'ours') throw new Error(sidecar.kind);
	return sidecar.record(record.path);
}

const evidenceOf = (file: File, key: string): File => file.passport_ocr.evidence[key];
const fieldOf = ({passport}: PassportRecord, key: string) => passport.fields.find(field => field.key === key)!;

const offline = recordOf('a.jpg');
const printed = [{field: 'passport_number', text: 'L898902C3', zone: 'printed'}] as const;
const twoZones = recordOf('b.jpg', {reading: {...reading(), printed}});
const answer = parseAnswer(answerJson(success(itemsOf(chinesePassport))));
if ('reason' in answer) throw new Error(answer.reason);
const service = readingOf(passportCard(answer));
const cloud = recordOf('c.jpg', {
	engine: 'xiangyun',
	reading: service,
	...(service.answer ? {answer: service.answer} : {}),
});

const proven = [
	['read on this computer', offline],
	['with two zones that agree', twoZones],
	['of the service', cloud],
] as const;

/** Another value for each flat member that holds a judged one, and the field that is in doubt then. */
const flat = [
	['passport_number', 'X12345678', 'passport_number'],
	['passport_number_mrz', 'L898902C8', 'passport_number'],
	['surname_english', 'SMITH', 'surname_english'],
	['given_name_english', 'JANE', 'given_name_english'],
	['name_english', 'SMITH  ANNA MARIA', 'surname_english'],
	['name', 'SMITH, JANE', 'surname_english'],
	['holder_country_code', 'FRA', 'holder_country_code'],
	['issuing_country_code', 'FRA', 'issuing_country_code'],
	['birth_date', '1980-01-01', 'birth_date'],
	['birth_date', 'a while ago', 'birth_date'],
	['sex', 'M', 'sex'],
	['expiry_date', '2035-01-01', 'expiry_date'],
] as const;

test('a value that was typed, and changed outside since, is to be looked at again until it is confirmed', () => {
	const typed = edited(offline, 'passport_number', 'X12345672', at, today);
	expect(doubts(typed)).not.toContain('passport_number');
	const opened = changed(typed, file => {
		file.passport_number = 'X99999999';
	});
	expect(doubts(opened)).toContain('passport_number');
	expect(doubts(confirmed(opened, 'passport_number', today))).not.toContain('passport_number');
	for (const value of ['X99999999', 'L898902C3', 'X55555555'])
		expect(doubts(edited(opened, 'passport_number', value, at, today))).not.toContain('passport_number');
});

test.each([
	['another one', '李四'],
	['nothing', ''],
])('a name in the national script that was changed to %s is to check', (_, name) => {
	expect(fieldOf(cloud, 'name').value).not.toBe('');
	const opened = changed(cloud, file => {
		file.name = name;
	});
	expect(opened.passport.status).toBe('check');
	expect(opened.passport.issues.filter(({blocks}) => blocks)).toMatchObject([{code: 'changed-outside', field: 'name'}]);
	expect(needsLook(opened)).toBe(true);
});

describe.each(proven)('a proven passport %s whose file was changed', (_, record) => {
	test('was proven before', () => {
		expect(record.passport.status).toBe('clean');
		expect(changed(record, () => {})).toEqual(record);
	});

	test.each(flat)('in %s to %s is to check, with both readings', (key, value, field) => {
		if (key === 'sex' && fieldOf(record, 'sex').value === value) return;
		if (key === 'name' && record === cloud) return;
		const opened = changed(record, file => {
			file[key] = value;
		});
		expect(opened.passport.status).toBe('check');
		expect(needsLook(opened)).toBe(true);
		expect(doubts(opened)).toContain(field);
		const {value: judged, evidence, alternatives} = fieldOf(opened, field);
		expect(judged).toBe(fieldOf(record, field).value);
		expect(evidence.level).toBe('unverified');
		if (value !== 'a while ago' && !key.startsWith('name')) expect(alternatives.map(one => one.value)).toContain(value);
		expect(opened.passport.issues.some(issue => issue.blocks && issue.field === field)).toBe(true);
	});

	test.each([
		['passport_number', 41730029, 'passport_number', '41730029'],
		['passport_number', null, 'passport_number', 'nothing'],
		['passport_number', '', 'passport_number', 'nothing'],
		['passport_number', ' ', 'passport_number', 'nothing'],
		['passport_number', true, 'passport_number', 'TRUE'],
		['passport_number', ['X12345678'], 'passport_number', 'X12345678'],
		['passport_number', 'L'.repeat(3000), 'passport_number', 'LLL'],
		['passport_number_mrz', {}, 'passport_number', '{}'],
		['birth_date', 19800101, 'birth_date', '1980'],
		['expiry_date', '', 'expiry_date', 'nothing'],
		['sex', 1, 'sex', '1'],
		['surname_english', null, 'surname_english', 'nothing'],
		['name_english', '', 'surname_english', 'nothing'],
		['name', null, 'surname_english', 'nothing'],
		['mrz_line1', '', undefined, 'line 1'],
		['mrz_line2', null, undefined, 'line 2'],
		['mrz_line2', 7, 'passport_number', '7'],
	] as const)('in %s to %j, which is no text or none, is to check', (key, value, field, said) => {
		const opened = changed(record, file => {
			file[key] = value;
		});
		expect(opened.passport.status).toBe('check');
		const issues = opened.passport.issues.filter(({code}) => code === 'changed-outside');
		// A name in the national script is there instead of the Latin one.
		const named = key === 'name' && record === cloud ? 'name' : field;
		if (key !== 'mrz_line2' || value === null) expect(issues.map(issue => issue.field)).toContain(named);
		expect(issues.map(issue => sayReason(messages('en').reasons, issue)).join('\n')).toContain(said);
	});

	test.each([...flat.map(([key]) => key), 'mrz_line1', 'mrz_line2'])('that has lost %s says the rest', key => {
		const opened = changed(record, file => {
			delete file[key];
		});
		expect(opened.passport).toEqual(record.passport);
	});

	test.each(record.passport.fields.filter(({value}) => value !== '').map(({key}) => [key] as const))(
		'in the judged value of %s is to check',
		key => {
			const opened = changed(record, file => {
				evidenceOf(file, key).value = key.endsWith('_date') ? '1999-09-09' : key === 'sex' ? 'X' : 'QQ';
			});
			expect(opened.passport.status).toBe('check');
			expect(fieldOf(opened, key).evidence.level).toBe('unverified');
		},
	);

	test.each(record.passport.fields.filter(({value}) => value !== '').map(({key}) => [key] as const))(
		'in %s everywhere but in the lines is to check',
		key => {
			const value = key.endsWith('_date') ? '1999-09-09' : key === 'sex' ? 'X' : 'QQ';
			const opened = changed(record, file => {
				file[key] = value;
				if (key === 'passport_number') file.passport_number_mrz = value;
				Object.assign(evidenceOf(file, key), {value, read: value});
			});
			expect(opened.passport.status).toBe('check');
			expect(fieldOf(opened, key).alternatives.map(one => one.value)).toContain(fieldOf(record, key).value);
		},
	);

	test('in a level is to check', () => {
		const weak = changed(record, file => {
			evidenceOf(file, 'sex').level = 'unverified';
		});
		expect(weak.passport.status).toBe('check');
	});

	test('by losing the evidence of a field is to check', () => {
		const opened = changed(record, file => {
			delete file.passport_ocr.evidence.passport_number;
		});
		expect(opened.passport.status).toBe('check');
		expect(fieldOf(opened, 'passport_number')).toMatchObject({value: '', evidence: {level: 'refuted'}});
	});

	test('in the lines is to check', () => {
		for (const change of [
			(file: File) => Object.assign(file, {mrz_line2: numbered(7)[1]}),
			(file: File) => Object.assign(file.passport_ocr, {lines: [file.passport_ocr.lines[0], numbered(7)[1]]}),
			(file: File) => Object.assign(file, {mrz_line2: `${file.mrz_line2.slice(0, 43)}0`}),
		]) {
			expect(changed(record, change).passport.status).toBe('check');
		}
	});

	test('by nothing but what says the same in another way stays proven', () => {
		const opened = changed(record, file => {
			file.sex = file.sex === 'F' ? '女' : '男';
			file.surname_english = ` ${file.surname_english.toLowerCase()} `;
			file.birth_date = file.birth_date.replaceAll('-', '/');
			file.name_english = file.name_english.replace('  ', ', ');
			file.mrz_line2 = `${file.mrz_line2}\n`;
			file.passport_number = file.passport_number.replace('3', '３');
			file.note = 'room 12';
			delete file.passport_number_mrz;
			file.passport_ocr.evidence = Object.fromEntries(Object.entries(file.passport_ocr.evidence).sort());
		});
		expect(opened.passport).toEqual(record.passport);
		expect(opened.foreign).toEqual({note: 'room 12'});
	});
});

test('a level that nothing backs is not believed', () => {
	const doubtful = recordOf('a.jpg', {
		reading: reading(undefined, [
			[0, 6],
			[1, 1],
		]),
	});
	const opened = changed(doubtful, file => {
		for (const key of Object.keys(file.passport_ocr.evidence)) evidenceOf(file, key).level = 'verified';
		file.passport_ocr.issues = [];
		file.passport_ocr.status = 'clean';
	});
	expect(opened.passport.status).toBe('check');
	expect(fieldOf(opened, 'surname_english').evidence.level).toBe('unverified');
});

test('a check digit that does not agree backs nothing', () => {
	const wrong = recordOf('a.jpg', {
		reading: reading(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C37UTO7408122F3204153ZE184226B<<<<<16']),
	});
	const opened = changed(wrong, file => {
		Object.assign(evidenceOf(file, 'passport_number'), {level: 'verified', by: ['check digit'], params: {}});
		file.passport_ocr.issues = [];
		file.passport_ocr.status = 'clean';
	});
	expect(opened.passport.status).toBe('check');
});

test('a status that is better than its values is not believed, and a worse one says why', () => {
	const doubtful = recordOf('a.jpg', {reading: reading(undefined, [[0, 6]])});
	const better = changed(doubtful, file => {
		file.passport_ocr.status = 'clean';
	});
	expect(better.passport.status).toBe('check');
	const worse = changed(offline, file => {
		file.passport_ocr.status = 'check';
	});
	expect(worse.passport).toMatchObject({status: 'check'});
	expect(worse.passport.issues).toContainEqual({code: 'changed-outside', blocks: true});
});

describe('a decision', () => {
	const decided = [
		['accepted', accepted(offline, at)],
		['edited', accepted(edited(offline, 'passport_number', 'L898902C4', at, today), at)],
	] as const;

	test.each(decided)('(%s) about other values is no decision about these', (_, record) => {
		const opened = changed(record, file => {
			file.passport_number = 'X12345678';
		});
		expect(opened.review.state).toBe('unreviewed');
		expect(opened.review.edits).toEqual(record.review.edits);
		expect(needsLook(opened)).toBe(true);
	});

	test.each(decided)('(%s) stays where nothing was changed', (_, record) => {
		expect(changed(record, () => {})).toEqual(record);
	});

	test('that was not taken here is none', () => {
		const opened = changed(recordOf('a.jpg', {reading: reading(undefined, [[0, 6]])}), file => {
			file.passport_ocr.review.state = 'accepted';
		});
		expect(opened.review.state).toBe('unreviewed');
	});

	test('to leave a passport out stays', () => {
		const opened = changed(rejected(offline, at), file => {
			file.passport_number = 'X12345678';
		});
		expect(opened.review.state).toBe('rejected');
	});

	test('about one field stays, where another was changed', () => {
		const opened = changed(confirmed(confirmed(offline, 'sex', today), 'birth_date', today), file => {
			file.sex = 'M';
		});
		expect(opened.review.confirmed).toEqual(['birth_date']);
	});

	test('that says another value than the one that was typed is to check', () => {
		const record = edited(offline, 'passport_number', 'L898902C4', at, today);
		const opened = changed(record, file => {
			file.passport_ocr.review.edits.passport_number.to = 'X12345678';
		});
		expect(opened.passport.status).toBe('check');
	});

	test('settles what was changed, and the file says one thing again', () => {
		const opened = changed(offline, file => {
			file.passport_number = 'X12345678';
		});
		const settled = accepted(confirmed(opened, 'passport_number', today), at);
		const file: File = toJson(settled);
		expect(file.passport_number).toBe('L898902C3');
		expect(changed(settled, () => {})).toEqual(settled);
	});
});

test('lines hold the values that were judged from them', () => {
	for (const {passport} of [offline, twoZones, cloud]) {
		for (const {key, value} of passport.fields.filter(field => !isPrintedOnly(field.key))) {
			expect(mrzValue(passport.shape, passport.lines, key, today), key).toBe(value);
		}
	}
});

test('a file that only this program wrote agrees with itself, whatever was read and typed', () => {
	const line = fc.string({unit: fc.constantFrom(...'ABCDO0I1258SZ<<<<'), minLength: 44, maxLength: 44});
	const typed = [
		'',
		'X',
		'M',
		'L898902C4',
		'D',
		'GBR',
		'1974-08',
		'2033-02-29',
		"O'NEIL",
		'A NAME OF '.repeat(6),
		'PO',
	];
	const step = fc.record({
		key: fc.constantFrom(...fields.map(({key}) => key)),
		value: fc.constantFrom(...typed),
		isLook: fc.boolean(),
	});
	const weak = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.nat(43)), {maxLength: 4});
	fc.assert(
		fc.property(fc.option(fc.tuple(line, line)), weak, fc.array(step, {maxLength: 5}), (lines, unclear, steps) => {
			const read = reading(lines ? [`P<UTO${lines[0]}`.slice(0, 44), lines[1]] : undefined, unclear);
			let record = recordOf('a.jpg', {reading: read});
			for (const {key, value, isLook} of steps) {
				record = isLook ? confirmed(record, key, today) : edited(record, key, value, at, today);
			}
			expect(changed(record, () => {})).toEqual(record);
		}),
		{numRuns: 150},
	);
});
