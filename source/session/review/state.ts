import type {ErrorCode} from '../../core/errors.ts';
import type {FieldKey} from '../../core/passport/model/fields.ts';
import type {Messages} from '../../text/index.ts';
import type {TextEdit} from '../typing/text-edit.ts';

/** What is left once nothing is to be checked. `onlyInList`: of some that were not read, nothing can be typed by hand. */
export type LeftToDo = Parameters<Messages['app']['review']['leftToDo']>[0];

/** The two lines of a picture that was not read, while a person types them. */
export type TypingMrz = {
	readonly lines: readonly [TextEdit, TextEdit];
	readonly at: 0 | 1;
	/** What is wrong was said: the same key again keeps it. */
	readonly asked: boolean;
};

/** A field that is being edited in place. */
export type Editing = {
	readonly key: FieldKey;
	readonly edit: TextEdit;
	/** What was contradicted when it was to be saved: the next press saves it. */
	readonly warned?: string;
};

/** Nothing but the field is enlarged. */
export const usualView = {zoom: 'field', scale: 1, pan: {x: 0, y: 0}} as const;

/** The pictures beside the fields. */
export type ViewingState = {
	/** This face can show them. */
	readonly pictures: boolean;
	/** What is enlarged: the field in its strip; or its letters, the lines, or the whole picture, in place of the other fields. */
	readonly zoom: 'field' | 'letters' | 'mrz' | 'page';
	/** How many times the page is enlarged. */
	readonly scale: 1 | 2 | 4;
	/** How far from what is current: in letters, or in half screens of the page. */
	readonly pan: {readonly x: number; readonly y: number};
	/** Why pictures cannot be shown, by path; `CHANGED`: it is another one than was read. */
	readonly problems: ReadonlyMap<string, ErrorCode | 'CHANGED'>;
};
