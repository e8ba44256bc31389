import type {BatchItem, BatchPhase} from '../core/batch/batch.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import type {Destination} from '../core/engines/engine.ts';
import type {ErrorCode, ErrorDetails} from '../core/errors.ts';
import type {DateStyle} from '../core/export/dates.ts';
import type {ExportFormat} from '../core/export/formats.ts';
import type {ColumnGroup} from '../core/export/groups.ts';
import type {KeptBatch} from '../core/journal/latest.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {TripRule} from '../core/passport/person/typed-trip.ts';
import type {PassportRecord} from '../core/records/record.ts';
import type {ReviewState} from '../core/review/review.ts';
import type {Tally} from '../core/review/tally.ts';
import type {LastExport} from '../core/settings/stored.ts';
import type {Language, Messages} from '../text/index.ts';
import type {BatchListState} from './batch-list/state.ts';
import type {ResumedBatch} from './effect.ts';
import type {Unusual} from './export/unusual.ts';
import type {PickerState} from './picker/state.ts';
import type {Told} from './review/tally-view.ts';
import type {TextEdit} from './typing/text-edit.ts';

export type Screen =
	| 'welcome'
	| 'engine'
	| 'credentials'
	| 'picker'
	| 'reading'
	| 'review'
	| 'list'
	| 'export'
	| 'done';

/** All that the app knows. Screens are functions of it, `update` is the only thing that makes a new one. */
export type AppState = {
	readonly screen: Screen;
	readonly language: Language;
	readonly today: CalendarDay;
	/** What the passports of the batch must be valid for; and what the command said, which holds for every batch. */
	readonly trip: Trip | undefined;
	readonly tripOfCommand: Trip | undefined;
	/** The trip is being typed. */
	readonly typingTrip: TypingTrip | undefined;
	/** Home folder, to show paths below it as `~`; and the folder the program was started in. */
	readonly home: string;
	readonly folder: string;
	/** Files and folders named on the command line. */
	readonly paths: readonly string[];
	readonly demo: boolean;
	/** Who reads; undefined until the person or the settings have said so. */
	readonly engine: EngineChoice | undefined;
	/** Chosen: this computer reads also what is printed above the zone. The command's `--visual` stands whatever is chosen. */
	readonly visual: boolean;
	readonly accountStored: boolean;
	/** Where settings are kept; only the name until the place is known. */
	readonly settingsFile: string;
	/** The key that is stored, for whoever has to type only the secret anew; empty when none is. */
	readonly accountKey: string;
	/** Key or secret stand in the environment, which wins over what is typed. */
	readonly accountFromEnvironment: boolean;
	/** Where pictures go when the cloud reads them. */
	readonly cloud: Destination;
	/** The command named the cloud, and paths: a yes to these, once. */
	readonly mayUpload: boolean;
	readonly help: HelpState | undefined;
	readonly question: Question | undefined;
	readonly notice: Notice | undefined;
	readonly credentials: CredentialsState;
	readonly picker: PickerState;
	readonly reading: ReadingState;
	readonly review: ReviewState;
	readonly list: BatchListState;
	/** The batch that was worked on last, where one can go on with it. */
	readonly resumable: KeptBatch | undefined;
	readonly editing: Editing | undefined;
	readonly typingMrz: TypingMrz | undefined;
	/** When passports were decided last in this session, milliseconds since the epoch. */
	readonly decidedAt: readonly number[];
	readonly viewing: ViewingState;
	readonly exporting: ExportState;
};

/** `before`: as the line was when it was opened: without a change the trip stays as it is. */
export type TypingTrip = {
	readonly edit: TextEdit;
	readonly rule: TripRule;
	readonly before: {readonly days: string; readonly rule: TripRule};
};

/** The help of a face. `cursor`: which of the keys that are listed. */
export type HelpState = {readonly filter: TextEdit; readonly cursor: number};

/** From where a list is written: `quick` from review, which stays on the screen. */
export type Writing = 'quick' | 'dialog';

/** What the person has answered on the way to the file; what is missing is asked where there is something to ask. */
export type WriteAnswers = {
	/** Key columns may be missing. */
	readonly columns?: 'as-chosen';
	/** Everybody who was read, or only those of the kinds that are chosen. */
	readonly rest?: 'all' | 'chosen';
	/** Of several pictures of one passport. */
	readonly twice?: 'once' | 'every';
};

type WriteQuestion = {readonly writing: Writing; readonly answers: WriteAnswers};

/** A question in the status line; until it is answered only its own keys do something. */
export type Question =
	| {readonly kind: 'acceptClean'; readonly count: number}
	| {readonly kind: 'readAll'; readonly count: number}
	| {readonly kind: 'newBatch'; readonly paths: readonly string[]}
	/** `count`: of pictures; undefined while they are being counted. */
	| {readonly kind: 'upload'; readonly paths: readonly string[]; readonly count: number | undefined}
	/** Key columns would be missing in a list that is written at once, as they were in the last one; `missing`: all columns. */
	| ({readonly kind: 'columns'; readonly missing: readonly ColumnGroup[]} & WriteQuestion)
	/** Not everybody who was read would have a row: the number of rows of all, and of those that are chosen. */
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
	/** The rest of a batch that was left. */
	| {
			readonly kind: 'uploadRest';
			readonly paths: readonly string[];
			readonly resumed: ResumedBatch;
			readonly count: number | undefined;
	  }
	/** Pictures that this computer has read, to be sent to the second engine as well. */
	| {readonly kind: 'second'; readonly count: number}
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
	/** Results that stand nowhere but on the screen. */
	| {readonly kind: 'quitUnsaved'; readonly count: number};

