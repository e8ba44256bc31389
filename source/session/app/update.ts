import {themes} from '../../core/settings/theme.ts';
import {leaveList} from '../batch-list/update.ts';
import {closeEditor} from '../export/column-editor.ts';
import {closeDialog} from '../export/update.ts';
import {neighbour} from '../neighbour.ts';
import {openFolder} from '../picker/open-folder.ts';
import {dropFilter} from '../picker/update.ts';
import {stillToRead} from '../reading/start.ts';
import {unsavedToAsk} from '../reading/unsaved.ts';
import type {AppState, Screen} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';

/**
 * Leaving is safe: what is read and checked is on disk. It asks while pictures are still to be read, and where something
 * could not be kept and was not written to a file either.
 */
export function leave(state: AppState, code: number): Transition {
	const unsaved = unsavedToAsk(state);
	if (unsaved) return transition({...state, question: {kind: 'quitUnsaved', ...unsaved}});
	const count = stillToRead(state);
	return count > 0 && state.question?.kind !== 'quit'
		? transition({...state, question: {kind: 'quit', count}})
		: transition(state, {type: 'quit', code});
}

const backFrom: Readonly<Record<Screen, (state: AppState) => Transition>> = {
	welcome: state => leave(state, 0),
	engine: state => transition({...state, screen: 'welcome'}),
	credentials: state => transition({...state, screen: 'engine'}),
	picker: state =>
		state.picker.filter.text === '' ? transition({...state, screen: 'welcome'}, {type: 'stopScan'}) : dropFilter(state),
	reading(state) {
		if (state.picker.found.length > 0) return transition({...state, screen: 'picker'});
		return state.paths.length > 0 ? transition({...state, screen: 'welcome'}) : openFolder(state, state.picker.folder);
	},
	review: state => transition({...state, screen: 'reading'}),
	list: leaveList,
	export: closeDialog,
	columns: closeEditor,
	form: state => transition({...state, screen: 'export'}),
	done: state => transition({...state, screen: 'review'}),
	details: state => transition({...state, screen: 'review'}),
	settings: state => transition({...state, screen: state.settingsFrom}),
};

/** The next theme; own colours only where some are stored. */
export function nextTheme(state: AppState): Transition {
	const offered = themes.filter(theme => theme !== 'own' || state.colours !== undefined);
	const theme = neighbour(offered, state.theme);
	return transition({...state, theme}, {type: 'saveSettings', change: {theme}});
}

export const appActs = {
	'app.back': state => backFrom[state.screen](state),
	'welcome.quit': state => leave(state, 0),
	'app.language': state => {
		const language = state.language === 'en' ? 'zh' : 'en';
		return transition({...state, language}, {type: 'saveSettings', change: {language}});
	},
	'app.settings': state =>
		state.screen === 'settings'
			? transition(state)
			: transition({...state, screen: 'settings', settingsFrom: state.screen}),
} as const satisfies Readonly<Record<string, Act>>;
