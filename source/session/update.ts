import {join} from 'node:path';
import {cleanText} from '../core/clean-text.ts';
import {isTouched} from '../core/records/reuse.ts';
import {update as review} from '../core/review/review.ts';
import {fileName} from '../text/format.ts';
import {takeSettings} from './app/take-settings.ts';
import {takeLateAnswer, watchQuestion} from './app/withdrawn.ts';
import {act} from './carry-out.ts';
import type {AppEvent} from './event.ts';
import {takeChoices} from './export/column-editor.ts';
import {chooseForm, takeForm, takeFormCompletion, watchForm} from './export/form.ts';
import {exportPath, watchExport, withFittingWay} from './export/update.ts';
import {takeExport} from './export/write-list.ts';
import {comeBack, takeCount, takeKept} from './journal/update.ts';
import {openFolder, openUnpacked} from './picker/open-folder.ts';
import {takeCompletion, takeRecent} from './picker/path-line.ts';
import {keptCursor, withFound, withOrder} from './picker/rows.ts';
import {goOnSearching, isComplete, settled} from './picker/search.ts';
import {paste, takePasted} from './picker/update.ts';
import {watchPicker} from './picker/watch-picker.ts';
import {pictureName} from './picture-name.ts';
import {failBatch, takeProgress} from './reading/progress.ts';
import {askWhenSeen, offerSecond, sayNoHelp} from './reading/second.ts';
import {startBatch} from './reading/start.ts';
import {unsavedToAsk} from './reading/unsaved.ts';
import {takeArrived} from './reading/update.ts';
import {takePictures} from './review/pictures-now.ts';
import {recordName} from './review/record-view.ts';
import {decideInReview} from './review/update.ts';
import {currentRecordOf} from './review/view-model.ts';
import type {AppState} from './state.ts';
import {andThen, type Transition, transition} from './transition.ts';
import {typeTrip} from './trip/update.ts';
import {startEdit} from './typing/text-edit.ts';
import {reportText, typeInto} from './typing/type-into.ts';
import {chooseItem} from './welcome/menu.ts';

type Outcomes = {
	readonly [Type in AppEvent['type']]: (state: AppState, event: Extract<AppEvent, {type: Type}>) => Transition;
};

