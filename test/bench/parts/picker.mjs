import {spawn} from 'node:child_process';
import {closeSync, existsSync, mkdirSync, openSync} from 'node:fs';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import xterm from '@xterm/headless';
import {root as project} from '../bundle.mjs';
import {milliseconds, table} from '../measure.mjs';

export const what =
	'choosing among 100,000 pictures: from opening to the first screen, and from a key to its frame, against readdir, sort and filter';

const cli = join(project, 'dist/cli.js');
const folders = 400;
const inEach = 200;
const flat = 20_000;
/** What a person types into the filter, and deletes again. */
const typed = ['/', ...'img_12', 'backspace', 'backspace', ...'7', 'backspace', ...'19', 'esc'];
const bytes = {backspace: '\x7f', esc: '\x1b'};

const makeTree = root => {
	const fill = (folder, count) => {
		mkdirSync(folder, {recursive: true});
		for (let index = 0; index < count; index++) closeSync(openSync(join(folder, `IMG_${index}.jpg`), 'w'));
	};
	fill(root, flat);
	for (let index = 0; index < folders; index++) fill(join(root, `group-${index}`), inEach);
};

const wait = time => new Promise(resolve => setTimeout(resolve, time));

/** The program itself under a terminal of 120 x 40, made by script(1), and what is seen on it. */
const openTerminal = (folder, settings) => {
	const words = [process.execPath, cli, '--engine', 'offline'].map(word => `'${word}'`).join(' ');
	const child = spawn('script', ['-qefc', `stty cols 120 rows 40; exec ${words}`, '/dev/null'], {
		cwd: folder,
		env: {...process.env, TERM: 'xterm-256color', COLORTERM: 'truecolor', PASSPORT_OCR_CONFIG_DIR: settings},
		stdio: ['pipe', 'pipe', 'ignore'],
		detached: true,
	});
	const term = new xterm.Terminal({cols: 120, rows: 40, allowProposedApi: true});
	let heard = () => {};
	child.stdout.on('data', data => {
		const at = performance.now();
		term.write(data, () => heard(at));
	});
	const screen = () =>
		Array.from({length: 40}, (_, y) => term.buffer.active.getLine(y)?.translateToString(true) ?? '').join('\n');
	return {
		screen,
		/** Milliseconds from now until what is seen fulfils a condition: when it came, not when it was looked at. */
		async until(condition, start = performance.now()) {
			const at = await new Promise(resolve => {
				heard = time => condition(screen()) && resolve(time);
			});
			heard = () => {};
			return at - start;
		},
		press: key => child.stdin.write(bytes[key] ?? key),
		close: () => process.kill(-child.pid, 'SIGTERM'),
	};
};

/** Keys one after the other; milliseconds from each to the first frame that shows what it did. */
const typeAll = async terminal => {
	const times = [];
	let filter = '';
	for (const [index, key] of typed.entries()) {
		// At no fixed pace: a frame may just have been painted, or not.
		await wait(60 + ((index * 37) % 60));
		if (key !== '/') filter = key === 'esc' ? '' : key === 'backspace' ? filter.slice(0, -1) : filter + key;
		const start = performance.now();
		terminal.press(key);
		const shown = key === 'esc' ? text => !/Filter +\//.test(text) : text => text.includes(`Filter / ${filter} `);
		const time = await terminal.until(shown, start);
		// Escape waits for what may follow it.
		if (key !== 'esc') times.push(time);
	}
	return times;
};

const percentile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1];

const ours = async (root, settings) => {
	const terminal = openTerminal(root, settings);
	try {
		await terminal.until(text => text.includes('Start'));
		await wait(300);
		const start = performance.now();
		// "Start": the picker opens.
		terminal.press('\r');
		const opened = await terminal.until(text => (text.match(/IMG_\d+\.jpg|group-\d+\//g) ?? []).length >= 20, start);
		const during = [];
		while (/ searching /.test(terminal.screen())) during.push(...(await typeAll(terminal)));
		const after = [];
		for (let round = 0; round < 4; round++) after.push(...(await typeAll(terminal)));
		const [, found = '?'] = / of (\d+) chosen/.exec(terminal.screen()) ?? [];
		return {opened, during, after, found};
	} finally {
		terminal.close();
	}
};

/** What one would write first: everything listed, sorted and filtered in one go. Nothing is drawn here. */
const stock = async root => {
	const start = performance.now();
	const entries = await readdir(root, {recursive: true, withFileTypes: true});
	const names = entries.filter(entry => entry.isFile() && /\.jpe?g$/i.test(entry.name)).map(({name}) => name);
	const order = new Intl.Collator('en', {numeric: true});
	names.sort(order.compare);
	const opened = performance.now() - start;
	const times = [];
	let filter = '';
	for (const key of typed.slice(1, -1)) {
		filter = key === 'backspace' ? filter.slice(0, -1) : filter + key;
		const from = performance.now();
		const wanted = names.filter(name => name.toLowerCase().includes(filter)).sort(order.compare);
		wanted.slice(0, 30).join('\n');
		times.push(performance.now() - from);
	}
	return {opened, times};
};

export const run = async () => {
	if (!existsSync(cli)) return ['dist/cli.js is missing: npm run build'];
	const root = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	try {
		makeTree(root);
		const mine = await ours(root, join(root, '.settings'));
		const peer = await stock(root);
		const row = (name, opened, during, after) =>
			[name, opened, during, after].map(each => (typeof each === 'number' ? milliseconds(each) : each));
		const p95 = numbers => (numbers.length > 0 ? percentile(numbers, 0.95) : '');
		return [
			`${mine.found} pictures found in ${folders} folders and ${flat} beside them; ${mine.during.length} keys while searching, ${mine.after.length} after`,
			...table([
				['', 'first screen', 'key, searching (p95)', 'key, after (p95)'],
				row('ours, drawn', mine.opened, p95(mine.during), p95(mine.after)),
				row('readdir, sort, filter; not drawn', peer.opened, '', p95(peer.times)),
			]),
		];
	} finally {
		await rm(root, {recursive: true, force: true});
	}
};
