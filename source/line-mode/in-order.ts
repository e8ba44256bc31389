import type {PassportRecord} from '../core/records/record.ts';

/** Records in the order of their pictures, whichever was read first. */
export function inBatchOrder(
	records: readonly PassportRecord[],
	pictures: readonly string[],
): readonly PassportRecord[] {
	const places = new Map(pictures.map((path, index) => [path, index]));
	return [...records].sort((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0));
}
