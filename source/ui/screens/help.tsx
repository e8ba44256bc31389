import type {ReactElement} from 'react';
import {messages} from '../../text/index.ts';
import {editPieces} from '../components/edit-pieces.ts';
import {Frame} from '../components/frame.tsx';
import {Line} from '../components/line.tsx';
import {type HelpEntry, helpColumns, helpKey, helpPlace} from '../help.ts';
import {bodyRows, windowTop} from '../layout.ts';
import {type Pieces, piece} from '../pieces.ts';
import type {AppState} from '../state.ts';
import {signs} from '../theme.ts';
import {pad, width} from '../width.ts';
import type {ScreenProps} from './props.ts';

/** Where the filter is typed: for the drawing and for the real cursor. */
export function helpFilterPlace({size, language}: AppState): {x: number; y: number; columns: number} {
	const x = width(messages(language).app.picker.filter) + 2;
	return {x, y: 2, columns: Math.min(40, size.columns - x - 1)};
}

export function Help({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const parts = helpColumns(state);
	const all = Math.max(...parts.map(part => part.length));
	const rows = bodyRows(state.size) - 2;
	const top = windowTop(helpPlace(state)?.row ?? 0, all, rows);
	const wide = Math.floor((columns - 1) / parts.length);
	const keysWide = Math.min(14, Math.max(4, ...parts.flat().map(entry => ('keys' in entry ? width(entry.keys) : 0))));
	const below = all - rows - top;
	const {filter} = state.help ?? {filter: {text: '', cursor: 0}};
	return (
		<Frame
			state={state}
			title={text.titles.help}
			right={[piece(text.help.keysOn(text.titles[state.screen]), {dim: true})]}
			status={[
				...(below > 0 ? [piece(`${signs.down} ${text.picker.more(below)}   `, {bold: true})] : []),
				...statusOf(state),
			]}
		>
			<Line
				columns={columns}
				pieces={[piece(` ${text.picker.filter} `, {bold: true}), ...editPieces(filter, helpFilterPlace(state).columns)]}
			/>
			<Line columns={columns} pieces={[piece(signs.rule.repeat(columns), {dim: true})]} />
			{all === 0 && <Line columns={columns} pieces={[piece(`   ${text.help.none}`, {dim: true})]} />}
			{Array.from({length: Math.min(rows, all)}, (_, index) => (
				<Line
					// biome-ignore lint/suspicious/noArrayIndexKey: rows of a window have no identity but their place
					key={index}
					columns={columns}
					pieces={parts.flatMap(part => entryPieces(part[top + index], wide, keysWide, state.help?.cursor))}
				/>
			))}
		</Frame>
	);
}

/** What is to be said of the key under the cursor. */
function statusOf(state: AppState): Pieces {
	const text = messages(state.language).app;
	const key = helpKey(state);
	if (key?.off) return [piece(text.off[key.off], {color: 'yellow'})];
	if (key?.binding.widget) return [piece(text.off.pressKey)];
	return [piece(text.help.hint)];
}

function entryPieces(entry: HelpEntry | undefined, wide: number, keysWide: number, cursor: number | undefined): Pieces {
	if (!entry || entry.kind === 'gap') return [piece(' '.repeat(wide))];
	if (entry.kind === 'heading') return [headingPiece(entry.text, wide)];
	const here = entry.kind === 'key' && entry.place === cursor;
	const off = entry.kind === 'key' && entry.off !== undefined;
	return [
		piece(here ? signs.cursor : ' ', {color: 'cyan', bold: true}),
		piece(`${pad(entry.keys, keysWide)}  `, {dim: off, bold: !off}),
		piece(`${pad(entry.text, wide - keysWide - 4)} `, {dim: off, bold: here}),
	];
}

const headingPiece = (text: string, wide: number) => piece(pad(` ${text}`, wide), {bold: true, color: 'cyan'});
