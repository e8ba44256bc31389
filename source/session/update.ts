import {join} from 'node:path';
import {cleanText} from '../core/clean-text.ts';
import {update as review} from '../core/review/review.ts';
import {fileName} from '../text/format.ts';
import {takeSettings} from './app/take-settings.ts';
import {act} from './carry-out.ts';
import type {AppEvent} from './event.ts';
import {takeChoices} from './export/column-editor.ts';
import {chooseForm, takeForm, takeFormCompletion, watchForm} from './export/form.ts';
import {exportPath, watchExport, withFittingWay} from './export/update.ts';
import {takeExport} from './export/write-list.ts';
import {comeBack, takeCount, takeKept} from './journal/update.ts';
import {openFolder, openUnpacked} from './picker/open-folder.ts';
import {paste, takePasted} from './picker/paste.ts';
import {takeCompletion, takeRecent} from './picker/path-line.ts';
import {keptCursor, withFound, withOrder} from './picker/rows.ts';
import {goOnSearching, isComplete, settled} from './picker/search.ts';
import {watchPicker} from './picker/watch-picker.ts';
import {failBatch, takeProgress} from './reading/progress.ts';
import {askWhenSeen, offerSecond, sayNoHelp} from './reading/second.ts';
import {startBatch} from './reading/start.ts';
import {takeArrived} from './reading/update.ts';
import {recordName} from './review/record-view.ts';
import {decideInReview} from './review/update.ts';
import type {AppState} from './state.ts';
import {andThen, type Transition, transition} from './transition.ts';
import {typeTrip} from './trip/update.ts';
import {startEdit} from './typing/text-edit.ts';
import {reportText, typeInto} from './typing/type-into.ts';
import {chooseItem} from './welcome/menu.ts';

/** What an event makes of the app. Pure and total: nothing else changes the state. */
export const update = (state: AppState, event: AppEvent): Transition =>
	watchForm(state, watchExport(state, watchPicker(state, askWhenSeen(happen(state, event)))));

