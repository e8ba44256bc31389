import {describe, expect, it} from 'vitest';
import type {DocumentShape} from '../../../../source/core/passport/model/document.ts';
import type {FieldKey} from '../../../../source/core/passport/model/fields.ts';
import type {Reading} from '../../../../source/core/passport/model/reading.ts';
import {checkDigit, checkDigits} from '../../../../source/core/passport/mrz/check-digits.ts';
import {editField} from '../../../../source/core/passport/person/edit.ts';
import {at, blocks, field, judged, level, reasons, seen, today} from '../support.ts';

const digit = (text: string): string => checkDigit(text)!;
const birth = '740812';
const expiry = '310415';

type Parts = {
	readonly code?: string;
	readonly number?: string;
	/** Behind the number: more of a long one with its digit, or optional data. */
	readonly rest?: string;
	/** Optional data of line 2. */
	readonly second?: string;
	readonly numberDigit?: string;
	readonly names?: string;
};

function td1(parts: Parts = {}) {
	const {code = 'I<', number = 'D23145790', rest = '', second = '', numberDigit = digit(number), names} = parts;
	const one = `${code}UTO${number}${numberDigit}${rest}`.padEnd(30, '<');
	const [born, ends] = [birth + digit(birth), expiry + digit(expiry)];
	const other = second.padEnd(11, '<');
	return [
		one,
		`${born}F${ends}UTO${other}${digit(one.slice(5) + born + ends + other)}`,
		(names ?? 'ERIKSSON<<ANNA<MARIA').padEnd(30, '<'),
	];
}

function td2({code = 'I<', number = 'D23145790', rest = '', numberDigit = digit(number)}: Parts = {}) {
	const [start, born, ends, filled] = [
		number + numberDigit,
		birth + digit(birth),
		expiry + digit(expiry),
		rest.padEnd(7, '<'),
	];
	return [
		`${code}UTOERIKSSON<<ANNA<MARIA`.padEnd(36, '<'),
		`${start}UTO${born}F${ends}${filled}${digit(start + born + ends + filled)}`,
	];
}

const visa = (length: number, number = 'L23145790') => [
	'V<UTOERIKSSON<<ANNA<MARIA'.padEnd(length, '<'),
	`${number}${digit(number)}UTO${birth}${digit(birth)}F${expiry}${digit(expiry)}`.padEnd(length, '<'),
];

const read = (shape: DocumentShape, lines: readonly string[], weak?: readonly [line: number, position: number]) =>
	judged({...seen(lines, (line, position) => (line === weak?.[0] && position === weak[1] ? 1 : 9)), shape});

const deciding: readonly FieldKey[] = [
	'passport_number',
	'surname_english',
	'given_name_english',
	'holder_country_code',
	'birth_date',
	'sex',
	'expiry_date',
	'issuing_country_code',
];

describe.each<[DocumentShape, readonly string[]]>([
	['TD1', td1()],
	['TD2', td2()],
	['MRV-A', visa(44)],
	['MRV-B', visa(36)],
])('a %s that was read clearly', (shape, lines) => {
	it('is proven, each value that decides with its evidence', () => {
		const document = read(shape, lines);
		expect(document.status).toBe('clean');
		expect(blocks(document)).toEqual([]);
		expect(Object.fromEntries(deciding.map(key => [key, field(document, key).value]))).toEqual({
			passport_number: shape.startsWith('MRV') ? 'L23145790' : 'D23145790',
			surname_english: 'ERIKSSON',
			given_name_english: 'ANNA MARIA',
			holder_country_code: 'UTO',
			birth_date: '1974-08-12',
			sex: 'F',
			expiry_date: '2031-04-15',
			issuing_country_code: 'UTO',
		});
		expect(level(document, 'birth_date')).toBe('verified');
		expect(level(document, 'expiry_date')).toBe('verified');
	});

	it('is for a person to look at where one letter of the name was hardly seen', () => {
		const [line, position] = shape === 'TD1' ? [2, 3] : [0, 8];
		const document = read(shape, lines, [line, position]);
		expect(document.status).toBe('check');
		expect(level(document, 'surname_english')).toBe('unverified');
	});

	it('is refuted where a check digit is wrong, and says which', () => {
		const row = shape === 'TD1' ? 0 : 1;
		const place = shape === 'TD1' ? 14 : 9;
		const wrong = String((Number(lines[row]![place]) + 3) % 10);
		const document = read(
			shape,
			lines.map((line, index) => (index === row ? at(line, place, wrong) : line)),
		);
		expect(document.status).toBe('check');
		expect(level(document, 'passport_number')).toBe('refuted');
	});

	it('has a misread digit of a date put right, and shown', () => {
		const place = shape === 'TD1' ? 10 : 23;
		const document = read(shape, [lines[0]!, at(lines[1]!, place, 'O'), ...lines.slice(2)]);
		expect(field(document, 'expiry_date')).toMatchObject({value: '2031-04-15', repairedFrom: '31O415'});
		expect(level(document, 'expiry_date')).not.toBe('verified');
	});
});

