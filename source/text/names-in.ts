import type {DocumentShape} from '../core/passport/model/document.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';

type Names = {
	readonly fields: Readonly<Record<FieldKey, string>>;
	/** What is called otherwise on cards and visas. */
	readonly fieldsOfOthers: Readonly<Partial<Record<FieldKey, string>>>;
};

/** Returns the names of the fields of documents: of a card or a visa, and of several kinds, it is no passport number. */
export const namesIn = (
	{fields, fieldsOfOthers}: Names,
	...shapes: readonly DocumentShape[]
): Readonly<Record<FieldKey, string>> =>
	shapes.every(shape => shape === 'TD3') ? fields : {...fields, ...fieldsOfOthers};
