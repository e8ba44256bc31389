import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {
	bundleProgram,
	noPseudoTerminal,
	type RunningProgram,
	runInPseudoTerminal,
} from '../support/terminal-program.ts';

const fixture = fileURLToPath(new URL('fixtures/guarded.tsx', import.meta.url));
let program: Awaited<ReturnType<typeof bundleProgram>>;
let folder: string;
let running: RunningProgram | undefined;

beforeAll(async () => {
	program = await bundleProgram(fixture);
});
afterAll(() => program.remove());
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'guard-'));
});
afterEach(() => {
	running?.script.kill('SIGKILL');
	running = undefined;
	rmSync(folder, {recursive: true, force: true});
});

const file = (name: string) => path.join(folder, name);
const read = (name: string) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
const pid = () => Number(read('pid'));

/** Starts the fixture in a shell that prints the exit code and the terminal's modes afterwards. */
async function start(
	ending: string,
	commands = '"$NODE" "$PROGRAM"; echo "code=$?"; stty -a',
): Promise<RunningProgram> {
	// The shell outlives a Ctrl-C that is pressed when the terminal is its own again.
	running = runInPseudoTerminal(`trap : INT\necho precious\n${commands}`, {
		NODE: process.execPath,
		PROGRAM: program.file,
		ENDING: ending,
		SAVED: file('saved'),
		LOG: file('log/last.txt'),
		PID: file('pid'),
	});
	await running.waitFor('ready 80 []');
	expect(running.terminal.alternate()).toBe(true);
	await expect.poll(pid).toBeGreaterThan(0);
	return running;
}

/** The terminal is as it was before: old screen, cursor, cooked mode, no bracketed paste. */
async function expectRestored({terminal, waitFor}: RunningProgram, code: number) {
	await waitFor(`code=${code}`);
	await waitFor(/\bicanon\b/);
	const screen = terminal.screen().join('\n');
	expect(terminal.alternate()).toBe(false);
	expect(terminal.cursor().visible).toBe(true);
	expect(terminal.modes()).toEqual({bracketedPaste: false, wraparound: true});
	expect([...terminal.scrollback(), screen].join('\n')).toContain('precious');
	for (const mode of ['icanon', 'echo', 'isig', 'icrnl', 'opost']) {
		expect(screen).toMatch(new RegExp(`(?<![-\\w])${mode}\\b`));
	}
	expect(terminal.output()).not.toContain('\x1b[3J');
}

