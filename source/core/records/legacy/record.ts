import {cleanValues} from '../../clean-text.ts';
import {legacyEngine} from '../../engines/registry.ts';
import {judge} from '../../passport/judge/judge.ts';
import type {CalendarDay} from '../../passport/model/passport.ts';
import {serviceAnswer, serviceReading} from '../../passport/printed/service-reading.ts';
import type {PassportRecord, PictureIdentity} from '../record.ts';
import {fromLegacyTime, isoTime} from '../time.ts';
import {foreignMembers, type LegacyMembers} from './keys.ts';

/**
 * The `engineVersion` of a record that the original skill wrote: it kept no hash, so the picture is known by name only.
 * It stays when the record is written again.
 */
export const legacyVersion = 'original-skill';

/** What a file of the original skill holds of the service's answer. */
export const originalAnswer = (members: LegacyMembers): LegacyMembers =>
	Object.fromEntries(Object.entries(members).filter(([, text]) => text !== ''));

/**
 * A result of the original skill as a record. Its members are an answer of the service, and are judged like one that
 * this program got: lines against printed values. What no judged field covers stays as it is.
 */
export function legacyRecord(
	{path, sha256}: PictureIdentity,
	members: LegacyMembers,
	recognizedAt: string,
	today: CalendarDay,
): PassportRecord {
	const passport = judge(serviceReading(legacyEngine, serviceAnswer(Object.entries(members))), {today});
	const record: PassportRecord = {
		path,
		sha256,
		engine: legacyEngine,
		engineVersion: legacyVersion,
		recognizedAt: fromLegacyTime(recognizedAt) ?? isoTime(new Date(0)),
		passport,
		review: {state: 'unreviewed', edits: {}, confirmed: []},
		answer: originalAnswer(cleanValues(members) as LegacyMembers),
	};
	const foreign = foreignMembers(members, record);
	return Object.keys(foreign).length === 0 ? record : {...record, foreign};
}
