import {copyFile, link, mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {load} from '../bundle.mjs';
import {openOurs, openStock} from '../keys/app.mjs';
import {checkBatch} from '../keys/check-batch.mjs';
import {keepReading} from '../keys/keep-reading.mjs';
import {percentile, pressTimed, wait} from '../keys/press.mjs';
import {readSpecimens, renamed, spoilt} from '../keys/readings.mjs';
import {median, milliseconds, table} from '../measure.mjs';

export const what =
	'checking 5,000 passports with pictures on: from a key to its painted frame, and bytes, against stock Ink; and the keys that 30 passports take';

const passports = 5000;
/** So many have a picture of their own; the keys stay among them. */
const pictured = 24;
const walked = 6;
const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
];
const today = {year: 2026, month: 11, day: 22};

/** At each passport: fields, an edit and its undo, confirming and its undo, the next passport. */
// On a name: what a person types into a code or a date is refused where it is none.
const keysThere = ['j', 'down', 'k', 'k', 'j', 'e', 'backspace', 'Q', 'tab', 'u', 'enter', 'u', 's', 'u', 'J'];
const script = Array.from({length: walked}, () => keysThere).flat();
const inList = [
	'l',
	...Array(6).fill('j'),
	...Array(3).fill('k'),
	'/',
	'h',
	'o',
	'l',
	'backspace',
	'enter',
	'j',
	'j',
	'enter',
];

const modulesWanted = {
	session: 'screen/open-session.tsx',
	update: 'session/update.ts',
	initial: 'session/initial.ts',
	terminal: 'terminal/terminal.ts',
	key: 'terminal/keyboard/key.ts',
	keys: 'screen/keys/press-key.ts',
	page: 'core/pictures/page.ts',
	open: 'core/pictures/open.ts',
	offline: 'core/engines/offline/engine.ts',
	priority: 'core/give-way.ts',
	judge: 'core/passport/judge/judge.ts',
	digits: 'core/passport/mrz/check-digits.ts',
	geometry: 'core/records/geometry.ts',
	review: 'core/review/review.ts',
	doubts: 'core/review/doubts.ts',
	selectors: 'core/review/selectors.ts',
};
const modulesOfStock = {
	app: 'screen/app.tsx',
	store: 'session/store.ts',
	update: 'session/update.ts',
	views: 'screen/picture/pictures-shown.ts',
	paint: 'screen/picture/paint.ts',
	key: 'terminal/keyboard/key.ts',
	keys: 'screen/keys/press-key.ts',
	ink: '../node_modules/ink/build/index.js',
	react: '../node_modules/react/index.js',
};

/** Another person's reading for each place in the batch; a third of them with a name that wants a look. */
const readingAt = (index, seen, {digits}) => {
	const reading = renamed(seen[index % seen.length].reading, index, digits.checkDigit);
	return index % 3 === 0 ? spoilt(reading, 8) : reading;
};

const recordAt = ({path, file}, reading, {judge, geometry}) => ({
	path,
	file,
	sha256: Buffer.from(path).toString('hex').padEnd(64, '0').slice(-64),
	engine: 'offline',
	engineVersion: 'bench',
	recognizedAt: '2026-11-22T06:00:00+00:00',
	passport: judge.judge(reading, {today}),
	review: {state: 'unreviewed', edits: {}, confirmed: []},
	...(geometry.geometryOf(reading) ? {geometry: geometry.geometryOf(reading)} : {}),
});

/** Files for the whole batch, as a person would have them: the program looks whether pictures are still there. */
const linkAll = async (folder, from) => {
	await mkdir(folder);
	const {size, mtimeMs} = await stat(from);
	const paths = Array.from({length: passports}, (_, place) => join(folder, `IMG_${1000 + place}.jpg`));
	for (const path of paths) await link(from, path);
	return paths.map(path => ({path, file: {bytes: size, modified: Math.trunc(mtimeMs)}}));
};

/** Waits for a state of the session. @throws {Error} After a minute: what was waited for, and what is shown instead. */
const until = async (what, condition, store) => {
	const end = performance.now() + 60_000;
	while (!condition(store.state())) {
		if (performance.now() > end) {
			const {screen, reading, question} = store.state();
			const shown = JSON.stringify({screen, phase: reading.phase, question});
			throw new Error(`waited a minute for ${what}; shown: ${shown}`);
		}
		await wait(20);
	}
};

