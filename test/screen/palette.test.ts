import {describe, expect, it} from 'vitest';
import {contrast, leastContrast, type Rgb, rgbOf} from '../../source/core/settings/contrast.ts';
import {colourRoles, parseColours} from '../../source/core/settings/theme.ts';
import {backgroundNamed, emphasis, paletteOf, palettes} from '../../source/screen/palette.ts';
import {terminalPalettes} from '../support/terminal-palettes.ts';

const hex = (colour: string): Rgb => rgbOf(colour)!;

/** The number of a colour of the sixteen by its name in Ink. */
const numberOf = (name: string): number => {
	const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
	const bright = name.endsWith('Bright');
	return names.indexOf(name.replace('Bright', '')) + (bright ? 8 : 0);
};

describe('every colour can be read on every background it is drawn on', () => {
	for (const {name, shade, background, colours} of terminalPalettes) {
		for (const role of colourRoles) {
			it(`${name}: ${role} in 256 colours and 24 bits`, () => {
				const usual = palettes.usual[shade][role];
				expect(contrast(hex(usual!), hex(background))).toBeGreaterThanOrEqual(leastContrast);
			});

			const strong = palettes.strong[shade][role];
			it.skipIf(strong === undefined)(`${name}: ${role} in high contrast`, () => {
				expect(contrast(hex(strong!), hex(background))).toBeGreaterThanOrEqual(7);
			});

			const named = palettes.sixteen[shade][role];
			it.skipIf(named === undefined)(`${name}: ${role} in sixteen colours, as this terminal draws them`, () => {
				expect(contrast(hex(colours[numberOf(named!)]!), hex(background))).toBeGreaterThanOrEqual(leastContrast);
			});
		}
	}

	it('draws the same colour in 256 colours as in 24 bits', () => {
		const levels = [0, 95, 135, 175, 215, 255];
		for (const palette of [palettes.usual, palettes.strong].flatMap(({light, dark}) => [light, dark])) {
			for (const colour of Object.values(palette)) {
				const [red, green, blue] = hex(colour);
				const isGrey = red === green && green === blue && (red - 8) % 10 === 0;
				expect(isGrey || [red, green, blue].every(value => levels.includes(value)), colour).toBe(true);
			}
		}
	});
});

describe('the colours of a terminal', () => {
	const wanted = {theme: 'auto', colours: undefined, background: undefined, depth: 'truecolor'} as const;

	it('follow the background that the terminal reports', () => {
		expect(paletteOf({...wanted, background: hex('#ffffff')})).toEqual(palettes.usual.light);
		expect(paletteOf({...wanted, background: hex('#15191f')})).toEqual(palettes.usual.dark);
	});

	it('are none where the background is unknown', () => {
		expect(Object.values(paletteOf(wanted)).filter(colour => colour !== emphasis)).toEqual([]);
		expect(paletteOf({...wanted, depth: 'none'})).toEqual({});
	});

	it('could be none that is read on every background: what is doubtful is bold instead', () => {
		const backgrounds = terminalPalettes.map(({background}) => hex(background));
		const onAll = (colour: Rgb) => backgrounds.every(one => contrast(colour, one) >= leastContrast);
		const levels = [0, 95, 135, 175, 215, 255];
		const cube = levels.flatMap(red => levels.flatMap(green => levels.map(blue => [red, green, blue] as const)));
		const greys = Array.from({length: 256}, (_, grey) => [grey, grey, grey] as const);
		expect([...cube, ...greys].filter(onAll)).toEqual([]);
		for (let number = 0; number < 16; number++) {
			const isReadable = terminalPalettes.every(
				({colours, background}) => contrast(hex(colours[number]!), hex(background)) >= leastContrast,
			);
			expect(isReadable, `colour ${number}`).toBe(false);
		}
		expect(paletteOf(wanted)).toMatchObject({look: emphasis, bad: emphasis});
	});

	it('are those that a person has chosen, whatever the terminal reports', () => {
		expect(paletteOf({...wanted, theme: 'dark', background: hex('#ffffff')})).toEqual(palettes.usual.dark);
	});

	it('leave out what cannot be read on a background between light and dark', () => {
		for (const grey of ['#606060', '#808080', '#a0a0a0']) {
			const found = paletteOf({...wanted, background: hex(grey)});
			for (const colour of Object.values(found)) {
				expect(contrast(hex(colour), hex(grey))).toBeGreaterThanOrEqual(leastContrast);
			}
		}
	});

	it('are none with NO_COLOR', () => {
		expect(paletteOf({...wanted, theme: 'light', depth: 'none'})).toEqual({});
	});

	it('take colours of the person’s own over those of the background they are for', () => {
		const found = paletteOf({...wanted, theme: 'own', colours: 'dark,look=#ffffff'});
		expect(found).toEqual({...palettes.usual.dark, look: '#ffffff'});
	});

	it('stay usual where own colours cannot be understood', () => {
		const found = paletteOf({...wanted, theme: 'own', colours: 'blue', background: hex('#000000')});
		expect(found).toEqual(palettes.usual.dark);
	});

	it('take the background from COLORFGBG where the terminal reports none', () => {
		expect(backgroundNamed('15;0')).toEqual([0, 0, 0]);
		expect(backgroundNamed('0;15')).toEqual([255, 255, 255]);
		expect(backgroundNamed('0;default;15')).toEqual([255, 255, 255]);
		expect(backgroundNamed('0;default')).toBeUndefined();
		expect(backgroundNamed(undefined)).toBeUndefined();
	});
});

describe('colours of the person’s own', () => {
	it.each([
		['look=#ffd75f', 'no-background'],
		['dark,lok=#ffd75f', 'unknown-role'],
		['dark,look=yellow', 'not-a-colour'],
		['dark,look=#333333', 'low-contrast'],
		['light,look=#ffff00', 'low-contrast'],
	])('%s is refused: %s', (text, code) => {
		expect(parseColours(text)).toMatchObject({code});
	});
});
