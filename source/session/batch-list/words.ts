import {cleanText} from '../../core/clean-text.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {onceForEach} from '../../core/remember.ts';
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

/** The words of a record, computed once: a key in a list of thousands only moves. */
export const wordsOf = onceForEach((record: PassportRecord): RecordWords => {
	const value = (key: string) => cleanText(record.passport.fields.find(field => field.key === key)?.value ?? '');
	const national = value('name');
	const latin = recordName(record);
	const name = national === '' ? latin : `${latin} ${national}`;
	const number = passportNumber(record);
	return {
		name,
		number,
		country: value('holder_country_code'),
		expiry: value('expiry_date'),
		birth: value('birth_date'),
		search: `${name} ${number} ${value('holder_country_code')} ${fileName(record.path)}`.toLowerCase(),
	};
});
