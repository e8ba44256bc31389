import type {Decision} from '../../core/review/state.ts';
import {plural} from './counting.ts';

/** What was undone or redone: a decision, or a choice of pictures. `count`: of passports. */
export type Step = {readonly step: Decision | 'choice'; readonly name: string; readonly count: number};

export const stepWords = ({step, name, count}: Step): string =>
	({
		confirmField: `a field of ${name} that was found right`,
		editField: `a value typed for ${name}`,
		takeAlternative: `another reading taken for ${name}`,
		accept: `accepting ${name}`,
		reject: `rejecting ${name}`,
		skip: `skipping ${name}`,
		acceptAllClean: `accepting ${plural(count, 'proven passport', 'proven passports')}`,
		choice: 'the last change of what is chosen',
	})[step];
