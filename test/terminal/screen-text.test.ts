import {expect, test} from 'vitest';
import {openScreen} from './open-screen.ts';

const [columns, rows] = [30, 4];

/** What is written for one frame after another, without what surrounds every write. */
const writtenBetween = async (before: string, after: string): Promise<string> => {
	const {fake, show} = await openScreen(columns, rows);
	await show(before);
	const {length} = fake.output();
	await show(after);
	return fake.output().slice(length).replace('\x1b[?2026h', '').replace('\x1b[?2026l', '');
};

test('of a row of text only the cells that changed are written', async () => {
	const row = (marked: string) => `  Surname    ${marked}    Utopia`;
	expect(await writtenBetween(row('ADLER'), row('ADLEN'))).toBe('\x1b[1;18HN');
	expect(await writtenBetween(row('\x1b[7mA\x1b[27mDLER'), row('A\x1b[7mD\x1b[27mLER'))).toBe(
		'\x1b[1;14HA\x1b[7mD\x1b[0m',
	);
	expect(await writtenBetween('姓 张三 Utopia', '姓 张四 Utopia')).toBe('\x1b[1;6H四');
	expect(await writtenBetween('a long row, and its end', 'a long row')).toBe('\x1b[1;11H\x1b[K');
});

test('a colour that only a blank would show is not written, unless the blank shows it', async () => {
	expect(await writtenBetween('Surname a   b', 'Surname a \x1b[31m\x1b[1m \x1b[22m\x1b[39m b')).toBe('');
	expect(await writtenBetween('a         b', 'a   \x1b[7m \x1b[27m     b')).toBe('\x1b[1;5H\x1b[7m \x1b[0m');
});

test('behind a sign that a Chinese terminal may show wide, the row is written to its end', async () => {
	expect(await writtenBetween('12345678 · two of ninety', '12345678 · one of ninety')).toBe(
		'\x1b[1;10H\x1b[K· one of ninety',
	);
	expect(await writtenBetween('12345678 · two of ninety', '1234567X · two of ninety')).toBe('\x1b[1;8HX');
});

const spans = [
	' ',
	'   ',
	'ADLER',
	'x',
	'张三',
	'é',
	'—',
	'\x1b[31mred\x1b[39m',
	'\x1b[1m\x1b[38;5;208mbold orange\x1b[39m\x1b[22m',
	'\x1b[2mdim text\x1b[22m',
	'\x1b[7m inverse \x1b[27m',
	'\x1b[4munder\x1b[1mboth\x1b[22m\x1b[24m',
	'\x1b[48;2;10;20;30m \x1b[38;2;200;100;50mon it\x1b[39m \x1b[49m',
	'\x1b[7m\x1b[32m \x1b[39m\x1b[27m',
	'👍🏽',
];

test('after any change a row looks as if it had been written whole', async () => {
	const {fake, show} = await openScreen(columns, rows);
	let state = 20_251_122;
	const below = (limit: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * limit);
	};
	let row = Array.from({length: 6}, () => spans[below(spans.length)]!);
	for (let round = 0; round < 300; round++) {
		// One piece is another one, is gone, or comes between two: the rest moves or stays.
		const place = below(row.length + 1);
		row = row.toSpliced(place, below(2), ...(below(4) > 0 && row.length < 9 ? [spans[below(spans.length)]!] : []));
		const line = row.join('');
		await show('first', line, 'third');
		const whole = await openScreen(columns, rows);
		await whole.show('first', line, 'third');
		expect(fake.cells(1), JSON.stringify(line)).toEqual(whole.fake.cells(1));
	}
});
