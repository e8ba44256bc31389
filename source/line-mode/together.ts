import type {PassportRecord} from '../core/records/record.ts';
import {familiesByPath} from '../core/review/family-groups.ts';
import {type Conflict, commonIn, relations} from '../core/review/same-person.ts';
import {fieldNames} from '../session/review/conflict-text.ts';
import {type Language, messages} from '../text/index.ts';
import {fileNames} from './names.ts';

/** Pictures of one passport, of one person, of one family: said once, when all are read. */
export function togetherLines(language: Language, records: readonly PassportRecord[]): readonly string[] {
	const {plain} = messages(language);
	const families = new Set(familiesByPath(records).values());
	return [
		...relations(records).map(relation => {
			if (relation.kind === 'conflict') return conflictText(language, records, relation);
			return plain.together[relation.kind](fileNames(language, relation.paths));
		}),
		...[...families].map(({surname, paths}) => plain.family(surname, fileNames(language, paths))),
	];
}

/** Which pictures of a conflict among records differ, and in what. */
export function conflictText(
	language: Language,
	records: readonly PassportRecord[],
	{fields, paths}: Conflict,
): string {
	const differing = records.filter(({path}) => paths.includes(path));
	const names = fieldNames(fields, differing, language);
	return messages(language).plain.together.conflict(commonIn(fields), fileNames(language, paths), names);
}
