import {type EngineChoice, traitsOf, usesAccount} from '../../core/engines/choice.ts';
import {credentialsAnew} from '../account/update.ts';
import {copy, openOutsideStep} from '../app/outside.ts';
import {ages} from '../app/retention.ts';
import {appActs, leave, nextTheme} from '../app/update.ts';
import type {EngineItem, MenuItem} from '../event.ts';
import {openDialog} from '../export/update.ts';
import {neighbour} from '../neighbour.ts';
import {openFolder} from '../picker/open-folder.ts';
import {start} from '../reading/start.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';

const choices: Readonly<Record<Exclude<MenuItem, EngineItem>, (state: AppState) => Transition>> = {
	start,
	goOn: state => (state.resumable ? transition(state, {type: 'goOn', file: state.resumable.file}) : transition(state)),
	reading: state => transition({...state, screen: 'reading'}),
	engine: state => transition({...state, screen: 'engine'}),
	language: appActs['app.language'],
	settings: appActs['app.settings'],
	theme: nextTheme,
	mouse: state => transition({...state, mouse: !state.mouse}, {type: 'saveSettings', change: {mouse: !state.mouse}}),
	keep(state) {
		const keep = neighbour(ages, state.keep);
		return transition({...state, keep}, {type: 'saveSettings', change: {keep}});
	},
	quit: state => leave(state, 0),
	back: state => transition({...state, screen: 'review'}),
	openFile: state => doneActs['done.open'](state),
	copyPath: state => doneActs['done.copyPath'](state),
	exportAgain: openDialog,
	more: state => openFolder(state, state.picker.folder),
};

const isEngineItem = (item: MenuItem): item is EngineItem => !Object.hasOwn(choices, item);

/** A choice from one of the short menus: welcome, engine, what next. */
export const chooseItem = (state: AppState, item: MenuItem): Transition =>
	isEngineItem(item) ? chooseEngine(state, item) : choices[item](state);

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
