import type {PassportRecord} from '../core/records/record.ts';
import {familiesByPath} from '../core/review/family-groups.ts';
import {commonIn, relations} from '../core/review/same-person.ts';
import {fieldNames} from '../session/review/conflict-text.ts';
import {type Language, messages} from '../text/index.ts';
import {fileNames} from './names.ts';

/** Pictures of one passport, of one person, of one family: said once, when all are read. */
export function togetherLines(language: Language, records: readonly PassportRecord[]): readonly string[] {
	const {plain} = messages(language);
	const families = new Set(familiesByPath(records).values());
	return [
		...relations(records).map(relation => {
			const names = fileNames(language, relation.paths);
			if (relation.kind !== 'conflict') return plain.together[relation.kind](names);
			const {fields, paths} = relation;
			const differing = records.filter(({path}) => paths.includes(path));
			return plain.together.conflict(commonIn(fields), names, fieldNames(fields, differing, language));
		}),
		...[...families].map(({surname, paths}) => plain.family(surname, fileNames(language, paths))),
	];
}
