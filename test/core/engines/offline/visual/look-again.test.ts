import {describe, expect, it} from 'vitest';
import {soughtOn} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import type {PrintedLine, Reread} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {linesLookedAtAgain} from '../../../../../source/core/engines/offline/visual/look-again.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine as value} from './printed-line.ts';

const surname = value('LINDQVIST', 14, -19.9);
const place = value('PORT SERENE', 14, -8.7);
const office = value('PASSPORT OFFICE', 30, -8.7);
const all = [
	value('L4190267K', 31, -22.7),
	label('Surname/Nom', 14, -21),
	surname,
	value('17 MAR 1988', 14, -11.5),
	label('Place of birth', 14, -9.8),
	place,
	label('Authority', 30, -9.8),
	office,
	value('10 MAY 2024', 14, -5.9),
	value('09 MAY 2034', 30, -4.9),
];

const textOf = ({characters}: PrintedLine): string => characters.map(({character}) => character).join('');
const weakestOf = ({characters}: PrintedLine): number =>
	Math.min(...characters.filter(({character}) => character !== ' ').map(({margin}) => margin));

/** A line as another look reads it: other letters in the same places. */
const otherwise = (line: PrintedLine, text: string): PrintedLine => ({
	...line,
	characters: line.characters.map((one, at) => ({...one, character: text[at]!})),
});

/** A line with its third letter in doubt. */
const unsure = (line: PrintedLine): PrintedLine => ({
	...line,
	characters: line.characters.map((one, at) => (at === 2 ? {...one, margin: 1} : one)),
});

/** Looks again at the page. `woken`: how many looks there had been whenever the general reader was announced. `seen`: what looks wider than a line's own read there, by the line's text; else what the first did. */
const again = async ({
	lines = all,
	seen = {},
	general,
	gappy,
}: {
	readonly lines?: readonly PrintedLine[];
	readonly seen?: Readonly<Record<string, string>>;
	readonly general?: string;
	readonly gappy?: PrintedLine;
} = {}) => {
	const [looked, asked]: [string[], string[]] = [[], []];
	const woken: number[] = [];
	const page = pageOf(lines);
	const at = (look: Reread) => lines.find(({u, v}) => Math.abs(u - look.u) < 0.5 && Math.abs(v - look.v) < 0.5)!;
	const found = await linesLookedAtAgain(
		{places: lines, lines, page, sought: soughtOn(page, facts, today)},
		{
			read: async look => {
				const line = at(look);
				looked.push(textOf(line));
				const text = look.stretch === undefined ? undefined : seen[textOf(line)];
				return text === undefined ? line : otherwise(line, text);
			},
			wakeGeneral: () => void woken.push(looked.length),
			ask: async line => {
				asked.push(textOf(line));
				return general === undefined ? undefined : otherwise(line, general);
			},
			withUnreadInk: line =>
				line !== gappy && textOf(line) !== (gappy && textOf(gappy))
					? line
					: {...line, characters: line.characters.map((one, index) => (index === 0 ? {...one, margin: 0.6} : one))},
		},
		today,
	);
	return {found, looked, asked, woken};
};

describe('places and offices, which nothing else on a page vouches for', () => {
	it('stay as they were where they are read the same when they are drawn wider', async () => {
		const {found, looked, asked} = await again();
		expect([...found.keys()]).toEqual([]);
		expect([...new Set(looked)].sort()).toEqual(['PASSPORT OFFICE', 'PORT SERENE']);
		expect(asked).toEqual([]);
	});

	it('are in doubt where they are read otherwise, and the general reader is asked', async () => {
		const {found, asked} = await again({seen: {'PORT SERENE': 'PORT SERENF'}});
		expect([...found.keys()]).toEqual([place]);
		expect(weakestOf(found.get(place)!)).toBeLessThan(1);
		expect(asked).toEqual(['PORT SERENE']);
	});

	it('are what the general reader reads as well, and clear then', async () => {
		const {found} = await again({seen: {'PORT SERENE': 'PORT SERENF'}, general: 'PORT SERENE'});
		expect(textOf(found.get(place)!)).toBe('PORT SERENE');
		expect(weakestOf(found.get(place)!)).toBeGreaterThan(3);
	});

	it('have the general reader start before they are looked at again where a letter is in doubt, and only then', async () => {
		const {woken, asked} = await again({lines: all.map(line => (line === place ? unsure(line) : line))});
		expect(woken).toEqual([0]);
		expect(asked).toEqual(['PORT SERENE']);
		expect((await again()).woken).toEqual([]);
	});

	it('are looked at again beside ink that was not read, which is no question to the general reader', async () => {
		const {found, asked} = await again({gappy: office});
		expect([...found.keys()]).toEqual([office]);
		expect(weakestOf(found.get(office)!)).toBeLessThan(1);
		expect(asked).toEqual([]);
	});

	it('alone are drawn wider: what the MRZ says, too, is not', async () => {
		const {found} = await again({seen: {LINDQVIST: 'LINDOVIST', '17 MAR 1988': '11 MAR 1988'}});
		expect([...found.keys()]).toEqual([]);
	});
});
