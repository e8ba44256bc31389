import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, realpathSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {chosenFile} from '../../../source/core/records/chosen-file.ts';
import {messages} from '../../../source/text/index.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isWindows = process.platform === 'win32';

/** A folder with a list in another one below it. */
function listFolder() {
	const folder = realpathSync(temporaryFolder());
	mkdirSync(join(folder, 'share'));
	const list = join(folder, 'share', 'list.xlsx');
	writeFileSync(list, 'list');
	return {folder, list, place: (name: string) => join(folder, name)};
}

const refusal = (path: string, reason: string) => ({code: 'NOT_WRITABLE', details: {path, reason}});

test('a file is itself, and so is one that is not there', async () => {
	const {list, place} = listFolder();
	expect(await chosenFile(list)).toMatchObject({path: list, stats: {size: 4}});
	for (const path of [place('new.xlsx'), place('no/new.xlsx'), join(list, 'new.xlsx')]) {
		expect(await chosenFile(path)).toEqual({path, stats: undefined});
	}
});

describe.skipIf(isWindows)('a link', () => {
	test('is the file that it leads to, in one step or more', async () => {
		const {list, place} = listFolder();
		symlinkSync('share/list.xlsx', place('link.XLSX'));
		symlinkSync(place('link.XLSX'), place('far.xlsx'));
		for (const name of ['link.XLSX', 'far.xlsx']) expect(await chosenFile(place(name))).toMatchObject({path: list});
	});

	test('of a folder is part of the path', async () => {
		const {folder, place} = listFolder();
		symlinkSync(join(folder, 'share'), place('linked'));
		const path = join(folder, 'linked', 'list.xlsx');
		expect(await chosenFile(path)).toMatchObject({path, stats: {size: 4}});
	});

	test.each([
		['DANGLING', 'link.xlsx', 'share/gone.xlsx'],
		['DANGLING', 'link.xlsx', 'drive/list.xlsx'],
		['ELOOP', 'link.xlsx', 'link.xlsx'],
		['EISDIR', 'link.xlsx', 'share'],
		['OTHER_ENDING', 'link.csv', 'share/list.xlsx'],
		['OTHER_ENDING', 'link', 'share/list.xlsx'],
	])('is refused as %s: %s to %s', async (reason, name, target) => {
		const {place} = listFolder();
		symlinkSync(target, place(name));
		await expect(chosenFile(place(name))).rejects.toMatchObject(refusal(place(name), reason));
	});

	test('to a device is refused, as the device is', async () => {
		const {place} = listFolder();
		execFileSync('mkfifo', [place('pipe.csv')]);
		symlinkSync('pipe.csv', place('link.csv'));
		for (const name of ['pipe.csv', 'link.csv']) {
			await expect(chosenFile(place(name))).rejects.toMatchObject(refusal(place(name), 'DEVICE'));
		}
	});
});

test.skipIf(noPermissions)('a write-protected file is refused, also behind a link', async () => {
	const {folder, list, place} = listFolder();
	symlinkSync(list, place('link.xlsx'));
	chmodSync(list, 0o444);
	const {mtimeMs} = statSync(list);
	for (const path of [list, place('link.xlsx')]) {
		await expect(asOwner(folder, () => chosenFile(path))).rejects.toMatchObject(refusal(list, 'READ_ONLY'));
	}
	chmodSync(list, 0o644);
	await asOwner(folder, () => chosenFile(list));
	expect(statSync(list).mtimeMs).toBe(mtimeMs);
});

test.each(['READ_ONLY', 'DANGLING', 'OTHER_ENDING'])('%s is said in words, with what to do', reason => {
	for (const language of ['en', 'zh'] as const) {
		const {errors} = messages(language);
		expect(errors.what('NOT_WRITABLE', {path: 'list.xlsx', reason})).not.toContain(reason);
		expect(errors.next('NOT_WRITABLE', {path: 'list.xlsx', reason})).not.toEqual(
			errors.next('NOT_WRITABLE', {path: 'list.xlsx', reason: 'EIO'}),
		);
	}
});
