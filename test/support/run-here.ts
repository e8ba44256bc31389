import {execFileSync} from 'node:child_process';
import type {EventEmitter} from 'node:events';
import process from 'node:process';
import {vi} from 'vitest';
import {main} from '../../source/commands/main.ts';
import {appKeys} from '../../source/screen/keys/app-keys.ts';

export type Ran = {readonly exitCode: number | null; readonly out: string; readonly errors: string};

type Place = {readonly cwd: string; readonly env: Readonly<Record<string, string>>};

/** The words that a shell makes of a line, without the name of the program. */
function wordsOf(line: string, {cwd, env}: Place): readonly string[] {
	const script = `passport-ocr-tui() { printf '%s\\0' "$@"; }; ${line}`;
	return execFileSync('bash', ['-c', script], {cwd, env, encoding: 'utf8'}).split('\0').slice(0, -1);
}

/** Takes away what a command listens to until its process ends. */
function listenersKept(): () => void {
	const emitters: readonly EventEmitter[] = [process, process.stdout, process.stderr];
	const names = ['uncaughtException', 'error'] as const;
	const kept = emitters.flatMap(emitter =>
		names.map(name => ({emitter, name, before: new Set(emitter.listeners(name))})),
	);
	return () => {
		for (const {emitter, name, before} of kept) {
			for (const one of emitter.listeners(name)) {
				if (!before.has(one)) emitter.off(name, one as () => void);
			}
		}
	};
}

/** Runs a line that is one command of the program, in this process: to start another takes longer than most commands. */
export async function runHere(line: string, place: Place): Promise<Ran> {
	const words = wordsOf(line, place);
	const before = process.cwd();
	const parts = {out: '', errors: ''};
	const restore = listenersKept();
	const collect = (stream: NodeJS.WriteStream, part: keyof typeof parts) =>
		vi.spyOn(stream, 'write').mockImplementation(content => {
			parts[part] += typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
			return true;
		});
	const spies = [collect(process.stdout, 'out'), collect(process.stderr, 'errors')];
	for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANGUAGE']) vi.stubEnv(name, undefined);
	for (const [name, value] of Object.entries(place.env)) vi.stubEnv(name, value);
	process.chdir(place.cwd);
	try {
		const exitCode = await main(words, async () => appKeys);
		if (typeof exitCode !== 'number') throw new Error(`${line} opens a session`);
		return {exitCode, ...parts};
	} finally {
		process.chdir(before);
		vi.unstubAllEnvs();
		for (const spy of spies) spy.mockRestore();
		restore();
	}
}
