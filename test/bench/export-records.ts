import {judge} from '../../source/core/passport/judge/judge.ts';
import {checkDigit} from '../../source/core/passport/mrz/check-digits.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {mrz, reading, recordOf, today} from '../support/records.ts';

/** A judged passport of which the page was read as well. */
const printed = judge(
	{
		...reading(),
		printed: (
			[
				['birth_place', 'ZENITH'],
				['issue_date', '16 APR 2022'],
				['issue_place', 'UTOPIA CITY'],
				['issuing_authority', 'MINISTRY OF UTOPIA'],
				['name', '安娜'],
			] as const
		).map(([field, text]) => ({field, text, zone: 'printed' as const})),
	},
	{today},
);

/** So many records that are made when they are asked for, each with a number, a line and a file name of its own. */
export const manyRecords = (count: number): Iterable<PassportRecord> => ({
	*[Symbol.iterator]() {
		const base = recordOf('/pictures/0.jpg', {passport: printed});
		for (let index = 0; index < count; index++) {
			const number = `L${String(index).padStart(8, '0')}`;
			const digits = `${number}${checkDigit(number)}${mrz[1].slice(10, 43)}`;
			const line = digits + checkDigit(digits.slice(0, 10) + digits.slice(13, 20) + digits.slice(21, 43));
			const fields = printed.fields.map(field => (field.key === 'passport_number' ? {...field, value: number} : field));
			yield {
				...base,
				path: `/pictures/IMG_${index}.jpg`,
				sha256: String(index).padStart(64, '0'),
				passport: {...printed, lines: [mrz[0], line], fields},
			};
		}
	},
});
