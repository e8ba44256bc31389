import {type EngineChoice, traitsOf, usesAccount} from '../../core/engines/choice.ts';
import {credentialsAnew} from '../account/update.ts';
import {copy} from '../app/copy.ts';
import {openOutsideStep} from '../app/open-outside.ts';
import {ages} from '../app/retention.ts';
import {appActs, leave, nextTheme} from '../app/update.ts';
import type {EngineItem, MenuItem} from '../event.ts';
import {openDialog} from '../export/update.ts';
import {neighbour} from '../neighbour.ts';
import {openFolder} from '../picker/open-folder.ts';
import {start} from '../reading/start.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';

/** A choice from one of the short menus: welcome, engine, what next. */
export function chooseItem(state: AppState, item: MenuItem): Transition {
	switch (item) {
		case 'start':
			return start(state);
		case 'goOn':
			return state.resumable ? transition(state, {type: 'goOn', file: state.resumable.file}) : transition(state);
		case 'reading':
			return transition({...state, screen: 'reading'});
		case 'engine':
			return transition({...state, screen: 'engine'});
		case 'language':
			return appActs['app.language'](state);
		case 'settings':
			return appActs['app.settings'](state);
		case 'theme':
			return nextTheme(state);
		case 'mouse':
			return transition({...state, mouse: !state.mouse}, {type: 'saveSettings', change: {mouse: !state.mouse}});
		case 'keep': {
			const keep = neighbour(ages, state.keep);
			return transition({...state, keep}, {type: 'saveSettings', change: {keep}});
		}
		case 'quit':
			return leave(state, 0);
		case 'back':
			return transition({...state, screen: 'review'});
		case 'openFile':
			return doneActs['done.open'](state);
		case 'copyPath':
			return doneActs['done.copyPath'](state);
		case 'exportAgain':
			return openDialog(state);
		case 'more':
			return openFolder(state, state.picker.folder);
		default:
			return chooseEngine(state, item);
	}
}

function chooseEngine(state: AppState, item: EngineItem): Transition {
	const [name, alone] = item.split('+');
	const engine = name as EngineChoice;
	if (usesAccount(engine) && !state.accountStored) {
		return transition({...state, screen: 'credentials', credentials: {...credentialsAnew(state), wanted: engine}});
	}
	// The choice is made with an engine that can leave the printed text out, and stays with the others.
	const chooses = traitsOf(engine).asksForPrinted;
	const mrzAlone = chooses ? alone !== undefined : state.mrzAlone;
	const going = start({...state, engine, mrzAlone});
	const change = {engine, ...(chooses ? {visual: mrzAlone ? (false as const) : undefined} : {})};
	return transition(going.state, {type: 'saveSettings', change}, ...going.effects);
}

export const doneActs = {
	'done.open': state => openOutsideStep(state, state.exporting.written?.path),
	'done.copyPath': state => copy(state, state.exporting.written?.path ?? ''),
} as const satisfies Readonly<Record<string, Act>>;
