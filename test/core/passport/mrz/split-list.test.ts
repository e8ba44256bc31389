import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseMrz} from '../../../../source/core/passport/mrz/parse.ts';
import {splitList} from '../../../../source/core/passport/mrz/split-list.ts';
import {mrz, numbered} from '../../../support/records.ts';

type Zone = readonly [string, string];

/** How people and programs put two lines into a text. */
const ways: Readonly<Record<string, (mrz: Zone, index: number) => string>> = {
	'two lines': ([first, second]) => `${first}\n${second}`,
	'two lines and an empty one': ([first, second]) => `${first}\r\n${second}\r\n`,
	'a list with numbers of several digits': ([first, second], index) => `${index + 998}. ${first}\n   ${second}`,
	'a numbered list': ([first, second], index) => `${index + 1}. ${first}\n   ${second}`,
	'cells of CSV': ([first, second], index) => `${index + 1},"${first}","${second}",yes`,
	'cells with tabs': ([first, second]) => `${first}\t${second}`,
	JSON: ([first, second]) => `{"mrz_line1": "${first}", "mrz_line2": "${second}"},`,
	'JSON over several lines': ([first, second]) => `{\n\t"lines": [\n\t\t"${first}",\n\t\t"${second}"\n\t]\n},`,
	'one line': ([first, second]) => first + second,
	'a quoted mail': ([first, second]) => `> ${first}\n> ${second}`,
	'a table of Markdown': ([first, second]) => `| ${first} | ${second} |`,
	'an HTML entity for the filler': ([first, second]) => `${first}\n${second}`.replaceAll('<', '&lt;'),
	'lower case': ([first, second]) => `${first}\n${second}`.toLowerCase(),
	'a space here and there': ([first, second]) =>
		`${first.slice(0, 5)} ${first.slice(5)}\n${second.slice(0, 10)} ${second.slice(10)}`,
	'a character too few': ([first, second]) => `${first.slice(0, -1)}\n${second}`,
};

const numbersIn = (text: string) =>
	splitList(text).map(one => parseMrz(one.text).reading?.lines[1]?.text.slice(0, 9).replaceAll('<', ''));

test.each(Object.keys(ways))('a list of passports, as %s', name => {
	const mrzs = Array.from({length: 5}, (_, index) => numbered(index + 1));
	const text = mrzs.map((one, index) => ways[name]!(one, index)).join('\n');
	expect(numbersIn(text)).toEqual(mrzs.map(([, second]) => second.slice(0, 9)));
});

test('ways may be mixed, with other text between them, in any order', () => {
	const noise = fc.constantFrom('', 'Group 12', 'Please read these passports before the evening!', '----', 'Room: 214');
	const item = fc.record({way: fc.constantFrom(...Object.keys(ways)), before: noise});
	fc.assert(
		fc.property(fc.array(item, {minLength: 1, maxLength: 8}), items => {
			const mrzs = items.map((_, index) => numbered(index + 1));
			const text = items.map(({way, before}, index) => `${before}\n${ways[way]!(mrzs[index]!, index)}`).join('\n');
			expect(numbersIn(text)).toEqual(mrzs.map(([, second]) => second.slice(0, 9)));
		}),
	);
});

test('a half that is alone is listed, with the line where it is', () => {
	const [first, second] = numbered(1);
	const text = [mrz[0], '', first, second, '', numbered(2)[1]].join('\n');
	expect(splitList(text).map(({line}) => line)).toEqual([1, 3, 6]);
	expect(splitList(text).map(one => parseMrz(one.text).reading !== undefined)).toEqual([false, true, false]);
});

test('a line of data whose names are missing takes no names of another person', () => {
	const pairs = [2, 3, 4].map(numbered);
	for (const count of [1, 2, 3]) {
		const text = [numbered(1)[1], ...pairs.slice(0, count).flat()].join('\n');
		expect(splitList(text).map(one => one.text)).toEqual([
			numbered(1)[1],
			...pairs.slice(0, count).map(pair => pair.join('\n')),
		]);
	}
});

test('a line that is too short or too long stays with its other half, and is refused with it', () => {
	const [first, second] = numbered(1);
	const spoilt = [
		[first, second.slice(0, 33)],
		[first, `${second}12345`],
		[first.slice(0, 30), second],
		[first.slice(0, 39), second],
	];
	for (const pair of spoilt) {
		for (const text of [pair.join('\n'), `1,"${pair.join('","')}"`, `{"a": "${pair.join('", "b": "')}"}`]) {
			const found = splitList([...mrz, text, '', ...mrz].join('\n'));
			expect(found.map(one => parseMrz(one.text).reading !== undefined)).toEqual([true, false, true]);
			expect(parseMrz(found[1]!.text).notes).toMatchObject([{code: 'wrong-length'}]);
		}
	}
});

