import type {ReactElement} from 'react';
import {masked} from '../../core/masked.ts';
import {everyRow, type ListRow} from '../../session/batch-list/every-row.ts';
import {noteOf, unfitReason} from '../../session/batch-list/note.ts';
import {currentRow, listCursor, listedRows} from '../../session/batch-list/rows.ts';
import {wordsOf} from '../../session/batch-list/words.ts';
import {type ListWindow, listWindow} from '../../session/picker/window.ts';
import {pictureName} from '../../session/picture-name.ts';
import {kinNote, kinSentence} from '../../session/review/people-view.ts';
import {isWorthTelling, recordValidity, validityMark} from '../../session/review/validity-view.ts';
import {messages} from '../../text/index.ts';
import {filterSpans} from '../components/edit-spans.ts';
import {batchFolder, fileLabel} from '../components/file-label.ts';
import {Frame} from '../components/frame.tsx';
import {HiddenRows} from '../components/hidden-rows.tsx';
import {Line} from '../components/line.tsx';
import {unsavedSpans} from '../components/mark-counts.ts';
import {keyNames} from '../keys/key-names.ts';
import {firstThatFits} from '../layout/fit.ts';
import {bodyRows, type RowsPlace, type TextPlace} from '../layout/layout.ts';
import {type Spans, span} from '../layout/spans.ts';
import {pad, width} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';
import {statusSpans} from '../status.ts';
import {type Mark, markColours, signs} from '../theme.ts';
import type {ScreenProps} from './props.ts';

const marks: Readonly<Record<ListRow['state'], Mark>> = {
	accepted: 'good',
	edited: 'edited',
	rejected: 'skipped',
	skipped: 'look',
	leftOut: 'skipped',
	check: 'look',
	clean: 'good',
	waiting: 'open',
	failed: 'bad',
};

/** Cells of each column; the note is left out where there is no room for it. */
type Columns = {readonly name: number; readonly country: number; readonly note: number; readonly file: number};

const number = 10;
/** A day, and the sign of one that comes too early. */
const expiry = 12;
/** A name as cameras give it, `IMG_2041_1.jpg`. */
const ofCamera = 14;

function columnsOf(columns: number): Columns {
	const country = columns >= 90 ? 5 : 0;
	const room = columns - 5 - number - 1 - expiry - 1 - country;
	if (room < 46) return {name: Math.ceil(room * 0.55), country, note: 0, file: Math.floor(room * 0.45) - 1};
	const note = Math.floor(room * 0.33);
	const file = Math.max(ofCamera, Math.floor(room * 0.27));
	return {name: room - note - file - 2, country, note, file};
}

const isFiltered = ({list: {filtering, filter}}: ShownState): boolean => filtering || filter.text !== '';

/** Rows above those of the list: its head, and the filter. */
const headRows = (state: ShownState): number => (isFiltered(state) ? 2 : 1);

const rowsWindow = (state: ShownState): ListWindow =>
	listWindow(listCursor(state), listedRows(state).length, bodyRows(state.size) - headRows(state));

/** The rows of the list. */
export function listPlace(state: ShownState): RowsPlace {
	const {first, listed} = rowsWindow(state);
	const rows = Math.min(listed, listedRows(state).length - first);
	return {x: 0, y: 2 + headRows(state), columns: state.size.columns, rows, first, cursor: listCursor(state)};
}

