/** The colours of a terminal as it comes: background, then the sixteen colours in their order. */
export type TerminalPalette = {
	readonly name: string;
	readonly shade: 'light' | 'dark';
	readonly background: string;
	readonly colours: readonly string[];
};

const list = (text: string): readonly string[] => text.split(' ').map(colour => `#${colour}`);

/** xterm 379, `XTerm-color`: color0 to color15, by their names in X11. It comes black on white; `-rv` turns that around. */
const xterm = list(
	'000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff',
);

/** Windows Terminal, `src/cascadia/TerminalSettingsModel/defaults.json`, scheme "Campbell". */
const campbell = list(
	'0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2',
);

/** iTerm2, `plists/ColorPresets.plist`, "Regular", which it comes with: one set of sixteen colours for both backgrounds. */
const itermRegular = list(
	'14191e b43c2a 00c200 c7c400 2744c7 c040be 00c5c7 c7c7c7 686868 dd7975 58e790 ece100 a7abf2 e17ee1 60fdff ffffff',
);

/** iTerm2, the presets "Dark Background" and "Light Background", which share the sixteen colours. */
const iterm = list(
	'000000 c91b00 00c200 c7c400 0225c7 c930c7 00c5c7 c7c7c7 676767 ff6d67 5ff967 fefb67 6871ff ff76ff 5ffdff feffff',
);

/** Terminal.app, profiles "Basic" and "Pro": no file of its maker says them; as in Wikipedia, "ANSI escape code". */
const apple = list(
	'000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e60000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5',
);

/** GNOME Terminal, `terminal_palettes` of its profile editor, palette "GNOME"; its backgrounds are those of the schemes. */
const gnome = list(
	'171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff',
);

export const terminalPalettes: readonly TerminalPalette[] = [
	{name: 'xterm, black on white', shade: 'light', background: '#ffffff', colours: xterm},
	{name: 'xterm, reversed', shade: 'dark', background: '#000000', colours: xterm},
	{name: 'Windows Terminal', shade: 'dark', background: '#0c0c0c', colours: campbell},
	{name: 'iTerm2, as it comes, dark', shade: 'dark', background: '#15191f', colours: itermRegular},
	{name: 'iTerm2, as it comes, light', shade: 'light', background: '#f0f0f0', colours: itermRegular},
	{name: 'iTerm2, dark', shade: 'dark', background: '#000000', colours: iterm},
	{name: 'iTerm2, light', shade: 'light', background: '#ffffff', colours: iterm},
	{name: 'Terminal.app, Basic', shade: 'light', background: '#ffffff', colours: apple},
	{name: 'Terminal.app, Pro', shade: 'dark', background: '#000000', colours: apple},
	{name: 'GNOME, light', shade: 'light', background: '#ffffff', colours: gnome},
	{name: 'GNOME, dark', shade: 'dark', background: '#171421', colours: gnome},
];
