import {fork} from 'node:child_process';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {load} from '../bundle.mjs';
import {table} from '../measure.mjs';

export const what =
	'records written as lists of 10,000, 100,000 and 1,000,000 rows, and from a folder, against a plain exceljs Workbook';

const child = fileURLToPath(new URL('../export-child.mjs', import.meta.url));
const seconds = value => `${value.toFixed(1)} s`;
const megabytes = bytes => `${Math.round(bytes / 2 ** 20)} MB`;

/** Each in a process of its own: its peak memory is that of one list. */
const measured = (job, request) =>
	new Promise((resolve, reject) => {
		const process = fork(child, [JSON.stringify({job, ...request})], {
			execArgv: job === 'peer' ? ['--max-old-space-size=8000'] : [],
		});
		let answer;
		process.on('message', message => {
			answer = message;
		});
		process.on('exit', code => (answer ? resolve(answer) : reject(new Error(`${job} ended with ${code}`))));
	});

/** `--rounds N`: rows of the long list (100,000). */
export const run = async ({rounds}) => {
	const long = Number(rounds ?? 100_000);
	const short = long / 10;
	const {urls, remove} = await load({
		write: 'core/export/write.ts',
		text: 'text/index.ts',
		rows: 'core/export/rows.ts',
		command: 'commands/export.ts',
		toJson: 'core/records/json/to-json.ts',
		run: '../test/support/run-command.ts',
		records: '../test/support/records.ts',
		numbers: '../test/bench/export-records.ts',
	});
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	try {
		const jobs = [
			['excel', short],
			['excel', long],
			['excel', 10 * long],
			['csv', short],
			['csv', long],
			['json', long],
			['ndjson', long],
			['peer', long],
			['write folder', long],
			['parse folder', long],
			['folder', long],
		];
		const lines = [];
		const results = {};
		for (const [job, count] of jobs) {
			const isFolder = job.endsWith('folder');
			const path = join(folder, isFolder ? 'sidecars' : `${job}-${count}`);
			const result = await measured(job, {urls, count, path});
			const {size} = await stat(job === 'folder' ? `${path}.xlsx` : path);
			results[`${job} ${count}`] = result;
			lines.push([
				job,
				`${count}`,
				seconds(result.cpu),
				seconds(result.elapsed),
				megabytes(result.peak),
				megabytes(size),
			]);
			if (!isFolder) await rm(path);
		}
		const ratio = (one, other, by = 'cpu') =>
			(results[`${one} ${long}`][by] / results[`${other} ${long}`][by]).toFixed(3);
		const grown = job => megabytes(results[`${job} ${long}`].peak - results[`${job} ${short}`].peak);
		return [
			`${results[`excel ${long}`].columns} columns`,
			...table([['', 'rows', 'CPU', 'elapsed', 'peak memory', 'file'], ...lines]),
			`Excel: ${ratio('excel', 'peer')} of the plain Workbook's time; CSV: ${ratio('csv', 'peer')}`,
			`from a folder, against reading and parsing its files alone: ${ratio('folder', 'parse folder', 'elapsed')} by the clock, ${ratio('folder', 'parse folder')} of CPU`,
			`peak memory of the long list above the short one: Excel ${grown('excel')}, CSV ${grown('csv')}`,
		];
	} finally {
		await rm(folder, {recursive: true, force: true});
		await remove();
	}
};
