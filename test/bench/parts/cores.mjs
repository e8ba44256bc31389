import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../bundle.mjs';
import {fill, labelledJpegs} from '../many-pictures.mjs';
import {median, table, timed} from '../measure.mjs';

export const what =
	'many pictures on all cores, against the same on one, with the start of the program; and what the machine allows: as many programs as cores, each with its share of the pictures and a core of its own';

/** The program's start, and what each thread has V8 compile, count little beside so many. */
const count = 240;

const read = async (folder, words, before) => {
	const program = [...before, process.execPath, join(root, 'dist/cli.js'), 'recognize', '--dir', folder];
	const [command, ...rest] = [...program, '--no-save', '--quiet', '--engine', 'offline', ...words];
	const home = join(folder, '..', 'home');
	const env = {PATH: process.env.PATH, LANG: 'C', HOME: home, PASSPORT_OCR_CONFIG_DIR: home};
	const [code] = await once(spawn(command, rest, {env, stdio: 'ignore'}), 'close');
	// 1: some picture holds no passport that can be read.
	if (code !== 0 && code !== 1) throw new Error(`the program ended with ${code}`);
};

/** `--rounds N`: so many times each, by turns. */
export const run = async options => {
	// With one reading thread V8's helpers still run on the other cores: the system has to hold the program on one.
	if (spawnSync('taskset', ['-c', '0', 'true']).status !== 0) return ['holding a program on one core needs taskset(1)'];
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	try {
		const pages = await labelledJpegs(options, ({readable}) => readable);
		const cores = availableParallelism();
		const batch = await fill(join(folder, 'batch'), pages, count);
		const shares = await Promise.all(
			Array.from({length: cores}, async (_, core) =>
				fill(join(folder, `share-${core}`), pages, Math.ceil(count / cores)),
			),
		);
		const heldTo = core => ['taskset', '-c', String(core)];
		const rows = [];
		for (const [name, words] of Object.entries({'MRZ alone': ['--no-printed'], 'with printed text': []})) {
			const [one, all, apart] = [[], [], []];
			for (let round = 0; round < Number(options.rounds ?? 3); round++) {
				one.push((await timed(() => read(batch, words, heldTo(0)))).milliseconds);
				all.push((await timed(() => read(batch, words, []))).milliseconds);
				const readShares = () => Promise.all(shares.map((share, core) => read(share, words, heldTo(core))));
				apart.push((await timed(readShares)).milliseconds);
			}
			const seconds = times => `${(median(times) / 1000).toFixed(1)} s`;
			const faster = times => (median(one) / median(times)).toFixed(2);
			rows.push([name, seconds(one), seconds(all), faster(all), faster(apart)]);
		}
		return table([[`${count} pictures`, 'one core', `${cores} cores`, 'times as fast', 'a program a core'], ...rows]);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
