import {existsSync} from 'node:fs';
import {extname, sep} from 'node:path';

/**
 * Where a passport is: `scan.jpg` is the first one of a picture, `scan.jpg#2` the second one of a picture with one page,
 * `scan.pdf#3` the first one of page 3, `scan.pdf#3.2` the second one there.
 */
export type PictureAddress = {
	readonly file: string;
	/** From 1. Of a picture with one page the number after `#` counts its passports instead. */
	readonly page: number;
	/** From 1. */
	readonly passport: number;
};

const pattern = /^(.+)#([1-9]\d{0,4})(?:\.([1-9]\d?))?$/s;

/** A name without an ending may itself end in a number sign and a number: then the disk has to be asked. */
const isName = (path: string, file: string): boolean =>
	file.endsWith(sep) || (extname(file) === '' && existsSync(path));

/** Returns what a path ends in; page and passport are 1 for a path without a number. No file is opened. */
export function pictureAddress(path: string): PictureAddress {
	const [, file, page, passport = '1'] = pattern.exec(path) ?? [];
	if (file === undefined || isName(path, file)) return {file: path, page: 1, passport: 1};
	return {file, page: Number(page), passport: Number(passport)};
}

/** The file of an address. */
export const fileOf = (path: string): string => pictureAddress(path).file;

/** The usual form of an address: `scan.pdf` for `scan.pdf#1`, `scan.pdf#3` for `scan.pdf#3.1`. */
export function usualAddress(path: string): string {
	const {file, page, passport} = pictureAddress(path);
	const start = pageOf(file, page);
	return passport === 1 ? start : `${file}#${page}.${passport}`;
}

/**
 * What an address asks for: a file with all its pages, what has a number in it (`#3`: a page, or a passport of a picture
 * with one page), or one passport (`#3.2`).
 */
export type Extent = 'file' | 'number' | 'passport';

function extentOf(path: string): Extent {
	const part = partOf(path);
	if (part === '') return 'file';
	return part.includes('.') ? 'passport' : 'number';
}

/** What was asked for by each usual address: the most where it was written in several ways, as `scan.pdf` and `scan.pdf#1`. */
export function extentsOf(asked: readonly string[]): ReadonlyMap<string, Extent> {
	const extents = new Map<string, Extent>();
	for (const wanted of ['passport', 'number', 'file'] as const) {
		for (const path of asked) if (extentOf(path) === wanted) extents.set(usualAddress(path), wanted);
	}
	return extents;
}

/** Whether one passport was asked for, and not what else is on its page. */
export const isOnePassport = (extent: Extent, pages: number): boolean =>
	extent === 'passport' || (extent === 'number' && pages === 1);

/** What follows the file in an address: `#3.2`; empty for the first passport of a file. */
export const partOf = (path: string): string => path.slice(fileOf(path).length);

/** A page by a number of its own, also the first, whose usual address is that of the whole file. */
export const numberedPage = (file: string, page: number): string => `${file}#${page}`;

/** The address of a page of a file with several. */
export const pageOf = (file: string, page: number): string => (page === 1 ? file : `${file}#${page}`);

/**
 * The address of the page that an address is on.
 *
 * @param pages How many pages the file has.
 */
export function pageAddress(path: string, pages: number): string {
	const {file, page} = pictureAddress(path);
	return pages === 1 ? file : pageOf(file, page);
}

/**
 * The address of a passport on a page.
 *
 * @param page The page's own address.
 * @param pages How many pages the file has.
 */
export function passportOn(page: string, passport: number, pages: number): string {
	if (passport === 1) return page;
	const {file, page: number} = pictureAddress(page);
	return pages === 1 ? `${file}#${passport}` : `${file}#${number}.${passport}`;
}

/** Orders addresses of one file: by page, then by passport. */
export function compareParts(one: string, other: string): number {
	const [a, b] = [pictureAddress(one), pictureAddress(other)];
	return a.page - b.page || a.passport - b.passport;
}

/**
 * Whether an address is of a passport on a page.
 *
 * @param pages How many pages the file has; where that is not known, only the page's own address counts.
 */
export function isOnPage(path: string, page: string, pages: number | undefined): boolean {
	if (pages === undefined) return path === page;
	return pages === 1 || pictureAddress(path).page === pictureAddress(page).page;
}
