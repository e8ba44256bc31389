import {Box} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {messages} from '../../text/index.ts';
import {footerHints} from '../footer.ts';
import {bodyRows, statusRows} from '../layout.ts';
import {cutPieces, type Pieces, piece, wrapPieces} from '../pieces.ts';
import type {AppState} from '../state.ts';
import {signs} from '../theme.ts';
import {cutStart, width} from '../width.ts';
import {Line, Lines} from './line.tsx';

type Props = {
	readonly state: AppState;
	readonly title: string;
	/** What the screen is about: a file, a folder. Cut at its start when the row is narrow. */
	readonly subject?: string;
	readonly right?: Pieces;
	readonly status: Pieces;
	readonly children: ReactNode;
};

/** Every screen: where am I, the body, what is to be said of it, the keys that work now. No box: it would cost two columns. */
export function Frame({state, title, subject = '', right = [], status, children}: Props): ReactElement {
	const {columns, rows} = state.size;
	const text = messages(state.language);
	const rule = <Line columns={columns} pieces={[piece(signs.rule.repeat(columns), {dim: true})]} />;
	return (
		<Box width={columns} height={rows} flexDirection="column">
			<Line columns={columns} pieces={headerPieces(state, title, subject, right)} />
			{rule}
			<Box width={columns} height={bodyRows(state.size)} flexDirection="column" overflowY="hidden">
				{children}
			</Box>
			{rule}
			<Lines
				columns={columns}
				rows={wrapPieces(status, columns - 2, statusRows(state.size)).map(pieces => [piece(' '), ...pieces])}
			/>
			<Line
				columns={columns}
				pieces={footerHints(state, text, columns - 1).flatMap((hint, index) => [
					piece(index === 0 ? ' ' : '  '),
					piece(hint.keys, {bold: !hint.off, dim: hint.off}),
					piece(` ${hint.text}`, {dim: true}),
				])}
			/>
		</Box>
	);
}

function headerPieces(state: AppState, title: string, subject: string, right: Pieces): Pieces {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const left = [piece(` ${text.product}  `, {dim: true}), piece(title, {bold: true})];
	const sum = (pieces: Pieces) => pieces.reduce((total, each) => total + width(each.text), 0);
	const language = piece(right.length > 0 ? `   ${text.languageShort} ` : `${text.languageShort} `, {dim: true});
	// The language stays: whoever cannot read the rest looks for it.
	const end = [...cutPieces(right, Math.max(0, columns - sum(left) - width(language.text) - 1)), language];
	const room = columns - sum(left) - sum(end) - 4;
	const shown = room > 3 && subject !== '' ? `  ${cutStart(subject, room)}` : '';
	const gap = Math.max(1, columns - sum(left) - width(shown) - sum(end));
	return [...left, piece(shown), piece(' '.repeat(gap)), ...end];
}
