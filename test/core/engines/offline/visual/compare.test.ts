import {describe, expect, it} from 'vitest';
import {
	matchName,
	matchNumber,
	respace,
	restoreMarks,
	sexesIn,
} from '../../../../../source/core/engines/offline/visual/fields/compare.ts';

describe('a printed number', () => {
	it('has no letters of two', () => {
		expect(matchNumber('Œ367605', 'OE367605')).toBe(true);
		expect(matchNumber('Æ8464041', 'AE8464041')).toBe(true);
		expect(matchNumber('Œ367605', 'CE367605')).toBe(false);
	});
});

describe('a printed name against the MRZ', () => {
	it('agrees where only marks are missing that the reader does not have', () => {
		expect(matchName('MULLER', 'MUELLER')).toBe('same');
		expect(matchName('EGIRSDOTTIR', 'AEGIRSDOTTIR')).toBe('same');
		expect(restoreMarks('MULLER', 'MUELLER')).toBe('MÜLLER');
		expect(restoreMarks('Muller', 'MUELLER')).toBe('Müller');
		expect(restoreMarks('JORGENSEN', 'JOERGENSEN', 'DNK')).toBe('JØRGENSEN');
		expect(restoreMarks('HĂKANSSON', 'HAAKANSSON', 'SWE')).toBe('HÅKANSSON');
		expect(restoreMarks('PORSDOTTIR', 'THORSDOTTIR', 'ISL')).toBe('ÞORSDOTTIR');
	});

	it('agrees where the J of a Dutch IJ was seen as another I, and only there', () => {
		expect(restoreMarks('MEULENDIIK', 'MEULENDIJK', 'NLD')).toBe('MEULENDIJK');
		expect(restoreMarks('Van Diik', 'VAN DIJK')).toBe('Van Dijk');
		expect(matchName('MEULENDIIK', 'MEULENDIJK')).toBe('same');
		expect(restoreMarks('MEULENDUK', 'MEULENDIJK', 'NLD')).toBe('MEULENDIJK');
		expect(restoreMarks('Dukstra', 'DIJKSTRA')).toBe('Dijkstra');
		expect(matchName('MEULENDUK', 'MEULENDIK')).toBe('near');
		expect(matchName('MEULENDIJK', 'MEULENDIIK')).toBe('near');
		expect(matchName('JANSEN', 'IANSEN')).toBe('near');
	});

	it('agrees where an O or an I was seen as a digit', () => {
		expect(restoreMarks('0Q0VAJATO', 'OEQOEVAJATOE', 'NOR')).toBe('ØQØVAJATØ');
		expect(matchName('L1NDQVIST', 'LINDQVIST')).toBe('same');
		expect(matchName('L7NDQVIST', 'LINDQVIST')).toBe('near');
	});

	it('agrees where an Ó was seen as a 6', () => {
		expect(restoreMarks('Ibugudú Eš6', 'IBUGUDU ESO')).toBe('Ibugudú Ešó');
		expect(restoreMarks('KR6L', 'KROL')).toBe('KRÓL');
		expect(matchName('KR6L', 'KRUL')).toBe('near');
	});

	it('agrees where one letter of two was seen as two or three', () => {
		expect(restoreMarks('KUHCEQAYI', 'KUHOEQAYI')).toBe('KUHŒQAYI');
		expect(restoreMarks('Rehibceg Cecile', 'REHIBOEG CECILE')).toBe('Rehibœg Cecile');
		expect(restoreMarks('Paæezaq', 'PAEZAQ')).toBe('Pæzaq');
		expect(restoreMarks('TOŒETA', 'TOETA')).toBe('TŒTA');
		expect(matchName('KUHCEQAYI', 'KUHOOQAYI')).toBe('near');
	});

	it('agrees where an I was seen as a small L, at the beginning of a word or among capitals', () => {
		expect(matchName('ClG', 'CIG')).toBe('same');
		expect(matchName('DAXlLl', 'DAXILI')).toBe('same');
		expect(matchName('Daxlm', 'DAXIM')).toBe('near');
		expect(matchName('Äyi ldisaga', 'AYI IDISAGA')).toBe('same');
		expect(matchName('de la Cruz', 'DE LA CRUZ')).toBe('same');
		expect(matchName('Ldisaga', 'IDISAGA')).toBe('near');
	});

	it('is left as it was read where that does not explain the difference', () => {
		expect(restoreMarks('MULLAR', 'MUELLER')).toBe('MULLAR');
		expect(restoreMarks('MUELLER', 'MUELLER')).toBe('MUELLER');
		expect(matchName('LINDQVISI', 'LINDQVIST')).toBe('near');
		expect(matchName('OKONKWO', 'LINDQVIST')).toBe('different');
		expect(matchName('LINDQVIST', '')).toBe('different');
	});
});

describe('the spaces of a printed name', () => {
	it('are where the MRZ parts its words', () => {
		expect(respace('SOFIAMARGARETA', 'SOFIA MARGARETA')).toBe('SOFIA MARGARETA');
		expect(respace('M ARI-LIIS', 'MARI LIIS')).toBe('MARI-LIIS');
		expect(respace('M eule ndijk', 'MEULENDIJK')).toBe('Meulendijk');
		expect(respace('MÜLLERHOF', 'MUELLER HOF')).toBe('MÜLLER HOF');
	});

	it('stay where the page plainly has more, or says something else', () => {
		expect(respace('DE LA CRUZ', 'DELACRUZ')).toBe('DE LA CRUZ');
		expect(respace('LIN DQVISI', 'LINDQVIST')).toBe('LIN DQVISI');
	});
});

describe('a printed number against the MRZ', () => {
	it('agrees whatever the reader makes of O and 0, I and 1', () => {
		expect(matchNumber('XA0012345', 'XAOO12345')).toBe(true);
		expect(matchNumber('L4190267K', 'L4190267K')).toBe(true);
		expect(matchNumber('ZS 0001234', 'ZS0001234')).toBe(true);
		expect(matchNumber('No.L4190267K', 'L4190267K')).toBe(true);
		expect(matchNumber('(96935341', 'C96935341')).toBe(true);
		expect(matchNumber('C(6935341', 'CC6935341')).toBe(false);
	});

	it('differs in any other character', () => {
		expect(matchNumber('L4190267X', 'L4190267K')).toBe(false);
		expect(matchNumber('L419O26', 'L4190267K')).toBe(false);
		expect(matchNumber('B8', 'B8')).toBe(false);
	});
});

describe('a printed sex', () => {
	it('is found among the letters of other languages', () => {
		expect(sexesIn('F')).toEqual(['F']);
		expect(sexesIn('K/F')).toEqual(['F']);
		expect(sexesIn('男/M')).toEqual(['M']);
		expect(sexesIn('X')).toEqual(['<']);
		expect(sexesIn('M/F')).toHaveLength(2);
		expect(sexesIn('FREETOWN')).toEqual([]);
		expect(sexesIn('M A R I A')).toEqual([]);
		expect(sexesIn('BANCO D.F.')).toEqual([]);
		expect(sexesIn('M airie De')).toEqual([]);
		expect(sexesIn('ERKEK / M')).toEqual(['M']);
		expect(sexesIn('FEMALE F')).toEqual(['F']);
		expect(sexesIn('M.')).toEqual(['M']);
	});
});
