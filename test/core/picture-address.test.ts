import {describe, expect, it, test} from 'vitest';
import {
	compareParts,
	type Extent,
	extentsOf,
	isOnePassport,
	isOnPage,
	type PictureAddress,
	pageAddress,
	pageOf,
	partOf,
	passportOn,
	pictureAddress,
	usualAddress,
} from '../../source/core/picture-address.ts';

test.each<readonly [string, PictureAddress]>([
	['scan.pdf#3', {file: 'scan.pdf', page: 3, passport: 1}],
	['scan.pdf#3.2', {file: 'scan.pdf', page: 3, passport: 2}],
	['a#1.tif#12', {file: 'a#1.tif', page: 12, passport: 1}],
	['a\nb.tif#2', {file: 'a\nb.tif', page: 2, passport: 1}],
	...[
		'scan.pdf',
		'scan.pdf#',
		'scan.pdf#0',
		'scan.pdf#03',
		'scan.pdf#3.0',
		'scan.pdf#1234567',
		'#3',
		'room #3.jpg',
	].map(path => [path, {file: path, page: 1, passport: 1}] as const),
])('what %j means', (path, address) => {
	expect(pictureAddress(path)).toEqual(address);
});

test.each([
	['scan.pdf#1', 'scan.pdf'],
	['scan.pdf#1.1', 'scan.pdf'],
	['scan.pdf#3.1', 'scan.pdf#3'],
	['scan.pdf#1.2', 'scan.pdf#1.2'],
	['scan.pdf', 'scan.pdf'],
])('%s is usually written %s', (path, usual) => {
	expect(usualAddress(path)).toBe(usual);
});

test.each<readonly [readonly string[], Readonly<Record<string, Extent>>]>([
	[['scan.pdf'], {'scan.pdf': 'file'}],
	[['scan.pdf#1'], {'scan.pdf': 'number'}],
	[['scan.pdf#1.1'], {'scan.pdf': 'passport'}],
	[['scan.pdf#2', 'scan.pdf#2.1', 'scan.pdf#2.2'], {'scan.pdf#2': 'number', 'scan.pdf#2.2': 'passport'}],
	[['a.jpg', 'a.jpg#1', 'b.jpg#1', 'b.jpg'], {'a.jpg': 'file', 'b.jpg': 'file'}],
])('what is asked for by %j', (asked, extents) => {
	expect(Object.fromEntries(extentsOf(asked))).toEqual(extents);
});

test('a number is a passport of a picture with one page, and a page of others', () => {
	const extents = ['file', 'number', 'passport'] as const;
	expect(extents.map(extent => isOnePassport(extent, 1))).toEqual([false, true, true]);
	expect(extents.map(extent => isOnePassport(extent, 5))).toEqual([false, false, true]);
});

describe('addresses of a file', () => {
	it('are plain for the first page and its first passport', () => {
		expect([pageOf('scan.pdf', 1), pageOf('scan.pdf', 3)]).toEqual(['scan.pdf', 'scan.pdf#3']);
		expect(passportOn('scan.pdf', 1, 5)).toBe('scan.pdf');
	});

	it('count passports on a picture with one page, and passports of a page on others', () => {
		expect(passportOn('scan.jpg', 2, 1)).toBe('scan.jpg#2');
		expect(passportOn('scan.pdf', 2, 5)).toBe('scan.pdf#1.2');
		expect(passportOn('scan.pdf#3', 2, 5)).toBe('scan.pdf#3.2');
	});

	it('name the page that they are on', () => {
		expect(pageAddress('scan.jpg#2', 1)).toBe('scan.jpg');
		expect(pageAddress('scan.pdf#3.2', 5)).toBe('scan.pdf#3');
		expect(pageAddress('scan.pdf#1.2', 5)).toBe('scan.pdf');
		expect(isOnPage('scan.jpg#2', 'scan.jpg', 1)).toBe(true);
		expect(isOnPage('scan.pdf#2', 'scan.pdf', 5)).toBe(false);
		expect(isOnPage('scan.pdf#1.2', 'scan.pdf', 5)).toBe(true);
	});

	it('are in the order of pages, and of passports on a page', () => {
		const paths = ['s.pdf#10', 's.pdf#1.2', 's.pdf#2', 's.pdf', 's.pdf#2.3', 's.pdf#2.2'];
		expect(paths.sort(compareParts)).toEqual(['s.pdf', 's.pdf#1.2', 's.pdf#2', 's.pdf#2.2', 's.pdf#2.3', 's.pdf#10']);
		expect(partOf('s.pdf#2.3')).toBe('#2.3');
	});
});
