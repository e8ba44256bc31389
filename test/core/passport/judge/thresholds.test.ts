import {describe, expect, it} from 'vitest';
import type {CharacterReading, LineReading, Reading} from '../../../../source/core/passport/model/reading.ts';
import {at, blocks, field, judged, level, mrz, reasons, seen} from '../support.ts';

const truth = mrz({issuer: 'GBR', number: '107182890'});
const endOfNames = truth[0]!.replace(/<+$/, '').length;

/** A reading in which one character was decided otherwise than it was seen. */
function decided(lines: readonly string[], line: number, position: number, saw: string, margin: number): Reading {
	const reading = seen(lines);
	const change = (one: LineReading): LineReading => ({
		...one,
		characters: one.characters!.map((character, index) =>
			index === position ? {seen: saw, margin, alternatives: [saw]} : character,
		),
	});
	return {...reading, lines: reading.lines.map((one, index) => (index === line ? change(one) : one))};
}

/** A clear reading in which one character of line 1 is another one as well, or as clear as given. */
function unsure(position: number, change: Partial<CharacterReading>): Reading {
	const reading = seen(truth);
	const [one, ...rest] = reading.lines;
	const characters = one!.characters!.map((character, index) =>
		index === position ? {...character, ...change} : character,
	);
	return {...reading, lines: [{...one!, characters}, ...rest]};
}

