// zod/mini: the whole of zod costs a tenth of a second at every start.
import * as z from 'zod/mini';
import {type FieldKey, fields} from '../passport/model/fields.ts';
import {ownMember} from '../records/json/schema.ts';
import {runningProcess} from '../running-process.ts';

/** Of the journal; one with another number was written by another version of this program and is left alone. */
export const journalVersion = 1;

const {status, lines, evidence, issues, review} = ownMember.shape;
const fieldKey = z.enum(fields.map(({key}) => key) as [FieldKey, ...FieldKey[]]);
const paths = z.array(z.string());
const cursor = z.object({path: z.optional(z.string()), field: fieldKey});

/** What a decision made of a record, or what was there before: only the values that it changed, and the review. */
const half = z.object({
	review,
	passport: z.optional(z.object({status, lines, issues, evidence})),
});

const step = z.object({
	type: z.literal('step'),
	decision: z.enum(['confirmField', 'editField', 'takeAlternative', 'accept', 'reject', 'skip', 'acceptAllClean']),
	/** `read`: when the record was read; one that was read again is another record. */
	changes: z.array(z.object({path: z.string(), read: z.string(), before: half, after: half})),
	/** Pictures put off by it, and taken up again. */
	skipped: z.optional(z.object({add: paths, drop: paths})),
	from: cursor,
	to: cursor,
});

const screen = z.enum(['reading', 'review']);

/** The lines of an MRZ while they are typed: which of them, and the place in it. A later version may have others. */
const typing = z.object({lines: z.array(z.string()), at: z.number(), cursor: z.number()});

const day = z.object({year: z.number(), month: z.number(), day: z.number()});

const trip = z.object({
	on: day,
	validFor: z.optional(z.object({months: z.number(), days: z.number()})),
	schengen: z.optional(z.object({departure: day})),
});

/** The first line of a journal. */
export const headerSchema = z.object({
	type: z.literal('batch'),
	version: z.literal(journalVersion),
	at: z.string(),
	/** The recognition engine; a later version may know others. */
	engine: z.string(),
	/** The files and folders that were chosen. */
	roots: paths,
	/** The process that writes it; an earlier version did not say. */
	by: z.optional(runningProcess),
});

/** What happened, one line each, in order. */
export const entrySchema = z.discriminatedUnion('type', [
	/** Read, or found: the pictures in the order in which they came to be checked. */
	z.object({type: z.literal('records'), records: z.array(z.object({path: z.string(), sha256: z.string()}))}),
	step,
	z.object({type: z.enum(['undo', 'redo'])}),
	/** The history is emptied: a passport that was read again is not undone into its old reading. */
	z.object({type: z.literal('anew')}),
	/** `draft`: the text of the field while it was edited. */
	z.object({
		type: z.literal('at'),
		screen,
		...cursor.shape,
		draft: z.optional(z.string()),
		typing: z.optional(typing),
	}),
	/** What the passports must be valid for from now on; nothing but the day, without a trip. */
	z.object({type: z.literal('trip'), trip: z.optional(trip)}),
	/** Came into a watched folder. */
	z.object({type: z.literal('arrived'), paths}),
	z.object({type: z.literal('leftOut'), paths, out: z.boolean()}),
	/** Every picture of the batch has been read or has failed; or there is one again that has not. */
	z.object({type: z.literal('done'), done: z.boolean()}),
]);

export type Header = z.infer<typeof headerSchema>;
export type JournalEntry = z.infer<typeof entrySchema>;
export type StepEntry = z.infer<typeof step>;
export type Half = z.infer<typeof half>;
export type EntryCursor = z.infer<typeof cursor>;
export type TypedDraft = z.infer<typeof typing>;
export type JournalScreen = z.infer<typeof screen>;
