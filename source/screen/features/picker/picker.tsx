import type {ReactElement} from 'react';
import {isZipName} from '../../../core/pictures/files/extensions.ts';
import {
	howManyChosen,
	howManyChosenHere,
	isUnfolded,
	matchCount,
	pagedRow,
	rowAt,
} from '../../../session/picker/rows.ts';
import {isComplete} from '../../../session/picker/search.ts';
import {pickerWindow, visibleRows} from '../../../session/picker/window.ts';
import {readingStats} from '../../../session/reading/stats.ts';
import {fileSize, shownPath, unopenedName} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {sentences} from '../../../text/sentences.ts';
import {filterSpans} from '../../components/edit-spans.ts';
import {Frame} from '../../components/frame.tsx';
import {scrollSpans} from '../../components/hidden-rows.tsx';
import {Line, Lines} from '../../components/line.tsx';
import {keyNames} from '../../keys/key-names.ts';
import type {TextPlace} from '../../layout/layout.ts';
import {joinSpans, type Spans, span, spansWidth} from '../../layout/spans.ts';
import {cutMiddle, cutStart, width, wrap} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {noticeText, statusSpans} from '../../status.ts';
import {signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';
import {pickerLayout} from './picker-layout.ts';
import {chosenBytes, rowSpans, sideSpans} from './picker-rows.ts';

export function Picker({state}: ScreenProps): ReactElement {
	const {picker, size} = state;
	const {columns} = size;
	const text = messages(state.language).app;
	const layout = pickerLayout(size, picker);
	const {first, below} = pickerWindow(picker, layout.room);
	const rows = visibleRows(picker, layout.room);
	const lines: Spans[] = rows.map((row, index) =>
		rowSpans(state, row, layout.columns, first + index === picker.cursor && !picker.filtering),
	);
	if (first > 0 || below > 0) lines.push(scrollSpans(state.language, first, below));
	// What is in a folder that may not be read is not known.
	const isKnown = !picker.searching && !picker.problem;
	if (rows.every(row => row.kind !== 'picture') && isKnown && below === 0) {
		for (const said of wrap(emptyText(state), layout.columns - 4)) lines.push([span(`   ${said}`, {dim: true})]);
	}
	const length = layout.preview ? layout.room : Math.min(layout.room, lines.length);
	const drawn = Array.from({length}, (_, row) => joinSpans(beside(state, lines[row] ?? [], row)));
	return (
		<Frame state={state} title={text.titles.picker} right={countSpans(state)} status={statusSpans(state, hint(state))}>
			<Line spans={folderSpans(state)} />
			{layout.head === 3 && <Line spans={filterRow(state)} />}
			<Line spans={[span(signs.rule.repeat(columns), {dim: true})]} />
			<Lines rows={drawn} />
		</Frame>
	);
}

/** A row of the list, and what the same row says about the picture under the cursor. */
function beside(state: ShownState, spans: Spans, index: number): Spans {
	const {preview, columns} = pickerLayout(state.size, state.picker);
	if (!preview) return spans;
	return [
		...spans,
		span(' '.repeat(Math.max(0, columns - spansWidth(spans)))),
		span(`${signs.side} `, {dim: true}),
		...(index < preview.rows ? [] : sideSpans(state, index - preview.rows, preview.columns)),
	];
}

function countSpans(state: ShownState): Spans {
	const {picker, size} = state;
	const text = messages(state.language).app;
	const chosen = howManyChosen(picker);
	const {each} = readingStats(state);
	const bytes = chosenBytes(picker);
	const wide = size.columns >= 100 && chosen > 0;
	const more = [
		wide && bytes !== undefined ? fileSize(bytes) : '',
		// Only what was measured in this session is promised.
		wide && each !== undefined ? text.picker.about((chosen * each) / Math.max(1, state.reading.concurrency)) : '',
	].filter(part => part !== '');
	return [
		span(
			chosen === howManyChosenHere(picker)
				? text.picker.chosen(chosen, picker.found.length)
				: text.picker.chosenAnywhere(chosen),
			{bold: chosen > 0},
		),
		...more.map(part => span(` ${signs.dot} ${part}`)),
		...(picker.searching ? [span(`  ${text.picker.searching}`, {dim: true})] : []),
	];
}

function folderSpans(state: ShownState): Spans {
	const text = messages(state.language).app.picker;
	const {columns} = state.size;
	const order = state.picker.ordering ? text.ordering : text.sort[state.picker.sort];
	const sort = state.picker.hidden ? `${text.hidden}, ${order}` : order;
	const path = cutStart(shownPath(state.picker.folder, state.home), columns - width(sort) - 4);
	const gap = columns - 1 - width(path) - width(sort) - 1;
	return [span(` ${path}`, {bold: true}), span(' '.repeat(Math.max(1, gap))), span(sort, {dim: true})];
}

export const filterPlace = (state: ShownState): TextPlace => {
	const label = messages(state.language).app.picker.filter;
	return {x: width(label) + 4, y: 3, columns: Math.max(10, state.size.columns - width(label) - 22)};
};

function filterRow(state: ShownState): Spans {
	const text = messages(state.language).app.picker;
	const {search} = state.picker;
	const found = search ? text.matches(matchCount(state.picker)) + (isComplete(search) ? '' : signs.ellipsis) : '';
	return [...filterSpans(text.filter, state.picker, filterPlace(state).columns), span(`  ${found}`, {dim: true})];
}

/** Files that are not opened although pictures may be in them; empty where there is none. */
function passedOverText({picker, language}: ShownState): string {
	const [first, ...others] = picker.passedOver;
	return first === undefined
		? ''
		: messages(language).app.picker.passedOver(cutMiddle(unopenedName(first), 30), others.length);
}

const emptyText = (state: ShownState): string => {
	const text = messages(state.language).app.picker;
	if (state.picker.filter.text !== '') return text.emptyFilter;
	const passedOver = passedOverText(state);
	if ([...state.picker.below.values()].some(count => count > 0)) return text.emptyHere;
	return passedOver === ''
		? text.empty
		: sentences(text.empty, passedOver, text.passedOverHere(keyNames(state.language)));
};

function hint(state: ShownState): string {
	const text = messages(state.language).app.picker;
	const {picker} = state;
	const key = keyNames(state.language);
	const chosen = howManyChosen(picker);
	if (picker.filtering) return text.hintFilter(key);
	if (picker.problem) return noticeText(state, {kind: 'error', ...picker.problem});
	const row = rowAt(picker, picker.cursor);
	if (row?.kind === 'picture' && row.entry.page) return text.hintPage(key);
	if (row?.kind === 'picture' && isZipName(row.path)) return text.hintZip(key);
	const paged = pagedRow(picker);
	if (paged && !isUnfolded(picker, paged.entry)) return text.hintPages(paged.pages, key);
	if (row?.kind === 'picture' && picker.facts.get(row.path)?.readAt) return text.hintKept;
	if (picker.search && chosen === 0) {
		const matches = matchCount(picker);
		return matches === 0 ? '' : text.hintMatches(matches, key);
	}
	if (chosen > 0) {
		const bytes = chosenBytes(picker);
		return text.hintChosen(chosen, bytes === undefined ? '' : fileSize(bytes), key);
	}
	if (row?.kind === 'folder') return text.hintFolder(key);
	if (picker.found.length === 0) return '';
	return [text.hintAll(picker.found.length, key), passedOverText(state)].filter(part => part !== '').join(text.hintEnd);
}
