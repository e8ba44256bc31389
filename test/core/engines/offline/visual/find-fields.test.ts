import {describe, expect, it} from 'vitest';
import {findFields} from '../../../../../source/core/engines/offline/visual/fields/find-fields.ts';
import type {MrzFacts} from '../../../../../source/core/engines/offline/visual/fields/mrz-facts.ts';
import type {PrintedLine} from '../../../../../source/core/engines/offline/visual/lines/read-lines.ts';
import {pageOf} from '../../../../../source/core/engines/offline/visual/page.ts';
import {today} from '../../../../support/records.ts';
import {facts} from './invented-mrz.ts';
import {printedLabel as label, printedLine, printedLine as value} from './printed-line.ts';

const textsOf = (lines: readonly PrintedLine[], of: MrzFacts = facts) =>
	Object.fromEntries(findFields(pageOf(lines), of, today).map(({field, text}) => [field, text]));

/** Labels above values in two columns, as most states print them. */
const labelled = [
	label('Passport No./No. du passeport', 31, -23.8),
	value('L4190267K', 31, -22.7),
	label('Surname/Nom', 14, -21),
	value('LINDQVIST', 14, -19.9),
	label('Given names/Prénoms', 14, -18.2),
	value('SOFIAMARGARETA', 14, -17.1),
	label('Nationality/Nationalité', 14, -15.5),
	value('UTOPIAN', 14, -14.3),
	label('Sex/Sexe', 30, -15.5),
	value('F', 30, -14.4),
	label('Date of birth/Date de naissance', 14, -12.6),
	value('17 MAR 1988', 14, -11.5),
	label('Place of birth/Lieu de naissance', 14, -9.8),
	value('PORT SERENE', 14, -8.7),
	label('Authority/Autorité', 30, -9.8),
	value('PASSPORT OFFICE', 30, -8.7),
	value('OF NEW HARBOUR', 30, -7.4),
	label('Date of issue/Date de délivrance', 14, -7),
	value('10 MAY 2024', 14, -5.9),
	label('Date of expiry', 30, -6),
	value('09 MAY 2034', 30, -4.9),
];