function happen(state: AppState, event: AppEvent): Transition {
	switch (event.type) {
		case 'act':
			return act(unsaid(state), event.id, event);
		case 'read':
			return startBatch(unsaid(state), event.paths);
		case 'open':
			return decideInReview(
				{...unsaid(state), screen: 'review', editing: undefined},
				{type: 'openPassport', path: event.path},
			);
		case 'exportAs':
			return transition({...unsaid(state), exporting: withFittingWay({...state.exporting, format: event.format})});
		case 'formChosen':
			return chooseForm(unsaid(state), event.name, event.values);
		case 'formLoaded':
			return takeForm(state, event);
		case 'listChosen':
			return takeChoices(unsaid(state), event.choices);
		case 'trip':
			return typeTrip(unsaid(state), event.days, event.rule);
		case 'typed':
			return typeInto(unsaid(state), event.change);
		case 'ignored':
			return transition(event.why ? {...state, notice: {kind: 'off', reason: event.why}} : unsaid(state));
		case 'help':
			return transition({...unsaid(state), help: event.help});
		case 'quit':
			return transition(state, {type: 'quit', code: 0});
		case 'linesClosed':
			return transition(cursorsAtEnd(state));
		case 'pickerRoom':
			return transition({...state, picker: {...state.picker, room: event.room}});
		case 'detailsEnd':
			return transition({...state, detailsTop: event.top});
		case 'chosen':
			return chooseItem(state, event.item);
		case 'reported':
			return reportText(state, event.field, event.value);
		case 'settings':
			return takeSettings(state, event.settings);
		case 'secretKept': {
			const {place, problem} = event;
			const next = {...state, accountInKeychain: place === 'keychain'};
			if (place === 'file' && problem === undefined) return transition(next);
			const tone = problem === undefined ? 'good' : 'look';
			return transition({...next, notice: {kind: 'secretKept', params: {problem}, tone}});
		}
		case 'accountTested': {
			const {verdict, said = ''} = event.result;
			const tone = verdict === 'accepted' ? 'good' : verdict === 'refused' ? 'bad' : 'look';
			// Most often only the secret is wrong.
			const focus = verdict === 'refused' ? 'secret' : state.credentials.focus;
			const notice = {kind: 'tested', params: {verdict, said: cleanText(said)}, tone} as const;
			return transition({...state, credentials: {...state.credentials, focus}, notice});
		}
		case 'found':
			return inFolder(state, event.folder, picker => withFound(picker, event.pictures, event.folders));
		case 'ordered':
			return inFolder(state, event.folder, picker =>
				picker.sort === event.sort ? withOrder(picker, event.found) : picker,
			);
		case 'pasted':
			return paste(unsaid(state), event.text);
		case 'pastedFound':
			return takePasted(state, event.paths, event.without);
		case 'pathCompleted':
			return event.of === 'files' ? takeFormCompletion(state, event) : takeCompletion(state, event);
		case 'recentFound':
			return takeRecent(state, event.folders);
		case 'wentTo': {
			const {folder, file} = event;
			const opened = openFolder(state, folder);
			if (file === undefined) return opened;
			return andThen(opened, next => transition(next, {type: 'findPasted', text: join(folder, file), folder}));
		}
		case 'zipOpened':
			return openUnpacked(state, event.path, event.folder);
		case 'searchOn': {
			const {search} = state.picker;
			if (!search || isComplete(search)) return transition(state);
			const next = settled(goOnSearching(search), state.picker.sort);
			return transition({...state, picker: keptCursor(state.picker, {...state.picker, search: next})});
		}
		case 'facts':
			return transition({...state, picker: {...state.picker, facts: event.facts, revision: event.revision}});
		case 'previewed':
			return transition({...state, picker: {...state.picker, preview: event.preview}});
		case 'searched':
			return inFolder(state, event.folder, picker => ({
				...picker,
				searching: false,
				taking: false,
				passedOver: event.passedOver ?? [],
				...(event.problem ? {problem: event.problem} : {}),
			}));
		case 'secondOffered':
			return offerSecond(state, event.paths);
		case 'noHelp':
			return sayNoHelp(state, event.path, event.problem);
		case 'batch':
			return takeProgress(state, event);
		case 'passedOver':
			return transition({...state, notice: {kind: 'passedOver', params: {paths: event.paths}, tone: 'look'}});
		case 'lastCalls':
			return transition({...state, notice: {kind: 'lastCalls', params: {calls: event.calls}, tone: 'plain'}});
		case 'arrived':
			return takeArrived(state, event.paths);
		case 'watchFailed':
			return transition({
				...state,
				reading: {...state.reading, watched: undefined},
				notice: {kind: 'error', ...event.problem},
			});
		case 'batchFailed':
			return failBatch(state, event.problem);
		case 'leaving':
			return transition({...state, help: undefined, notice: undefined, question: {kind: 'leaving', owed: event.owed}});
		case 'unsaved': {
			const {reading} = state;
			const unsaved = new Set(reading.unsaved).add(event.path);
			const next = {...state, reading: {...reading, unsaved}};
			if (reading.unsaved.size > 0) return transition(next);
			return transition({...next, notice: {kind: 'notSaved', ...event.problem}});
		}
		case 'savedAfterAll': {
			const unsaved = new Set([...state.reading.unsaved].filter(path => path !== event.path));
			return transition({...state, reading: {...state.reading, unsaved}});
		}
		case 'keptElsewhere': {
			// What is being typed is merged when it is kept.
			if (state.editing) return transition(state);
			const next = review(state.review, {type: 'takeKept', before: event.before, record: event.record});
			if (next === state.review) return transition(state);
			const params = {name: recordName(event.record)};
			return transition({...state, review: next, notice: {kind: 'keptElsewhere', params, tone: 'look'}});
		}
		case 'later': {
			const params = {file: fileName(event.path), sidecar: fileName(event.sidecar)};
			return transition({...state, notice: {kind: 'laterKept', params, tone: 'look'}});
		}
		case 'batchNews': {
			const {what, params} = event;
			return transition({...state, notice: {kind: what, params, tone: 'look'} as AppState['notice']});
		}
		case 'pictureProblem':
			return transition({
				...state,
				viewing: {...state.viewing, problems: new Map(state.viewing.problems).set(event.path, event.code)},
			});
		case 'notOpened':
			return transition({...state, notice: {kind: 'notOpened', params: {path: event.path}, tone: 'look'}});
		case 'exported':
			return takeExport(state, event);
		case 'fileThere': {
			const asked = exportPath(state) === event.path;
			return transition(asked ? {...state, exporting: {...state.exporting, there: event.there}} : state);
		}
		case 'exportFailed':
			return transition({
				...state,
				exporting: {...state.exporting, writing: 'no'},
				notice: {kind: 'error', ...event.problem},
			});
		case 'counted':
			return takeCount(state, event.paths, event);
		case 'keptBatch':
			return takeKept(state, event);
		case 'cameBack':
			return comeBack(state, event.resumed);
		case 'failed':
			return transition({...state, notice: {kind: 'error', ...event.problem}});
	}
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
