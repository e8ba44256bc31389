/** What a mark says. Each is a sign and a colour, so that it is understood without colour as well. */
export type Mark = 'good' | 'look' | 'bad' | 'edited' | 'open' | 'skipped' | 'cursor' | 'busy';

export type Colour = 'green' | 'yellow' | 'red' | 'cyan' | 'blue' | 'magenta';

type Signs = Readonly<
	Record<
		Mark | 'rule' | 'side' | 'under' | 'bar' | 'barRest' | 'ellipsis' | 'mask' | 'down' | 'upArrow' | 'dot',
		string
	>
>;

/** Single code points of width 1 only: terminals disagree on the width of anything else. */
const unicode: Signs = {
	good: '✓',
	look: '!',
	bad: '✗',
	edited: '✎',
	open: '·',
	skipped: '–',
	cursor: '▸',
	busy: '◐',
	rule: '─',
	side: '│',
	under: '▔',
	bar: '█',
	barRest: '·',
	ellipsis: '…',
	mask: '•',
	down: '↓',
	upArrow: '↑',
	dot: '·',
};

const ascii: Signs = {
	good: '+',
	look: '!',
	bad: 'x',
	edited: '*',
	open: '.',
	skipped: '-',
	cursor: '>',
	busy: 'o',
	rule: '-',
	side: '|',
	under: '^',
	bar: '#',
	barRest: '.',
	ellipsis: '~',
	mask: '*',
	down: 'v',
	upArrow: '^',
	dot: '-',
};

export const signs = (plain: boolean): Signs => (plain ? ascii : unicode);

export const markColours: Readonly<Record<Mark, Colour | undefined>> = {
	good: 'green',
	look: 'yellow',
	bad: 'red',
	edited: 'cyan',
	open: undefined,
	skipped: undefined,
	cursor: 'cyan',
	busy: 'blue',
};
