import type {DocumentShape} from '../core/passport/model/document.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';
import type {Messages} from './index.ts';

/** Returns the names of the fields of a document: cards and visas have no passport number. */
export const fieldNamesOf = (
	{exported: {fields, fieldsOfOthers}}: Messages,
	shape: DocumentShape,
): Readonly<Record<FieldKey, string>> => (shape === 'TD3' ? fields : {...fields, ...fieldsOfOthers});