test('a list in the wrong order mixes no names with the numbers of others', () => {
	const mrzs = [1, 2, 3].map(numbered);
	const found = splitList(mrzs.map(([first, second]) => `${second}\n${first}`).join('\n'));
	expect(found.map(({text}) => parseMrz(text).notes[0]?.code)).toEqual(Array(3).fill('lines-swapped'));
});

test('a sentence between the two lines is passed over', () => {
	const [first, second] = numbered(1);
	expect(splitList(`${first}\nPlease read these passports before the evening\n${second}`)).toEqual([
		{text: `${first}\n${second}`, line: 1},
	]);
});

test('cards of three lines stay together', () => {
	const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
	const found = splitList([...card, ...mrz, ...card].join('\n'));
	expect(found.map(({text}) => text.split('\n'))).toEqual([card, [...mrz], card]);
});

test('any text is split in no time and without an error', () => {
	fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 3000}), text => void splitList(text)));
	fc.assert(fc.property(fc.stringMatching(/^[<A-Z0-9 ,"\n]{0,2000}$/), text => void splitList(text)));
});

/** Lines of a passport (a), of cards (c, t), each whole in one line without a number; and what is no MRZ. */
const [a1, a2] = numbered(1);
const b2 = numbered(2)[1];
const lines: Readonly<Record<string, string>> = {
	a1,
	a2,
	b2,
	c1: 'I<UTOD231458907<<<<<<<<<<<<<<<',
	c2: '7408122F1204159UTO<<<<<<<<<<<6',
	c3: 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
	t1: 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
	t2: 'D231458907UTO7408122F1204159<<<<<<<6',
	a: a1 + a2,
	c: 'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
	t: 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6',
	short: a2.slice(0, 33),
	long: a2 + '<'.repeat(30),
	number: '12345678901234567890123456789012345678901234',
	sentence: 'Please read these passports before the evening',
	word: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQR',
	spaced: a1.replaceAll('<', ' ').trim(),
};

test.each([
	['a1 a2', 'a1+a2'],
	['a2 a1', 'a2+a1'],
	['a1 a2 b2', 'a1+a2 b2'],
	['a1 b2', 'a1+b2'],
	['a1', 'a1'],
	['a2', 'a2'],
	['a2 b2', 'a2 b2'],
	['a', 'a'],
	['c1 c2 c3', 'c1+c2+c3'],
	['c1 c2 c3 a1 a2', 'c1+c2+c3 a1+a2'],
	['a1 a2 c1 c2 c3', 'a1+a2 c1+c2+c3'],
	['c1 c2', 'c1 c2'],
	['c2 c3', 'c2'],
	['c1 c3', 'c1'],
	['c3 c1 c2', 'c1 c2'],
	['c', 'c'],
	['c1 c2 c3 c1 c2 c3', 'c1+c2+c3 c1+c2+c3'],
	['t1 t2', 't1+t2'],
	['t2 t1', 't2+t1'],
	['t', 't'],
	['t1 t2 c1 c2 c3 a1 a2', 't1+t2 c1+c2+c3 a1+a2'],
	['a1 short', 'a1+short'],
	['short', 'short'],
	['number', ''],
	['number a1 a2', 'a1+a2'],
	['a1 number', 'a1+number'],
	['sentence a1 a2', 'a1+a2'],
	['a1 sentence a2', 'a1+a2'],
	['word', ''],
	['word a1 a2', 'a1+a2'],
	['a1 word a2', 'a1+a2'],
	['spaced a2', 'a2'],
	['a1 long', 'a1'],
	['a a1 a2', 'a a1+a2'],
	['a1 a', 'a1 a'],
	['c1 a1 a2', 'c1 a1+a2'],
	['a1 a2 c1 c2', 'a1+a2 c1 c2'],
	['c1 t2', 'c1 t2'],
	['t1 a2', 't1+a2'],
])('lines %s are %s', (given, expected) => {
	const text = given
		.split(' ')
		.map(name => lines[name])
		.join('\n');
	const named = (line: string) => Object.keys(lines).find(name => lines[name] === line);
	expect(
		splitList(text)
			.map(one => one.text.split('\n').map(named).join('+'))
			.join(' '),
	).toBe(expected);
});
