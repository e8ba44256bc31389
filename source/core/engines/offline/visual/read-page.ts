import type {CompleteDate} from '../../../passport/model/dates.ts';
import {isUsualValidity} from '../../../passport/printed/usual-validity.ts';
import {findByValue} from './fields/find-by-value.ts';
import {dateIn} from './fields/find-date.ts';
import {lastDay, type MrzFacts} from './fields/mrz-facts.ts';
import {provesNationality} from './fields/nationality.ts';
import type {Place} from './lines/place.ts';
import type {PrintedLine} from './lines/read-lines.ts';
import {type Found, legible, pageOf} from './page.ts';
import {medianOf} from './runs.ts';

/** A label is this many heights of its value above it: in one line of type, or in two. */
const nearest = 0.35;
const farthest = 1.45;
/** It begins where its value does, but for this many heights. */
const aside = 1.6;
/**
 * Labels are set smaller than their values: a line that is taller than this share of the one below it is no label, but the
 * next value of a page whose rows are close.
 */
const asTall = 0.8;
/** A name in another script is at most this many heights above the Latin one. */
const nameAbove = 3.2;
/** The states that print the name in Chinese characters, above the Latin one. */
export const inChinese: ReadonlySet<string> = new Set(['CHN', 'TWN', 'HKG', 'MAC', 'JPN']);
/** A name this short counts as evidence only below its label. */
const shortName = 4;

/**
 * Reads the lines of a page from its foot to its head. What is directly above values that the MRZ says, too, is their
 * label: it is not read, because it adds nothing; and labels, in the smallest type and several languages, are half of
 * what a page prints. Nor is what is above both name and number.
 *
 * @param read Reads one line; undefined when nothing is there
 */
export async function readPage(
	read: (place: Place) => Promise<PrintedLine | undefined>,
	places: readonly Place[],
	facts: MrzFacts,
	today: CompleteDate,
): Promise<readonly PrintedLine[]> {
	const lines: PrintedLine[] = [];
	const known = new Set<Place>();
	const height = medianOf(places.map(one => one.height));
	const seen = new Set<Found['field']>();
	let [name, number] = [Infinity, Infinity];
	for (const place of [...places].sort((a, b) => b.v - a.v)) {
		const head = Math.min(number - farthest * height, name - nameAbove * height);
		if (seen.has('surname') && seen.has('passport_number') && place.v < head) break;
		if (announcesKnown(place, places, known, height)) continue;
		const line = await read(place);
		if (!line) continue;
		lines.push(line);
		const says = mrzSays(line, facts, today);
		if (says.length === 0) continue;
		for (const field of says) seen.add(field);
		if (says.includes('surname')) name = Math.min(name, place.v);
		if (says.includes('passport_number')) number = Math.min(number, place.v);
		// A value with its label before it in one line has no other above it.
		const isAlone = !pageOf([line]).entries.some(({isLabel}) => isLabel);
		if (isAlone && !says.some(field => isShortName(field, facts))) known.add(place);
	}

	return lines;
}

const isShortName = (field: Found['field'], {surname, given}: MrzFacts): boolean =>
	(field === 'surname' && surname.length < shortName) || (field === 'given_names' && given.length < shortName);

/** What a line says that the MRZ says, too; and the day of issue, which the day of expiry identifies. */
function mrzSays(line: PrintedLine, facts: MrzFacts, today: CompleteDate): Array<Found['field']> {
	const page = pageOf([line]);
	// Many states are republics: a nationality must be this state's alone, because no label identifies it.
	const found = findByValue(page, facts, today).flatMap(({field, text}) =>
		field !== 'nationality' || provesNationality(text, facts.nationality) ? [field] : [],
	);
	const last = lastDay(facts, today);
	const issued = page.entries.some(({text, confidence}) => {
		const iso = confidence >= legible ? dateIn(text, 'other', today)?.iso : undefined;
		return iso !== undefined && last !== undefined && isUsualValidity(iso, last);
	});
	return issued ? [...found, 'issue_date'] : found;
}

/** Whether a place can only hold the label of what is known: nothing else is directly below it. */
const announcesKnown = (place: Place, places: readonly Place[], known: ReadonlySet<Place>, height: number): boolean => {
	const below = places.filter(
		other =>
			other.v - place.v > nearest * height &&
			other.v - place.v < farthest * height &&
			leftOf(other) < rightOf(place) &&
			rightOf(other) > leftOf(place),
	);
	return (
		below.every(other => known.has(other)) &&
		below.some(other => Math.abs(leftOf(other) - leftOf(place)) < aside * height) &&
		below.some(other => place.height < asTall * other.height)
	);
};

const leftOf = ({u, width}: Place): number => u - width / 2;
const rightOf = ({u, width}: Place): number => u + width / 2;
