import {describe, expect, test} from 'vitest';
import {parseAnswer} from '../../../../source/core/engines/xiangyun/answer.ts';
import {passportCard} from '../../../../source/core/engines/xiangyun/card.ts';
import {readingOf} from '../../../../source/core/engines/xiangyun/reading.ts';
import {judge} from '../../../../source/core/passport/judge/judge.ts';
import type {Passport} from '../../../../source/core/passport/model/passport.ts';
import {fieldOfDesc, serviceFields} from '../../../../source/core/passport/printed/service-fields.ts';
import {recordMembers} from '../../../../source/core/records/legacy/keys.ts';
import {chinesePassport, type InventedPassport, mrzOf, utopianPassport} from '../../../support/invented-passport.ts';
import {recordOf, today} from '../../../support/records.ts';
import {
	answerJson,
	changed,
	type Item,
	itemsOf,
	type Layout,
	portrait,
	success,
} from '../../../support/xiangyun-answers.ts';

const read = (items: readonly Item[], layout?: Layout) => {
	const answer = parseAnswer(answerJson(success(items), layout));
	if ('reason' in answer) throw new Error(answer.reason);
	return readingOf(passportCard(answer));
};

const judged = (items: readonly Item[], layout?: Layout): Passport => judge(read(items, layout), {today});

const field = (passport: Passport, key: string) => {
	const found = passport.fields.find(one => one.key === key);
	if (!found) throw new Error(key);
	return found;
};

const items = itemsOf(chinesePassport);

describe('the table of fields', () => {
	test('has one place for each key and for each name', () => {
		const keys = serviceFields.map(({key}) => key);
		const names = serviceFields.flatMap(({desc}) => desc);
		expect(new Set(keys).size).toBe(keys.length);
		expect(new Set(names).size).toBe(names.length);
	});

	test('knows every item of the service, in brackets and letters of either width', () => {
		for (const [desc] of items) expect(fieldOfDesc(desc), desc).toBeDefined();
		expect(fieldOfDesc('英文姓（ＶＩＺ）')).toBe(fieldOfDesc('英文姓(VIZ)'));
		expect(fieldOfDesc('身份统一编号(台湾护照)')?.key).toBe('id_number');
	});
});

test('a Chinese passport whose lines and print agree is clean, and each value says why', () => {
	for (const layout of ['current', 'old', 'private'] as const) {
		const passport = judged(items, layout);
		expect(passport.status, layout).toBe('clean');
		expect(field(passport, 'surname_english').evidence.reasons.map(({code}) => code)).toContain('two-zones-agree');
		expect(field(passport, 'issue_date').value).toBe('2022-02-12');
	}
});

test("the service's word alone proves nothing: without print beside the lines a person must look", () => {
	const passport = judged(itemsOf(utopianPassport));
	expect(passport.status).toBe('check');
	expect(field(passport, 'surname_english')).toMatchObject({
		value: 'WINTERBERG',
		evidence: {level: 'unverified'},
	});
	expect(field(passport, 'birth_date').evidence.level).toBe('verified');
});

test('its word without lines is a word, whatever it says', () => {
	const bare = changed(items, {MRZ1: '', MRZ2: '', 'OCR MRZ': ''});
	const passport = judged(bare);
	expect(passport.status).toBe('check');
	for (const {key, evidence} of passport.fields) expect(evidence.level, key).not.toBe('verified');
});

test('a wrong check digit refutes the number, whatever the service calls a success', () => {
	const [, two] = mrzOf(chinesePassport);
	// Misread alike in every place, so that nothing but the digit speaks against it.
	const number = 'EC7316294';
	const passport = judged(changed(items, {MRZ2: number + two.slice(9), 护照号码MRZ: number, 护照号码: number}));
	expect(passport.status).toBe('check');
	expect(field(passport, 'passport_number').evidence.level).toBe('refuted');
});

test('print that says otherwise goes to a person with both readings', () => {
	const other = (changes: Readonly<Record<string, string>>) => judged(changed(items, changes));
	const birth = field(other({出生日期OCR: '1964-05-27'}), 'birth_date');
	expect(birth.alternatives).toContainEqual({value: '1964-05-27', source: 'printed'});
	const name = other({'英文姓(VIZ)': 'TAMG'});
	expect(name.status).toBe('check');
	expect(field(name, 'surname_english').alternatives).toContainEqual({value: 'TAMG', source: 'printed'});
});

