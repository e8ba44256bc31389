import type {FieldKey} from '../passport/model/fields.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import type {TypedLines} from '../passport/typed-mrz.ts';
import type {PassportRecord, PictureNow} from '../records/record.ts';

/**
 * Checking as a value: the passports, where the person is, and what can be undone. Positions are stable: records are
 * added at the end or replaced in place, and only leaving a picture out removes one.
 */
export type ReviewState = {
	readonly records: readonly PassportRecord[];
	/** The open passport; -1 while there is none. */
	readonly current: number;
	/** The field under the cursor. */
	readonly field: FieldKey;
	/** Paths put off until later, in this session only. */
	readonly skipped: ReadonlySet<string>;
	/** What can be undone, the latest last; and redone, the next one last. */
	readonly past: readonly Step[];
	readonly future: readonly Step[];
	/** What the last event did, for the status line; undefined when it only moved. */
	readonly news: ReviewNews | undefined;
	readonly today: CalendarDay;
};

/**
 * The picture of a record; `now` is undefined while it is the one that was read. `undecided`: so the passport was when it
 * was looked at.
 */
export type PictureFound = Pick<PassportRecord, 'path' | 'sha256'> & {
	readonly now: PictureNow | undefined;
	readonly undecided: boolean;
};

export type Cursor = Pick<ReviewState, 'current' | 'field'>;

export type Decision =
	| 'confirmField'
	| 'editField'
	| 'takeAlternative'
	| 'accept'
	| 'reject'
	| 'skip'
	| 'acceptAllClean';

/** One thing the person did. Undo puts back `before` and `from`, redo `after` and `to`. */
export type Step = {
	readonly decision: Decision;
	readonly changes: readonly {readonly before: PassportRecord; readonly after: PassportRecord}[];
	readonly skipped?: {readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string>};
	readonly from: Cursor;
	readonly to: Cursor;
};

export type ReviewNews =
	/** `doubts`: fields that still wanted a look when the passport was accepted over them. */
	| {readonly kind: 'accepted'; readonly path: string; readonly doubts: readonly FieldKey[]}
	| {readonly kind: 'rejected' | 'skipped'; readonly path: string}
	| {readonly kind: 'acceptedAll'; readonly count: number}
	| {readonly kind: 'undone' | 'redone'; readonly decision: Decision; readonly paths: readonly string[]}
	/** Not carried out: something printed speaks against these fields. The same decision again is. */
	| {
			readonly kind: 'refuted';
			readonly decision: 'confirmField' | 'accept';
			readonly path: string;
			readonly fields: readonly FieldKey[];
	  }
	/** Another reading took the place of a value, and nothing else was decided with it. */
	| {readonly kind: 'taken'; readonly path: string; readonly field: FieldKey; readonly value: string}
	| {
			readonly kind: 'nothing';
			readonly why: 'to-undo' | 'to-redo' | 'to-take' | 'to-change' | 'unread' | 'clean' | 'left';
	  };

/** `at`: when the person did it, ISO 8601 with zone. */
export type ReviewEvent =
	/**
	 * The field under the cursor is right: on to the next doubt; after the last one the passport is accepted. A refuted
	 * value takes a second one, and so does `accept` over any.
	 */
	| {readonly type: 'confirmField'; readonly at: string}
	/** Afterwards as `confirmField` (`next`, the default), to the field below (`below`), or nowhere (`stay`). */
	| {readonly type: 'editField'; readonly value: string; readonly at: string; readonly go?: 'next' | 'below' | 'stay'}
	/** Both lines of a picture that was not read, whole: afterwards as `confirmField`. */
	| {readonly type: 'typeLines'; readonly lines: TypedLines; readonly at: string}
	/** Another reading of the field under the cursor, from 0: then on as `confirmField`, unless it is contradicted too. */
	| {readonly type: 'takeAlternative'; readonly index: number; readonly at: string}
	| {readonly type: 'accept' | 'reject'; readonly at: string}
	/** `only`: paths of those that the person was asked about; others came since. */
	| {readonly type: 'acceptAllClean'; readonly at: string; readonly only?: ReadonlySet<string>}
	| {readonly type: 'skip' | 'undo' | 'redo'}
	/** Fields up or down. */
	| {readonly type: 'moveField'; readonly by: number}
	/** Passports back or on, up to the ends; with `onlyDoubtful` those that need a look, round in a circle. */
	| {readonly type: 'movePassport'; readonly by: number; readonly onlyDoubtful?: boolean}
	/** To the next or previous doubt without confirming, over to other passports at the ends of this one. */
	| {readonly type: 'nextDoubt'; readonly by: 1 | -1}
	/** A passport by its path, as a list or a search names it. */
	| {readonly type: 'openPassport'; readonly path: string}
	/** Checking is taken up: to the first passport that needs a look, unless one is open. */
	| {readonly type: 'enter'}
	/** Read meanwhile, or read again: then nothing changes where a person has done something to the same content. */
	| {readonly type: 'addRecord'; readonly record: PassportRecord}
	/** Pictures that are left out of the batch: they are neither checked nor written. */
	| {readonly type: 'leaveOut'; readonly paths: ReadonlySet<string>}
	/** Another process kept more of a passport than is known here, which is `before`. */
	| {readonly type: 'takeKept'; readonly before: PassportRecord; readonly record: PassportRecord}
	/** What became of these pictures, as they are in their places now. */
	| {readonly type: 'takePictures'; readonly found: readonly PictureFound[]};

export const emptyReview = (today: CalendarDay): ReviewState => ({
	records: [],
	current: -1,
	field: 'passport_number',
	skipped: new Set(),
	past: [],
	future: [],
	news: undefined,
	today,
});
