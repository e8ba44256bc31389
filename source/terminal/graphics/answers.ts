import {type CellSize, cellSize} from './cell-size.ts';
import {type Tmux, throughTmux} from './tmux.ts';

/** How a terminal shows real pictures; `placeholders` is the kitty protocol with a picture in text, through tmux. */
export type Graphics = 'kitty' | 'placeholders' | 'inline' | 'sixel';

/** What a terminal has said of itself. */
export type Answers = {
	/** The colour behind its text: red, green and blue from 0 to 255. */
	readonly background?: readonly [red: number, green: number, blue: number];
	/** It shows pictures by these protocols. */
	readonly knows: ReadonlySet<Graphics>;
	readonly cell?: CellSize;
	/** The most pixels of a picture in sixels: those of the window, or fewer. */
	readonly area?: CellSize;
	/** It takes a query with the key of placeholders, as terminals do that know it, and those that ignore keys. */
	readonly takesVirtual?: boolean;
	/** tmux or screen is in between: what it draws itself, it draws only where its own terminal can. */
	readonly isMultiplexed?: boolean;
	readonly tmux?: Tmux | undefined;
	/** It has answered the last question: nothing more will come. */
	readonly complete: boolean;
};

export const noAnswers: Answers = {knows: new Set(), complete: false};

/** A picture of one pixel that is only asked about (kitty graphics protocol, "Querying support"). */
const asksKitty = '\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\';

/**
 * Asks for the colour of the background (xterm ctlseqs, OSC 11), for pictures by the kitty graphics protocol and for the
 * size of a cell (iTerm2's OSC 1337 ReportCellSize, xterm's CSI 16 t, and XTSMGRAPHICS where xterm may not say that), and,
 * last, for the primary device attributes, which every terminal answers: whatever has not been answered before that never
 * will be.
 *
 * @param isMultiplexed tmux and screen take the kitty question for a title
 */
export const questionsFor = (isMultiplexed: boolean): string =>
	`\x1b]11;?\x1b\\${isMultiplexed ? '' : asksKitty}\x1b]1337;ReportCellSize\x07\x1b[16t\x1b[?2;1;0S\x1b[c`;

/** Pictures that are only asked about, and one that is kept for a question; numbers that no program counts up to. */
const [asked, kept] = [31_000_001, 31_000_002];

/**
 * Asks the terminal behind tmux whether it draws pictures over placeholders. Many answer yes to any query, and would show
 * empty boxes. A picture that is placeholders and beside another one is refused (EINVAL) only by those that know what
 * both keys mean; a terminal that knows neither places a picture of one pixel, which is taken away at once.
 */
export const asksPlaceholders: string = throughTmux(
	[
		`a=q,i=${asked},U=1,s=1,v=1,t=d,f=24;AAAA`,
		`a=t,i=${kept},q=2,s=1,v=1,t=d,f=24;AAAA`,
		`a=p,i=${kept},U=1,P=${kept},Q=1,c=1,r=1,C=1`,
		`a=d,d=I,i=${kept},q=2`,
	]
		.map(keys => `\x1b_G${keys}\x1b\\`)
		.join(''),
);

/** True for terminals that print questions they do not know. */
export const printsQuestions = (term: string | undefined): boolean => term === 'linux' || term === 'dumb';

/**
 * How pictures are shown best in a window of this size, in cells: laid over the cells first, then in the cells; by sixels
 * only where the pixels of a cell are known.
 */
export function bestGraphics(
	{knows, cell: own, area, isMultiplexed, tmux}: Answers,
	{columns, rows}: {readonly columns: number; readonly rows: number},
): {readonly graphics: Graphics; readonly cell?: CellSize} | undefined {
	const cell = own ?? tmux?.cell;
	if (knows.has('kitty')) return {graphics: 'kitty'};
	if (knows.has('placeholders') && tmux?.passes) return {graphics: 'placeholders', ...(cell && {cell})};
	if (knows.has('inline')) return {graphics: 'inline'};
	const size = cell ?? (area && !isCapped(area) ? cellSize(area.width / columns, area.height / rows) : undefined);
	const draws = knows.has('sixel') && (!isMultiplexed || tmux?.sixel);
	return draws && size ? {graphics: 'sixel', cell: size} : undefined;
}

/** What is known once a sequence from the terminal has come; the same object where it answers none of the questions. */
export function withAnswer(known: Answers, sequence: string): Answers {
	const colour = /^\x1b\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(sequence);
	if (colour) {
		const [red, green, blue] = colour.slice(1).map(share) as [number, number, number];
		return {...known, background: [red, green, blue]};
	}
	if (/^\x1b_Gi=31(?:,[^;]*)?;OK/.test(sequence)) return withGraphics(known, 'kitty');
	const virtual = /^\x1b_Gi=(\d+)(?:,[^;]*)?;(OK|EINVAL)/.exec(sequence)?.slice(1);
	if (virtual?.[0] === String(asked)) return {...known, takesVirtual: virtual[1] === 'OK'};
	if (virtual?.[0] === String(kept)) {
		return known.takesVirtual && virtual[1] === 'EINVAL' ? withGraphics(known, 'placeholders') : known;
	}
	// Points, which are pixels of a screen of usual density, and how many pixels each has.
	const points = /^\x1b\]1337;ReportCellSize=([\d.]+);([\d.]+)(?:;([\d.]+))?/.exec(sequence);
	if (points) {
		const [height, width, scale] = points.slice(1).map(number => Number(number ?? 1)) as [number, number, number];
		return withGraphics(withCell(known, width * scale, height * scale), 'inline');
	}
	const cell = /^\x1b\[6;(\d+);(\d+)t$/.exec(sequence);
	if (cell) return known.cell ? known : withCell(known, Number(cell[2]), Number(cell[1]));
	const area = /^\x1b\[\?2;0;(\d+);(\d+)S$/.exec(sequence);
	if (area) return {...known, area: {width: Number(area[1]), height: Number(area[2])}};
	// Attribute 4 (DEC STD 070): sixel graphics.
	const attributes = /^\x1b\[\?([\d;]*)c$/.exec(sequence)?.[1];
	if (attributes === undefined) return known;
	const last = {...known, complete: true};
	return attributes.split(';').slice(1).includes('4') ? withGraphics(last, 'sixel') : last;
}

/** What is known once tmux has said what is behind it, which may be another terminal; the same object where nothing is new. */
export function withTmux(known: Answers, tmux: Tmux | undefined): Answers {
	if (JSON.stringify(tmux) === JSON.stringify(known.tmux)) return known;
	if (tmux?.client === known.tmux?.client) return {...known, tmux};
	const {takesVirtual: _, ...rest} = known;
	return {...rest, knows: new Set([...known.knows].filter(one => one !== 'placeholders')), tmux};
}

const withGraphics = (known: Answers, one: Graphics): Answers => ({...known, knows: new Set([...known.knows, one])});

function withCell(known: Answers, width: number, height: number): Answers {
	const cell = cellSize(Math.round(width), Math.round(height));
	return cell ? {...known, cell} : known;
}

/** Pixels of a larger window that xterm admits to, by default. */
const mostOfXterm = 1000;

const isCapped = ({width, height}: CellSize): boolean => width === mostOfXterm || height === mostOfXterm;

/** One to four hexadecimal digits, of which the largest number is 255 (XParseColor, "rgb"). */
const share = (digits: string): number => Math.round((Number.parseInt(digits, 16) / (16 ** digits.length - 1)) * 255);
