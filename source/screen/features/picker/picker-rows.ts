import {relative} from 'node:path';
import {cleanText} from '../../../core/clean-text.ts';
import {chosenCount, chosenPaths, isChosen, isPageChosen} from '../../../session/picker/choice.ts';
import type {PickerEntry} from '../../../session/picker/entry.ts';
import {type Fact, isRemarkable, isTooSmallToRead, isUnreadable} from '../../../session/picker/facts.ts';
import {type PickerRow, pagesKnown, rowAt} from '../../../session/picker/rows.ts';
import type {PickerState} from '../../../session/picker/state.ts';
import {daysAgo, fileName, fileSize, fileTime, shortTime} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {cut, cutMiddle, pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {signs} from '../../theme.ts';

/** From here on the mark has a column of its own. */
const markedFrom = 66;
const markColumns = 18;

/** A row of the list in `columns` cells. */
export function rowSpans(state: ShownState, row: PickerRow, columns: number, current: boolean): Spans {
	const {picker} = state;
	const text = messages(state.language).app.picker;
	// Manners only where they show something: neighbours without are one node, and nodes are what a frame costs.
	const bold = current ? {bold: true} : {};
	const sign = current ? span(signs.cursor, {color: 'accent', bold: true}) : span(' ');
	if (row.kind === 'up') return [sign, span('    '), span(text.up, bold)];
	const marked = columns >= markedFrom;
	// cursor, box, size, time, and the mark, with their gaps
	const wide = columns - 1 - 4 - 9 - 13 - (marked ? markColumns + 2 : 0) - 1;
	if (row.kind === 'folder') {
		const all = picker.below.get(row.entry.name) ?? 0;
		const chosen = picker.chosenBelow.get(row.entry.name) ?? 0;
		const count = chosen > 0 ? text.chosenInside(chosen, all) : all > 0 || !picker.searching ? text.files(all) : '';
		return [
			sign,
			span(chosen > 0 ? (chosen >= all ? '[x] ' : '[-] ') : '    ', {color: 'good'}),
			span(pad(`${cleanText(row.entry.name)}/`, wide), {...bold, color: 'busy'}),
			span(`  ${cut(count, columns - wide - 8)}`, chosen === 0 ? {dim: true} : {}),
		];
	}
	const {page} = row.entry;
	if (page) {
		const taken = isPageChosen(picker.choice, page.of.path, page.number);
		return [sign, ...boxSpans(taken ? 'x' : ' '), span(`  ${pageText(state, row.entry)}`, bold)];
	}
	const fact = picker.facts.get(row.path);
	const inPart = picker.choice.pages.get(row.path);
	const pages = pagesKnown(picker, row.path);
	const count = inPart ? text.pagesChosen(inPart.size, pages) : pages > 1 ? text.pages(pages) : '';
	const name = cleanText(row.entry.name);
	// The name gives way to its pages: what is chosen of a file is said whatever its name.
	const room = count === '' ? wide : Math.min(width(name), wide - width(count) - 2);
	const box = !isChosen(picker.choice, row.path) ? ' ' : inPart ? '-' : 'x';
	const remarkable = isRemarkable(fact);
	const mark = markText(state, row.path, fact);
	const time = fact && fact.size >= 0 ? shortTime(new Date(fact.modified), state.today) : '';
	const shown = !marked && fact && (remarkable || isUnreadable(fact)) ? mark : time;
	return [
		sign,
		...boxSpans(box),
		span(pad(cutMiddle(name, room), room), bold),
		...(count === '' ? [] : [span(pad(`  ${count}`, wide - room), {dim: true})]),
		span(pad(fact && fact.size >= 0 ? fileSize(fact.size) : '', 9, 'right')),
		span(`  ${pad(shown, 11)}`, remarkable ? {color: 'look'} : {dim: true}),
		...(marked ? [span(`  ${pad(mark, markColumns)}`, remarkable ? {color: 'look'} : {dim: true})] : []),
	];
}

const boxSpans = (box: 'x' | '-' | ' '): Spans => [span(`[${box}] `, box === ' ' ? {dim: true} : {color: 'good'})];

const pageText = ({language, picker}: ShownState, {page}: PickerEntry): string =>
	page ? messages(language).app.picker.page(page.number, pagesKnown(picker, page.of.path)) : '';

/** What a person would want to know before choosing a picture, in two or three words; empty until it is known. */
function markText(state: ShownState, path: string, fact: Fact | undefined): string {
	const {language, picker} = state;
	const text = messages(language).app.picker.marks;
	if (!fact) return '';
	if (fact.sameAs !== undefined) {
		const name = fileName(fact.sameAs);
		return text.same(name === fileName(path) ? relative(picker.folder, fact.sameAs) : name);
	}
	if (isTooSmallToRead(fact)) return text.small(contentText(state, fact));
	if (isUnreadable(fact)) return text.unreadable;
	if (fact.readAt === undefined) return '';
	return fact.readAt === null ? text.new : text.before;
}

/** The size of a picture, or how many pages or pictures are in the file. */
function contentText({language}: ShownState, {content}: Fact): string {
	const text = messages(language).app.picker;
	if (!content) return '';
	if ('pages' in content) return text.pages(content.pages);
	return 'pictures' in content ? text.files(content.pictures) : `${content.width}x${content.height}`;
}

/** The rows below the preview: what is known of the picture under the cursor. */
export function sideSpans(state: ShownState, line: number, columns: number): Spans {
	const {picker} = state;
	const row = rowAt(picker, picker.cursor);
	if (row?.kind !== 'picture') return [];
	const fact = picker.facts.get(row.path);
	const known = fact && fact.size >= 0 ? fact : undefined;
	const content = known && (pageText(state, row.entry) || contentText(state, known));
	const lines: readonly Spans[] = [
		[span(cut(fileName(row.path), columns), {bold: true})],
		[span(known ? [content, fileSize(known.size)].filter(Boolean).join('  ') : '')],
		[span(known ? fileTime(new Date(known.modified)) : '', {dim: true})],
		[span(cut(known ? readText(state, row.path, known) : '', columns), {dim: true})],
	];
	return lines[line] ?? [];
}

function readText(state: ShownState, path: string, fact: Fact): string {
	const text = messages(state.language).app.picker.marks;
	if (isRemarkable(fact) || isUnreadable(fact)) return markText(state, path, fact);
	if (fact.readAt === undefined) return '';
	if (fact.readAt === null) return text.notBefore;
	return fact.readAt === 0 ? text.before : text.beforeAgo(daysAgo(new Date(fact.readAt), state.today));
}

/** Beyond it, adding up the sizes at each key would take too long. */
const summed = 5000;

/** Bytes of the choice; undefined while they are not known, or too many to add up at each frame. */
export function chosenBytes({choice, facts}: PickerState): number | undefined {
	if (chosenCount(choice) > summed) return undefined;
	let sum = 0;
	for (const path of chosenPaths(choice)) {
		const size = facts.get(path)?.size;
		if (size === undefined) return undefined;
		sum += Math.max(0, size);
	}
	return sum;
}
