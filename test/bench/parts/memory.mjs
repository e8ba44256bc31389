import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {load, root} from '../bundle.mjs';
import {startServer} from '../cloud-server.mjs';
import {fill, labelledJpegs} from '../many-pictures.mjs';
import {table} from '../measure.mjs';

export const what =
	'memory of the built program that reads many pictures, against 50: offline, with the printed text, and with the cloud';

const parts = 10;
const few = 50;
const megabytes = bytes => Math.round(bytes / 2 ** 20);

/** Runs the program on a folder. Returns its memory when each tenth of the pictures was read, and the most it had. */
const measure = async (folder, count, words, env, home) => {
	const child = spawn(
		process.execPath,
		[
			'--require',
			fileURLToPath(new URL('../memory-child.cjs', import.meta.url)),
			join(root, 'dist/cli.js'),
			...['recognize', '--dir', folder, '--output-format', 'ndjson', '--quiet', ...words],
		],
		{
			env: {PATH: process.env.PATH, LANG: 'C', HOME: home, PASSPORT_OCR_CONFIG_DIR: home, ...env},
			stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
		},
	);
	let now = 0;
	let peak = 0;
	let read = 0;
	const seen = [];
	createInterface({input: child.stdio[3]}).on('line', line => {
		now = Number.parseInt(line, 10);
		peak = Math.max(peak, now);
	});
	createInterface({input: child.stdout}).on('line', () => {
		read++;
		if (Math.floor((read * parts) / count) > seen.length) seen.push(now);
	});
	await once(child, 'close');
	if (read < count) throw new Error(`${read} of ${count} pictures were read`);
	return {seen, peak};
};

/** `--rounds N`: so many pictures instead of 1,000 offline, half as many with the printed text, and twice as many with the cloud. */
export const run = async options => {
	const count = Number(options.rounds ?? 1000);
	const pages = await labelledJpegs(options);
	const {modules, urls, remove} = await load({
		server: '../test/support/xiangyun-server.ts',
		picture: '../test/support/jpeg-picture.ts',
	});
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	const server = await startServer(urls.server, 20);
	const {key, secret} = modules.server.testCredentials;
	const account = {PASSPORT_OCR_KEY: key, PASSPORT_OCR_SECRET: secret, PASSPORT_OCR_ENDPOINT: server.url};
	// About 200 KB, as the service advises.
	const photo = await modules.picture.jpegPicture({content: 'noise', width: 580, height: 415});
	const runs = [
		['offline, MRZ alone', count, pages, ['--engine', 'offline', '--no-printed'], {}],
		['offline, with printed text', Math.ceil(count / 2), pages, ['--engine', 'offline'], {}],
		['cloud', count * 2, [photo], ['--engine', 'xiangyun'], account],
	];
	try {
		const rows = [];
		for (const [index, [name, all, originals, words, env]] of runs.entries()) {
			// Each with a store of its own: what is kept from one is not read again in the other.
			const of = async number => {
				const batch = await fill(join(folder, `${index}-${number}`), originals, number);
				const measured = await measure(batch, number, words, env, join(folder, `home-${index}-${number}`));
				await rm(batch, {recursive: true});
				return measured;
			};
			const peer = await of(few);
			const {seen, peak} = await of(all);
			const ratio = seen.at(-1) / peer.seen.at(-1);
			rows.push([
				name,
				`${all}`,
				seen.map(megabytes).join(' '),
				`${megabytes(peak)} MB`,
				`${megabytes(peer.seen.at(-1))} MB`,
				`${megabytes(peer.peak)} MB`,
				ratio.toFixed(2),
			]);
		}
		const head = ['', 'pictures', 'MB after each tenth', 'peak', `after ${few}`, 'peak', 'after all / few'];
		return table([head, ...rows]);
	} finally {
		await server.close();
		await remove();
		await rm(folder, {recursive: true, force: true});
	}
};
