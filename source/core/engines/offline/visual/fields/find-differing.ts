import {editDistance} from '../../../../edit-distance.ts';
import {type CompleteDate, formatDate} from '../../../../passport/model/dates.ts';
import {isUsualValidity} from '../../../../passport/printed/usual-validity.ts';
import {transliterate} from '../../../../passport/tables/transliteration.ts';
import type {PrintedEntry} from '../entry.ts';
import {type Found, legible, type PrintedPage} from '../page.ts';
import {sameRow, type TextRun} from '../runs.ts';
import {sexesIn, withoutLigatures} from './compare.ts';
import {isFound, ownLabel} from './find-by-label.ts';
import {dateIn} from './find-date.ts';
import {lastDay, type MrzFacts} from './mrz-facts.ts';
import {namesNationality} from './nationality.ts';
import {labelDistance} from './near-label.ts';

type Field = Found['field'];

/** A name of so many letters with one wrong is still like another; with two, if it is as long as this. */
const [shortest, longer] = [4, 7];

/** Characters of a number that may differ. */
const mostInNumber = 2;

/** The row below a name is so many heights away, at most. */
const nextRow = 4.2;

/**
 * What the page prints otherwise than its MRZ says, and is still that field's: nearly the same, and no other field's.
 * Whatever its label says or was misread as: a wrong digit must not hide a value from the comparison.
 */
export function findByLikeness(
	page: PrintedPage,
	known: readonly Found[],
	facts: MrzFacts,
	today: CompleteDate,
): Found[] {
	const free = freeOn(page, known);
	const found: Found[] = [];
	const open = (field: Field) => known.every(one => one.field !== field);
	const take = (field: Field, run: PrintedEntry | undefined, text = run?.text ?? '') => {
		if (run)
			found.push({
				field,
				text,
				run,
				by: 'likeness',
				labelled: labelDistance(page, run, field) !== undefined,
			});
	};
	const lowestName = lowestNameRow(page, known);
	for (const [field, mrz] of [
		['surname', facts.surname],
		['given_names', facts.given],
	] as const) {
		if (!open(field) || known.some(one => one.field === 'name')) continue;
		take(
			field,
			free.find(run => run.v < lowestName && isLikeName(run.text, mrz) && found.every(one => one.run !== run)),
		);
	}

	if (open('passport_number')) {
		const numbered = free.find(({text}) => isLikeNumber(text, facts.number));
		take('passport_number', numbered, numbered && withClasses(numbered.text, facts.number));
	}

	const dated = freeOn(page, known.filter(isDay)).flatMap(run => {
		const other = dateIn(run.text, 'other', today);
		return other ? [{run, birth: dateIn(run.text, 'birth', today) ?? other, other}] : [];
	});
	const birth = open('birth_date') ? dated.find(one => differsInOne(one.birth.iso, facts.birth)) : undefined;
	take('birth_date', birth?.run, birth?.birth.text);
	const last = lastDay(facts, today);
	if (open('expiry_date') && last) {
		const isIssued = (iso: string) => dated.some(one => one.other.iso < iso && isUsualValidity(one.other.iso, iso));
		const issued = known.find(({field}) => field === 'issue_date');
		const from = issued && dateIn(issued.text, 'other', today)?.iso;
		const expiry = dated.find(
			({other: {iso}, run}) =>
				run !== birth?.run &&
				differsInOne(iso, facts.expiry) &&
				// A day of issue differs from that of expiry in its year, too.
				(iso.slice(0, 4) === last.slice(0, 4) ||
					(Math.abs(Number(iso.slice(0, 4)) - Number(last.slice(0, 4))) === 1 &&
						(iso > formatDate(today) || isIssued(iso) || (from !== undefined && isUsualValidity(from, iso))))),
		);
		take('expiry_date', expiry?.run, expiry?.other.text);
	}

	return found;
}

/**
 * What is left for a field that the MRZ says, too, in the order in which ICAO 9303-4 has a page print it: the names in
 * rows of their own, the number above them, the first and the last of three days, a letter for the sex.
 */
