import {toAppError} from '../../core/errors.ts';
import type {FoundPicture} from '../../core/pictures/find.ts';
import type {Problem} from '../event.ts';
import {bundled} from './bundled.ts';
import {problemOf} from './problem.ts';
import type {RunnerOptions} from './runner.ts';

/** Lists a folder: its folders at once, the pictures below it as they are found. A new listing ends the one before. */
export function createScan({send}: RunnerOptions) {
	let stop = () => {};
	return {
		stop: () => stop(),
		async start(folder: string): Promise<void> {
			stop();
			const controller = new AbortController();
			const {signal} = controller;
			let count = 0;
			const pictures = bundled<FoundPicture>(found => send({type: 'picturesFound', folder, pictures: found}), {
				// Each telling lists everything anew: a long list is told less often.
				every: () => (count > 5000 ? 1000 : 100),
			});
			stop = () => {
				controller.abort();
				pictures.drop();
			};
			let problem: Problem | undefined;
			try {
				const {listFolders} = await import('../../core/pictures/folders.ts');
				const folders = await listFolders(folder);
				if (signal.aborted) return;
				send({type: 'foldersFound', folder, folders});
				const {findPictures} = await import('../../core/pictures/find.ts');
				for await (const picture of findPictures([folder], {recursive: true, signal, onProblem: () => {}})) {
					count++;
					pictures.add(picture);
				}
			} catch (thrown) {
				if (toAppError(thrown).code === 'CANCELLED') return;
				problem = problemOf(thrown);
			}
			if (signal.aborted) return;
			pictures.flush();
			send({type: 'searched', folder, ...(problem ? {problem} : {})});
		},
	};
}
