import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {Reading} from '../../../source/core/passport/model/reading.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {mrz, reading, recordOf} from '../../support/records.ts';

export {today} from '../../support/records.ts';

/** Anna Maria Eriksson of Utopia, or the person of `lines`. */
export const sampleRecord = (
	changes: Partial<PassportRecord> = {},
	lines: readonly [string, string] = mrz,
): PassportRecord => ({...recordOf('/pictures/anna.jpg', {reading: reading(lines)}), ...changes});

/** Her passport with a value that its page prints above the MRZ. */
export const printing = (field: FieldKey, text: string, changes: Partial<PassportRecord> = {}): PassportRecord => {
	const read: Reading = {...reading(), printed: [{field, text, zone: 'printed'}]};
	return {...recordOf('/pictures/anna.jpg', {reading: read}), ...changes};
};
