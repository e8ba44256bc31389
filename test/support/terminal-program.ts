import {type ChildProcessWithoutNullStreams, execFileSync, spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {codeCache} from './code-cache.ts';
import {createFakeTerminal, type FakeTerminal} from './terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Why no program can be run in a real pseudo-terminal here; undefined when one can. util-linux's `script` makes them:
 * bsdutils is an essential package on Debian and Ubuntu, and other Linux systems have it as part of util-linux.
 */
export const noPseudoTerminal: string | undefined = (() => {
	if (process.platform !== 'linux') return `script(1) has other options on ${process.platform}`;
	try {
		const version = execFileSync('script', ['--version'], {encoding: 'utf8'});
		return version.includes('util-linux') ? undefined : `script(1) is not util-linux's: ${version.trim()}`;
	} catch {
		return 'script(1) of util-linux is not installed';
	}
})();

/** Bundles a TypeScript program of the tests into a new folder, and returns the file to run. */
export async function bundleProgram(source: string): Promise<{file: string; remove(): void}> {
	// Below node_modules, so that what is left outside of the bundle is found from there.
	const cache = path.join(root, 'node_modules', '.cache');
	mkdirSync(cache, {recursive: true});
	const folder = mkdtempSync(path.join(cache, 'terminal-'));
	await build({
		entryPoints: {program: source},
		outdir: folder,
		outExtension: {'.js': '.mjs'},
		bundle: true,
		// In chunks, so that what Ink imports only for its developers is never loaded.
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		jsx: 'automatic',
		define: {'process.env.NODE_ENV': '"production"'},
		external: ['react-devtools-core'],
		banner: {js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);"},
		logLevel: 'warning',
	});
	return {file: path.join(folder, 'program.mjs'), remove: () => rmSync(folder, {recursive: true, force: true})};
}

export interface RunningProgram extends Pick<FakeTerminal, 'press' | 'type' | 'write' | 'screen' | 'waitFor'> {
	/** The terminal that the pseudo-terminal's output is shown on. */
	readonly terminal: FakeTerminal;
	readonly script: ChildProcessWithoutNullStreams;
	/** Resolves when the shell around the program has ended. */
	readonly ended: Promise<void>;
}

/** Runs shell commands in a pseudo-terminal of 80x24, with the terminal before it as `FakeTerminal` shows it. */
export function runInPseudoTerminal(commands: string, env: Readonly<Record<string, string>> = {}): RunningProgram {
	const folder = mkdtempSync(path.join(tmpdir(), 'terminal-'));
	const shell = path.join(folder, 'run.sh');
	writeFileSync(shell, `stty cols 80 rows 24\n${commands}\n`);
	const script = spawn('script', ['-qefc', `sh '${shell}'`, '/dev/null'], {
		env: {...process.env, ...codeCache, SHELL: '/bin/sh', TERM: 'xterm-256color', ...env},
	});
	const terminal = createFakeTerminal({columns: 80, rows: 24});
	// As bytes: a chunk may end inside of a character.
	const decoder = new TextDecoder();
	script.stdout.on('data', (chunk: Buffer) => void terminal.feed(decoder.decode(chunk, {stream: true})));
	terminal.stdin.on('data', chunk => script.stdin.write(chunk));
	script.stdin.on('error', () => {});
	const ended = new Promise<void>(resolve => {
		script.on('close', () => {
			rmSync(folder, {recursive: true, force: true});
			// Everything that was fed is on the screen when the last feed is.
			void terminal.feed('').then(resolve);
		});
	});
	const {press, type, write, screen, waitFor} = terminal;
	return {press, type, write, screen, waitFor, terminal, script, ended};
}
