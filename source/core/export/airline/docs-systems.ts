import type {CompleteDate} from '../../passport/model/dates.ts';
import {isToCheck} from '../../records/is-decided.ts';
import {months} from '../dates.ts';
import type {Format, RenderOptions} from '../format.ts';
import {inParts} from '../parts.ts';
import type {Table} from '../rows.ts';
import {type DocsSyntax, docsLines} from './docs-lines.ts';
import type {DocsPassenger} from './docs-passenger.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `01JAN90`. */
const shortDay = ({year, month, day}: CompleteDate): string =>
	twoDigits(day) + months[month - 1]! + twoDigits(year % 100);

/** `01JAN1990`. */
const longDay = ({year, month, day}: CompleteDate): string =>
	twoDigits(day) + months[month - 1]! + String(year).padStart(4, '0');

/** The values in the order that every system has. */
const valuesOf = (
	{type, issuer, number, nationality, birth, sex, expiry, surname, given}: DocsPassenger,
	separator: string,
	writeDay = shortDay,
): string =>
	[type, issuer, number, nationality, writeDay(birth), sex, writeDay(expiry), surname, ...given].join(separator);

/** All carriers of the booking. */
const everyCarrier = 'YY';

/** Amadeus Service Hub: SRDOCS, values between hyphens. */
const amadeus: DocsSyntax = (passenger, number) => `SRDOCS${everyCarrier}HK1-${valuesOf(passenger, '-')}/P${number}`;

/** Sabre, APIS for Subscribers 1.3: 3DOCS for all segments (A), years of four digits, name number at the end. */
const sabre: DocsSyntax = (passenger, number) => `3DOCSA/${valuesOf(passenger, '/', longDay)}-${number}.1`;

/** Galileo, as agencies enter it now; it has one place for given names. */
const galileo: DocsSyntax = (passenger, number) =>
	`SI.P${number}/SSRDOCS${everyCarrier}HK1/${valuesOf({...passenger, given: [passenger.given.join(' ')]}, '/')}`;

/** TravelSky eTerm. */
const travelsky: DocsSyntax = (passenger, number) =>
	`SSR DOCS ${everyCarrier} HK1 ${valuesOf(passenger, '/')}/P${number}`;

function* textLines(table: Table, syntax: DocsSyntax, options: RenderOptions): Iterable<string> {
	for (const one of docsLines(table, syntax, options)) if ('line' in one) yield `${one.line}\r\n`;
}

/** Lines of SSR DOCS to paste into a booking, each ending in CRLF; passports that it refuses have none. */
const docsFormat = <Id extends string>(id: Id, extension: string, syntax: DocsSyntax): Format<Id> => ({
	id,
	extension,
	isoDates: true,
	fixedContent: true,
	forAirlines: true,
	*refused(table, options) {
		for (const one of docsLines(table, syntax, options)) {
			if ('line' in one) continue;
			const why = one.refusals.map(options.words.refusal).join(options.words.semicolon);
			yield {path: one.record.path, why, isOpen: isToCheck(one.record)};
		}
	},
	render: (table, options) => inParts(textLines(table, syntax, options)),
});

export const docsAmadeus = docsFormat('docs-amadeus', '.amadeus.txt', amadeus);
export const docsSabre = docsFormat('docs-sabre', '.sabre.txt', sabre);
export const docsGalileo = docsFormat('docs-galileo', '.galileo.txt', galileo);
export const docsTravelSky = docsFormat('docs-travelsky', '.eterm.txt', travelsky);
