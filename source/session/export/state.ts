import type {CountryLetters} from '../../core/export/airline/docs-passenger.ts';
import type {Appended} from '../../core/export/append/append.ts';
import type {DateStyle} from '../../core/export/dates.ts';
import type {RefusedRow} from '../../core/export/format.ts';
import type {ExportFormat} from '../../core/export/formats.ts';
import type {ColumnGroup} from '../../core/export/groups.ts';
import type {FilledTemplate} from '../../core/export/template/parse-template.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import type {Tally} from '../../core/review/tally.ts';
import type {LastExport, StoredColumns, StoredForms, StoredStyle} from '../../core/settings/stored.ts';
import type {Messages} from '../../text/index.ts';
import type {Problem} from '../problem.ts';
import type {Told} from '../review/tally-view.ts';
import type {TextEdit} from '../typing/text-edit.ts';
import type {StylePart} from './column-choice.ts';
import type {Unusual} from './unusual.ts';

/** From where a list is written: `quick` from review, which stays on the screen. */
export type Writing = 'quick' | 'dialog';

/** What the person has answered on the way to the file; what is missing is asked where there is something to ask. */
export type WriteAnswers = {
	/** Key columns may be missing. */
	readonly columns?: 'as-chosen';
	/** All that were read, or only those of the kinds that are chosen. */
	readonly rest?: 'all' | 'chosen';
	/** Of several pictures of one passport. */
	readonly twice?: 'once' | 'every';
	/** The list that was written before is replaced, or stays beside the new one. */
	readonly again?: 'replace' | 'newName';
	/** Those that had been read when the first question was asked: what is read meanwhile was not agreed to. */
	readonly of?: ReadonlySet<string>;
};

export type WriteQuestion = {readonly writing: Writing; readonly answers: WriteAnswers};

export type RowKind = keyof Messages['app']['export']['rowKinds'];

/** A line of the export screen. */
export type ExportFocus =
	| 'format'
	| 'form'
	| 'file'
	| 'ifExists'
	| 'rows'
	| 'set'
	| 'columns'
	| 'dates'
	| 'style'
	| 'letters'
	| 'singleName';

/** `append` adds the passports that are missing in the list that is there. */
export type IfExists = 'newName' | 'replace' | 'append';

/** A column in the screen where columns are chosen, ordered and named. */
export type EditedColumn = {readonly key: string; readonly head?: string | undefined; readonly chosen: boolean};

/** Columns as they are being chosen: those that are written come first, in the order of the file. */
export type ColumnEditor = {
	readonly columns: readonly EditedColumn[];
	readonly cursor: number;
	/** A head, or the name of the set, while it is typed. */
	readonly typing?: {readonly what: 'head' | 'name'; readonly edit: TextEdit} | undefined;
	/** The saved set that was deleted here: saving proposes its name and keeps its style. */
	readonly deleted?: {readonly name: string; readonly set: StoredColumns} | undefined;
	/** The columns as they were opened. */
	readonly opened: readonly EditedColumn[];
};

/** Columns of a set that were changed, and left without saving them. */
export type LeftColumns = {readonly set: string; readonly columns: readonly EditedColumn[]};

/** The form of the format `template`. */
export type FormChoice = {
	/** One that comes with the program, or a file. */
	readonly name: string;
	/** What was given for each form, by the names of forms and values. */
	readonly values: StoredForms;
	readonly loaded: LoadedForm | undefined;
	/** Why it cannot be read, or one of its tables. */
	readonly problem: Problem | undefined;
	/** In the screen where it is filled in: 0 is the line of the file, the values that it asks for follow. */
	readonly cursor: number;
	/** What is typed there, and what continues a path. */
	readonly typing: {readonly edit: TextEdit; readonly matches: readonly string[]} | undefined;
};

export type LoadedForm = Omit<FilledTemplate, 'values'>;

/** What is where the file is to be written; null when nothing does, undefined until that is known. */
export type FileThere = {readonly path: string; readonly size: number; readonly modified: number} | null;

export type ExportChoices = Pick<
	ExportState,
	| 'format'
	| 'form'
	| 'folder'
	| 'file'
	| 'ifExists'
	| 'rows'
	| 'set'
	| 'columns'
	| 'dates'
	| 'style'
	| 'letters'
	| 'singleName'
>;

/** What is chosen of a list in one go. */
export type ListChoices = Partial<Pick<ExportState, 'set' | 'dates' | 'style' | 'ifExists' | 'letters'>> & {
	readonly save?: {readonly name: string; readonly columns: StoredColumns['columns']} | undefined;
	/** The name of a saved set. */
	readonly remove?: string | undefined;
};

export type SentList = {
	readonly records: readonly PassportRecord[];
	readonly rows: Tally;
	readonly left: Told;
	readonly groups: readonly ColumnGroup[];
	readonly settings: LastExport & {readonly format: ExportFormat};
	readonly unusual: Unusual;
};

/** `refused`: passports that the format does not take. */
export type WrittenFile = {
	readonly path: string;
	readonly rows: number;
	readonly refused?: readonly RefusedRow[];
	/** Paths of passports whose pictures have changed since they were read. */
	readonly changed?: readonly string[];
	/** Paths of further pictures of a passport, which a list that is added to does not get twice. */
	readonly repeats?: readonly string[];
	/** When, in milliseconds, as the file has it. */
	readonly modified?: number | undefined;
	/** What the list said already, where rows were added to it. */
	readonly appended?: Omit<Appended, 'path' | 'added'> | undefined;
};

export type ExportState = {
	readonly focus: ExportFocus;
	readonly format: ExportFormat;
	readonly form: FormChoice;
	/** Undefined until the person chose one: then beside the pictures. */
	readonly folder: string | undefined;
	readonly file: TextEdit;
	readonly ifExists: IfExists;
	readonly rows: Readonly<Record<RowKind, boolean>>;
	/** A preset of columns, or a set that was saved by name. */
	readonly set: string;
	/** Sets that were saved by name. */
	readonly savedSets: Readonly<Record<string, StoredColumns>>;
	/** Of the default columns those that are written. */
	readonly columns: Readonly<Record<ColumnGroup, boolean>>;
	readonly dates: DateStyle;
	/** What it was before a set was chosen that was saved with another one; it is back with the next set. */
	readonly datesBefore?: DateStyle | undefined;
	/** Where that is not as the set has it. */
	readonly style: StoredStyle;
	/** Of a country in an airline line. */
	readonly letters: CountryLetters;
	/** The given name of a person with one name in an airline line; empty: they have no line. */
	readonly singleName: TextEdit;
	/** What is under the cursor in the lines that have several boxes. */
	readonly box: {readonly rows: RowKind; readonly columns: ColumnGroup; readonly style: StylePart};
	/** The first column of the preview, from 0. */
	readonly previewFrom: number;
	/** Open while columns are chosen, ordered and named. */
	readonly editor: ColumnEditor | undefined;
	readonly leftColumns?: LeftColumns | undefined;
	readonly there: FileThere | undefined;
	readonly writing: 'no' | Writing;
	readonly written: WrittenFile | undefined;
	/** What was sent to the file last: its rows, and what has none. */
	readonly sent: SentList | undefined;
	/** The choices as they were when the dialog was opened; undefined while it is closed. */
	readonly before: ExportChoices | undefined;
};
