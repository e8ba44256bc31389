import type {FieldKey} from '../passport/model/fields.ts';
import type {PassportRecord} from '../records/record.ts';
import {doubts, firstField, isOpenAndClean, needsLook} from './doubts.ts';
import {withConflicts} from './with-conflicts.ts';

type Records = readonly PassportRecord[];

/** The questions of `doubts.ts` about a record among others: what another picture contradicts is in doubt as well. */
export const needsLookIn = (records: Records, record: PassportRecord): boolean =>
	needsLook(withConflicts(records, record));

export const isCleanIn = (records: Records, record: PassportRecord): boolean =>
	isOpenAndClean(withConflicts(records, record));

export const doubtsIn = (records: Records, record: PassportRecord): readonly FieldKey[] =>
	doubts(withConflicts(records, record));

export const firstFieldIn = (records: Records, record: PassportRecord): FieldKey =>
	firstField(withConflicts(records, record));
