import {digitsOf} from '../../core/passport/judge/unseen.ts';
import {type FieldKey, fieldInfo} from '../../core/passport/model/fields.ts';
import {layoutOf} from '../../core/passport/model/layouts.ts';
import type {Passport} from '../../core/passport/model/passport.ts';
import {slotOf, toMrz} from '../../core/passport/person/check-input.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {onceForEach} from '../../core/remember.ts';
import {doubts} from '../../core/review/doubts.ts';

/** What a position of a line is: part of the current field, in doubt, a check digit that agrees or not. */
export type MrzPosition = {
	readonly character: string;
	readonly current: boolean;
	/** A reason names this very character. */
	readonly doubt: boolean;
	readonly digit?: 'good' | 'bad';
};

/** They are the same for every key that is pressed at a passport. */
const verdictsOf = onceForEach(digitsOf);

/** The lines, position by position. `key`: the field under the cursor. */
export function mrzView(record: PassportRecord, key: FieldKey): readonly (readonly MrzPosition[])[] {
	const {passport} = record;
	const {shape, lines} = passport;
	const verdicts = verdictsOf(passport);
	const slots = layoutOf(shape, lines).digits;
	const stretch = currentStretch(shape, lines, key);
	const wanting = doubts(record).includes(key) ? doubtfulPositions(passport, key) : new Set();
	return lines.map((line, row) =>
		[...line].map((character, index) => {
			const slot = slots.findIndex(({line: on, position}) => on === row && position === index);
			const verdict = slot < 0 ? undefined : verdicts[slot]?.verdict;
			const current = stretch !== undefined && stretch[0] === row && index >= stretch[1] && index < stretch[2];
			const digit = verdict === 'verified' ? 'good' : verdict === 'refuted' ? 'bad' : undefined;
			return {character, current, doubt: current && wanting.has(index), ...(digit ? {digit} : {})};
		}),
	);
}

/** So many places at most are what makes two readings different; of more it is the first. */
const fewPlaces = 2;

/**
 * Indices within the line that are in doubt: where what the page prints, or another engine read, differs; else those that
 * the reasons of the field name, which count from 1; else where a repair would change the line.
 */
export function doubtfulPositions(passport: Passport, key: FieldKey): ReadonlySet<number> {
	const {fields, issues} = passport;
	const field = fields.find(each => each.key === key);
	const reasons = [...(field?.evidence.reasons ?? []), ...issues.filter(issue => issue.field === key)];
	const named = reasons.flatMap(({params}) => (typeof params?.position === 'number' ? [params.position - 1] : []));
	const offered = field?.alternatives ?? [];
	const contradicting = differing(passport, key, offered.find(({source}) => source !== 'repair')?.value);
	if (contradicting.length > 0) return new Set(contradicting);
	return new Set(named.length > 0 ? named : differing(passport, key, offered[0]?.value));
}

/** Where the line would be another one with this value of the field. */
function differing(passport: Passport, key: FieldKey, value: string | undefined): readonly number[] {
	const {shape, lines} = passport;
	const slot = slotOf(passport, key);
	const stretch = currentStretch(shape, lines, key);
	const other = value === undefined ? undefined : toMrz(passport, key, value);
	if (!slot || !stretch || other === undefined) return [];
	const [row, from, to] = stretch;
	const places = [...(lines[row] ?? '')].flatMap((character, index) =>
		index >= from && index < to && character !== (other[index - slot[1]] ?? character) ? [index] : [],
	);
	return places.length > fewPlaces ? places.slice(0, 1) : places;
}

/** Where the field is: line, first and one past the last place; of the two names that share a stretch, its own part. */
export function currentStretch(
	shape: Passport['shape'],
	lines: readonly string[],
	key: FieldKey,
): readonly [number, number, number] | undefined {
	const layout = layoutOf(shape, lines);
	if (fieldInfo(key).kind !== 'name') return layout.fields[key];
	const [row, from, to] = layout.names;
	const names = (lines[row] ?? '').slice(from, to);
	const gap = names.indexOf('<<');
	const end = names.replace(/<+$/, '').length;
	if (key === 'surname_english') return [row, from, from + (gap < 0 ? end : Math.min(gap, end))];
	return gap < 0 || gap + 2 >= end ? undefined : [row, from + gap + 2, from + end];
}

/** How many of the printed check digits agree. */
export function digitCount(passport: Passport): {agree: number; all: number} {
	const printed = verdictsOf(passport).filter(({verdict}) => verdict !== 'not printed');
	return {agree: printed.filter(({verdict}) => verdict === 'verified').length, all: printed.length};
}
