import {cellWidth} from './cells.ts';
import {address} from './rows.ts';

/** So many cells that stay are written again rather than an address behind them. */
const fewSame = 3;

/**
 * The cells of a row of a picture that are not as before, each stretch with its own address; the whole row where that is
 * shorter. Both stand at (x, y), counted from 0.
 */
export function changedCells(before: string, after: string, x: number, y: number): string {
	const whole = `${address({x, y})}${after}\x1b[0m`;
	const [was, is] = [cellsOf(before), cellsOf(after)];
	if (!was || was.length !== is?.length) return whole;
	let text = '';
	let now = plain;
	let written = -fewSame - 1;
	for (const [place, cell] of is.entries()) {
		if (sameCell(was[place]!, cell)) continue;
		const joined = place - written <= fewSame;
		if (!joined) text += address({x: x + place, y});
		for (const one of is.slice(joined ? written : place, place + 1)) {
			const codes = codesTo(one, now);
			text += (codes.length > 0 ? `\x1b[${codes.join(';')}m` : '') + one.sign;
			now = {...one, front: one.sign === ' ' && !codes.includes(one.front) ? frontKept(now, codes) : one.front};
		}
		written = place + 1;
	}
	return text.length + 4 < whole.length ? `${text}\x1b[0m` : whole;
}

/** One sign and the parameters of its colours (ECMA-48 SGR). */
type Cell = {readonly sign: string; readonly front: string; readonly back: string; readonly rest: string};

const plain: Cell = {sign: ' ', front: '', back: '', rest: ''};

/** A blank has no front colour to be seen. */
const sameCell = (a: Cell, b: Cell): boolean =>
	a.sign === b.sign && a.back === b.back && a.rest === b.rest && (a.sign === ' ' || a.front === b.front);

const frontKept = (now: Cell, codes: readonly string[]): string => (codes[0] === '0' ? '' : now.front);

/** What leads from the colours that hold to those of a cell. */
function codesTo({sign, front, back, rest}: Cell, now: Cell): readonly string[] {
	const drawn = sign === ' ' ? undefined : front;
	const fresh = rest !== now.rest || (back === '' && now.back !== '') || (drawn === '' && now.front !== '');
	const from = fresh ? plain : now;
	return [
		...(fresh ? ['0', ...(rest === '' ? [] : [rest])] : []),
		...(back === from.back ? [] : [back]),
		...(drawn === undefined || drawn === from.front ? [] : [drawn]),
	];
}

type Cells = readonly Cell[] | undefined;

/** What stands on the screen was taken apart when it was painted, and is asked for when the next one is. */
const known = new Map<string, Cells>();
/** Rows of two large pictures. */
const mostKnown = 200;

/** A row sign by sign; undefined where one is wider than a cell. */
function cellsOf(row: string): Cells {
	let cells = known.get(row);
	if (cells === undefined && !known.has(row)) {
		if (known.size >= mostKnown) known.clear();
		cells = takeApart(row);
		known.set(row, cells);
	}
	return cells;
}

function takeApart(row: string): Cells {
	const cells: Cell[] = [];
	let now = plain;
	for (let index = 0; index < row.length; ) {
		if (row[index] === '\x1b') {
			const end = row.indexOf('m', index);
			now = after(now, row.slice(index + 2, end));
			index = end + 1;
			continue;
		}
		const sign = String.fromCodePoint(row.codePointAt(index)!);
		if (!isBlock(sign) && cellWidth(sign) !== 1) return undefined;
		cells.push({sign, front: now.front, back: now.back, rest: now.rest});
		index += sign.length;
	}
	return cells;
}

/** Nearly all signs of a picture: not worth measuring. */
const isBlock = (sign: string): boolean => sign === ' ' || (sign >= '\u2580' && sign <= '\u259f');

/** The colours after a sequence: what it sets replaces what it set before. */
function after(colours: Cell, codes: string): Cell {
	const numbers = codes.split(';');
	let {front, back, rest} = codes === '' ? plain : colours;
	for (let index = 0; index < numbers.length; ) {
		const number = Number(numbers[index]);
		// 38;5;N and 38;2;R;G;B are one code.
		const length = number !== 38 && number !== 48 ? 1 : numbers[index + 1] === '5' ? 3 : 5;
		const code = numbers.slice(index, index + length).join(';');
		index += length;
		if (number === 0) ({front, back, rest} = plain);
		else if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) front = code;
		else if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107)) back = code;
		else if (code !== '') rest = rest === '' ? code : `${rest};${code}`;
	}
	return {sign: ' ', front, back, rest};
}
