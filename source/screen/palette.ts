import {contrast, leastContrast, type Rgb, rgbOf} from '../core/settings/contrast.ts';
import {type ColourRole, colourRoles, parseColours, type Theme} from '../core/settings/theme.ts';
import type {ColorDepth} from '../terminal/graphics/capabilities.ts';

export type Colour = ColourRole;

/** What Ink takes as the colour of each role; a role without one is drawn in the terminal's own colour. */
export type Palette = Readonly<Partial<Record<Colour, string>>>;

export type Shade = 'light' | 'dark';

type Colours = Readonly<Record<Shade, Palette>>;

/** Each is a colour of the 256 that all terminals agree on, so that 256 colours and 24 bits show the same. */
const usual: Colours = {
	dark: {good: '#87d75f', look: '#ffd75f', bad: '#ff8787', accent: '#5fd7ff', busy: '#87afff', muted: '#949494'},
	light: {good: '#005f00', look: '#875f00', bad: '#af0000', accent: '#005faf', busy: '#5f00af', muted: '#626262'},
};

/** At least 7 : 1 (WCAG 2.2 §1.4.6), and nothing is greyed. Green letters have less on a light grey: they are as the text. */
const strong: Colours = {
	dark: {good: '#87ff87', look: '#ffff5f', bad: '#ffafaf', accent: '#87ffff', busy: '#afd7ff'},
	light: {look: '#5f005f', bad: '#870000', accent: '#00005f', busy: '#00005f'},
};

/**
 * Of the sixteen colours, which each terminal draws in its own way, only those that can be read on all of them: signs, not
 * colours, distinguish what must be looked at from what is wrong. What has
 * none says it by its sign.
 */
const sixteen: Colours = {
	dark: {good: 'greenBright', look: 'yellowBright', bad: 'yellowBright', accent: 'cyanBright', busy: 'cyanBright'},
	light: {look: 'red', bad: 'red', accent: 'blue', busy: 'blue'},
};

export const palettes = {usual, strong, sixteen} as const;

const none: Palette = {};

/** What takes the place of a colour where none can be read for sure. */
export const emphasis = 'bold';

/** On an unknown background: no colour has 4.5 : 1 on all that are usual, but bold letters are in the terminal's own. */
const unknown: Palette = {look: emphasis, bad: emphasis, accent: emphasis};

/** What text is easier to read on: light letters on a dark background or dark ones on a light one. */
const shadeOf = (background: Rgb): Shade =>
	contrast(background, [255, 255, 255]) >= contrast(background, [0, 0, 0]) ? 'dark' : 'light';

/** What the person has set, and what the terminal is. */
export type Wanted = {
	readonly theme: Theme;
	/** Own colours, as the settings hold them. */
	readonly colours: string | undefined;
	/** As the terminal reports it. */
	readonly background: Rgb | undefined;
	readonly depth: ColorDepth;
};

/**
 * The colours to draw in. Where nothing says whether the background is light or dark there are none, but bold letters:
 * yellow on white hides the very value that is doubtful.
 */
export function paletteOf({theme, colours, background, depth}: Wanted): Palette {
	if (depth === 'none') return none;
	const parsed = theme === 'own' && colours !== undefined ? parseColours(colours) : undefined;
	const own = parsed && 'colours' in parsed ? parsed : undefined;
	const named = theme === 'light' || theme === 'dark' ? theme : own?.shade;
	const shade = named ?? (background && shadeOf(background));
	if (!shade) return unknown;
	if (depth === '16') return sixteen[shade];
	const chosen = theme === 'contrast' ? strong[shade] : {...usual[shade], ...own?.colours};
	// A background between light and dark leaves only the colours that can be read on it.
	return background && named === undefined ? readable(chosen, background) : chosen;
}

function readable(palette: Palette, background: Rgb): Palette {
	return Object.fromEntries(
		colourRoles.flatMap(role => {
			const colour = palette[role];
			const rgb = colour === undefined ? undefined : rgbOf(colour);
			return rgb && contrast(rgb, background) >= leastContrast ? [[role, colour]] : [];
		}),
	);
}

/** The background that COLORFGBG names (rxvt, Konsole, iTerm2): the last number, one of the sixteen colours. */
export function backgroundNamed(variable: string | undefined): Rgb | undefined {
	const number = /(?:^|;)(\d{1,2})$/.exec(variable ?? '')?.[1];
	if (number === undefined) return undefined;
	const index = Number(number);
	return index === 7 || index === 15 ? [255, 255, 255] : index <= 8 ? [0, 0, 0] : undefined;
}