describe('the fields of a page with labels', () => {
	it('are all found, an authority over its lines', () => {
		expect(textsOf(labelled)).toEqual({
			surname: 'LINDQVIST',
			given_names: 'SOFIA MARGARETA',
			passport_number: 'L4190267K',
			birth_date: '17 MAR 1988',
			expiry_date: '09 MAY 2034',
			sex: 'F',
			nationality: 'UTOPIAN',
			birth_place: 'PORT SERENE',
			issue_date: '10 MAY 2024',
			authority: 'PASSPORT OFFICE OF NEW HARBOUR',
		});
	});

	it('are found behind a label in the same box, also a sex', () => {
		const of = (line: PrintedLine) => [value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -17.1), line];
		expect(textsOf(of(value('Kön/ Sex M', 14, -12.6))).sex).toBe('M');
		expect(textsOf(of(value('Kön/ Sex MINSK', 14, -12.6))).sex).toBeUndefined();
	});

	it('are found behind a label in the same box, also a sex in two languages behind one that was misread', () => {
		const of = (line: PrintedLine) => [value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -17.1), line];
		expect(textsOf(of(value('Sere/ Gendag/ Sae F/F', 14, -12.6))).sex).toBe('F/F');
		expect(textsOf(of(value('IIon/Sex XK/F', 14, -12.6))).sex).toBe('XK/F');
	});

	it('are a number of which each letter was hardly read, and a day of which that is so is none', () => {
		const hardly = (text: string, v: number) => value(text, 14, v, {margin: 0.9});
		const page = [value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -17.1)];
		expect(textsOf([...page, hardly('L4190267K', -22.7)]).passport_number).toBe('L4190267K');
		expect(textsOf([...page, hardly('L4190287K', -22.7)]).passport_number).toBeUndefined();
		expect(textsOf([...page, hardly('17 MAR 1988', -13.5)]).birth_date).toBeUndefined();
	});

	it('are a surname that the MRZ has otherwise, below a label whose words are in two boxes', () => {
		const page = [
			label('Last', 14, -21),
			label('name', 17, -21),
			value('VISEMA', 14, -19.9),
			label('Given names', 14, -18),
			value('SOFIA MARGARETA', 14, -16.9),
			value('17 MAR 1988', 14, -13.5),
		];
		const of = findFields(pageOf(page), facts, today).find(({field}) => field === 'surname');
		expect(of).toMatchObject({text: 'VISEMA', by: 'order'});
	});

	it('are a name behind a short label of its own, whose longer words are before that', () => {
		const page = [value('NIMI/FAMILY NAME/NOM ANAB', 14, -19.9), value('SOFIA MARGARETA', 14, -17)];
		expect(textsOf(page).surname).toBe('ANAB');
	});

	it('are the MRZ’s names behind a label in their box, and no words of a label', () => {
		const page = [value('/Nom LINDQVIST', 20, -19.9), value('2 Nome/Firatnames/ Préniomm Sofia Margareta', 14, -18)];
		expect(textsOf(page)).toMatchObject({surname: 'LINDQVIST', given_names: 'Sofia Margareta'});
		const post = {...facts, surname: 'POST'};
		expect(textsOf([value('9. Issuing post', 14, -4.1), ...page.slice(1)], post).surname).toBeUndefined();
	});

	it('are names that are a label’s word in some language, where they are set like names', () => {
		const page = [
			value('SEX', 14, -19.9),
			label('Given names', 14, -18.2),
			value('ADI', 14, -17.1),
			label('Surname/Nom', 30, -19.9),
			value('IME', 36.3, -19.9),
		];
		const named = (surname: string, given: string) => {
			const {surname: first, given_names: second} = textsOf(page, {...facts, surname, given});
			return [first, second];
		};
		expect(named('SEX', 'ADI')).toEqual(['SEX', 'ADI']);
		expect(named('IME', 'ADI')).toEqual(['IME', 'ADI']);
		// A label is smaller, and has a value below it.
		const below = [label('Adi', 14, -18.2), value('ADA', 14, -17.1), value('LINDQVIST', 14, -19.9)];
		expect(textsOf(below, {...facts, given: 'ADI'}).given_names).not.toBe('Adi');
		const tall = [value('LINDQVIST', 14, -19.9), value('Adi', 14, -18.4), value('ADA', 14, -17.1)];
		expect(textsOf(tall, {...facts, given: 'ADI'}).given_names).not.toBe('Adi');
	});

	it('are behind the colon of a label, also where it was seen as a semicolon', () => {
		const of = (line: PrintedLine) =>
			textsOf([value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -17.1), line]);
		expect(of(value('Birth place; PORT SERENE', 14, -9)).birth_place).toBe('PORT SERENE');
		expect(of(value('Authority ; SPCLEP', 14, -9)).authority).toBe('SPCLEP');
		expect(of(value('Citizenship/ Nationality; UTO', 14, -14)).nationality).toBe('UTO');
	});

	it('are a nationality below the day of birth, where the page prints nothing else there', () => {
		const page = (text: string) => [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -17.1),
			value('17 MAR 1988', 14, -14.3),
			value(text, 30, -10),
			label('Place of birth', 14, -8),
			value('PORT SERENE', 14, -6.9),
		];
		const of = (text: string) => textsOf(page(text), {...facts, nationality: 'CAN', issuer: 'CAN'}).nationality;
		expect(of('CANADIAN/CANADIENNE')).toBe('CANADIAN/CANADIENNE');
		expect(of('CAN')).toBe('CAN');
		expect(of('TORONTO, CANADA')).not.toBe('TORONTO, CANADA');
	});

	it('are the number, read as one with the code of the state before it', () => {
		const of = (text: string) => textsOf([value(text, 14, -22.7), value('LINDQVIST', 14, -19.9)]).passport_number;
		expect(of('P UTOL4190267K')).toBe('L4190267K');
		expect(of('P XTOL4190267K')).toBeUndefined();
	});

	it('are names whose first letter was seen as a digit', () => {
		expect(textsOf([value('1VANOV', 14, -19.9)], {...facts, surname: 'IVANOV'}).surname).toBe('IVANOV');
	});

	it('hold no letter of a label for the sex', () => {
		const male = {...facts, sex: 'M'};
		const page = [value('LINDQVIST', 14, -19.9), label('m tarihi', 14, -14.6), value('17 MAR 1988', 14, -13.5)];
		expect(textsOf(page, male).sex).toBeUndefined();
	});

	it('are found behind a label without a space between: a number, an office', () => {
		const page = [
			value('Nömero de pazaporteL4190267K', 14, -22),
			value('LINDQVIST', 14, -19.9),
			value('9. Issuing postSr/Dpf/Sp', 14, -4.1),
		];
		expect(textsOf(page)).toMatchObject({passport_number: 'L4190267K', authority: 'Sr/Dpf/Sp'});
		const other = value('Passport No 77501834K:', 14, -22);
		expect(textsOf([other, ...page.slice(1)]).passport_number).toBe('77501834K');
	});

	it('are parted where two labels are below them, on a page that has its labels there', () => {
		const page = [
			value('LINDQVIST', 14, -19.9),
			label('Surname', 14, -18.7),
			value('SOFIA MARGARETA', 14, -17),
			label('Given names', 14, -15.8),
			value('17 MAR 1988', 14, -14),
			label('Date of birth', 14, -12.8),
			value('PORT SERENE', 30, -14),
			label('Place of birth', 30, -12.8),
			value('OFFICE OF HARBOURS MARINA', 14, -11),
			label('Authority', 14, -9.8),
			value('10 MAY 2024', 14, -8),
			label('Date of issue', 14, -6.8),
			value('09 MAY 2034', 30, -8),
			label('Date of expiry', 30, -6.8),
		];
		expect(textsOf(page)).toMatchObject({birth_place: 'PORT SERENE', authority: 'OFFICE OF HARBOURS MARINA'});
	});

	it('hold no value of the row below, which is as far as rows of this page are', () => {
		const page = [
			value('LINDQVIST', 14, -19),
			value('SOFIA MARGARETA', 14, -17),
			value('17 MAR 1988', 14, -15),
			label('Authority', 14, -12.1),
			value('POLICE HARBOUR', 14, -11, {height: 1.6}),
			value('MARINA', 14, -9, {height: 1.6}),
			value('10 MAY 2024', 14, -7),
			value('09 MAY 2034', 14, -5),
		];
		expect(textsOf(page).authority).toBe('POLICE HARBOUR');
	});

	it('hold no value of the next column, above which is a label in an unknown language', () => {
		const page = [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -17.1),
			value('17 MAR 1988', 14, -14),
			label('Authority', 14, -9.8),
			value('HARBOUR', 14, -8.7),
			printedLine('Zumipo', 22, -9.8, {height: 0.8, advance: 0.42}),
			value('BLAU', 22, -8.7),
		];
		expect(textsOf(page).authority).toBe('HARBOUR');
	});

	it('are no day that was misread, also with its month in two languages', () => {
		const page = [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -17.1),
			value('17 MAR 1988', 14, -14),
			value('PORT SERENE', 14, -11),
			value('10 MEI/MAY 2024', 14, -8),
			value('09 MEI/MAY 034', 30, -8),
			value('Harbourmaster of Serene', 14, -5),
		];
		expect(textsOf(page).authority).toBe('Harbourmaster of Serene');
	});

	it('are no town where an office is named further down', () => {
		const page = [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -17.1),
			value('17 MAR 1988', 14, -14),
			value('PORT SERENE', 14, -11),
			value('KABUL', 34, -11),
			value('10 MAY 2024', 14, -8),
			value('09 MAY 2034', 30, -8),
			value('MINISTRY OF HARBOURS', 14, -5),
		];
		expect(textsOf(page)).toMatchObject({birth_place: 'PORT SERENE', authority: 'MINISTRY OF HARBOURS'});
	});

	it('are in Latin letters alone where the page has its names in two scripts', () => {
		const of = {...facts, issuer: 'BGR', nationality: 'BGR'};
		const page = (names: string) => [
			value(names, 14, -19.9),
			value('SOFIA MARGARETA', 14, -17.1),
			value('17 MAR 1988', 14, -14),
			label('Place of birth', 14, -9.8),
			value('5PATWMC/ABA/BRATISLAVA', 14, -8.7),
		];
		expect(textsOf(page('/HHAKBMCT/LINDQVIST'), of).birth_place).toBe('BRATISLAVA');
		expect(textsOf(page('IHHAKBMCT LINDQVIST'), of).birth_place).toBe('BRATISLAVA');
	});

	it('hold no label in another script, as the reader sees it', () => {
		const page = [value('LINDQVIST', 14, -19.9), label('Place of birth', 14, -9.8), value('aBLUMM OK MeH', 14, -8.7)];
		expect(textsOf(page).birth_place).toBeUndefined();
	});

	it('are found behind a label in the same box, whose words were misread, on a page in capitals', () => {
		const page = (...lines: readonly PrintedLine[]) =>
			textsOf([
				value('LINDQVIST', 14, -19.9),
				value('SOFIA MARGARETA', 14, -17.1),
				value('17 MAR 1988', 14, -13.5),
				...lines,
			]);
		const placed = page(
			value('Lieu de naissancePORT SERENE', 14, -10.7),
			value('Issuing officeHM PASSPORT OFFICE', 14, -8.6),
		);
		expect(placed).toMatchObject({birth_place: 'PORT SERENE', authority: 'HM PASSPORT OFFICE'});
		expect(page(value('Place of birth/ Brhpiaco LAGOS', 14, -10.7))).toMatchObject({birth_place: 'LAGOS'});
		expect(page(value('Pace er birm PORT SERENE', 14, -10.7), value('10 MAY 2024', 14, -7))).toMatchObject({
			birth_place: 'PORT SERENE',
		});
		expect(page(value('Wohnort SYDNEY', 14, -10.7), value('10 MAY 2024', 14, -7))).not.toHaveProperty('birth_place');
	});

	it('are offices by their number, below the end of a label that begins in another script', () => {
		const page = [value('LINDQVIST', 14, -19.9), value('17 MAR 1988', 14, -13.5)];
		const office = (text: string) =>
			textsOf([...page, label('OpraH, BblaBLLJMM AOKyMeHT/Authority', 14, -9.8), value(text, 14, -8.7)]).authority;
		expect(['8031', 'MVD 77810', 'OMC 50004/FMS 50004'].map(office)).toEqual([
			'8031',
			'MVD 77810',
			'OMC 50004/FMS 50004',
		]);
		expect(['APR 2029', '25 OKT/OCT 2020'].map(office)).toEqual([undefined, undefined]);
	});

	it('are parted where two labels are above them', () => {
		const two = [
			value('LINDQVIST', 14, -19.9),
			value('17 MAR 1988', 14, -13.5),
			label('Place of birth', 14, -9.8),
			label('Colour of eyes', 23, -9.8),
			value('PORT SERENE BLAU', 14, -8.7),
		];
		expect(textsOf(two).birth_place).toBe('PORT SERENE');
		const one = two.filter((_, at) => at !== 3);
		expect(textsOf(one).birth_place).toBe('PORT SERENE BLAU');
	});

	it('are of the MRZ behind the same name in the own script of the state', () => {
		const named = (text: string, issuer: string) =>
			textsOf([value(text, 14, -19.9)], {...facts, surname: 'APIHU', issuer}).surname;
		expect([named('ANNXY APIHU', 'UKR'), named('ANVXYAPIHU', 'SRB')]).toEqual(['APIHU', 'APIHU']);
		expect(named('ANNXY APIHU', 'UTO')).not.toBe('APIHU');
		expect(named('ANNXYANNXYANNXY APIHU', 'UKR')).not.toBe('APIHU');
	});

	it('are beside their labels where more are there than only above', () => {
		const beside = [
			label('Surname', 14, -19.9),
			value('LINDQVIST', 19, -19.9),
			label('Given names', 14, -17.8),
			value('SOFIA MARGARETA', 20, -17.8),
			label('Date of birth', 14, -15.7),
			value('17 MAR 1988', 20.5, -15.7),
			label('Place of birth', 14, -13.6),
			value('CORDOBA', 21, -13.6),
			value('TOWN COUNCIL', 17.5, -11.9),
			label('Sex', 27, -20.9),
			value('F', 27, -19.9),
		];
		expect(textsOf(beside).birth_place).toBe('CORDOBA');
	});

	it('are above their labels where two of the MRZ’s values are, and none below', () => {
		const above = [
			value('L4190267K', 31, -22.7),
			label('Passport No.', 31, -21.4),
			value('LINDQVIST', 14, -19.7),
			value('SOFIA MARGARETA', 14, -16.7),
			value('F', 31, -13.7),
			label('Sex', 31, -12.4),
			value('17 MAR 1988', 14, -10.7),
			value('CORDOBA', 31, -10.7),
			label('Place of birth', 31, -9.4),
			value('TOWN COUNCIL', 31, -7.7),
		];
		expect(textsOf(above).birth_place).toBe('CORDOBA');
	});

	it('are not parted by a label whose end was misread as capitals', () => {
		const page = [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -16.9),
			label('Ausgestelt VOD', 14, -4.8),
			label('Authority', 20.2, -4.8),
			value('MINISTRY OF FOREIGN AFFAIRS', 14, -3.8),
		];
		expect(textsOf(page).authority).toBe('MINISTRY OF FOREIGN AFFAIRS');
	});

	it('are no label in another language behind the one in their box, and no number', () => {
		const page = [value('LINDQVIST', 14, -19.9), value('17 MAR 1988', 14, -13.5)];
		expect(textsOf([...page, label('Place of birth / Lieu et', 14, -9.8)])).not.toHaveProperty('birth_place');
		const filed = [label('Authority', 14, -9.8), value('No de dossier 074141467', 14, -8.7)];
		expect(textsOf([...page, ...filed])).not.toHaveProperty('authority');
	});

	it('are of the MRZ with a speck before a name', () => {
		expect(textsOf([value('(LINDQVIST', 14, -19.9)]).surname).toBe('LINDQVIST');
	});

	it('have no day of issue that is still to come', () => {
		expect(
			textsOf([value('LINDQVIST', 14, -19.9), value('17 MAR 1988', 14, -11.5), value('10 MAY 2033', 14, -7)]),
		).not.toHaveProperty('issue_date');
		const shorter = textsOf([value('LINDQVIST', 14, -19.9), value('09 MAY 2033', 14, -7)]);
		expect(shorter.expiry_date).toBe('09 MAY 2033');
	});

	it('are the sex below the names, and no scrap of a letter in the box of a name', () => {
		const lines = labelled.filter(({v, u}) => !(v === -14.4 && u > 28));
		const scrap = value('F', 14, -19.7);
		expect(textsOf([...lines, scrap]).sex).toBeUndefined();
		expect(textsOf([...lines, scrap, value('F', 30, -14.4)]).sex).toBe('F');
	});

	it('are the second row of a place of birth, where no label of an office was read', () => {
		const lines = labelled.filter(({u, v}) => !(u > 28 && v > -10 && v < -7));
		expect(textsOf([...lines, value('NEW HARBOUR', 14, -7.5)])).toMatchObject({
			birth_place: 'PORT SERENE NEW HARBOUR',
		});
	});

	it('are a place of birth below the day of issue, where no other words are left', () => {
		const columns = [
			...labelled.filter(({v}) => v < -10),
			...[value('10 MAY 2024', 30, -11.5), value('09 MAY 2034', 30, -8.7), value('PORT SERENE', 14, -7.3)],
			...[label('Authority', 14, -4.6), value('HARBOUR MASTER', 14, -3.5)],
		];
		expect(textsOf(columns)).toMatchObject({birth_place: 'PORT SERENE', authority: 'HARBOUR MASTER'});
		expect(textsOf([...columns, value('SEAMAN', 30, -7.3)])).not.toHaveProperty('birth_place');
		expect(textsOf([...columns.slice(0, -3), ...columns.slice(-2), value('OF SERENE', 14, -2.3)])).not.toHaveProperty(
			'birth_place',
		);
	});

	it('are an office behind its label in the same box, which is shorter', () => {
		const lines = labelled.filter(({u, v}) => !(u > 28 && v > -10 && v < -7));
		const office = value('AUTHORITY HARBOUR MASTER OF SERENE', 14, -7.4);
		expect(textsOf([...lines, office]).authority).toBe('HARBOUR MASTER OF SERENE');
	});

	it('are whole where a place of birth takes two rows', () => {
		expect(textsOf([...labelled, value('SAINT EDMUND', 14, -7.6)]).birth_place).toBe('PORT SERENE SAINT EDMUND');
		expect(textsOf([...labelled, value('Engineer', 14, -7.6)]).birth_place).toBe('PORT SERENE');
	});

	it('are given with how badly they were read', () => {
		const page = labelled.map(line =>
			line.v === -8.7 && line.u < 25 ? value('PORT SERENE', 14, -8.7, {margin: 0.6}) : line,
		);
		const clear = page.map(line => ({
			...line,
			characters: line.characters.map((one, at) => (at === 0 ? one : {...one, margin: 6})),
		}));
		const place = findFields(pageOf(clear), facts, today).find(({field}) => field === 'birth_place');
		expect(place).toMatchObject({text: 'PORT SERENE', run: {margin: 0.6}});
	});

	it('are given as they are printed where that is not what the MRZ says', () => {
		const other = {...facts, birth: '880318', surname: 'LINDQUIST'};
		expect(textsOf(labelled, other)).toMatchObject({birth_date: '17 MAR 1988', surname: 'LINDQVIST'});
	});

	it('are found in any order of the lines that were read', () => {
		expect(textsOf([...labelled].reverse())).toEqual(textsOf(labelled));
	});
});

