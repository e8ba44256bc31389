import {cellWidth, graphemes, isAmbiguous, noFixedWidth} from './cells.ts';

/**
 * One cell and the parameters of its colours (ECMA-48 SGR): `rest` are bold, dim and the like. The right half of a wide
 * sign is a cell without one. `doubtful`: some terminals show it wider than we think.
 */
export type StyledCell = {
	readonly sign: string;
	readonly front: string;
	readonly back: string;
	readonly rest: string;
	readonly isWide: boolean;
	readonly doubtful: boolean;
};

export const plain: StyledCell = {sign: ' ', front: '', back: '', rest: '', isWide: false, doubtful: false};

/** Underlined, reversed, crossed out, doubly underlined: a blank shows these, and with them the colour of signs. */
export const seenOnBlank = (rest: string): boolean =>
	rest !== '' && rest.split(';').some(code => shownByBlanks.has(code));

const shownByBlanks = new Set(['4', '7', '9', '21']);

/** What takes which attributes back. */
const takesBack: Readonly<Record<string, readonly string[]>> = {
	22: ['1', '2'],
	23: ['3'],
	24: ['4', '21'],
	25: ['5', '6'],
	27: ['7'],
	28: ['8'],
	29: ['9'],
};

type Cells = readonly StyledCell[] | undefined;

/** Rows that were split into cells when they were painted; the next frame is compared with them. */
const known = new Map<string, Cells>();
/** Rows of two large pictures and of a large screen. */
const mostKnown = 300;

/** A row cell by cell; undefined where it holds something else than signs and their colours, or a sign of no fixed width. */
export function cellsOf(row: string): Cells {
	let cells = known.get(row);
	if (cells === undefined && !known.has(row)) {
		if (known.size >= mostKnown) known.clear();
		cells = takeApart(row);
		known.set(row, cells);
	}
	return cells;
}

/** ECMA-48: "select graphic rendition" alone. */
const colourSequence = /\x1b\[([\d;]*)m/y;

function takeApart(row: string): Cells {
	const cells: StyledCell[] = [];
	let now: Colours = plain;
	for (let index = 0; index < row.length; ) {
		if (row[index] === '\x1b') {
			colourSequence.lastIndex = index;
			const sequence = colourSequence.exec(row);
			if (!sequence) return undefined;
			now = after(now, sequence[1]!);
			index += sequence[0].length;
			continue;
		}
		const next = row.indexOf('\x1b', index);
		const run = row.slice(index, next === -1 ? undefined : next);
		index += run.length;
		const made = now.back === '' ? cellsIn(now) : undefined;
		for (const sign of graphemes(run)) {
			const cell = made?.get(sign) ?? cellOf(sign, now);
			if (!cell) return undefined;
			made?.set(sign, cell);
			cells.push(cell);
			if (cell.isWide) cells.push({...cell, sign: '', isWide: false});
		}
	}
	return cells;
}

type Colours = Pick<StyledCell, 'front' | 'back' | 'rest'>;

/** The cells of text in each of its few colours, by character: most are on a screen many times. A picture has too many. */
const madeCells = new Map<string, Map<string, StyledCell>>();
const mostColours = 200;

function cellsIn({front, rest}: Colours): Map<string, StyledCell> {
	const key = `${front}/${rest}`;
	let made = madeCells.get(key);
	if (!made) {
		if (madeCells.size >= mostColours) madeCells.clear();
		made = new Map();
		madeCells.set(key, made);
	}
	return made;
}

/** A sign in colours; undefined where terminals disagree on how many cells it takes. Of a blank only what is seen on it. */
function cellOf(sign: string, {front, back, rest}: Colours): StyledCell | undefined {
	if (sign === ' ') {
		return seenOnBlank(rest) ? {...plain, front, back, rest} : {...plain, back};
	}
	const shape = shapeOf(sign);
	return shape && {sign, front, back, rest, isWide: shape.isWide, doubtful: shape.doubtful};
}

type Shape = Pick<StyledCell, 'isWide' | 'doubtful'> | undefined;

/** Of the signs that were seen so far: measuring is what costs. */
const shapes = new Map<string, Shape>();

function shapeOf(sign: string): Shape {
	if (shapes.has(sign)) return shapes.get(sign);
	const width = cellWidth(sign);
	const isFixed = (width === 1 || width === 2) && !noFixedWidth.test(sign);
	const shape = isFixed ? {isWide: width === 2, doubtful: isAmbiguous(sign)} : undefined;
	shapes.set(sign, shape);
	return shape;
}

/** The colours after a sequence: what it sets replaces what it set before. */
function after(colours: Colours, codes: string): Colours {
	const numbers = codes.split(';');
	let {front, back, rest} = colours;
	for (let index = 0; index < numbers.length; ) {
		const number = Number(numbers[index]);
		// 38;5;N and 38;2;R;G;B are one code.
		const length = number !== 38 && number !== 48 ? 1 : numbers[index + 1] === '5' ? 3 : 5;
		const code = numbers.slice(index, index + length).join(';');
		index += length;
		if (number === 0) ({front, back, rest} = plain);
		else if ((number >= 30 && number <= 39) || (number >= 90 && number <= 97)) front = number === 39 ? '' : code;
		else if ((number >= 40 && number <= 49) || (number >= 100 && number <= 107)) back = number === 49 ? '' : code;
		else {
			const kept = rest.split(';').filter(one => one !== '' && one !== code && !takesBack[code]?.includes(one));
			rest = (takesBack[code] ? kept : [...kept, code].sort()).join(';');
		}
	}
	return {front, back, rest};
}
