import {describe, expect, it} from 'vitest';
import {findFields} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine as line} from './printed-line.ts';

const textsOf = (...lines: readonly PrintedLine[]) => pageOf(lines).entries.map(({text}) => text);

/** Evenly spaced letters, between which the reader saw spaces. */
const spaced = (text: string): PrintedLine => {
	const plain = line(text.replaceAll(' ', ''), 14, -9);
	let at = 0;
	const characters = [...text].map(character =>
		character === ' ' ? {character, margin: 6, u: plain.characters[at]!.u - 0.4} : plain.characters[at++]!,
	);
	return {...plain, characters};
};

describe('the entries of a page', () => {
	it('hold a letter once that the boxes of two lines share', () => {
		expect(textsOf(line('11 JUL/JUL1', 14, -9), line('16', 21.6, -9))).toEqual(['11 JUL/JUL16']);
		expect(textsOf(line('UNITED S', 14, -9), line('D STATES', 17.75, -9))).toEqual(['UNITED STATES']);
	});

	it('part a day from words before it in which a digit looks like the beginning of another', () => {
		expect(textsOf(line('KA3AKCTAH/KAZAKHSTAN 12 HB/JAN 2011', 14, -9))).toEqual([
			'KA3AKCTAH/KAZAKHSTAN',
			'12 HB/JAN 2011',
		]);
	});

	it('are labels where the Latin words behind a stroke are one', () => {
		const isLabel = (text: string) => pageOf([label(text, 14, -9)]).entries.map(entry => entry.isLabel);
		expect(isLabel('OpraH, BblaBLLJMM AOKyMeHT/Authority')).toEqual([true]);
		expect(isLabel('OpraH, BblaBLLJMM AOKyMeHT/MINISTRY')).toEqual([false]);
		expect(isLabel('Aut')).toEqual([true]);
		expect(isLabel('AUT')).toEqual([false]);
	});

	it('are whole where a second box holds a part of the same letters', () => {
		const whole = line('PASSPORT OFFICE OF UTOPIA', 14, -9);
		expect(textsOf(whole, line('OF UTOPIA', 26, -9))).toEqual(['PASSPORT OFFICE OF UTOPIA']);
		// The same word elsewhere on the row is another value.
		expect(textsOf(line('OF UTOPIA', 36, -9), whole)).toEqual(['PASSPORT OFFICE OF UTOPIA', 'OF UTOPIA']);
	});

	it('hold no letters of the label that their box reached into', () => {
		const nom = label('/ NOM', 11.9, -9);
		const value = line('OM ICITOBI AVAYE', 12.5, -9, {advance: 0.68});
		expect(textsOf(nom, value)).toEqual(['/ NOM', 'ICITOBI AVAYE']);
	});

	it('hold a day and the second language of its month, with a year of two digits', () => {
		expect(textsOf(line('11 APR', 14, -9), line('APR 06', 21.5, -9))).toEqual(['11 APR APR 06']);
	});

	it('hold a day whose month in its second language and whose year are boxes of their own', () => {
		const parts = [line('13 MAR', 14, -9), line('MAR', 20.6, -9), line('36', 23.4, -9)];
		expect(textsOf(...parts)).toEqual(['13 MAR MAR 36']);
	});

	it('hold a day whose month is also the beginning of a label', () => {
		const parts = (month: string) => [line('05', 14, -9), line(month, 16.8, -9), line('1941', 20.4, -9)];
		for (const month of ['Aug', 'Jan', 'Mei']) expect(textsOf(...parts(month))).toEqual([`05 ${month} 1941`]);
		expect(textsOf(...parts('Aut'))).toEqual(['05', 'Aut', '1941']);
	});

	it('hold no letters of the next column that their box reached into', () => {
		const [office, day] = [line('STATE 21', 14, -9), line('21 04 2023', 18.6, -9)];
		expect(textsOf(office, day)).toEqual(['STATE', '21 04 2023']);
		expect(textsOf(line('QUESTURA 1', 11, -9), day)).toEqual(['QUESTURA 1', '21 04 2023']);
	});

	it('are cut where a day and its month, or a month and its year, are beside another value', () => {
		expect(textsOf(line('DANSK/DANISH 28 NOV/NOV', 14, -9))).toEqual(['DANSK/DANISH', '28 NOV/NOV']);
		expect(textsOf(line('NOV 2011 NORSK', 14, -9))).toEqual(['NOV 2011', 'NORSK']);
		expect(textsOf(line('HOCENIW07 Mar 2016', 14, -9))).toEqual(['HOCENIW', '07 Mar 2016']);
		const days = line('23 MAR/MAR 202523 MAR/MAR 2035', 14, -9);
		expect(textsOf(days)).toEqual(['23 MAR/MAR 2025', '23 MAR/MAR 2035']);
		expect(textsOf(line('OSLO U.S.A.06 DEC/DEC 24', 14, -9))).toEqual(['OSLO U.S.A.', '06 DEC/DEC 24']);
	});

	it('hold no end of the label before them', () => {
		const name = label('Kenninafn/Family name/N', 13, -9.2);
		expect(textsOf(name, line('om OEFONU', 23, -9))).toContain('OEFONU');
		expect(textsOf(line('om OEFONU', 23, -9))).toEqual(['om OEFONU']);
	});

	it('hold no end of the label whose last word is in both boxes', () => {
		const place = label('PLACE DE NAISSANCE/BIRTHF', 4, -9);
		expect(textsOf(place, line('HPLACE OSLO', 13.7, -9))).toContain('OSLO');
		expect(textsOf(line('HPLACE OSLO', 13.7, -9))).toEqual(['HPLACE OSLO']);
		const [, rest] = pageOf([place, line('HPLACE', 13.7, -9)]).entries;
		expect(rest).toMatchObject({text: 'HPLACE', isLabel: true});
	});

	it('are the clearer of two boxes of the same letters, with its own margin', () => {
		const [entry, ...more] = pageOf([
			line('09APR1998', 14, -9, {margin: 1.5, height: 1.9}),
			line('09APR1998', 14.1, -8.7, {margin: 5}),
		]).entries;
		expect([entry?.margin, more.length]).toEqual([5, 0]);
	});

	it('hold a day whose first digits are in the box of the label before it', () => {
		const day = (...rows: readonly [string, string]) =>
			textsOf(label(rows[0], 4, -9), line(rows[1], 4 + 0.42 * rows[0].length + 0.4, -9));
		expect(day('DATA WYDANIA/ ISSUE DATE 10', 'Feb 2024')).toEqual(['DATA WYDANIA/ ISSUE DATE', '10 Feb 2024']);
		expect(day('Date of issue 26.', '01. 2025')).toEqual(['Date of issue', '26. 01. 2025']);
		expect(day('Date of issue O5', 'APR/AVR 17')).toEqual(['Date of issue', 'O5 APR/AVR 17']);
		expect(day('Place of birth 10', 'LYON 2024')).toEqual(['Place of birth 10', 'LYON 2024']);
		expect(day('Date of issue', 'Feb 2024')).toEqual(['Date of issue', 'Feb 2024']);
	});

	it('hold no last letters of a label without a space behind them', () => {
		expect(textsOf(label('Vydal/Authority', 14, -9), line('yPOLICE OSLO', 20, -9))).toContain('POLICE OSLO');
		const mixed = [label('Date of birth/Authorit', 14, -9), line('ityÇişleri Oslo', 22, -9)];
		expect(textsOf(...mixed)).toContain('Çişleri Oslo');
	});

	it('hold a day whose month is in figures, too, and nothing else', () => {
		expect(textsOf(line('19 06/JUN 64', 14, -9))).toEqual(['19 06/JUN 64']);
		expect(textsOf(line('OSLO 16 JAN/01 2019', 14, -9))).toEqual(['OSLO', '16 JAN/01 2019']);
	});

	it('hold a day whose month is in two boxes', () => {
		expect(textsOf(line('12 SEP', 14, -9), line('SEP 2016', 20.7, -9))).toEqual(['12 SEP SEP 2016']);
	});

	it.each([
		['16. 08.', '1978', '16. 08. 1978'],
		['05 JUN/JUN', '62', '05 JUN/JUN 62'],
		['16-08-', '1978', '16-08- 1978'],
	])('hold a day, %s, whose year is in the next row', (day, year, whole) => {
		expect(textsOf(line(day, 14, -9), line(year, 14, -7.8))).toEqual([whole]);
		expect(textsOf(line(day, 14, -9), line(year, 20, -7.8))).toHaveLength(2);
		expect(textsOf(line('PARIS', 14, -9), line(year, 14, -7.8))).toEqual(['PARIS', year]);
	});

	it('hold a day whose second row begins with the stroke between two languages', () => {
		expect(textsOf(line('06 JUL', 14, -9), line('/JUL 2002', 14, -7.8))).toEqual(['06 JUL /JUL 2002']);
		expect(textsOf(line('06 JUL', 14, -9), line('/JUL 2002', 16, -7.8))).toHaveLength(2);
	});

	it('hold a day behind the stroke of the column beside it, whose year is in the next row', () => {
		const day = line('/ 07 OCT /', 14, -9);
		expect(textsOf(day, line('OCT 1993', 15.5, -7.8))).toEqual(['/ 07 OCT / OCT 1993']);
		expect(textsOf(day, line('OCT 1993', 17, -7.8))).toHaveLength(2);
	});

	it('are not joined with what begins before them', () => {
		const over = [line('ZAGREB', 14, -9), line('ZAGREB', 14.1, -8.7)];
		expect(textsOf(...over)).toHaveLength(2);
	});

	it('hold words of small letters that have no ascender', () => {
		expect(textsOf(line('Yoy', 14, -9, {height: 1.8}), line('ace', 17, -9, {height: 1.1}))).toEqual(['Yoy ace']);
		expect(textsOf(line('YOY', 14, -9, {height: 1.8}), line('ACE', 17, -9, {height: 1.1}))).toHaveLength(2);
	});

	it('have no spaces that the reader sees in wide type, and those between single letters', () => {
		expect(textsOf(spaced('2 0 2 3 - 1 2 - 1 2'))).toEqual(['2023-12-12']);
		expect(textsOf(spaced('22N O V2016'))).toEqual(['22NOV2016']);
		expect(textsOf(line('J R SMITH', 14, -9))).toEqual(['J R SMITH']);
		expect(textsOf(line('A CORUNA', 14, -9))).toEqual(['A CORUNA']);
	});
});

