import {expect, test} from 'vitest';
import {pictureNames} from '../../../source/core/records/picture-names.ts';

test.each([
	[
		['a/p.jpg', 'b/q.jpg'],
		['p.jpg', 'q.jpg'],
	],
	[
		['two/a/p.jpg', 'two/b/p.jpg', 'two/a/q.jpg'],
		['a/p.jpg', 'b/p.jpg', 'q.jpg'],
	],
	[
		['x/a/p.jpg', 'y/a/p.jpg'],
		['x/a/p.jpg', 'y/a/p.jpg'],
	],
	[
		['/p/a/x/1.jpg', '/p/b/x/1.jpg', '/p/b/x/2.jpg'],
		['a/x/1.jpg', 'b/x/1.jpg', '2.jpg'],
	],
	[
		['p.jpg', 'a/p.jpg'],
		['p.jpg', 'a/p.jpg'],
	],
	[[], []],
	[
		['C:\\two\\a\\p.jpg', 'C:\\two\\b\\p.jpg'].slice(0, process.platform === 'win32' ? 2 : 0),
		process.platform === 'win32' ? ['a/p.jpg', 'b/p.jpg'] : [],
	],
	// Pages and passports of one file are no two files.
	[
		['a/s.pdf', 'a/s.pdf#2', 'a/s.pdf#3.2'],
		['s.pdf', 's.pdf#2', 's.pdf#3.2'],
	],
	[
		['a/s.pdf#2', 'b/s.pdf'],
		['a/s.pdf#2', 'b/s.pdf'],
	],
	// One name, composed and decomposed.
	[
		['a/e\u0301.jpg', 'b/\u00e9.jpg'],
		['a/\u00e9.jpg', 'b/\u00e9.jpg'],
	],
	[
		['same/p.jpg', 'same/p.jpg'],
		['p.jpg', 'p.jpg'],
	],
])('%j are named %j', (paths, names) => {
	expect(paths.map(pictureNames(paths))).toEqual(names);
});

test('a page that is found later is named as its file, and an unknown file by its name', () => {
	const nameOf = pictureNames(['a/s.pdf', 'b/s.pdf']);
	expect(['a/s.pdf#2', 'c/s.pdf', 'c/other.jpg'].map(nameOf)).toEqual(['a/s.pdf#2', 's.pdf', 'other.jpg']);
});