describe('what a visa cannot prove', () => {
	it('no digit covers the whole, so that it counts three', () => {
		expect(checkDigits('MRV-A', visa(44)).map(({name}) => name)).toEqual(['number', 'birth', 'expiry']);
	});

	it('what its free part says is not proven', () => {
		const [one, two] = visa(44);
		const document = read('MRV-A', [one!, `${two!.slice(0, 28)}ZE184226B`.padEnd(44, '<')]);
		expect(field(document, 'optional_data_mrz').value).toBe('ZE184226B');
		expect(level(document, 'optional_data_mrz')).toBe('unverified');
	});

	it('a digit of a date that was read for another is offered only, where a passport has it proven', () => {
		const misread = visa(44).map((line, index) => (index === 1 ? at(line, 16, '6') : line));
		const document = read('MRV-A', misread);
		expect(field(document, 'birth_date').repairedFrom).toBeUndefined();
		expect(level(document, 'birth_date')).toBe('refuted');
		expect(field(document, 'birth_date').alternatives.map(({value}) => value)).toContain('1974-08-12');
	});

	it('a number whose G may be a 6 is no more than read clearly', () => {
		expect(level(read('MRV-A', visa(44, 'G23145790')), 'passport_number')).not.toBe('verified');
	});
});

describe('the optional data of a card', () => {
	it('are supported by the digit over the whole, and wrong with it', () => {
		const lines = td1({rest: '1234'});
		expect(level(read('TD1', lines), 'optional_data_mrz')).toBe('supported');
		expect(reasons(read('TD1', lines), 'optional_data_mrz')).toContain('composite');
		const document = read('TD1', [lines[0]!.replace('1234', '1235'), lines[1]!, lines[2]!]);
		expect(blocks(document)).toContain('composite-wrong');
		expect(level(document, 'optional_data_mrz')).toBe('unverified');
	});
});

describe('the optional data of line 2 of a card', () => {
	const lines = td1({rest: '1234', second: '98765432109'});

	it('are a field of their own, proven as far as those of line 1', () => {
		const document = read('TD1', lines);
		expect(field(document, 'optional_data_mrz').value).toBe('1234');
		expect(field(document, 'optional_data_2_mrz').value).toBe('98765432109');
		expect(level(document, 'optional_data_2_mrz')).toBe('supported');
		expect(reasons(document, 'optional_data_2_mrz')).toContain('composite');
		expect(document.status).toBe('clean');
	});

	it('are not supported where the digit over the whole is wrong, or a character was not read clearly', () => {
		const wrong = read('TD1', [lines[0]!, lines[1]!.replace('9876', '9878'), lines[2]!]);
		expect(level(wrong, 'optional_data_2_mrz')).toBe('unverified');
		expect(blocks(wrong)).toContain('composite-wrong');
		expect(level(read('TD1', lines, [1, 20]), 'optional_data_2_mrz')).not.toBe('supported');
	});

	it('are corrected in their place in the lines', () => {
		const corrected = editField(read('TD1', lines), 'optional_data_2_mrz', '98785432109', {today});
		expect(corrected.lines[1]!.slice(18, 29)).toBe('98785432109');
		expect(field(corrected, 'optional_data_mrz').value).toBe('1234');
	});

	it.each(['TD2', 'MRV-A', 'MRV-B'] as const)('are a field of no other document: %s', shape => {
		const other = {TD2: td2(), 'MRV-A': visa(44), 'MRV-B': visa(36)}[shape];
		expect(read(shape, other).fields.map(({key}) => key)).not.toContain('optional_data_2_mrz');
	});
});

describe('a number too long for its place', () => {
	// The example of ICAO 9303-5, appendix B: D23145890734, and 9 over all twelve characters.
	const long = {number: 'D23145890', numberDigit: '<', rest: '7349'};

	it.each<[DocumentShape, readonly string[]]>([
		['TD1', td1(long)],
		['TD2', td2(long)],
	])('is read whole from a %s', (shape, lines) => {
		const document = read(shape, lines);
		expect(field(document, 'passport_number').value).toBe('D23145890734');
		expect(field(document, 'optional_data_mrz').value).toBe('');
		expect(checkDigits(shape, lines).map(({verdict}) => verdict)).not.toContain('refuted');
		expect(document.status).toBe('clean');
	});

	it('is what ICAO prints', () => {
		const printed = [
			'I<UTOD23145890<7349<<<<<<<<<<<',
			'3407127M9507122UTO<<<<<<<<<<<2',
			'STEVENSON<<PETER<JOHN<<<<<<<<<',
		];
		expect(checkDigits('TD1', printed).map(({verdict}) => verdict)).toEqual(Array(4).fill('verified'));
	});

	it('leaves what follows it to the optional data', () => {
		const document = read('TD1', td1({...long, rest: '7349<AB12'}));
		expect(field(document, 'passport_number').value).toBe('D23145890734');
		expect(field(document, 'optional_data_mrz').value).toBe('AB12');
	});

	it('is refuted by its digit, wherever the misread character is', () => {
		for (const rest of ['7849', '7348']) {
			expect(level(read('TD1', td1({...long, rest})), 'passport_number')).toBe('refuted');
		}
	});

	it('a character hardly seen at its end keeps it from being proven', () => {
		const document = read('TD1', td1({...long, rest: `G3${digit('D23145890G3')}`}), [0, 15]);
		expect(level(document, 'passport_number')).toBe('unverified');
	});

	it('is corrected by a person, in both of its pieces', () => {
		const misread = read('TD1', td1({...long, rest: '7849'}));
		const edited = editField(misread, 'passport_number', 'D23145890734', {today});
		expect(edited.lines[0]).toBe('I<UTOD23145890<7349<<<<<<<<<<<');
		expect(level(edited, 'passport_number')).not.toBe('refuted');
		expect(blocks(edited)).not.toContain('check-digit-wrong');
	});

	it('one of another length is kept, and proves nothing', () => {
		const edited = editField(read('TD1', td1(long)), 'passport_number', 'D231', {today});
		expect(field(edited, 'passport_number').value).toBe('D231');
		expect(edited.lines).toEqual(td1(long));
	});
});

