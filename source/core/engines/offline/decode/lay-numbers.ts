import {fillerClass} from './alphabet.ts';
import {type Alphabet, anyCharacter, digits, digitsAndFiller, only} from './matrix.ts';

const weights = [7, 3, 1] as const;

/**
 * A position that takes part in the sums. `field` is its weight in its own field's digit, `composite` in the last digit.
 * At a check position the character itself must equal the sum.
 */
export type Position = {
	readonly at: number;
	readonly allowed: Alphabet;
	/** The same without the grammar of dates: what is shown when the digits contradict. */
	readonly plainly: Alphabet;
	/** Place in a date: the first digit of the year is 0. */
	readonly inDate?: number;
	readonly field: number;
	readonly composite: number;
	readonly check?: 'field' | 'composite';
};

export type NumberLayout = readonly Position[];

/** A stretch of a line with check digits. `digit`: its own digit follows it; `composite`: the last digit covers it. */
export type Field = {
	readonly from: number;
	readonly length: number;
	readonly holds: 'any' | 'date';
	readonly digit?: 'always' | 'if filled';
	readonly composite: boolean;
	/** Place within it that holds a filler, which its own digit does not count. */
	readonly filler?: number;
};

const onlyFiller: Alphabet = [fillerClass];

/** First digits of month and day. Unknown parts of a date are fillers. */
const ofDate: Record<number, Alphabet> = {2: only('01<'), 4: only('0123<')};

/** Fields in the order in which the composite digit, at position `composite` if there is one, counts them. */
export function layNumbers(fields: readonly Field[], composite?: number): NumberLayout {
	const positions: Position[] = [];
	let counted = 0;
	const weigh = (field: Field) => (field.composite ? weights[counted++ % 3]! : 0);
	for (const field of fields) {
		const {filler = field.length} = field;
		for (let i = 0; i < field.length; i++) {
			const plainly = i === filler ? onlyFiller : field.holds === 'date' ? digitsAndFiller : anyCharacter;
			const place = i > filler ? i - 1 : i;
			positions.push({
				at: field.from + i,
				allowed: field.holds === 'date' ? (ofDate[i] ?? plainly) : plainly,
				plainly,
				...(field.holds === 'date' ? {inDate: i} : {}),
				field: field.digit && i !== filler ? weights[place % 3]! : 0,
				composite: weigh(field),
			});
		}

		if (field.digit) {
			const plainly = field.digit === 'always' ? digits : digitsAndFiller;
			const at = field.from + field.length;
			positions.push({at, allowed: plainly, plainly, field: 0, composite: weigh(field), check: 'field'});
		}
	}

	if (composite !== undefined) {
		positions.push({at: composite, allowed: digits, plainly: digits, field: 0, composite: 0, check: 'composite'});
	}

	return positions;
}
