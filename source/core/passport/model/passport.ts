import type {DocumentShape, EngineName} from './document.ts';
import type {FieldKey} from './fields.ts';
import type {DigitName} from './layouts.ts';

/**
 * How far a value is proven.
 *
 * - `verified`: arithmetic proves it (a check digit that can see the likely misreadings, or two independent zones agree).
 * - `supported`: read clearly, or agrees with another reading, but nothing printed proves it.
 * - `unverified`: nothing speaks for it.
 * - `refuted`: something speaks against it.
 */
export type Level = 'verified' | 'supported' | 'unverified' | 'refuted';

/** Why a value has its level. A code and its parameters; `text/` has the sentence in each language. */
export type Reason = {
	readonly code: ReasonCode;
	readonly params?: Readonly<Record<string, string | number>>;
};

export type ReasonCode =
	| 'check-digit'
	| 'check-digit-wrong'
	| 'check-digit-not-printed'
	| 'composite'
	| 'composite-wrong'
	| 'composite-unseen'
	| 'unseen'
	| 'read-clearly'
	| 'read-weakly'
	| 'two-zones-agree'
	| 'two-zones-differ'
	| 'not-in-print'
	| 'engines-agree'
	| 'engines-differ'
	| 'other-picture-differs'
	| 'number-pattern'
	| 'number-pattern-unusual'
	| 'blind-spot'
	| 'repaired'
	| 'several-repairs'
	| 'known-code'
	| 'unknown-code'
	| 'withdrawn-code'
	| 'impossible-date'
	| 'misread-date'
	| 'not-a-date'
	| 'ambiguous-date'
	| 'birth-after-today'
	| 'date-too-far'
	| 'partial-date'
	| 'missing'
	| 'too-long'
	| 'dates-out-of-order'
	| 'odd-issue-day'
	| 'unlabelled'
	| 'validity-unusual'
	| 'century'
	| 'expired'
	| 'expires-soon'
	| 'name-truncated'
	| 'name-no-separator'
	| 'name-digit'
	| 'not-in-a-name'
	| 'no-letter'
	| 'name-filler'
	| 'no-given-name'
	| 'no-surname'
	| 'sex-unspecified'
	| 'sex-not-readable'
	| 'homoglyph'
	| 'edited'
	| 'confirmed'
	| 'engine-word'
	| 'as-given'
	| 'issuer-agrees'
	| 'number-pattern-wrong'
	| 'repair-offered'
	| 'inner-filler'
	| 'long-number'
	| 'wrong-character'
	| 'not-look-alike'
	| 'other-line-possible'
	| 'specimen'
	| 'unofficial-code'
	| 'document-kind'
	| 'unknown-type'
	| 'other-document'
	| 'other-beside'
	| 'birth-unknown'
	| 'spelling-variant'
	| 'days-left'
	| 'expires-before'
	| 'schengen-validity'
	| 'schengen-age'
	| 'schengen-issue-unknown'
	| 'no-zone'
	| 'several-passports'
	| 'passport-unread'
	| 'line-missing'
	| 'lines-swapped'
	| 'wrong-length'
	| 'realigned'
	| 'capitals'
	| 'characters-replaced'
	| 'characters-removed'
	| 'text-ignored'
	| 'statement-differs'
	| 'personal-number'
	| 'printed-unread'
	| 'mirrored'
	| 'picture-small'
	| 'picture-blurred'
	| 'picture-glare'
	| 'picture-shadow'
	| 'picture-dark'
	| 'picture-grey'
	| 'picture-dots'
	| 'usual-validity'
	| 'same-as-other'
	| 'picture-cut'
	| 'picture-damaged'
	| 'changed-outside'
	| 'changed-picture'
	| 'picture-gone';

export type Evidence = {
	readonly level: Level;
	readonly reasons: readonly Reason[];
};

/** A field's value cannot be had without its evidence. */
export type FieldValue = {
	readonly key: FieldKey;
	/** As exported: dates ISO 8601 (`1974-08`, when a part is unknown), sex `M`, `F` or `X`, names with spaces. Empty when there is none. */
	readonly value: string;
	/** The characters of the MRZ it came from, fillers kept; of a field that only the page prints, the text as printed. */
	readonly raw: string;
	readonly evidence: Evidence;
	/** What was read before a repair, with proof, changed it. */
	readonly repairedFrom?: string;
	/** Other readings of the value, the likeliest first, each a possible value of the field. */
	readonly alternatives: readonly Alternative[];
	/** What the page above the MRZ prints of it. */
	readonly printed?: PrintedText;
};

/** A value as the page prints it. */
export type PrintedText = {
	/** As the engine read it: marks, other scripts and the shape of a date kept. */
	readonly text: string;
	/** Nats, of the weakest character, where the engine knows it. */
	readonly margin?: number;
	/** The service's key for it, where a service read it. */
	readonly source?: string;
};

export type Alternative = {
	readonly value: string;
	readonly source: EngineName | 'mrz' | 'repair' | 'printed';
	/** Check digits that were read with it where they are others than those of the lines. */
	readonly digits?: Readonly<Partial<Record<DigitName, string>>>;
};

/** Something the person must know. `blocks` keeps a result from being clean. */
export type Issue = {
	readonly code: ReasonCode;
	readonly field?: FieldKey;
	readonly params?: Readonly<Record<string, string | number>>;
	readonly blocks: boolean;
};

/**
 * - `clean`: every value that decides is proven and nothing blocks.
 * - `check`: a person must look.
 * - `refused`: no passport that could be shown.
 */
export type Status = 'clean' | 'check' | 'refused';

export type Passport = {
	readonly shape: DocumentShape;
	readonly lines: readonly string[];
	readonly fields: readonly FieldValue[];
	readonly issues: readonly Issue[];
	readonly status: Status;
	readonly engine: EngineName;
};

export type CalendarDay = {readonly year: number; readonly month: number; readonly day: number};
