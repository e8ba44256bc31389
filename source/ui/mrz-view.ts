import {checkDigits} from '../core/passport/check-digits.ts';
import {type FieldKey, fieldInfo} from '../core/passport/fields.ts';
import {layouts} from '../core/passport/layouts.ts';
import type {Passport} from '../core/passport/passport.ts';

/** What a position of a line is: part of the current field, a check digit that agrees or not, or neither. */
export type Position = {readonly character: string; readonly current: boolean; readonly digit?: 'good' | 'bad'};

/** The lines, position by position. */
export function mrzView({shape, lines}: Passport, key: FieldKey): readonly (readonly Position[])[] {
	const verdicts = checkDigits(shape, lines);
	const slots = layouts[shape].digits;
	const stretch = currentStretch(shape, lines, key);
	return lines.map((line, row) =>
		[...line].map((character, index) => {
			const slot = slots.findIndex(({line: on, position}) => on === row && position === index);
			const verdict = slot < 0 ? undefined : verdicts[slot]?.verdict;
			const current = stretch !== undefined && stretch[0] === row && index >= stretch[1] && index < stretch[2];
			const digit = verdict === 'verified' ? 'good' : verdict === 'refuted' ? 'bad' : undefined;
			return {character, current, ...(digit ? {digit} : {})};
		}),
	);
}

/** Where the field stands; of the two names that share a stretch, its own part. */
function currentStretch(
	shape: Passport['shape'],
	lines: readonly string[],
	key: FieldKey,
): readonly [number, number, number] | undefined {
	if (fieldInfo(key).kind !== 'name') return layouts[shape].fields[key];
	const [row, from, to] = layouts[shape].names;
	const names = (lines[row] ?? '').slice(from, to);
	const gap = names.indexOf('<<');
	const end = names.replace(/<+$/, '').length;
	if (key === 'surname_english') return [row, from, from + (gap < 0 ? end : Math.min(gap, end))];
	return gap < 0 || gap + 2 >= end ? undefined : [row, from + gap + 2, from + end];
}

/** How many of the printed check digits agree. */
export function digitCount({shape, lines}: Passport): {agree: number; all: number} {
	const printed = checkDigits(shape, lines).filter(({verdict}) => verdict !== 'not printed');
	return {agree: printed.filter(({verdict}) => verdict === 'verified').length, all: printed.length};
}
