import type {PassportRecord} from '../../core/records/record.ts';
import {familiesByPath} from '../../core/review/families.ts';
import {relations} from '../../core/review/people.ts';
import {type Language, messages} from '../../text/index.ts';
import {namesOf} from './names.ts';

/** Pictures of one passport, of one person, of one family: told once, when all are read. */
export function togetherLines(language: Language, records: readonly PassportRecord[]): readonly string[] {
	const {plain} = messages(language);
	const families = new Set(familiesByPath(records).values());
	return [
		...relations(records).map(({kind, paths}) => plain.together[kind](namesOf(language, paths))),
		...[...families].map(({surname, paths}) => plain.family(surname, namesOf(language, paths))),
	];
}
