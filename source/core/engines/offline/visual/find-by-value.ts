import type {CompleteDate} from '../../../passport/model/dates.ts';
import {spells} from '../../../passport/printed/compare-names.ts';
import {isName, matchNumber, respace, restoreMarks, sexesIn} from './compare.ts';
import {asInMrz, dateIn} from './find-date.ts';
import type {LabelField} from './labels/label.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {
	isInFull,
	namesNationality,
	nationalityAsPrinted,
	nationalityBesideCode,
	provesNationality,
} from './nationality.ts';
import {labelDistance} from './near-label.ts';
import {type Found, legible, type PrintedEntry, type PrintedPage} from './page.ts';
import {fold, joinRuns, partOf, sameRow, type TextRun, withoutHan} from './runs.ts';
import {lookAlike} from './scripts.ts';

/** How much worse a value without its label is rated than one with it. */
const withoutLabel = 4;

/** The likeliest of several: nearest to its label, then the clearest, then the topmost. */
const choose = (page: PrintedPage, runs: readonly TextRun[], fields: readonly LabelField[]): TextRun | undefined => {
	const cost = (run: TextRun) =>
		Math.min(...fields.map(field => labelDistance(page, run, field) ?? withoutLabel)) -
		0.1 * run.confidence +
		0.02 * run.v;
	return [...runs].sort((a, b) => cost(a) - cost(b))[0];
};

/** Words of one name are this many heights apart, at most, where a row holds nothing else. */
const wordRoom = 3;

/** Whether a run continues a value on its row or the next: long names take rows, wide type has wide spaces. */
const continues = ({height}: PrintedPage, first: TextRun, last: TextRun, next: TextRun): boolean =>
	(next.v - last.v > 0.6 * height &&
		next.v - last.v < 1.7 * height &&
		Math.abs(next.left - first.left) < 1.5 * height) ||
	(sameRow(last, next) && next.left > last.left && next.left - last.right < wordRoom * height);

/** Runs, and pairs of runs one below the other or beside it. */
const withPairs = (page: PrintedPage, entries: readonly TextRun[]): TextRun[] => [
	...entries,
	...entries.flatMap(upper =>
		entries.filter(lower => continues(page, upper, upper, lower)).map(lower => joinRuns([upper, lower])),
	),
];

/** The same, and three rows one below the other. */
const withThirds = (page: PrintedPage, entries: readonly TextRun[]): TextRun[] => [
	...withPairs(page, entries),
	...entries.flatMap(first =>
		rowsBelow(page, first, first, entries).flatMap(second =>
			rowsBelow(page, first, second, entries).map(third => joinRuns([first, second, third])),
		),
	),
];

const rowsBelow = (page: PrintedPage, first: TextRun, last: TextRun, entries: readonly TextRun[]): TextRun[] =>
	entries.filter(next => !sameRow(last, next) && continues(page, first, last, next));

/** What the page prints of what its MRZ says: found by being the same, wherever it is. */
export function findByValue(page: PrintedPage, facts: MrzFacts, today: CompleteDate): Found[] {
	const values = page.entries.filter(({confidence}) => confidence >= legible);
	const found: Found[] = [];
	const add: Add = (field, run, text = run?.text ?? '', beside = false) => {
		if (run)
			found.push({field, text, run, by: 'mrz', labelled: beside || labelDistance(page, run, field) !== undefined});
		return run;
	};

	findNames(page, values, facts, add);
	const numbered = values.filter(({text}) => matchNumber(text, facts.number));
	// Look-alikes are no difference to the reader, so the number is given as the MRZ writes it.
	add('passport_number', choose(page, numbered, ['passport_number']), facts.number);
	for (const [field, mrz] of [
		['birth_date', facts.birth],
		['expiry_date', facts.expiry],
	] as const) {
		const kind = field === 'birth_date' ? 'birth' : 'other';
		const dated = values.flatMap(run => {
			const date = dateIn(run.text, kind, today);
			return date && asInMrz(date.iso) === mrz ? [{run, text: date.text}] : [];
		});
		const run = choose(
			page,
			dated.map(one => one.run),
			[field],
		);
		add(field, run, dated.find(one => one.run === run)?.text);
	}

	const names = found.filter(({field}) => field === 'surname' || field === 'given_names' || field === 'name');
	const top = names.length > 0 ? Math.min(...names.map(({run}) => run.v)) : -22;
	const birth = found.find(({field}) => field === 'birth_date')?.run.v;
	const below = values.filter(run => run.v > top - 0.4 * page.height && !found.some(one => one.run === run));
	const sexes = below.filter(run => {
		const [sex, more] = sexesIn(run.text);
		return sex === facts.sex && more === undefined && run.margin > 1 && (!run.isLabel || announces(run, 'sex'));
	});
	add('sex', choose(page, sexes, ['sex']));
	const number = found.find(({field}) => field === 'passport_number')?.run;
	// The nationality is between the names and the day of birth, or beside that (ICAO 9303-4, zone II).
	const named = below.filter(
		run =>
			// A nationality may hold a label's short word: `VIỆT NAM` ends like one for names.
			(!run.isLabel || (!announcesSurely(run, 'nationality') && provesNationality(run.text, facts.nationality))) &&
			!announces(run, 'ignore') &&
			// The code of the state that issued the passport is beside its number.
			!(number && sameRow(run, number) && run.left < number.left) &&
			namesNationality(run.text, facts.nationality),
	);
	const nations = named.filter(run => birth === undefined || run.v < birth + 0.6 * page.height);
	const labelled = nations.filter(run => labelDistance(page, run, 'nationality') !== undefined);
	const nation =
		labelled.length > 0 ? choose(page, labelled, ['nationality']) : (nations[0] ?? inTwo(page, below, facts));
	if (nation) {
		// `CITIZEN` behind `BRITISH` may be a label.
		const inTwoBoxes = withPairs(page, below).find(
			run =>
				run.text.length > nation.text.length &&
				run.text.startsWith(nation.text) &&
				isInFull(run.text, facts.nationality),
		);
		const whole = inTwoBoxes ?? withOtherLanguage(page, nation, named);
		add('nationality', whole, nationalityAsPrinted(whole.text, facts.nationality));
	}
	if (!nation) addBesideCode(values, facts.nationality, add);
	return found;
}

