import type {ChosenCard} from '../engines/xiangyun/card.ts';
import {recordMembers} from '../records/flat.ts';
import {isTouched} from '../records/keeps.ts';
import {originalVersion} from '../records/original.ts';
import type {Outcome, PassportRecord} from '../records/record.ts';

/**
 * What the cloud answered about pictures that no engine of ours was compared with, by the content of the pictures. To
 * compare them costs nothing. Never those that a person has worked on.
 */
export function paidAlone(outcomes: readonly Outcome[]): ReadonlyMap<string, ChosenCard> {
	return new Map(
		outcomes.flatMap(outcome => {
			if (outcome.kind === 'failed') return [];
			const {record} = outcome;
			const members = answerOf(record);
			const compared = record.engineVersion.includes('+');
			if (record.engine !== 'xiangyun' || compared || !members || isTouched(record)) return [];
			const several = record.passport.issues.find(({code}) => code === 'several-passports');
			return [[record.sha256, {members, passports: Number(several?.params?.count ?? 1)}] as const];
		}),
	);
}

/** The original skill kept nothing but the answer. */
const answerOf = (record: PassportRecord): ChosenCard['members'] | undefined =>
	record.answer ?? (record.engineVersion === originalVersion ? recordMembers(record) : undefined);