describe('what the page prints otherwise than its MRZ says', () => {
	const unlabelled = labelled.filter(({height}) => height > 1);
	const differing = (other: Partial<MrzFacts>) => textsOf(unlabelled, {...facts, ...other});

	it('is found without a label where it is nearly the same', () => {
		expect(differing({surname: 'LINDQUIST'}).surname).toBe('LINDQVIST');
		expect(differing({given: 'SOFIE MARGARETA'}).given_names).toBe('SOFIAMARGARETA');
		expect(differing({number: 'L4190287K'}).passport_number).toBe('L4190267K');
		// The O of a state's form is printed as the 0 is.
		expect(differing({number: 'L419O287K'}).passport_number).toBe('L419O267K');
		expect(differing({birth: '870317'}).birth_date).toBe('17 MAR 1988');
		expect(differing({expiry: '340609'}).expiry_date).toBe('09 MAY 2034');
		expect(differing({expiry: '330509'}).expiry_date).toBe('09 MAY 2034');
	});

	it('is found without a label where it is another one, by the order in which pages print it', () => {
		expect(differing({surname: 'OKONKWO'}).surname).toBe('LINDQVIST');
		expect(differing({given: 'ADA'}).given_names).toBe('SOFIAMARGARETA');
		expect(differing({birth: '630102'}).birth_date).toBe('17 MAR 1988');
		expect(differing({sex: 'M'}).sex).toBe('F');
	});

	it('is a number or a last day that is another one altogether, in the place of the MRZ’s', () => {
		expect(differing({number: 'P7750183C'}).passport_number).toBe('L4190267K');
		expect(differing({number: '77501834'}).passport_number).toBeUndefined();
		expect(differing({expiry: '271123'}).expiry_date).toBe('09 MAY 2034');
		const two = [...unlabelled, value('R8820914X', 20, -22.7)];
		expect(textsOf(two, {...facts, number: 'P7750183C'}).passport_number).toBeUndefined();
	});

	it('is a name as clear as its letters are, because the MRZ has no marks', () => {
		const name = printedLine('LINDQUÍST', 14, -19.9);
		const of = (letterMargin: number) => ({
			...name,
			characters: name.characters.map(one => (one.character === 'Í' ? {...one, margin: 0.3, letterMargin} : one)),
		});
		const page = (line: PrintedLine) => unlabelled.map(other => (other.v === -19.9 ? line : other));
		expect(textsOf(page(of(3))).surname).toBe('LINDQUÍST');
		expect(textsOf(page(of(0.3))).surname).toBeUndefined();
	});

	it('is not the code of the state in the row of the number', () => {
		const page = unlabelled.filter(({v}) => v !== -19.9);
		const code = value('UTO', 14, -20.4);
		expect(textsOf([...page, code], {...facts, surname: 'OKONKWO'}).surname).toBeUndefined();
	});

	it('is not the day of issue, which differs from that of expiry in its year alone', () => {
		const page = unlabelled.filter(
			({characters}) => !/09 MAY 2034/.test(characters.map(one => one.character).join('')),
		);
		expect(textsOf(page, {...facts, expiry: '340510'}).expiry_date).toBeUndefined();
	});
});