export function findByOrder(page: PrintedPage, known: readonly Found[], facts: MrzFacts, today: CompleteDate): Found[] {
	const found: Found[] = [];
	const of = (field: Field) => [...known, ...found].find(one => one.field === field);
	const take = (field: Field, run: PrintedEntry | undefined, text = run?.text ?? '') => {
		if (run) found.push({field, text, run, by: 'order', labelled: false});
	};
	const free = freeOn(page, known);
	const [surname, given] = [of('surname')?.run, of('given_names')?.run];
	if (!of('name') && surname && !given && facts.given !== '') {
		const next = nextName(page, free, surname.v, surname.left, lowestNameRow(page, known), facts);
		take('given_names', next, next && behindStroke(next));
	}
	if (!of('name') && given && !surname && facts.surname !== '') {
		const number = of('passport_number')?.run.v ?? -Infinity;
		const above = free
			.toReversed()
			.find(
				run =>
					isName(page, run, facts) &&
					given.v - run.v > 0.8 * page.height &&
					given.v - run.v < nextRow * page.height &&
					run.v > number + 0.5 * page.height &&
					leftsOf(page, given).some(left => Math.abs(run.left - left) < 1.5 * page.height),
			);
		take('surname', above, above && behindStroke(above));
	}

	const names = ['surname', 'given_names'].flatMap(field => of(field as Field)?.run ?? []);
	const top = names.length > 0 ? Math.max(...names.map(({v}) => v)) : undefined;
	if (!of('birth_date') && top !== undefined) {
		const dated = freeOn(page, [...known, ...found].filter(isDay))
			.flatMap(run => {
				const date = run.v > top ? dateIn(run.text, 'birth', today) : undefined;
				return date ? [{run, ...date}] : [];
			})
			.sort((a, b) => (a.iso < b.iso ? -1 : 1));
		const issued = of('issue_date');
		const from = issued ? dateIn(issued.text, 'other', today)?.iso : dated[1]?.iso;
		const [first] = dated;
		if (first && from && of('expiry_date') && first.iso < from) take('birth_date', first.run, first.text);
	}

	const birth = of('birth_date')?.run;
	if (!of('expiry_date') && birth) {
		const dated = freeOn(page, [...known, ...found].filter(isDay)).flatMap(run => {
			const date = run !== birth ? dateIn(run.text, 'other', today) : undefined;
			return date ? [{run, ...date}] : [];
		});
		const issued = of('issue_date');
		const days = [...dated.map(({iso}) => iso), issued ? dateIn(issued.text, 'other', today)?.iso : undefined];
		const last = dated.reduce<(typeof dated)[number] | undefined>((a, b) => (a && a.iso >= b.iso ? a : b), undefined);
		if (last && days.some(iso => iso !== undefined && iso < last.iso)) take('expiry_date', last.run, last.text);
	}

	if (!of('passport_number') && names.length > 0) {
		const head = Math.min(...names.map(({v}) => v));
		const numbered = free.filter(run => run.v < head - 0.5 * page.height && hasShapeOf(run.text, facts.number));
		take('passport_number', numbered.length === 1 ? numbered[0] : undefined);
	}

	if (!of('sex') && top !== undefined && birth) {
		const end = Math.min(of('issue_date')?.run.v ?? Infinity, of('expiry_date')?.run.v ?? Infinity, birth.v + 8);
		const letters = free.filter(
			run =>
				/^(?:[MFX]|\p{L}\/[MFX]|[MFX]\/\p{L})$/u.test(run.text.trim()) &&
				sexesIn(run.text).length === 1 &&
				run.v > top + 0.5 * page.height &&
				run.v < end - 0.5 * page.height,
		);
		take('sex', letters.length === 1 ? letters[0] : undefined);
	}

	return found;
}

const freeOn = (page: PrintedPage, known: readonly Found[]): PrintedEntry[] =>
	page.entries.filter(entry => entry.confidence >= legible && !isFound(known, entry));

/** A day that is read in one box with another value, such as the nationality beside it, is not that value's. */
const isDay = ({field}: Found): boolean => field === 'birth_date' || field === 'issue_date' || field === 'expiry_date';

/** Names are printed above the nationality and the day of birth. */
const lowestNameRow = (page: PrintedPage, known: readonly Found[]): number =>
	Math.min(
		...['nationality', 'birth_date', 'sex', 'birth_place', 'issue_date', 'expiry_date'].flatMap(field =>
			known.flatMap(one => (one.field === field ? [one.run.v - 0.5 * page.height] : [])),
		),
	);

const isValueHigh = (page: PrintedPage, {height}: PrintedEntry): boolean => height > 0.65 * page.height;

