import {address, type Position} from './position.ts';
import {cellsOf, plain, type StyledCell, seenOnBlank} from './styled-cells.ts';

/** So many cells that stay are written again rather than an address behind them. */
const fewSame = 3;

/** Two rows that share less than this at their ends are two: of a list that was narrowed each row is another one. */
const leastShared = 0.25;

/**
 * The cells of a row of a picture that are not as before, each stretch with its own address; the whole row where that is
 * shorter. Both are at (x, y), counted from 0.
 */
export function changedCells(before: string, after: string, at: Position): string {
	const whole = `${address(at)}${after}\x1b[0m`;
	// Another picture: taking it apart costs as much as drawing it, and gains nothing.
	if (sharedEnds(before, after) < after.length * leastShared) return whole;
	const [was, is] = [cellsOf(before), cellsOf(after)];
	if (!was || was.length !== is?.length) return whole;
	const text = written(is, place => !sameCell(was[place]!, is[place]!), at);
	return text.length < whole.length ? text : whole;
}

/**
 * What of a row of text is not as before, at (x, y), counted from 0. What ends before the other is blank from there on.
 * Some terminals show a character wider than computed, and where a cell is after it is unknown: from the first one on,
 * everything is written again.
 *
 * @param open the row reaches to the right edge of the terminal
 * @returns undefined where only the whole row is sure to look right, or is hardly longer
 */
export function changedText(
	before: string,
	after: string,
	at: Position & {readonly open: boolean},
): string | undefined {
	if (sharedEnds(before, after) < after.length * leastShared) return undefined;
	const [was, is] = [cellsOf(before), cellsOf(after)];
	if (!was || !is) return undefined;
	const length = Math.max(was.length, is.length);
	const [old, now] = [filled(was, length), filled(is, length)];
	const isOther = (place: number) => !sameCell(old[place]!, now[place]!);
	// A few blanks are shorter than an address and an erasure.
	const end = at.open ? now.findLastIndex(cell => cell.sign !== ' ' || !isPlain(cell)) + 1 : length;
	const sure = now.findIndex((cell, place) => cell.doubtful || old[place]!.doubtful);
	if (sure >= 0 && now.some((_, place) => place >= sure && isOther(place))) {
		// Erased first: the old text may be wider than computed.
		const clear = address({x: at.x + sure, y: at.y}) + (at.open ? '\x1b[K' : '');
		return written(now.slice(0, sure), isOther, at) + clear + drawn(now.slice(sure, Math.max(sure, end)));
	}
	const text = written(now.slice(0, end), isOther, at);
	const isLonger = old.some((_, place) => place >= end && isOther(place));
	return isLonger ? `${text}${address({x: at.x + end, y: at.y})}\x1b[K` : text;
}

/** Characters that two texts begin and end with alike: seen at once, before anything is taken apart. */
function sharedEnds(before: string, after: string): number {
	const most = Math.min(before.length, after.length);
	let first = 0;
	while (first < most && before[first] === after[first]) first++;
	let last = 0;
	while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
	return first + last;
}

/** The changed ones of some cells, each stretch with its address. */
function written(cells: readonly StyledCell[], isChanged: (place: number) => boolean, {x, y}: Position): string {
	let text = '';
	let from = -1;
	let behind = 0;
	const close = () => {
		if (from >= 0) text += address({x: x + from, y}) + drawn(cells.slice(from, behind));
	};
	for (const place of cells.keys()) {
		if (!isChanged(place)) continue;
		if (from < 0 || place - behind > fewSame) {
			close();
			from = place;
		}
		behind = place + 1;
	}
	close();
	return text;
}

/** Cells in a row, from plain colours to plain colours. */
function drawn(cells: readonly StyledCell[]): string {
	let text = '';
	let now = plain;
	for (const cell of cells) {
		if (!sameColours(cell, now)) {
			const {codes, colours} = coloursFor(cell, now);
			if (codes.length > 0) text += `\x1b[${codes.join(';')}m`;
			now = colours;
		}
		text += cell.sign;
	}
	return text + (isPlain(now) ? '' : '\x1b[0m');
}

/** What leads from the colours that hold to those of a cell; a blank takes over what is not seen on it. */
function coloursFor(
	cell: StyledCell,
	now: StyledCell,
): {readonly codes: readonly string[]; readonly colours: StyledCell} {
	const takesOver = cell.sign === ' ' && cell.rest === '' && !seenOnBlank(now.rest);
	const to = takesOver ? {...now, back: cell.back} : cell;
	const isReset = to.rest !== now.rest || (to.back === '' && now.back !== '') || (to.front === '' && now.front !== '');
	const codes = isReset
		? [isPlain(now) ? '' : '0', cell.rest, cell.back, cell.front]
		: [to.back === now.back ? '' : to.back, to.front === now.front ? '' : to.front];
	return {codes: codes.filter(code => code !== ''), colours: isReset ? cell : to};
}

const filled = (cells: readonly StyledCell[], length: number): readonly StyledCell[] =>
	cells.length === length ? cells : [...cells, ...Array<StyledCell>(length - cells.length).fill(plain)];

const sameCell = (a: StyledCell, b: StyledCell): boolean => a === b || (a.sign === b.sign && sameColours(a, b));

const sameColours = (a: StyledCell, b: StyledCell): boolean =>
	a.back === b.back && a.front === b.front && a.rest === b.rest;

const isPlain = ({front, back, rest}: StyledCell): boolean => front === '' && back === '' && rest === '';