/** A nationality of which neither row names it alone: `SOUTH` and `AFRICAN`. */
const inTwo = (page: PrintedPage, below: readonly PrintedEntry[], {nationality}: MrzFacts): TextRun | undefined =>
	withPairs(
		page,
		below.filter(({isLabel}) => !isLabel),
	).find(({text}) => isInFull(text, nationality));

/** The same in another language is this many heights behind it, where the stroke between them was not read. */
const strokeRoom = 2.6;

/** `DANSK / D` before `DANISH`: the stroke, and the letter that both lines hold. */
const withoutStroke = (run: TextRun, at: number, {length}: readonly TextRun[]): TextRun => {
	const text = at < length - 1 ? run.text.replace(/\s*\/\s*\p{L}{0,2}$/u, '') : run.text;
	return {...run, text, places: run.places.slice(0, text.length)};
};

/** A nationality with the same in another language beside it or below it: `SVENSK` and `SWEDISH`, `T.C. /` and `TUR`. */
const withOtherLanguage = (page: PrintedPage, chosen: TextRun, nations: readonly TextRun[]): TextRun => {
	// Two boxes may hold it: the one with more of it counts.
	const holds = (other: TextRun) => fold(other.text).includes(fold(chosen.text)) && sameRow(other, chosen);
	const [nation = chosen] = nations.filter(holds).sort((a, b) => b.text.length - a.text.length);
	const isNear = (other: TextRun) =>
		sameRow(other, nation)
			? Math.max(other.left - nation.right, nation.left - other.right) < strokeRoom * page.height
			: other.v - nation.v > 0.6 * page.height &&
				other.v - nation.v < 1.5 * page.height &&
				Math.abs(other.left - nation.left) < page.height;
	const others = [
		...nations,
		...page.entries.filter(other => !other.isLabel && other.left < nation.left && /\p{L}\W*\/$/u.test(other.text)),
	];
	const beside = others.filter(
		(other, at) =>
			other !== nation &&
			!fold(nation.text).includes(fold(other.text)) &&
			others.indexOf(other) === at &&
			isNear(other),
	);
	const parts = [nation, ...beside].sort((a, b) => (sameRow(a, b) ? a.left - b.left : a.v - b.v)).map(withoutStroke);
	return parts.length === 1 ? nation : joinRuns(parts, ' / ');
};

/** Labels of so many letters are no accident. */
const sureLabel = 5;

/** Whether a run is a label of a field, or surely one of any. */
const announcesSurely = (run: PrintedEntry, field: LabelField): boolean =>
	announces(run, field) || run.labels.some(({strength}) => strength >= sureLabel);

const announces = ({labels}: PrintedEntry, field: LabelField): boolean => labels.some(one => one.field === field);

const addBesideCode = (values: readonly PrintedEntry[], code: string, add: Add): void => {
	for (const run of code === '' ? [] : values) {
		const text = nationalityBesideCode(run.text, code);
		if (text === undefined) continue;
		const places = run.places.slice(run.text.length - text.length);
		add('nationality', {...run, text, places, left: places[0]! - 0.3 * run.height}, text, true);
		return;
	}
};

/** A name with the marks and spaces that the reader does not see and the MRZ vouches for. */
const asPrinted = (read: string, mrz: string, issuer: string): string => {
	const usual = restoreMarks(read, mrz, issuer);
	// A holder may have a letter that the state's own names lack.
	return respace(spells(usual, mrz) ? usual : restoreMarks(read, mrz), mrz);
};

