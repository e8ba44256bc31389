import type {DocumentShape} from '../core/passport/model/document.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';
import type {Messages} from './index.ts';
import {namesIn} from './names-in.ts';

/** A sentence, with the name of the field that it is about, where it is about one. */
export const aboutField = (
	messages: Messages,
	shape: DocumentShape,
	field: FieldKey | undefined,
	said: string,
): string => (field ? messages.commands.about(fieldNamesOf(messages, shape)[field], said) : said);

/** Returns the names of the fields of documents of these kinds. */
export const fieldNamesOf = (
	{exported}: Messages,
	...shapes: readonly DocumentShape[]
): Readonly<Record<FieldKey, string>> => namesIn(exported, ...shapes);