/** Reads the pictures as a person would have it, then adds the rest of the 5,000, and opens checking. */
const loadBatch = async (ours, rest, seen, modules) => {
	const {store} = ours;
	await until('the pictures to be read', state => state.reading.phase === 'done', store);
	const {items} = store.state().reading;
	for (const {path, outcome} of items) {
		if (outcome?.kind !== 'read') throw new Error(`${path} was not read: ${JSON.stringify(outcome)}`);
	}
	const records = Array.from({length: passports - items.length}, (_, index) => {
		const place = items.length + index;
		return recordAt(rest[place], readingAt(place, seen, modules), modules);
	});
	store.send({
		type: 'batch',
		items: [
			...items,
			...records.map(record => ({
				path: record.path,
				state: 'read',
				outcome: {kind: 'read', record, from: 'kept', milliseconds: 0},
				milliseconds: 0,
			})),
		],
		fresh: records,
		phase: 'done',
		concurrency: 2,
		timeLeft: undefined,
		now: Date.now(),
	});
	ours.press('tab');
	await until('checking to be opened', state => state.screen === 'review', store);
};

/** This takes minutes: says where it is. */
const tell = what => console.error(`  keys: ${what} …`);

const pressAll = async (app, keys) => {
	const times = [];
	// At no fixed pace, as people type.
	for (const [index, id] of keys.entries()) times.push({id, ...(await pressTimed(app, id, 5 + ((index * 13) % 30)))});
	return times;
};

/** Each key in every round; a busy machine may slow one of them. */
const overRounds = (rounds, part) => rounds[0].map((_, index) => median(rounds.map(round => round[index][part])));

/** Our session with pictures and without, at the first passport of a batch. */
const openBatch = async (size, pictures, {folder, rest, seen, modules, reading}) => {
	const opening = {language: 'en', ascii: false, today, home: folder, folder, paths: [folder], engine: 'offline'};
	const configDir = join(folder, `.settings-${pictures}-${size.columns}`);
	const mine = openOurs(modules, {size, opening, reading, configDir, pictures});
	await loadBatch(mine, rest, seen, modules);
	return mine;
};

/** The same keys once more, while all cores read. */
const whileReading = async (size, rounds, context) => {
	tell('while two pages are being read');
	const ours = await openBatch(size, true, context);
	await wait(500);
	const readers = await keepReading(
		context.modules,
		context.seen.map(({path}) => path),
	);
	const taken = {review: [], list: []};
	for (let round = 0; round <= rounds; round++) {
		for (const [part, keys] of Object.entries({review: script, list: inList})) {
			ours.press('g');
			await wait(200);
			const times = await pressAll(ours, keys);
			// The first round warms up.
			if (round > 0) taken[part].push(times);
		}
	}
	const pages = await readers.stop();
	await ours.close();
	const rows = Object.entries(taken).map(([part, found]) => {
		const times = overRounds(found, 'milliseconds');
		const all = found.flat().map(one => one.milliseconds);
		return [
			part === 'review' ? 'checking' : 'the list',
			milliseconds(median(times)),
			milliseconds(percentile(times, 0.95)),
			milliseconds(percentile(all, 0.95)),
			milliseconds(percentile(overRounds(found, 'cpu'), 0.95)),
		];
	});
	return [
		`while two pages are being read (${pages} were), ${size.columns}x${size.rows}, ${passports} passports`,
		...table([['', 'median', 'p95', 'p95 of all', 'p95, processor of all threads'], ...rows]),
	];
};

const atSize = async (size, rounds, context) => {
	const {stockModules, plainModules, pageOf} = context;
	tell(`at ${size.columns}x${size.rows}`);
	const ours = await openBatch(size, true, context);
	const bare = await openBatch(size, false, context);
	await wait(500);
	const stock = openStock(stockModules, {size, state: ours.store.state(), pageOf});
	const plain = openStock(plainModules, {size, state: ours.store.state(), pageOf});
	const bareStock = openStock(stockModules, {size, state: bare.store.state(), pageOf});
	const apps = {ours, stock, plain, bare, bareStock};
	const found = {};
	for (const [part, keys] of [
		['review', script],
		['list', inList],
	]) {
		const taken = {ours: [], stock: [], plain: [], bare: [], bareStock: []};
		for (let round = 0; round <= rounds; round++) {
			for (const [name, app] of Object.entries(apps)) {
				app.press('g');
				await wait(200);
				const times = await pressAll(app, keys);
				// The first round warms up.
				if (round > 0) taken[name].push(times);
			}
		}
		found[part] = taken;
	}
	for (const app of Object.values(apps)) await app.close();
	return found;
};

