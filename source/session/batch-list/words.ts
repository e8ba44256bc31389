import {cleanText} from '../../core/clean-text.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {fileName} from '../../text/format.ts';
import {passportNumber, recordName} from '../review/record-view.ts';

/** What is shown and looked for of a record. */
export type RecordWords = {
	readonly name: string;
	readonly number: string;
	readonly country: string;
	readonly expiry: string;
	readonly birth: string;
	/** In lower case. */
	readonly search: string;
};

/** Reckoned once for each record: a key in a list of thousands only moves. */
const wordsKnown = new WeakMap<PassportRecord, RecordWords>();

export function wordsOf(record: PassportRecord): RecordWords {
	const before = wordsKnown.get(record);
	if (before) return before;
	const value = (key: string) => cleanText(record.passport.fields.find(field => field.key === key)?.value ?? '');
	const national = cleanText(record.extra.name || record.extra.name_visual || '');
	const latin = recordName(record);
	const name = /\P{ASCII}/u.test(national) ? `${latin} ${national}` : latin;
	const number = passportNumber(record);
	const words = {
		name,
		number,
		country: value('holder_country_code'),
		expiry: value('expiry_date'),
		birth: value('birth_date'),
		search: `${name} ${number} ${value('holder_country_code')} ${fileName(record.path)}`.toLowerCase(),
	};
	wordsKnown.set(record, words);
	return words;
}
