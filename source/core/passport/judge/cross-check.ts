import type {CompleteDate} from '../model/dates.ts';
import {fieldInfo} from '../model/fields.ts';
import type {Alternative, FieldValue, Issue, Level, Passport, Reason} from '../model/passport.ts';
import type {PrintedValue, Reading} from '../model/reading.ts';
import {compareNames, type NameMatch} from '../printed/compare-names.ts';
import {printedFor, printedValue} from '../printed/printed-values.ts';
import {areLookAlikes} from '../tables/look-alikes.ts';
import {blocking, type Finding, notice, reason} from './finding.ts';
import {thresholds} from './thresholds.ts';

/** Another word on a field: from the visual zone, from the same engine about its own lines, or from another engine. */
type Witness = {
	readonly kind: 'printed' | 'own' | 'engine';
	readonly value: string;
	/** As it is printed on the page, marks kept. */
	readonly text: string;
	readonly source: Alternative['source'];
	/** The other engine's value has a check digit of its own behind it. */
	readonly proven: boolean;
	/** Too weakly read to contradict anything. */
	readonly weak: boolean;
	/** Read by an engine that knows where and how clearly: neither a label nor another field's value. */
	readonly placed: boolean;
	/** Placed, and each character read beyond doubt. */
	readonly clear: boolean;
};

const compact = (text: string): string => text.replace(/[^A-Z0-9]/g, '');

/** At most two characters differ, each to a look-alike: one of the two was misread. */
export function nearly(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	const differing = [...a].flatMap((character, index) =>
		character === b[index] ? [] : [[character, b[index]!] as const],
	);
	return differing.length <= 2 && differing.every(([x, y]) => areLookAlikes(x, y));
}

function compare(field: FieldValue, witness: Witness, truncated: boolean): NameMatch {
	if (fieldInfo(field.key).kind === 'name') {
		if (witness.kind === 'printed') return compareNames(witness.text, field.value, truncated);
		return field.value === witness.value ? 'same' : 'different';
	}
	const [mine, theirs] = [compact(field.value), compact(witness.value)];
	if (mine === theirs) return 'same';
	return nearly(mine, theirs) ? 'near' : 'different';
}

function withAlternative(field: FieldValue, witness: Witness): readonly Alternative[] {
	const {value, source} = witness;
	if (value === field.value) return field.alternatives;
	const known = field.alternatives.some(one => one.value === value);
	// That it was read says more of a value than that it would fit.
	if (known)
		return field.alternatives.map(one => (one.value === value && one.source === 'repair' ? {value, source} : one));
	return [...field.alternatives, {value, source}];
}

const raised = (level: Level, to: 'supported' | 'verified'): Level =>
	level === 'refuted' ? 'refuted' : level === 'verified' || to === 'verified' ? 'verified' : 'supported';

type Change = {
	readonly level?: Level;
	readonly reasons?: readonly Reason[];
	readonly issues?: readonly Issue[];
	readonly offer?: boolean;
};

function agreeing({kind}: Witness, level: Level): Change {
	if (kind === 'own') return {};
	if (kind === 'printed') return {level: raised(level, 'verified'), reasons: [reason('two-zones-agree')]};
	return {level: raised(level, 'supported'), reasons: [reason('engines-agree')]};
}

/** What the page prints against what its lines say. */
function printedDiffers(field: FieldValue, witness: Witness, agreement: NameMatch): Change {
	const {key, value, evidence} = field;
	const params = {printed: witness.value, mrz: value};
	const differ = reason('two-zones-differ', params);
	if (fieldInfo(key).kind === 'name') {
		if (agreement === 'variant') {
			return {
				level: raised(evidence.level, 'supported'),
				reasons: [reason('spelling-variant', params)],
				issues: [notice('spelling-variant', key, params)],
				offer: true,
			};
		}
		if (agreement === 'truncated') {
			return {level: raised(evidence.level, 'supported'), reasons: [reason('name-truncated')], offer: true};
		}
		// A near miss is a misreading on one side. A name of other letters may be a maiden name, another script, a label,
		// unless its engine says how clearly it read it, and knows its place.
		const near = agreement === 'near' || witness.placed;
		const lowered = near && evidence.level === 'supported' ? 'unverified' : evidence.level;
		const issue = near && !witness.weak ? blocking : notice;
		return {
			level: witness.weak ? evidence.level : lowered,
			reasons: [differ],
			issues: [issue('two-zones-differ', key, params)],
			offer: true,
		};
	}
	// A check digit outweighs a near miss of a reader that may have misread it, unless it was read beyond doubt.
	if (witness.weak || (evidence.level === 'verified' && agreement === 'near' && !witness.clear)) {
		return {reasons: [differ], issues: [notice('two-zones-differ', key, params)], offer: true};
	}
	const level =
		evidence.level === 'verified' ? 'supported' : evidence.level === 'supported' ? 'unverified' : evidence.level;
	return {level, reasons: [differ], issues: [blocking('two-zones-differ', key, params)], offer: true};
}

