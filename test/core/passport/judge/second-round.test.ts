import {describe, expect, it} from 'vitest';
import {confirmField, editField} from '../../../../source/core/passport/person/edit.ts';
import {bare, blocks, field, icao, issues, judged, level, mrz, reasons, seen, today} from '../support.ts';

describe('a passport without a surname', () => {
	const lines = mrz({issuer: 'IND', names: '<<RAVINDRA<KUMAR', number: 'Z1234567'});

	it('is proven when both fillers were seen clearly', () => {
		const passport = judged(seen(lines));
		expect(field(passport, 'surname_english').value).toBe('');
		expect(field(passport, 'given_name_english').value).toBe('RAVINDRA KUMAR');
		expect(level(passport, 'surname_english')).toBe('supported');
		expect(issues(passport)).toContain('no-surname');
		expect(passport.status).toBe('clean');
	});

	it.each([0, 1])('is to check when filler %d is what glare may have left of a letter', place => {
		const passport = judged(seen(lines, (line, at) => (line === 0 && at === 5 + place ? 4.5 : 9)));
		expect(level(passport, 'surname_english')).toBe('unverified');
		expect(passport.status).toBe('check');
	});

	it('is to check when a service read it, and can be accepted by a person', () => {
		const passport = judged(bare(lines));
		expect(level(passport, 'surname_english')).toBe('unverified');
		expect(level(confirmField(passport, 'surname_english', {today}), 'surname_english')).toBe('supported');
	});

	it.each(['<RAVINDRA<KUMAR', '<<<RAVINDRA', ''])('is not one whose names begin otherwise: %j', names => {
		const passport = judged(seen(mrz({issuer: 'IND', names})));
		expect(passport.status).toBe('check');
	});
});

describe('a letter of the code that line 1 lost', () => {
	const values = (passport: ReturnType<typeof judged>, key: 'issuing_country_code' | 'surname_english') =>
		field(passport, key).alternatives.map(({value}) => value);

	it.each(['UT', 'UO', 'TO'])(
		'%s: the code of line 2 is offered, and the name that begins with what took its place',
		left => {
			const [one, two] = mrz({issuer: 'UTO', names: 'ERIKSSON<<ANNA'});
			const passport = judged(seen([`P<${left}${one!.slice(5)}<`, two!]));
			expect(values(passport, 'issuing_country_code')).toContain('UTO');
			expect(values(passport, 'surname_english')).toContain('ERIKSSON');
			expect(passport.status).toBe('check');
		},
	);

	it('where a filler took its place, the name is as it is', () => {
		const [one, two] = mrz({issuer: 'UTO', names: 'ERIKSSON<<ANNA'});
		const passport = judged(seen([`P<UT<${one!.slice(5)}`, two!]));
		expect(values(passport, 'issuing_country_code')).toContain('UTO');
		expect(field(passport, 'surname_english')).toMatchObject({value: 'ERIKSSON', alternatives: []});
	});
});

describe('the century of a birth', () => {
	const born = (birth: string) => judged(seen(mrz({birth})));

	it.each(['070101', '120304', '261101', '000229'])('%s may be a hundred years earlier: not verified', birth => {
		const passport = born(birth);
		const isOpen = Number(birth.slice(0, 2)) > 6;
		expect(level(passport, 'birth_date')).toBe(isOpen ? 'supported' : 'verified');
		expect(reasons(passport, 'birth_date').includes('century')).toBe(isOpen);
	});

	it.each(['740812', '450101', '280101', '060101'])('%s leaves no living person a century earlier', birth => {
		expect(level(born(birth), 'birth_date')).toBe('verified');
	});

	const printed = (birth: string, text: string) =>
		judged({
			...seen(mrz({birth})),
			printed: [{field: 'birth_date', text, zone: 'printed', margin: 9}],
		});

	it('is decided by a printed year of four digits', () => {
		const young = printed('120304', '04 MAR 2012');
		expect(field(young, 'birth_date').value).toBe('2012-03-04');
		expect(level(young, 'birth_date')).toBe('verified');
		expect(reasons(young, 'birth_date')).not.toContain('century');
		const old = printed('120304', '04 MAR 1912');
		expect(field(old, 'birth_date').value).toBe('1912-03-04');
		expect(level(old, 'birth_date')).toBe('verified');
	});

	it('is not decided by a printed year of two digits', () => {
		expect(level(printed('120304', '04 MAR 12'), 'birth_date')).toBe('supported');
	});
});

