import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterAll} from 'vitest';
import type {Command, Context} from '../../source/command-line/context.ts';
import {parse} from '../../source/command-line/parse.ts';
import type {Engine} from '../../source/core/engines/engine.ts';
import {appKeys} from '../../source/screen/keys/app-keys.ts';
import {messages} from '../../source/text/index.ts';

export type CommandRun = {readonly exitCode: number; readonly out: string; readonly said: readonly string[]};

export type CommandOptions = {
	readonly engine?: Engine;
	readonly input?: string;
	readonly onSay?: (line: string) => void;
} & Partial<Context>;

const states = mkdtempSync(join(tmpdir(), 'passport-ocr-states-'));
afterAll(() => rmSync(states, {recursive: true, force: true}));
let runs = 0;

/** Runs a command in this process: words in, what it printed and said out. */
export async function runCommand(
	command: Command,
	words: readonly string[],
	{engine, input = '', onSay, ...changes}: CommandOptions = {},
): Promise<CommandRun> {
	const out: string[] = [];
	const said: string[] = [];
	const exitCode = await command({
		args: parse(words, existsSync),
		// Nothing of the user who runs the tests, and nothing of another run.
		env: {XDG_STATE_HOME: join(states, String(runs++))},
		language: 'en',
		messages: messages(changes.language ?? 'en'),
		interactive: false,
		stdin: Readable.from([Buffer.from(input)]),
		out: content => void out.push(Buffer.from(content).toString('utf8')),
		say: line => {
			said.push(line);
			onSay?.(line);
		},
		warn: line => {
			said.push(line);
			onSay?.(line);
		},
		signal: new AbortController().signal,
		appKeys: async () => appKeys,
		now: () => new Date('2026-11-22T06:00:00Z'),
		createEngine: async () => {
			if (!engine) throw new Error('no engine was expected to be asked for');
			return engine;
		},
		...changes,
	});
	return {exitCode, out: out.join(''), said};
}
