import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {root} from './bundle.mjs';

/**
 * Runs `recognize` of the built program. Returns its memory in bytes as each line was printed, the most that it had, its
 * processor time in milliseconds, and what it printed.
 *
 * @param count how many lines there must be, where that is known.
 */
export const readInChild = async (words, count, home) => {
	const child = spawn(
		process.execPath,
		[
			'--require',
			fileURLToPath(new URL('memory-child.cjs', import.meta.url)),
			join(root, 'dist/cli.js'),
			...['recognize', '--output-format', 'ndjson', '--quiet', ...words],
		],
		{
			env: {PATH: process.env.PATH, LANG: 'C', HOME: home, PASSPORT_OCR_CONFIG_DIR: home},
			stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
		},
	);
	let [now, peak, cpu] = [0, 0, 0];
	const seen = [];
	const lines = [];
	createInterface({input: child.stdio[3]}).on('line', line => {
		const [memory, time] = line.split(' ').map(Number);
		now = memory;
		peak = Math.max(peak, now);
		cpu = time;
	});
	createInterface({input: child.stdout}).on('line', line => {
		lines.push(JSON.parse(line));
		seen.push(now);
	});
	await once(child, 'close');
	if (count !== undefined && lines.length !== count) throw new Error(`${lines.length} of ${count} pages were read`);
	return {seen, peak, cpu, lines};
};
