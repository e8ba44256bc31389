import type {Mark as SessionMark} from '../session/mark.ts';

/** What a mark says. Each is a sign and a colour, so that it is understood without colour as well. */
export type Mark = SessionMark | 'cursor' | 'busy' | 'again';

export type Colour = 'green' | 'yellow' | 'red' | 'cyan' | 'blue' | 'magenta';

/** Single code points of width 1 only: terminals disagree on the width of anything else. */
export const signs = {
	good: '✓',
	look: '!',
	bad: '✗',
	edited: '✎',
	open: '·',
	skipped: '–',
	cursor: '▸',
	busy: '◐',
	again: '↻',
	expired: '◷',
	tooShort: '◷',
	rule: '─',
	side: '│',
	under: '▔',
	bar: '█',
	barRest: '·',
	ellipsis: '…',
	mask: '•',
	chosen: '•',
	down: '↓',
	dot: '·',
} as const satisfies Readonly<Record<Mark, string>> & Readonly<Record<string, string>>;

/** For terminals that have no signs beyond ASCII: each becomes one of the same width. */
const asciiSigns: Readonly<Record<string, string>> = {
	'✓': '+',
	'✗': 'x',
	'✎': '*',
	'·': '.',
	'–': '-',
	'▸': '>',
	'◐': 'o',
	'↻': '@',
	'◷': '%',
	'─': '-',
	'│': '|',
	'▔': '^',
	'█': '#',
	'…': '~',
	'•': '*',
	'↓': 'v',
	'↑': '^',
	'←': '<',
	'→': '>',
	'⇧': '^',
};

export const toAscii = (text: string): string =>
	text.replace(/[✓✗✎·–▸◐↻◷─│▔█…•↓↑←→⇧]/g, sign => asciiSigns[sign] ?? sign);

export const markColours: Readonly<Record<Mark, Colour | undefined>> = {
	good: 'green',
	look: 'yellow',
	bad: 'red',
	edited: 'cyan',
	open: undefined,
	skipped: undefined,
	cursor: 'cyan',
	busy: 'blue',
	again: 'yellow',
	expired: 'red',
	tooShort: 'yellow',
};
