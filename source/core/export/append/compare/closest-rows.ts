/** A row that may be that of a passport. */
export type Candidate<Field> = {
	readonly row: number;
	/** The row names the file that the passport was read from. */
	readonly isSameFile: boolean;
	/** Number of values that are the same on both sides. */
	readonly alike: number;
	/** Values that are others in the list. */
	readonly fields: readonly Field[];
};

/** A passport and every row that may be its own. */
export type Claim<Row extends Candidate<unknown>> = {
	/** Pictures of one passport, read alike, have one text: they share a row. */
	readonly passport: string;
	readonly candidates: readonly Row[];
};

/**
 * Returns for each passport the row that agrees best: one in which nothing differs, then that of its file, then the one with
 * most values alike, unless more are where two rows are exchanged. Two passports have one row only where nothing differs, or
 * where neither fits another row.
 */
export function closestRows<Row extends Candidate<unknown>>(claims: readonly Claim<Row>[]): readonly Row[] {
	const pairs = claims.flatMap((claim, index) =>
		claim.candidates.map(candidate => ({
			...claim,
			index,
			candidate,
			isEqual: candidate.fields.length === 0,
			isOnly: claim.candidates.length === 1,
		})),
	);
	pairs.sort(
		(a, b) =>
			Number(b.isEqual) - Number(a.isEqual) ||
			Number(b.isOnly) - Number(a.isOnly) ||
			Number(b.candidate.isSameFile) - Number(a.candidate.isSameFile) ||
			b.candidate.alike - a.candidate.alike ||
			a.candidate.fields.length - b.candidate.fields.length,
	);
	const owners = new Map<number, string>();
	const closest: Row[] = [];
	for (const mayShare of [false, true]) {
		for (const {passport, index, candidate, isEqual} of pairs) {
			const owner = owners.get(candidate.row) ?? passport;
			if (closest[index] || !(mayShare || isEqual || owner === passport)) continue;
			closest[index] = candidate;
			owners.set(candidate.row, owner);
		}
	}
	exchange(claims, closest);
	return closest;
}

/** Whether nothing speaks for another row. */
const isSettled = ({fields, isSameFile}: Candidate<unknown>): boolean => fields.length === 0 || isSameFile;

/** Exchanges the rows of two passports where more values are the same then: the first of two may have taken the other's. */
function exchange<Row extends Candidate<unknown>>(claims: readonly Claim<Row>[], closest: Row[]): void {
	const owners = new Map<number, number[]>();
	for (const [index, {row}] of closest.entries()) owners.set(row, [...(owners.get(row) ?? []), index]);
	const better = (index: number): readonly [other: number, own: Row, its: Row] | undefined => {
		const now = closest[index]!;
		if (isSettled(now)) return undefined;
		for (const candidate of claims[index]!.candidates) {
			const [other, ...further] = owners.get(candidate.row) ?? [];
			if (other === undefined || further.length > 0 || candidate.row === now.row || isSettled(closest[other]!))
				continue;
			const its = claims[other]!.candidates.find(({row}) => row === now.row);
			if (its && candidate.alike + its.alike > now.alike + closest[other]!.alike) return [other, candidate, its];
		}
		return undefined;
	};
	const waiting = [...closest.keys()];
	for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
		const found = owners.get(closest[index]!.row)!.length === 1 ? better(index) : undefined;
		if (!found) continue;
		const [other, own, its] = found;
		closest[index] = own;
		closest[other] = its;
		owners.set(own.row, [index]);
		owners.set(its.row, [other]);
		waiting.push(index, other);
	}
}