describe('what differs from the MRZ, in one box with its label', () => {
	const without = (v: number) => labelled.filter(one => Math.abs(one.v - v) > 1.2);

	it('is a number directly behind it, or a name of two letters', () => {
		const number = value('Passport NoL4190268K', 31, -22.7);
		expect(textsOf([...without(-22.7), number]).passport_number).toBe('L4190268K');
		expect(textsOf([...without(-19.9), value('Last name IB', 14, -19.9)]).surname).toBe('IB');
	});
});

describe('a month that languages call different ones', () => {
	const birth = (month: string, issuer: string, mrz: string) =>
		textsOf(
			labelled.map(line => (line.v === -11.5 ? value(`17 ${month} 1988`, 14, -11.5) : line)),
			{...facts, issuer, birth: mrz},
		).birth_date;

	it('is that of the issuing state, or none', () => {
		expect(birth('LIS', 'POL', '881117')).toBe('17 NOV 1988');
		expect(birth('LIS', 'HRV', '881017')).toBe('17 OCT 1988');
		expect(birth('Srp', 'CZE', '880817')).toBe('17 AUG 1988');
		expect(birth('LIS', 'POL', '881017')).toBe('17 NOV 1988');
		expect(birth('LIS', 'UTO', '881117')).toBeUndefined();
		expect(birth('SRP', 'POL', '880817')).toBeUndefined();
	});
});

