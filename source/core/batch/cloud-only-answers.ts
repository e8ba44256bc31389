import {traitsOf} from '../engines/choice.ts';
import type {KeptAnswer} from '../engines/engine.ts';
import {pictureAddress} from '../picture-address.ts';
import type {Outcome} from '../records/record.ts';
import {isTouched} from '../records/reuse.ts';

/**
 * What the cloud answered about pictures that no engine of this computer was compared with. To compare them costs
 * nothing. Never those that a person has worked on.
 *
 * @param engine Whose kept answers are wanted.
 */
export function cloudOnlyAnswers(outcomes: readonly Outcome[], engine: string): readonly KeptAnswer[] {
	return outcomes.flatMap(outcome => {
		if (outcome.kind === 'failed') return [];
		const {record} = outcome;
		const isOfIt = record.engine === engine && traitsOf(engine).keepsAnswer;
		if (!isOfIt || isCompared(record.engineVersion) || !record.answer || isTouched(record)) return [];
		const several = record.passport.issues.find(({code}) => code === 'several-passports');
		return [
			{
				sha256: record.sha256,
				page: pictureAddress(record.path).page,
				answer: record.answer,
				passports: Number(several?.params?.count ?? 1),
			},
		];
	});
}

/** Whether two engines have read it. */
const isCompared = (version: string): boolean => version.includes('+');
