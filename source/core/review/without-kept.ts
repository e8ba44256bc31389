import {resolve} from 'node:path';
import {grouped} from '../grouped.ts';
import {contentOf} from '../records/content.ts';
import type {PassportRecord} from '../records/record.ts';
import {documentOf} from './same-person.ts';

/**
 * Returns the printed results of passports of which no result is kept: a kept one has the decisions of a person. Both are
 * of one passport where they are of one place on one picture, or, where a hash is missing, name one file and document.
 */
export function withoutKept(
	printed: readonly PassportRecord[],
	kept: Iterable<PassportRecord>,
): readonly PassportRecord[] {
	if (printed.length === 0) return printed;
	const left = new Set(printed);
	const byContent = grouped(printed, one => [contentOf(one)]);
	const byPath = grouped(printed, one => [resolve(one.path)]);
	for (const record of kept) {
		const content = contentOf(record);
		if (content !== undefined) for (const one of byContent.get(content) ?? []) left.delete(one);
		for (const one of byPath.get(resolve(record.path)) ?? []) if (isSameFile(one, record)) left.delete(one);
	}
	return [...left];
}

/** Of two results under one path: without both hashes it is not known whether they are of one picture. */
function isSameFile(printed: PassportRecord, kept: PassportRecord): boolean {
	const document = documentOf(printed);
	return (printed.sha256 === '' || kept.sha256 === '') && document !== undefined && document === documentOf(kept);
}