describe('a day whose year was not read', () => {
	it('is no place', () => {
		const place = (text: string) =>
			labelled.map(line => (line.v === -8.7 && line.u < 25 ? value(text, 14, -8.7) : line));
		expect(textsOf(place('25 NOI /')).birth_place).toBeUndefined();
		expect(textsOf(place('25 OCT/OCT')).birth_place).toBeUndefined();
		expect(textsOf(place('25 MAIN STREET')).birth_place).toBe('25 MAIN STREET');
	});
});

describe('a nationality', () => {
	const printed = (nationality: string, ...lines: readonly PrintedLine[]) =>
		textsOf([...labelled.filter(({v}) => v !== -14.3), ...lines], {...facts, nationality, issuer: nationality})
			.nationality;

	it('is whole where its second word, in a box of its own, is like a label', () => {
		expect(printed('GBR', value('BRITISH', 14, -14.3), value('CITIZEN', 21.5, -14.3))).toBe('BRITISH CITIZEN');
		expect(printed('GBR', value('BRITISH', 14, -14.3), value('CUBAN', 21.5, -14.3))).toBe('BRITISH');
	});

	it('in two languages is whole where the stroke between them was not read', () => {
		expect(printed('DNK', value('DANSK', 14, -14.3), value('DANISH', 20.2, -14.3))).toBe('DANSK / DANISH');
		expect(printed('DNK', value('DANSK / D', 14, -14.3), value('DANISH', 23.2, -14.3))).toBe('DANSK / DANISH');
	});

	it('is neither a label that begins like one, nor the same twice', () => {
		expect(printed('EST', value('Eesnimed/Prénoms', 14, -14.3))).toBeUndefined();
		expect(printed('DNK', value('DANSK / DANISH', 14, -14.3), value('DANISH', 19.9, -14.2))).toBe('DANSK / DANISH');
	});

	it('in two rows is whole', () => {
		expect(printed('SVK', value('SLOVENSKÁ', 14, -14.6), value('REPUBLIKA', 14, -13.3))).toBe('SLOVENSKÁ REPUBLIKA');
	});
});

describe('names over three rows', () => {
	const three = {...facts, surname: 'LINDQVIST ABERG HOLM', given: 'SOFIA MARGARETA EVA'};
	const rows = [
		value('LINDQVIST', 14, -23),
		value('ÅBERG', 14, -21.4),
		value('HOLM', 14, -19.8),
		value('SOFIA-', 14, -16.8),
		value('MARGARETA', 14, -15.2),
		value('EVA', 14, -13.6),
	];

	it('are one name each', () => {
		expect(textsOf(rows, three)).toEqual({surname: 'LINDQVIST ÅBERG HOLM', given_names: 'SOFIA-MARGARETA EVA'});
	});

	it('are none where a row is another column’s', () => {
		const apart = rows.map(line => (line.v === -21.4 ? value('ÅBERG', 30, -21.4) : line));
		expect(textsOf(apart, three).surname).not.toBe('LINDQVIST ÅBERG HOLM');
	});
});

