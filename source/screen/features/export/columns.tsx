import type {ReactElement} from 'react';
import {cellText} from '../../../core/export/cell.ts';
import {columnsByKey} from '../../../core/export/columns.ts';
import {tableOf} from '../../../core/export/rows.ts';
import {columnsOf} from '../../../session/export/column-choice.ts';
import {headOf} from '../../../session/export/column-editor.ts';
import {setName} from '../../../session/export/unusual.ts';
import {listWindow} from '../../../session/picker/window.ts';
import {exportRecords} from '../../../session/review/view-model.ts';
import {messages} from '../../../text/index.ts';
import {editSpans} from '../../components/edit-spans.ts';
import {Frame} from '../../components/frame.tsx';
import {HiddenRows} from '../../components/hidden-rows.tsx';
import {Line} from '../../components/line.tsx';
import {bodyRows, statusRows, type TextPlace} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {cut, pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {statusSpans} from '../../status.ts';
import {signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';

/** Of the width of the window the names of columns have at most so much: a person may type long ones. */
const namesShare = 0.6;

/** The columns of a list, those that are written first, with what the first row says in each. */
export function Columns({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const {editor, set} = state.exporting;
	const rows = editor?.columns ?? [];
	const heads = rows.map(column => headOf(column, state));
	const wide = Math.min(Math.floor(columns * namesShare), Math.max(0, ...heads.map(width)));
	const values = firstRow(state);
	const {first, listed, below} = listWindow(editor?.cursor ?? 0, rows.length, bodyRows(state.size));
	return (
		<Frame
			state={state}
			title={text.titles.columns}
			subject={setName(state.language, set)}
			right={[span(text.export.columnsChosen(rows.filter(({chosen}) => chosen).length), {bold: true})]}
			status={typedSpans(state) ?? statusSpans(state, text.export.columnsHint)}
		>
			{rows.slice(first, first + listed).map(({key, head, chosen}, index) => {
				const here = first + index === editor?.cursor;
				const spans: Spans = [
					span(here ? ` ${signs.cursor} ` : '   ', {color: 'accent', bold: true}),
					span(chosen ? '[x] ' : '[ ] ', chosen ? {color: 'good'} : {dim: true}),
					span(pad(cut(heads[first + index]!, wide), wide + 2), {bold: here, dim: !chosen && !here}),
					span(head === undefined ? '' : `(${columnsByKey.get(key)!.head(messages(state.language).exported)})  `, {
						dim: true,
					}),
					span(values.get(key) ?? '', {dim: !chosen}),
				];
				return <Line key={key} spans={spans} />;
			})}
			<HiddenRows state={state} first={first} below={below} />
		</Frame>
	);
}

/** What the first row of the list has in each column. */
function firstRow(state: ShownState): ReadonlyMap<string, string> {
	const {exported} = messages(state.language);
	const {style} = columnsOf(state.exporting);
	const saved = state.exporting.savedSets[state.exporting.set];
	const table = tableOf(exportRecords(state).slice(0, 1), {
		columns: {columns: [...columnsByKey.values()]},
		style: {
			...(saved?.names ? {names: saved.names} : {}),
			...(saved?.countries ? {countries: saved.countries} : {}),
			...style,
		},
		today: state.today,
		trip: state.trip,
		words: exported,
	});
	const [row] = table.rows();
	return new Map(
		table.columns.map(({key}, place) => [key, row ? cellText(row.cells[place]!, state.exporting.dates) : '']),
	);
}

const typedColumns = 30;

const typedLabel = ({exporting, language}: ShownState): string => {
	const {export: text} = messages(language).app;
	return exporting.editor?.typing?.what === 'name' ? text.typedName : text.typedHead;
};

/** Where a head or a name is typed: for the drawing and for the real cursor. */
export function columnTextPlace(state: ShownState): TextPlace {
	const {size} = state;
	return {x: 2 + width(typedLabel(state)), y: size.rows - 1 - statusRows(size), columns: typedColumns};
}

const typedSpans = (state: ShownState): Spans | undefined => {
	const typing = state.exporting.editor?.typing;
	if (!typing || state.notice || state.question) return undefined;
	return [span(`${typedLabel(state)} `, {bold: true}), ...editSpans(typing.edit, typedColumns)];
};
