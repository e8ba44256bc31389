import {type CompleteDate, formatDate} from '../../../../passport/model/dates.ts';
import {daysApart, isUsualValidity} from '../../../../passport/printed/usual-validity.ts';
import type {PrintedEntry} from '../entry.ts';
import type {LabelField} from '../labels/label.ts';
import {type Found, legible, type PrintedPage} from '../page.ts';
import {joinRuns, sameRow, type TextRun} from '../runs.ts';
import {columnsIn} from './columns.ts';
import {covers, isFound, isGarbled, isOfficeCode} from './find-by-label.ts';
import {dateIn} from './find-date.ts';
import {labelDistance} from './near-label.ts';
import {namesOffice} from './offices.ts';
import {isHalfSex} from './sex-spot.ts';

/**
 * What no legible label announces, by the order in which ICAO 9303-4 has a page print it: names, nationality, date of
 * birth, sex, place of birth, date of issue, date of expiry, authority.
 */
export function findByLayout(page: PrintedPage, known: readonly Found[], today: CompleteDate): Found[] {
	const found = [...known];
	const of = (field: Found['field']) => found.find(one => one.field === field);
	const take = (field: Found['field'], run: TextRun | undefined, text = run?.text ?? '') => {
		if (run) found.push({field, text, run, by: 'layout', labelled: false});
	};

	if (!of('issue_date')) {
		const issued = dateOfIssue(page, found, today);
		take('issue_date', issued?.run, issued?.text);
	}

	if (!of('expiry_date')) {
		const expiry = dateOfExpiry(page, found, today);
		take('expiry_date', expiry?.run, expiry?.text);
	}

	const birth = of('birth_date')?.run;
	const names = ['surname', 'given_names', 'name'].flatMap(field => found.find(one => one.field === field)?.run ?? []);
	const above = birth ?? names.at(-1);
	if (!above) return found;
	const left =
		Math.min(...[...names, ...(birth ? [birth] : [])].map(run => beginningOf(page, run))) - 1.5 * page.height;
	const inCapitals = names.length > 0 && names.every(({text}) => !/\p{Ll}/u.test(text));
	const words = () =>
		page.entries.filter(
			entry =>
				isValueLike(page, entry) &&
				!isAddress(entry.text) &&
				!(inCapitals && isSetSmaller(page, entry)) &&
				!others.some(field => labelDistance(page, entry, field) !== undefined) &&
				(entry.left > left || namesOffice(entry.text)) &&
				!isFound(found, entry) &&
				dateIn(entry.text, 'other', today) === undefined,
		);
	if (!of('nationality') && names.length > 0 && birth) {
		const lowest = Math.max(...names.map(run => run.v));
		take(
			'nationality',
			words().find(entry => entry.v > lowest + 0.5 * page.height && entry.v < birth.v + 0.4 * page.height),
		);
	}

	// On a page in two columns the place of birth may be below the day of issue: where nothing else is left.
	const lastWords = () => {
		const office = of('authority');
		if (!office?.labelled) return undefined;
		const whole = extendDown(page, office, found);
		const [only, ...more] = words().filter(
			entry =>
				entry.v > above.v + 0.5 * page.height &&
				entry.labels.length === 0 &&
				!(inCapitals && hasSmall(entry.text)) &&
				!isHalfSex(entry.text) &&
				!covers(whole, entry),
		);
		return more.length === 0 && only && !namesOffice(only.text) ? only : undefined;
	};
	const under = above.v - (birth ? 0.4 : -0.5) * page.height;
	const expiry = of('expiry_date')?.run;
	const issued = of('issue_date')?.run;
	const lastDate = Math.max(expiry?.v ?? -Infinity, issued?.v ?? -Infinity);
	if (!of('birth_place')) {
		const authority = of('authority')?.run;
		const end = Math.min(issued?.v ?? Infinity, expiry?.v ?? Infinity) + 0.5 * page.height;
		const candidates = words().filter(
			entry => entry.v > under && entry.v < end && !isHalfSex(entry.text) && !namesOffice(entry.text),
		);
		// Alone on its rows it may be either; the place of birth is first where both are there.
		const inOrder = candidates.find(entry => !authority || entry.v < authority.v + 0.4 * page.height);
		const first = inOrder ?? lastWords();
		take('birth_place', first && leftmost((inOrder ? candidates : [first]).filter(entry => sameRow(entry, first))));
	}

	// A stroke at the end of a place says that it continues in another language on the next line.
	const birthplace = of('birth_place');
	if (birthplace?.text.endsWith('/')) {
		const run = extendDown(page, birthplace, found, 2);
		found[found.indexOf(birthplace)] = {...birthplace, run, text: run.text};
	}

	if (!of('authority')) {
		const place = of('birth_place')?.run;
		const from = place ? place.v - 0.4 * page.height : under;
		const candidates = words().filter(
			entry =>
				entry.v > from &&
				entry.v < lastDate + 3.5 * page.height &&
				// What is before the place of birth on its row is the sex.
				!(place && sameRow(entry, place) && entry.left < place.left),
		);
		take('authority', candidates.find(({text}) => namesOffice(text)) ?? candidates[0]);
	}

	return found;
}

