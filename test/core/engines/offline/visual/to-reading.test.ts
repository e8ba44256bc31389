import {describe, expect, it} from 'vitest';
import {weighed} from '../../../../../source/core/engines/offline/visual/fields/doubt.ts';
import {findFields} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import {mrzFacts} from '../../../../../source/core/engines/offline/visual/fields/mrz-facts.ts';
import {frameOf} from '../../../../../source/core/engines/offline/visual/lines/frame.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {boxOf, withPrinted} from '../../../../../source/core/engines/offline/visual/to-reading.ts';
import {judge} from '../../../../../source/core/passport/judge/judge.ts';
import type {FieldKey} from '../../../../../source/core/passport/model/fields.ts';
import type {LineReading, Reading} from '../../../../../source/core/passport/model/reading.ts';
import {legacyMembers} from '../../../../../source/core/records/legacy/keys.ts';
import {today} from '../../../../support/records.ts';
import {printedLabel as label, printedLine as value} from './printed-line.ts';

const line = (text: string, y: number): LineReading => ({
	text,
	characters: [...text].map(seen => ({seen, margin: 9, alternatives: []})),
	from: [100, y],
	to: [100 + 43 * 20, y],
	pitch: 20,
});

/** An MRZ that was read plainly: pitch 20 pixels, its first cell at (100, 900). */
const reading: Reading = {
	engine: 'offline',
	shape: 'TD3',
	lines: [
		line('P<UTOLINDQVIST<<SOFIA<MARGARETA<<<<<<<<<<<<<', 900),
		line('L4190267K8UTO8803171F3405097<<<<<<<<<<<<<<<8', 950),
	],
	page: {width: 1100, height: 1000, rotation: 0},
};

const facts = mrzFacts(reading.lines);
const frame = frameOf(reading.lines)!;

const read = (lines: readonly PrintedLine[]): Reading =>
	withPrinted(reading, findFields(pageOf(lines), facts, today), {facts, today, boxOf: run => boxOf(run, frame, 1)});

const judgedField = (lines: readonly PrintedLine[], key: FieldKey) => {
	const passport = judge(read(lines), {today});
	return {passport, field: passport.fields.find(field => field.key === key)!};
};

const surname = (text: string, margin = 6) => [
	label('Surname/Nom', 14, -21),
	value(text, 14, -19.9, {margin}),
	label('Given names', 14, -18.2),
	value('SOFIA MARGARETA', 14, -17.1),
];

describe('what is printed, as a word about the MRZ', () => {
	it('is none where the day of issue is beside the label of another date', () => {
		const page = [...surname('LINDQVIST'), label('Date of birth', 14, -12.6), value('10 MAY 2024', 14, -11.5)];
		const {field} = judgedField(page, 'birth_date');
		expect(field).toMatchObject({value: '1988-03-17', evidence: {level: 'verified'}});
		const other = [...surname('LINDQVIST'), label('Date of birth', 14, -12.6), value('10 MAY 1987', 14, -11.5)];
		expect(judgedField(other, 'birth_date').passport.status).toBe('check');
	});

	it('is more evidence for a name where it agrees', () => {
		const before = judge(reading, {today}).fields.find(({key}) => key === 'surname_english')!;
		expect(before.evidence.level).toBe('supported');
		const {field} = judgedField(surname('LINDQVIST'), 'surname_english');
		expect(field.evidence.level).toBe('verified');
		expect(field.evidence.reasons).toContainEqual({code: 'two-zones-agree'});
	});

	it('is shown where another name is below the label, read with a letter in doubt, and no noise is', () => {
		const below = (margin: number, others: number) => {
			const [head, name, ...rest] = surname('VISEMA', others);
			const characters = name!.characters.map((one, at) => (at === 0 ? {...one, margin} : one));
			return read([head!, {...name!, characters}, ...rest]).printed?.find(one => one.field === 'surname_english');
		};
		expect(below(0.8, 6)).toMatchObject({text: 'VISEMA', aside: true});
		expect(below(0.8, 2)).toBeUndefined();
	});

	it('is none where a name with a letter in doubt is on a page too small to distinguish letters', () => {
		const [head, name, ...rest] = surname('VISEMA', 6);
		const characters = name!.characters.map((one, at) => (at === 0 ? {...one, margin: 0.8} : one));
		const found = findFields(pageOf([head!, {...name!, characters}, ...rest]), facts, today);
		const surnames = (pitch: number) =>
			weighed(found, {...frame, down: [0, pitch]}).filter(({field}) => field === 'surname');
		expect(surnames(12)).toMatchObject([{text: 'VISEMA'}]);
		expect(surnames(8)).toEqual([]);
	});

	it('sends a name that differs by a letter to a person, with both readings, and replaces nothing', () => {
		const {passport, field} = judgedField(surname('LINDQUIST'), 'surname_english');
		expect(passport.status).toBe('check');
		expect(field.value).toBe('LINDQVIST');
		expect(field.alternatives).toContainEqual({value: 'LINDQUIST', source: 'printed'});
	});

	it('blocks nothing where it was read weakly', () => {
		expect(judgedField(surname('LINDQUIST', 0.6), 'surname_english').passport.status).toBe('clean');
	});

	it('never overrides a number that its check digit proves', () => {
		const page = [label('Passport No', 31, -23.8), value('L4190261K', 31, -22.7)];
		const {field} = judgedField(page, 'passport_number');
		expect(field.value).toBe('L4190267K');
	});

	it('is no word about a date of issue that cannot be', () => {
		const page = [
			...surname('LINDQVIST'),
			value('17 MAR 1988', 14, -11.5),
			value('09 MAY 2034', 14, -5.9),
			label('Date of issue', 14, -9),
			value('10 MAY 2044', 14, -8),
		];
		const {passport, field} = judgedField(page, 'issue_date');
		expect(field).toMatchObject({value: '2044-05-10', evidence: {level: 'unverified'}});
		expect(passport.status).toBe('clean');
	});

	it('of a short name counts only below its label', () => {
		const li: Reading = {
			...reading,
			lines: [line('P<UTOLI<<SOFIA<MARGARETA<<<<<<<<<<<<<<<<<<<<', 900), reading.lines[1]!],
		};
		const of = mrzFacts(li.lines);
		const printed = (lines: readonly PrintedLine[]) =>
			withPrinted(li, findFields(pageOf(lines), of, today), {facts: of, today, boxOf: run => boxOf(run, frame, 1)})
				.printed ?? [];
		const named = printed([label('Surname', 14, -21), value('LI', 14, -19.9)]);
		const loose = printed([value('LI', 14, -19.9)]);
		expect(named).toContainEqual(expect.objectContaining({field: 'surname_english'}));
		expect(named.some(({field, aside}) => field === 'surname_english' && aside)).toBe(false);
		expect(loose.some(({field, aside}) => field === 'surname_english' && !aside)).toBe(false);
	});
});

