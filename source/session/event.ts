import type {LastCalls} from '../core/batch/call-report.ts';
import type {EngineChoice} from '../core/engines/choice.ts';
import type {ConnectionResult, Destination} from '../core/engines/engine.ts';
import type {EngineId} from '../core/engines/registry.ts';
import type {ErrorCode} from '../core/errors.ts';
import type {ExportFormat} from '../core/export/formats.ts';
import type {KeptBatch, ResumedPictures} from '../core/journal/latest.ts';
import type {TripRule} from '../core/passport/person/typed-trip.ts';
import type {PassportRecord} from '../core/records/record.ts';
import type {PictureFound} from '../core/review/state.ts';
import type {SecretPlace} from '../core/settings/credentials.ts';
import type {Settings} from '../core/settings/stored.ts';
import type {SettingsWarning} from '../core/settings/warnings.ts';
import type {ActId, Acting} from './act-id.ts';
import type {OffReason} from './app/notice.ts';
import type {FileThere, ListChoices, LoadedForm, WrittenFile} from './export/state.ts';
import type {PickerEntry} from './picker/entry.ts';
import type {Facts} from './picker/facts.ts';
import type {Sort} from './picker/order.ts';
import type {PickerRoom, PicturePreview} from './picker/state.ts';
import type {Problem} from './problem.ts';
import type {ReadingState} from './reading/state.ts';
import type {HelpState} from './state.ts';
import type {TextEditEvent} from './typing/text-edit.ts';

/** What happened: what a person does, or the outcome of an effect. */
export type AppEvent =
	| ({readonly type: 'act'; readonly id: ActId} & Acting)
	/** These are to be read: pictures, or folders of them. */
	| {readonly type: 'read'; readonly paths: readonly string[]}
	/** A passport is to be checked. */
	| {readonly type: 'open'; readonly path: string}
	| {readonly type: 'exportAs'; readonly format: ExportFormat}
	/** A form, and what is given for it. */
	| {readonly type: 'formChosen'; readonly name: string; readonly values: Readonly<Record<string, string>>}
	/** A form was loaded, or why not. */
	| {
			readonly type: 'formLoaded';
			readonly name: string;
			readonly loaded?: LoadedForm | undefined;
			readonly problem?: Problem | undefined;
	  }
	/** Columns and style of the list, named as a whole; columns that are new are saved under the name. */
	| {readonly type: 'listChosen'; readonly choices: ListChoices}
	/** The trip, typed as a whole. */
	| {readonly type: 'trip'; readonly days: string; readonly rule: TripRule}
	/** The line that is being typed changes. */
	| {readonly type: 'typed'; readonly change: TextEditEvent}
	/** The person did something that does nothing here: why, where that is worth a word. */
	| {readonly type: 'ignored'; readonly why?: OffReason}
	/** A key for a question that went before it came. */
	| {readonly type: 'lateAnswer'}
	/** The person has seen that a question went. */
	| {readonly type: 'withdrawnSeen'; readonly withdrawn: object}
	/** The face shows its help over the session, or closes it. */
	| {readonly type: 'help'; readonly help: HelpState | undefined}
	/** Leaves at once, without a question. */
	| {readonly type: 'quit'}
	/** The text lines of the face were taken away: it forgot their cursors, which are at the ends from now on. */
	| {readonly type: 'linesClosed'}
	| {readonly type: 'pickerRoom'; readonly room: PickerRoom}
	/** The details end with what is shown: their first line is this one. */
	| {readonly type: 'detailsEnd'; readonly top: number}
	| {readonly type: 'chosen'; readonly item: MenuItem}
	| {readonly type: 'reported'; readonly field: 'key' | 'secret' | 'file' | 'singleName'; readonly value: string}
	| {readonly type: 'settings'; readonly settings: LoadedSettings}
	/** Key and secret are stored. */
	| ({readonly type: 'secretKept'} & SecretPlace)
	| {readonly type: 'accountTested'; readonly result: ConnectionResult}
	/** Both sorted by name. */
	| {
			readonly type: 'found';
			readonly folder: string;
			readonly pictures: readonly PickerEntry[];
			readonly folders: readonly PickerEntry[];
	  }
	/** A text was pasted where no line is typed. */
	| {readonly type: 'pasted'; readonly text: string}
	/** Pictures that it names, and how many of its paths have none. */
	| {readonly type: 'pastedFound'; readonly paths: readonly string[]; readonly without: number}
	| {
			readonly type: 'pathCompleted';
			readonly text: string;
			readonly completed: string;
			readonly matches: readonly string[];
			readonly of?: 'files' | undefined;
	  }
	/** The folders of the last batches, the latest first. */
	| {readonly type: 'recentFound'; readonly folders: readonly string[]}
	/** A path was typed; the file in the folder that it named. */
	/** A ZIP was unpacked into a folder. */
	| {readonly type: 'zipOpened'; readonly path: string; readonly folder: string}
	| {readonly type: 'wentTo'; readonly folder: string; readonly file?: string}
	| {readonly type: 'ordered'; readonly folder: string; readonly sort: Sort; readonly found: readonly PickerEntry[]}
	| {readonly type: 'searchOn'}
	| {readonly type: 'facts'; readonly facts: Facts}
	| {readonly type: 'previewed'; readonly preview: PicturePreview}
	| {
			readonly type: 'searched';
			readonly folder: string;
			readonly problem?: Problem;
			/** Names of files that are not opened although pictures may be in them. */
			readonly passedOver?: readonly string[];
	  }
	/**
	 * How many pictures would be sent: of these very paths. `pictures`: all that were found there, the only ones that a yes
	 * sends; `count`: of pages; `files`: of the files that they are in, where it is another number.
	 */
	| {
			readonly type: 'counted';
			readonly paths: readonly string[];
			readonly pictures: readonly string[];
			readonly count: number;
			readonly files?: number;
	  }
	/** Pictures that came into a folder after the question about sending it: they are left out. */
	| {readonly type: 'cameLate'; readonly paths: readonly string[]}
	/** This computer has read; these pictures could be sent to the second engine. */
	| {readonly type: 'secondOffered'; readonly paths: readonly string[]}
	/** The second engine could not read a picture either: the first result stays. */
	| {readonly type: 'noHelp'; readonly path: string; readonly problem: Problem}
	| BatchProgress
	/** What the run before asked of a service that charges. */
	/** Files of the folders that are read are not opened although pictures may be in them. */
	| {readonly type: 'passedOver'; readonly paths: readonly string[]}
	| {readonly type: 'lastCalls'; readonly calls: LastCalls}
	/** Pictures have come into a watched folder, whole, or were replaced there. */
	| {readonly type: 'arrived'; readonly paths: readonly string[]}
	| {readonly type: 'watchFailed'; readonly problem: Problem}
	| {readonly type: 'batchFailed'; readonly problem: Problem}
	/** The person leaves; answers are owed that are waited for. */
	| {readonly type: 'leaving'; readonly owed: number}
	/** Something cannot be kept next to its picture; `keptAt`: where it is kept instead. */
	| {readonly type: 'unsaved'; readonly path: string; readonly problem: Problem; readonly keptAt?: string}
	/** Ctrl-C: asks where something typed or decided is not next to its picture. */
	| {readonly type: 'askToLeave'}
	| {readonly type: 'savedAfterAll'; readonly path: string}
	/** Another process has kept more of a passport than is known here, which is `before`. */
	| {readonly type: 'keptElsewhere'; readonly before: PassportRecord; readonly record: PassportRecord}
	/** What became of pictures that were read. `asked`: for the question about those that are proven. */
	| {readonly type: 'picturesNow'; readonly found: readonly PictureFound[]; readonly asked?: boolean}
	/** A picture is read although a later version of this program keeps a result of it, which stays. */
	| {readonly type: 'later'; readonly path: string; readonly sidecar: string}
	/** Something about the whole batch. */
	| ({readonly type: 'batchNews'} & BatchNews)
	/** A picture cannot be shown; `CHANGED`: it is another one than was read. */
	| {readonly type: 'pictureProblem'; readonly path: string; readonly code: ErrorCode | 'CHANGED'}
	| {readonly type: 'notOpened'; readonly path: string}
	| ({
			readonly type: 'exported';
	  } & WrittenFile)
	| {readonly type: 'fileThere'; readonly path: string; readonly there: FileThere}
	| {readonly type: 'exportFailed'; readonly problem: Problem}
	/** Not written: another process has decided about these, which is shown now. */
	| {readonly type: 'exportHeld'; readonly names: readonly string[]}
	| {readonly type: 'failed'; readonly problem: Problem}
	| KeptBatchFound
	| ({readonly type: 'cameBack'} & ResumedPictures);

