import {Box} from 'ink';
import type {ReactElement} from 'react';
import {messages} from '../../text/index.ts';
import {Blank} from '../components/blank.tsx';
import {Frame} from '../components/frame.tsx';
import {Line} from '../components/line.tsx';
import {tableLines} from '../components/table.ts';
import {TextLine} from '../components/text-line.tsx';
import {titlePieces} from '../components/title.ts';
import {exportPreview} from '../export-preview.ts';
import {shownPath} from '../format.ts';
import {bodyRows} from '../layout.ts';
import {type Pieces, piece} from '../pieces.ts';
import {countKinds, exportRecords} from '../review-view.ts';
import type {AppState, ExportFocus, RowKind} from '../state.ts';
import {statusPieces} from '../status.ts';
import {signs} from '../theme.ts';
import {exportFolder} from '../update/export.ts';
import {cutStart, pad, width} from '../width.ts';
import type {ScreenProps} from './props.ts';

const formats = ['excel', 'csv', 'json'] as const;
const kinds: readonly RowKind[] = ['accepted', 'edited', 'unchecked', 'rejected'];

export function Export({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const {exporting} = state;
	const rows = exportRecords(state).length;
	const roomy = bodyRows(state.size) >= 15;
	const place = namePlace(state);
	const label = (focuses: readonly ExportFocus[], said: string): Pieces => {
		const here = focuses.includes(exporting.focus);
		return [
			piece(here ? ` ${signs.cursor} ` : '   ', {color: 'cyan', bold: true}),
			piece(pad(said, place.x - 3), {bold: here}),
		];
	};
	const choice = (chosen: boolean, said: string, here: boolean): Pieces => [
		piece(chosen ? `(${signs.chosen}) ` : '( ) ', chosen ? {color: 'green'} : {dim: true}),
		piece(said, {bold: chosen, underline: chosen && here}),
		piece('   '),
	];
	const used = 4 + (roomy ? 5 : 0) + 1;
	const shown = Math.max(0, bodyRows(state.size) - used - 2);
	return (
		<Frame
			state={state}
			title={text.titles.export}
			right={[piece(text.export.toExport(rows), {bold: true})]}
			status={statusPieces(state, hint(state))}
		>
			{roomy && <Blank />}
			<Line
				columns={columns}
				pieces={[
					...label(['format'], text.export.format),
					...formats.flatMap(format =>
						choice(format === exporting.format, text.export.formats[format], exporting.focus === 'format'),
					),
				]}
			/>
			{roomy && <Blank />}
			<Box width={columns} height={1} flexShrink={0}>
				<Line columns={place.x} pieces={label(['file'], text.export.file)} />
				<TextLine
					line={exporting.file}
					columns={place.columns}
					focus={exporting.focus === 'file' && !state.question && !state.help}
					onChange={value => send({type: 'reported', field: 'file', value})}
				/>
				<Line
					columns={columns - place.x - place.columns}
					pieces={[
						piece(
							` ${text.export.inFolder} ${cutStart(shownPath(exportFolder(state), state.home), columns - place.x - place.columns - 3 - width(text.export.inFolder))}`,
							{dim: true},
						),
					]}
				/>
			</Box>
			{roomy && <Blank />}
			<Line
				columns={columns}
				pieces={[
					...label(['ifExists'], text.export.ifExists),
					...choice(exporting.ifExists === 'newName', text.export.newName, exporting.focus === 'ifExists'),
					...choice(exporting.ifExists === 'replace', text.export.replace, exporting.focus === 'ifExists'),
				]}
			/>
			{roomy && <Blank />}
			<Line
				columns={columns}
				pieces={[...label(kinds, text.export.rows), ...kinds.flatMap(kind => kindPieces(state, kind))]}
			/>
			{roomy && <Blank />}
			<Line columns={columns} pieces={titlePieces(state, text.export.first, '')} />
			{rows === 0 ? (
				<Line columns={columns} pieces={[piece(`  ${text.export.none}`, {color: 'yellow'})]} />
			) : (
				tableLines(exportPreview(state, shown), columns).map((pieces, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no identity but their place
					<Line key={index} columns={columns} pieces={pieces} />
				))
			)}
		</Frame>
	);
}

function kindPieces(state: AppState, kind: RowKind): Pieces {
	const text = messages(state.language).app.export;
	const {rows, focus} = state.exporting;
	const count = countKinds(state)[kind];
	const here = focus === kind;
	return [
		piece(rows[kind] ? '[x] ' : '[ ] ', rows[kind] ? {color: 'green'} : {dim: true}),
		piece(`${text.rowKinds[kind]} ${count}`, {bold: here, underline: here, dim: count === 0 && !here}),
		piece('   '),
	];
}

/** Where the file name is typed: for the drawing and for the real cursor. */
export function namePlace(state: AppState): {x: number; y: number; columns: number} {
	const text = messages(state.language).app.export;
	const x = 3 + Math.max(...[text.format, text.file, text.ifExists, text.rows].map(width)) + 3;
	return {x, y: bodyRows(state.size) >= 15 ? 5 : 3, columns: Math.floor((state.size.columns - x) * 0.5)};
}

function hint(state: AppState): string {
	const text = messages(state.language).app.export;
	if (state.exporting.writing !== 'no') return text.writing;
	if (state.exporting.focus === 'file') return text.hintFile;
	return state.exporting.rows.unchecked && countKinds(state).unchecked > 0 ? text.uncheckedWarning : text.hint;
}
