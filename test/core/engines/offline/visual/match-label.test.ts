import {describe, expect, it} from 'vitest';
import {
	isPartOfLabel,
	labelShare,
	matchLabels,
} from '../../../../../source/core/engines/offline/visual/fields/match-label.ts';
import {runsOf} from '../../../../../source/core/engines/offline/visual/runs.ts';
import {printedLabel} from './printed-line.ts';

const hitsOf = (text: string) => {
	const [run] = runsOf(printedLabel(text, 10, -10));
	return matchLabels(run!);
};

const fieldsOf = (text: string) => [...new Set(hitsOf(text).map(({field}) => field))];

describe('labels', () => {
	it.each([
		['Surname/Nom', 'surname'],
		['Given names / Prénoms', 'given_names'],
		['Date of birth / Date de naissance', 'birth_date'],
		['Geburtsort', 'birth_place'],
		['Lugar de nacimiento', 'birth_place'],
		['Data de emissão', 'issue_date'],
		['Data di scadenza', 'expiry_date'],
		['Organ wydający', 'authority'],
		['出生地点/Place of birth', 'birth_place'],
		['签发机关/Authority', 'authority'],
		['發照機關', 'authority'],
		['Tarikh Luput/Date of Expiry', 'expiry_date'],
		['Sukupuoli-Kön-Sex', 'sex'],
	])('%s announces %s', (text, field) => {
		expect(fieldsOf(text)).toEqual([field]);
	});

	it('end before the first letter of a value, also where that would make a plural of them', () => {
		const [hit, ...more] = hitsOf('Vorname NIJ');
		expect([hit!.field, hit!.to, more]).toEqual(['given_names', 7, []]);
		expect(hitsOf('Vornamen NIJ')[0]!.to).toBe(8);
	});

	it.each([
		['Dateofissue', 'issue_date'],
		['6.FLACEOFBIRTH', 'birth_place'],
		['Date of blrth', 'birth_date'],
		['lssuing Office', 'authority'],
		['Dato otexpiry', 'expiry_date'],
	])('%s is still %s, though misread', (text, field) => {
		expect(fieldsOf(text)).toEqual([field]);
	});

	// Long ones are compared by their first letters before the others are.
	it.each([
		['Data de valabilitate / Date of expiry', 'Dada de vaIabiIitade/Dade of expizy'],
		['Place of birth / Lieu de naissance / Geburtsort', 'PIacs of bitth / Lieu ds naissanee / Gebuztsort'],
		['Дата рождения / Date of birth', 'Дата рожденuя / Date of blrth'],
		['Dátum vydania / Date of issue / Date de délivrance', 'Dátun vydania / Date ot issue / Date de déIivzance'],
	])('%s is the same misread as %s', (label, misread) => {
		expect(fieldsOf(label)).not.toEqual([]);
		expect(fieldsOf(misread)).toEqual(fieldsOf(label));
	});

	it('are not seen where more letters are wrong', () => {
		expect(fieldsOf('Date of birth')).toEqual(['birth_date']);
		expect(fieldsOf('Dats of biith')).toEqual(['birth_date']);
		expect(fieldsOf('Dats xf biith')).toEqual([]);
	});

	it('of several columns are distinguished, each in its place', () => {
		const [issue, expiry] = hitsOf('Date of issue  Date of expiry');
		expect(issue!.field).toBe('issue_date');
		expect(expiry!.field).toBe('expiry_date');
		expect(expiry!.left).toBeGreaterThan(issue!.right);
	});

	it('are not seen in values', () => {
		expect(hitsOf('LINDQVIST')).toEqual([]);
		expect(hitsOf('MORGAN')).toEqual([]);
		expect(hitsOf('PORT SERENE')).toEqual([]);
		expect(labelShare('MINISTRY OF FOREIGN AFFAIRS', hitsOf('MINISTRY OF FOREIGN AFFAIRS'))).toBeLessThan(0.3);
	});
});

describe('a part of a label', () => {
	it.each(['Lieu et pa)', 'of birth', 'Date of exp', 'de naissance', 'Expiry', 'issue', 'BIRTH', 'validade'])(
		'%s',
		text => {
			expect(isPartOfLabel(text)).toBe(true);
		},
	);

	it.each([
		'TIRANA',
		'PASSPORT OFFICE',
		'NOM',
		'POLICE',
		'PORT SERENE',
		'DEPARTMENT OF STATE',
		'OFFICE',
		'OFFICE 7',
		'PASSPORT',
		'REGISTRATION',
		'STATE',
		'OF STATE',
		'COUNTRY',
		'LIEGE',
	])('%s is none', text => {
		expect(isPartOfLabel(text)).toBe(false);
	});
});
