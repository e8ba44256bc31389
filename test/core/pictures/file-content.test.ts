import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {expect, it} from 'vitest';
import {fileContent} from '../../../source/core/pictures/files/file-content.ts';
import {pdfFile} from '../../support/pdf-file.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {zipFile} from '../../support/zip-file.ts';

const page = {width: 100, height: 100, content: ''};
const entry = (name: string) => ({name, data: Buffer.from('a')});
const frames = sharp(Buffer.from(Array.from({length: 8 * 18 * 3}, (_, at) => (at * 7) % 256)), {
	raw: {width: 8, height: 18, channels: 3, pageHeight: 6},
});
const locked = readFileSync(new URL('../../support/pdf/password.pdf', import.meta.url));

it.each([
	['scan.pdf', pdfFile([page, page, page]), {pages: 3}],
	['scan.pdf', pdfFile([page]), {pages: 1}],
	['no ending', pdfFile([page]), {pages: 1}],
	['scan.tif', await frames.clone().tiff().toBuffer(), {pages: 3}],
	['scan.gif', await frames.clone().gif().toBuffer(), {pages: 3}],
	['broken.pdf', Buffer.from('%PDF-1.7\n'), undefined],
	['locked.pdf', locked, undefined],
	['mail.zip', zipFile([entry('a.jpg'), entry('b/c.PNG'), entry('b/list.txt')]), {pictures: 2}],
	['mail.ZIP', zipFile([entry('list.txt')]), {pictures: 0}],
	['broken.zip', Buffer.from('PK\x03\x04 junk'), undefined],
	['text.jpg', Buffer.from('hello'), undefined],
	['empty.png', Buffer.alloc(0), undefined],
])('says what %s holds before it is read', async (name, bytes, content) => {
	const path = join(temporaryFolder(), name);
	writeFileSync(path, bytes);
	expect(await fileContent(path)).toEqual(content);
});

it('says how large a page is, where one is meant', async () => {
	const path = join(temporaryFolder(), 'scan.tif');
	writeFileSync(path, await frames.clone().tiff().toBuffer());
	expect(await fileContent(`${path}#2`)).toEqual({width: 8, height: 6});
});
