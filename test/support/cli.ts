import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {codeCache} from './code-cache.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built program: `npm run build` makes it. */
export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export type CliOptions = {
	readonly cwd: string;
	readonly input?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly node?: readonly string[];
	/** Another copy of it. */
	readonly program?: string;
};

export type CliRun = {
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: Buffer;
	readonly stderr: string;
	/** stdout as text. */
	readonly out: string;
};

/** Starts the program as a script would: no terminal, an environment of its own, settings nowhere near the person's. */
export function startCli(
	words: readonly string[],
	{cwd, env, node = [], program: path = program}: CliOptions,
): ChildProcessWithoutNullStreams {
	return spawn(process.execPath, [...node, path, ...words], {
		cwd,
		env: {
			PATH: process.env.PATH ?? '',
			HOME: cwd,
			...codeCache,
			PASSPORT_OCR_CONFIG_DIR: `${cwd}/.settings`,
			LANG: 'C',
			...env,
		},
	});
}

/** Runs the program to its end. */
export async function runCli(words: readonly string[], options: CliOptions): Promise<CliRun> {
	const child = startCli(words, options);
	const stdout: Buffer[] = [];
	const stderr: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
	child.stdin.on('error', () => {});
	child.stdin.end(options.input ?? '');
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (exitCode, signal) => {
			const all = Buffer.concat(stdout);
			resolve({
				exitCode,
				signal,
				stdout: all,
				stderr: Buffer.concat(stderr).toString('utf8'),
				out: all.toString('utf8'),
			});
		});
	});
}
