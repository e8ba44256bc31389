import type {actions} from './en/actions.ts';

/** Answers of the session as lines that are more than an empty line or what is asked for. */
export type Answer =
	| 'yes'
	| 'no'
	| 'here'
	| 'chosen'
	| 'everyColumn'
	| 'columns'
	| 'both'
	| 'newName'
	| 'documents'
	| 'write'
	| Command
	| 'stop'
	| 'help';

/** Answers that a question names among its own. */
export type Command =
	| 'letters'
	| 'accept'
	| 'reject'
	| 'skip'
	| 'correct'
	| 'fillIn'
	| 'undo'
	| 'trip'
	| 'details'
	| 'numbers'
	| 'list'
	| 'order';

/** Returns how an answer is typed. */
export type AnswerName = (answer: Answer) => string;

/** Returns how the key of an action is written in a sentence; each face has its own table of keys. */
export type KeyName = (id: keyof typeof actions) => string;
