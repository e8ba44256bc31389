import type {SeenCharacter} from './ctc.ts';

/** Two letters are no nearer than this (steps), not even in narrow type: nearer ones are one letter, which was seen as two. */
const nearest = 2;
/** Two Is may be nearer: only what is seen at the very next step is one. */
const nearestNarrow = 1;

/** What is left of a letter without what may be taken for another one's mark. */
const shapes: Readonly<Record<string, string>> = {
	Đ: 'D',
	Ð: 'D',
	Ø: 'O',
	Ł: 'L',
	Ħ: 'H',
	Ŧ: 'T',
	Þ: 'P',
	Ŋ: 'N',
	Ə: 'E',
	Æ: 'AE',
	Œ: 'OE',
	'0': 'O',
};

const shapeOf = (character: string): string => {
	const bare = (character.normalize('NFD')[0] ?? '').toUpperCase();
	return shapes[bare] ?? bare;
};

/** Two Es may be near in narrow type, two Æs may not. */
const hasShapeOf = (one: string, other: string): boolean =>
	(one !== other || shapeOf(one).length > 1) &&
	(shapeOf(one).includes(shapeOf(other)) || shapeOf(other).includes(shapeOf(one)));

const isSmall = (character = ''): boolean => /\p{Ll}/u.test(character);

/** One letter of two: the clearer of them; behind a small letter no capital, and among letters no nought. */
function joined(first: SeenCharacter, second: SeenCharacter, before: string | undefined): SeenCharacter {
	const isInWord = /\p{L}/u.test(before ?? '');
	const unlikely = (character: string) =>
		(isSmall(before) && !isSmall(character) && isSmall(character.toLowerCase())) || (isInWord && character === '0');
	const [one, other] = [first, second].sort((a, b) => b.margin - a.margin) as [SeenCharacter, SeenCharacter];
	const kept = unlikely(one.character) && !unlikely(other.character) ? other : one;
	const isCase = first.character.toUpperCase() === second.character.toUpperCase();
	return {
		...kept,
		margin: isCase ? one.margin : Math.min(one.margin, other.margin),
		letterMargin: Math.max(one.letterMargin, other.letterMargin),
		at: (first.at + second.at) / 2,
	};
}

/**
 * A line in which each letter is once: the reader sees some in both cases, with two marks, or as a letter and a digit
 * (`RegistroO`, `YÝ`, `OHO0`), where one ends and the other begins at once.
 */
export function withLettersOnce(characters: readonly SeenCharacter[]): SeenCharacter[] {
	const once: SeenCharacter[] = [];
	let reached = -Infinity;
	for (const one of characters) {
		const last = once.at(-1);
		const most = shapeOf(one.character) === 'I' ? nearestNarrow : nearest;
		if (last && one.at - reached <= most && hasShapeOf(last.character, one.character))
			once[once.length - 1] = joined(last, one, once.at(-2)?.character);
		else once.push(one);
		reached = one.at;
	}
	return once;
}