test('lines that are in one field only are found there', () => {
	const [one, two] = mrzOf(chinesePassport);
	expect(read(changed(items, {MRZ1: '', MRZ2: ''})).lines.map(({text}) => text)).toEqual([one, two]);
});

test('a printed name in one field is taken apart where its parts are missing', () => {
	const printed = read(changed(items, {'英文姓(VIZ)': '', '英文名(VIZ)': '', '英文姓名(VIZ)': ''})).printed;
	expect(printed).toContainEqual({
		field: 'given_name_english',
		text: 'MEIQIAO',
		zone: 'printed',
		source: 'name_pinyin',
	});
	const mononym: InventedPassport = {...utopianPassport, given: ''};
	expect(
		read(itemsOf(mononym)).printed?.some(({zone, field}) => zone === 'printed' && field === 'surname_english'),
	).toBe(false);
});

describe('what the service says beside the MRZ', () => {
	const beside = (list: readonly Item[]) => {
		const reading = read(list);
		return recordMembers(recordOf('a.jpg', {reading, ...(reading.answer ? {answer: reading.answer} : {})}));
	};

	test('is kept under the keys of the original skill; its word on what was judged is not', () => {
		expect(beside(items)).toMatchObject({
			name: '唐美乔',
			name_pinyin: 'TANG,MEIQIAO',
			birth_place: '云南',
			issue_date: '2022-02-12',
			issuing_authority_ocr: '中华人民共和国国家移民管理局',
			nationality: '中国/CHINESE',
		});
		expect(beside(changed(items, {性别: '男', 出生日期: '1964-05-27'}))).toMatchObject({
			sex: 'F',
			birth_date: '1994-05-27',
		});
	});

	test('the Latin name that it repeats is no name in another script', () => {
		const passport = judged(itemsOf(utopianPassport));
		expect(passport.fields.some(({key}) => key === 'name')).toBe(false);
	});

	test('a portrait is dropped, under its name and under any other', () => {
		const members = beside(changed(items, {[portrait[0]]: portrait[1], 照片: portrait[1], 备注: '无'}));
		expect(JSON.stringify(members).length).toBeLessThan(2000);
		expect(members).toMatchObject({备注: '无'});
	});

	test('of a field that comes twice the one that says something counts, and blanks count for nothing', () => {
		const twice = [...items, ['出生地点', ''], ['签发地点', '  '], ['出生地点', '其他']] as const;
		expect(beside(twice)).toMatchObject({birth_place: '云南', issue_place: '四川'});
	});

	test('full-width letters and stray blanks change no value', () => {
		const wide = changed(items, {护照号码: ' ＥＣ７３１６２０４　', 出生日期OCR: ' １９９４-05-27 '});
		expect(judged(wide).status).toBe('clean');
	});

	test('hostile text arrives harmless, in its values and in the names of unknown fields', () => {
		const members = beside(
			changed(items, {
				出生地点: '\u001b]52;c;cm0gLXJm\u0007云南\u202e',
				签发机关OCR: '第一行\r\n第二行',
				'\u001b[31m备注': 'x',
				__proto__: 'x',
			}),
		);
		expect(JSON.stringify(members)).not.toMatch(/[\u0000-\u001f\u202e]|\\u001b|\\r|\\n/);
		expect(members.issuing_authority_ocr).toBe('第一行 第二行');
	});
});

test('a second passport in the picture is reported, and keeps the result from being clean', () => {
	const card = {type: '13', items};
	const answer = parseAnswer(
		answerJson({status: 13, value: '识别成功', cards: [card, {...card, items: itemsOf(utopianPassport)}]}),
	);
	if ('reason' in answer) throw new Error(answer.reason);
	const passport = judge(readingOf(passportCard(answer)), {today});
	expect(passport.status).toBe('check');
	expect(passport.issues).toContainEqual({code: 'several-passports', params: {count: 2}, blocks: true});
});
