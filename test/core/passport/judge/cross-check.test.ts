import {describe, expect, it} from 'vitest';
import type {PrintedValue} from '../../../../source/core/passport/model/reading.ts';
import {at, bare, blocks, field, issues, judged, level, mrz, reasons, seen} from '../support.ts';

const printed = (name: PrintedValue['field'], text: string, margin?: number): PrintedValue => ({
	field: name,
	text,
	zone: 'printed',
	...(margin === undefined ? {} : {margin}),
});

const lines = mrz({
	issuer: 'CHN',
	names: 'LV<<XIAOJUN',
	number: 'EG1234567',
	birth: '900101',
	sex: 'M',
	expiry: '310530',
});

const page = [
	printed('passport_number', 'EG1234567'),
	printed('surname_english', 'LV'),
	printed('given_name_english', 'XIAOJUN'),
	printed('holder_country_code', '中国/CHN'),
	printed('birth_date', '01 1月/JAN 1990'),
	printed('sex', '男/M'),
	printed('expiry_date', '30 5月/MAY 2031'),
	printed('issuing_country_code', 'CHN'),
	printed('issue_date', '31 5月/MAY 2021'),
];

const withPage = (printed: readonly PrintedValue[]) => judged(bare(lines, {printed}));

const changed = (name: PrintedValue['field'], text: string) =>
	withPage(page.map(one => (one.field === name ? printed(name, text) : one)));