describe('names that fill the line of the MRZ', () => {
	it('are found as they are printed, with what the MRZ had no room for', () => {
		const cut = {...facts, given: 'SOFIA MARGA', truncated: true};
		const page = labelled.filter(({height}) => height > 1);
		const spaced = page.map(line => (line.v === -17.1 ? value('SOFIA MARGARETA', 14, -17.1) : line));
		expect(findFields(pageOf(spaced), cut, today)).toContainEqual(
			expect.objectContaining({field: 'given_names', text: 'SOFIA MARGARETA', by: 'mrz'}),
		);
	});

	it('are whole where their rows continue what the MRZ had room for', () => {
		const cut = {...facts, given: 'SOFIA MARGA', truncated: true};
		const rows = [
			value('LINDQVIST', 14, -19.9),
			value('SOFIA MARGARETA', 14, -16.9),
			value('WILHELMINA', 14, -15.2),
			value('UTOPIAN', 14, -12.4),
		];
		expect(textsOf(rows, cut).given_names).toBe('SOFIA MARGARETA WILHELMINA');
	});

	it('end before the nationality, and hold no part of them twice that is in two boxes', () => {
		const cut = {...facts, given: 'SOFIA MARGA', truncated: true, nationality: 'AUS'};
		const rows = [
			...[value('LINDQVIST', 14, -19.9), value('SOFIA MARGARETA', 14, -16.9), value('FIA MARGARETA', 15.6, -16.8)],
			...[value('AUSTRALIAN', 14, -15.2), value('17 MAR 1988', 14, -12.4)],
		];
		expect(textsOf(rows, cut).given_names).toBe('SOFIA MARGARETA');
	});
});

describe('columns that were read as one line', () => {
	const joined = (text: string) => [
		...labelled.filter(({v}) => v < -15.6),
		value(text, 14, -14.3),
		...labelled.filter(({v}) => v > -10),
	];

	it.each([
		['UTOPIAN 17 MAR 1988 F', 'UTOPIAN', '17 MAR 1988'],
		['UTOPIAN 17 MAR/MAR 88 F/F', 'UTOPIAN', '17 MAR/MAR 88'],
		['17.03.1988 UTOPIAN', 'UTOPIAN', '17.03.1988'],
		['UTOPIAN 17MAR1988F', 'UTOPIAN', '17MAR1988'],
	])('%s', (line, nationality, birth) => {
		const found = textsOf(joined(line));
		expect(found).toMatchObject({nationality, birth_date: birth});
		expect(found.sex?.at(-1)).toBe(/F$/.test(line) ? 'F' : undefined);
	});

	it('two days beside each other are two', () => {
		const page = [...labelled.filter(({v}) => v < -7.2), value('10 MAY 2024 09 MAY 2034', 14, -5.9)];
		expect(textsOf(page)).toMatchObject({
			issue_date: '10 MAY 2024',
			expiry_date: '09 MAY 2034',
		});
	});

	it('a day whose year is in the next row is one', () => {
		const page = labelled.flatMap(line =>
			line.v === -11.5 ? [value('17 MAR/MAR', 14, -11.5), value('1988', 14, -10.3)] : [line],
		);
		expect(textsOf(page).birth_date).toBe('17 MAR/MAR 1988');
	});

	it('a name that holds a month, and an address with numbers, stay whole', () => {
		const place = labelled.map(line => (line.v === -8.7 && line.u < 25 ? value('MAY RIVER 21', 14, -8.7) : line));
		expect(textsOf(place).birth_place).toBe('MAY RIVER 21');
	});
});

