import {contrast, leastContrast, type Rgb, rgbOf} from './contrast.ts';

/**
 * `auto` asks the terminal whether its background is light or dark; `contrast` does too and has stronger colours; `own`
 * are those of the person.
 */
export const themes = ['auto', 'light', 'dark', 'contrast', 'own'] as const;

export type Theme = (typeof themes)[number];

/** What a colour says: the marks of values, what is current, what is under way, and what is less important. */
export const colourRoles = ['good', 'look', 'bad', 'accent', 'busy', 'muted'] as const;

export type ColourRole = (typeof colourRoles)[number];

/** Colours that a person set, as `#rrggbb`, over those of a background. */
export type OwnColours = {
	readonly shade: 'light' | 'dark';
	readonly colours: Readonly<Partial<Record<ColourRole, string>>>;
};

/** What is wrong with colours, and the part of them that is. */
export type ColoursProblem =
	| {readonly code: 'no-background' | 'unknown-role' | 'not-a-colour'; readonly part: string}
	| {readonly code: 'low-contrast'; readonly part: string; readonly ratio: number};

const backgrounds: Readonly<Record<OwnColours['shade'], Rgb>> = {dark: [0, 0, 0], light: [255, 255, 255]};

/** Colours as the settings store them: the background they are for, then any of the roles: `dark,look=#ffd75f`. */
export function parseColours(text: string): OwnColours | ColoursProblem {
	const [shade = '', ...parts] = text.split(',').map(part => part.trim());
	if (shade !== 'light' && shade !== 'dark') return {code: 'no-background', part: shade};
	const colours: Partial<Record<ColourRole, string>> = {};
	for (const part of parts) {
		const [name, colour = ''] = part.split('=').map(side => side.trim());
		const role = colourRoles.find(one => one === name);
		if (!role) return {code: 'unknown-role', part};
		const rgb = rgbOf(colour);
		if (!rgb) return {code: 'not-a-colour', part};
		const ratio = contrast(rgb, backgrounds[shade]);
		if (ratio < leastContrast) return {code: 'low-contrast', part, ratio};
		colours[role] = colour.toLowerCase();
	}
	return {shade, colours};
}