/** Where the entry begins that a run is a part of: a name is behind the same in the state's own script. */
const beginningOf = (page: PrintedPage, run: TextRun): number =>
	Math.min(
		run.left,
		...page.entries
			.filter(one => sameRow(one, run) && one.left < run.left && one.right > run.left)
			.map(one => one.left),
	);

/** Small letters in type that is smaller than the values', on a page whose names are in capitals: a label that was not read. */
const isSetSmaller = (page: PrintedPage, {text, height}: PrintedEntry): boolean =>
	/\p{Ll}{3}/u.test(text) && height < 0.85 * page.height;

/** Labels of values that are none of those that are sought here. */
const others: readonly LabelField[] = ['ignore', 'personal_number', 'issue_place'];

const leftmost = (runs: readonly TextRun[]): TextRun | undefined => [...runs].sort((a, b) => a.left - b.left)[0];

/** `102 RUE PRINCIPALE`, `34700 LODEVE`: where the holder lives, on the pages that print it. */
const isAddress = (text: string): boolean => /^\d+(?:\s\p{L}{2}|\p{L}{2}[^/]*$)/u.test(text);

/** `1.80 m`, `175 cm`: how tall the holder is. */
const isHeight = (text: string): boolean => /^\d\s?[.,]\s?\d\d\s?m$|^\d{3}\s?cm$/iu.test(text);

/** A mean log odds that labels in small type, when they are misread, stay under. */
const clearType = 3;

/** A run that is set like a value: not smaller than the page's values, and no scribble. */
const isValueLike = (page: PrintedPage, {isLabel, confidence, height, text}: PrintedEntry): boolean => {
	const letters = text.replace(/[^\p{L}]/gu, '');
	return (
		!isLabel &&
		!isGarbled(text) &&
		confidence >= clearType &&
		height > 0.62 * page.height &&
		height < 1.6 * page.height &&
		letters.length >= 3 &&
		(letters.length > text.replace(/\D/g, '').length || isOfficeCode(text))
	);
};

/** A day between birth and expiry, preferably a whole number of years before the expiry. */
function dateOfIssue(
	page: PrintedPage,
	found: readonly Found[],
	today: CompleteDate,
): {run: TextRun; text: string} | undefined {
	const isoOf = (field: Found['field'], kind: 'birth' | 'other') => {
		const one = found.find(candidate => candidate.field === field);
		return one && dateIn(one.text, kind, today)?.iso;
	};
	const birth = isoOf('birth_date', 'birth');
	const expiry = isoOf('expiry_date', 'other');
	const dated = page.entries.flatMap(entry => {
		if (isFound(found, entry)) return [];
		const date = dateIn(entry.text, 'other', today);
		// What is still to come is no day of issue.
		if (!date || date.iso > formatDate(today)) return [];
		if ((birth && daysApart(birth, date.iso) < 0) || (expiry && daysApart(date.iso, expiry) <= 0)) return [];
		const usual = expiry !== undefined && isUsualValidity(date.iso, expiry);
		const distance = labelDistance(page, entry, 'issue_date') ?? 5;
		return [{run: entry, text: date.text, cost: distance - (usual ? 3 : 0)}];
	});
	return dated.sort((a, b) => a.cost - b.cost)[0];
}

/** The day that is left beside birth and issue, a usual time after the issue. */
function dateOfExpiry(
	page: PrintedPage,
	found: readonly Found[],
	today: CompleteDate,
): {run: TextRun; text: string} | undefined {
	const issued = found.find(({field}) => field === 'issue_date');
	const from = issued && dateIn(issued.text, 'other', today)?.iso;
	if (!from) return undefined;
	return page.entries
		.filter(entry => !isFound(found, entry))
		.flatMap(entry => {
			const date = dateIn(entry.text, 'other', today);
			return date && isUsualValidity(from, date.iso) ? [{run: entry, text: date.text}] : [];
		})
		.at(0);
}

/** Words of one value are this many heights apart, at most, where type has wide spaces. */
const wordRoom = 3;

/** Words that are farther apart may be values of two columns. */
const farWord = 1.4;

