import type {Upload} from '../../core/batch/upload.ts';
import type {ColumnGroup} from '../../core/export/groups.ts';
import type {PictureFlaw} from '../../core/records/picture-flaws.ts';
import type {ResumedBatch} from '../effect.ts';
import type {WriteQuestion} from '../export/state.ts';
import type {UnsavedCounts} from '../reading/state.ts';
import type {Told} from '../review/tally-view.ts';

/** A question that went without an answer. */
export type Withdrawn = {readonly kind: Question['kind']};

/** A question in the status line; until it is answered only its own keys do something. */
export type Question =
	/**
	 * `paths`: of those that are proven as it is asked; what is read meanwhile is not accepted with them. `looking`: their
	 * pictures are looked at; a yes may come before.
	 */
	| {readonly kind: 'acceptClean'; readonly paths: ReadonlySet<string>; readonly looking?: true}
	/** `paths`: of the pictures that are listed as it is asked; a folder is still searched. */
	| {readonly kind: 'readAll'; readonly paths: readonly string[]}
	| {readonly kind: 'newBatch'; readonly paths: readonly string[]}
	/** `count`: of pages in so many files; undefined while they are being counted. `pictures`: what a yes allows to be sent. */
	| {
			readonly kind: 'upload';
			readonly paths: readonly string[];
			readonly pictures?: readonly string[];
			readonly count: number | undefined;
			readonly files?: number | undefined;
	  }
	/** Key columns would be missing in a list that is written at once, as they were in the last one; `missing`: all columns. */
	| ({readonly kind: 'columns'; readonly missing: readonly ColumnGroup[]} & WriteQuestion)
	/** Not all that were read would have a row: the number of rows of all, and of those that are chosen. */
	| ({
			readonly kind: 'rest';
			readonly told: Partial<Told>;
			readonly all: number;
			readonly chosen: number;
	  } & WriteQuestion)
	/**
	 * Passports that would have several rows: the number of rows without, and of pictures left out then. `differing`:
	 * rows that are written in either case, although they should be of one passport.
	 */
	| ({
			readonly kind: 'twice';
			readonly rows: number;
			readonly left: number;
			/** File name of the first of them. */
			readonly first: string;
			readonly differing: number;
	  } & WriteQuestion)
	/** No picture repeats a passport, but rows that should be of one passport differ. */
	| ({readonly kind: 'conflict'; readonly rows: number; readonly differing: number} & WriteQuestion)
	/** This session has written the list before, as the file of this name. */
	| ({readonly kind: 'again'; readonly file: string} & WriteQuestion)
	/** Pictures that come into a watched folder are sent without another question. */
	| {readonly kind: 'watchSends'}
	/** The rest of a batch that was left. */
	| {
			readonly kind: 'uploadRest';
			readonly paths: readonly string[];
			readonly pictures?: readonly string[];
			readonly resumed: ResumedBatch;
			readonly count: number | undefined;
			readonly files?: number | undefined;
	  }
	/** Pictures that this computer has read, to be sent to the second engine as well; `flaws`: why some are hard to read. */
	| {
			readonly kind: 'second';
			readonly upload: Upload;
			readonly flaws: readonly PictureFlaw[];
	  }
	/** The service failed several times in a row. `count`: of pictures that wait; `charged`: some failures may have been. */
	| {readonly kind: 'goOnSending'; readonly count: number; readonly charged: boolean}
	/** What was typed can be two dates; `go`: where the cursor goes when one is saved. */
	| {
			readonly kind: 'whichDate';
			readonly typed: string;
			readonly readings: readonly string[];
			readonly go: 'next' | 'below';
	  }
	| {readonly kind: 'testAccount'}
	| {readonly kind: 'quit'; readonly count: number}
	/** Nothing is asked any more: the session ends when the answers have come that may have been charged. */
	| {readonly kind: 'leaving'; readonly owed: number}
	/** What is not next to its pictures. */
	| ({readonly kind: 'quitUnsaved'} & UnsavedCounts);
