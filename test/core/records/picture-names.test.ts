import {expect, test} from 'vitest';
import {namesBelow, namesInTurn, pictureNames} from '../../../source/core/records/picture-names.ts';

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
	// Each has as few folders as distinguish it.
	[
		['/home/anna/x/p.jpg', '/home/anna/a/b/p.jpg', '/home/anna/c/b/p.jpg'],
		['x/p.jpg', 'a/b/p.jpg', 'c/b/p.jpg'],
	],
	// No name begins above the folder of all.
	[
		['/home/anna/p.jpg', '/home/anna/a/p.jpg', '/home/anna/a/a/p.jpg'],
		['p.jpg', 'a/p.jpg', 'a/a/p.jpg'],
	],
	[
		['in/mail.zip/a/p.jpg', 'in/mail.zip/b/p.jpg', 'in/other.zip/q.jpg', 'in/mail.zip/q.jpg'],
		['a/p.jpg', 'b/p.jpg', 'other.zip/q.jpg', 'mail.zip/q.jpg'],
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

test('a picture that comes later is distinguished from those before it', () => {
	const names = namesInTurn();
	const named = ['/in/a/p.jpg', '/in/b/p.jpg', '/in/b/p.jpg#2', '/in/b/q.jpg', '/in/a/p.jpg'].map(path => {
		names.add(path);
		return names.nameOf(path);
	});
	expect(named).toEqual(['p.jpg', 'b/p.jpg', 'b/p.jpg#2', 'q.jpg', 'a/p.jpg']);
});

test('a picture below a folder has the same name whatever else comes', () => {
	const nameOf = namesBelow(['in']);
	expect(['in/p.jpg', 'in/a/p.jpg#2', 'in/a/b/p.jpg'].map(nameOf)).toEqual(['p.jpg', 'a/p.jpg#2', 'a/b/p.jpg']);
	const ofSeveral = namesBelow(['one/in', 'two/in', 'other']);
	const paths = ['one/in/p.jpg', 'two/in/a/p.jpg', 'other/p.jpg', 'elsewhere/p.jpg'];
	expect(paths.map(ofSeveral)).toEqual(['one/in/p.jpg', 'two/in/a/p.jpg', 'other/p.jpg', 'p.jpg']);
});
