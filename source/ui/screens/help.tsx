import type {ReactElement} from 'react';
import {messages} from '../../text/index.ts';
import {Frame} from '../components/frame.tsx';
import {Line} from '../components/line.tsx';
import {type HelpEntry, helpColumns, helpRows} from '../help.ts';
import {bodyRows} from '../layout.ts';
import {type Pieces, piece} from '../pieces.ts';
import {signs} from '../theme.ts';
import {pad, width} from '../width.ts';
import type {ScreenProps} from './props.ts';

export function Help({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const parts = helpColumns(state);
	const rows = bodyRows(state.size);
	const top = Math.min(state.help?.top ?? 0, Math.max(0, helpRows(state) - rows));
	const wide = Math.floor((columns - 1) / parts.length);
	const keysWide = Math.min(14, Math.max(...parts.flat().map(entry => (entry.kind === 'key' ? width(entry.keys) : 0))));
	const below = helpRows(state) - rows - top;
	return (
		<Frame
			state={state}
			title={text.titles.help}
			right={[piece(text.help.keysOn(text.titles[state.screen]), {dim: true})]}
			status={[
				...(below > 0 ? [piece(`${signs.down} ${text.picker.more(below)}   `, {bold: true})] : []),
				piece(text.help.hint),
			]}
		>
			{Array.from({length: Math.min(rows, helpRows(state))}, (_, index) => (
				<Line
					// biome-ignore lint/suspicious/noArrayIndexKey: rows of a window have no identity but their place
					key={index}
					columns={columns}
					pieces={[piece(' '), ...parts.flatMap(part => entryPieces(part[top + index], wide, keysWide))]}
				/>
			))}
		</Frame>
	);
}

function entryPieces(entry: HelpEntry | undefined, wide: number, keysWide: number): Pieces {
	if (!entry || entry.kind === 'gap') return [piece(' '.repeat(wide))];
	if (entry.kind === 'heading') return [piece(pad(entry.text, wide), {bold: true, color: 'cyan'})];
	const manner = {dim: entry.off};
	return [
		piece(` ${pad(entry.keys, keysWide)}  `, {...manner, bold: !entry.off}),
		piece(`${pad(entry.text, wide - keysWide - 4)} `, manner),
	];
}
