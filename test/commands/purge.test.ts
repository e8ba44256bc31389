import {mkdir, readdir, readFile, symlink, utimes, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {errorLines} from '../../source/command-line/errors.ts';
import {exitCodeOfError} from '../../source/command-line/exit-code.ts';
import {purge} from '../../source/commands/purge.ts';
import type {Header, JournalEntry} from '../../source/core/journal/entry.ts';
import {wholeReview} from '../../source/core/journal/write-entries.ts';
import {createJournal} from '../../source/core/journal/writer.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {createResultStore, entriesFor} from '../../source/core/records/result-store.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {emptyReview, update} from '../../source/core/review/review.ts';
import {messages} from '../../source/text/index.ts';
import {originalSidecar} from '../support/original-sidecar.ts';
import {mrz, numbered, reading, recordOf, today} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

async function folderOfKept(): Promise<string> {
	const folder = temporaryFolder();
	for (const [name, recognizedAt] of [
		['old.jpg', '2026-09-01T06:00:00+00:00'],
		['new.jpg', '2026-11-21T06:00:00+00:00'],
	] as const) {
		await writeFile(join(folder, name), name);
		await writeSidecar(recordOf(join(folder, name), {recognizedAt}));
	}

	await writeFile(join(folder, 'other.json'), '{"mine": 1}');
	await writeFile(join(folder, 'skill.json'), JSON.stringify(originalSidecar()));
	const leftover = join(folder, '.0123456789abcdef.passport-ocr.tmp');
	await writeFile(leftover, '');
	await utimes(leftover, new Date('2026-09-01'), new Date('2026-09-01'));
	return folder;
}

const namesIn = async (folder: string) => (await readdir(folder)).sort();

test('deletes what this program kept, and nothing else', async () => {
	const folder = await folderOfKept();
	const {exitCode, said} = await runCommand(purge, ['purge', '--dir', folder, '--yes']);
	expect(exitCode).toBe(0);
	expect(said[0]).toBe('3 kept results deleted.');
	expect(await namesIn(folder)).toEqual(['new.jpg', 'old.jpg', 'other.json', 'skill.json']);
});

test('--older-than spares what is younger', async () => {
	const folder = await folderOfKept();
	await runCommand(purge, ['purge', '--dir', folder, '--older-than', '30d', '--yes']);
	expect(await namesIn(folder)).toContain('new.json');
	expect(await namesIn(folder)).not.toContain('old.json');
});

test('asks a person who is there, and takes anything but yes for a no', async () => {
	const folder = await folderOfKept();
	const before = await namesIn(folder);
	const stdin = Object.assign(new PassThrough(), {isTTY: true});
	stdin.write('\n');
	const {said} = await runCommand(purge, ['purge', '--dir', folder], {interactive: true, stdin});
	expect(said.at(-1)).toBe('Nothing was deleted.');
	expect(await namesIn(folder)).toEqual(before);
	await runCommand(purge, ['purge', '--dir', folder, '--yes'], {interactive: true});
	expect(await namesIn(folder)).not.toEqual(before);
});

test('a script deletes nothing without --yes, and learns what would be deleted', async () => {
	const folder = await folderOfKept();
	const before = await namesIn(folder);
	const thrown = await runCommand(purge, ['purge', '--dir', folder]).catch(error => error);
	expect(exitCodeOfError(thrown.code)).toBe(2);
	const [sentence] = errorLines(thrown.code, thrown.details, messages('en'));
	expect(sentence).toBe(
		`Without a terminal, --yes is needed to delete 3 kept results in ${folder} and the folders in it, with all that was checked by hand. Nothing was done.`,
	);
	expect(await namesIn(folder)).toEqual(before);
});

test('says when there is nothing, and when there is no such folder', async () => {
	const folder = temporaryFolder();
	expect((await runCommand(purge, ['purge', '--dir', folder])).said[0]).toContain('Nothing kept');
	await expect(runCommand(purge, ['purge', '--dir', join(folder, 'no')])).rejects.toMatchObject({
		code: 'FILE_NOT_FOUND',
	});
});

test('deletes what was noted of sessions with these pictures, and of no others', async () => {
	const folder = temporaryFolder();
	const configDir = temporaryFolder();
	const batches = join(configDir, 'batches');
	const note = async (root: string) => {
		const header: Header = {
			type: 'batch',
			version: 1,
			at: '2026-11-22T05:00:00+00:00',
			engine: 'offline',
			roots: [root],
		};
		const journal = await createJournal(batches, header, [], () => {});
		await journal.close();
		return basename(journal.path);
	};
	await note(join(folder, 'group'));
	const other = await note('/somewhere/else');
	const leftover = join(batches, '.0123456789abcdef.passport-ocr.tmp');
	await writeFile(leftover, '{"type":"ba');
	await utimes(leftover, new Date('2026-09-01'), new Date('2026-09-01'));
	const {said} = await runCommand(purge, ['purge', '--dir', folder, '--config-dir', configDir, '--yes']);
	expect(said).toContain('The notes of 2 sessions deleted.');
	expect(await namesIn(batches)).toEqual([other]);
});

test('--dry-run prints what would be deleted, and deletes nothing, without a question', async () => {
	const folder = await folderOfKept();
	const before = await namesIn(folder);
	const {exitCode, out, said} = await runCommand(purge, ['purge', '--dir', folder, '--dry-run']);
	expect(exitCode).toBe(0);
	expect(await namesIn(folder)).toEqual(before);
	const named = out.trim().split('\n').sort();
	expect(named).toEqual(['.0123456789abcdef.passport-ocr.tmp', 'new.json', 'old.json'].map(name => join(folder, name)));
	expect(said).toEqual([
		`This would delete 3 kept results in ${folder} and the folders in it, with all that was checked by hand. Nothing was deleted.`,
	]);
	await runCommand(purge, ['purge', '--dir', folder, '--yes']);
	expect(before.filter(name => named.includes(join(folder, name)))).toHaveLength(3);
	for (const path of named) expect(await namesIn(folder)).not.toContain(basename(path));
	await expect(runCommand(purge, ['purge', '--dir', folder, '--dry-run', '--yes'])).rejects.toMatchObject({
		code: 'USAGE',
	});
});

test.each(['L898902C3', 'l898902c3', 'Eriksson Anna', 'ANNA MARIA ERIKSSON'])(
	'--person spares what is of others: %s',
	async person => {
		const folder = temporaryFolder();
		const other = recordOf(join(folder, 'other.jpg'), {
			reading: reading(['P<UTOSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(7)[1]]),
		});
		for (const record of [recordOf(join(folder, 'anna.jpg')), other]) {
			await writeFile(record.path, record.path);
			await writeSidecar(record);
		}
		const words = ['purge', '--dir', folder, '--person', person];
		const dry = await runCommand(purge, [...words, '--dry-run']);
		expect(
			dry.out
				.trim()
				.split('\n')
				.map(path => basename(path)),
		).toEqual(['anna.json']);
		await runCommand(purge, [...words, '--yes']);
		expect(await namesIn(folder)).toEqual(['anna.jpg', 'other.jpg', 'other.json']);
	},
);

test('--person deletes the notes of sessions with pictures of that person, and no other', async () => {
	const folder = temporaryFolder();
	const state = temporaryFolder();
	const anna = recordOf(join(folder, 'anna.jpg'));
	await writeFile(anna.path, 'anna');
	await writeSidecar(anna);
	for (const path of [anna.path, join(folder, 'other.jpg')]) {
		const header: Header = {type: 'batch', version: 1, at: '2026-11-22T06:00:00Z', engine: 'offline', roots: [folder]};
		const entries: JournalEntry[] = [{type: 'records', records: [{path, sha256: 'a'.repeat(64)}]}];
		const journal = await createJournal(join(state, 'batches'), header, entries, () => {});
		await journal.close();
	}
	expect(await readdir(join(state, 'batches'))).toHaveLength(2);
	await runCommand(purge, ['purge', '--dir', folder, '--person', 'Eriksson', '--yes', '--config-dir', state]);
	expect(await readdir(join(state, 'batches'))).toHaveLength(1);
});

test.each(['L898902C3', 'Anna Eriksson'])('--person %s deletes notes of what was being typed of them', async person => {
	const [folder, state] = [temporaryFolder(), temporaryFolder()];
	const at = {type: 'at', screen: 'review', path: join(folder, 'unread.jpg'), field: 'surname_english'} as const;
	const typing = (lines: readonly string[]) => ({...at, typing: {lines: [...lines], at: 1, cursor: 0}});
	const other = ['P<UTOSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(7)[1]];
	const draft = {...at, draft: /\d/.test(person) ? 'L898902C3' : 'ERIKSSON<<ANNA'};
	const header: Header = {type: 'batch', version: 1, at: '2026-11-22T06:00:00Z', engine: 'offline', roots: [folder]};
	for (const entries of [[typing(mrz), at], [draft], [typing(other)], [at]]) {
		const journal = await createJournal(join(state, 'batches'), header, entries, () => {});
		await journal.close();
	}
	await runCommand(purge, ['purge', '--dir', folder, '--person', person, '--yes', '--config-dir', state]);
	const left = await Promise.all(
		(await readdir(join(state, 'batches'))).map(name => readFile(join(state, 'batches', name), 'utf8')),
	);
	expect(left).toHaveLength(2);
	expect(left.join('\n')).not.toMatch(/L898902C3|ERIKSSON/);
});

test('--person leaves a file that has passports of others too, and names it', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'two.jpg');
	await writeFile(path, 'two');
	await writeSidecar(recordOf(path));
	await writeSidecar(
		recordOf(`${path}#2`, {reading: reading(['P<UTOSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(7)[1]])}),
	);
	const {said} = await runCommand(purge, ['purge', '--dir', folder, '--person', 'ERIKSSON', '--yes']);
	expect(said.join('\n')).toContain('two.json has passports of others as well');
	expect(await namesIn(folder)).toEqual(['two.jpg', 'two.json']);
});

test.each(['L898902C3', 'Anna Eriksson'])(
	'--person %s finds what is kept by content and noted of pictures elsewhere',
	async person => {
		const [folder, gone, state] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
		const smith = ['P<UTOSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(7)[1]];
		const [anna, john] = [
			recordOf(join(gone, 'anna.jpg'), {engine: 'xiangyun', sha256: 'a'.repeat(64)}),
			recordOf(join(gone, 'john.jpg'), {engine: 'xiangyun', sha256: 'b'.repeat(64), reading: reading(smith)}),
		];
		const store = createResultStore(join(state, 'results'), true);
		for (const record of [anna, john]) await store.keep(record.sha256, record.path, entriesFor([record]));
		const header: Header = {type: 'batch', version: 1, at: '2026-11-22T06:00:00Z', engine: 'offline', roots: [gone]};
		const noted = async (record: PassportRecord, type: 'records' | 'step') => {
			const review = update(
				{...emptyReview(today), records: [record], current: 0},
				{type: 'accept', at: '2026-11-22T06:00:00Z'},
			);
			const entries: JournalEntry[] =
				type === 'step' ? [...wholeReview(review)].filter(one => one.type !== 'records') : [{type, records: [record]}];
			const journal = await createJournal(join(state, 'batches'), header, entries, () => {});
			await journal.close();
		};
		for (const record of [anna, john]) for (const type of ['records', 'step'] as const) await noted(record, type);
		await runCommand(purge, ['purge', '--dir', folder, '--person', person, '--yes', '--config-dir', state]);
		expect(await namesIn(join(state, 'results'))).toEqual([`${john.sha256}.json`]);
		const left = await Promise.all(
			(await readdir(join(state, 'batches'))).map(name => readFile(join(state, 'batches', name), 'utf8')),
		);
		expect(left.join('\n')).not.toMatch(/anna\.jpg|L898902C3|ERIKSSON/);
		expect(left).toHaveLength(2);
	},
);

test('several folders are all meant', async () => {
	const folders = [await folderOfKept(), await folderOfKept()];
	const words = folders.flatMap(folder => ['--dir', folder]);
	const {said} = await runCommand(purge, ['purge', ...words, '--yes']);
	expect(said[0]).toBe('6 kept results deleted.');
	for (const folder of folders)
		expect(await namesIn(folder)).toEqual(['new.jpg', 'old.jpg', 'other.json', 'skill.json']);
});

test.each([
	['n', 'link'],
	['link', 'n'],
	['n', 'inner'],
	['inner', 'link'],
])('a result is counted and named once through %s and %s', async (...names) => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'n', 'in'), {recursive: true});
	await symlink(join(folder, 'n'), join(folder, 'link'), 'junction');
	await symlink(join(folder, 'n', 'in'), join(folder, 'inner'), 'junction');
	for (const name of ['a.jpg', 'in/b.jpg']) await writeSidecar(recordOf(join(folder, 'n', name)));
	const two = join(folder, 'n', 'in', 'two.jpg');
	await writeSidecar(recordOf(two));
	const smith = reading(['P<UTOSMITH<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(7)[1]]);
	await writeSidecar(recordOf(`${two}#2`, {reading: smith}));
	const words = ['purge', ...names.flatMap(name => ['--dir', join(folder, name)])];
	const person = await runCommand(purge, [...words, '--person', 'ERIKSSON', '--dry-run']);
	expect(person.out.trim().split('\n')).toHaveLength(2);
	expect(person.said.filter(line => line.includes('of others as well'))).toHaveLength(1);
	expect((await runCommand(purge, [...words, '--dry-run'])).said[0]).toContain('delete 3 kept results');
	expect((await runCommand(purge, [...words, '--yes'])).said[0]).toBe('3 kept results deleted.');
});
