import {packed} from '../core/export/packed.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {sharedKeys} from '../core/review/once.ts';

/** What was read, in its order, packed: a folder of any length is gone through without holding it. */
export type RecordStore = Iterable<PassportRecord> & {
	readonly add: (record: PassportRecord) => void;
	readonly count: () => number;
	/**
	 * Returns the records, by their places, of which another one shows the same picture or has the same number: what is
	 * compared with others is among them.
	 */
	readonly related: () => ReadonlyMap<number, PassportRecord>;
};

export function recordStore(): RecordStore {
	const records = packed<PassportRecord>();
	const firstOf = new Map<string, number>();
	const places = new Set<number>();
	let count = 0;
	return {
		[Symbol.iterator]: () => records[Symbol.iterator](),
		add(record) {
			for (const key of sharedKeys(record)) {
				const first = firstOf.get(key);
				if (first === undefined) firstOf.set(key, count);
				else places.add(first).add(count);
			}
			// No list says where on the picture a value was, or what other engines answered.
			const {geometry: _, failures: __, later: ___, ...listed} = record;
			records.add(listed);
			count++;
		},
		count: () => count,
		related() {
			const found = new Map<number, PassportRecord>();
			if (places.size === 0) return found;
			let place = 0;
			for (const record of records) {
				if (places.has(place)) found.set(place, record);
				place++;
			}
			return found;
		},
	};
}
