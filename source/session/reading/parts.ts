import type {BatchItem} from '../../core/batch/batch.ts';
import {fileOf} from '../../core/picture-address.ts';

/** How many pages and passports a file has in the batch, where the item is its first; otherwise 1. They follow each other. */
export function partsOf(items: readonly BatchItem[], item: BatchItem): number {
	if (fileOf(item.path) !== item.path) return 1;
	const start = items.indexOf(item);
	let end = start + 1;
	while (end < items.length && items[end]!.path !== item.path && fileOf(items[end]!.path) === item.path) end++;
	return end - start;
}