describe.skipIf(noPseudoTerminal)(
	`in a real pseudo-terminal${noPseudoTerminal ? ` (${noPseudoTerminal})` : ''}`,
	() => {
		test('keys come through and the terminal is restored after a plain end', async () => {
			const app = await start('unmount');
			app.type('张三abc\x1b[200~pa\rste\x1b[201~');
			await app.waitFor('[张三abcpa ste]');
			app.type('!');
			await expectRestored(app, 5);
			expect(app.screen().join('\n')).toContain('ended by itself');
			expect(read('saved')).toBe('');
		});

		test('ctrl+c saves, restores and exits with 130', async () => {
			const app = await start('');
			app.write('\x03');
			await expectRestored(app, 130);
			expect(read('saved')).toBe('saved interrupt\n');
		});

		test('a second ctrl+c does not wait for the saving', async () => {
			const app = await start('endless saving');
			app.write('\x03');
			await app.waitFor('saving…');
			app.write('\x03');
			await expectRestored(app, 130);
			expect(read('saved')).toBe('');
		});

		test('a saving that hangs does not keep the person', async () => {
			const app = await start('slow saving');
			app.write('\x03');
			await expectRestored(app, 130);
		});

		test.each([
			['SIGTERM', 143, 'terminated'],
			['SIGHUP', 129, 'hungUp'],
			['SIGINT', 130, 'interrupt'],
			['SIGQUIT', 131, 'signal'],
			['SIGALRM', 142, 'signal'],
			['SIGUSR2', 140, 'signal'],
		] as const)('%s saves, restores and exits with %i', async (signal, code, reason) => {
			const app = await start('');
			process.kill(pid(), signal);
			await expectRestored(app, code);
			expect(read('saved')).toBe(`saved ${reason}\n`);
		});

		test.each([
			['throw', 'thrown in the open'],
			['reject', 'rejected'],
			['render', 'thrown in a component'],
		])(
			'%s: exits with 70, a short message, and the stack in a log that only the person can read',
			async (how, message) => {
				const app = await start(how);
				app.type('!');
				await expectRestored(app, 70);
				const output = app.terminal.output();
				expect(app.screen().join('')).toContain(`It was an internal error. See ${file('log/last.txt')}`.slice(0, 70));
				expect(output).not.toContain(message);
				expect(output).not.toContain('    at ');
				expect(read('log/last.txt')).toContain(message);
				expect(read('log/last.txt')).toContain('    at ');
				expect(statSync(file('log/last.txt')).mode & 0o077).toBe(0);
				expect(read('saved')).toBe('saved failed\n');
			},
		);

		test('process.exit restores', async () => {
			const app = await start('exit');
			app.type('!');
			await expectRestored(app, 7);
		});

		test('nothing that is printed shows on the screen', async () => {
			const app = await start('print');
			app.type('a!b');
			await app.waitFor('[ab]');
			app.write('\x03');
			await expectRestored(app, 130);
			expect(app.terminal.output()).not.toMatch(/printed|warned/);
		});

		// A shell with job control, as a person's: the program stops as a job, the shell continues, and so does the program after `fg`.
		const jobs = 'set -m\n"$NODE" "$PROGRAM"; echo stopped; stty -a; read line; fg; echo "code=$?"; stty -a';

		test.each([
			['ctrl+z', (app: RunningProgram) => app.write('\x1a')],
			['SIGTSTP', () => process.kill(pid(), 'SIGTSTP')],
		])('%s gives the terminal back and fg brings the screen again, with its keys', async (_how, stop) => {
			const app = await start('', jobs);
			app.type('one');
			await app.waitFor('[one]');
			stop(app);
			await app.waitFor('stopped');
			await app.waitFor(/(?<!-)\bicanon\b/);
			expect(app.terminal.alternate()).toBe(false);
			expect(app.terminal.cursor().visible).toBe(true);
			app.type('\n');
			await app.waitFor('ready 80 [one]');
			expect(app.terminal.alternate()).toBe(true);
			app.type('two');
			await app.waitFor('[onetwo]');
			app.write('\x03');
			await expectRestored(app, 130);
		});

		test('ctrl+z where no shell could continue the program leaves and comes back at once', async () => {
			const app = await start('');
			app.write('\x1a');
			await app.terminal.waitFor(() => app.terminal.output().split('ready').length > 2);
			app.type('x');
			await app.waitFor('[x]');
			app.write('\x03');
			await expectRestored(app, 130);
		});

		test('a stop that could not be caught is repaired when the program continues', async () => {
			const commands = 'stty sane; echo st""opped; read line; fg; echo "code=$?"; stty -a';
			const app = await start('', `set -m\n"$NODE" "$PROGRAM"; ${commands}`);
			process.kill(pid(), 'SIGSTOP');
			await app.terminal.waitFor(() => app.terminal.output().includes('stopped'));
			app.type('\n');
			await app.terminal.waitFor(() => app.terminal.output().split('ready').length > 2);
			app.type('x');
			await app.waitFor('[x]');
			app.write('\x03');
			await expectRestored(app, 130);
		});

		test('a terminal that goes away ends the program, after its saving', async () => {
			const app = await start('', 'trap : HUP; "$NODE" "$PROGRAM"; echo "$?" > "$SAVED.code"');
			app.script.kill('SIGKILL');
			await expect.poll(() => isRunning(pid()), {timeout: 20_000}).toBe(false);
			expect(read('saved')).toBe('saved hungUp\n');
			// Not 134 or 139: a core dump holds what was read.
			await expect.poll(() => read('saved.code')).toBe('129\n');
		});
	},
);

/** Linux only, as all of this. A process that was not waited for yet (state Z) has ended too. */
function isRunning(id: number): boolean {
	try {
		return !readFileSync(`/proc/${id}/stat`, 'utf8').includes(') Z ');
	} catch {
		return false;
	}
}
