import {mayCost} from '../../core/engines/choice.ts';
import type {LoadedSettings} from '../event.ts';
import {withLastExport} from '../export/update.ts';
import {startBatch} from '../reading/start.ts';
import type {AppState} from '../state.ts';
import {type Transition, transition} from '../transition.ts';

/** Settings come after the first frame; they never change what the person has chosen meanwhile. */
export function takeSettings(state: AppState, settings: LoadedSettings): Transition {
	const engine = state.engine ?? settings.engine;
	const next: AppState = {
		...state,
		engine,
		mrzAlone: state.mrzAlone || (settings.mrzAlone === true && !state.demo),
		theme: settings.theme ?? state.theme,
		mouse: settings.mouse ?? state.mouse,
		colours: settings.colours ?? state.colours,
		accountStored: settings.accountStored,
		settingsFile: settings.settingsFile ?? state.settingsFile,
		accountKey: settings.accountKey ?? '',
		accountInKeychain: settings.accountInKeychain ?? false,
		accountFromEnvironment: settings.accountFromEnvironment ?? false,
		cloud: settings.cloud ?? state.cloud,
		exporting: withLastExport(
			{
				...state.exporting,
				savedSets: settings.columnSets ?? {},
				form: {...state.exporting.form, values: settings.forms ?? {}},
			},
			settings.lastExport,
		),
		notice: settings.brokenFile
			? {kind: 'settingsBroken', params: {path: settings.brokenFile}, tone: 'look'}
			: settings.warning && engine !== undefined && mayCost(engine)
				? {kind: 'accountOpen', params: {warning: settings.warning}, tone: 'look'}
				: state.notice,
	};
	const goAhead = engine !== undefined && state.paths.length > 0 && !state.demo && state.screen === 'welcome';
	return goAhead ? startBatch(next, state.paths) : transition(next);
}