export const run = async ({rounds = '2'}) => {
	process.env.FORCE_COLOR = '3';
	const {modules, remove} = await load(modulesWanted);
	// As the program does when it starts.
	modules.priority.helpersGiveWay();
	// Ink as it was published: what we change in it is left out.
	const stock = await load(modulesOfStock, {stock: true});
	const blocks = fileURLToPath(new URL('../keys/plain-blocks.mjs', import.meta.url));
	const plain = await load(modulesOfStock, {stock: true, instead: {'terminal/graphics/blocks.ts': blocks}});
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	try {
		const seen = await readSpecimens(modules);
		const lines = checkBatch(seen, modules, today);
		const pages = seen.filter(({reading}) => reading);
		const byPath = new Map();
		for (let index = 0; index < pictured; index++) {
			const path = join(folder, `IMG_${1000 + index}.jpg`);
			const from = pages[index % pages.length];
			await copyFile(from.path, path);
			// Another picture to the program, the same to the eye.
			await writeFile(path, Buffer.concat([await readFile(path), Buffer.from(`#${index}`.padEnd(8))]));
			byPath.set(path, {reading: readingAt(index, pages, modules), page: await modules.page.openPage(path)});
		}
		const context = {
			folder,
			rest: await linkAll(`${folder}-rest`, join(folder, 'IMG_1000.jpg')),
			seen: pages,
			modules,
			stockModules: stock.modules,
			plainModules: plain.modules,
			pageOf: path => byPath.get(path)?.page,
			reading: path => byPath.get(path).reading,
		};
		for (const size of sizes) {
			const found = await atSize(size, Number(rounds), context);
			for (const [part, taken] of Object.entries(found)) lines.push('', ...report(size, part, taken));
		}
		lines.push('', ...(await whileReading(sizes.at(-1), Number(rounds), context)));
		return lines;
	} finally {
		for (const one of [folder, `${folder}-rest`]) await rm(one, {recursive: true, force: true});
		await remove();
		await stock.remove();
		await plain.remove();
	}
};

const words = {
	ours: 'ours, with pictures',
	stock: 'stock Ink, our pictures',
	plain: 'stock Ink, usual pictures',
	bare: 'ours, without',
	bareStock: 'stock Ink, without',
};
/** Whom each is measured against. */
const peers = {ours: ['stock', 'plain'], bare: ['bareStock']};

const report = ({columns, rows}, part, taken) => {
	const keys = taken.ours[0].length;
	const sum = numbers => numbers.reduce((total, one) => total + one, 0);
	const of = Object.fromEntries(
		Object.entries(taken).map(([name, rounds]) => {
			const times = overRounds(rounds, 'milliseconds');
			const all = rounds.flat().map(one => one.milliseconds);
			return [
				name,
				{
					p50: median(times),
					p95: percentile(times, 0.95),
					raw: percentile(all, 0.95),
					cpu: percentile(overRounds(rounds, 'cpu'), 0.95),
					bytes: sum(overRounds(rounds, 'bytes')) / keys,
				},
			];
		}),
	);
	const ratio = (name, what) =>
		(peers[name] ?? [name]).map(peer => (of[name][what] / of[peer][what]).toFixed(2)).join(', ');
	return [
		`${part === 'review' ? 'checking' : 'the list'}, ${columns}x${rows}: ${keys} keys, ${passports} passports`,
		...table([
			['', 'median', 'p95', 'p95 of all', 'p95, processor', 'bytes a key', 'p95, ratio', 'bytes, ratio'],
			...Object.keys(of).map(name => [
				words[name],
				milliseconds(of[name].p50),
				milliseconds(of[name].p95),
				milliseconds(of[name].raw),
				milliseconds(of[name].cpu),
				Math.round(of[name].bytes).toString(),
				ratio(name, 'p95'),
				ratio(name, 'bytes'),
			]),
		]),
	];
};
