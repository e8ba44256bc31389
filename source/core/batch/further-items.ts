import {pageOf} from '../picture-address.ts';
import type {Outcome, PassportRecord} from '../records/record.ts';
import {type BatchEvent, type BatchItem, insertAfter} from './item.ts';

type Told = {readonly onEvent: (event: BatchEvent) => void; readonly show: (item: BatchItem) => void};

/** Pages and passports that become known while a file is read; each comes right behind what it belongs to. */
export function createFurtherItems(items: Map<string, BatchItem>, {onEvent, show}: Told) {
	const add = (after: string, item: BatchItem) => {
		insertAfter(items, after, item);
		onEvent({type: 'added', item, after});
	};
	return {
		/** Adds the pages behind the first; returns those that were not known. */
		addPages(file: string, pages: number, {first, last} = {first: 1, last: pages}): readonly string[] {
			const added: string[] = [];
			for (let page = Math.max(2, first); page <= Math.min(last, pages); page++) {
				const path = pageOf(file, page);
				if (items.has(path)) continue;
				add(added.at(-1) ?? file, {path, state: 'waiting'});
				added.push(path);
			}
			return added;
		},
		/** Adds the further passports of a page, which were read with its first. */
		addPassports(page: string, others: readonly PassportRecord[]): void {
			let after = page;
			for (const {path} of others) {
				if (!items.has(path)) add(after, {path, state: 'waiting', with: page});
				after = path;
			}
		},
		showPassports(page: string, outcome: Outcome, others: readonly PassportRecord[]): void {
			if (outcome.kind === 'failed') return;
			for (const record of others) {
				const {path} = record;
				const known = items.get(path)!;
				// One that was asked for by itself has its own turn.
				if (known.with === undefined || known.state === 'leftOut') continue;
				show({path, state: 'read', with: page, outcome: {...outcome, record, milliseconds: 0}});
			}
		},
	};
}