describe('a word against the MRZ', () => {
	const wordsOn = (lines: readonly PrintedLine[]) =>
		(
			withPrinted(reading, findFields(pageOf(lines), facts, today), {facts, today, boxOf: run => boxOf(run, frame, 1)})
				.printed ?? []
		).filter(({aside}) => !aside);

	it('is another name below its label, not what is read in doubt', () => {
		const named = (name: string, margin: number) =>
			wordsOn([label('Surname', 14, -21), value(name, 14, -19.9, {margin})]).some(({text}) => text === name);
		expect([named('OKONKWO', 6), named('OKONKWO', 2), named('OKON8KWO', 6)]).toEqual([true, false, false]);
	});

	it('is another number of as many places, not part of one', () => {
		const numbered = (number: string) =>
			wordsOn([label('Passport No', 30, -24.5), value(number, 30, -23.4)]).some(
				({field}) => field === 'passport_number',
			);
		expect([numbered('L4190268K'), numbered('L419026')]).toEqual([true, false]);
	});

	it('is a number with the digit whose shape its letter has, where the MRZ has another digit', () => {
		const numbers = wordsOn([label('Passport No', 30, -24.5), value('L419O267K', 30, -23.4)]).map(({text}) => text);
		expect(numbers).toContain('L4190267K');
		const other = wordsOn([label('Passport No', 30, -24.5), value('LO190267K', 30, -23.4)]).map(({text}) => text);
		expect(other).toContain('L0190267K');
	});

	it('is a short name in the row of the given names, without a label', () => {
		const short = {...facts, given: 'ODU'};
		const found = findFields(pageOf([value('LINDQVIST', 14, -19.9), value('Oau', 14, -16.8)]), short, today);
		const {printed} = withPrinted(reading, found, {facts: short, today, boxOf: run => boxOf(run, frame, 1)});
		const given = printed?.find(({field}) => field === 'given_name_english');
		expect([given?.text, given?.aside]).toEqual(['Oau', undefined]);
	});
});

describe('a place that no label announces', () => {
	it('is to be compared with the picture', () => {
		const page = [
			...surname('LINDQVIST'),
			value('17 MAR 1988', 14, -11.5),
			value('ZENITH', 14, -8.7),
			value('09 MAY 2034', 14, -5.9),
		];
		const {field} = judgedField(page, 'birth_place');
		expect(field).toMatchObject({value: 'ZENITH', evidence: {level: 'unverified'}});
	});
});

