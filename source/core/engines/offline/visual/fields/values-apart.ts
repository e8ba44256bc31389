import {entryOf, type PrintedEntry} from '../entry.ts';
import type {LabelField} from '../labels/label.ts';
import type {PrintedPage} from '../page.ts';
import {partOf} from '../runs.ts';
import {isName, matchNumber} from './compare.ts';
import {ownLabel} from './find-by-label.ts';
import {isPartOfLabel, type LabelHit} from './match-label.ts';
import type {MrzFacts} from './mrz-facts.ts';
import {provesNationality} from './nationality.ts';
import {labelDistance} from './near-label.ts';
import {lookAlike} from './scripts.ts';

/**
 * A page on which a value is an entry of its own, also where it was read as one line with its label before it, or a number
 * with the code of the state: what the MRZ says, and on a page in capitals all capitals behind small letters.
 */
export function withValuesApart(page: PrintedPage, facts: MrzFacts): PrintedPage {
	const entries = page.entries.flatMap(entry =>
		matchNumber(entry.text, facts.number) ? entry : (behindLabels(entry, facts) ?? aroundNumber(entry, facts)),
	);
	const inCapitals = isInCapitals(entries, facts);
	return {...page, entries: entries.flatMap(entry => (inCapitals ? behindSmallLetters(entry) : undefined) ?? entry)};
}

/** A page whose labels are above or below its values, or beside them, with what the places of these labels part. */
export function withLabelledApart(page: PrintedPage): PrintedPage {
	return {
		...page,
		entries:
			page.labels === 'beside'
				? page.entries.map(entry => (holdsOwnLabel(page, entry) ? {...entry, isLabel: true} : entry))
				: page.entries.flatMap(entry => atTwoLabels(entry, page)),
	};
}

/** `PASFØRER MYNDIGHET POLITIET`, of which one word is understood: on a page with labels beside values, a label and a value. */
const holdsOwnLabel = (page: PrintedPage, entry: PrintedEntry): boolean => {
	const last = entry.labels.at(-1);
	return (
		last !== undefined &&
		places.has(last.field) &&
		last.strength >= ownLabel &&
		labelDistance(page, entry, last.field) === undefined
	);
};

/** A value begins so many heights from the beginning of the label above it, at most. */
const labelAside = 0.8;

/** `ZÜMIPA BLAU` below two labels, or above, of which one begins where its last word does: two values. */
function atTwoLabels(entry: PrintedEntry, {entries, height, labels: side}: PrintedPage): PrintedEntry[] {
	if (entry.isLabel) return [entry];
	const away = (label: PrintedEntry) => (side === 'below' ? label.v - entry.v : entry.v - label.v) / height;
	const near = entries.filter(
		label => label.isLabel && label.labels.length > 0 && away(label) > 0.4 && away(label) < 1.6,
	);
	const isAt = (place: number) => (label: PrintedEntry) => Math.abs(label.left - place) < labelAside * height;
	const first = near.find(isAt(entry.left));
	const cut = [...entry.text.matchAll(/ /g)].find(({index}) => {
		const next = near.find(isAt(entry.places[index + 1]! - 0.3 * entry.height));
		return (
			first &&
			next &&
			next !== first &&
			next.labels.every(one => first.labels.every(other => other.field !== one.field))
		);
	});
	return cut === undefined
		? [entry]
		: partsOf(entry, [
				[0, cut.index],
				[cut.index + 1, entry.text.length],
			]);
}

/** Whether the page prints the MRZ's names in capitals, and neither of them in small letters. */
function isInCapitals(entries: readonly PrintedEntry[], {surname, given}: MrzFacts): boolean {
	const names = entries.filter(({text}) => [surname, given].some(name => name !== '' && isName(text, name)));
	return names.length > 0 && names.every(({text}) => !/\p{Ll}/u.test(text));
}

/** `Birth place: MINSK`, `naissanceDOHA`: small letters, and a value in capitals behind them. */
const smallThenCapitals = /^(.*\p{Ll}{2}[^\p{L}\p{N}\s]*)[^\p{L}\p{N}]*(\p{Lu}{2}[^\p{Ll}]*)$/u;
/** Letters of a value, at least, that nothing else distinguishes from the end of a label. */
const leastCapitals = 3;

/** What nothing but its label identifies. */
const places: ReadonlySet<LabelField> = new Set(['birth_place', 'authority', 'issue_place']);

