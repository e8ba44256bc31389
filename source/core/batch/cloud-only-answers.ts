import type {ChosenCard} from '../engines/xiangyun/card.ts';
import {serviceMembers} from '../passport/printed/service-reading.ts';
import type {Outcome} from '../records/record.ts';
import {isTouched} from '../records/reuse.ts';

/**
 * What the cloud answered about pictures that no engine of ours was compared with, by the content of the pictures. To
 * compare them costs nothing. Never those that a person has worked on.
 */
export function cloudOnlyAnswers(outcomes: readonly Outcome[]): ReadonlyMap<string, ChosenCard> {
	return new Map(
		outcomes.flatMap(outcome => {
			if (outcome.kind === 'failed') return [];
			const {record} = outcome;
			const compared = record.engineVersion.includes('+');
			if (record.engine !== 'xiangyun' || compared || !record.answer || isTouched(record)) return [];
			const several = record.passport.issues.find(({code}) => code === 'several-passports');
			const members = serviceMembers(Object.entries(record.answer));
			return [[record.sha256, {members, passports: Number(several?.params?.count ?? 1)}] as const];
		}),
	);
}
