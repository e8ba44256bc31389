import type {FieldKey} from '../../core/passport/model/fields.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {fieldNamesOf} from '../../text/field-names.ts';
import {type Language, messages} from '../../text/index.ts';

/** The names of the fields in which documents differ. */
export function fieldNames(
	fields: readonly FieldKey[],
	records: readonly PassportRecord[],
	language: Language,
): string {
	const all = messages(language);
	const names = fieldNamesOf(all, ...records.map(({passport}) => passport.shape));
	return fields.map(key => names[key]).join(all.plain.comma);
}
