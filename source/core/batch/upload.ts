import {fileOf} from '../picture-address.ts';
import type {BatchItem} from './item.ts';

/** What a service would be sent: pages, each in a call, of so many files. */
export type Upload = {readonly pages: number; readonly files: number};

/** Counts what is sent when some passports are read again: those on one page are sent together. */
export function uploadOf(items: readonly BatchItem[], passports: readonly string[]): Upload {
	const pageOf = new Map(items.map(item => [item.path, item.with ?? item.path]));
	const pages = new Set(passports.map(path => pageOf.get(path) ?? path));
	return {pages: pages.size, files: new Set([...pages].map(fileOf)).size};
}
