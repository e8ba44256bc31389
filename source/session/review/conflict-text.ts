import type {FieldKey} from '../../core/passport/model/fields.ts';
import {type Language, messages} from '../../text/index.ts';

/** The names of the fields that differ. */
export function fieldNames(fields: readonly FieldKey[], language: Language): string {
	const {app, plain} = messages(language);
	return fields.map(key => app.fields[key]).join(plain.comma);
}
