import chalk, {type ForegroundColorName} from 'chalk';
import {createContext, useContext} from 'react';
import type {Span} from '../layout/spans.ts';
import {emphasis, type Palette} from '../palette.ts';

/** The colours of this terminal in the theme of the person; none by default. */
export const Colours = createContext<Palette>({});

const coloured = (color: string, text: string): string =>
	color.startsWith('#') ? chalk.hex(color)(text) : chalk[color as ForegroundColorName](text);

/**
 * Writes a piece of text in its manner. What is less important has its own colour, only where nothing else gives it one:
 * the terminal's own "dim" is not used, since how dark that is differs, and on some it cannot be read.
 */
function inManner({text, color, bold, dim, inverse, underline}: Span, palette: Palette): string {
	const found = color ? palette[color] : dim ? palette.muted : undefined;
	let drawn = found === undefined || found === emphasis ? text : coloured(found, text);
	if (bold || found === emphasis) drawn = chalk.bold(drawn);
	if (underline) drawn = chalk.underline(drawn);
	return inverse ? chalk.inverse(drawn) : drawn;
}

/** What writes a piece of text in its manner: a row of pieces is one text then, where Ink would have a node for each. */
export function useManner(): (piece: Span) => string {
	const palette = useContext(Colours);
	return piece => inManner(piece, palette);
}
