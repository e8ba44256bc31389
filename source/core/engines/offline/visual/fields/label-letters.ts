/** The letters of a text without accents, as capitals. */
const bare = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toUpperCase()
		.replace(/ß/g, 'SS')
		.replace(/[ŁĐØÞÐŒÆİI]/g, one => ({Ł: 'L', Đ: 'D', Ø: 'O', Þ: 'P', Ð: 'D', Œ: 'OE', Æ: 'AE'})[one] ?? 'I')
		.replace(/[^\p{L}]/gu, '');

/** Letters that small type turns into one another count as the same. */
export const alike = (letters: string): string =>
	letters.replaceAll('L', 'I').replaceAll('Q', 'O').replaceAll('V', 'U').replaceAll('G', 'C');

/** `folded`: its letters, alike ones as one. */
type Character = {readonly folded: string; readonly isCapital: boolean; readonly isSmall: boolean};

/** All labels together have two hundred different characters. */
const characters = new Map<string, Character>();

const characterOf = (text: string): Character => {
	const known = characters.get(text);
	if (known) return known;
	const made = {folded: alike(bare(text)), isCapital: /\p{Lu}/u.test(text), isSmall: /\p{Ll}/u.test(text)};
	characters.set(text, made);
	return made;
};

/** A text's letters, the place of each in the text, and where words begin and end among them. */
export type Letters = {
	readonly text: string;
	readonly at: readonly number[];
	readonly starts: ReadonlySet<number>;
	readonly ends: ReadonlySet<number>;
};

/** The letters of a text with the place of each, and where words begin and end. */
export const lettersOf = (text: string): Letters => {
	let letters = '';
	const at: number[] = [];
	const starts = new Set<number>();
	const ends = new Set<number>();
	let within = false;
	let isBehindSmall = false;
	for (let index = 0; index < text.length; index++) {
		const {folded, isCapital, isSmall} = characterOf(text[index]!);
		// "Place" within "AusstellungPlace": a capital after a small letter begins a word, too.
		const humps = isCapital && isBehindSmall;
		isBehindSmall = isSmall;
		if (folded === '') {
			if (within) ends.add(letters.length);
			within = false;
			continue;
		}

		if (!within || humps) starts.add(letters.length);
		if (humps) ends.add(letters.length);
		within = true;
		letters += folded;
		for (let letter = 0; letter < folded.length; letter++) at.push(index);
	}

	ends.add(letters.length);
	return {text: letters, at, starts, ends};
};