/** Why a key does nothing now. */
export type OffReason = keyof Messages['app']['off'];

type NoticeTexts = Messages['app']['notices'];
type NoticeOf<K extends keyof NoticeTexts> = {
	readonly kind: K;
	readonly params: Parameters<NoticeTexts[K]>[0];
	readonly tone: Tone;
	/** Said behind it, once nothing is to be checked. */
	readonly left?: LeftToDo | undefined;
};

/** What is left once nothing is to be checked. */
export type LeftToDo = Parameters<Messages['app']['review']['leftToDo']>[0];

/** A list was written from the screen of the check, which stays. */
export type WrittenNotice = {
	readonly kind: 'exported';
	readonly path: string;
	readonly rows: number;
	readonly sent: SentList;
	readonly tone: Tone;
};

export type Tone = 'good' | 'look' | 'bad' | 'plain';

/** What the status line tells until the next key: codes and parameters, said in the language of the moment. */
export type Notice =
	| {[K in keyof NoticeTexts]: NoticeOf<K>}[keyof NoticeTexts]
	| WrittenNotice
	| {readonly kind: 'error'; readonly code: ErrorCode; readonly details: ErrorDetails}
	/** Why something cannot be kept, and what that means. */
	| {readonly kind: 'notSaved'; readonly code: ErrorCode; readonly details: ErrorDetails}
	| {readonly kind: 'off'; readonly reason: OffReason};

export type CredentialsState = {
	readonly focus: 'key' | 'secret';
	readonly key: TextEdit;
	readonly secret: TextEdit;
	/** The secret is shown in clear. */
	readonly shown: boolean;
	/** What was chosen and needs the account. */
	readonly wanted?: EngineChoice;
};

export type ReadingState = {
	readonly items: readonly BatchItem[];
	readonly phase: 'idle' | 'starting' | BatchPhase;
	/** Nothing more comes by itself: no second engine is asked either. */
	readonly ended: boolean;
	/** Undefined while the list follows the work; from the first move on it stays where the person put it. */
	readonly cursor: number | undefined;
	readonly failedOnly: boolean;
	readonly concurrency: number;
	/** Milliseconds until everything is read, where that can be said. */
	readonly timeLeft: number | undefined;
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	readonly now: number;
	/** Pictures that a second, paid engine could read, once the person is asked. */
	readonly offer?: readonly string[] | undefined;
	/** Pictures of which something could not be kept beside them. The person is told of the first. */
	readonly unsaved: ReadonlySet<string>;
};

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

/** The pictures beside the fields. */
export type ViewingState = {
	/** This face can show them. */
	readonly pictures: boolean;
	/** What is enlarged: the field in its strip; or the lines, or the whole picture, in place of the other fields. */
	readonly zoom: 'field' | 'mrz' | 'page';
	/** Why pictures cannot be shown, by path; `CHANGED`: it is another one than was read. */
	readonly problems: ReadonlyMap<string, ErrorCode | 'CHANGED'>;
};

export type RowKind = keyof Messages['app']['export']['rowKinds'];

/** A line of the export screen. */
export type ExportFocus = 'format' | 'file' | 'ifExists' | 'rows' | 'columns' | 'dates';

/** What stands where the file is to be written; null when nothing does, undefined until that is known. */
export type FileThere = {readonly path: string; readonly size: number; readonly modified: number} | null;

export type ExportChoices = Pick<ExportState, 'format' | 'folder' | 'file' | 'ifExists' | 'rows' | 'columns' | 'dates'>;

export type SentList = {
	readonly records: readonly PassportRecord[];
	readonly rows: Tally;
	readonly left: Told;
	readonly groups: readonly ColumnGroup[];
	readonly settings: LastExport & {readonly format: ExportFormat};
	readonly unusual: Unusual;
};

export type ExportState = {
	readonly focus: ExportFocus;
	readonly format: ExportFormat;
	/** Undefined until the person chose one: then beside the pictures. */
	readonly folder: string | undefined;
	readonly file: TextEdit;
	readonly ifExists: 'newName' | 'replace';
	readonly rows: Readonly<Record<RowKind, boolean>>;
	/** Columns that are written. */
	readonly columns: Readonly<Record<ColumnGroup, boolean>>;
	readonly dates: DateStyle;
	/** The box under the cursor in the two lines that have several. */
	readonly box: {readonly rows: RowKind; readonly columns: ColumnGroup};
	readonly there: FileThere | undefined;
	readonly writing: 'no' | Writing;
	readonly written: {readonly path: string; readonly rows: number} | undefined;
	/** What was sent to the file last: its rows, and what has none. */
	readonly sent: SentList | undefined;
	/** The choices as they were when the dialog was opened; undefined while it is closed. */
	readonly before: ExportChoices | undefined;
};
