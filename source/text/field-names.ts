import type {DocumentShape} from '../core/passport/model/document.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';
import type {Messages} from './index.ts';
import {namesIn} from './names-in.ts';

/** Returns the names of the fields of documents of these kinds. */
export const fieldNamesOf = (
	{exported}: Messages,
	...shapes: readonly DocumentShape[]
): Readonly<Record<FieldKey, string>> => namesIn(exported, ...shapes);
