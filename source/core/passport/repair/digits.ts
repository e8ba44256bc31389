import {type DigitSlot, type Layout, put, type Slot} from '../model/layouts.ts';
import {type CheckDigit, checkDigits, sumChange} from '../mrz/check-digits.ts';
import {classTwins, otherTwins} from '../tables/look-alikes.ts';

/**
 * A field that a check digit protects, after an attempt to undo a misreading.
 *
 * - `lines`: with the repair in place, or as they were.
 * - `changed`: how many characters the repair changed, 0 to 2.
 * - `certain`: where something was changed: nothing else of at most one change explains the check digits.
 * - `digitOnly`: the value is unchanged, and its check digit was misread.
 * - `offers`: what else fits, as characters of the slot; none was applied.
 */
export type Repaired = {
	readonly lines: readonly string[];
	readonly changed: number;
	readonly certain?: boolean;
	readonly digitOnly?: boolean;
	readonly offers: readonly string[];
};

/** The lines as they were, and what would fit. */
export const untouched = (lines: readonly string[], offers: readonly string[] = []): Repaired => ({
	lines,
	changed: 0,
	offers,
});

/** What the field may hold: the alphabet of a place, and a test of the whole. */
export type Form = {
	readonly allows: (character: string) => boolean;
	readonly fits: (raw: string) => boolean;
	/** The form alone distinguishes a misreading from a value, so that two changes are not mistaken for chance. */
	readonly tells: boolean;
};

type Twins = (character: string) => string;

type Candidate = {
	readonly lines: readonly string[];
	readonly raw: string;
	readonly changed: number;
	readonly digitOnly?: boolean;
};

const mostOffers = 4;

/** True when the composite can speak about this field: it is printed, and every digit of another field agrees. */
const compositeSpeaks = (before: readonly CheckDigit[], slot: DigitSlot): boolean =>
	before.some(one => one.name === 'composite' && one.verdict !== 'not printed') &&
	before.every(one => one.name === slot.name || one.name === 'composite' || one.verdict !== 'refuted');

/** The two dates are in the composite at places of other weights than under their own digit; numbers do not. */
const differsFromComposite = (slot: DigitSlot): boolean => slot.name === 'birth' || slot.name === 'expiry';

/**
 * Undoes at most two misread characters of a field, with proof: the class or the form of the field says which characters
 * may be there, its check digit and the composite say that the repaired text is right.
 *
 * One change within a class (O for 0) is applied when it alone fits. One change between other look-alikes is applied
 * only where own digit and composite, whose weights differ at that place, both prove it. Two changes are applied only
 * where the form alone shows that something was misread. Whatever fits beside it makes the repair doubtful, and when
 * several of the same kind fit, all are offered and none is applied.
 *
 * `before` are the verdicts on the lines as they are. Bounded: at most 11 places with 12 look-alikes each, singly or (within the class, at most 4 each) in pairs.
 */
export function repairByDigits(
	layout: Layout,
	lines: readonly string[],
	field: Slot,
	slot: DigitSlot,
	form: Form,
	before: readonly CheckDigit[],
): Repaired {
	const raw = lines[field[0]]!.slice(field[1], field[2]);
	const own = before.find(one => one.name === slot.name)!;
	// What is not in the picture is no misreading, and no digit proves what it would be.
	if (own.verdict === 'not printed' || (own.verdict !== 'refuted' && form.fits(raw))) return untouched(lines);
	const composite = compositeSpeaks(before, slot);
	const right = (candidate: readonly string[]) =>
		checkDigits(layout.shape, candidate).every(
			one => one.verdict === 'verified' || (one.name !== slot.name && !(composite && one.name === 'composite')),
		);
	// Only a change that brings the field's sum to the printed digit is looked at further: one in ten.
	const needed = (Number(own.printed) - Number(own.expected) + 10) % 10;
	const replace = (text: string, index: number, twin: string) => text.slice(0, index) + twin + text.slice(index + 1);
	const found = (text: string, changed: number): Candidate[] => {
		if (!form.fits(text)) return [];
		const candidate = put(lines, field, text);
		return right(candidate) ? [{lines: candidate, raw: text, changed}] : [];
	};

	const otherDigits = (twins: Twins): Candidate[] =>
		[...twins(own.printed)].flatMap(twin => {
			const candidate = put(lines, [slot.line, slot.position, slot.position + 1], twin);
			return twin === own.expected && form.fits(raw) && right(candidate)
				? [{lines: candidate, raw, changed: 1, digitOnly: true}]
				: [];
		});
	const singles = (twins: Twins): Candidate[] => [
		...[...raw].flatMap((character, index) =>
			[...twins(character)].flatMap(twin =>
				form.allows(twin) && sumChange(index, character, twin) === needed ? found(replace(raw, index, twin), 1) : [],
			),
		),
		...otherDigits(twins),
	];

	const pairs = (): Candidate[] => {
		const changes = [...raw].flatMap((character, index) =>
			[...classTwins(character)]
				.filter(form.allows)
				.map(twin => ({index, twin, change: sumChange(index, character, twin)})),
		);
		return changes.flatMap((one, at) =>
			changes
				.slice(at + 1)
				.flatMap(two =>
					(one.change + two.change) % 10 === needed
						? found(replace(replace(raw, one.index, one.twin), two.index, two.twin), 2)
						: [],
				),
		);
	};

	const offer = (candidates: readonly Candidate[]): Repaired =>
		untouched(lines, [...new Set(candidates.map(one => one.raw))].filter(text => text !== raw).slice(0, mostOffers));
	const apply = (one: Candidate, rivals: readonly Candidate[]): Repaired => ({
		...one,
		certain: one.changed === 1 && rivals.length === 0,
		offers: offer(rivals).offers.filter(text => text !== one.raw),
	});

	const within = singles(classTwins);
	const others = singles(otherTwins);
	if (within.length === 1) return apply(within[0]!, others);
	if (within.length > 1) return offer([...within, ...others]);
	if (others.length === 1 && composite && (others[0]!.digitOnly || differsFromComposite(slot)))
		return apply(others[0]!, []);
	const double = form.tells ? pairs() : [];
	return double.length === 1 && others.length === 0 ? apply(double[0]!, []) : offer([...others, ...double]);
}
