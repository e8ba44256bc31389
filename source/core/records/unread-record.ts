import {mrzFields} from '../passport/model/fields.ts';
import type {Passport} from '../passport/model/passport.ts';
import type {EngineFailure, FailedPicture, Outcome, PassportRecord} from './record.ts';

/** No value at all: what a person may type has its places. */
const emptyPassport: Passport = {
	shape: 'TD3',
	lines: [],
	fields: mrzFields.map(key => ({
		key,
		value: '',
		raw: '',
		evidence: {level: 'unverified', reasons: [{code: 'missing'}]},
		alternatives: [],
	})),
	issues: [{code: 'no-zone', blocks: true}],
	status: 'refused',
	engine: 'person',
};

/** A picture that no engine could read, among the passports that a person checks: to be typed, or left. Never exported. */
export const unreadRecord = ({path, sha256, failures}: FailedPicture): PassportRecord => ({
	path,
	sha256,
	engine: 'person',
	engineVersion: '1',
	recognizedAt: failures.at(-1)?.failedAt ?? '',
	passport: emptyPassport,
	review: {state: 'unreviewed', edits: {}, confirmed: []},
	failures,
});

/** Whether a record has no value yet. An engine's reading without one is a failure, and never a record. */
export const isUnread = ({passport}: PassportRecord): boolean => passport.status === 'refused';

/**
 * A picture that failed, for a person to type; undefined where its content is not known.
 *
 * @param by Which engine failed, for a failure that is not kept.
 */
export function unreadFrom(
	{failure: {path, code, details}, sha256, failures = []}: Extract<Outcome, {kind: 'failed'}>,
	by: Pick<EngineFailure, 'engine' | 'engineVersion' | 'failedAt'>,
): PassportRecord | undefined {
	if (sha256 === undefined) return undefined;
	const isKept = failures.some(one => one.code === code);
	return unreadRecord({path, sha256, failures: isKept ? failures : [...failures, {...by, code, details}]});
}
