import {countryLetters} from '../../../core/export/airline/docs-passenger.ts';
import {dateStyles} from '../../../core/export/dates.ts';
import {exportFormats} from '../../../core/export/formats.ts';
import {groupNames} from '../../../core/export/groups.ts';
import {styleOf, styleParts} from '../../../session/export/column-choice.ts';
import {formNames} from '../../../session/export/form.ts';
import {setName} from '../../../session/export/unusual.ts';
import {exportLines, rowKinds, setNames, shownPart} from '../../../session/export/update.ts';
import {firstPlace} from '../../../session/neighbour.ts';
import {countKinds} from '../../../session/review/view-model.ts';
import {messages} from '../../../text/index.ts';
import {bodyRows} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {signs} from '../../theme.ts';
import {formName} from './form.tsx';

/** Below the rows that are written. */
export const partsBelow = ['set', 'columns', 'dates', 'style', 'letters'] as const;

/** What is chosen with boxes. */
export type ChoicePart = 'format' | 'form' | 'rows' | (typeof partsBelow)[number];

/**
 * The boxes of each part, on as many lines as they need; where there are few rows, only the line with the cursor: the
 * first rows of the list show the rest. None of a part that the list does not have.
 */
export function choiceLines(state: ShownState, columns: number): Readonly<Record<ChoicePart, readonly Spans[]>> {
	const {exporting, language} = state;
	const {export: text} = messages(language).app;
	const {format, form, set, box: at} = exporting;
	const parts = exportLines(exporting);
	const isTight = bodyRows(state.size) < 15;
	const lines = (part: ChoicePart, boxes: readonly Spans[], cursor: number) =>
		parts.includes(part) ? boxLines(boxes, columns, isTight ? cursor : undefined) : [];
	const oneOf = <Name extends string | number>(
		part: ChoicePart,
		all: readonly Name[],
		chosen: Name,
		said: (one: Name) => string,
	) =>
		lines(
			part,
			all.map(each => choice(each === chosen, said(each))),
			all.indexOf(chosen),
		);
	return {
		format: oneOf('format', exportFormats, format, each => text.formats[each].name),
		form: oneOf('form', formNames(form), form.name, name => formName(state, name)),
		rows: lines('rows', rowBoxes(state), rowKinds.indexOf(at.rows)),
		set: oneOf('set', setNames(exporting), set, name => setName(language, name)),
		columns: lines('columns', columnBoxes(state), groupNames.indexOf(at.columns)),
		dates: oneOf('dates', dateStyles, exporting.dates, each => text.dateKinds[each]),
		letters: oneOf('letters', countryLetters, exporting.letters, each => text.letterKinds[each]),
		style: lines('style', styleBoxes(state), styleParts(exporting).indexOf(shownPart(exporting))),
	};
}

/** One of several. */
export const choice = (chosen: boolean, said: string): Spans => [
	span(chosen ? `(${signs.chosen}) ` : '( ) ', chosen ? {color: 'good'} : {dim: true}),
	span(said, {bold: chosen}),
	span('  '),
];

/** One that may be taken beside others. */
const box = (chosen: boolean, said: string, here: boolean, dim = false): Spans => [
	span(chosen ? '[x] ' : '[ ] ', chosen ? {color: 'good'} : {dim: true}),
	span(said, {bold: here, underline: here, dim: dim && !here}),
	span('  '),
];

function rowBoxes(state: ShownState): readonly Spans[] {
	const text = messages(state.language).app.export;
	const {rows, focus, box: at} = state.exporting;
	const counts = countKinds(state);
	return rowKinds.map(kind =>
		box(rows[kind], `${text.rowKinds[kind]} ${counts[kind]}`, focus === 'rows' && at.rows === kind, counts[kind] === 0),
	);
}

function columnBoxes(state: ShownState): readonly Spans[] {
	const text = messages(state.language).app.export;
	const {columns, focus, box: at} = state.exporting;
	return groupNames.map(name => box(columns[name], text.columnKinds[name], focus === 'columns' && at.columns === name));
}

/** How heads and values are written: each part with what is chosen for it. */
function styleBoxes(state: ShownState): readonly Spans[] {
	const {export: text} = messages(state.language).app;
	const {exporting, language} = state;
	const {header, names, countries, optional, photos, delimiter, excelSafe, families} = styleOf(exporting, language);
	const said = {
		header: text.headerKinds[header],
		names: text.nameKinds[names],
		countries: text.countryKinds[countries],
		optional: text.optionalKinds[optional],
		photos: text.photoKinds[photos ? 'with' : 'without'],
		delimiter: text.delimiterKinds[delimiter],
		excelSafe: text.photoKinds[excelSafe ? 'with' : 'without'],
		families: text.familyKinds[families ? 'together' : 'asChosen'],
	};
	return styleParts(exporting).map(part => {
		const here = exporting.focus === 'style' && shownPart(exporting) === part;
		return [
			span(`${text.styleParts[part]} `, {dim: true}),
			span(said[part], {bold: here, underline: here, color: exporting.style[part] ? 'good' : undefined}),
			span('   '),
		];
	});
}

const more = span(signs.ellipsis, {dim: true});

/** Boxes in as many lines as they need; of these only the one with the box `around`, where one is named, with a sign of more. */
function boxLines(boxes: readonly Spans[], columns: number, around?: number): readonly Spans[] {
	const lines = linesOf(boxes, columns);
	// Without the gap behind the last one, which would be cut, with a sign of it.
	if (around === undefined || lines.length <= 1) return lines.map(line => line.flat().slice(0, -1));
	const parts = linesOf(boxes, columns - 4);
	const wanted = firstPlace(parts, line => line.includes(boxes[around]!));
	const isLast = wanted === parts.length - 1;
	const shown = parts[wanted]!.flat();
	return [[...(wanted > 0 ? [more, span(' ')] : []), ...(isLast ? shown.slice(0, -1) : [...shown, more])]];
}

function linesOf(boxes: readonly Spans[], columns: number): readonly (readonly Spans[])[] {
	const lines: Spans[][] = [];
	let room = 0;
	for (const spans of boxes) {
		const said = spans.map(({text}) => text).join('');
		if (width(said.trimEnd()) > room || lines.length === 0) {
			lines.push([]);
			room = columns;
		}
		lines.at(-1)!.push(spans);
		room -= width(said);
	}
	return lines;
}
