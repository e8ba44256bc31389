import {describe, expect, it} from 'vitest';
import type {MrzFacts} from '../../../../../source/core/engines/offline/visual/fields/mrz-facts.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {readPage} from '../../../../../source/core/engines/offline/visual/read-page.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine as value} from './printed-line.ts';

const swedish: MrzFacts = {...facts, nationality: 'SWE', issuer: 'SWE'};

const textOf = ({characters}: PrintedLine): string => characters.map(({character}) => character).join('');

/** What is read of a page, in the order of the page. */
const reading = async (lines: readonly PrintedLine[], of: MrzFacts = swedish) => {
	const seen = await readPage(async place => place as PrintedLine, lines, of, today);
	return lines.filter(line => seen.includes(line)).map(textOf);
};

const page = [
	value('KINGDOM OF SOMEWHERE', 14, -26.9),
	label('Passport No.', 31, -23.8),
	value('L4190267K', 31, -22.7),
	label('Surname/Nom', 14, -21),
	value('LINDQVIST', 14, -19.9),
	label('Given names/Prénoms', 14, -18.2),
	value('SOFIA MARGARETA', 14, -17.1),
	label('Date of birth/Date de naissance', 14, -12.6),
	value('17 MAR 1988', 14, -11.5),
	label('Place of birth/Lieu de naissance', 14, -9.8),
	value('PORT SERENE', 14, -8.7),
	label('Date of issue', 14, -7),
	value('10 MAY 2024', 14, -5.9),
	label('Date of expiry', 30, -7),
	value('09 MAY 2034', 30, -5.9),
];

describe('reading a page', () => {
	it('passes over the labels of what the MRZ says, too, and over the head of the page', async () => {
		expect(await reading(page)).toEqual([
			'L4190267K',
			'LINDQVIST',
			'SOFIA MARGARETA',
			'17 MAR 1988',
			'Place of birth/Lieu de naissance',
			'PORT SERENE',
			'10 MAY 2024',
			'09 MAY 2034',
		]);
	});

	it('reads the row above a value that is only a little lower, where rows are close', async () => {
		const rows = [
			value('LINDQVIST', 14, -19.9, {height: 1.6}),
			value('ANNA', 14, -17.9, {height: 1.4}),
			value('17 MAR 1988', 14, -15.9, {height: 1.6}),
			value('10 MAY 2024', 14, -5.9, {height: 1.6}),
		];
		expect(await reading(rows)).toContain('ANNA');
	});

	it('reads the row above a value that has its label before it', async () => {
		const rows = [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -18),
			value('Geburtsort BORG', 14, -16, {height: 1.2}),
			value('Geschlecht F', 14, -14.4, {height: 1.4}),
			value('10 MAY 2024', 14, -5.9),
		];
		expect(await reading(rows)).toContain('Geburtsort BORG');
	});

	it('reads the label of a name that differs from the MRZ by a letter', async () => {
		const read = await reading(page.map(line => (textOf(line) === 'LINDQVIST' ? value('LINDQVISI', 14, -19.9) : line)));
		expect(read).toContain('Surname/Nom');
	});

	it('reads a label that is above something else, too', async () => {
		const both = label('Date of issue          Place of issue', 14, -7);
		const lines = [
			...page.filter(line => !/issue|expiry|2034/.test(textOf(line))),
			both,
			value('NEW HARBOUR', 24, -5.9),
		];
		expect(await reading(lines)).toContain(textOf(both));
	});

	it('reads a line that is as tall as the value below it', async () => {
		const close = value('ANOTHER VALUE', 14, -21.5);
		const lines = page.map(line => (textOf(line) === 'Surname/Nom' ? close : line));
		expect(await reading(lines)).toContain('ANOTHER VALUE');
	});

	it('reads the Chinese name above the Latin one', async () => {
		const chinese = value('张三', 14, -17.3, {advance: 1.4});
		const lines = [
			label('姓名/Name', 14, -18.6),
			chinese,
			value('ZHANG, SAN', 14, -15.9),
			value('E12345678', 31, -22.7),
		];
		const mrz = {...facts, surname: 'ZHANG', given: 'SAN', number: 'E12345678', nationality: 'CHN', issuer: 'CHN'};
		expect(await reading(lines, mrz)).toContain('张三');
	});
});