/** A run in the place of a name: letters of a value's size that are no label and no nationality. */
const isName = (page: PrintedPage, run: PrintedEntry, facts: MrzFacts): boolean =>
	!run.isLabel &&
	run.confidence > 3 &&
	run.text !== facts.issuer &&
	isValueHigh(page, run) &&
	/^\p{L}[\p{L} '’.-]+$/u.test(behindStroke(run)) &&
	!namesNationality(behindStroke(run), facts.nationality);

/** Where a value begins, and the label before it in its row. */
const leftsOf = ({entries}: PrintedPage, run: TextRun): number[] => [
	run.left,
	...entries.filter(one => one.isLabel && one.left < run.left && sameRow(one, run)).map(({left}) => left),
];

/** `PRIJMEN/LASTNAME DVORAK`, `SURNAME DVORAK`: a label, in two languages where it was misread, and a name behind it. */
const behindStroke = ({text, labels}: PrintedEntry): string => {
	const rest = text.slice(text.search(/\/\P{L}*\p{L}+ +\p{L}{2,}[^/]*$/u) + 1).trimStart();
	const label = labels.find(({from, strength}) => from === 0 && strength >= ownLabel);
	return rest === text && label ? text.slice(label.to).replace(/^[^\p{L}]+/u, '') : rest;
};

const nextName = (
	page: PrintedPage,
	free: readonly PrintedEntry[],
	above: number,
	left: number,
	end: number,
	facts: MrzFacts,
): PrintedEntry | undefined => {
	const next = free.find(
		run =>
			!run.isLabel &&
			// A label that was misread is between the two names, in smaller type.
			isValueHigh(page, run) &&
			run.v - above > 0.8 * page.height &&
			Math.abs(run.left - left) < 1.5 * page.height,
	);
	return next && next.v - above < nextRow * page.height && next.v < end && isName(page, next, facts) ? next : undefined;
};

const lettersIn = (text: string): string => transliterate(text).replace(/[^A-Z]/g, '');

function isLikeName(text: string, mrz: string): boolean {
	const [read, wanted] = [lettersIn(text), lettersIn(mrz)];
	if (/\d/.test(text) || wanted.length < shortest || read.length < shortest - 1) return false;
	const most = wanted.length < longer ? 1 : 2;
	return editDistance(read, wanted, {most}) <= most;
}

function isLikeNumber(text: string, number: string): boolean {
	const wanted = bareNumber(number);
	const read = withClasses(text, number);
	if (wanted.length < 7 || read.length !== wanted.length || !/\d{3}/.test(read)) return false;
	return [...read].filter((character, at) => character !== wanted[at]).length <= mostInNumber;
}

/** A number of so many characters, with letters where the MRZ's has letters: no other is printed above the names. */
const leastInNumber = 7;

const hasShapeOf = (text: string, number: string): boolean => {
	const shape = (one: string) => one.replace(/[A-Z]/g, 'A').replace(/\d/g, '9');
	return (
		/^[\p{L}\d]+$/u.test(text) &&
		bareNumber(number).length >= leastInNumber &&
		shape(withClasses(text, number)) === shape(bareNumber(number))
	);
};

const bareNumber = (text: string): string =>
	withoutLigatures(text)
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');

/** Letters and digits that print has one shape for. */
const [letterOf, digitOf] = [
	{'0': 'O', '1': 'I'} as Readonly<Record<string, string>>,
	{O: '0', I: '1'} as Readonly<Record<string, string>>,
];

/** A number with a letter or a digit where the MRZ's has one, if print has one shape for both: O and 0, I and 1. */
export const withClasses = (text: string, number: string): string => {
	const wanted = bareNumber(number);
	return [...bareNumber(text)]
		.map((character, at) => {
			const other = /\d/.test(wanted[at] ?? '')
				? digitOf[character]
				: /[A-Z]/.test(wanted[at] ?? '')
					? letterOf[character]
					: undefined;
			return other ?? character;
		})
		.join('');
};

/** Whether a day, ISO 8601, differs from one in the MRZ's form in its year, its month or its day alone. */
function differsInOne(iso: string, mrz: string): boolean {
	const parts = [iso.slice(2, 4), iso.slice(5, 7), iso.slice(8, 10)];
	return parts.filter((part, at) => part !== mrz.slice(2 * at, 2 * at + 2)).length === 1;
}
