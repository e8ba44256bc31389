import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {openingError} from '../../../source/core/opening-error.ts';
import {openPicture, sizeLimit} from '../../../source/core/pictures/open.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isWindows = process.platform === 'win32';

const written = (name: string, bytes: string | Uint8Array) => {
	const path = join(temporaryFolder(), name);
	writeFileSync(path, bytes);
	return path;
};

describe('opening a picture', () => {
	it('detects the format by the content, whatever the name', async () => {
		const path = written('page.jpg', pngBytes());
		const picture = await openPicture(path);
		expect(picture).toMatchObject({path, format: 'png'});
		expect(Buffer.from(picture.bytes).equals(pngBytes())).toBe(true);
	});

	it('knows a picture again by its content', async () => {
		const first = await openPicture(written('a.png', pngBytes('1')));
		const copy = await openPicture(written('b.jpg', pngBytes('1')));
		const other = await openPicture(written('a.png', pngBytes('2')));
		expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(copy.sha256).toBe(first.sha256);
		expect(other.sha256).not.toBe(first.sha256);
	});

	it.each([
		['jpeg', 'ffd8ffe000104a464946'],
		['bmp', '424d4600000000000000360000002800000001000000'],
		['webp', '524946461a000000574542505650382000000000'],
		['tiff', '49492a0008000000'],
		['tiff', '4d4d002a00000008'],
		['gif', '474946383961010001000000'],
	])('opens %s', async (format, hex) => {
		expect((await openPicture(written('picture', Buffer.from(hex, 'hex')))).format).toBe(format);
	});

	it.each([
		['a line end', '0d0a'],
		['a byte order mark', 'efbbbf'],
		['a byte order mark and blanks', 'efbbbf0a0920'],
	])('opens a picture behind %s, and knows it by the whole file', async (_, before) => {
		const whole = Buffer.concat([Buffer.from(before, 'hex'), pngBytes()]);
		const picture = await openPicture(written('page.jpg', whole));
		expect(picture.format).toBe('png');
		expect(Buffer.from(picture.bytes).equals(pngBytes())).toBe(true);
		expect(picture.sha256).toBe(createHash('sha256').update(whole).digest('hex'));
	});

	it.each([
		['avif', '0000001c667479706176696600000000'],
		['avif', '00000014667479706d6966310000000061766966'],
		['heic', '0000002466747970686569630000000068656963'],
		['heic', '00000018667479706d696631000000006d69663168656963'],
		['heic', '00000018667479706d696631000000006d6966316d696166'],
	])('detects %s among the files of boxes', async (format, hex) => {
		expect(await openPicture(written('a.jpg', Buffer.from(hex, 'hex')))).toMatchObject({format});
	});

	it.each([
		['JPEG 2000', '0000000c6a5020200d0a870a'],
		['JPEG 2000', 'ff4fff51002f'],
		['JPEG XL', 'ff0a3f10'],
		['JPEG XL', '0000000c4a584c200d0a870a'],
		['JPEG XR', '4949bc0108000000'],
		['Photoshop', '384250530001'],
		['camera RAW', '000000186674797063727820000000016372782069736f6d'],
		['DjVu', Buffer.from('AT&TFORM\0\0\x10\0DJVU').toString('hex')],
		['PNM', Buffer.from('P5\n# a scanner\n640 480\n255\n').toString('hex')],
		['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('hex')],
		['SVG', Buffer.from('<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg>\n<svg width="9"/>').toString('hex')],
	])('names %s, which it cannot read', async (format, hex) => {
		await expect(openPicture(written('scan.jpg', Buffer.from(hex, 'hex')))).rejects.toMatchObject({
			code: 'UNSUPPORTED_IMAGE',
			details: {format},
		});
	});

	it.each([
		['text', 'not a picture\n'],
		['text', 'BMW, a car and no bitmap at all'],
		['html', '<!DOCTYPE html><title>Sign in</title>'],
		['json', '{"success": true}'],
		['zip', Buffer.from('504b030414000000', 'hex')],
		['office', `PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml`],
		['office', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
		['archive', 'Rar!\x1a\x07\x01\x00'],
		['archive', Buffer.from('377abcaf271c0004', 'hex')],
		['archive', Buffer.from('1f8b0800', 'hex')],
		['archive', `${'list.txt'.padEnd(257, '\0')}ustar\x0000`],
		['email', 'From: a hotel <h@example.com>\nSubject: passports\nMIME-Version: 1.0\n'],
		['video', Buffer.from('0000001466747970717420200000000071742020', 'hex')],
		['video', Buffer.from('00000018667479706d70343200000000', 'hex')],
		['video', Buffer.from('1a45dfa3', 'hex')],
		['video', 'RIFF\0\0\0\0AVI LIST'],
		['unknown', Buffer.from('0001020304050607', 'hex')],
		['empty', ''],
	])('says that a file called .jpg is %s', async (seems, bytes) => {
		await expect(openPicture(written('page.jpg', bytes))).rejects.toMatchObject({
			code: 'NOT_AN_IMAGE',
			details: {seems},
		});
	});

	it('says that a header cut short is damaged', async () => {
		await expect(openPicture(written('page.png', pngBytes().subarray(0, 5)))).rejects.toMatchObject({
			code: 'DAMAGED_IMAGE',
			details: {format: 'png'},
		});
		await expect(openPicture(written('page.jpg', Buffer.from('ffd8', 'hex')))).rejects.toMatchObject({
			code: 'DAMAGED_IMAGE',
			details: {format: 'jpeg'},
		});
	});

	it('says that a file is missing', async () => {
		const path = join(temporaryFolder(), 'gone.jpg');
		await expect(openPicture(path)).rejects.toMatchObject({code: 'FILE_NOT_FOUND', details: {path}});
		await expect(openPicture(join(path, 'below.jpg'))).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
		await expect(openPicture('a\0b.jpg')).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
		await expect(openPicture(`${'x'.repeat(300)}.jpg`)).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
	});

	it('says that a folder is no picture', async () => {
		await expect(openPicture(temporaryFolder())).rejects.toMatchObject({code: 'NOT_A_FILE', details: {what: 'folder'}});
	});

	it.skipIf(isWindows)('does not wait at a FIFO', async () => {
		const path = join(temporaryFolder(), 'page.jpg');
		execFileSync('mkfifo', [path]);
		await expect(openPicture(path)).rejects.toMatchObject({code: 'NOT_A_FILE', details: {what: 'fifo'}});
	});

	it.skipIf(isWindows)('does not read a device', async () => {
		await expect(openPicture('/dev/zero')).rejects.toMatchObject({code: 'NOT_A_FILE', details: {what: 'device'}});
	});

	it.skipIf(isWindows)('follows a link that a person names, and says when it leads nowhere', async () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'a.png'), pngBytes());
		symlinkSync('a.png', join(folder, 'link.png'));
		symlinkSync('nowhere', join(folder, 'broken.png'));
		symlinkSync('loop.png', join(folder, 'loop.png'));
		expect((await openPicture(join(folder, 'link.png'))).format).toBe('png');
		await expect(openPicture(join(folder, 'broken.png'))).rejects.toMatchObject({code: 'FILE_NOT_FOUND'});
		await expect(openPicture(join(folder, 'loop.png'))).rejects.toMatchObject({
			code: 'NOT_READABLE',
			details: {reason: 'ELOOP'},
		});
	});

	it('does not load a file of more than 60 MB', async () => {
		const path = written('huge.png', pngBytes());
		truncateSync(path, sizeLimit + 1);
		await expect(openPicture(path)).rejects.toMatchObject({
			code: 'TOO_LARGE',
			details: {bytes: sizeLimit + 1, limit: sizeLimit},
		});
	});

	it.skipIf(noPermissions)('says that it may not read a file', async () => {
		const path = written('secret.png', pngBytes());
		chmodSync(path, 0);
		const opening = asOwner(dirname(path), () => openPicture(path));
		await expect(opening).rejects.toMatchObject({code: 'NOT_READABLE', details: {path, reason: 'EACCES'}});
	});

	it.skipIf(noPermissions)('says that it may not look into a folder', async () => {
		const folder = join(temporaryFolder(), 'locked');
		mkdirSync(folder, {mode: 0});
		const opening = asOwner(dirname(folder), () => openPicture(join(folder, 'a.png')));
		await expect(opening).rejects.toMatchObject({code: 'NOT_READABLE'});
		chmodSync(folder, 0o700);
	});

	// What a file system says that no test can bring about.
	it.each([
		['EACCES', 'NOT_READABLE'],
		['EPERM', 'NOT_READABLE'],
		['EIO', 'NOT_READABLE'],
		['ENOENT', 'FILE_NOT_FOUND'],
	])('takes %s of the file system for %s', (reason, code) => {
		const said = Object.assign(new Error(reason), {code: reason});
		expect(openingError('page.jpg', said)).toMatchObject({code, details: {path: 'page.jpg', reason}});
	});
});