describe('the fields of a page whose labels are too small to read', () => {
	it('are found by what the MRZ says, and by the order in which pages print them', () => {
		expect(textsOf(labelled.filter(({height}) => height > 1))).toMatchObject({
			surname: 'LINDQVIST',
			issue_date: '10 MAY 2024',
			birth_place: 'PORT SERENE',
			authority: 'PASSPORT OFFICE OF NEW HARBOUR',
		});
	});

	const bare = labelled.filter(({height}) => height > 1);

	it('are another name than the MRZ’s, in lower type behind a label that was misread', () => {
		const others = bare.filter(({v}) => v !== -17.1);
		const row = [value('Gven nmes', 14, -18.2, {height: 0.7}), value('Awemef', 14, -17.1, {height: 0.9})];
		expect(textsOf([...others, ...row]).given_names).toBe('Awemef');
		// With a letter in doubt it is no word against the MRZ, but is there.
		const clear = value('Awemef', 14, -17.1);
		const characters = clear.characters.map((one, at) => (at === 5 ? {...one, margin: 0.3} : one));
		const doubtful = {...clear, characters};
		const found = findFields(pageOf([...others, doubtful]), facts, today);
		expect(found.find(({field}) => field === 'given_names')).toMatchObject({text: 'Awemef', contested: true});
	});

	it('are another surname than the MRZ’s, in one box with a label that was misread', () => {
		const others = bare.filter(({v}) => v !== -19.9 && v !== -17.1);
		const given = value('JMENA/FORENAMES SOFIA MARGARETA', 14, -17.1);
		const {surname} = textsOf([...others, value('PRLUMEN/LASTNAME JOPOWEPE', 14, -19.9), given]);
		expect(surname).toBe('JOPOWEPE');
	});

	it('are another surname than the MRZ’s, in one box with its label', () => {
		const others = bare.filter(({v}) => v !== -19.9);
		expect(textsOf([...others, value('SURNAME Owe-Ezo', 14, -19.9)]).surname).toBe('Owe-Ezo');
	});

	it('are another day of birth than the MRZ’s, in one box with the nationality', () => {
		const others = bare.filter(({v}) => v !== -14.3 && v !== -11.5);
		const croatian: MrzFacts = {...facts, nationality: 'HRV', issuer: 'HRV'};
		const found = textsOf([...others, value('HRVATSKO/CROATIAN 17 MAR 1987', 14, -14.3)], croatian);
		expect(found).toMatchObject({birth_date: '17 MAR 1987'});
	});

	it('hold no address of the holder', () => {
		const homeless = bare.filter(({u, v}) => !(u > 28 && v > -9 && v < -7));
		const address = [value('102 RUE PRINCIPALE', 30, -8.7), value('34700 LODEVE', 30, -7.4)];
		expect(textsOf([...homeless, ...address])).not.toHaveProperty('authority');
	});

	it('give the place of birth before the office beside it, a little higher', () => {
		const beside = bare.map(line => (line.u > 28 && line.v === -8.7 ? {...line, v: -8.8} : line));
		expect(textsOf(beside)).toMatchObject({birth_place: 'PORT SERENE'});
	});

	it('hold no sex, half of which was read, for the place of birth', () => {
		const parts = bare.filter(({u, v}) => v !== -8.7 && !(u > 28 && v < -7 && v > -8) && !(u > 28 && v === -14.4));
		const row = [value('MOT/', 14, -8.6), value('PORT SERENE', 26, -8.7)];
		expect(textsOf([...parts, ...row])).toMatchObject({birth_place: 'PORT SERENE'});
	});

	it('hold no sex that is before the place of birth for an authority', () => {
		const parts = bare.filter(({u, v}) => !(u > 28 && v > -9 && v < -7) && v !== -8.7);
		const row = [value('KVINNA/', 14, -8.7), value('PORT SERENE', 26, -8.7), label('Place of birth', 26, -9.8)];
		expect(textsOf([...parts, ...row])).toMatchObject({birth_place: 'PORT SERENE'});
		expect(textsOf([...parts, ...row])).not.toHaveProperty('authority');
	});

	it('hold no name in Chinese characters that a pattern looks like', () => {
		expect(textsOf([...bare, value('照包', 14, -18.6, {margin: 0.7})])).not.toHaveProperty('name');
	});

	it('hold no scribble and no pattern', () => {
		const noise = [
			value('xnl eitn', 31, -4.5, {height: 2.6, margin: 0.4}),
			value('RlE', 20, -15, {margin: 0.3}),
			value('USA', 3, -20, {height: 2.8}),
		];
		expect(textsOf([...labelled, ...noise])).toEqual(textsOf(labelled));
	});
});

describe('values beside others that are not sought', () => {
	const without = (...places: readonly number[]) => labelled.filter(({v}) => !places.includes(v));

	it('are not the holder’s profession or eyes, whose labels name them', () => {
		const page = without(-8.7, -9.8, -7.4);
		const others = [
			label('Profession', 30, -9.8),
			value('ENGINEER', 30, -8.7),
			label('Eyes', 14, -9.8),
			value('BROWN', 14, -8.7),
		];
		expect(textsOf([...page, ...others])).not.toHaveProperty('authority');
		expect(textsOf([...page, ...others])).not.toHaveProperty('birth_place');
	});

	it('are no words in small letters and smaller type on a page whose values are in capitals', () => {
		const place = value('PORT SERENE', 14, -8.7);
		const page = [...without(-8.7, -9.8, -7.4), value('Jeguf ataro', 14, -9.8, {height: 1}), place];
		expect(textsOf(page).birth_place).toBe('PORT SERENE');
		expect(textsOf(page).authority).toBeUndefined();
		const office = value('Department of State', 14, -7.2);
		expect(textsOf([...page, office]).authority).toBe('Department of State');
	});

	it('may be an office that has a number for a name', () => {
		const page = [...without(-8.7, -7.4), value('PORT SERENE', 14, -8.7), value('8031', 30, -8.7)];
		expect(textsOf(page).authority).toBe('8031');
	});
});

describe('a place or an office beside words that were hardly read', () => {
	const page = labelled.filter(({v}) => v !== -7.4);
	const isOpen = (...lines: readonly PrintedLine[]) =>
		findFields(pageOf([...page, ...lines]), facts, today).find(({field}) => field === 'authority')?.isOpen === true;

	it('may continue: behind it in another size, or in the next row', () => {
		expect(isOpen()).toBe(false);
		expect(isOpen(value('OSLO', 42.3, -8.7, {height: 2, advance: 1}))).toBe(true);
		expect(isOpen(value('OF NEW HARBOUR', 30, -7.4, {margin: 2}))).toBe(true);
	});

	it('ends before a pattern, a label and another value', () => {
		expect(isOpen(value('OF NEW HARBOUR', 30, -7.4, {margin: 0.4}))).toBe(false);
		expect(isOpen(label('Date of expiry', 30, -7.4))).toBe(false);
		expect(isOpen(value('OF NEW HARBOUR', 36, -7.4, {margin: 2}))).toBe(false);
	});
});

describe('an office in type with wide spaces', () => {
	const page = [...labelled.filter(({v}) => v !== -8.7 && v !== -7.4), value('PORT SERENE', 14, -8.7)];
	const words = [value('HM', 30, -8.7), value('PASSPORT', 33.6, -8.7), value('OFFICE', 41.7, -8.7)];

	it('has no height of the holder behind it', () => {
		const height = (text: string) => textsOf([...page, ...words.slice(0, 2), value(text, 41.9, -8.7)]).authority;
		expect(['1.80 m', '175 cm', 'DOVER'].map(height)).toEqual(['HM PASSPORT', 'HM PASSPORT', 'HM PASSPORT DOVER']);
	});

	it('is all its words', () => {
		expect(textsOf([...page, ...words]).authority).toBe('HM PASSPORT OFFICE');
	});

	it('ends where another value’s label is above, and before a day', () => {
		const behind = [label('Height', 41.7, -9.8), value('175', 41.7, -8.7)];
		expect(textsOf([...page, ...words.slice(0, 2), ...behind]).authority).toBe('HM PASSPORT');
		expect(textsOf([...page, ...words.slice(0, 2), value('10 MAY 2024', 41.7, -8.7)]).authority).toBe('HM PASSPORT');
	});
});

