import {type EngineChoice, localEngine, sendsAll} from '../core/engines/choice.ts';
import {defaultFormat} from '../core/export/formats.ts';
import type {Trip} from '../core/passport/judge/trip.ts';
import {type DocumentClass, passportsOnly} from '../core/passport/model/document.ts';
import {emptyReview} from '../core/review/review.ts';
import {projectName} from '../core/settings/folder.ts';
import type {KeysProblem} from '../core/settings/own-keys.ts';
import {noCredentials} from './account/update.ts';
import {newList} from './batch-list/update.ts';
import {allColumns, defaultSet} from './export/update.ts';
import {noChoice} from './picker/choice.ts';
import {notListed} from './picker/open-folder.ts';
import {idleReading} from './reading/start.ts';
import {usualView} from './review/state.ts';
import type {AppState} from './state.ts';
import {emptyText} from './typing/typing.ts';

export type Opening = Pick<AppState, 'language' | 'today' | 'home' | 'folder' | 'paths'> & {
	readonly trip?: Trip | undefined;
	readonly engine?: EngineChoice | undefined;
	/** What the command or the settings say is read. */
	readonly documents?: readonly DocumentClass[] | undefined;
	readonly demo?: boolean | undefined;
	readonly watch?: boolean | undefined;
	readonly keep?: string | undefined;
	/** How this program is started again; its name when left out. */
	readonly command?: string | undefined;
	/** What is wrong with keys of the person's own, which are not used then. */
	readonly keysProblem?: KeysProblem | undefined;
	/** The face can show pictures. */
	readonly pictures?: boolean | undefined;
};

/** The app before anything has happened. */
export const initialState = ({
	engine,
	trip,
	demo = false,
	watch = false,
	keep,
	pictures = false,
	documents = passportsOnly,
	command = projectName,
	keysProblem,
	...opening
}: Opening): AppState => ({
	...opening,
	screen: 'welcome',
	demo,
	watch,
	command,
	engine: demo ? localEngine : engine,
	mrzAlone: false,
	documents: demo ? passportsOnly : documents,
	theme: 'auto',
	mouse: false,
	keep,
	colours: undefined,
	settingsFrom: 'welcome',
	trip,
	tripOfCommand: trip,
	typingTrip: undefined,
	accountStored: false,
	settingsFile: 'config.json',
	accountKey: '',
	accountInKeychain: false,
	accountFromEnvironment: false,
	cloud: {host: 'netocr.com', official: true},
	mayUpload: engine !== undefined && sendsAll(engine) && opening.paths.length > 0,
	help: undefined,
	question: undefined,
	withdrawn: undefined,
	notice: keysProblem && {kind: 'keysIgnored', params: {problem: keysProblem}, tone: 'look'},
	credentials: noCredentials,
	picker: {
		...notListed,
		folder: opening.folder,
		choice: noChoice,
		chosenBelow: new Map(),
		past: [],
		future: [],
		sort: 'name',
		hidden: false,
		ordering: false,
		room: {rows: 0},
		searching: false,
		facts: new Map(),
		preview: undefined,
	},
	reading: idleReading,
	review: emptyReview(opening.today),
	list: newList,
	detailsTop: 0,
	resumable: undefined,
	editing: undefined,
	typingMrz: undefined,
	decidedAt: [],
	viewing: {pictures, ...usualView, problems: new Map()},
	exporting: {
		focus: 'format',
		format: defaultFormat,
		form: {name: 'manifest', values: {}, loaded: undefined, problem: undefined, cursor: 0, typing: undefined},
		folder: undefined,
		file: emptyText,
		ifExists: 'newName',
		rows: {accepted: true, edited: true, unchecked: false, rejected: false},
		set: defaultSet,
		savedSets: {},
		columns: allColumns,
		dates: 'iso',
		style: {},
		letters: 3,
		singleName: emptyText,
		box: {rows: 'accepted', columns: 'number', style: 'header'},
		previewFrom: 0,
		editor: undefined,
		there: undefined,
		writing: 'no',
		written: undefined,
		sent: undefined,
		before: undefined,
	},
});
