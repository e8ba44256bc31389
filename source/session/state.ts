import type {EngineChoice} from '../core/engines/choice.ts';
import type {Destination} from '../core/engines/engine.ts';
import type {KeptBatch} from '../core/journal/latest.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import type {DocumentClass} from '../core/passport/model/document.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import type {ReviewState} from '../core/review/review.ts';
import type {Theme} from '../core/settings/theme.ts';
import type {Language} from '../text/index.ts';
import type {CredentialsState} from './account/state.ts';
import type {Notice} from './app/notice.ts';
import type {Question, Withdrawn} from './app/question-state.ts';
import type {BatchListState} from './batch-list/state.ts';
import type {ExportState} from './export/state.ts';
import type {PickerState} from './picker/state.ts';
import type {ReadingState} from './reading/state.ts';
import type {Editing, TypingMrz, ViewingState} from './review/state.ts';
import type {TypingTrip} from './trip/state.ts';
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
	| 'columns'
	| 'form'
	| 'done'
	| 'settings'
	| 'details';

/** All that the app knows. Screens are functions of it, `update` is the only thing that makes a new one. */
export type AppState = {
	readonly screen: Screen;
	readonly language: Language;
	readonly theme: Theme;
	/** Clicks and the wheel are taken. */
	readonly mouse: boolean;
	/** How long what was read is kept, as the option has it: `30d`; undefined until the user deletes it. */
	readonly keep: string | undefined;
	/** Colours of the person, as the settings hold them. */
	readonly colours: string | undefined;
	/** The screen that the settings were opened from. */
	readonly settingsFrom: Exclude<Screen, 'settings'>;
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
	/** The command says that folders are watched: pictures that come are read as well. */
	readonly watch: boolean;
	/** How this program is started again. */
	readonly command: string;
	/** The recognition engine; undefined until the person or the settings have said so. */
	readonly engine: EngineChoice | undefined;
	/** This computer reads the MRZ alone, as chosen or as `--no-printed` says. */
	readonly mrzAlone: boolean;
	/** What is read; whatever else a picture shows is named and refused. */
	readonly documents: readonly DocumentClass[];
	readonly accountStored: boolean;
	/** Where settings are kept; only the name until the place is known. */
	readonly settingsFile: string;
	/** The key that is stored, so that only the secret has to be typed again; empty when none is. */
	readonly accountKey: string;
	/** The secret is in the keychain of the system. */
	readonly accountInKeychain: boolean;
	/** Key or secret are in the environment, which wins over what is typed. */
	readonly accountFromEnvironment: boolean;
	/** Where pictures go when the cloud reads them. */
	readonly cloud: Destination;
	/** The command named the cloud, and paths: a yes to these, once. */
	readonly mayUpload: boolean;
	readonly help: HelpState | undefined;
	readonly question: Question | undefined;
	/** A question that went a moment ago without an answer: its keys do nothing. */
	readonly withdrawn: Withdrawn | undefined;
	readonly notice: Notice | undefined;
	readonly credentials: CredentialsState;
	readonly picker: PickerState;
	readonly reading: ReadingState;
	readonly review: ReviewState;
	readonly list: BatchListState;
	/** The first row of the details that is shown; the face keeps it within them. */
	readonly detailsTop: number;
	/** The batch that was worked on last, where it can be resumed. */
	readonly resumable: KeptBatch | undefined;
	readonly editing: Editing | undefined;
	readonly typingMrz: TypingMrz | undefined;
	/** When passports were decided last in this session, milliseconds since the epoch. */
	readonly decidedAt: readonly number[];
	readonly viewing: ViewingState;
	readonly exporting: ExportState;
};

/** The help of a face. `cursor`: which of the keys that are listed. */
export type HelpState = {
	readonly filter: TextEdit;
	readonly cursor: number;
	/** Every action, not only those of the screen under it. */
	readonly all?: true;
};
