// What was kept under one name of a folder or picture is found under another: links lead to it.
import {existsSync, rmSync} from 'node:fs';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {purge} from '../../source/commands/purge.ts';
import {createResultStore, entriesFor} from '../../source/core/records/result-store.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {noteSession} from '../support/note-session.ts';
import {numbered, reading, recordOf} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const sha256 = 'a'.repeat(64);

/** A folder `real/group`, links to it and to what is above it, and a link in `desk` to the picture in it. */
async function linked() {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'real', 'group'), {recursive: true});
	await mkdir(join(folder, 'desk'));
	await mkdir(join(folder, 'elsewhere'));
	await writeFile(join(folder, 'real', 'group', 'a.jpg'), 'a');
	await symlink(join(folder, 'real', 'group'), join(folder, 'link'), 'junction');
	await symlink(join(folder, 'real'), join(folder, 'above'), 'junction');
	await symlink(join(folder, 'real', 'group', 'a.jpg'), join(folder, 'desk', 'a.jpg'));
	return {state: temporaryFolder(), at: (path: string) => join(folder, path)};
}

/** Notes of a session with a picture, and a paid result of it, under the same name. */
async function keep(state: string, picture: string) {
	const record = recordOf(picture, {engine: 'xiangyun', sha256});
	const result = await createResultStore(join(state, 'results'), true).keep(sha256, picture, entriesFor([record]));
	const byRoot = await noteSession(state, [picture]);
	const byRecord = await noteSession(state, ['/'], [{type: 'records', records: [{path: picture, sha256}]}]);
	const byName = await noteSession(state, ['/'], [{type: 'arrived', paths: [picture]}]);
	return [result, byRoot, byRecord, byName];
}

const recordedAndNamed = [
	['real/group/a.jpg', 'link'],
	['real/group/a.jpg', 'above'],
	['real/group/a.jpg', 'above/group'],
	['link/a.jpg', 'real/group'],
	['link/a.jpg', 'above/group'],
	['above/group/a.jpg', 'link'],
	['desk/a.jpg', 'real/group'],
	['desk/a.jpg', 'link'],
	['desk/a.jpg', 'desk'],
] as const;

test.skipIf(process.platform === 'win32').each(recordedAndNamed)(
	'what was kept of %s goes with %s',
	async (picture, named) => {
		const {state, at} = await linked();
		const kept = await keep(state, at(picture));
		const other = await noteSession(state, [at('elsewhere')]);
		const words = ['purge', '--dir', at(named), '--config-dir', state];
		expect((await runCommand(purge, [...words, '--dry-run'])).out.trim().split('\n').sort()).toEqual([...kept].sort());
		const {said} = await runCommand(purge, [...words, '--yes']);
		expect(said.slice(0, 2)).toEqual(['1 kept result deleted.', 'The notes of 3 sessions deleted.']);
		expect([...kept, other].filter(path => existsSync(path))).toEqual([other]);
	},
);

test.skipIf(process.platform === 'win32').each(recordedAndNamed)(
	'what was kept of %s goes with %s also when the picture is gone',
	async (picture, named) => {
		const {state, at} = await linked();
		const kept = await keep(state, at(picture));
		rmSync(at('real/group/a.jpg'));
		await runCommand(purge, ['purge', '--dir', at(named), '--config-dir', state, '--yes']);
		expect(kept.filter(path => existsSync(path))).toEqual([]);
	},
);

test.skipIf(process.platform === 'win32')('what is found by several names is counted once', async () => {
	const {at} = await linked();
	const state = at('real/group/state');
	const kept = await keep(state, at('link/a.jpg'));
	const words = ['link', 'real/group', 'above', 'desk'].flatMap(name => ['--dir', at(name)]);
	const dry = await runCommand(purge, ['purge', ...words, '--config-dir', state, '--dry-run']);
	expect(dry.out.trim().split('\n')).toHaveLength(kept.length);
	const {said} = await runCommand(purge, ['purge', ...words, '--config-dir', state, '--yes']);
	expect(said.slice(0, 2)).toEqual(['1 kept result deleted.', 'The notes of 3 sessions deleted.']);
	expect(kept.filter(path => existsSync(path))).toEqual([]);
});

test.skipIf(process.platform === 'win32').each([
	['link', 'real/group'],
	['real/group', 'link'],
	['real/group', 'desk'],
])('--person with pictures in %s deletes notes with them under %s', async (named, noted) => {
	const {state, at} = await linked();
	await writeSidecar(recordOf(at('real/group/a.jpg')));
	const smith = reading(['P<UTOSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(7)[1]]);
	await writeSidecar(recordOf(at('real/group/b.jpg'), {reading: smith}));
	const session = (path: string) => noteSession(state, ['/'], [{type: 'records', records: [{path, sha256}]}]);
	const [anna, john] = [await session(at(`${noted}/a.jpg`)), await session(at(`${noted}/b.jpg`))];
	const words = ['purge', '--dir', at(named), '--person', 'ERIKSSON', '--config-dir', state, '--yes'];
	expect((await runCommand(purge, words)).said).toContain('The notes of 1 session deleted.');
	expect([existsSync(anna), existsSync(john)]).toEqual([false, true]);
});