function behindSmallLetters(entry: PrintedEntry): PrintedEntry[] | undefined {
	const [, label = '', value = ''] = smallThenCapitals.exec(entry.text) ?? [];
	if (value.replace(/[^\p{L}]/gu, '').length < leastCapitals) return undefined;
	const start = entry.text.length - value.length;
	// `Ausgestellt VOD`: the end of a label, misread as capitals.
	if (entry.labels.some(({from, to}) => from < start && to - start >= value.length / 2)) return undefined;
	const [before, behind] = partsOf(entry, [
		[0, label.length],
		[start, entry.text.length],
	]);
	const announced = before?.labels.at(-1);
	if (announced?.field === 'ignore') return [{...entry, isLabel: true}];
	// The label in a value's own box is surer than one near it: what is behind it is found with it.
	if (before?.isLabel && announced && announced.strength >= ownLabel && places.has(announced.field))
		return [{...entry, isLabel: true}];
	// Small letters are no value on such a page, whatever was misread of them.
	return before && behind && !behind.isLabel ? [{...before, isLabel: true}, behind] : undefined;
}

const partsOf = (entry: PrintedEntry, cuts: readonly (readonly [from: number, to: number])[]): PrintedEntry[] =>
	cuts.flatMap(([from, to]) => (to > from ? entryOf(partOf(entry, from, to)) : []));

/** Names shorter than this are parts of other words. */
const shortestApart = 3;

/** `Surname/Nom LINDQVIST`: a label, and a value of the MRZ behind it. */
function behindLabels(entry: PrintedEntry, facts: MrzFacts): PrintedEntry[] | undefined {
	const last = behindLabel(entry, entry.labels.at(-1), facts);
	if (last) return last;
	// `Citizenship VIỆT NAM`: letters of a nationality may be those of a short label.
	const sure = entry.labels.findLastIndex(({strength}) => strength >= ownLabel);
	return sure < 0 || sure === entry.labels.length - 1 ? undefined : behindLabel(entry, entry.labels[sure], facts);
}

function behindLabel(
	entry: PrintedEntry,
	label: LabelHit | undefined,
	{surname, given, number, nationality, issuer}: MrzFacts,
): PrintedEntry[] | undefined {
	const end = label?.to ?? 0;
	const after =
		end === 0 ? wordsOfLabel(entry.text) : /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u.exec(entry.text.slice(end))?.[0].length;
	// Without a space between them only capitals behind a small letter say where the label ends.
	const isHump =
		after === undefined && end > 0 && /^\p{Lu}{2}/u.test(entry.text.slice(end)) && /\p{Ll}/u.test(entry.text[end - 1]!);
	if (!isHump && (after === undefined || after === 0)) return undefined;
	const from = end + (after ?? 0);
	const rest = entry.text.slice(from);
	// `OROB/ OGOVOV`: the name in the state's own script before it.
	const latin = lookAlike.has(issuer) ? rest.slice(rest.lastIndexOf('/') + 1) : rest;
	const isKnown =
		matchNumber(rest, number) ||
		[surname, given].some(name => name.length >= shortestApart && isName(latin, name)) ||
		(label?.field === 'nationality' && rest === nationality) ||
		(end > 0 && rest.length > shortestApart && provesNationality(rest, nationality));
	return isKnown
		? partsOf(entry, [
				[0, from],
				[from, entry.text.length],
			])
		: undefined;
}

/** Where a text continues behind words of a label, or capitals begin behind small letters: `Skunnw Lsname XEQ`, misread. */
function wordsOfLabel(text: string): number {
	const first = [...text.matchAll(/\s+/g)].findLast(({index}) => isPartOfLabel(text.slice(0, index)));
	if (first) return first.index + first[0].length;
	const capitals = /^.*\p{Ll}\S*\s+(?=\p{Lu}[\p{Lu}\p{N}\s,'’-]+$)/u.exec(text);
	return capitals?.[0].length ?? 0;
}

function aroundNumber(entry: PrintedEntry, {number, issuer}: MrzFacts): PrintedEntry[] {
	const behindCode = entry.text.lastIndexOf(issuer) + issuer.length;
	// `pazaporteZ43027979`, `P NORVQ7595358`: without the space behind its label, or behind the code of the state.
	const starts = [
		0,
		...[...entry.text.matchAll(/ |(?<=\p{Ll})(?=[\p{Lu}\p{N}])/gu)].map(one => one.index + one[0].length),
		...(behindCode >= issuer.length ? [behindCode] : []),
	];
	const ends = [...[...entry.text.matchAll(/ /g)].map(({index}) => index), entry.text.length];
	for (const from of starts) {
		for (const to of ends) {
			if (to <= from || to - from === entry.text.length || !matchNumber(entry.text.slice(from, to), number)) continue;
			return partsOf(entry, [
				[0, entry.text[from - 1] === ' ' ? from - 1 : from],
				[from, to],
				[to + 1, entry.text.length],
			]);
		}
	}

	return [entry];
}
