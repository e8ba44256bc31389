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

/** A row sign by sign; undefined where one is wider than a cell. */
function cellsOf(row: string): readonly Cell[] | undefined {
	const cells: Cell[] = [];
	let now = plain;
	for (const [part] of row.matchAll(/\x1b\[[0-9;]*m|[^\x1b]/gu)) {
		if (part.startsWith('\x1b')) now = after(now, part.slice(2, -1));
		else if (cellWidth(part) !== 1) return undefined;
		else cells.push({...now, sign: part});
	}
	return cells;
}

/** The colours after a sequence: what it sets replaces what it set before. */
function after(colours: Cell, codes: string): Cell {
	let next = codes === '' ? plain : colours;
	for (const [code] of codes.matchAll(/[34]8;(?:2;\d+;\d+;\d+|5;\d+)|\d+/g)) {
		const number = Number.parseInt(code, 10);
		if (number === 0) next = plain;
		else if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) next = {...next, front: code};
		else if ((number >= 40 && number <= 48) || (number >= 100 && number <= 107)) next = {...next, back: code};
		else next = {...next, rest: next.rest === '' ? code : `${next.rest};${code}`};
	}
	return next;
}
