import {type CompleteDate, compareDays, earliest, isReal, type PartialDate} from './dates.ts';

/**
 * Month names as passports abbreviate them: the first three letters, without marks, of English, French, Spanish, German,
 * Italian, Portuguese, Dutch and Polish names. Four letters where three are ambiguous (JUIN, JUIL).
 */
const months: readonly string[] = [
	'JAN ENE GEN STY',
	'FEB FEV FEVR LUT',
	'MAR MARS MRT MAE MARZ',
	'APR AVR ABR KWI AVRI',
	'MAI MAY MAG MAJ MEI',
	'JUN JUIN GIU CZE',
	'JUL JUIL LUG LIP',
	'AUG AOU AOUT AGO SIE',
	'SEP SEPT SET WRZ',
	'OCT OKT OTT OUT PAZ',
	'NOV LIS',
	'DEC DIC DEZ DIZ GRU DES',
];

const byName = new Map<string, number>();
months.forEach((names, index) => {
	for (const name of names.split(' ')) byName.set(name, index + 1);
});

const monthOf = (word: string): number | undefined =>
	byName.get(word) ?? byName.get(word.slice(0, 4)) ?? byName.get(word.slice(0, 3));

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
	const month = words.map(monthOf).find(found => found !== undefined);
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
