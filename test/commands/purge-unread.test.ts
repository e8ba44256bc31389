// Notes and results that cannot be read: purge says of each why it stays, and what to do.
import {chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {purge} from '../../source/commands/purge.ts';
import {toAppError} from '../../source/core/errors.ts';
import {createResultStore, entriesFor} from '../../source/core/records/result-store.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {messages} from '../../source/text/index.ts';
import {asOwner, noPermissions} from '../support/as-owner.ts';
import {noteSession} from '../support/note-session.ts';
import {recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const person = ['--person', 'SMITH'];

/** A folder without results and one for the notes; and a way to write notes there as they are. */
function places() {
	const [folder, state] = [temporaryFolder(), temporaryFolder()];
	mkdirSync(join(state, 'batches'), {recursive: true});
	const write = (text: string) => {
		const path = join(state, 'batches', 'batch-20261122060000-999999999-01234567.jsonl');
		writeFileSync(path, text);
		return path;
	};
	const run = (words: readonly string[], language: 'en' | 'zh' = 'en') =>
		runCommand(purge, ['purge', '--dir', folder, '--config-dir', state, '--yes', ...words], {
			language,
			messages: messages(language),
		});
	return {folder, state, write, run};
}

const damaged =
	'stays, is damaged, so it is not known whose data it has: it has the notes of a session. Open it in a text editor to see whose data it has, or delete this file yourself if it is no longer needed.';
const otherVersion =
	'stays, was written by another version of this program, so it is not known whose data it has: it has the notes of a session. Run this with that version, or delete this file yourself if it is no longer needed.';

test.each([
	['no JSON', 'ERIKSSON', damaged],
	['a first line that is cut', '{"type":"batch","version":1,"roo', damaged],
	['no header', '{"type":"done","done":true}\n', damaged],
	['a later version', '{"type":"batch","version":7}\n', otherVersion],
])('notes that are %s stay and are named, with --person and without', async (_, text, sentence) => {
	for (const words of [person, []]) {
		const {write, run} = places();
		const path = write(text);
		const {exitCode, said} = await run(words);
		expect(exitCode).toBe(1);
		expect(said).toEqual([`${path}: ${sentence}`]);
		expect(existsSync(path)).toBe(true);
	}
});

test('it is said in Chinese', async () => {
	const {write, run} = places();
	const path = write('ERIKSSON');
	expect((await run(person, 'zh')).said).toEqual([
		`${path}：未删除，文件已损坏，无法确定是谁的数据，其中是一次工作的记录。请用文本编辑器打开，查看是谁的数据；如不再需要，请自行删除该文件。`,
	]);
});

test('notes that are too large stay and are named, but for those that begin with the folder', async () => {
	const {folder, state, run} = places();
	const [other, own] = [await noteSession(state, ['/elsewhere']), await noteSession(state, [folder])];
	for (const path of [other, own]) truncateSync(path, 257 * 1024 * 1024);
	const named = await run(person);
	expect(named.exitCode).toBe(1);
	expect(named.said.map(line => line.split(', so')[0]).sort()).toEqual(
		[own, other].map(path => `${path}: stays, is larger than 256 MB`).sort(),
	);
	const {exitCode, said} = await run([]);
	expect(exitCode).toBe(1);
	expect(said[0]).toContain(`${other}: stays, is larger than 256 MB`);
	expect([existsSync(other), existsSync(own)]).toEqual([true, false]);
});

test('a line that is cut or unknown may be of that person: the notes are named, unless they are deleted', async () => {
	const {folder, state, run} = places();
	const draft = {type: 'at', screen: 'review', path: join(folder, 'a.jpg'), field: 'surname_english'} as const;
	const [cut, unknown, whole, theirs] = [
		await noteSession(state, [folder], [draft]),
		await noteSession(state, [folder], [draft]),
		await noteSession(state, [folder], [draft]),
		await noteSession(state, [folder], [{...draft, draft: 'SMITH'}]),
	];
	const add = (path: string, text: string) => writeFileSync(path, readFileSync(path, 'utf8') + text);
	add(cut, '{"type":"at","draft":"SMI');
	add(unknown, '{"type":"sent","to":"SMITH"}\n{"type":"done","done":true}\n');
	add(theirs, '{"type":"at","draft":"SMI');
	const {exitCode, said} = await run(person);
	expect(exitCode).toBe(1);
	expect(said.slice(0, 2).sort()).toEqual([cut, unknown].map(path => `${path}: ${damaged}`).sort());
	expect([cut, unknown, whole, theirs].map(path => existsSync(path))).toEqual([true, true, true, false]);
});

test('without a person, damaged notes that name the folder go, and empty ones', async () => {
	for (const text of ['', '\0\0\0', 'named']) {
		const {folder, write, run} = places();
		const path = write(
			text === 'named' ? `{"type":"batch","roots":[${JSON.stringify(join(folder, 'a.jpg'))},"/els` : text,
		);
		const {exitCode, said} = await run([]);
		expect([exitCode, existsSync(path)]).toEqual([0, false]);
		expect(said).toContain('The notes of 1 session deleted.');
	}
});

test('notes of another folder are deleted for a line that is cut and names this one, and for none that does not', async () => {
	const {folder, state, run} = places();
	const [cut, other] = [await noteSession(state, ['/elsewhere']), await noteSession(state, ['/elsewhere'])];
	writeFileSync(
		cut,
		`${readFileSync(cut, 'utf8')}{"type":"arrived","paths":[${JSON.stringify(join(folder, 'b.jpg'))},"`,
	);
	writeFileSync(
		other,
		`${readFileSync(other, 'utf8')}{"type":"arrived","paths":[${JSON.stringify(join(`${folder}-other`, 'b.jpg'))},"`,
	);
	expect((await run([])).exitCode).toBe(0);
	expect([existsSync(cut), existsSync(other)]).toEqual([false, true]);
});

test.skipIf(noPermissions).each([[], person, ['--dry-run']])(
	'notes that cannot be opened stay and are named with %s',
	async (...words: string[]) => {
		const root = temporaryFolder();
		const [folder, state] = [join(root, 'group'), join(root, 'state')];
		mkdirSync(folder);
		const path = await noteSession(state, [folder]);
		chmodSync(path, 0);
		const given = words.includes('--dry-run') ? words : [...words, '--yes'];
		const {exitCode, said} = await asOwner(root, () =>
			runCommand(purge, ['purge', '--dir', folder, '--config-dir', state, ...given]),
		);
		expect(exitCode).toBe(1);
		expect(said).toEqual([
			`${path}: stays, cannot be opened (no permission): it has the notes of a session. Give yourself permission to read it, then run this again, or delete this file yourself if it is no longer needed.`,
		]);
		expect(existsSync(path)).toBe(true);
	},
);

test('results that are damaged or of a later version are named as well', async () => {
	const {folder, state, run} = places();
	const beside = await writeSidecar(recordOf(join(folder, 'a.jpg')));
	const later = await writeSidecar(recordOf(join(folder, 'b.jpg')));
	const sha256 = 'a'.repeat(64);
	const store = createResultStore(join(state, 'results'), true);
	const elsewhere = '/elsewhere/c.jpg';
	const stored = await store.keep(sha256, elsewhere, entriesFor([recordOf(elsewhere, {sha256})]));
	const change = (path: string, members: object) => {
		const json = JSON.parse(readFileSync(path, 'utf8'));
		writeFileSync(path, JSON.stringify({...json, passport_ocr: {...json.passport_ocr, ...members}}));
	};
	change(beside, {evidence: 1});
	change(later, {version: 99});
	writeFileSync(stored, readFileSync(stored, 'utf8').slice(0, -40));
	const named = await run(person);
	expect(named.exitCode).toBe(1);
	expect(named.said.map(line => line.split(', so')[0])).toEqual([
		`${beside}: stays, is damaged`,
		`${later}: stays, was written by another version of this program`,
		`${stored}: stays, is damaged`,
	]);
	const {exitCode} = await run([]);
	expect(exitCode).toBe(1);
	expect([beside, later, stored].map(path => existsSync(path))).toEqual([false, true, true]);
});

const laterVersion = (...lines: readonly object[]): string =>
	[{type: 'batch', version: 7, ...lines[0]}, ...lines.slice(1)].map(line => `${JSON.stringify(line)}\n`).join('');

test.each([
	['what was chosen', (folder: string) => laterVersion({roots: [folder]})],
	[
		'a picture in any member',
		(folder: string) => laterVersion({roots: ['/elsewhere']}, {type: 'seen', in: {[join(folder, 'a.jpg')]: 1}}),
	],
	[
		'no whole line',
		(folder: string) => `{"type":"batch","version":7}\n{"of":${JSON.stringify(join(folder, 'a.jpg'))},"`,
	],
])('notes of a later version that name the folder as %s go with it', async (_, text) => {
	const {folder, write, run} = places();
	const path = write(text(folder));
	const {exitCode, said} = await run([]);
	expect([exitCode, existsSync(path)]).toEqual([0, false]);
	expect(said).toContain('The notes of 1 session deleted.');
	expect((await run([])).exitCode).toBe(0);
});

test('notes of a later version about other folders or another person are none of this', async () => {
	const {folder, write, run} = places();
	const path = write(laterVersion({roots: ['/elsewhere/SMITH']}, {type: 'typed', what: ['ERIKSSON', 'ANNA']}));
	for (const words of [[], person]) {
		const {exitCode, said} = await run(words);
		expect([exitCode, said]).toEqual([0, [`Nothing kept in ${folder}.`]]);
		expect(existsSync(path)).toBe(true);
	}
	expect((await run(['--person', 'ERIKSSON ANNA'])).exitCode).toBe(0);
	expect(existsSync(path)).toBe(false);
});

test('notes of a later version stay where a line cannot be read or the first one does not say what was chosen', async () => {
	for (const text of [
		`${laterVersion({roots: ['/elsewhere']})}{"cut`,
		laterVersion({roots: ['relative']}),
		laterVersion({roots: []}),
		laterVersion({roots: ['/elsewhere', 7]}),
	]) {
		const {write, run} = places();
		const path = write(text);
		const {exitCode, said} = await run([]);
		expect([exitCode, said, existsSync(path)]).toEqual([1, [`${path}: ${otherVersion}`], true]);
	}
});

test.each([
	['en', 'list.txt', 'is a file, not a folder.', 'Name the folder that it is in.'],
	['en', 'scans.ZIP', 'is a file, not a folder.', 'Name the folder that it was unpacked to.'],
	['zh', 'list.txt', '是文件，不是文件夹。', '请指定它所在的文件夹。'],
	['zh', 'scans.zip', '是文件，不是文件夹。', '请指定它解压到的文件夹。'],
] as const)('a file that is named as the folder is called one: %s, %s', async (language, name, what, next) => {
	const folder = temporaryFolder();
	const [path, below] = [join(folder, name), join(folder, name, 'below')];
	writeFileSync(path, '');
	const failure = async (wanted: string) => {
		const run = runCommand(purge, ['purge', '--dir', wanted, '--config-dir', folder, '--yes']);
		const {code, details} = toAppError(
			await run.then(
				() => undefined,
				error => error,
			),
		);
		const {errors} = messages(language);
		return [code, errors.what(code, details), ...errors.next(code, details)];
	};
	const [code, said, ...todo] = await failure(path);
	expect([code, todo]).toEqual(['FILE_NOT_FOUND', [next]]);
	expect(said).toContain(what);
	expect((await failure(below))[1]).not.toContain(what);
});