describe('a passport number that may continue in the optional data', () => {
	const td3 = (number: string, place: string, rest: string) => {
		const [start, born, ends, filled] = [
			number + place,
			birth + digit(birth),
			expiry + digit(expiry),
			rest.padEnd(14, '<'),
		];
		const optional = filled + digit(filled);
		return [
			'P<UTOERIKSSON<<ANNA<MARIA'.padEnd(44, '<'),
			`${start}UTO${born}F${ends}${optional}${digit(start + born + ends + optional)}`,
		];
	};
	const joined = `734${digit('D23145890734')}`;

	it.each([joined, `${joined}<AB12`, `7${digit('D231458907')}`])('is named, and offered whole: %s', rest => {
		const passport = read('TD3', td3('D23145890', '<', rest));
		const whole = `D23145890${rest.split('<')[0]!.slice(0, -1)}`;
		expect(field(passport, 'passport_number')).toMatchObject({value: 'D23145890', alternatives: [{value: whole}]});
		expect(passport.status).toBe('check');
		expect(blocks(passport)).toContain('long-number');
		expect(blocks(passport)).not.toContain('check-digit-wrong');
		const taken = editField(passport, 'passport_number', whole, {today});
		expect(taken.lines).toEqual(passport.lines);
		expect(field(taken, 'passport_number')).toMatchObject({value: whole, evidence: {level: 'supported'}});
		expect(blocks(taken)).toEqual([]);
	});

	it.each([
		['of which the digit behind does not agree', 'D23145890', '<', '7345'],
		['without optional data', 'D23145890', '<', ''],
		['that ends before its place does', 'D2314589<', '<', joined],
		['with a check digit that agrees', 'D23145890', digit('D23145890'), joined],
		['with a check digit that is wrong', 'D23145890', '1', joined],
	])('is not one %s', (_, number, place, rest) => {
		const passport = read('TD3', td3(number, place, rest));
		expect(blocks(passport)).not.toContain('long-number');
		expect(field(passport, 'passport_number').alternatives.map(({value}) => value.length > 9)).not.toContain(true);
	});
});

describe('what no such document begins with', () => {
	it('a card that begins with P is misread', () => {
		expect(blocks(read('TD1', td1({code: 'P<'})))).toContain('wrong-character');
	});
});

describe('rules that hold for passports alone', () => {
	it('the forms of passport numbers say nothing of cards', () => {
		const lines = td1({number: 'RX0123456'}).map(line => line.replaceAll('UTO', 'GBR'));
		const document = judged({...seen(lines), shape: 'TD1'} satisfies Reading);
		expect(document.issues.map(({code}) => code)).not.toContain('number-pattern-wrong');
	});

	it('a visa that runs for ten years leaves the century of a small child open to nothing', () => {
		const child = visa(44).map(line =>
			line
				.replace(`${birth}${digit(birth)}`, `250301${digit('250301')}`)
				.replace(`${expiry}${digit(expiry)}`, `350301${digit('350301')}`),
		);
		expect(blocks(judged({...seen(child), shape: 'MRV-A'}))).not.toContain('century');
	});
});

describe.each<[DocumentShape, number]>([
	['MRV-A', 44],
	['MRV-B', 36],
])('a visa, %s', (shape, length) => {
	const withOptional = (text: string) => {
		const [one, two] = visa(length) as [string, string];
		return [one, two.slice(0, 28) + text.padEnd(length - 28, '<')];
	};

	it('is to check where its optional data was read weakly: no check digit covers it', () => {
		const lines = withOptional('1565896');
		expect(read(shape, lines).status).toBe('clean');
		expect(read(shape, lines, [1, 30]).status).toBe('check');
	});

	it('is to check where a letter of its number is hardly clear that the check digit takes for another: F for P', () => {
		const lines = visa(length, 'UEF372347');
		const readAt = (margin: number) =>
			judged({...seen(lines, (line, position) => (line === 1 && position === 2 ? margin : 9)), shape}).status;
		expect(readAt(5)).toBe('clean');
		expect(readAt(3.5)).toBe('check');
	});
});
