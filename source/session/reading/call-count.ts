import type {Batch} from '../../core/batch/batch.ts';
import {type CallReport, savedCalls} from '../../core/batch/call-report.ts';
import {isoTime} from '../../core/records/time.ts';
import {stateFolder} from '../../core/settings/folder.ts';
import type {RunnerOptions} from '../effects/runner.ts';

/** What batches ask of a service that charges: said of the one before, counted while one runs, and kept at its end. */
export function createCallCount({send, now, configDir}: Pick<RunnerOptions, 'send' | 'now' | 'configDir'>) {
	const folder = () => stateFolder(configDir, {env: process.env});
	const of = (batch: Batch): {readonly calls?: CallReport} => {
		const count = batch.calls();
		return count ? {calls: {...count, saved: savedCalls(batch.items().flatMap(({outcome}) => outcome ?? []))}} : {};
	};
	return {
		of,
		/** What the run before cost: said before this one costs something. */
		async sayLast(): Promise<void> {
			const {readLastCalls} = await import('../../core/batch/last-calls.ts');
			const calls = await readLastCalls(folder());
			if (calls) send({type: 'lastCalls', calls});
		},
		async keep(batch: Batch): Promise<void> {
			const {calls} = of(batch);
			if (!calls) return;
			const {keepCalls} = await import('../../core/batch/last-calls.ts');
			await keepCalls(folder(), {...calls, at: isoTime(now())});
		},
	};
}
