import type {Validity} from '../passport/judge/validity.ts';
import type {DocumentClass} from '../passport/model/document.ts';
import type {FieldKey} from '../passport/model/fields.ts';
import type {Issue, Passport} from '../passport/model/passport.ts';
import type {ReviewDecision} from '../records/record.ts';
import type {Refusal} from './airline/docs-passenger.ts';
import type {TemplateMisfit} from './template/filters.ts';

/** Columns that are no fields of a passport, by their keys. */
export type OtherColumn =
	| 'no'
	| 'source_image'
	| 'status'
	| 'review'
	| 'surname_printed'
	| 'given_name_printed'
	| 'age'
	| 'validity'
	| 'days_left'
	| 'mrz_line1'
	| 'mrz_line2'
	| 'mrz_line3'
	| 'document'
	| 'issues'
	| 'reviewed_at'
	| 'full_name'
	| 'issued'
	| 'remarks';

/** The words of a list, in the language of the person. */
export type ExportWords = {
	/** Heads of columns. */
	readonly fields: Readonly<Record<FieldKey, string>>;
	/** What is called otherwise on cards and visas, and in lists with some. */
	readonly fieldsOfOthers: Readonly<Partial<Record<FieldKey, string>>>;
	readonly columns: Readonly<Record<OtherColumn, string>>;
	/** Heads of columns in lists that earlier versions wrote. */
	readonly earlierHeads: Readonly<Record<string, FieldKey | OtherColumn>>;
	readonly status: Readonly<Record<Passport['status'], string>>;
	/**
	 * `begun`: some values were looked at, but the passport is not decided. `typed`: of these some were changed; the word
	 * begins as that of `edited`, by which a workbook knows rows with values that a person typed.
	 */
	readonly review: Readonly<Record<ReviewDecision | 'begun' | 'typed', string>>;
	readonly validity: Readonly<Record<Validity, string>>;
	readonly documents: Readonly<Record<DocumentClass, string>>;
	readonly sheets: Readonly<Record<'passports' | 'issues' | 'notRead' | 'summary', string>>;
	/** Heads of the sheet of issues: number, file, field, issue. */
	readonly issueHead: readonly [string, string, string, string];
	/** Heads of the sheet of pictures without a passport: file, reason, what to do. */
	readonly notReadHead: readonly [string, string, string];
	/** Heads of the summary: what is counted, its value, how many rows. */
	readonly summaryHead: readonly [string, string, string];
	/** Heads of the columns with pictures, and why one is missing. */
	readonly photoHeads: Readonly<Record<'page' | 'portrait', string>>;
	readonly photoProblems: Readonly<Record<'gone' | 'changed' | 'no-place' | 'too-many', string>>;
	/** Why a passport has no line for an airline. */
	readonly refusal: (refusal: Refusal) => string;
	/** Why a passport has no row in the form of a template; `path` is its file. */
	readonly misfit: (misfit: TemplateMisfit, path: string) => string;
	readonly describe: (issue: Issue) => string;
	/** A field, and what is said about it. */
	readonly about: (field: string, said: string) => string;
	/** The name of a state by its code. */
	readonly country: (code: string) => string;
	/** Between the parts of a line. */
	readonly semicolon: string;
	/** Sentences one after the other; what is none, such as an unknown code, ends with a semicolon. */
	readonly sentences: (said: readonly string[]) => string;
};

/** The words for what is not a passport alone. */
export const wordsOfOthers = (words: ExportWords): ExportWords => ({
	...words,
	fields: {...words.fields, ...words.fieldsOfOthers},
});
