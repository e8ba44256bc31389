import type {CompleteDate} from '../../../../passport/model/dates.ts';
import type {PrintedEntry} from '../entry.ts';
import type {LabelField} from '../labels/label.ts';
import {type Found, legible, type PrintedPage} from '../page.ts';
import {fold, joinRuns, sameRow, type TextRun} from '../runs.ts';
import {type Add, choose, withPairs} from './candidates.ts';
import {matchNumber, sexesIn} from './compare.ts';
import {asInMrz, dateIn} from './find-date.ts';
import {findNames} from './find-names.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {
	isInFull,
	namesNationality,
	nationalityAsPrinted,
	nationalityBesideCode,
	provesNationality,
} from './nationality.ts';
import {labelDistance} from './near-label.ts';

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
	// However badly each letter of it was read, a pattern never comes out as the number.
	const numbered = page.entries.filter(({text}) => matchNumber(text, facts.number));
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
		const isOfName = names.some(({run: name}) => sameRow(name, run) && run.left < name.right && run.right > name.left);
		return (
			sex === facts.sex && more === undefined && run.margin > 1 && !isOfName && (!run.isLabel || announces(run, 'sex'))
		);
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
	// Below a label for it, also on pages that have their fields in another order.
	const labelled = named.filter(run => labelDistance(page, run, 'nationality') !== undefined);
	const nation =
		labelled.length > 0
			? choose(page, labelled, ['nationality'])
			: (nations[0] ?? inTwo(page, below, facts) ?? named.find(run => isElsewhere(page, run, facts)));
	if (nation) {
		// `CITIZEN` behind `BRITISH` may be a label.
		const inTwoBoxes = withPairs(page, below).find(
			run =>
				run.text.length > nation.text.length &&
				run.text.startsWith(nation.text) &&
				isInFull(run.text, facts.nationality),
		);
		const whole = withOtherLanguage(page, inTwoBoxes ?? nation, named);
		add('nationality', whole, nationalityAsPrinted(whole.text, facts.nationality));
	}
	if (!nation) addBesideCode(values, facts.nationality, add);
	return found;
}

/** Whether a run says nothing but the nationality, and no label announces another value: some states print it further down. */
const isElsewhere = (page: PrintedPage, run: PrintedEntry, {nationality}: MrzFacts): boolean =>
	provesNationality(run.text, nationality) &&
	run.text.split('/').every(part => !/\p{L}\P{L}+\p{L}/u.test(part) && namesNationality(part, nationality)) &&
	(['birth_place', 'authority', 'issue_place'] as const).every(field => labelDistance(page, run, field) === undefined);

/** A nationality of which neither row names it alone: `SOUTH` and `AFRICAN`. */
const inTwo = (page: PrintedPage, below: readonly PrintedEntry[], {nationality}: MrzFacts): TextRun | undefined =>
	withPairs(
		page,
		below.filter(({isLabel}) => !isLabel),
	).find(({text}) => isInFull(text, nationality));

/** The same in another language is this many heights behind it, where the stroke between them was not read. */
const strokeRoom = 2.6;

/** `DANSK / D` before `/ DANISH`: the strokes, and the letter that both lines hold. */
const withoutStroke = (run: TextRun, at: number, {length}: readonly TextRun[]): TextRun => {
	const whole = at < length - 1 ? run.text.replace(/\s*\/\s*\p{L}{0,2}\W*$/u, '') : run.text;
	const text = at > 0 ? whole.replace(/^\s*\/\s*/, '') : whole;
	const start = whole.length - text.length;
	return {...run, text, places: run.places.slice(start, whole.length)};
};

const endsInStroke = ({text}: TextRun): boolean => /\p{L}\W*\/$/u.test(text);

/** A nationality with the same in another language beside it or below it: `SVENSK` and `SWEDISH`, `T.C. /` and `TUR`. */
const withOtherLanguage = (page: PrintedPage, chosen: TextRun, nations: readonly TextRun[]): TextRun => {
	// Two boxes may hold it: the one with more of it counts.
	const holds = (other: TextRun) =>
		fold(other.text).includes(fold(chosen.text)) &&
		sameRow(other, chosen) &&
		other.left < chosen.right &&
		other.right > chosen.left;
	const [nation = chosen] = nations.filter(holds).sort((a, b) => b.text.length - a.text.length);
	// `VIỆT NAM` before `/ VIETNAMESE`
	const isBeforeStroke = (other: TextRun) =>
		sameRow(other, nation) && other.right < nation.left && /^\s*\//.test(nation.text);
	const isInNextRow = (upper: TextRun, lower: TextRun) =>
		lower.v - upper.v > 0.6 * page.height &&
		lower.v - upper.v < 1.5 * page.height &&
		Math.abs(lower.left - upper.left) < page.height;
	const isAbove = (other: TextRun) => isInNextRow(other, nation) && endsInStroke(other);
	const isNear = (other: TextRun) =>
		sameRow(other, nation)
			? Math.max(other.left - nation.right, nation.left - other.right) < strokeRoom * page.height
			: isInNextRow(nation, other) || isAbove(other);
	const others = [
		...nations,
		...page.entries.filter(
			other => !other.isLabel && endsInStroke(other) && (other.left < nation.left || isAbove(other)),
		),
	];
	const beside = others.filter(
		(other, at) =>
			other !== nation &&
			(isBeforeStroke(other) || !fold(nation.text).includes(fold(other.text))) &&
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
