import type {FieldKey} from '../passport/model/fields.ts';
import type {Issue, ReasonCode} from '../passport/model/passport.ts';
import {isUnproven} from '../passport/reasons-to-look.ts';
import {isDecided} from '../records/is-decided.ts';
import type {PassportRecord} from '../records/record.ts';
import {isUnread} from '../records/unread-record.ts';

/** No person has decided about it yet. */
export const isOpen = ({review}: PassportRecord): boolean => review.state === 'unreviewed';

/** A person must look: it is undecided, and not proven. What was not read is to be typed instead. */
export const needsLook = (record: PassportRecord): boolean => isOpen(record) && record.passport.status === 'check';

/** Undecided and proven: one key accepts it. */
export const isOpenAndClean = (record: PassportRecord): boolean => isOpen(record) && record.passport.status === 'clean';

/** Those that would be proven if their pictures were as they were read. */
export const provenWithoutPicture = (records: readonly PassportRecord[]): readonly PassportRecord[] =>
	records.filter(record => record.pictureNow !== undefined && isOpenAndClean(record));

/** A blocking issue of the whole passport is looked at here, at the first value that line 2 holds. */
const standsForAll: FieldKey = 'passport_number';

/** The fields of an undecided passport that a person has not looked at and should, in the order of display. */
export function doubts(record: PassportRecord): readonly FieldKey[] {
	if (!isOpen(record) || isUnread(record)) return [];
	const {passport} = record;
	const blocked = passport.issues.filter(issue => issue.blocks).map(({field}: Issue) => field ?? standsForAll);
	return passport.fields
		.filter(({key}) => !isDecided(record, key))
		.filter(field => isUnproven(field) || blocked.includes(field.key))
		.map(field => field.key);
}

/** What speaks against a passport as a whole. */
const ofAll: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['composite-wrong', 'changed-picture']);

/**
 * Whether something printed speaks against a value that a person has not decided about: its own check digit, its list of
 * codes, the calendar; or the overall check digit or another picture, which are looked at where `doubts` names them.
 */
export function isRefuted(record: PassportRecord, key: FieldKey): boolean {
	if (!doubts(record).includes(key)) return false;
	const level = record.passport.fields.find(field => field.key === key)?.evidence.level;
	const overall = record.passport.issues.some(({code, blocks}) => blocks && ofAll.has(code));
	return level === 'refuted' || (overall && key === standsForAll);
}

/** Where the cursor is when a passport is opened. */
export const firstField = (record: PassportRecord): FieldKey =>
	doubts(record)[0] ?? record.passport.fields[0]?.key ?? standsForAll;
