import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {root} from '../bundle.mjs';
import {labelled} from '../labels.mjs';
import {median, milliseconds, table} from '../measure.mjs';

export const what = 'the first frame, --version and one picture from a cold start, against a Node that does nothing';

const cli = join(root, 'dist/cli.js');
const node = process.execPath;
const quoted = words => words.map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ');

/** A command under a terminal of 100 x 30, made by script(1). */
const underTerminal = words => ['script', '-qefc', `stty cols 100 rows 30; exec ${quoted(words)}`, '/dev/null'];

/** Milliseconds from the start of a command to its end, or to the first output that `seen` accepts. */
const until = (words, options, seen) =>
	new Promise((resolve, reject) => {
		const start = performance.now();
		const child = spawn(words[0], words.slice(1), {...options, stdio: ['pipe', 'pipe', 'ignore'], detached: true});
		let text = '';
		let taken;
		child.on('error', reject);
		child.stdout.on('data', data => {
			text += data;
			if (taken === undefined && seen?.(stripVTControlCharacters(text))) {
				taken = performance.now() - start;
				// The whole group: the terminal and what runs in it.
				process.kill(-child.pid, 'SIGTERM');
			}
		});
		child.on('close', code => {
			if (seen && taken === undefined) reject(new Error(`no frame came; exit ${code}: ${text.slice(0, 400)}`));
			else resolve(taken ?? performance.now() - start);
		});
	});

export const run = async ({rounds = '9'}) => {
	if (!existsSync(cli)) return ['dist/cli.js is missing: npm run build'];
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	const options = {
		cwd: folder,
		env: {
			...process.env,
			TERM: 'xterm-256color',
			PASSPORT_OCR_CONFIG_DIR: join(folder, 'config'),
			XDG_CACHE_HOME: join(folder, 'cache'),
		},
	};
	const picture = (await labelled({})).find(({readable}) => readable).path;
	const readsOne = [node, cli, 'recognize', '--file', picture, '--engine', 'offline', '--no-save'];
	const cases = {
		'node -e 0': () => until([node, '-e', '0'], options),
		'--version': () => until([node, cli, '--version'], options),
		'node -e 0, under a terminal': () => until(underTerminal([node, '-e', '0']), options),
		'first frame': () => until(underTerminal([node, cli]), options, text => (text.match(/\p{L}/gu) ?? []).length > 30),
		'one picture, MRZ alone': () => until([...readsOne, '--no-printed'], options),
		'one picture': () => until(readsOne, options),
	};
	const times = Object.fromEntries(Object.keys(cases).map(name => [name, []]));
	try {
		for (let round = 0; round < Number(rounds); round++) {
			for (const [name, measure] of Object.entries(cases)) times[name].push(await measure());
		}
	} finally {
		await rm(folder, {recursive: true, force: true});
	}

	const middle = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
	const ratio = (name, peer) => (middle[name] / middle[peer]).toFixed(2);
	return [
		...table([
			['', 'median', 'ratio'],
			['node -e 0', milliseconds(middle['node -e 0']), '1'],
			['--version', milliseconds(middle['--version']), ratio('--version', 'node -e 0')],
			['node -e 0, under a terminal', milliseconds(middle['node -e 0, under a terminal']), '1'],
			['first frame', milliseconds(middle['first frame']), ratio('first frame', 'node -e 0, under a terminal')],
			...['one picture, MRZ alone', 'one picture'].map(name => [
				name,
				milliseconds(middle[name]),
				ratio(name, 'node -e 0'),
			]),
		]),
	];
};
