import {type CompleteDate, compareDays, earliest, isReal, type PartialDate} from './dates.ts';

/**
 * Month names as passports abbreviate them: the first three letters, without marks; four where three are ambiguous
 * (JUIN, JUIL). English, French, Spanish, German, Italian, Portuguese, Dutch.
 */
const international: readonly string[] = [
	'JAN ENE GEN',
	'FEB FEV FEVR',
	'MAR MARS MRT MAE MARZ',
	'APR AVR ABR AVRI',
	'MAI MAY MAG MEI',
	'JUN JUIN GIU',
	'JUL JUIL LUG',
	'AUG AOU AOUT AGO',
	'SEP SEPT SET',
	'OCT OKT OTT OUT',
	'NOV',
	'DEC DIC DEZ DIZ DES',
];

/**
 * Polish, Croatian, Lithuanian, Finnish, Estonian, Turkish, Romanian, Malay. They come second: beside an English or
 * French month they say nothing new, and some mean different months in different languages (LIP is July in Polish and
 * June in Croatian; SRP, which has no such pair, is left out).
 */
const national: readonly string[] = [
	'STY SIJ SAU TAM JAAN OCA IAN',
	'LUT VELJ VAS HEL VEEB SUB',
	'OZU KOV MAA MAC',
	'KWI TRA BAL HUH NIS',
	'MAJ SVI GEG TOU',
	'CZE BIR KES JUUN HAZ IUN',
	'LIP LIE HEI JUUL TEM IUL',
	'SIE KOL RGP RUGP ELO AGU OGO',
	'WRZ RUJ RGS RUGS SYY EYL',
	'PAZ SPA LOK EKI',
	'LIS STU LAP MARR KAS NOI',
	'GRU PRO GRD JOU ARA DIS',
];

const byName = (months: readonly string[]): ReadonlyMap<string, number> =>
	new Map(months.flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)));

const tables = [byName(international), byName(national)];

/** The month that a word names; the longest beginning that a table holds decides. */
const monthIn = (table: ReadonlyMap<string, number>, word: string): number | undefined =>
	table.get(word) ?? table.get(word.slice(0, 4)) ?? table.get(word.slice(0, 3));

/** Marras is November, and begins like March. */
const isMarras = (word: string): boolean => word.startsWith('MARR');

const monthOf = (words: readonly string[]): number | undefined =>
	tables
		.flatMap((table, index) => words.map(word => (index === 0 && isMarras(word) ? undefined : monthIn(table, word))))
		.find(found => found !== undefined);

/** Two digits of a year, by the same rule as the zone's: births lie in the past, other dates within 50 years. */
function withCentury(year: number, kind: 'birth' | 'other', today: CompleteDate): number {
	const century = today.year - (today.year % 100);
	const nearest = century + year;
	if (kind === 'birth') return nearest > today.year ? nearest - 100 : nearest;
	return nearest - today.year >= 50 ? nearest - 100 : nearest - today.year < -50 ? nearest + 100 : nearest;
}

function build(
	year: string,
	month: number | undefined,
	day: string,
	kind: 'birth' | 'other',
	today: CompleteDate,
): PartialDate | undefined {
	const unknownDay = /^X+$/.test(day);
	const date: PartialDate = {
		year: year.length === 4 ? Number(year) : withCentury(Number(year), kind, today),
		...(month === undefined ? {} : {month}),
		...(month === undefined || unknownDay ? {} : {day: Number(day)}),
	};
	if (!isReal(date)) return undefined;
	// A birth with two digits of the year that would lie ahead this year is a hundred years old.
	if (kind === 'birth' && year.length === 2 && compareDays(earliest(date), today) > 0)
		return {...date, year: date.year - 100};
	return date;
}

/**
 * A date in any of the shapes that visual zones and recognition services print: ISO, `19900102`, `12.07.1942`,
 * `12 JUL 1942`, `12JUL42`, `12 LUG/JUIL 1942`, `078月/AUG2024`, `1990年01月02日`, `XX XXX 1974`. Day before month where both
 * are numbers. Undefined when it is none of these or no day of the calendar.
 */
export function readPrintedDate(text: string, kind: 'birth' | 'other', today: CompleteDate): PartialDate | undefined {
	const clean = text
		.slice(0, 60)
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toUpperCase()
		.trim();
	const words = clean.match(/[A-Z]+/g)?.filter(word => !/^X+$/.test(word)) ?? [];
	const month = monthOf(words);
	if (month !== undefined) {
		const ends = /^[^\dX]*(\d{1,2}|XX).*?(\d{4}|\d{2})\D*$/.exec(clean);
		return ends ? build(ends[2]!, month, ends[1]!, kind, today) : undefined;
	}
	if (words.length > 0) return undefined;
	const unknown = /^XX\W*(?:XXX?\W*)?(\d{4})$/.exec(clean);
	if (unknown) return build(unknown[1]!, undefined, 'XX', kind, today);
	const yearFirst =
		/^(\d{4})\D?(\d{2}|XX)\D?(\d{2}|XX)\D?$/.exec(clean) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(clean);
	if (yearFirst) {
		const [, year, second, day] = yearFirst;
		return build(year!, second === 'XX' ? undefined : Number(second), day!, kind, today);
	}
	const dayFirst = /^(\d{1,2}|XX)[ ./-]+(\d{1,2}|XX)[ ./-]+(\d{4}|\d{2})$/.exec(clean);
	if (!dayFirst) return undefined;
	const [, day, second, year] = dayFirst;
	return build(year!, second === 'XX' ? undefined : Number(second), day!, kind, today);
}
