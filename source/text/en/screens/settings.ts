import type {Theme} from '../../../core/settings/theme.ts';

/** The screen of the settings. */
export const settings = {
	hint: 'Choose a line to change it. It is stored at once.',
	language: 'Language',
	languageNow: 'English',
	theme: 'Colours',
	themes: {
		auto: 'as the terminal’s background',
		light: 'for a light background',
		dark: 'for a dark background',
		contrast: 'high contrast',
		own: 'your own',
	} satisfies Readonly<Record<Theme, string>> as Readonly<Record<Theme, string>>,
	mouse: 'Mouse',
	keep: 'Kept results',
	keepAll: 'until you delete them',
	kept: 'At the end, older results are deleted if their pictures are gone.',
	on: 'on',
	off: 'off',
	selection: 'To select text with the mouse, hold shift (option on macOS).',
	unknownBackground: 'This terminal does not say what its background is: choose light or dark to see colours.',
	file: (path: string) => `Stored in ${path}`,
};
