import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {AppError} from '../../../source/core/errors.ts';
import {type FindOptions, findPictures} from '../../../source/core/pictures/files/find.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isWindows = process.platform === 'win32';

const folderWith = (...names: string[]) => {
	const folder = temporaryFolder();
	for (const name of names) {
		mkdirSync(dirname(join(folder, name)), {recursive: true});
		writeFileSync(join(folder, name), 'content');
	}
	return folder;
};

const found = async (roots: string[], options: Partial<FindOptions> = {}) => {
	const paths: string[] = [];
	for await (const {path} of findPictures(roots, {recursive: true, ...options})) paths.push(path);
	return paths.sort();
};

const names = async (folder: string, options?: Partial<FindOptions>) =>
	(await found([folder], options)).map(path => relative(folder, path).replaceAll('\\', '/'));

describe('finding pictures', () => {
	it('finds every extension, in any case and any script', async () => {
		const folder = folderWith(
			'a.JPG',
			'b.jpeg',
			'c.Png',
			'd.bmp',
			'e.webp',
			'f.tif',
			'g.TIFF',
			'张三-护照.jpg',
			'note.txt',
			'a.json',
		);
		expect(await names(folder)).toEqual([
			'a.JPG',
			'b.jpeg',
			'c.Png',
			'd.bmp',
			'e.webp',
			'f.tif',
			'g.TIFF',
			'张三-护照.jpg',
		]);
	});

	it('finds what only looks like a picture to a person, so that it fails in sight', async () => {
		const folder = folderWith('IMG_1.HEIC', 'sub/scan.pdf', 'sub/b.heif', 'itinerary.docx');
		expect(await names(folder)).toEqual(['IMG_1.HEIC', 'sub/b.heif', 'sub/scan.pdf']);
	});

	it('looks into what has an unknown ending or none, and takes the pictures', async () => {
		const folder = folderWith('a.jpg', 'notes', 'data.xyz', 'sub/readme', 'sub/b.jfif', 'c.jpe', 'd.gif', 'e.avif');
		const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
		for (const name of ['IMG_1', 'scan.2026-11-29', 'sub/old.picture', 'sub/deeper/张三']) {
			mkdirSync(dirname(join(folder, name)), {recursive: true});
			writeFileSync(join(folder, name), jpeg);
		}
		expect(await names(folder)).toEqual([
			'IMG_1',
			'a.jpg',
			'c.jpe',
			'd.gif',
			'e.avif',
			'scan.2026-11-29',
			'sub/b.jfif',
			'sub/deeper/张三',
			'sub/old.picture',
		]);
	});

	it('finds what begins as a picture that cannot be read, so that it fails in sight', async () => {
		const folder = folderWith('a.jpg');
		writeFileSync(join(folder, 'photo'), Buffer.from('ff0a3f10', 'hex'));
		writeFileSync(join(folder, 'photo.unknown'), Buffer.from('0000000c6a5020200d0a870a', 'hex'));
		writeFileSync(join(folder, 'half'), Buffer.from('89504e', 'hex'));
		expect(await names(folder)).toEqual(['a.jpg', 'half', 'photo', 'photo.unknown']);
	});

	it('does not open what is still being downloaded, or is written beside pictures', async () => {
		const folder = folderWith('a.jpg');
		const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
		for (const name of ['b.jpg.crdownload', 'c.jpg.part', 'd.tmp', 'a.jpg.json'])
			writeFileSync(join(folder, name), jpeg);
		expect(await names(folder)).toEqual(['a.jpg']);
	});

	it.skipIf(isWindows)('does not wait at a pipe without an ending', async () => {
		const folder = folderWith('a.jpg', 'sub/b.jpg');
		execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, 'sub', 'pipe')]);
		expect(await names(folder)).toEqual(['a.jpg', 'sub/b.jpg']);
	});

	it('takes a folder whose name looks like a pattern as a name', async () => {
		const folder = folderWith('group [a] {1,2} (x)!/*.d/a.jpg');
		expect(await names(join(folder, 'group [a] {1,2} (x)!'))).toEqual(['*.d/a.jpg']);
	});

	it('goes below only when asked', async () => {
		const folder = folderWith('a.jpg', 'below/b.jpg', 'below/deeper/c.jpg');
		expect(await names(folder)).toEqual(['a.jpg', 'below/b.jpg', 'below/deeper/c.jpg']);
		expect(await names(folder, {recursive: false})).toEqual(['a.jpg']);
	});

	it('reports the folders inside, also those without pictures', async () => {
		const folder = folderWith('a.jpg', 'b/c.jpg', 'empty/note.txt', '.hidden/d.jpg');
		const folders: string[] = [];
		await names(folder, {onFolder: name => folders.push(name)});
		expect(folders.sort()).toEqual(['b', 'empty']);
	});

	it('leaves out hidden files and folders unless they are wanted, and folders that are called like a picture', async () => {
		const folder = folderWith('a.jpg', '._a.jpg', '.cache/b.jpg', 'c/.d/e.jpg', 'folder.jpg/inside.png');
		expect(await names(folder)).toEqual(['a.jpg', 'folder.jpg/inside.png']);
		const all = await names(folder, {hidden: true});
		expect(all.sort()).toEqual(['._a.jpg', '.cache/b.jpg', 'a.jpg', 'c/.d/e.jpg', 'folder.jpg/inside.png']);
	});

	it.skipIf(isWindows)('does not follow links, not even round in a circle', async () => {
		const elsewhere = folderWith('private.jpg');
		const folder = folderWith('a.jpg');
		symlinkSync(elsewhere, join(folder, 'elsewhere'));
		symlinkSync(folder, join(folder, 'circle'));
		symlinkSync(join(elsewhere, 'private.jpg'), join(folder, 'link.jpg'));
		expect(await names(folder)).toEqual(['a.jpg']);
	});

	it.skipIf(isWindows)(
		'names links that are called like pictures or folders, wherever they lead, at any depth',
		async () => {
			const folder = folderWith('a.jpg', 'sub/deeper/b.jpg', 'elsewhere/note.txt');
			symlinkSync('nowhere', join(folder, 'gone.jpg'));
			symlinkSync(join(folder, 'a.jpg'), join(folder, 'sub/deeper/same.PNG'));
			symlinkSync(join(folder, 'elsewhere'), join(folder, 'sub/folder'));
			symlinkSync(join(folder, 'elsewhere/note.txt'), join(folder, 'sub/note.txt'));
			symlinkSync('nowhere', join(folder, 'sub/.hidden.jpg'));
			const passedOver: string[] = [];
			expect(await names(folder, {onPassedOver: path => passedOver.push(path)})).toEqual(['a.jpg', 'sub/deeper/b.jpg']);
			expect(passedOver.sort()).toEqual(
				['gone.jpg', 'sub/deeper/same.PNG', 'sub/folder'].map(name => join(folder, name)),
			);
		},
	);

	it('gives a file that was named, whatever it is called, and each file once', async () => {
		const folder = folderWith('a.jpg', 'scan');
		const roots = [folder, join(folder, 'a.jpg'), join(folder, 'scan'), folder];
		expect(await found(roots)).toEqual([join(folder, 'a.jpg'), join(folder, 'scan')]);
	});

	it('finds nothing in a folder without pictures', async () => {
		expect(await found([folderWith('note.txt')])).toEqual([]);
	});

	it('reports a missing root and continues, or stops there when failures are not listened for', async () => {
		const folder = folderWith('a.jpg');
		const missing = join(folder, 'missing');
		const problems: AppError[] = [];
		expect(await found([missing, folder], {onProblem: problem => problems.push(problem)})).toHaveLength(1);
		expect(problems).toMatchObject([{code: 'FILE_NOT_FOUND', details: {path: missing}}]);
		await expect(found([missing, folder])).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
	});

	it.skipIf(noPermissions)('reports a folder that it may not list and continues', async () => {
		const folder = folderWith('a.jpg', 'locked/b.jpg', 'open/c.jpg');
		chmodSync(join(folder, 'locked'), 0);
		const problems: AppError[] = [];
		const found = await asOwner(folder, () => names(folder, {onProblem: problem => problems.push(problem)}));
		expect(found).toEqual(['a.jpg', 'open/c.jpg']);
		expect(problems).toMatchObject([{code: 'NOT_READABLE', details: {path: join(folder, 'locked')}}]);
		chmodSync(join(folder, 'locked'), 0o700);
	});

	it('stops when asked to', async () => {
		const folder = folderWith('a.jpg', 'b.jpg', 'c.jpg');
		const controller = new AbortController();
		const walk = (async () => {
			for await (const _ of findPictures([folder], {recursive: true, signal: controller.signal})) controller.abort();
		})();
		await expect(walk).rejects.toMatchObject({code: 'CANCELLED'});
	});
});
