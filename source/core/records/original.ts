import {type FieldKey, fields} from '../passport/fields.ts';
import {judge} from '../passport/judge.ts';
import type {CalendarDay, FieldValue, Passport} from '../passport/passport.ts';
import {extraMembers, type FlatMembers} from './flat.ts';
import type {PassportRecord, PictureIdentity} from './record.ts';
import {fromFlatTime, isoTime} from './time.ts';

/**
 * The `engineVersion` of a record that the original skill wrote: it kept no hash, so the picture is known by name only.
 * It stays when the record is written again.
 */
export const originalVersion = 'original-skill';

/** A result of the original skill as a record: its two MRZ lines judged anew, its other members kept as they are. */
export function originalRecord(
	{path, sha256}: PictureIdentity,
	members: FlatMembers,
	recognizedAt: string,
	today: CalendarDay,
): PassportRecord {
	const lines = [members.mrz_line1, members.mrz_line2].map(line => (line ?? '').replaceAll(' ', '').toUpperCase());
	const whole = lines.every(line => /^[A-Z0-9<]{44}$/.test(line));
	const passport = whole
		? judge({engine: 'xiangyun', shape: 'TD3', lines: lines.map(text => ({text}))}, {today})
		: unprovenPassport(members, lines);
	return {
		path,
		sha256,
		engine: 'xiangyun',
		engineVersion: originalVersion,
		recognizedAt: fromFlatTime(recognizedAt) ?? isoTime(new Date(0)),
		passport,
		review: {state: 'unreviewed', edits: {}, confirmed: []},
		extra: extraMembers(members, passport),
	};
}

/** Where the service gave no whole zone there is nothing to reckon with: its values stand, and a person must look. */
function unprovenPassport(members: FlatMembers, lines: readonly string[]): Passport {
	return {
		shape: 'TD3',
		lines,
		fields: fields.map(({key}) => unprovenField(key, members)),
		issues: [{code: 'missing', blocks: true}],
		status: 'check',
		engine: 'xiangyun',
	};
}

const sexes: Readonly<Record<string, string>> = {男: 'M', 女: 'F'};

/** The passport's letter for the word that the service and the original skill have for it. */
export const sexLetter = (said: string): string => sexes[said] ?? said;

function unprovenField(key: FieldKey, members: FlatMembers): FieldValue {
	const said = key === 'passport_number' ? members.passport_number_mrz || members[key] : members[key];
	const text = said?.trim() ?? '';
	const value = key === 'sex' ? sexLetter(text) : text;
	const code = value === '' ? 'missing' : 'engine-word';
	return {key, value, raw: said ?? '', evidence: {level: 'unverified', reasons: [{code}]}, alternatives: []};
}
