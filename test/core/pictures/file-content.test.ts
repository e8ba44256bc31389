import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {fileContent} from '../../../source/core/pictures/file-content.ts';
import {pdfFile} from '../../support/pdf-file.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {zipFile} from '../../support/zip-file.ts';

const page = {width: 100, height: 100, content: ''};
const entry = (name: string) => ({name, data: Buffer.from('a')});
const locked = readFileSync(new URL('../../support/pdf/password.pdf', import.meta.url));

it.each([
	['scan.pdf', pdfFile([page, page, page]), {pages: 3}],
	['scan.pdf', pdfFile([page]), {pages: 1}],
	['no ending', pdfFile([page]), {pages: 1}],
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
