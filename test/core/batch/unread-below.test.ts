import {createHash} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import sharp from 'sharp';
import {expect, test} from 'vitest';
import {unreadBelow} from '../../../source/core/batch/unread-below.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {folderOf} from '../../support/pictures.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const hashOf = (content: string): string => createHash('sha256').update(pngBytes(content)).digest('hex');

/** The pictures of a folder without a result, where these names are kept with these contents. */
async function unread(folder: string, kept: Readonly<Record<string, string>>) {
	const known = Object.entries(kept).map(([name, sha256]) => ({path: join(folder, name), sha256}));
	return (await unreadBelow(folder, known)).map(
		({path, failure}) => `${relative(folder, path)}${failure ? ` ${failure.code}` : ''}`,
	);
}

async function scanIn(folder: string, name: string, pages: number): Promise<void> {
	const pixels = {raw: {width: 32, height: 24 * pages, channels: 3, pageHeight: 24}} as const;
	const bytes = Buffer.alloc(32 * 24 * pages * 3, 200);
	writeFileSync(join(folder, name), await sharp(bytes, pixels).tiff().toBuffer());
}

test('pictures of which nothing is kept are named in their order, those of folders below too', async () => {
	const folder = folderOf(['10.png', '9.png', '1.png', 'below/2.png']);
	expect(await unread(folder, {})).toEqual(['1.png', '9.png', '10.png', 'below/2.png']);
	expect(await unread(folder, {'9.png': '', 'below/2.png': ''})).toEqual(['1.png', '10.png']);
	expect(await unread(folder, {'1.png': '', '9.png': '', '10.png': '', 'below/2.png': ''})).toEqual([]);
	expect(await unread(temporaryFolder(), {})).toEqual([]);
});

test('one that was renamed in its folder is known by its content, one in another folder is not', async () => {
	const folder = folderOf(['a.png', 'b.png', 'below/c.png']);
	expect(await unread(folder, {'gone.png': hashOf('a.png'), 'moved.png': hashOf('below/c.png')})).toEqual([
		'b.png',
		'below/c.png',
	]);
	// What is still under its name was not renamed: another picture with that content is a copy.
	expect(await unread(folder, {'b.png': hashOf('a.png')})).toEqual(['a.png', 'below/c.png']);
});

test('one that cannot be opened is named with the reason', async () => {
	const folder = folderOf(['a.png']);
	writeFileSync(join(folder, 'text.png'), 'no picture');
	mkdirSync(join(folder, 'folder.png'));
	const [first, second, ...rest] = await unread(folder, {});
	expect([first, rest]).toEqual(['a.png', []]);
	expect(second).toMatch(/^text\.png [A-Z_]+$/);
});

test('pages of a file are named where something is kept of others of it', async () => {
	const folder = temporaryFolder();
	await scanIn(folder, 'scan.tif', 3);
	await scanIn(folder, 'one.tif', 1);
	expect(await unread(folder, {})).toEqual(['one.tif', 'scan.tif']);
	expect(await unread(folder, {'scan.tif': '', 'one.tif': ''})).toEqual(['scan.tif#2', 'scan.tif#3']);
	expect(await unread(folder, {'scan.tif#2': ''})).toEqual(['one.tif', 'scan.tif', 'scan.tif#3']);
	expect(await unread(folder, {'scan.tif': '', 'scan.tif#2': '', 'scan.tif#3': '', 'one.tif': ''})).toEqual([]);
	writeFileSync(join(folder, 'one.tif'), 'no picture');
	expect(await unread(folder, {'scan.tif': '', 'scan.tif#2': '', 'scan.tif#3': '', 'one.tif': ''})).toEqual([]);
});