describe('what the page prints against its lines', () => {
	it('another name blocks where an engine says where and how clearly it read it', () => {
		const box = {from: [10, 20], to: [90, 20], height: 12} as const;
		const other = {...printed('surname_english', 'WANG', 5), box};
		const passport = withPage(page.map(one => (one.field === 'surname_english' ? other : one)));
		const blocking = ({issues: all}: typeof passport) =>
			all.filter(one => one.blocks && one.field === 'surname_english').map(({code}) => code);
		expect(blocking(passport)).toEqual(['two-zones-differ']);
		expect(field(passport, 'surname_english').alternatives).toContainEqual({value: 'WANG', source: 'printed'});
		expect(blocking(withPage(page.map(one => (one === page[1] ? {...other, margin: 0.5} : one))))).toEqual([]);
		expect(blocking(changed('surname_english', 'WANG'))).toEqual([]);
	});

	it('another name, of which it says where it is, makes a name unproven that was read clearly', () => {
		const box = {from: [10, 20], to: [90, 20], height: 12} as const;
		const withName = (one: PrintedValue) => judged({...seen(lines), printed: [one]});
		expect(level(judged(seen(lines)), 'surname_english')).toBe('supported');
		const clear = withName({...printed('surname_english', 'WANG', 5), box});
		expect([level(clear, 'surname_english'), clear.status]).toEqual(['unverified', 'check']);
		// A letter of the page that may be misread speaks against nothing.
		expect(level(withName({...printed('surname_english', 'WANG', 0.5), box}), 'surname_english')).toBe('supported');
		// Another word in its place may be a label, but not one that differs in a letter.
		expect(level(withName(printed('surname_english', 'WANG')), 'surname_english')).toBe('supported');
		expect(level(withName(printed('given_name_english', 'XIAOJUM')), 'given_name_english')).toBe('unverified');
	});

	it('a day that differs in one digit blocks where it was read beyond doubt, and not where it was not', () => {
		const box = {from: [10, 20], to: [90, 20], height: 12} as const;
		const read = (margin: number) =>
			withPage(
				page.map(one =>
					one.field === 'expiry_date' ? {...printed('expiry_date', '30 5月/MAY 2037', margin), box} : one,
				),
			);
		expect(blocks(read(5))).toEqual(['two-zones-differ']);
		expect(read(5).status).toBe('check');
		expect(blocks(read(1.5))).toEqual([]);
	});

	it('where both agree everything is verified, and a cloud reading without margins is clean', () => {
		const passport = withPage(page);
		expect(passport.fields.filter(one => one.evidence.level !== 'verified').map(one => one.key)).toEqual([
			'document_type',
			'issue_date',
		]);
		expect(passport.status).toBe('clean');
		expect(field(passport, 'issue_date').value).toBe('2021-05-31');
	});

	it('without the page a name, a sex and a number with a blind spot stay unverified', () => {
		const passport = withPage([]);
		expect(passport.status).toBe('check');
		expect(['passport_number', 'surname_english', 'sex'].map(key => level(passport, key as 'sex'))).toEqual([
			'unverified',
			'unverified',
			'unverified',
		]);
		expect(reasons(passport, 'passport_number')).toContain('blind-spot');
	});

	it('LYU in print and LV in the lines are one name, with a notice, and the lines’ spelling is kept', () => {
		const passport = changed('surname_english', 'LYU');
		expect(field(passport, 'surname_english')).toMatchObject({value: 'LV'});
		expect(field(passport, 'surname_english').alternatives).toContainEqual({value: 'LYU', source: 'printed'});
		expect(issues(passport)).toContain('spelling-variant');
		expect(passport.status).toBe('clean');
	});

	it('a near miss in a name forces a look', () => {
		const passport = changed('given_name_english', 'XIAOJUM');
		expect(blocks(passport)).toContain('two-zones-differ');
		expect(passport.status).toBe('check');
	});

	it('a number that differs where its digit is blind is in doubt, and both readings are shown', () => {
		const passport = changed('passport_number', 'E61234567');
		expect(level(passport, 'passport_number')).toBe('unverified');
		expect(field(passport, 'passport_number').alternatives).toContainEqual({value: 'E61234567', source: 'printed'});
		expect(blocks(passport)).toContain('two-zones-differ');
	});

	it('a number that its digit proves does not fall for a misread print', () => {
		const passport = judged(
			bare(mrz({issuer: 'GBR', number: '107182890', names: 'A<<B'}), {
				printed: [printed('passport_number', '1O7182890')],
			}),
		);
		expect(level(passport, 'passport_number')).toBe('verified');
		expect(blocks(passport)).toEqual([]);
		expect(issues(passport)).toContain('two-zones-differ');
	});

	it.each([
		['one character that looks alike', '1O7182890', 'verified', []],
		['two characters that look alike', '1O71B2890', 'verified', []],
		['three characters that look alike', '1O71BZ890', 'supported', ['two-zones-differ']],
		['one character that looks like no other', '1X7182890', 'supported', ['two-zones-differ']],
		['a character more', '1071828900', 'supported', ['two-zones-differ']],
	] as const)('a number whose print differs in %s', (_, text, expected, why) => {
		const passport = judged(
			bare(mrz({issuer: 'GBR', number: '107182890', names: 'A<<B'}), {printed: [printed('passport_number', text)]}),
		);
		expect(level(passport, 'passport_number')).toBe(expected);
		expect(blocks(passport)).toEqual(why);
		expect(field(passport, 'passport_number')).toMatchObject({value: '107182890'});
		expect(field(passport, 'passport_number').alternatives).toContainEqual({value: text, source: 'printed'});
	});

	it('another sex, another state, another day block', () => {
		for (const passport of [
			changed('sex', '女/F'),
			changed('holder_country_code', 'JPN'),
			changed('expiry_date', '30 MAY 2033'),
		]) {
			expect(blocks(passport)).toEqual(['two-zones-differ']);
			expect(passport.status).toBe('check');
		}
	});

	it('what was printed weakly contradicts nothing', () => {
		const passport = withPage(page.map(one => (one.field === 'sex' ? printed('sex', 'F', 0.2) : one)));
		expect(blocks(passport)).toEqual([]);
	});

	it('what cannot be read as a value says nothing', () => {
		const passport = changed('birth_date', 'Date of birth');
		expect(level(passport, 'birth_date')).toBe('verified');
		expect(blocks(passport)).toEqual([]);
	});

	it('four printed digits of a year decide its century', () => {
		const old = mrz({issuer: 'GBR', number: '107182890', birth: '250101'});
		const passport = judged(bare(old, {printed: [printed('birth_date', '01 JAN 1925')]}));
		expect(field(passport, 'birth_date').value).toBe('1925-01-01');
		expect(field(judged(bare(old)), 'birth_date').value).toBe('2025-01-01');
	});

	it('a year that was hardly read decides no century, and proves none', () => {
		const old = mrz({issuer: 'GBR', number: '107182890', birth: '250101'});
		const read = (text: string, margin: number) =>
			judged(bare(old, {printed: [{...printed('birth_date', text), margin}]}));
		const said = (passport: ReturnType<typeof read>) => [
			field(passport, 'birth_date').value,
			level(passport, 'birth_date'),
		];
		expect(said(read('01 JAN 1925', 5))).toEqual(['1925-01-01', 'verified']);
		expect(said(read('01 JAN 1925', 0.5))).toEqual(['2025-01-01', 'supported']);
		expect(said(read('01 JAN 2025', 5))).toEqual(['2025-01-01', 'verified']);
		expect(said(read('01 JAN 2025', 0.5))).toEqual(['2025-01-01', 'supported']);
	});

	it('a filler for the sex proves nothing unless it was seen very clearly; with a printed X it does', () => {
		const blank = mrz({sex: '<'});
		const faint = seen(blank, (line, position) => (line === 1 && position === 20 ? 5 : 9));
		for (const one of [faint, bare(blank)]) {
			expect(level(judged(one), 'sex')).toBe('unverified');
			expect(judged(one).status).toBe('check');
		}
		const clear = judged(seen(blank));
		expect([field(clear, 'sex').value, level(clear, 'sex'), clear.status]).toEqual(['X', 'supported', 'clean']);
		const passport = judged({...faint, printed: [printed('sex', 'X')]});
		expect([field(passport, 'sex').value, level(passport, 'sex')]).toEqual(['X', 'verified']);
		const wiped = judged({...seen(blank), printed: [printed('sex', 'F')]});
		expect(field(wiped, 'sex').alternatives).toEqual([{value: 'F', source: 'printed'}]);
		expect(blocks(wiped)).toContain('two-zones-differ');
	});

	it('a truncated name agrees with the whole one', () => {
		const cut = mrz({names: 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'});
		const passport = judged({
			...seen(cut),
			printed: [printed('given_name_english', 'CHAYAPA DEJTHAMRONG KRASUANG')],
		});
		expect(blocks(passport)).toEqual([]);
		expect(field(passport, 'given_name_english').alternatives).toContainEqual({
			value: 'CHAYAPA DEJTHAMRONG KRASUANG',
			source: 'printed',
		});
	});
});

describe('an engine’s own words about its lines', () => {
	it('add nothing when they agree', () => {
		const own = {field: 'surname_english', text: 'LV', zone: 'mrz'} as const;
		expect(level(withPage([own]), 'surname_english')).toBe('unverified');
	});

	it('add nothing when they repeat what was repaired', () => {
		const [first, second] = mrz({issuer: 'GBR', number: '107182890'});
		const own = {field: 'passport_number', text: '1O7182890', zone: 'mrz'} as const;
		const passport = judged(bare([first, at(second, 1, 'O')], {printed: [own]}));
		expect(level(passport, 'passport_number')).toBe('supported');
		expect(issues(passport)).not.toContain('statement-differs');
	});

	it('are an issue when they differ', () => {
		const passport = withPage([{field: 'passport_number', text: 'EG1234568', zone: 'mrz'}]);
		expect(issues(passport)).toContain('statement-differs');
		expect(passport.status).toBe('check');
	});
});

describe('two engines', () => {
	const truth = mrz({issuer: 'UTO', number: 'L898902C3'});

	it('that read the same support each other, and verify nothing', () => {
		const passport = judged(bare(truth), {also: [{...seen(truth), engine: 'offline'}]});
		expect(level(passport, 'surname_english')).toBe('supported');
		expect(reasons(passport, 'surname_english')).toContain('engines-agree');
		expect(level(passport, 'passport_number')).toBe('supported');
		expect(passport.status).toBe('clean');
	});

	it('prove a value where one of them also saw the printed zone', () => {
		const cloud = bare(truth, {printed: [printed('surname_english', 'Eriksson')]});
		const passport = judged(seen(truth), {also: [cloud]});
		expect(level(passport, 'surname_english')).toBe('verified');
		expect(level(passport, 'given_name_english')).toBe('supported');
	});

	it('that differ in a name are shown both', () => {
		const other = truth.map(line => line.replace('ERIKSSON', 'ERIKSSOM'));
		const passport = judged(seen(truth), {also: [bare(other)]});
		expect(field(passport, 'surname_english').alternatives).toEqual([{value: 'ERIKSSOM', source: 'xiangyun'}]);
		expect(blocks(passport)).toContain('engines-differ');
		expect(passport.status).toBe('check');
	});

	it('a date that is proven is not shaken by one that is refuted', () => {
		const other = truth.map((line, index) => (index === 1 ? at(line, 14, '9') : line));
		const passport = judged(seen(truth), {also: [bare(other)]});
		expect(level(passport, 'birth_date')).toBe('verified');
		expect(blocks(passport)).not.toContain('engines-differ');
	});

	it('what one could not read is offered from the other', () => {
		const passport = judged(bare(mrz({issuer: 'UTO', expiry: '<<<<<<'})), {also: [seen(mrz({issuer: 'UTO'}))]});
		expect(field(passport, 'expiry_date')).toMatchObject({
			value: '',
			alternatives: [{value: '2031-04-15', source: 'offline'}],
		});
	});
});

describe('a reading without lines', () => {
	it('shows the engine’s words, proves none of them, and must be looked at', () => {
		const passport = judged(bare([], {printed: page}));
		expect(field(passport, 'passport_number')).toMatchObject({value: 'EG1234567'});
		expect(reasons(passport, 'passport_number')).toEqual(['engine-word']);
		expect(passport.status).toBe('check');
		expect(blocks(passport)).toEqual(['no-zone']);
	});

	it('is refused when it holds nothing', () => {
		expect(judged(bare([])).status).toBe('refused');
	});
});
