#!/usr/bin/env node
// A bundle of its own, which any Node can parse: what the program does is in program.ts.

import {readFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const args = process.argv.slice(2);

if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`passport-ocr-tui needs Node.js 20.19 or later; this is ${process.version}.`);
	process.exitCode = 1;
} else if (args.includes('--version') || args.includes('-V') || args[0] === '-v') {
	// The console is silent about a full disk.
	process.stdout.on('error', error => {
		console.error(`stdout cannot be written: ${error.message}`);
		process.exitCode = 1;
	});
	process.stdout.write(`${JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')).version}\n`);
} else {
	void start();
}

/** Of the words that the program begins with, those of a session. */
function opensSession(first = '-'): boolean {
	return first.startsWith('-') || first === 'demo';
}

async function start(): Promise<void> {
	// Before anything uses Node's pool of threads: each of them keeps memory of the pictures that it decoded, and two
	// cores decode no more than two at a time.
	process.env.UV_THREADPOOL_SIZE ??= String(Math.max(2, Math.min(4, availableParallelism())));
	if (opensSession(args[0])) (await import('./core/give-way.ts')).helpersGiveWay();
	const {startEarly} = await import('./core/engines/start-early.ts');
	const takeThread = startEarly(args, join(__dirname, 'worker.js'));
	const {keepCompiled, loadCompiled} = await import('./core/compiled-code.ts');
	const program = loadCompiled<typeof import('./program.ts')>(join(__dirname, 'program.js'), args[0]);
	await program.run(args, keepCompiled, takeThread);
}
