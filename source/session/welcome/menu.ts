import {credentialsAnew} from '../account/update.ts';
import {copy} from '../app/copy.ts';
import {openOutsideStep} from '../app/open-outside.ts';
import {appActs, leave} from '../app/update.ts';
import type {MenuItem} from '../event.ts';
import {openDialog} from '../export/update.ts';
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
		case 'quit':
			return leave(state, 0);
		case 'offline':
		case 'offlineVisual': {
			const visual = item === 'offlineVisual';
			const going = start({...state, engine: 'offline', visual});
			const change = {engine: 'offline', visual: visual || undefined} as const;
			return transition(going.state, {type: 'saveSettings', change}, ...going.effects);
		}
		case 'xiangyun': {
			if (!state.accountStored)
				return transition({...state, screen: 'credentials', credentials: credentialsAnew(state)});
			const going = start({...state, engine: 'xiangyun'});
			return transition(going.state, {type: 'saveSettings', change: {engine: 'xiangyun'}}, ...going.effects);
		}
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
	}
}

export const doneActs = {
	'done.open': state => openOutsideStep(state, state.exporting.written?.path),
	'done.copyPath': state => copy(state, state.exporting.written?.path ?? ''),
} as const satisfies Readonly<Record<string, Act>>;
