import {type CheckDigit, checkDigits} from './check-digits.ts';
import {type DigitSlot, type Layout, put, type Slot} from './layouts.ts';
import {classTwins, lookAlikes} from './look-alikes.ts';

/**
 * A field that a check digit protects, after an attempt to undo a misreading.
 *
 * - `lines`: with the repair in place, or as they were.
 * - `changed`: how many characters the repair changed, 0 to 2.
 * - `certain`: nothing else of at most one change explains the check digits.
 * - `digitOnly`: the value stands, and its check digit was misread.
 * - `offers`: what else fits, as characters of the slot; none was applied.
 */
export type Mended = {
	readonly lines: readonly string[];
	readonly changed: number;
	readonly certain: boolean;
	readonly digitOnly: boolean;
	readonly offers: readonly string[];
};

/** What the field may hold: the alphabet of a place, and a test of the whole. */
export type Form = {
	readonly allows: (character: string) => boolean;
	readonly fits: (raw: string) => boolean;
	/** The form alone tells a misreading from a value, so that two changes can be told from chance. */
	readonly tells: boolean;
};

type Candidate = {
	readonly lines: readonly string[];
	readonly raw: string;
	readonly changed: number;
	readonly digitOnly: boolean;
};

const mostOffers = 4;

/** True when the composite can speak about this field: it is printed, and every digit of another field agrees. */
const compositeSpeaks = (before: readonly CheckDigit[], slot: DigitSlot): boolean =>
	before.some(one => one.name === 'composite') &&
	before.every(one => one.name === slot.name || one.name === 'composite' || one.verdict !== 'refuted');

/** The two dates stand in the composite at places of other weights than under their own digit; numbers do not. */
const differsFromComposite = (slot: DigitSlot): boolean => slot.name === 'birth' || slot.name === 'expiry';

/**
 * Undoes at most two misread characters of a field, with proof: the class or the form of the field says which characters
 * may stand there, its check digit and the composite say that the repaired text is right.
 *
 * One change within a class (O for 0) is applied when it alone fits. One change between other look-alikes is applied
 * only where own digit and composite, whose weights differ at that place, both prove it. Two changes are applied only
 * where the form alone shows that something was misread. Whatever fits beside it makes the repair doubtful, and when
 * several of the same kind fit, all are offered and none is applied.
 *
 * Bounded: at most 11 places with 12 look-alikes each, singly or (within the class, at most 4 each) in pairs.
 */
export function mendByDigits(
	layout: Layout,
	lines: readonly string[],
	field: Slot,
	slot: DigitSlot,
	form: Form,
): Mended {
	const nothing: Mended = {lines, changed: 0, certain: true, digitOnly: false, offers: []};
	const raw = lines[field[0]]!.slice(field[1], field[2]);
	const before = checkDigits(layout.shape, lines);
	if (before.find(one => one.name === slot.name)?.verdict !== 'refuted' && form.fits(raw)) return nothing;
	const composite = compositeSpeaks(before, slot);
	const right = (candidate: readonly string[]) =>
		checkDigits(layout.shape, candidate).every(
			one => one.verdict === 'verified' || (one.name !== slot.name && !(composite && one.name === 'composite')),
		);

	const digitPlace: Slot = [slot.line, slot.position, slot.position + 1];
	const printed = lines[slot.line]!.charAt(slot.position);
	const accepts = (text: string, candidate: readonly string[]) => form.fits(text) && right(candidate);

	const singles = (twins: (character: string) => string): Candidate[] => {
		const found: Candidate[] = [];
		for (let index = 0; index < raw.length; index++) {
			for (const twin of twins(raw[index]!)) {
				if (!form.allows(twin)) continue;
				const text = raw.slice(0, index) + twin + raw.slice(index + 1);
				const candidate = put(lines, field, text);
				if (accepts(text, candidate)) found.push({lines: candidate, raw: text, changed: 1, digitOnly: false});
			}
		}
		for (const twin of twins(printed)) {
			if (twin < '0' || twin > '9') continue;
			const candidate = put(lines, digitPlace, twin);
			if (accepts(raw, candidate)) found.push({lines: candidate, raw, changed: 1, digitOnly: true});
		}
		return found;
	};

	const pairs = (): Candidate[] => {
		const found: Candidate[] = [];
		for (let first = 0; first < raw.length; first++) {
			for (const a of classTwins(raw[first]!)) {
				if (!form.allows(a)) continue;
				const once = raw.slice(0, first) + a + raw.slice(first + 1);
				for (let second = first + 1; second < raw.length; second++) {
					for (const b of classTwins(raw[second]!)) {
						if (!form.allows(b)) continue;
						const text = once.slice(0, second) + b + once.slice(second + 1);
						if (!form.fits(text)) continue;
						const candidate = put(lines, field, text);
						if (right(candidate)) found.push({lines: candidate, raw: text, changed: 2, digitOnly: false});
					}
				}
			}
		}
		return found;
	};

	const offer = (candidates: readonly Candidate[]): Mended => ({
		...nothing,
		certain: false,
		offers: [...new Set(candidates.map(one => one.raw))].filter(text => text !== raw).slice(0, mostOffers),
	});
	const apply = (one: Candidate, rivals: readonly Candidate[]): Mended => ({
		lines: one.lines,
		changed: one.changed,
		certain: one.changed === 1 && rivals.length === 0,
		digitOnly: one.digitOnly,
		offers: offer(rivals).offers.filter(text => text !== one.raw),
	});

	const within = singles(classTwins);
	const others = singles(character =>
		[...lookAlikes(character)].filter(one => !classTwins(character).includes(one)).join(''),
	);
	if (within.length === 1) return apply(within[0]!, others);
	if (within.length > 1) return offer([...within, ...others]);
	const [other] = others;
	if (others.length === 1 && other && composite && (other.digitOnly || differsFromComposite(slot)))
		return apply(other, []);
	if (others.length > 0) return offer(others);
	if (!form.tells) return nothing;
	const double = pairs();
	return double.length === 1 ? apply(double[0]!, []) : offer(double);
}