/** Notes a value. `beside`: it is beside another that the MRZ says, which is as good as a label. */
type Add = (field: Found['field'], run: TextRun | undefined, text?: string, beside?: boolean) => TextRun | undefined;

/** A name in Cyrillic or Greek letters has between so many times the Latin one's letters. */
const [shorter, longer] = [0.5, 1.7];

/** What may be the name in Latin letters behind the same in the state's own, whose stroke was not read: `ANNXY APIHU`. */
const behindOwnScript = (entry: PrintedEntry, issuer: string): TextRun[] => {
	const {text} = entry;
	if (!lookAlike.has(issuer) || text.includes('/')) return [];
	return Array.from(text, (_, at) => at).flatMap(at => {
		const [own, latin] = [fold(text.slice(0, at)).length, fold(text.slice(at)).length];
		const isName = latin >= leastBehind && own > shorter * latin && own < longer * latin;
		return isName && /\p{L}/u.test(text[at]!) ? [partOf(entry, at, text.length)] : [];
	});
};

/** What is behind the last label of a text: `/Nom Icine Rekukuv`. */
const behindLabels = (entry: PrintedEntry): TextRun[] =>
	[...entry.text.matchAll(/(?<!\p{L})\p{L}/gu)]
		.filter(({index}) => index >= (entry.labels.at(-1)?.to ?? 0))
		.map(({index}) => partOf(entry, index, entry.text.length))
		.filter(({text}) => fold(text).length >= leastBehind);

/** A name that is found by its letters alone in a longer text has so many, at least. */
const leastBehind = 4;

const findNames = (
	page: PrintedPage,
	values: readonly PrintedEntry[],
	{surname, given, issuer, truncated}: MrzFacts,
	add: Add,
): void => {
	const latin = values.flatMap((entry): TextRun[] => {
		const text = withoutHan(entry.text);
		// A label's word may be a name: `Van`, `Post`.
		if (!/\p{L}/u.test(text)) return [];
		if (entry.isLabel && entry.labels.length > 0)
			return behindLabels(entry).filter(({text: rest}) => isName(rest, surname) || isName(rest, given, truncated));
		// `ИВАНОВ / IVANOV`: the same in two scripts.
		const stroke = text === entry.text ? text.search(/\/\s*\p{L}/u) + 1 : 0;
		const behind = stroke > 0 ? [partOf(entry, stroke + /^\s*/.exec(text.slice(stroke))![0].length, text.length)] : [];
		const speck = text === entry.text ? text.search(/\p{L}/u) : 0;
		const whole = speck > 0 ? partOf(entry, speck, text.length) : entry;
		return [text === entry.text ? whole : {...entry, text}, ...behind, ...behindOwnScript(entry, issuer)];
	});
	const candidates = withThirds(page, latin);
	const first = choose(
		page,
		candidates.filter(({text}) => isName(text, surname, truncated && given === '')),
		['surname', 'name'],
	);
	add('surname', first, first && asPrinted(first.text, surname, issuer));
	const chosen = choose(
		page,
		candidates.filter(
			run => run !== first && isName(run.text, given, truncated) && (!first || run.v > first.v - 0.4 * page.height),
		),
		['given_names'],
	);
	const second = truncated && chosen ? wholeName(chosen, candidates, given) : chosen;
	add('given_names', second, second && asPrinted(second.text, given, issuer));
	if (first && second) return;
	// Both on one line, as China prints them: `ZHANG, SAN`.
	const whole = choose(
		page,
		candidates.filter(({text}) => given !== '' && isName(text, `${surname} ${given}`)),
		['name', 'surname', 'given_names'],
	);
	if (!whole) return;
	add('name', whole);
	const parts = splitName(whole.text, surname, given);
	if (!parts) return;
	if (!first) add('surname', whole, asPrinted(parts.surname, surname, issuer), true);
	if (!second) add('given_names', whole, asPrinted(parts.given, given, issuer), true);
};

/** A name that the MRZ cut off, with the rows and words that continue it: its beginning is one, too. */
const wholeName = (chosen: TextRun, candidates: readonly TextRun[], mrz: string): TextRun =>
	candidates
		.filter(({text}) => text.startsWith(chosen.text) && isName(text, mrz, true))
		.sort((a, b) => b.text.length - a.text.length)[0]!;

/** Surname and given names of one printed line, in either order; undefined when no cut of it gives both. */
function splitName(
	text: string,
	surname: string,
	given: string,
): {readonly surname: string; readonly given: string} | undefined {
	const spans = text.split(/[,，]\s*|\s+/).filter(Boolean);
	for (let cut = 1; cut < spans.length; cut++) {
		const [before, after] = [spans.slice(0, cut).join(' '), spans.slice(cut).join(' ')];
		if (isName(before, surname) && isName(after, given)) return {surname: before, given: after};
		if (isName(after, surname) && isName(before, given)) return {surname: after, given: before};
	}

	return undefined;
}
