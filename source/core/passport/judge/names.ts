import type {Slot} from '../model/layouts.ts';
import type {Issue, Reason} from '../model/passport.ts';
import type {LineReading} from '../model/reading.ts';
import {type MrzNames, readNames} from '../mrz/names.ts';
import type {RepairedNames} from '../repair/names.ts';
import {blocking, type Finding, finding, levelOfReading, notice, offered, reason} from './finding.ts';
import {otherReadings, readingConfidence} from './reading-confidence.ts';
import {thresholds} from './thresholds.ts';

export type NameParts = {
	readonly line: LineReading | undefined;
	/** The name field before a repair. */
	readonly before: string;
	readonly slot: Slot;
	readonly repaired: RepairedNames;
	/** How clearly each character must be read, in nats. */
	readonly margin: number;
};

type Key = 'surname_english' | 'given_name_english';
type Stretch = readonly [from: number, to: number];

/** The double filler comes first where a passport has no surname, as India prints it. */
const isWithoutSurname = (raw: string): boolean => /^<<[A-Z]/.test(raw);

/** One of the two names. `reach` is the stretch of the field whose characters decide where it ends. */
function judgePart(key: Key, parts: NameParts, names: MrzNames, at: Stretch, reach: Stretch): Finding {
	const {line, before, slot, repaired, margin} = parts;
	const {raw} = repaired;
	const confidence = readingConfidence(line, slot[1] + reach[0], slot[1] + reach[1], margin);
	const read = levelOfReading(confidence);
	const value = key === 'surname_english' ? names.surname : names.given;
	const text = raw.slice(at[0], at[1]);
	const was = before.slice(at[0], reach[1]).replace(/<+$/, '');
	const isRepaired = was !== text;
	const reasons: Reason[] = [...read.reasons];
	const issues: Issue[] = [];
	let {level} = read;
	const refute = (code: 'name-digit' | 'name-filler' | 'missing') => {
		level = 'refuted';
		reasons.push(reason(code));
		issues.push(blocking(code, key));
	};
	if (/\d/.test(text)) refute('name-digit');
	if (key === 'given_name_english' && names.island) refute('name-filler');
	if (key === 'surname_english' && value === '') {
		if (!isWithoutSurname(raw)) refute('missing');
		else {
			// What hides a surname leaves fillers too: they must be seen as clearly as that of a sex.
			const isSeen = readingConfidence(line, slot[1], slot[1] + 2, thresholds.fillerMargin).level === 'clear';
			if (!isSeen && level === 'supported') level = 'unverified';
			reasons.push(reason('no-surname'));
			issues.push(notice('no-surname', key));
		}
	}
	if (key === 'given_name_english' && value === '') reasons.push(reason('no-given-name'));
	if (isRepaired) {
		reasons.unshift(reason('repaired', {from: was}));
		reasons.push(reason(/\d/.test(was) ? 'name-digit' : 'name-filler'));
		issues.push(notice('repaired', key, {from: was}));
	}
	if (confidence.changed > 0) reasons.push(reason('repaired', {from: confidence.seen.replace(/<+$/, '')}));
	const pick = (one: MrzNames) => (key === 'surname_english' ? one.surname : one.given);
	return finding({
		key,
		value,
		raw: text,
		level,
		reasons,
		issues,
		alternatives: offered(
			[...repaired.offers, ...otherReadings(raw, slot, confidence)].map(offer => pick(readNames(offer))),
			value,
			undefined,
		),
		...(isRepaired
			? {repairedFrom: was}
			: confidence.changed > 0
				? {repairedFrom: confidence.seen.replace(/<+$/, '')}
				: {}),
	});
}

/**
 * Up to where the name field can hold names. `<<` occurs once, between the two (ICAO 9303-3 §4.6): where the given
 * names are followed by two fillers, or a surname without any by three, only fillers come, and what hides those hides
 * nothing.
 */
function endOfNames(
	{line, before, slot, repaired, margin}: NameParts,
	{separated, surnameAt, givenAt}: MrzNames,
): number {
	const {raw} = repaired;
	// What was no filler before a repair is no end.
	if (before !== raw) return raw.length;
	const [end, needed] = separated ? [givenAt[1], 2] : [surnameAt[1], 3];
	for (let at = end; at + needed <= raw.length; at++) {
		const {level} = readingConfidence(line, slot[1] + at, slot[1] + at + needed, margin);
		if (level === 'clear') return at + needed;
	}
	return raw.length;
}

/**
 * Surname and given names (ICAO 9303-3 §4.6). No check digit protects them: how clearly the line was read decides, up to
 * the fillers that end it, because a letter that was wiped out leaves one.
 */
export function judgeNames(parts: NameParts): readonly [Finding, Finding] {
	const {raw, offers} = parts.repaired;
	const names = readNames(raw);
	const end = endOfNames(parts, names);
	const surnameReach: Stretch = [0, names.separated ? names.givenAt[0] : end];
	const surname = judgePart('surname_english', parts, names, names.surnameAt, surnameReach);
	const given = judgePart('given_name_english', parts, names, names.givenAt, [names.givenAt[0], end]);
	const issues: Issue[] = [...surname.issues];
	if (!names.separated && (names.surname.includes(' ') || names.truncated || offers.length > 0)) {
		const clear = surname.field.evidence.level === 'supported' && offers.length === 0 && !names.truncated;
		issues.push((clear ? notice : blocking)('name-no-separator', 'surname_english'));
	}
	const truncated = names.truncated
		? [notice('name-truncated', names.given === '' ? 'surname_english' : 'given_name_english')]
		: [];
	return [
		{field: surname.field, issues},
		{field: given.field, issues: [...given.issues, ...truncated]},
	];
}
