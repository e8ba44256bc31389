import type {Mark as SessionMark} from '../session/mark.ts';
import type {Colour} from './palette.ts';

/** What a mark says. Each is a sign and a colour, so that it is understood without colour as well. */
export type Mark = SessionMark | 'cursor' | 'busy' | 'again';

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
	up: '↑',
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
	good: 'good',
	look: 'look',
	bad: 'bad',
	edited: 'accent',
	open: undefined,
	skipped: undefined,
	cursor: 'accent',
	busy: 'busy',
	again: 'look',
	expired: 'bad',
	tooShort: 'look',
};
