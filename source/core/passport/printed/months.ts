/**
 * Beginnings of the names of months, in capitals without marks: the first three letters, more where three are ambiguous
 * (JUIN, JUIL). English, French, Spanish, German, Italian, Portuguese, Dutch.
 */
const international: readonly string[] = [
	'JAN ENE GEN',
	'FEB FEV',
	'MAR MRT MAE',
	'APR AVR ABR',
	'MAI MAY MAG MEI',
	'JUN JUIN GIU',
	'JUL JUIL LUG',
	'AUG AOU AGO',
	'SEP SET',
	'OCT OKT OTT OUT',
	'NOV',
	'DEC DIC DEZ DES',
];

/**
 * The same of other languages of states that print Latin letters, as Unicode CLDR 48 and passports have them: Polish, Czech,
 * Slovak, Croatian, Slovene, Lithuanian, Latvian, Estonian, Finnish, Hungarian, Turkish, Azerbaijani, Uzbek, Turkmen, Romanian,
 * Albanian, Maltese, Irish, Luxembourgish, Greenlandic, Malay, Filipino, Māori, Tongan, Somali, Malagasy, Kinyarwanda and
 * Kirundi. They come second: beside an English or French month they say nothing new. What languages call different months,
 * what one misread letter makes another month, and codes of states are left out: LIP (Polish July, Croatian June), LIS,
 * SRP, ČERVEN and ČERVENEC, NYA, NZERI and NZERO, FRA, KOR, SEN.
 */
const national: readonly string[] = [
	'STY LED SIJ SAU TAM JAAN OCA YAN IAN EAN HAN SAN MUT',
	'LUT UNO VEL HEL VAS VEEB SUB SHK FEABH FRAR PEB PEP FEP FEW GAS RUHUH',
	'BRE OZU KOV MAA MAC WER NTW',
	'KWI DUB TRA BAL HUH NIS PRI AIB APE EPE MAT NDA',
	'MAJ KVE SVI GEG TOU MEJ MEE BEAL MAAJ MAAY MEY GIC RUS',
	'CZE CVN BIR KES JUUN HAZ IYN IYUN IUN GUN QER MEITH HUN SUN JON KAM RUHES',
	'CVC LIE HEI JUUL TEM IYL IYUL IUL IUIL LUL LUUL KORR HUL HUR SIU JOL MUK',
	'SIE KOL RGP RUGP ELO AGU AGG AVG AVQ AWG AWW GUS LUN OGO OGS AKU AOK AOG KAN NYAND',
	'WRZ ZAR RUJ RGS RUGS SYY SZE EYL SENT SHT MFO HEP SEB',
	'PAZ RIJ SPA LOK EKI TET DFO OKE OKA UKW GIT',
	'STU LAP MARR KAS NOI NOY NEN NOB NOE NOF NOOF SAMH UGU MUN',
	'GRU PRO JOU DET DEK DHJ ARA NOLL DIS TIH TIS UKU KIG',
];

const byName = (months: readonly string[]): ReadonlyMap<string, number> =>
	new Map(months.flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)));

const tables = [byName(international), byName(national)] as const;

/** The month that a word begins like. `length`: letters that say so. */
type Beginning = {readonly month: number; readonly length: number; readonly isInternational: boolean};

const shortest = 3;

/** What a word begins like: the longest beginning decides. Marras is November, and begins like March. */
const beginningOf = (word: string): readonly Beginning[] => {
	for (let length = word.length; length >= shortest; length--) {
		const at = tables.findIndex(table => table.has(word.slice(0, length)));
		const month = tables[at]?.get(word.slice(0, length));
		if (month !== undefined) return [{month, length, isInternational: at === 0}];
	}

	return [];
};

/** Names in full and usual abbreviations of the first table. They are exact, though longer than their beginnings. */
const inFull: ReadonlySet<string> = new Set(
	'JANUARY FEVR FEBRUARY MARS MARZ MARCH AVRI APRIL JUNE JULY AOUT AUGUST SEPT SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(
		' ',
	),
);

/** The months that words name in the languages of the first table. */
export const internationalMonths = (words: readonly string[]): ReadonlySet<number> =>
	new Set(words.flatMap(beginningOf).flatMap(({month, isInternational}) => (isInternational ? [month] : [])));

/** The month that words name, in capitals without marks; undefined where they name none, or two: one was misread. */
export function monthOf(words: readonly string[]): number | undefined {
	const named = words.flatMap(word =>
		beginningOf(word).map(one => ({...one, isExact: one.length === word.length || inFull.has(word)})),
	);
	const sure = new Set(
		named.flatMap(({month, isExact, isInternational}) => (isExact && isInternational ? [month] : [])),
	);
	if (sure.size > 0) return sure.size === 1 ? [...sure][0] : undefined;
	const [first] = [
		...named.filter(({isExact}) => isExact),
		...named.filter(({isInternational}) => isInternational),
		...named,
	];
	return first?.month;
}
