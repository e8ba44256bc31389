import type {FieldKey} from '../passport/model/fields.ts';
import type {Issue} from '../passport/model/passport.ts';
import {withPictureNow} from '../records/changed-picture.ts';
import {pictureNames} from '../records/picture-names.ts';
import type {PassportRecord} from '../records/record.ts';
import {onceForEach} from '../remember.ts';
import {type Rival, rivalsIn} from './related-records.ts';
import {valueIn} from './same-values.ts';

/**
 * Returns a record as it is shown or written among others: a conflict is an issue of each field that differs, and the
 * passport is to be checked; so it is when its picture is another one by now, or gone. Not for keeping: the other record
 * may change or go, and the picture may come back.
 */
export const withConflicts = (among: readonly PassportRecord[], record: PassportRecord): PassportRecord =>
	withRivals(rivalsIn(among, record), withPictureNow(record), path => namesIn(among)(path));

const namesIn = onceForEach((records: readonly PassportRecord[]) => pictureNames(records.map(({path}) => path)));

/**
 * The same, of the records that it is in conflict with.
 *
 * @param nameOf Returns the name of a picture, as the list has it.
 */
export function withRivals(
	rivals: readonly Rival[],
	record: PassportRecord,
	nameOf: (path: string) => string,
): PassportRecord {
	if (rivals.length === 0) return record;
	const issues = new Map<FieldKey, Issue>();
	for (const {record: other, fields} of rivals) {
		for (const field of fields) {
			const params = {other: valueIn(other, field), file: nameOf(other.path)};
			if (!issues.has(field)) issues.set(field, {code: 'other-picture-differs', field, params, blocks: true});
		}
	}
	const {passport} = record;
	const status = passport.status === 'clean' ? 'check' : passport.status;
	return {...record, passport: {...passport, status, issues: [...passport.issues, ...issues.values()]}};
}
