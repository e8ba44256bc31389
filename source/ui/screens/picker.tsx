import type {ReactElement} from 'react';
import {cleanText} from '../../core/clean-text.ts';
import {messages} from '../../text/index.ts';
import {editPieces} from '../components/edit-pieces.ts';
import {Frame} from '../components/frame.tsx';
import {Line} from '../components/line.tsx';
import {fileSize, fileTime, shownPath} from '../format.ts';
import {bodyRows, windowTop} from '../layout.ts';
import type {PickerRow, PickerState} from '../picker/picker.ts';
import {type Pieces, piece} from '../pieces.ts';
import type {AppState} from '../state.ts';
import {noticeText, statusPieces} from '../status.ts';
import {signs} from '../theme.ts';
import {cutStart, pad, width} from '../width.ts';
import type {ScreenProps} from './props.ts';

export function Picker({state}: ScreenProps): ReactElement {
	const {picker} = state;
	const {columns} = state.size;
	const text = messages(state.language).app;
	const all = picker.found.length;
	const filtered = picker.filtering || picker.filter.text !== '';
	const top = [
		<Line key="folder" columns={columns} pieces={folderPieces(state)} />,
		...(filtered ? [<Line key="filter" columns={columns} pieces={filterPieces(state)} />] : []),
		<Line key="rule" columns={columns} pieces={[piece(signs.rule.repeat(columns), {dim: true})]} />,
	];
	const room = bodyRows(state.size) - top.length;
	// The last row tells how many are below, when there are any.
	const listed = picker.rows.length > room ? room - 1 : room;
	const first = windowTop(picker.cursor, picker.rows.length, listed);
	const below = picker.rows.length - first - listed;
	return (
		<Frame
			state={state}
			title={text.titles.picker}
			right={[
				piece(text.picker.chosen(picker.chosen.size, all), {bold: picker.chosen.size > 0}),
				...(picker.searching ? [piece(`  ${text.picker.searching}`, {dim: true})] : []),
			]}
			status={statusPieces(state, hint(state))}
		>
			{top}
			{picker.rows.slice(first, first + listed).map((row, index) => (
				<Line
					key={row.key}
					columns={columns}
					pieces={rowPieces(state, row, first + index === picker.cursor && !picker.filtering)}
				/>
			))}
			{below > 0 && (
				<Line columns={columns} pieces={[piece(`   ${signs.down} ${text.picker.more(below)}`, {dim: true})]} />
			)}
			{picker.rows.every(row => row.kind !== 'picture') && !picker.searching && (
				<Line columns={columns} pieces={[piece(`   ${emptyText(state)}`, {dim: true})]} />
			)}
		</Frame>
	);
}

function folderPieces(state: AppState): Pieces {
	const text = messages(state.language).app.picker;
	const {columns} = state.size;
	const sort = text.sort[state.picker.sort];
	const path = cutStart(shownPath(state.picker.folder, state.home), columns - width(sort) - 4);
	const gap = columns - 1 - width(path) - width(sort) - 1;
	return [piece(` ${path}`, {bold: true}), piece(' '.repeat(Math.max(1, gap))), piece(sort, {dim: true})];
}

export const filterPlace = (state: AppState): {x: number; y: number; columns: number} => {
	const label = messages(state.language).app.picker.filter;
	return {x: width(label) + 4, y: 3, columns: Math.max(10, state.size.columns - width(label) - 22)};
};

function filterPieces(state: AppState): Pieces {
	const text = messages(state.language).app.picker;
	const {filter, filtering, rows} = state.picker;
	const {columns} = filterPlace(state);
	const line = filtering ? editPieces(filter, columns) : [piece(pad(filter.text, columns))];
	return [
		piece(` ${text.filter} `, {bold: filtering}),
		piece('/ ', {color: 'cyan'}),
		...line,
		piece(`  ${filter.text === '' ? '' : text.matches(rows.length)}`, {dim: true}),
	];
}

function rowPieces(state: AppState, row: PickerRow, current: boolean): Pieces {
	const {columns} = state.size;
	const {chosen} = state.picker;
	const text = messages(state.language).app.picker;
	const sign = piece(current ? signs.cursor : ' ', {color: 'cyan', bold: true});
	// cursor, box, size and time with their gaps
	const wide = columns - 1 - 4 - 10 - 18 - 1;
	if (row.kind === 'up') return [sign, piece('    '), piece(text.up, {bold: current})];
	if (row.kind === 'folder') {
		const count =
			row.chosen > 0 ? text.chosenInside(row.chosen, row.pictures) : row.pictures > 0 ? text.files(row.pictures) : '';
		return [
			sign,
			piece(row.chosen > 0 ? (row.chosen === row.pictures ? '[x] ' : '[-] ') : '    ', {color: 'green'}),
			piece(pad(`${cleanText(row.name)}/`, wide), {bold: current, color: 'blue'}),
			piece(`  ${count}`, {dim: row.chosen === 0}),
		];
	}
	const taken = chosen.has(row.key);
	return [
		sign,
		piece(taken ? '[x] ' : '[ ] ', taken ? {color: 'green'} : {dim: true}),
		piece(pad(cleanText(row.name), wide), {bold: current}),
		piece(pad(fileSize(row.picture.size), 10, 'right')),
		piece(`  ${fileTime(row.picture.modified)}`, {dim: true}),
	];
}

const emptyText = (state: AppState): string => {
	const text = messages(state.language).app.picker;
	return state.picker.filter.text === '' ? text.empty : text.emptyFilter;
};

function hint(state: AppState): string {
	const text = messages(state.language).app.picker;
	const {picker} = state;
	if (picker.filtering) return text.hintFilter;
	if (picker.problem) return noticeText(state, {kind: 'error', ...picker.problem});
	if (picker.chosen.size > 0) return text.hintChosen(picker.chosen.size, fileSize(chosenBytes(picker)));
	if (picker.rows[picker.cursor]?.kind === 'folder') return text.hintFolder;
	return picker.found.length > 0 ? text.hintAll(picker.found.length) : '';
}

const chosenBytes = ({chosen}: PickerState): number => [...chosen.values()].reduce((sum, size) => sum + size, 0);
