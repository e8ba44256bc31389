import {createContext, useContext} from 'react';
import {type Colour, emphasis, type Palette} from '../palette.ts';

/** The colours of this terminal in the theme of the person; none by default. */
export const Colours = createContext<Palette>({});

/**
 * What Ink takes for a colour and for what is less important, which has its own colour only where nothing else gives it
 * one. The terminal's own "dim" is not used: how dark that is differs, and on some it cannot be read.
 */
export function useColour(): (
	color: Colour | undefined,
	dim?: boolean,
) => {
	readonly color?: string;
	readonly bold?: true;
} {
	const palette = useContext(Colours);
	return (color, dim = false) => {
		const found = color ? palette[color] : dim ? palette.muted : undefined;
		if (found === undefined) return {};
		return found === emphasis ? {bold: true} : {color: found};
	};
}
