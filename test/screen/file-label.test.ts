import {expect, it} from 'vitest';
import {batchFolder, fileLabel, pathLabel} from '../../source/screen/components/file-label.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';

const labels = (paths: readonly string[], columns = 20): readonly string[] => {
	const folder = batchFolder(paths.map(path => ({path, state: 'waiting'})));
	return paths.map((path, index) => fileLabel(path, paths[index - 1], folder, columns));
};

it.each([
	[
		['/p/a.jpg', '/p/scan.pdf', '/p/scan.pdf#2', '/p/scan.pdf#3.2', '/p/z.jpg'],
		['a.jpg', 'scan.pdf', '  #2', '  #3.2', 'z.jpg'],
	],
	[
		['/p/a.jpg', '/p/mail/b.jpg', '/p/mail/c.jpg', '/p/mail/c.jpg#2', '/p/d.jpg'],
		['a.jpg', 'mail/b.jpg', '  c.jpg', '    #2', 'd.jpg'],
	],
	[['/p/scan.pdf#3'], ['scan.pdf#3']],
	[
		['/p/x/a.jpg', '/p/y/b.jpg'],
		['x/a.jpg', 'y/b.jpg'],
	],
	[['/p/a-name-that-is-long-enough.pdf#12'], ['a-name-th…ugh.pdf#12']],
	[
		['/p/a.jpg', '/p/group of the 14th of March/IMG_2003.jpg', '/p/group of the 14th of March/Zhang San passport.jpg'],
		['a.jpg', 'group …/IMG_2003.jpg', '  Zhang Sa…sport.jpg'],
	],
	[
		['/p/a.jpg', '/p/三月十四日第一组/张三-护照-原始文件.png'],
		['a.jpg', '…/张三-护…始文件.png'],
	],
])('shows %j as a tree', (paths, expected) => {
	expect(labels(paths)).toEqual(expected);
});

it.each([
	['~/group/passports.xlsx', 40, '~/group/passports.xlsx'],
	['~/group of March/arrivals/passports.xlsx', 24, '~/group o…passports.xlsx'],
	['~/group of March/arrivals/passports.xlsx', 12, '…passp….xlsx'],
	['护照/三月十四日/passports.xlsx', 20, '护照/…passports.xlsx'],
	['passports-2026-11-22.xlsx', 12, 'passp…2.xlsx'],
])('shows the path %s in %s columns', (path, columns, expected) => {
	expect(pathLabel(path, columns)).toBe(expected);
});

it('masks passport numbers while pictures are read, as the list does, until m shows them', async () => {
	const engine = fakeEngine({concurrency: 1});
	const app = openDrawn({pictures: ['1.png', '2.png'], paths: ['.'], chosen: 'offline', engine});
	(await engine.next()).succeed();
	await app.waitFor(/1\.png .*L8\*{5}C3/);
	expect(app.screen().join('\n')).not.toContain('L898902C3');
	app.press('m');
	await app.waitFor(/1\.png .*L898902C3/);
	app.press('m');
	await app.waitFor(/1\.png .*L8\*{5}C3/);
});