/** `wanted`: the person asked for it, not only the welcome screen. `broken`: there is one that cannot be read. */
export type KeptBatchFound = {
	readonly type: 'keptBatch';
	readonly batch: KeptBatch | undefined;
	readonly broken: boolean;
	readonly wanted?: true;
};

/** A choice of the recognition engine; `+mrz`: without the printed text, where that can be left out. */
export type EngineItem = EngineChoice | `${EngineId}+mrz`;

export type MenuItem =
	| 'start'
	| 'goOn'
	| 'reading'
	| 'engine'
	| 'language'
	| 'settings'
	| 'theme'
	| 'mouse'
	| 'keep'
	| 'quit'
	| EngineItem
	| 'back'
	| 'exportAgain'
	| 'openFile'
	| 'copyPath'
	| 'more';

/** At most ten times a second: the whole list, and the records that are new since the last time. */
export type BatchProgress = Pick<ReadingState, 'items' | 'phase' | 'concurrency' | 'timeLeft' | 'now' | 'calls'> & {
	readonly type: 'batch';
	readonly fresh: readonly PassportRecord[];
	/** Why no further picture is started. */
	readonly problem?: Problem;
};

export type LoadedSettings = Pick<
	Settings,
	'engine' | 'lastExport' | 'columnSets' | 'forms' | 'theme' | 'colours' | 'mouse'
> & {
	readonly mrzAlone?: boolean;
	readonly accountStored: boolean;
	readonly settingsFile?: string;
	/** The key of the settings file. */
	readonly accountKey?: string;
	readonly accountInKeychain?: boolean;
	readonly accountFromEnvironment?: boolean;
	/** The other users who could read the stored key and secret. */
	readonly warning?: SettingsWarning;
	/** Where pictures would be sent: the vendor's service, or a custom server. */
	readonly cloud?: Destination;
	/** Where a settings file that could not be read was put. */
	readonly brokenFile?: string;
};

/** Another process that reads the pictures, what an earlier run has lost, what of the original skill is used. */
export type BatchNews =
	| {readonly what: 'elsewhere'; readonly params: {readonly pid: number; readonly host: string}}
	| {
			readonly what: 'lost' | 'unanswered' | 'originalUsed' | 'originalOlder';
			readonly params: {readonly count: number};
	  };
