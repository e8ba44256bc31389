import {judge} from '../passport/judge/judge.ts';
import type {FieldKey} from '../passport/model/fields.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import type {TypedLines} from '../passport/typed-mrz.ts';
import type {Edit, PassportRecord} from '../records/record.ts';
import {doubts} from './doubts.ts';

/**
 * What a person typed of a picture that was not read, as a record. Its values are judged as typed text is: a check digit
 * proves what it proves, everything else is the person's word. What the lines or the calendar contradict stays to check.
 */
export function typedWhole(unread: PassportRecord, lines: TypedLines, at: string, today: CalendarDay): PassportRecord {
	const passport = judge({engine: 'person', shape: 'TD3', lines: lines.map(text => ({text}))}, {today});
	const contradicted = new Set<FieldKey>([
		...passport.fields.filter(({evidence: {level}}) => level === 'refuted').map(({key}) => key),
		...passport.issues.flatMap(({blocks, field}) => (blocks ? [field ?? 'passport_number'] : [])),
	]);
	const edits = Object.fromEntries(
		passport.fields
			.filter(({key, value}) => value !== '' && !contradicted.has(key))
			.map(({key, value}): [FieldKey, Edit] => [key, {from: '', to: value}]),
	);
	const typed: PassportRecord = {...unread, passport, review: {state: 'unreviewed', edits, confirmed: []}};
	return doubts(typed).length > 0 ? typed : {...typed, review: {...typed.review, state: 'edited', at}};
}
