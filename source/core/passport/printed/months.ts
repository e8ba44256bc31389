/**
 * Month names as passports abbreviate them: the first three letters, without marks; four or all where three are ambiguous
 * (JUIN, JUIL). English, French, Spanish, German, Italian, Portuguese, Dutch.
 */
const international: readonly string[] = [
	'JAN ENE GEN JANUARY',
	'FEB FEV FEVR FEBRUARY',
	'MAR MARS MRT MAE MARZ MARCH',
	'APR AVR ABR AVRI APRIL',
	'MAI MAY MAG MEI',
	'JUN JUIN GIU JUNE',
	'JUL JUIL LUG JULY',
	'AUG AOU AOUT AGO AUGUST',
	'SEP SEPT SET SEPTEMBER',
	'OCT OKT OTT OUT OCTOBER',
	'NOV NOVEMBER',
	'DEC DIC DEZ DIZ DES DECEMBER',
];

/**
 * Polish, Czech, Croatian, Slovene, Lithuanian, Estonian, Finnish, Hungarian, Turkish, Azerbaijani, Uzbek, Romanian,
 * Albanian, Maltese, Irish, Malay, Filipino. They come second: beside an English or French month they say nothing new, and
 * those that are different months in different languages are left out (LIP is July in Polish and June in Croatian).
 */
const national: readonly string[] = [
	'STY LED SIJ SAU TAM JAAN OCA YAN IAN EAN',
	'LUT UNO VEL VELJ VAS HEL VEEB SUB SHK FEABH PEB',
	'BRE OZU KOV MAA MAC',
	'KWI DUB TRA BAL HUH NIS PRI AIB',
	'MAJ KVE SVI GEG TOU MEJ BEAL',
	'CZE CVN BIR KES JUUN HAZ IYN IYUN IUN GUN QER MEITH HUN',
	'CVC LIE HEI JUUL TEM IYL IYUL IUL IUIL LUL HUL',
	'SIE KOL RGP RUGP ELO AGU AVG AVQ GUS AWW LUN OGO',
	'WRZ ZAR RUJ RGS RUGS SYY SZE EYL SHT MFO',
	'PAZ RIJ SPA LOK EKI TET DFO',
	'STU LAP MARR MARRAS KAS NOI NOY NEN SAMH NOB',
	'GRU PRO GRD JOU DET ARA DEK DHJ NOLL DIS',
];

const byName = (months: readonly string[]): ReadonlyMap<string, number> =>
	new Map(months.flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)));

const tables = [byName(international), byName(national)] as const;

/** Marras is November, and begins like March. */
const isMarras = (word: string): boolean => word.startsWith('MARR');

const exactly = (table: ReadonlyMap<string, number>, words: readonly string[]): readonly number[] =>
	words.flatMap(word => table.get(word) ?? []);

/** The months that words begin like; the longest beginning that a table holds decides. */
const nearly = (table: ReadonlyMap<string, number>, words: readonly string[]): readonly number[] =>
	words.flatMap(word =>
		table === tables[0] && isMarras(word) ? [] : (table.get(word.slice(0, 4)) ?? table.get(word.slice(0, 3)) ?? []),
	);

/** The months that words name in the languages of the first table. */
export const internationalMonths = (words: readonly string[]): ReadonlySet<number> =>
	new Set(words.flatMap(word => [...exactly(tables[0], [word]), ...nearly(tables[0], [word])].slice(0, 1)));

/** The month that words name, in capitals without marks; undefined where they name none, or two: one was misread. */
export function monthOf(words: readonly string[]): number | undefined {
	const [first, second] = tables;
	const sure = new Set(exactly(first, words));
	if (sure.size > 0) return sure.size === 1 ? [...sure][0] : undefined;
	return [...exactly(second, words), ...nearly(first, words), ...nearly(second, words)][0];
}
