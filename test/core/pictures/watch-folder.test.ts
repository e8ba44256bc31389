import {appendFile, chmod, mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {AppError} from '../../../source/core/errors.ts';
import {watchFolders} from '../../../source/core/pictures/files/watch-folder.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {zipFile} from '../../support/zip-file.ts';

const {signal} = new AbortController();

test('a picture is reported once, when it has not changed between two looks', async () => {
	const folder = temporaryFolder();
	const look = watchFolders([folder]);
	const a = join(folder, 'a.jpg');
	await writeFile(a, 'half');
	expect(await look(signal)).toEqual([]);
	await appendFile(a, ' and half');
	expect(await look(signal)).toEqual([]);
	expect(await look(signal)).toEqual([a]);
	expect(await look(signal)).toEqual([]);
});

test('one that is replaced is reported again, one that is empty never', async () => {
	const folder = temporaryFolder();
	const look = watchFolders([folder]);
	const [a, b] = [join(folder, 'scan.png'), join(folder, 'empty.png')];
	await writeFile(a, 'first');
	await writeFile(b, '');
	await look(signal);
	expect(await look(signal)).toEqual([a]);
	await writeFile(a, 'the second one');
	await look(signal);
	expect(await look(signal)).toEqual([a]);
});

test('they come in the order of their names, from folders below as well', async () => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'sub'));
	for (const name of ['page 10.jpg', 'page 2.jpg', 'sub/c.jpg', 'notes.txt']) await writeFile(join(folder, name), name);
	const look = watchFolders([folder]);
	await look(signal);
	expect(await look(signal)).toEqual(['page 2.jpg', 'page 10.jpg', 'sub/c.jpg'].map(name => join(folder, name)));
});

test('a folder that is not there is said at once; one that goes away may come back', async () => {
	const folder = join(temporaryFolder(), 'drive');
	await expect(watchFolders([folder])(signal)).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
	await mkdir(folder);
	const look = watchFolders([folder]);
	await look(signal);
	await rm(folder, {recursive: true});
	expect(await look(signal)).toEqual([]);
	await mkdir(folder);
	await writeFile(join(folder, 'a.jpg'), 'a');
	await look(signal);
	expect(await look(signal)).toEqual([join(folder, 'a.jpg')]);
});

test('a folder that goes away is named once, and once more when it went away again', async () => {
	const folder = join(temporaryFolder(), 'drive');
	await mkdir(folder);
	const named: string[] = [];
	const onProblem = ({code, details}: AppError) => void named.push(`${code} ${details.path}`);
	const look = watchFolders([folder], {onProblem});
	await look(signal);
	expect(named).toEqual([]);
	for (const times of [1, 2]) {
		await rm(folder, {recursive: true});
		await look(signal);
		await look(signal);
		expect(named).toEqual(Array.from({length: times}, () => `FILE_NOT_FOUND ${folder}`));
		await mkdir(folder);
		await look(signal);
	}
});

test.skipIf(noPermissions)('a folder inside that may not be read is named, and read once it may be', async () => {
	const folder = temporaryFolder();
	const [locked, inside] = [join(folder, 'locked'), join(folder, 'locked', 'a.jpg')];
	await mkdir(locked);
	await writeFile(inside, 'a');
	await chmod(locked, 0);
	const named: string[] = [];
	const onProblem = ({code, details}: AppError) => void named.push(`${code} ${details.path}`);
	const look = watchFolders([folder], {onProblem});
	await asOwner(folder, async () => {
		await expect(watchFolders([folder])(signal)).rejects.toMatchObject({code: 'NOT_READABLE'});
		for (const _ of [1, 2]) expect(await look(signal)).toEqual([]);
		await chmod(locked, 0o700);
		await look(signal);
		expect(await look(signal)).toEqual([inside]);
	});
	expect(named).toEqual([`NOT_READABLE ${locked}`]);
});

test('what may hold pictures and is not opened is named once, unless it was named before', async () => {
	const folder = temporaryFolder();
	await mkdir(join(folder, 'sub'));
	for (const name of ['letter 10.docx', 'letter 2.docx', 'notes.txt']) await writeFile(join(folder, name), name);
	const named: unknown[] = [];
	const at = (name: string) => join(folder, name);
	const look = watchFolders([folder], {onPassedOver: paths => void named.push(paths)});
	const other: unknown[] = [];
	const isNamed = (path: string) => path === at('letter 2.docx');
	const lookOn = watchFolders([folder], {onPassedOver: paths => void other.push(paths), isNamed});
	await look(signal);
	await lookOn(signal);
	expect(named).toEqual([[at('letter 2.docx'), at('letter 10.docx')]]);
	expect(other).toEqual([[at('letter 10.docx')]]);
	await writeFile(at('sub/mail.eml'), 'From: a');
	for (const one of [look, lookOn, look, lookOn]) await one(signal);
	expect(named.slice(1)).toEqual([[at('sub/mail.eml')]]);
	expect(other.slice(1)).toEqual([[at('sub/mail.eml')]]);
});

test('a ZIP is unpacked once it is whole, and its pictures are reported instead; one with a password is reported', async () => {
	const folder = temporaryFolder();
	const look = watchFolders([folder]);
	const bytes = zipFile([{name: 'a.png', data: pngBytes()}]);
	await writeFile(join(folder, 'mail.zip'), bytes.subarray(0, bytes.length / 2));
	await look(signal);
	await writeFile(join(folder, 'mail.zip'), bytes);
	await writeFile(join(folder, 'secret.zip'), zipFile([{name: 'b.png', data: pngBytes('b'), encrypted: true}]));
	await look(signal);
	expect(await look(signal)).toEqual([join(folder, 'secret.zip')]);
	expect(await look(signal)).toEqual([]);
	expect(await look(signal)).toEqual([join(folder, 'mail', 'a.png')]);
	expect(await look(signal)).toEqual([]);
});

test('a ZIP that cannot be read is named once, when it is no longer being copied', async () => {
	const folder = temporaryFolder();
	const named: string[] = [];
	const look = watchFolders([folder], {onPassedOver: paths => void named.push(...paths)});
	await look(signal);
	const bytes = zipFile([{name: 'a.png', data: pngBytes()}]);
	const mail = join(folder, 'mail.zip');
	for (const length of [0, 0, 20, bytes.length / 2, bytes.length]) {
		await writeFile(mail, bytes.subarray(0, length));
		await look(signal);
	}
	expect(named).toEqual([]);
	const broken = join(folder, 'broken.zip');
	await writeFile(broken, 'PK');
	for (const expected of [[], [broken], [broken]]) {
		await look(signal);
		expect(named).toEqual(expected);
	}
});
