import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {createWorker} from 'tesseract.js';
import {load} from '../bundle.mjs';
import {findLines} from '../find-lines.mjs';
import {labelled} from '../labels.mjs';
import {median, milliseconds, table, timed} from '../measure.mjs';

const require = createRequire(import.meta.url);

export const what =
	'the offline engine, the MRZ alone (with --printed also the text above it), against tesseract.js with its English model, the same pages, after 5 seconds of reading each';

/** Milliseconds for which each reader reads before it is measured: V8 compiles what runs often. */
const warming = 5000;

const warm = async (reader, pages) => {
	const start = performance.now();
	for (let page = 0; performance.now() - start < warming; page++)
		await timed(() => reader.read(pages[page % pages.length].path));
};

const same = (lines, mrz) => lines?.[0] === mrz[0] && lines?.[1] === mrz[1];

/** What an export row is trusted for, as the zone has it: all of line 1 but the type, and number to expiry of line 2. */
const deciding = ([one, two]) => [one.slice(2), two.slice(0, 9), two.slice(10, 19), two.slice(20, 27)].join('|');

const ours = async ({printed = false}) => {
	const {modules, remove} = await load({
		engine: 'core/engines/offline/engine.ts',
		open: 'core/pictures/open.ts',
		judge: 'core/passport/judge/judge.ts',
	});
	const engine = await modules.engine.createOfflineEngine({mrzAlone: !printed});
	const now = new Date();
	const today = {year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate()};
	return {
		async read(path) {
			const [reading] = await engine.read(await modules.open.openPicture(path));
			const passport = modules.judge.judge(reading, {today});
			return {lines: reading.shape === 'TD3' ? passport.lines : undefined, clean: passport.status === 'clean'};
		},
		async close() {
			await engine.close();
			await remove();
		},
	};
};

const theirs = async () => {
	const data = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
	const worker = await createWorker('eng', 1, {
		langPath: data,
		cacheMethod: 'none',
		gzip: true,
		errorHandler: () => {},
	});
	return {
		read: async path => ({lines: findLines((await worker.recognize(path)).data.text)}),
		close: () => worker.terminate(),
	};
};

export const run = async options => {
	const pictures = await labelled(options);
	const pages = pictures.filter(picture => picture.readable);
	const readers = {ours: await ours(options), theirs: await theirs()};
	const times = {ours: [], theirs: []};
	const exact = {ours: 0, theirs: 0};
	let clean = 0;
	const silent = [];
	try {
		for (const reader of Object.values(readers)) await warm(reader, pages);
		// Turn by turn, so that what else the machine does falls on both.
		for (const {path, mrz, readable} of pictures) {
			const answer = await timed(() => readers.ours.read(path));
			if (answer.result?.clean) {
				clean++;
				if (mrz?.length !== 2 || !answer.result.lines || deciding(answer.result.lines) !== deciding(mrz))
					silent.push(path);
			}
			if (!readable) continue;
			times.ours.push(answer.milliseconds);
			if (same(answer.result?.lines, mrz)) exact.ours++;
			const other = await timed(() => readers.theirs.read(path));
			times.theirs.push(other.milliseconds);
			if (same(other.result?.lines, mrz)) exact.theirs++;
		}
	} finally {
		for (const reader of Object.values(readers)) await reader.close();
	}

	const {version} = require('tesseract.js/package.json');
	const ratio = (median(times.ours) / median(times.theirs)).toFixed(2);
	const share = count => `${count} of ${pages.length} (${Math.round((count / pages.length) * 100)} %)`;
	return [
		`${pages.length} readable passports of ${pictures.length} pictures`,
		...table([
			['', 'median a page', 'both lines exact', 'ratio'],
			['passport-ocr-tui, offline', milliseconds(median(times.ours)), share(exact.ours), ratio],
			[`tesseract.js ${version}`, milliseconds(median(times.theirs)), share(exact.theirs), '1'],
		]),
		`said to be clean: ${clean} of ${pictures.length}; of these wrong: ${silent.length}${silent.map(path => `\n    ${path}`).join('')}`,
	];
};
