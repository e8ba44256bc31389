import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Agent, request} from 'undici';
import {load} from '../bundle.mjs';
import {startServer} from '../cloud-server.mjs';
import {table} from '../measure.mjs';

export const what =
	'200 pictures against a cloud service on loopback that takes 300 ms a call, 8 at a time, against one at a time';

const latency = 300;
const concurrency = 8;
const pictures = 200;
/** One after the other they would take a minute; a quarter of them shows as much. */
const single = 50;
/** What else the machine does makes a round longer, never shorter: the shortest counts. */
const rounds = 3;

const seconds = milliseconds => `${(milliseconds / 1000).toFixed(2)} s`;
const megabytes = bytes => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Runs something, and returns how long it took and the most memory that the process had meanwhile. */
const watched = async task => {
	let peak = 0;
	const look = () => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const timer = setInterval(look, 20);
	const start = performance.now();
	const result = await task();
	look();
	clearInterval(timer);
	return {result, elapsed: performance.now() - start, peak};
};

export const run = async () => {
	const {modules, urls, remove} = await load({
		batch: 'core/batch/batch.ts',
		engine: 'core/engines/xiangyun/engine.ts',
		body: 'core/engines/xiangyun/body.ts',
		server: '../test/support/xiangyun-server.ts',
		people: '../test/support/invented-passport.ts',
		picture: '../test/support/jpeg-picture.ts',
	});
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	const server = await startServer(urls.server, latency);
	const engine = await modules.engine.createXiangyunEngine({
		credentials: modules.server.testCredentials,
		endpoint: server.url,
	});
	const now = new Date();
	const today = {year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate()};
	const read = async (paths, at) => {
		const batch = modules.batch.startBatch({paths, engine, concurrency: at, today, now: () => new Date()});
		const outcomes = await batch.done;
		const failed = outcomes.filter(outcome => outcome.kind !== 'read').length;
		if (outcomes.length !== paths.length || failed > 0) throw new Error(`${failed} of ${paths.length} were not read`);
	};
	/** The peer: undici alone with the same bodies, nothing opened, judged or kept. What the machine takes, it takes of both. */
	const sendBare = async paths => {
		const dispatcher = new Agent({keepAliveTimeout: 4000});
		const bodies = [];
		for (const path of paths) {
			bodies.push(modules.body.multipartBody(await readFile(path), 'jpg', modules.server.testCredentials));
		}
		const next = bodies.values();
		return await watched(async () => {
			const lane = async () => {
				for (const {bytes, contentType} of next) {
					const headers = {'content-type': contentType};
					const answer = await request(`${server.url}/api/recog.do`, {
						dispatcher,
						method: 'POST',
						headers,
						body: bytes,
					});
					await answer.body.text();
				}
			};
			await Promise.all(Array.from({length: concurrency}, lane));
			await dispatcher.destroy();
		});
	};
	const prepare = async (name, count) => {
		await mkdir(join(folder, name));
		const paths = [];
		for (let index = 0; index < count; index++) {
			const path = join(folder, name, `${index}.jpg`);
			// About 200 KB each, as the service advises, and each another one.
			const bytes = await modules.picture.jpegPicture({
				seed: paths.length + 1,
				content: 'noise',
				width: 580,
				height: 415,
			});
			await writeFile(path, Buffer.concat([bytes, Buffer.from(name)]));
			paths.push(path);
		}
		return paths;
	};
	try {
		// Connections, compiled code and the event loop warm, as in the middle of a batch.
		await read(await prepare('warm', 16), concurrency);
		const one = await prepare('one', single);
		const many = [];
		for (let round = 0; round < rounds; round++) many.push(await prepare(`many ${round}`, pictures));
		const alone = await watched(() => read(one, 1));
		const runs = [];
		const bareRuns = [];
		for (const paths of many) {
			bareRuns.push(await sendBare(paths));
			runs.push(await watched(() => read(paths, concurrency)));
		}
		const shortest = all => all.reduce((best, run) => (run.elapsed < best.elapsed ? run : best));
		const together = shortest(runs);
		const bare = shortest(bareRuns);
		const before = await server.calls();
		const again = await watched(() => read(many[0], concurrency));
		const ideal = (pictures / concurrency) * latency;
		return [
			...table([
				['', 'pictures', 'elapsed', 'a picture', 'peak memory'],
				['one at a time', `${single}`, seconds(alone.elapsed), seconds(alone.elapsed / single), megabytes(alone.peak)],
				[
					`${concurrency} at a time`,
					`${pictures}`,
					seconds(together.elapsed),
					seconds(together.elapsed / pictures),
					megabytes(together.peak),
				],
				['undici alone, as many at a time', `${pictures}`, seconds(bare.elapsed), seconds(bare.elapsed / pictures), ''],
				[
					'the same batch, kept',
					`${pictures}`,
					seconds(again.elapsed),
					seconds(again.elapsed / pictures),
					megabytes(again.peak),
				],
			]),
			`elapsed / the least that is possible (${seconds(ideal)}): ${(together.elapsed / ideal).toFixed(3)}`,
			`elapsed / undici alone: ${(together.elapsed / bare.elapsed).toFixed(3)}`,
			`all rounds: ${runs.map(({elapsed}) => seconds(elapsed)).join(', ')}`,
			`faster than one at a time: ${(alone.elapsed / single / (together.elapsed / pictures)).toFixed(2)} times`,
			`calls for what was read before: ${(await server.calls()) - before}`,
		];
	} finally {
		await engine.close();
		await server.close();
		await remove();
		await rm(folder, {recursive: true, force: true});
	}
};
