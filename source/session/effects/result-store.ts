import type {ResultStore} from '../../core/records/result-store.ts';
import type {RunnerOptions} from './runner.ts';

/** Returns what opens the results by content, once, when they are first needed: settings say whether an index is kept. */
export function resultStoreOf({configDir}: Pick<RunnerOptions, 'configDir'>): () => Promise<ResultStore> {
	let opening: Promise<ResultStore> | undefined;
	const open = async () => {
		const [{createResultStore}, {resultsFolder, settingsFolder}, {readSettings}] = await Promise.all([
			import('../../core/records/result-store.ts'),
			import('../../core/settings/folder.ts'),
			import('../../core/settings/settings.ts'),
		]);
		const {env} = process;
		const {defaults} = await readSettings(settingsFolder(configDir, {env})).then(
			({settings}) => settings,
			() => ({}) as {readonly defaults?: undefined},
		);
		return createResultStore(resultsFolder(configDir, {env}), defaults?.index !== 'off');
	};
	return () => {
		opening ??= open();
		return opening;
	};
}
