import {expect, test} from 'vitest';
import {daysAgo, fileSize, fileTime, shortTime, shownPath} from '../../source/text/format.ts';

test.each([
	[0, '0 B'],
	[1023, '1023 B'],
	[1024, '1 KB'],
	[60 * 1024 ** 2, '60 MB'],
	[2.25 * 1024 ** 2, '2.3 MB'],
	[3 * 1024 ** 3, '3 GB'],
])('%i bytes are %s', (bytes, said) => {
	expect(fileSize(bytes)).toBe(said);
});

test('the time of a file is on the clock of this computer', () => {
	const date = new Date(2026, 2, 4, 9, 5);
	expect(fileTime(date)).toBe('2026-03-04 09:05');
	expect(shortTime(date, {year: 2026, month: 11, day: 22})).toBe('03-04 09:05');
	expect(shortTime(date, {year: 2027, month: 1, day: 1})).toBe('2026-03-04');
});

test('days ago are counted by the calendar, and a time to come is today', () => {
	const today = {year: 2026, month: 3, day: 1};
	expect(daysAgo(new Date(2026, 1, 28, 23, 59), today)).toBe(1);
	expect(daysAgo(new Date(2026, 2, 1, 0, 0), today)).toBe(0);
	expect(daysAgo(new Date(2026, 2, 9), today)).toBe(0);
});

test('a path shows the home folder as ~, and only that', () => {
	expect(shownPath('/home/anna/a.jpg', '/home/anna')).toBe('~/a.jpg');
	expect(shownPath('/home/annabel/a.jpg', '/home/anna')).toBe('/home/annabel/a.jpg');
});