describe('a number that was read as one line with something else', () => {
	const numberOf = (text: string) => {
		const found = findFields(pageOf([line(text, 14, -22.7)]), facts, today);
		return found.find(({field}) => field === 'passport_number')?.run;
	};

	it.each(['V L4190267K', 'P UTO L4190267K', 'L4190267K 3'])('%s', text => {
		const run = numberOf(text)!;
		expect(run.text).toBe('L4190267K');
		expect(run.places).toHaveLength(9);
		expect(run.right - run.left).toBeLessThan(8);
	});

	it('is not the end of a longer one', () => {
		expect(numberOf('12L4190267K')).toBeUndefined();
	});
});

describe('a nationality of which neither row names it alone', () => {
	it('is the two rows', () => {
		const page = [line('LINDQVIST', 14, -19.9), line('SOUTH', 14, -16), line('AFRICAN', 14, -14.7)];
		const found = findFields(pageOf(page), {...facts, nationality: 'ZAF'}, today);
		expect(found.find(({field}) => field === 'nationality')?.text).toBe('SOUTH AFRICAN');
	});
});

describe('a value of the MRZ that was read as one line with its label', () => {
	it.each([
		['Prénom/ Given names SOFIA MARGARETA', 'given_names', 'SOFIA MARGARETA'],
		['1. Nom/ Surname LINDQVIST', 'surname', 'LINDQVIST'],
		['Passport number L4190267K', 'passport_number', 'L4190267K'],
	])('%s', (text, field, said) => {
		const found = findFields(pageOf([line(text, 14, -19.9, {advance: 0.5})]), facts, today);
		expect(found.find(one => one.field === field)).toMatchObject({by: 'mrz', text: said, run: {text: said}});
	});
});