describe('a name in two scripts', () => {
	it('is the one behind the stroke, which the MRZ has', () => {
		const page = labelled.filter(({v}) => v !== -19.9 && v !== -17.1);
		const names = [value('JINHAKBNCT / LINDQVIST', 14, -19.9), value('COOIA MAPTAPETA/SOFIA MARGARETA', 14, -17.1)];
		expect(textsOf([...page, ...names])).toMatchObject({surname: 'LINDQVIST', given_names: 'SOFIA MARGARETA'});
	});
});

describe('a page in two columns', () => {
	it('has its nationality and its sex beside the names', () => {
		const page = [...labelled.filter(({v}) => v < -16 || v > -13), value('UTO', 30, -19.9), value('F', 30, -17.1)];
		expect(textsOf(page)).toMatchObject({nationality: 'UTO', sex: 'F'});
	});
});

describe('a page whose labels are beside its values', () => {
	const beside = (text: string, printed: string, v: number) => [label(text, 14, v - 0.2), value(printed, 24, v)];

	it('gives each value the label on its row, not the one above it', () => {
		const page = [
			value('L4190267K', 31, -23.8),
			...beside('Surname', 'LINDQVIST', -20),
			...beside('Given names', 'SOFIAMARGARETA', -18),
			...beside('Date of birth', '17 MAR 1988', -16),
			...beside('Place of birth', 'PORT SERENE', -14),
			...beside('Authority', 'NEW HARBOUR', -12),
			...beside('Date of issue', '10 MAY 2024', -10),
			...beside('Date of expiry', '09 MAY 2034', -8),
		];
		expect(textsOf(page)).toMatchObject({birth_place: 'PORT SERENE', authority: 'NEW HARBOUR'});
	});
});

describe('other ways of printing', () => {
	it('a Chinese page: both names on a line, the name in characters, both dates in two languages', () => {
		const page = [
			label('护照号/PassportNo.', 31.5, -23.7),
			value('E12345678', 31.5, -22.6),
			label('姓名/Name', 14, -20.8),
			value('张三', 14, -19.3, {height: 2, advance: 1.6}),
			value('ZHANG, SAN', 14, -17.5),
			label('性别/Sex', 14, -15.7),
			value('男/M', 14, -14.5),
			label('国籍/Nationality', 21, -15.7),
			value('中国/CHINESE', 21, -14.4),
			label('出生日期/Date of birth', 31.5, -15.7),
			value('012月/FEB1990', 31.5, -14.4),
			label('出生地点/Place of birth', 14, -12.7),
			value('四川/SICHUAN', 14, -11.5),
			label('签发机关/Authority', 31.4, -12.7),
			value('样本签发机关', 31.4, -11.4, {advance: 1.2}),
			label('签发日期/Date of issue', 14, -9.7),
			value('022月/FEB2025', 14, -8.5),
			label('有效期至/Date of expiry', 14, -6.7),
			value('012月/FEB2035', 14, -5.5),
		];
		const zhang = {
			...facts,
			surname: 'ZHANG',
			given: 'SAN',
			number: 'E12345678',
			nationality: 'CHN',
			birth: '900201',
			expiry: '350201',
			sex: 'M',
		};
		expect(textsOf(page, zhang)).toMatchObject({
			surname: 'ZHANG',
			given_names: 'SAN',
			name: '张三',
			sex: '男/M',
			nationality: '中国/CHINESE',
			birth_place: '四川/SICHUAN',
			authority: '样本签发机关',
			issue_date: '022月/FEB2025',
		});
	});

	it('given names before the surname on one line', () => {
		const page = [label('Nama/Name', 14, -20.4), value('SOFIA MARGARETA LINDQVIST', 14, -19.4)];
		expect(textsOf(page)).toMatchObject({surname: 'LINDQVIST', given_names: 'SOFIA MARGARETA'});
	});

	it('a label beside its value', () => {
		const page = [...labelled.slice(2, 6), label('Authority:', 14, -4), value('NEW HARBOUR', 20, -4)];
		expect(textsOf(page)).toMatchObject({authority: 'NEW HARBOUR'});
	});

	it('a day whose year is apart', () => {
		const page = [...labelled.slice(2, 6), value('17MAR', 14, -11.5), value('1988', 21, -11.5)];
		expect(textsOf(page)).toMatchObject({birth_date: '17MAR 1988'});
	});

	it('the same word as surname and as given name', () => {
		const page = [value('SPECIMEN', 12, -19.9), value('SPECIMEN', 12, -17.4)];
		const found = findFields(pageOf(page), {...facts, surname: 'SPECIMEN', given: 'SPECIMEN'}, today);
		const rowOf = (field: string) => found.find(one => one.field === field)?.run.v;
		expect(rowOf('surname')).toBe(-19.9);
		expect(rowOf('given_names')).toBe(-17.4);
	});

	it('a nationality behind its code, in the row of the number', () => {
		const dutch = {...facts, nationality: 'NLD'};
		const page = [...labelled.slice(1, 6), value('P NLD Nederlandse', 14, -22.7)];
		const found = findFields(pageOf(page), dutch, today).find(({field}) => field === 'nationality')!;
		expect(found.text).toBe('Nederlandse');
		expect(found.run.left).toBeGreaterThan(17);
		expect(found.run.places).toHaveLength('Nederlandse'.length);
	});

	it('nothing at all', () => {
		expect(findFields(pageOf([]), facts, today)).toEqual([]);
	});
});
