import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {AppError} from '../../../source/core/errors.ts';
import {type FindOptions, findPictures} from '../../../source/core/pictures/find.ts';
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

	it('takes a folder whose name looks like a pattern as a name', async () => {
		const folder = folderWith('group [a] {1,2} (x)!/*.d/a.jpg');
		expect(await names(join(folder, 'group [a] {1,2} (x)!'))).toEqual(['*.d/a.jpg']);
	});

	it('goes below only when asked', async () => {
		const folder = folderWith('a.jpg', 'below/b.jpg', 'below/deeper/c.jpg');
		expect(await names(folder)).toEqual(['a.jpg', 'below/b.jpg', 'below/deeper/c.jpg']);
		expect(await names(folder, {recursive: false})).toEqual(['a.jpg']);
	});

	it('tells the folders inside, also those without pictures', async () => {
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

	it('gives a file that was named, whatever it is called, and each file once', async () => {
		const folder = folderWith('a.jpg', 'scan');
		const roots = [folder, join(folder, 'a.jpg'), join(folder, 'scan'), folder];
		expect(await found(roots)).toEqual([join(folder, 'a.jpg'), join(folder, 'scan')]);
	});

	it('finds nothing in a folder without pictures', async () => {
		expect(await found([folderWith('note.txt')])).toEqual([]);
	});

	it('tells of a missing root and goes on, or stops there when nobody listens', async () => {
		const folder = folderWith('a.jpg');
		const missing = join(folder, 'missing');
		const problems: AppError[] = [];
		expect(await found([missing, folder], {onProblem: problem => problems.push(problem)})).toHaveLength(1);
		expect(problems).toMatchObject([{code: 'FILE_NOT_FOUND', details: {path: missing}}]);
		await expect(found([missing, folder])).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
	});

	it.skipIf(noPermissions)('tells of a folder that it may not list and goes on', async () => {
		const folder = folderWith('a.jpg', 'locked/b.jpg', 'open/c.jpg');
		chmodSync(join(folder, 'locked'), 0);
		const problems: AppError[] = [];
		const found = await asOwner(folder, () => names(folder, {onProblem: problem => problems.push(problem)}));
		expect(found).toEqual(['a.jpg', 'open/c.jpg']);
		expect(problems).toMatchObject([{code: 'NOT_READABLE', details: {path: join(folder, 'locked')}}]);
		chmodSync(join(folder, 'locked'), 0o700);
	});

	it('stops when it is told to', async () => {
		const folder = folderWith('a.jpg', 'b.jpg', 'c.jpg');
		const controller = new AbortController();
		const walk = (async () => {
			for await (const _ of findPictures([folder], {recursive: true, signal: controller.signal})) controller.abort();
		})();
		await expect(walk).rejects.toMatchObject({code: 'CANCELLED'});
	});
});