/** The words that continue a value on its row; what begins below a label of its own is another column's. */
export function extendAcross(page: PrintedPage, first: Found, found: readonly Found[]): Found {
	const parts: TextRun[] = [first.run];
	for (;;) {
		const last = parts.at(-1)!;
		const next = page.entries.find(
			entry =>
				!entry.isLabel &&
				entry.confidence >= clearType &&
				/[\p{L}\p{N}]/u.test(entry.text) &&
				!isAddress(entry.text) &&
				!isHeight(entry.text) &&
				sameRow(entry, last) &&
				entry.left - last.right > 0 &&
				entry.left - last.right < wordRoom * Math.min(last.height, entry.height) &&
				entry.height > 0.72 * last.height &&
				entry.height < 1.35 * last.height &&
				!columnsIn(`${last.text} ${entry.text}`, () => Infinity).includes(last.text.length + 1) &&
				hasSmall(entry.text) === hasSmall(last.text) &&
				!beginsBelowLabel(page, entry, first.field) &&
				!isFound(found, entry),
		);
		if (!next) break;
		parts.push(next);
	}

	if (parts.length === 1) return first;
	const joined = joinRuns(parts);
	const isFar = parts.some((part, at) => at > 0 && part.left - parts[at - 1]!.right > farWord * part.height);
	return {...first, run: joined, text: joined.text, isFar};
}

/** What is set in type this much smaller than the values is a label, in whatever language. */
const labelSize = 0.75;

/** Whether another field's label, or one that nothing was made of, is above the beginning of a run. */
const beginsBelowLabel = (page: PrintedPage, {left, v}: TextRun, field: Found['field']): boolean =>
	page.entries.some(label => {
		const isSmall = label.height < labelSize * page.height && label.text.length > 2;
		if (!(label.isLabel || isSmall) || v - label.v < 0.4 * page.height || v - label.v > 2.5 * page.height) return false;
		const places =
			label.labels.length === 0 ? [label.left] : label.labels.flatMap(hit => (hit.field === field ? [] : hit.left));
		return places.some(place => Math.abs(place - left) < page.height);
	});

const hasSmall = (text: string): boolean => /\p{Ll}{2}/u.test(text);

/** Rows of different values are this share of their usual distance apart, or more; those of one value less. */
const nextValue = 0.88;

/** The least distance of two rows that the MRZ's values are in. */
function rowStep(page: PrintedPage, found: readonly Found[]): number {
	const rows = found.flatMap(({by, run}) => (by === 'mrz' ? [run.v] : [])).sort((a, b) => a - b);
	const steps = rows.slice(1).map((v, at) => v - rows[at]!);
	return Math.min(...steps.filter(step => step > 1.2 * page.height));
}

/** Lines that continue a value below it: an authority's name often takes two or three. */
export function extendDown(page: PrintedPage, first: Found, found: readonly Found[], most = 3): TextRun {
	const parts: TextRun[] = [first.run];
	const step = nextValue * rowStep(page, found);
	while (parts.length < most) {
		const last = parts.at(-1)!;
		const next = page.entries.find(
			entry =>
				(isValueLike(page, entry) || (first.field === 'authority' && isOfficeCode(entry.text))) &&
				entry.v - last.v > 0.6 * page.height &&
				entry.v - last.v < Math.min(step, 1.6 * Math.max(last.height, 0.8 * page.height)) &&
				Math.abs(entry.left - first.run.left) < 1.3 * page.height &&
				entry.height > 0.72 * first.run.height &&
				entry.height < 1.35 * first.run.height &&
				hasSmall(entry.text) === hasSmall(first.text) &&
				!isFound(found, entry),
		);
		if (!next) break;
		parts.push(next);
	}

	return parts.length === 1 ? first.run : joinRuns(parts);
}

/** Whether words that were read too badly, or in another size, may belong to a value: directly behind it, or in the next row. */
export function mayContinue(page: PrintedPage, {run}: Found, found: readonly Found[]): boolean {
	const step = nextValue * rowStep(page, found);
	return page.entries.some(entry => {
		if (entry.isLabel || entry.confidence < legible || !/\p{L}{2}/u.test(entry.text)) return false;
		if (isFound(found, entry)) return false;
		const [behind, below] = [entry.left - run.right, entry.v - (run.v + (run.height - page.height) / 2)];
		return sameRow(entry, run)
			? behind > -0.5 * page.height && behind < page.height
			: below > 0.6 * page.height &&
					below < Math.min(step, 1.6 * page.height) &&
					Math.abs(entry.left - run.left) < 1.3 * page.height;
	});
}
