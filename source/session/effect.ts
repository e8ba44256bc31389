import type {EngineChoice} from '../core/engines/choice.ts';
import type {Credentials} from '../core/engines/engine.ts';
import type {CountryLetters} from '../core/export/airline/docs-passenger.ts';
import type {ColumnGroup} from '../core/export/groups.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {DocumentClass} from '../core/passport/model/document.ts';
import type {NamesApart} from '../core/records/picture-names.ts';
import type {Failure, PassportRecord} from '../core/records/record.ts';
import type {Settings} from '../core/settings/stored.ts';
import type {Language} from '../text/index.ts';
import type {ExportState} from './export/state.ts';
import type {TypedPath} from './picker/effects/go-to-path.ts';
import type {Sort} from './picker/order.ts';

/** Work that an event asks for. `effects/` does it and sends events back; nothing else in the app does work. */
export type Effect =
	| {readonly type: 'loadSettings'}
	| {readonly type: 'saveSettings'; readonly change: SettingsChange}
	/** A call that the account may be charged for. */
	| {readonly type: 'testAccount'; readonly credentials: Credentials}
	| {readonly type: 'scan'; readonly folder: string; readonly sort: Sort; readonly hidden?: true}
	/** Another order of what is listed. */
	| {readonly type: 'order'; readonly folder: string; readonly sort: Sort}
	/** Pictures on the screen, of which more is to be found out, and the one to be shown. */
	| {readonly type: 'look'; readonly paths: readonly string[]; readonly picture?: Wanted}
	/** Which pictures a pasted text names; a path that is not absolute begins in the folder. */
	| {readonly type: 'findPasted'; readonly text: string; readonly folder: string}
	/** What completes a path, the folder that it names, and the folders of the last batches. */
	| ({readonly type: 'completePath'} & TypedPath)
	| {readonly type: 'openZip'; readonly path: string}
	| {readonly type: 'goTo'; readonly text: string; readonly folder: string; readonly home: string}
	| {readonly type: 'findRecent'}
	/** The filter has more to look through. */
	| {readonly type: 'searchOn'}
	| {readonly type: 'stopScan'}
	/** Roots may be folders: they are searched first. */
	| {
			readonly type: 'startBatch';
			readonly paths: readonly string[];
			readonly engine: EngineChoice;
			/** Without the printed text. */
			readonly mrzAlone?: boolean;
			readonly documents?: readonly DocumentClass[];
			/** The engine that reads the batch, where another one only looks after what it has read. */
			readonly named?: string;
			readonly goesOn?: ResumedBatch;
			/** Nothing to read yet: pictures are to come. */
			readonly mayBeEmpty?: true;
			/** The only pictures that a yes allows to be sent: what else the folders have by now is left out. */
			readonly agreed?: readonly string[];
	  }
	/** Reports pictures that come into these folders, or into those of these files, until `stopWatch`. */
	| {readonly type: 'watch'; readonly roots: readonly string[]}
	| {readonly type: 'stopWatch'}
	/** Pictures that came into a watched folder, or were replaced. */
	| {readonly type: 'addPictures'; readonly paths: readonly string[]}
	/** Of files and the pictures below folders those that the cloud would be sent, but for what is left out. */
	| {readonly type: 'countPictures'; readonly paths: readonly string[]; readonly leftOut?: readonly string[]}
	/** Whether there is a batch to resume. */
	| {readonly type: 'findKept'}
	/** Without a file: the one that was worked on last. */
	| {readonly type: 'goOn'; readonly file?: string}
	/** A yes or a no to sending what `secondOffered` asked about. */
	| {readonly type: 'answerSecond'; readonly yes: boolean}
	/** Keys for a question that went do what they usually do, once the person has seen that it went. */
	| {readonly type: 'forgetWithdrawn'; readonly withdrawn: object}
	| {readonly type: 'pause'}
	/** `newAccount`: key and secret were entered again. */
	| {readonly type: 'resume'; readonly newAccount?: true}
	| {readonly type: 'again'; readonly paths: readonly string[]}
	| {readonly type: 'leaveOut'; readonly path: string}
	| {readonly type: 'setConcurrency'; readonly count: number}
	/** `before`: the record that the decision was about. */
	| {readonly type: 'keep'; readonly record: PassportRecord; readonly before?: PassportRecord}
	/** Looks at all pictures, for the question about those that are proven. */
	| {readonly type: 'lookAtPictures'}
	/** Onto the clipboard, where the terminal lets us. */
	| {readonly type: 'copy'; readonly text: string}
	/** In the system's own program for such files. */
	| {readonly type: 'openOutside'; readonly path: string}
	| {readonly type: 'export'; readonly request: ExportRequest}
	/** The form in a template, and those of its tables that are given. */
	| ({readonly type: 'loadForm'} & GivenForm)
	/** Whether a file of that name is there already. */
	| {readonly type: 'lookAtFile'; readonly path: string}
	| {readonly type: 'quit'; readonly code: number};

/** A form, what is given for it, and where a path begins that is not absolute. */
export type GivenForm = {
	readonly name: string;
	readonly values: Readonly<Record<string, string>>;
	readonly folder: string;
};

/** A picture that has no row in the file. Without a failure it is still to be read. */
export type UnreadPicture = {readonly path: string; readonly failure?: Failure};

/** A batch that was left: its journal, the pictures whose records have come back, and those that are left out. */
export type ResumedBatch = {
	readonly file: string;
	/** What was chosen for it, however little of that is looked at now. */
	readonly roots: readonly string[];
	/** Pictures stay unread: the batch is not finished when those are that are looked at now. */
	readonly unfinished?: true;
	readonly known: ReadonlySet<string>;
	readonly leftOut: readonly string[];
};

/** A picture made small: the most pixels of it. */
export type Wanted = {readonly path: string; readonly width: number; readonly height: number};

export type SettingsChange = Pick<
	Settings,
	'language' | 'engine' | 'credentials' | 'lastExport' | 'columnSets' | 'forms' | 'theme' | 'mouse'
> & {
	/** False: the MRZ alone. */
	readonly visual?: false | undefined;
	/** Kept as the usual value of the option. */
	readonly documents?: readonly DocumentClass[];
	/** Kept as the usual value of the option. */
	readonly keep?: string | undefined;
};

export type ExportRequest = Pick<ExportState, 'format' | 'ifExists' | 'set' | 'savedSets' | 'dates' | 'style'> & {
	readonly records: readonly PassportRecord[];
	/** Rejected passports that have no row: a list that is added to may have one. */
	readonly rejected?: readonly PassportRecord[];
	/** For lines of airlines. */
	readonly countryLetters?: CountryLetters;
	readonly singleName?: string | undefined;
	/** Paths of passengers that were not chosen. */
	readonly notChosen?: ReadonlySet<string> | undefined;
	/** For the format `template`. */
	readonly form?: GivenForm;
	readonly path: string;
	/** When the file that is replaced was written, in milliseconds: what was done to it since is not lost. */
	readonly unchangedSince?: number | undefined;
	readonly language: Language;
	readonly groups: readonly ColumnGroup[];
	/** What the passports must be valid for. */
	readonly trip?: Trip | undefined;
	/** Pictures that have no row: a sheet of their own says why. */
	readonly unread: readonly UnreadPicture[];
	/** Of pictures of one name. */
	readonly names?: NamesApart | undefined;
};
