import {type CompleteDate, formatDate, isComplete} from '../../../../passport/model/dates.ts';
import {layouts} from '../../../../passport/model/layouts.ts';
import type {LineReading} from '../../../../passport/model/reading.ts';
import {readMrzDate} from '../../../../passport/mrz/dates.ts';
import {bareCode, exportCode} from '../../../../passport/tables/codes.ts';

/** What a TD3 MRZ says, as characters: for finding the same on the page. Nothing here is judged. */
export type MrzFacts = {
	readonly surname: string;
	readonly given: string;
	/** The names fill their line, so that more of them may be printed (ICAO 9303-3 §4.6). */
	readonly truncated?: boolean;
	readonly number: string;
	/** ISO code, Germany's as `DEU`. */
	readonly nationality: string;
	/** As in the MRZ, without fillers. */
	readonly issuer: string;
	/** As in the MRZ: YYMMDD. */
	readonly birth: string;
	readonly expiry: string;
	/** `M`, `F` or `<`; some states write X for the last. */
	readonly sex: string;
};

const words = (raw: string): string => raw.replaceAll('<', ' ').replace(/ +/g, ' ').trim();

export function mrzFacts(lines: readonly LineReading[]): MrzFacts {
	const {fields, names} = layouts.TD3;
	const cut = (slot: readonly [line: number, from: number, to: number] | undefined): string =>
		slot ? (lines[slot[0]]?.text.slice(slot[1], slot[2]) ?? '') : '';
	const [surname = '', ...given] = cut(names).split('<<');
	return {
		surname: words(surname),
		given: words(given.join(' ')),
		...(/[A-Z]$/.test(cut(names)) ? {truncated: true} : {}),
		number: cut(fields.passport_number).replace(/<+$/, ''),
		nationality: exportCode(bareCode(cut(fields.holder_country_code))),
		issuer: bareCode(cut(fields.issuing_country_code)),
		birth: cut(fields.birth_date),
		expiry: cut(fields.expiry_date),
		sex: cut(fields.sex).replace('X', '<'),
	};
}

/** The MRZ's last day of validity as ISO 8601; undefined where it says none. */
export function lastDay({expiry}: MrzFacts, today: CompleteDate): string | undefined {
	const read = readMrzDate(expiry, 'expiry', today);
	return read.kind === 'date' && isComplete(read.date) ? formatDate(read.date) : undefined;
}
