import type {CompleteDate} from '../../../../passport/model/dates.ts';
import type {Found, PrintedPage} from '../page.ts';
import {isHan} from '../runs.ts';
import {isInPlace, isLegible, trimmed} from './doubt.ts';
import {findByLabel} from './find-by-label.ts';
import {extendAcross, extendDown, findByLayout, mayContinue} from './find-by-layout.ts';
import {findByValue} from './find-by-value.ts';
import {withOwnMonth} from './find-date.ts';
import {findByLikeness, findByOrder} from './find-differing.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {nationalName} from './national-name.ts';
import {withLabelSide} from './near-label.ts';
import {inKnownScript, lookAlike, printsBothScripts} from './scripts.ts';
import {withLabelledApart, withValuesApart} from './values-apart.ts';

/**
 * The printed text above an MRZ, field by field: first what the MRZ says, too, wherever it is; then what a label
 * announces; then, by the order of the page, what is left. Pure.
 */
export const findFields = (
	page: PrintedPage,
	facts: MrzFacts,
	today: CompleteDate,
	sought: readonly Found[] = soughtOn(page, facts, today),
): Found[] => legibleOn(page, sought, facts);

/** What stands for a field, however badly it was read: a second look may make it out. */
export function soughtOn(whole: PrintedPage, facts: MrzFacts, today: CompleteDate): Found[] {
	const entries = whole.entries.map(entry => {
		const text = withOwnMonth(entry.text, facts.issuer);
		return text === entry.text ? entry : {...entry, text};
	});
	const parted = withValuesApart({...whole, entries}, facts);
	const first = findByValue(parted, facts, today);
	const page = withLabelledApart(withLabelSide(parted, first));
	const byValue = findByValue(page, facts, today);
	const alike = [...byValue, ...findByLikeness(page, byValue, facts, today)];
	// Below `Name` is the surname in many states: only one in Chinese characters is a name of its own.
	const announced = findByLabel(page, alike, today).filter(({field, text}) => field !== 'name' || isHan(text));
	const labelled = [...alike, ...announced];
	const ordered = [...labelled, ...findByOrder(page, labelled, facts, today)];
	// The second row of a place below its label is no office that has no label.
	const known = ordered.map(one => (one.field === 'birth_place' ? extended(page, one, ordered) : one));
	const found = findByLayout(page, known, today);
	const told = found.map(one => {
		if (isName(one) && one.by !== 'mrz') return {...one, run: {...one.run, margin: one.run.letterMargin}};
		return one.field === 'authority' || (one.field === 'birth_place' && one.by === 'layout')
			? extended(page, one, found)
			: one;
	});
	return told.map(one =>
		(one.field === 'authority' || one.field === 'birth_place') && mayContinue(page, one, told)
			? {...one, isOpen: true}
			: one,
	);
}

/** A place or an office with the words and the rows that continue it. */
function extended(page: PrintedPage, one: Found, found: readonly Found[]): Found {
	if (one.text !== one.run.text) return one;
	const across = extendAcross(page, one, found);
	const run = extendDown(page, across, found, one.field === 'authority' ? 3 : 2);
	return {...across, run, text: run.text};
}

/** The MRZ has no marks: what is in doubt between E and É is none against its name. */
const isName = ({field}: Found): boolean => field === 'surname' || field === 'given_names';

/** What was read clearly enough to be given, and the name in Chinese characters. */
function legibleOn(page: PrintedPage, found: readonly Found[], facts: MrzFacts): Found[] {
	const inBoth = lookAlike.has(facts.issuer) && printsBothScripts(page, facts);
	const told = found
		.map(one => trimmed(one, facts.issuer))
		.flatMap((one): Found[] => (isLegible(one) ? [one] : isInPlace(one) ? [{...one, contested: true}] : []))
		.flatMap(one => inKnownScript(one, facts.issuer, inBoth) ?? []);
	const national = nationalName(page, told);
	return national ? [...told.filter(({field, by}) => field !== 'name' || by === 'mrz'), national] : told;
}