function engineDiffers(field: FieldValue, witness: Witness): Change {
	const {key, value, evidence} = field;
	const params = {value, other: witness.value};
	const code = witness.kind === 'own' ? 'statement-differs' : 'engines-differ';
	if (evidence.level === 'verified' && !witness.proven) {
		return {reasons: [reason(code, params)], issues: [notice(code, key, params)], offer: true};
	}
	return {level: 'unverified', reasons: [reason(code, params)], issues: [blocking(code, key, params)], offer: true};
}

/** A field with nothing in it, or refuted: what the other says is offered, never taken. */
const offering = (field: FieldValue): boolean => field.value === '' || field.evidence.level === 'refuted';

/** A printed year of four digits decides the century, which the MRZ leaves open, where it was read clearly. */
function withPrintedCentury({field, issues}: Finding, witness: Witness): Finding {
	const settles =
		witness.kind === 'printed' &&
		!witness.weak &&
		fieldInfo(field.key).kind === 'date' &&
		/\d{4}/.test(witness.text) &&
		field.value !== witness.value &&
		field.value.slice(2) === witness.value.slice(2);
	return settles ? {field: {...field, value: witness.value}, issues} : {field, issues};
}

/** Whether a printed date leaves open the century that the MRZ leaves open: it has two digits of the year as well, or was hardly read. */
const leavesCentury = ({evidence}: FieldValue, {kind, text, weak}: Witness): boolean =>
	kind === 'printed' && evidence.reasons.some(({code}) => code === 'century') && (weak || !/\d{4}/.test(text));

/** Reasons that a printed year of four digits has answered. */
const unanswered = (reasons: readonly Reason[], change: Change): readonly Reason[] =>
	change.level === 'verified' ? reasons.filter(({code}) => code !== 'century') : reasons;

function weigh(one: Finding, witness: Witness, truncated: boolean): Finding {
	const {field} = one;
	// An engine that says what was misread in its lines says nothing new.
	if (witness.kind === 'own' && compact(witness.value) === compact(field.repairedFrom ?? '')) return one;
	const agreement = field.value === '' ? 'different' : compare(field, witness, truncated);
	// A filler in the place of the sex is what glare leaves of a letter: only another zone that says X proves it.
	const change: Change =
		agreement === 'same'
			? leavesCentury(field, witness)
				? {reasons: [reason('two-zones-agree')]}
				: agreeing(witness, field.evidence.level)
			: offering(field)
				? {offer: true, reasons: [], issues: []}
				: witness.kind === 'printed'
					? printedDiffers(field, witness, agreement)
					: engineDiffers(field, witness);
	return {
		field: {
			...field,
			evidence: {
				level: change.level ?? field.evidence.level,
				reasons: [...unanswered(field.evidence.reasons, change), ...(change.reasons ?? [])],
			},
			alternatives: change.offer ? withAlternative(field, witness) : field.alternatives,
		},
		issues: [...one.issues, ...(change.issues ?? [])],
	};
}

const isPlaced = (printed: PrintedValue): printed is PrintedValue & {readonly margin: number} =>
	printed.margin !== undefined && printed.box !== undefined;

const fromPrinted = (printed: PrintedValue, today: CompleteDate): Witness => ({
	kind: printed.zone === 'printed' ? 'printed' : 'own',
	value: printedValue(printed, today),
	text: printed.text.slice(0, 120),
	source: 'printed',
	proven: false,
	weak: printed.margin !== undefined && printed.margin <= thresholds.printedMargin,
	placed: isPlaced(printed),
	clear: isPlaced(printed) && printed.margin > thresholds.printedClear,
});

/**
 * Every field against what else is known of it: the visual zone, the engine's own words, other engines' passports.
 *
 * Two zones of the page that agree prove a value, because they are printed and read apart. Two engines that read the same
 * MRZ only support it. What differs is shown with both readings, and nothing is replaced.
 */
export function crossCheck(
	all: readonly Finding[],
	reading: Reading,
	also: readonly Reading[],
	others: readonly Passport[],
	today: CompleteDate,
	truncated: boolean,
): readonly Finding[] {
	if (others.length === 0 && (reading.printed === undefined || reading.printed.length === 0)) return all;
	return all.map(one => {
		let result = one;
		// The page prints the same for every engine, so another's look at it is a look at the other zone, too.
		const printed = also.flatMap(other => printedFor(other, one.field.key).filter(({zone}) => zone === 'printed'));
		for (const word of [...printedFor(reading, one.field.key), ...printed]) {
			if (word.aside) continue;
			const witness = fromPrinted(word, today);
			// What cannot be read as a value of the field says nothing about it.
			if (witness.value !== '') result = weigh(withPrintedCentury(result, witness), witness, truncated);
		}
		for (const other of others) {
			const field = other.fields.find(candidate => candidate.key === one.field.key);
			if (!field || field.value === '') continue;
			result = weigh(
				result,
				{
					kind: 'engine',
					value: field.value,
					text: field.value,
					source: other.engine,
					proven: field.evidence.level === 'verified',
					weak: false,
					placed: false,
					clear: false,
				},
				truncated,
			);
		}
		return result;
	});
}
