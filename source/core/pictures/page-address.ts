/** A page of a file: `scan.pdf#3`. Pages count from 1. */
export type PageAddress = {readonly file: string; readonly page: number};

/** After the page may follow which passport of the page is meant: `scan.pdf#3.2`. */
const pattern = /^(.+)#([1-9]\d{0,4})(?:\.[1-9]\d?)?$/s;

/** Returns the file and the page that a path ends in; undefined for a path without a page. No file is opened. */
export function pageAddress(path: string): PageAddress | undefined {
	const [, file, page] = pattern.exec(path) ?? [];
	return file === undefined ? undefined : {file, page: Number(page)};
}
