import {load} from '../bundle.mjs';
import {labelled} from '../labels.mjs';

export const what = 'memory of the program that reads with the offline engine, from the first page to the last';

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
const every = 10;

/** The pictures again and again, all threads busy, until `--rounds` pages (500) were read. */
export const run = async options => {
	const pages = Number(options.rounds ?? 500);
	const pictures = await labelled(options);
	const {modules, remove} = await load({
		engine: 'core/engines/offline/engine.ts',
		open: 'core/pictures/open.ts',
	});
	const engine = await modules.engine.createOfflineEngine();
	const seen = [];
	let next = 0;
	let done = 0;
	const start = performance.now();
	const readOn = async () => {
		while (next < pages) {
			const {path} = pictures[next++ % pictures.length];
			await modules.open
				.openPicture(path)
				.then(picture => engine.read(picture))
				.catch(() => undefined);
			if (++done % (pages / every) < 1) seen.push(megabytes());
		}
	};

	try {
		await Promise.all(Array.from({length: engine.concurrency}, readOn));
	} finally {
		await engine.close();
		await remove();
	}

	const seconds = (performance.now() - start) / 1000;
	return [
		`${pages} pages, ${engine.concurrency} at a time, ${(pages / seconds).toFixed(1)} a second`,
		`RSS after each tenth of them, in MB: ${seen.join(' ')}`,
		`from the second tenth to the last: ${seen.at(-1) - seen[1] >= 0 ? '+' : ''}${seen.at(-1) - seen[1]} MB`,
	];
};