const outcomes: Outcomes = {
	act: (state, event) => act(unsaid(state), event.id, event),
	read: (state, event) => startBatch(unsaid(state), event.paths),
	open: (state, event) =>
		decideInReview(
			{...unsaid(state), screen: 'review', editing: undefined, typingMrz: undefined},
			{type: 'openPassport', path: event.path},
		),
	exportAs: (state, event) =>
		transition({...unsaid(state), exporting: withFittingWay({...state.exporting, format: event.format})}),
	formChosen: (state, event) => chooseForm(unsaid(state), event.name, event.values),
	formLoaded: takeForm,
	listChosen: (state, event) => takeChoices(unsaid(state), event.choices),
	trip: (state, event) => typeTrip(unsaid(state), event.days, event.rule),
	typed: (state, event) => typeInto(unsaid(state), event.change),
	ignored: (state, event) =>
		transition(event.why ? {...state, notice: {kind: 'off', reason: event.why}} : unsaid(state)),
	lateAnswer: takeLateAnswer,
	withdrawnSeen: (state, {withdrawn}) =>
		transition(state.withdrawn === withdrawn ? {...state, withdrawn: undefined} : state),
	help: (state, event) => transition({...unsaid(state), help: event.help}),
	quit: state => transition(state, {type: 'quit', code: 0}),
	linesClosed: state => transition(cursorsAtEnd(state)),
	pickerRoom: (state, event) => transition({...state, picker: {...state.picker, room: event.room}}),
	detailsEnd: (state, event) => transition({...state, detailsTop: event.top}),
	chosen: (state, event) => chooseItem(state, event.item),
	reported: (state, event) => reportText(state, event.field, event.value),
	settings: (state, event) => takeSettings(state, event.settings),
	secretKept(state, event) {
		const {place, problem} = event;
		const next = {...state, accountInKeychain: place === 'keychain'};
		if (place === 'file' && problem === undefined) return transition(next);
		const tone = problem === undefined ? 'good' : 'look';
		return transition({...next, notice: {kind: 'secretKept', params: {problem}, tone}});
	},
	accountTested(state, event) {
		const {verdict, said = ''} = event.result;
		const tone = verdict === 'accepted' ? 'good' : verdict === 'refused' ? 'bad' : 'look';
		// Most often only the secret is wrong.
		const focus = verdict === 'refused' ? 'secret' : state.credentials.focus;
		const notice = {kind: 'tested', params: {verdict, said: cleanText(said)}, tone} as const;
		return transition({...state, credentials: {...state.credentials, focus}, notice});
	},
	found: (state, event) => inFolder(state, event.folder, picker => withFound(picker, event.pictures, event.folders)),
	ordered: (state, event) =>
		inFolder(state, event.folder, picker => (picker.sort === event.sort ? withOrder(picker, event.found) : picker)),
	pasted: (state, event) => paste(unsaid(state), event.text),
	pastedFound: (state, event) => takePasted(state, event.paths, event.without),
	pathCompleted: (state, event) =>
		event.of === 'files' ? takeFormCompletion(state, event) : takeCompletion(state, event),
	recentFound: (state, event) => takeRecent(state, event.folders),
	wentTo(state, event) {
		const {folder, file} = event;
		const opened = openFolder(state, folder);
		if (file === undefined) return opened;
		return andThen(opened, next => transition(next, {type: 'findPasted', text: join(folder, file), folder}));
	},
	zipOpened: (state, event) => openUnpacked(state, event.path, event.folder),
	searchOn(state) {
		const {search} = state.picker;
		if (!search || isComplete(search)) return transition(state);
		const next = settled(goOnSearching(search), state.picker.sort);
		return transition({...state, picker: keptCursor(state.picker, {...state.picker, search: next})});
	},
	facts: (state, {facts}) => transition({...state, picker: {...state.picker, facts}}),
	previewed: (state, event) => transition({...state, picker: {...state.picker, preview: event.preview}}),
	searched: (state, event) =>
		inFolder(state, event.folder, picker => ({
			...picker,
			searching: false,
			taking: false,
			passedOver: event.passedOver ?? [],
			...(event.problem ? {problem: event.problem} : {}),
		})),
	secondOffered: (state, event) => offerSecond(state, event.paths),
	noHelp: (state, event) => sayNoHelp(state, event.path, event.problem),
	batch: takeProgress,
	passedOver: (state, event) =>
		transition({...state, notice: {kind: 'passedOver', params: {paths: event.paths}, tone: 'look'}}),
	cameLate(state, {paths}) {
		const names = paths.map(path => pictureName(state, path, paths));
		return transition({...state, notice: {kind: 'cameLate', params: {names}, tone: 'look'}});
	},
	lastCalls: (state, event) =>
		transition({...state, notice: {kind: 'lastCalls', params: {calls: event.calls}, tone: 'plain'}}),
	arrived: (state, event) => takeArrived(state, event.paths),
	watchFailed: (state, event) =>
		transition({
			...state,
			reading: {...state.reading, watched: undefined},
			notice: {kind: 'error', ...event.problem},
		}),
	batchFailed: (state, event) => failBatch(state, event.problem),
	leaving: (state, event) =>
		transition({...state, help: undefined, notice: undefined, question: {kind: 'leaving', owed: event.owed}}),
	unsaved(state, event) {
		const {reading} = state;
		const {path, problem, keptAt} = event;
		const held = new Set(reading.held);
		if (keptAt === undefined) held.delete(path);
		else held.add(path);
		const next = {...state, reading: {...reading, unsaved: new Set(reading.unsaved).add(path), held}};
		// A decision that is nowhere is said each time: the screen shows it as accepted.
		const record = currentRecordOf(state, path);
		const isLost = keptAt === undefined && record !== undefined && isTouched(record);
		if (reading.unsaved.size > 0 && !isLost) return transition(next);
		return transition({...next, notice: {kind: 'notSaved', ...problem, held: keptAt !== undefined}});
	},
	savedAfterAll(state, event) {
		const without = (paths: ReadonlySet<string>) => new Set([...paths].filter(path => path !== event.path));
		const {unsaved, held} = state.reading;
		return transition({...state, reading: {...state.reading, unsaved: without(unsaved), held: without(held)}});
	},
	askToLeave(state) {
		const counts = unsavedToAsk(state);
		return transition(counts ? {...state, help: undefined, question: {kind: 'quitUnsaved', ...counts}} : state);
	},
	keptElsewhere(state, event) {
		// What is being typed is merged when it is kept.
		if (state.editing) return transition(state);
		const next = review(state.review, {type: 'takeKept', before: event.before, record: event.record});
		if (next === state.review) return transition(state);
		const params = {name: recordName(event.record)};
		return transition({...state, review: next, notice: {kind: 'keptElsewhere', params, tone: 'look'}});
	},
	picturesNow: takePictures,
	later(state, event) {
		const params = {file: pictureName(state, event.path), sidecar: fileName(event.sidecar)};
		return transition({...state, notice: {kind: 'laterKept', params, tone: 'look'}});
	},
	batchNews(state, event) {
		const {what, params} = event;
		return transition({...state, notice: {kind: what, params, tone: 'look'} as AppState['notice']});
	},
	pictureProblem: (state, event) =>
		transition({
			...state,
			viewing: {...state.viewing, problems: new Map(state.viewing.problems).set(event.path, event.code)},
		}),
	notOpened: (state, event) =>
		transition({...state, notice: {kind: 'notOpened', params: {path: event.path}, tone: 'look'}}),
	exported: takeExport,
	fileThere(state, event) {
		const asked = exportPath(state) === event.path;
		return transition(asked ? {...state, exporting: {...state.exporting, there: event.there}} : state);
	},
	exportFailed: (state, event) =>
		transition({
			...state,
			exporting: {...state.exporting, writing: 'no'},
			notice: {kind: 'error', ...event.problem},
		}),
	exportHeld: (state, {names}) =>
		transition({
			...state,
			exporting: {...state.exporting, writing: 'no'},
			notice: {kind: 'exportHeld', params: {names}, tone: 'look'},
		}),
	counted: (state, event) => takeCount(state, event.paths, event),
	keptBatch: takeKept,
	cameBack: (state, event) => comeBack(state, event.resumed, event.pictures),
	failed: (state, event) => transition({...state, notice: {kind: 'error', ...event.problem}}),
};

/** What an event makes of the app. Pure and total: nothing else changes the state. */
export function update(state: AppState, event: AppEvent): Transition {
	// Each entry takes the event of its own type; TypeScript cannot follow that through the table.
	const happen = outcomes[event.type] as (state: AppState, event: AppEvent) => Transition;
	const made = watchQuestion(state, event, happen(state, event));
	return watchForm(state, watchExport(state, watchPicker(state, askWhenSeen(made))));
}

/** What was said is said until the person does something else. */
const unsaid = (state: AppState): AppState => (state.notice ? {...state, notice: undefined} : state);

const cursorsAtEnd = (state: AppState): AppState => ({
	...state,
	credentials: {
		...state.credentials,
		key: startEdit(state.credentials.key.text),
		secret: startEdit(state.credentials.secret.text),
	},
	exporting: {...state.exporting, file: startEdit(state.exporting.file.text)},
});

/** What was found in a folder that is no longer shown is dropped. */
const inFolder = (
	state: AppState,
	folder: string,
	change: (picker: AppState['picker']) => AppState['picker'],
): Transition =>
	state.picker.folder === folder ? transition({...state, picker: change(state.picker)}) : transition(state);