describe('the accept rule for readings with margins', () => {
	it('a clear reading is clean', () => {
		expect(judged(seen(truth)).status).toBe('clean');
	});

	it.each([
		['a name', 0, 8, 'surname_english'],
		['the first filler after the name', 0, endOfNames, 'given_name_english'],
		['the second filler after the name', 0, endOfNames + 1, 'given_name_english'],
		['the sex', 1, 20, 'sex'],
	] as const)('a weak character in %s is not proven', (_, line, position, key) => {
		const passport = judged(seen(truth, (l, p) => (l === line && p === position ? 1 : 9)));
		expect(level(passport, key)).toBe('unverified');
		expect(reasons(passport, key)).toContain('read-weakly');
		expect(passport.status).toBe('check');
	});

	it('what hides fillers behind two that were read clearly hides no name', () => {
		expect(judged(seen(truth, (l, p) => (l === 0 && p >= endOfNames + 2 ? -5 : 9))).status).toBe('clean');
	});

	it('behind a surname alone it takes three: a given name may be behind two', () => {
		const alone = mrz({issuer: 'IDN', number: 'A1234567', names: 'ARKFREITH'});
		const end = 5 + 'ARKFREITH'.length;
		const hiddenFrom = (from: number) => judged(seen(alone, (l, p) => (l === 0 && p >= from ? -5 : 9)));
		expect(level(hiddenFrom(end + 3), 'surname_english')).toBe('supported');
		expect(level(hiddenFrom(end + 2), 'surname_english')).toBe('unverified');
		expect(level(hiddenFrom(end + 2), 'given_name_english')).toBe('unverified');
	});

	it.each(['holder_country_code', 'issuing_country_code'] as const)(
		'a weak letter of %s is borne out by the same letter read clearly in the other line, and not by one that is weak too',
		key => {
			const [line, position] = key === 'holder_country_code' ? [1, 11] : [0, 3];
			expect(level(judged(seen(truth, (l, p) => (l === line && p === position ? 1 : 9))), key)).toBe('supported');
			const apart = judged(seen(truth, (l, p) => ((l === 1 && p === 11) || (l === 0 && p === 4) ? 1 : 9)));
			expect([level(apart, key), apart.status]).toEqual(['supported', 'clean']);
			const guessed = judged(seen(truth, (l, p) => ((l === 1 && p === 11) || (l === 0 && p === 4) ? -2 : 9)));
			expect(level(guessed, key)).toBe('unverified');
			const both = judged(seen(truth, (l, p) => ((l === 1 && p === 11) || (l === 0 && p === 3) ? 1 : 9)));
			expect(level(both, key)).toBe('unverified');
			expect(reasons(both, key)).toContain('read-weakly');
			expect(both.status).toBe('check');
		},
	);

	it('a weak character that a check digit sees is still proven', () => {
		const passport = judged(seen(truth, (l, p) => (l === 1 && p === 15 ? 0.1 : 9)));
		expect(level(passport, 'birth_date')).toBe('verified');
		expect(passport.status).toBe('clean');
	});

	it.each([
		['the date of birth, of which two characters were hardly read', [15, 18], 'birth_date'],
		['the date of expiry, of which one was hardly read, and its digit', [26, 27], 'expiry_date'],
		['the number, of which two were hardly read', [3, 5], 'passport_number'],
		['the number, of which one was hardly read, and its digit', [8, 9], 'passport_number'],
	] as const)('a check digit does not prove %s', (_, positions, key) => {
		const passport = judged(seen(truth, (l, p) => (l === 1 && positions.some(one => one === p) ? 0.1 : 9)));
		expect(level(passport, key)).toBe('unverified');
		expect(reasons(passport, key)).toContain('read-weakly');
		expect(passport.status).toBe('check');
	});

	it.each([
		[3, 'unverified'],
		[5, 'supported'],
	])('a digit that decided one character against the eye proves no other one of %d nats: %s', (margin, expected) => {
		const [one, two] = seen(truth).lines;
		const characters = two!.characters!.map((character, at) =>
			at === 3 ? {...character, seen: '8', margin: -0.4} : at === 5 ? {...character, margin} : character,
		);
		const passport = judged({...seen(truth), lines: [one!, {...two!, characters}]});
		expect(level(passport, 'passport_number')).toBe(expected);
	});

	it('a weak character that no check digit sees is not', () => {
		const blind = mrz({issuer: 'UTO', number: 'G12345679'});
		expect(level(judged(seen(blind)), 'passport_number')).toBe('supported');
		const passport = judged(seen(blind, (l, p) => (l === 1 && p === 0 ? 1 : 9)));
		expect(level(passport, 'passport_number')).toBe('unverified');
		expect(reasons(passport, 'passport_number')).toContain('blind-spot');
	});

	it.each([
		[['C'], 'supported'],
		[['6'], 'unverified'],
		[['C', 'Q', 'O'], 'unverified'],
	])('a weak G that may be %s is as good as the digit that sees all but a 6: %s', (alternatives, expected) => {
		const [one, two] = seen(mrz({issuer: 'UTO', number: 'G12345679'})).lines;
		const characters = two!.characters!.map((character, at) =>
			at === 0 ? {...character, margin: 2, alternatives} : character,
		);
		const passport = judged({...seen(truth), lines: [one!, {...two!, characters}]});
		expect(level(passport, 'passport_number')).toBe(expected);
	});

	it('a weak character proves no number that has none of the known forms of its issuer, whatever its digit says', () => {
		const weakAt5 = (l: number, p: number) => (l === 1 && p === 4 ? 2 : 9);
		const usual = mrz({issuer: 'CHN', number: 'E12345678'});
		expect(level(judged(seen(usual, weakAt5)), 'passport_number')).not.toBe('unverified');
		const unusual = mrz({issuer: 'CHN', number: 'T12345678'});
		expect(reasons(judged(seen(unusual)), 'passport_number')).toContain('number-pattern-unusual');
		expect(level(judged(seen(unusual)), 'passport_number')).not.toBe('unverified');
		expect(level(judged(seen(unusual, weakAt5)), 'passport_number')).toBe('unverified');
	});

	it('a change to a look-alike is kept with what was seen, and no longer verified by the digit that made it', () => {
		const passport = judged(decided(truth, 1, 1, 'O', -1));
		expect(field(passport, 'passport_number')).toMatchObject({value: '107182890', repairedFrom: '1O7182890'});
		expect(level(passport, 'passport_number')).toBe('supported');
		expect(passport.status).toBe('clean');
	});

	it('a change against a clear character that looks otherwise is not accepted', () => {
		const passport = judged(decided(truth, 1, 1, 'M', -5));
		expect(level(passport, 'passport_number')).toBe('unverified');
		expect(reasons(passport, 'passport_number')).toContain('not-look-alike');
		expect(passport.status).toBe('check');
	});

	it('a letter decided for a digit that was seen in a name is shown', () => {
		const passport = judged(decided(mrz({issuer: 'UTO', number: 'A1BCDEYZI'}), 0, 10, '0', 5));
		expect(reasons(passport, 'surname_english')).toContain('repaired');
	});

	it.each([
		['number', 1, 3, 'passport_number'],
		['birth', 1, 15, 'birth_date'],
	] as const)(
		'a character of the %s that digits alone put there, where nothing was seen, is not proven',
		(_, line, position, key) => {
			const passport = judged(decided(truth, line, position, '<', -1.8));
			expect(level(passport, key)).toBe('unverified');
			expect(passport.status).toBe('check');
		},
	);

	it.each([
		['K', 'unverified'],
		['X', 'supported'],
	])('a filler after a name that might be a worn %s is %s: ink is lost more easily than won', (other, expected) => {
		const end = truth[0].indexOf('<', truth[0].indexOf('<<') + 2);
		const passport = judged(unsure(end, {margin: 4.5, alternatives: [other]}));
		expect(level(passport, 'given_name_english')).toBe(expected);
	});

	it.each([
		['O', 4.5, 'unverified'],
		['O', 5, 'supported'],
		['L', 4.5, 'supported'],
	])('a C in a name that might be an %s as well, %d nats behind, is %s', (other, margin, expected) => {
		const read = mrz({issuer: 'GBR', number: '107182890', names: 'CARTER<<ANNA'});
		const [one, two] = seen(read).lines;
		const characters = one!.characters!.map((character, index) =>
			index === 5 ? {...character, margin, alternatives: [other]} : character,
		);
		const passport = judged({...seen(read), lines: [{...one!, characters}, two!]});
		expect(level(passport, 'surname_english')).toBe(expected);
	});

	it.each([
		['C', 3.3, 'unverified'],
		['C', 4, 'supported'],
		['N', 3.3, 'supported'],
	])('an O in a name that might be a %s as well, %d nats behind, is %s', (other, margin, expected) => {
		const passport = judged(unsure(truth[0].indexOf('O'), {margin, alternatives: [other]}));
		expect(level(passport, 'surname_english')).toBe(expected);
	});

	it.each([
		[-9, 12, 'supported'],
		[-9, 5, 'unverified'],
		[-1, 5.5, 'unverified'],
		[-1, 6.5, 'supported'],
		[0.3, 5.5, 'unverified'],
		[0.5, 5.5, 'supported'],
		[4, 5, 'supported'],
	])(
		'where a second network gives a letter %d nats and the first one %d, the name is %s',
		(second, margin, expected) => {
			const passport = judged(unsure(8, {margin, second}));
			expect(level(passport, 'surname_english')).toBe(expected);
		},
	);

	it('another line that fits nearly as well is not accepted', () => {
		const reading = seen(truth);
		const close: Reading = {...reading, lines: reading.lines.map(line => ({...line, runnerUp: 0.5}))};
		expect(blocks(judged(close))).toEqual(['other-line-possible']);
	});

	it.each([
		['a surname', 0, 8, 'H', 'surname_english'],
		['a place between two names', 0, 8, '<', 'surname_english'],
		['the sex', 1, 20, 'M', 'sex'],
	] as const)('what %s may be instead is offered where a reason names it', (_, line, position, other, key) => {
		const reading = seen(truth);
		const weaken = (one: LineReading, index: number): LineReading =>
			index !== line
				? one
				: {
						...one,
						characters: one.characters!.map((character, place) =>
							place === position ? {...character, margin: 0.5, alternatives: [other]} : character,
						),
					};
		const passport = judged({...reading, lines: reading.lines.map(weaken)});
		expect(level(passport, key)).toBe('unverified');
		const text = truth[line].slice(0, position) + other + truth[line].slice(position + 1);
		const expected = key === 'sex' ? other : text.slice(5).split('<<')[0]!.replace('<', ' ');
		expect(field(passport, key).alternatives.map(one => one.value)).toContain(expected);
	});

	it('another line that fits nearly as well offers its values in the fields that it reads otherwise', () => {
		const reading = seen(truth);
		const other = mrz({issuer: 'GBR', number: '107782890'})[1];
		const lines = reading.lines.map((line, index) =>
			index === 1
				? {...line, runnerUp: 0.5, runnerUpText: other}
				: {...line, runnerUp: 9, runnerUpText: truth[0].replace('A', 'B')},
		);
		const passport = judged({...reading, lines});
		expect(passport.issues.filter(issue => issue.blocks)).toEqual([
			{code: 'other-line-possible', field: 'passport_number', params: {value: other.slice(0, 9)}, blocks: true},
		]);
		const number = passport.fields.find(({key}) => key === 'passport_number');
		expect(number?.alternatives[0]).toEqual({
			value: other.slice(0, 9),
			source: 'offline',
			digits: {number: other[9], composite: other[43]},
		});
		expect(passport.status).toBe('check');
	});

	it('characters that are no longer at their places count for nothing', () => {
		const reading = seen([truth[0], truth[1].slice(0, 43)]);
		const passport = judged(reading);
		expect(level(passport, 'sex')).toBe('unverified');
		expect(passport.status).toBe('check');
	});

	it('a repair never overrules what was seen very clearly', () => {
		const [first, second] = truth;
		expect(level(judged(seen([first, at(second, 1, 'O')], () => 4)), 'passport_number')).toBe('supported');
		expect(level(judged(seen([first, at(second, 1, 'O')], () => 9)), 'passport_number')).toBe('unverified');
	});
});