describe('a page whose labels are below its values', () => {
	it('gives each value the label below it', () => {
		const page = [
			line('LINDQVIST', 14, -21),
			label('Surname', 14, -20),
			line('SOFIA MARGARETA', 14, -18),
			label('Given names', 14, -17),
			line('17 MAR 1988', 14, -15),
			label('Date of birth', 14, -14),
			line('PORT SERENE', 14, -12),
			label('Place of birth', 14, -11),
			line('NEW HARBOUR', 14, -9),
			label('Authority', 14, -8),
			line('09 MAY 2034', 14, -6),
			label('Date of expiry', 14, -5),
		];
		const texts = Object.fromEntries(findFields(pageOf(page), facts, today).map(({field, text}) => [field, text]));
		expect(texts).toMatchObject({birth_place: 'PORT SERENE', authority: 'NEW HARBOUR'});
	});
});

describe('a nationality in two languages', () => {
	const nationality = (code: string, ...lines: readonly PrintedLine[]) => {
		const page = pageOf([line('LINDQVIST', 14, -19.9), ...lines]);
		return findFields(page, {...facts, nationality: code}, today).find(({field}) => field === 'nationality')?.text;
	};

	it('is whole where the other one is in the next row, or says another name of the state', () => {
		expect(nationality('DNK', line('DANSK', 14, -15), line('DANISH', 14, -13.7))).toBe('DANSK / DANISH');
		expect(nationality('TUR', line('T.C. /', 14, -15), line('TUR', 20.5, -15))).toBe('T.C. / TUR');
	});

	it('is whole where its words are like labels, and where both boxes hold the stroke', () => {
		const words = [line('VIỆT', 14, -15), line('NAM .', 18, -15), line('/', 22, -15), line('VIETNAMESE', 23.5, -15)];
		expect(nationality('VNM', ...words)).toBe('VIỆT NAM / VIETNAMESE');
		expect(nationality('VNM', line('VIỆT NAM', 14, -15), line('/ VIETNAMESE', 21, -15))).toBe('VIỆT NAM / VIETNAMESE');
		expect(nationality('SWE', line('SVENSK / S', 14, -15), line('/ SWEDISH', 20, -15))).toBe('SVENSK / SWEDISH');
		expect(nationality('EST', line('EESTI / E:', 14, -15), line('/ ESTONIAN', 19.2, -15))).toBe('EESTI / ESTONIAN');
	});

	it('is whole where the first language is in the row above, with a stroke at its end', () => {
		const rows = [label('/ Nationality', 20, -16), line('SVENSK /', 14, -15.1), line('SWEDISH', 14, -13.7)];
		expect(nationality('SWE', ...rows)).toBe('SVENSK / SWEDISH');
		expect(nationality('SWE', line('STUDENT', 14, -15.1), line('SWEDISH', 14, -13.7))).toBe('SWEDISH');
	});

	it('is behind its label in one box, also where its letters are those of a short label', () => {
		const row = line('Quốc tịch / Citizenship VIỆT NAM/ VIETNAMESE', 14, -15, {advance: 0.5});
		expect(nationality('VNM', row)).toBe('VIỆT NAM/ VIETNAMESE');
	});

	it('has no number of the column beside it, and may have an L that looks like an I', () => {
		expect(nationality('IND', line('663690-1622 INDIAN', 14, -15))).toBe('INDIAN');
		expect(nationality('NLD', line('Nederiandse', 14, -15))).toBe('Nederlandse');
		const both = line('KA3AKCTAH/KAZAKHSTAN', 14, -15);
		expect(nationality('KAZ', both)).toBe('KA3AKCTAH/KAZAKHSTAN');
	});

	it('is one where two boxes hold it', () => {
		expect(nationality('IND', line('INDIAN', 14, -15), line('INDIAN', 14.2, -14.6))).toBe('INDIAN');
	});

	it('is no code in the row of the number', () => {
		expect(nationality('SVK', line('Type P Code SVK', 14, -18))).toBeUndefined();
	});
});