describe('an office or a place that seems to continue, or to be two values', () => {
	it('is to be compared with the picture', () => {
		const levelOf = (text: string, name = 'LINDQVIST', beside: PrintedLine[] = []) => {
			const page = [
				value(name, 14, -19.9),
				value('17 MAR 1988', 14, -14),
				label('Authority', 14, -9.8),
				value(text, 14, -8.7),
				...beside,
			];
			return judgedField(page, 'issuing_authority').field?.evidence.level;
		};
		expect(levelOf('QUESTURA DI NOVI')).toBe('supported');
		expect(['QUESTURA DI', 'QUESTURA DI N', 'MINISTRY OF'].map(text => levelOf(text))).toEqual(
			Array(3).fill('unverified'),
		);
		expect(levelOf('Questura Di Novi', 'Lindqvist')).toBe('supported');
		expect(levelOf('Timişoara CASTAÑOS', 'Lindqvist')).toBe('unverified');
		for (const text of ['PORT SERENE)', 'PORT . SERENE']) expect(levelOf(text, 'Lindqvist')).toBe('unverified');
		expect(levelOf('PORT SERENE (SEAHAVEN)', 'Lindqvist')).toBe('supported');
		const near = value('NOVI', 21, -8.7);
		const far = value('NOVI', 22.5, -8.7);
		const place = [label('Place of birth', 14, -12.8), value('PORT SERENE', 14, -11.5)];
		expect(levelOf('QUESTURA', 'LINDQVIST', [near, ...place])).toBe('supported');
		expect(levelOf('QUESTURA', 'LINDQVIST', [far, ...place])).toBe('unverified');
	});
});

describe('a short name beside another that the MRZ says', () => {
	it('counts without a label of its own', () => {
		const short = [
			line('P<UTOLINDQVIST<<ANA<<<<<<<<<<<<<<<<<<<<<<<<<', 900),
			line('L4190267K8UTO8803171F3405097<<<<<<<<<<<<<<<8', 950),
		];
		const of = mrzFacts(short);
		const {printed} = withPrinted(
			{...reading, lines: short},
			findFields(pageOf([value('LINDQVIST, ANA', 14, -19.9)]), of, today),
			{facts: of, today, boxOf: run => boxOf(run, frame, 1)},
		);
		expect(printed).toContainEqual(expect.objectContaining({field: 'given_name_english', text: 'ANA'}));
	});
});

describe('what is printed beside the MRZ', () => {
	const page = [
		...surname('LINDQVIST'),
		value('17 MAR 1988', 14, -11.5),
		label('出生地点/Place of birth', 14, -9.8),
		value('四川/SICHUAN', 14, -8.7),
		label('Authority', 30, -9.8),
		value('NEW HARBOUR', 30, -8.7),
		label('Date of issue', 14, -7),
		value('10 MAY 2024', 14, -5.9),
		value('09 MAY 2034', 30, -5.9),
	];

	it('is kept under the keys of the original skill, each with its place', () => {
		const passport = judge(read(page), {today});
		expect(legacyMembers(passport)).toMatchObject({
			surname_english_visual: 'LINDQVIST',
			given_name_english_visual: 'SOFIA MARGARETA',
			birth_date_ocr: '1988-03-17',
			birth_place: '四川',
			birth_place_pinyin: 'SICHUAN',
			issue_date: '2024-05-10',
			issuing_authority_ocr: 'NEW HARBOUR',
		});
		const printed = (key: FieldKey) => read(page).printed!.find(({field}) => field === key)!;
		expect(read(page).printed!.every(({box, margin}) => box !== undefined && margin !== undefined)).toBe(true);
		expect(printed('birth_place')).toMatchObject({text: '四川/SICHUAN', margin: 6});
		const {from, to, height} = printed('issuing_authority').box!;
		expect(from[1]).toBeCloseTo(900 - 8.7 * 20);
		expect(from[0]).toBeCloseTo(100 + 30 * 20, -1);
		expect(to[0]).toBeGreaterThan(from[0] + 100);
		expect(height).toBeCloseTo(26);
	});

	it('has a personal number that was read weakly only to be checked', () => {
		const personal = (margin: number) => {
			const number = value('123456-7890', 30, -11.5);
			const characters = number.characters.map((one, at) => (at === 3 ? {...one, margin} : one));
			return [label('Personal No.', 30, -12.6), {...number, characters}];
		};
		const of = (margin: number) => judgedField([...page, ...personal(margin)], 'id_number');
		expect(legacyMembers(of(3).passport)).toMatchObject({id_number_ocr: '123456-7890'});
		expect(of(3).field).toMatchObject({value: '123456-7890', evidence: {level: 'supported'}});
		expect(of(0.9).field).toMatchObject({value: '123456-7890', evidence: {level: 'unverified'}});
		expect(of(0.9).passport.status).toBe('clean');
	});

	it('has an office to be checked beside words that were hardly read', () => {
		const found = findFields(pageOf(page), facts, today);
		const marginOf = (isOpen: boolean) =>
			withPrinted(
				reading,
				found.map(one => ({...one, isOpen})),
				{facts, today, boxOf: run => boxOf(run, frame, 1)},
			).printed?.find(({field}) => field === 'issuing_authority')?.margin;
		expect([marginOf(false), marginOf(true)]).toEqual([6, 0.6]);
	});

	it('leaves a reading as it was when nothing was found', () => {
		expect(read([])).toBe(reading);
	});

	it('is held against the MRZ with the day of issue', () => {
		const {field} = judgedField(page, 'issue_date');
		expect(field).toMatchObject({value: '2024-05-10', evidence: {level: 'supported'}});
		expect(field.evidence.reasons).toContainEqual({code: 'usual-validity'});
	});
});
