import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {existingPaths, findPasted} from '../../source/session/picker/effects/find-pasted.ts';
import {pastedPaths} from '../../source/session/picker/pasted-paths.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {folderOf} from '../support/pictures.ts';
import {zipFile} from '../support/zip-file.ts';

test.each([
	['a plain path', '/home/anna/a.jpg', ['/home/anna/a.jpg']],
	['several', '/a.jpg  /b.jpg /c.jpg ', ['/a.jpg', '/b.jpg', '/c.jpg']],
	['escaped blanks', String.raw`/my\ scans/a\ \(1\).jpg`, ['/my scans/a (1).jpg']],
	['single quotes', "'/my scans/a.jpg' '/b.jpg'", ['/my scans/a.jpg', '/b.jpg']],
	['a quote in single quotes', String.raw`'/anna'\''s/a.jpg'`, ["/anna's/a.jpg"]],
	['double quotes', String.raw`"/my scans/a \"b\".jpg"`, ['/my scans/a "b".jpg']],
	['an address', 'file:///my%20scans/%E5%BC%A0.jpg', ['/my scans/张.jpg']],
	['an address with a host', 'file://localhost/a.jpg', ['/a.jpg']],
	['the home folder', '~/a.jpg ~', ['/home/anna/a.jpg', '/home/anna']],
	[
		'a drive',
		String.raw`C:\Users\anna\a.jpg "C:\my scans\b.jpg"`,
		[String.raw`C:\Users\anna\a.jpg`, String.raw`C:\my scans\b.jpg`],
	],
	['nothing', '   ', []],
	['a quote without its end', "'/a b.jpg", ['/a b.jpg']],
])('paths are pasted as %s', (_, text, paths) => {
	expect(pastedPaths(text, '/home/anna')).toEqual(paths);
});

test('a path whose blanks are not escaped is put together by what exists', () => {
	const folder = folderOf(['my scan (1).png', 'b.png', 'a']);
	const [spaced, plain] = [join(folder, 'my scan (1).png'), join(folder, 'b.png')];
	expect(existingPaths(spaced, '/')).toEqual([spaced]);
	expect(existingPaths(`${plain} ${spaced} ${plain}`, '/')).toEqual([plain, spaced, plain]);
	expect(existingPaths('b.png', folder)).toEqual([plain]);
	expect(existingPaths(`${folder}/gone.png ${plain}`, '/')).toEqual([join(folder, 'gone.png'), plain]);
});

test('the pictures of pasted files, folders and archives are found', async () => {
	const folder = folderOf(['b.png', 'group/a.png', 'group/c.png']);
	mkdirSync(join(folder, 'empty'));
	writeFileSync(join(folder, 'mail.zip'), zipFile([{name: 'z.png', data: pngBytes('z')}]));
	const text = ['b.png', 'group', 'mail.zip', 'empty', 'gone.png'].map(name => `'${join(folder, name)}'`).join(' ');
	const {paths, without} = await findPasted(text, '/');
	expect(paths).toEqual(['b.png', 'group/a.png', 'group/c.png', 'mail/z.png'].map(name => join(folder, name)));
	expect(without).toBe(2);
});