export function BatchList({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const {list, app} = messages(state.language);
	const rows = listedRows(state);
	const cursor = listCursor(state);
	const wide = columnsOf(columns);
	const {first, listed, below} = rowsWindow(state);
	const {sort, show} = state.list;
	return (
		<Frame
			state={state}
			title={app.titles.list}
			right={[
				span(list.of(rows.length, everyRow(state).length), {bold: true}),
				...unsavedSpans(state),
				// Where there is room for one of both: what is left out is worth more than the order of the rest.
				...(show === 'all' || columns >= 80 ? [span(`  ${list.sort[sort]}`, {dim: true})] : []),
				...(show === 'all' ? [] : [span(`  ${list.show[show]}`, {color: 'look'})]),
			]}
			status={statusSpans(state, hint(state))}
		>
			{isFiltered(state) && <Line spans={filterSpans(app.picker.filter, state.list, listFilterPlace(state).columns)} />}
			<Line spans={headSpans(state, wide)} />
			{rows.slice(first, first + listed).map((row, index) => (
				<Line
					key={row.path}
					spans={rowSpans(state, row, wide, {
						here: first + index === cursor,
						above: index === 0 ? undefined : rows[first + index - 1]?.path,
					})}
				/>
			))}
			{rows.length === 0 && (
				<Line spans={[span(`   ${everyRow(state).length === 0 ? list.empty : list.none}`, {dim: true})]} />
			)}
			<HiddenRows state={state} first={first} below={below} />
		</Frame>
	);
}

/** Where the filter is typed: for the drawing and for the real cursor. */
export function listFilterPlace({size, language}: ShownState): TextPlace {
	const label = messages(language).app.picker.filter;
	return {x: width(label) + 4, y: 2, columns: Math.max(10, Math.min(40, size.columns - width(label) - 8))};
}

function headSpans(state: ShownState, wide: Columns): Spans {
	const {heads} = messages(state.language).list;
	const cells = [
		pad(heads.name, wide.name),
		pad(heads.number, number),
		...(wide.country > 0 ? [pad(heads.country, wide.country - 1)] : []),
		pad(heads.expiry, expiry),
		...(wide.note > 0 ? [pad(heads.note, wide.note)] : []),
		heads.file,
	];
	return [span(`     ${cells.join(' ')}`, {dim: true})];
}

function rowSpans(
	state: ShownState,
	row: ListRow,
	wide: Columns,
	{here, above}: {readonly here: boolean; readonly above: string | undefined},
): Spans {
	const words = row.record && wordsOf(row.record);
	const mark = marks[row.state];
	const quiet = !row.record || row.state === 'rejected';
	const unfit = row.record && validityMark(state, row.record);
	return [
		span(here ? ` ${signs.cursor} ` : '   ', {color: 'accent', bold: true}),
		span(`${signs[mark]} `, {color: markColours[mark], bold: mark === 'look'}),
		span(`${pad(words?.name ?? '', wide.name)} `, {bold: here, dim: quiet && !here}),
		span(`${pad(words ? (state.list.numbers ? words.number : masked(words.number)) : '', number)} `, {dim: quiet}),
		span(wide.country > 0 ? pad(words?.country ?? '', wide.country) : '', {dim: quiet}),
		span(
			`${pad(words?.expiry ?? '', 10)} ${unfit ? signs[unfit] : ' '} `,
			unfit && !quiet ? {color: markColours[unfit]} : {dim: quiet},
		),
		...(wide.note > 0 ? [span(`${pad(shortNote(state, row, wide.note), wide.note)} `, noteManner(state, row))] : []),
		span(fileLabel(row.path, above, batchFolder(state.reading.items), wide.file), {dim: true}),
	];
}

const noteManner = (state: ShownState, row: ListRow) =>
	row.record && (kinNote(state, row.record) || (row.state !== 'rejected' && isWorthTelling(state, row.record)))
		? ({color: 'look'} as const)
		: {dim: row.state !== 'check' && row.state !== 'failed'};

/** The same in so many cells: of a passport that is not valid the word alone, rather than half a number of days. */
function shortNote(state: ShownState, row: ListRow, columns: number): string {
	const said = noteOf(state, row);
	if (width(said) <= columns || !row.record || row.state === 'check' || unfitReason(state, row.record) !== said) {
		return said;
	}
	return messages(state.language).exported.validity[recordValidity(state, row.record)];
}

function hint(state: ShownState): string {
	const {list} = messages(state.language);
	const key = keyNames(state.language);
	if (state.list.filtering) return list.hintFilter(key);
	const row = currentRow(state);
	if (!row) return '';
	const kin = row.record && kinSentence(state, row.record, key('batch.reject'));
	if (kin) return kin;
	const said = list.told(pictureName(state, row.path), noteOf(state, row) || list.states[row.state]);
	const next = row.state === 'failed' ? (row.record ? list.hintType : list.hintFailed) : row.record && list.hint;
	return firstThatFits([`${said}  ${next?.(key) ?? ''}`, said], state.size);
}
