/** Texts that are worth trying in the place of another one. */
const nasty = [
	'',
	'\u001b]0;owned\u0007',
	'\u001b]52;c;b3duZWQ=\u0007',
	'\u202egpj\u2066',
	'=HYPERLINK("http://x","y")',
	'+cmd|calc',
	'@SUM(1)',
	'\t=1+1',
	'\ufffe\uffff\ud800',
	'x'.repeat(40_000),
	'<'.repeat(44),
	'__proto__',
	'2026-13-45',
	'0'.repeat(44),
	'张三\u0000李四',
];

const others: readonly unknown[] = [null, 0, -1, 1e308, true, [], {}, [[]], '1', {a: {}}];

/** JSON of which a few places are changed, left out, doubled or put elsewhere. */
export function mutated(json: unknown, random: () => number): unknown {
	const copy = structuredClone(json);
	const pick = <Type>(from: readonly Type[]): Type => from[Math.floor(random() * from.length)]!;
	for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
		const places: [object: Record<string, unknown>, key: string][] = [];
		const walk = (value: unknown) => {
			if (typeof value !== 'object' || value === null) return;
			for (const [key, inner] of Object.entries(value)) {
				places.push([value as Record<string, unknown>, key]);
				walk(inner);
			}
		};
		walk(copy);
		if (places.length === 0) return copy;
		const [object, key] = pick(places);
		const kind = random();
		if (kind < 0.5) object[key] = pick(nasty);
		else if (kind < 0.7) object[key] = structuredClone(pick(others));
		else if (kind < 0.8) delete object[key];
		else if (kind < 0.9) object[pick(nasty) || 'x'] = structuredClone(object[key]);
		else object[key] = `${String(object[key])}${pick(nasty)}`;
	}
	return copy;
}

/** Bytes of which a few are changed, cut out, doubled or missing at the end. */
export function mutatedBytes(bytes: Uint8Array, random: () => number): Buffer {
	let copy = Buffer.from(bytes);
	const at = () => Math.floor(random() * copy.length);
	for (let count = 1 + Math.floor(random() * 6); count > 0 && copy.length > 8; count--) {
		const kind = random();
		if (kind < 0.5) copy[at()] = Math.floor(random() * 256);
		else if (kind < 0.6) copy = copy.subarray(0, at());
		else if (kind < 0.75) copy.fill(random() < 0.5 ? 0 : 0xff, at(), at());
		else if (kind < 0.9) {
			const from = at();
			copy = Buffer.concat([copy.subarray(0, from), copy.subarray(from + 1 + Math.floor(random() * 200))]);
		} else copy = Buffer.concat([copy.subarray(0, at()), copy.subarray(at())]);
	}
	return copy;
}