describe('another line that fits too', () => {
	/** ICAO's specimen, whose number and digits may as well be others. */
	const [first, second] = icao;
	const [, other] = mrz({number: 'L898902B3'});
	const both = (runnerUp: number) => {
		const reading = seen([first, second]);
		const text = `${other.slice(0, 10)}${second.slice(10, 43)}4`;
		return judged({...reading, lines: [reading.lines[0]!, {...reading.lines[1]!, runnerUp, runnerUpText: text}]});
	};

	it('is taken with its own check digits', () => {
		const before = both(0.5);
		expect(blocks(before)).toEqual(['other-line-possible']);
		const [offer] = field(before, 'passport_number').alternatives;
		expect(offer).toMatchObject({value: 'L898902B3', digits: {number: other[9], composite: '4'}});
		const after = editField(before, 'passport_number', 'L898902B3', {today});
		expect(blocks(after)).not.toContain('check-digit-wrong');
		expect(after.lines[1]!.slice(0, 10)).toBe(other.slice(0, 10));
		expect(after.lines[1]!.at(-1)).toBe('4');
		const back = editField(after, 'passport_number', 'L898902C3', {today});
		expect(back.lines).toEqual(before.lines);
	});
});

it('another line that has two fields otherwise offers each with its own check digit and the overall one', () => {
	const lines = mrz({number: 'L89890203', birth: '740812'});
	const [, other] = mrz({number: 'L89890283', birth: '740813'});
	const reading = seen(lines);
	const near = {...reading.lines[1]!, runnerUp: 0.5, runnerUpText: other};
	const passport = judged({...reading, lines: [reading.lines[0]!, near]});
	const digitsOf = (key: 'passport_number' | 'birth_date') => field(passport, key).alternatives[0]!.digits;
	expect(digitsOf('passport_number')).toEqual({number: other[9], composite: other[43]});
	expect(digitsOf('birth_date')).toEqual({birth: other[19], composite: other[43]});
	expect(field(passport, 'expiry_date').alternatives).toEqual([]);
});

it('another line of names has no check digit to offer', () => {
	const lines = mrz({names: 'ERIKSSON<<ANNA'});
	const reading = seen(lines);
	const near = {...reading.lines[0]!, runnerUp: 0.5, runnerUpText: lines[0].replace('ANNA', 'ANNE')};
	const passport = judged({...reading, lines: [near, reading.lines[1]!]});
	expect(field(passport, 'given_name_english').alternatives).toEqual([{value: 'ANNE', source: 'offline'}]);
});

describe('a line that lost a letter of its issuing state', () => {
	it.each(['P<SA', 'P<UA', 'P<US'])(
		'%s… gets it back from the nationality of the other line, and a person looks',
		start => {
			const [first, second] = mrz({issuer: 'USA'});
			const passport = judged(bare([start + first.slice(5), second]));
			expect(field(passport, 'issuing_country_code').value).toBe('USA');
			expect(field(passport, 'surname_english').value).toBe('ERIKSSON');
			expect(blocks(passport)).toContain('realigned');
		},
	);

	it('is filled from no nationality that does not fit', () => {
		const [first, second] = mrz({issuer: 'USA', nationality: 'FRA'});
		const passport = judged(bare([`P<SA${first.slice(5)}`, second]));
		expect(field(passport, 'issuing_country_code').value).not.toBe('FRA');
		expect(passport.status).toBe('check');
	});
});
