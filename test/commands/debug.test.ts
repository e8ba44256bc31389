// NODE_DEBUG=passport-ocr: lines that a person may paste into a public report.
import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, describe, expect, it, test} from 'vitest';
import {type CliRun, root, runCli} from '../support/cli.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {noPseudoTerminal, type RunningProgram, runInPseudoTerminal} from '../support/terminal-program.ts';
import {startXiangyunServer, testCredentials, type XiangyunServer} from '../support/xiangyun-server.ts';

const debugging = {NODE_DEBUG: 'passport-ocr'};

/** Without the process's number, which may look like a part of anything. */
const debugLines = (stderr: string): readonly string[] =>
	stderr.split('\n').flatMap(line => {
		const [, said] = /^PASSPORT-OCR \d+: (.*)$/.exec(line) ?? [];
		return said === undefined ? [] : [said];
	});

/** Every text in a result of at least three characters: values, raw characters, lines, names of files. */
function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return value.length > 2 ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Words of the program that a result holds as well. */
const ownWords: ReadonlySet<string> = new Set(['offline', 'xiangyun', 'clean', 'check', 'NOT_AN_IMAGE']);

const expectNone = (lines: readonly string[], {out}: Pick<CliRun, 'out'>, ...more: readonly string[]) => {
	const text = lines.join('\n').toLowerCase();
	const secrets = [...textsIn(JSON.parse(out)), ...more].filter(one => !ownWords.has(one));
	expect(secrets.length).toBeGreaterThan(10);
	expect(secrets.filter(one => text.includes(one.toLowerCase()))).toEqual([]);
};

describe('reading on this computer', () => {
	it('says what became of each picture, and nothing that is in it or in its name', {timeout: 120_000}, async () => {
		const cwd = temporaryFolder();
		await mkdir(join(cwd, 'group'));
		await copyFile(join(root, 'source', 'specimens', 'photo.jpg'), join(cwd, 'group', 'Kwame Osei.jpg'));
		await writeFile(join(cwd, 'group', 'Anna Eriksson.jpg'), 'no picture');
		const words = ['recognize', '--dir', 'group'];
		const run = await runCli(words, {cwd, env: debugging});
		const lines = debugLines(run.stderr);
		expect(lines).toContainEqual(expect.stringMatching(/^offline: a thread starts threads=1$/));
		expect(lines).toContainEqual(expect.stringMatching(/^offline: picture [0-9a-f]{8} is read$/));
		expect(lines).toContainEqual(expect.stringMatching(/^offline: picture [0-9a-f]{8} comes from engine, \w+ issues=/));
		expect(lines).toContainEqual(expect.stringMatching(/^offline: a picture fails with NOT_AN_IMAGE milliseconds=/));
		expectNone(lines, run, 'Kwame', 'Osei', 'Anna', cwd, 'group');
		expect(debugLines((await runCli(words, {cwd})).stderr)).toEqual([]);
	});
});

describe('reading in the cloud', () => {
	let server: XiangyunServer;
	afterEach(() => server.close());

	it('says each try and how it ended, without account, answer or address', {timeout: 120_000}, async () => {
		server = await startXiangyunServer();
		server.next({kind: 'http', status: 503});
		const cwd = temporaryFolder();
		await writeFile(join(cwd, '王芳.jpg'), await jpegPicture());
		const {key, secret} = testCredentials;
		const run = await runCli(['recognize', '--file', '王芳.jpg', '--engine', 'xiangyun', '--endpoint', server.url], {
			cwd,
			env: {...debugging, PASSPORT_OCR_KEY: key, PASSPORT_OCR_SECRET: secret},
		});
		const lines = debugLines(run.stderr);
		expect(lines.map(line => line.replace(/=\d+/g, '=n'))).toEqual(
			expect.arrayContaining([
				'xiangyun: try 1 sends file bytes=n',
				'xiangyun: try 1 SERVICE_BUSY milliseconds=n',
				'xiangyun: try 2 has a passport milliseconds=n',
			]),
		);
		expectNone(lines, run, key, secret, '王芳', cwd, new URL(server.url).host, '127.0.0.1');
	});
});

describe.skipIf(noPseudoTerminal)('the guided session', () => {
	let running: RunningProgram | undefined;
	afterEach(() => void running?.script.kill('SIGKILL'));

	const open = async (more: string) => {
		const folder = temporaryFolder();
		await mkdir(join(folder, 'Anna Eriksson'));
		await copyFile(join(root, 'source/specimens/IMG_2041.jpg'), join(folder, 'Anna Eriksson', 'a.jpg'));
		running = runInPseudoTerminal(`cd "$FOLDER"; "$NODE" "$CLI" --engine offline "Anna Eriksson"${more}`, {
			...debugging,
			NODE: process.execPath,
			CLI: join(root, 'dist/cli.js'),
			FOLDER: folder,
			PASSPORT_OCR_CONFIG_DIR: join(folder, 'settings'),
		});
		await running.waitFor('enter goes to checking').catch(() => running?.waitFor('enter goes to checking'));
		const screen = running.screen().join('\n');
		running.press('ctrl+c');
		await running.ended;
		return {folder, screen};
	};

	test('writes effects and events into a file', {timeout: 240_000}, async () => {
		const {folder} = await open(' 2> debug.txt');
		const lines = debugLines(await readFile(join(folder, 'debug.txt'), 'utf8'));
		expect(lines).toEqual(expect.arrayContaining(['effect loadSettings', 'effect startBatch', 'event batch']));
		const out = await readFile(join(folder, 'Anna Eriksson', 'a.json'), 'utf8');
		expectNone(lines, {out}, 'Anna', 'Eriksson', folder);
	});

	test('keeps the screen free of them', {timeout: 240_000}, async () => {
		expect((await open(' --no-printed')).screen).not.toMatch(/PASSPORT-OCR \d/);
	});
});
