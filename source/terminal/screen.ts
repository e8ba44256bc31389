import {cellWidth, sliceCells} from './cells.ts';

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** A cell, counted from 0 at the upper left corner. */
export interface Position {
	readonly x: number;
	readonly y: number;
}

/**
 * Prepared cells that are painted beside Ink: each row is exactly `width` cells wide and carries its own colours.
 * Keep the same object as long as nothing changes: it is painted again only when the object is another one.
 */
export interface CellPicture extends Position {
	readonly width: number;
	readonly rows: readonly string[];
}

/** What the screen needs of a terminal's output. */
export interface ScreenOutput {
	columns?: number;
	rows?: number;
	write(text: string, done?: () => void): boolean;
	on(event: 'drain', listener: () => void): unknown;
}

/** One stretch of a row outside of the pictures. `open` says that it reaches to the right edge. */
interface Stretch {
	readonly x: number;
	readonly text: string;
	readonly width: number;
	readonly open: boolean;
}

// Autowrap is off while we draw: where a terminal takes a sign for wider than Ink does, it cuts the line instead of
// spilling into the next one, and the last cell of the last row never scrolls.
const enterSequence = '\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?2004h\x1b[2J';
const leaveSequence = '\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l';
const beginUpdate = '\x1b[?2026h';
const endUpdate = '\x1b[?2026l';
/** Signs whose width terminals disagree on: joiners, variation selectors, keycaps, everything beyond the BMP. */
const doubtfulWidth = /[\u200d\ufe0e\ufe0f\u20e3\u{1f000}-\u{1faff}]/u;

/**
 * Paints whole frames: only the changed lines, by absolute address, in one write, at most `fps` times a second, and
 * always the last one. Nothing is painted in the turn in which a frame comes, so that a frame and the cursor that
 * belongs to it, or a frame that is taken back at once, are one.
 */
export class Screen {
	readonly #output: ScreenOutput;
	readonly #interval: number;
	#frame: readonly string[] = [];
	#pictures = new Map<string, CellPicture>();
	#cursor: Position | undefined;
	#paintedRows: (readonly Stretch[])[] = [];
	#paintedPictures = new Map<string, CellPicture>();
	#paintedCursor: Position | undefined;
	#clear = true;
	#entered = false;
	#blocked = false;
	#dirty = false;
	#lastPaint = Number.NEGATIVE_INFINITY;
	#timer: NodeJS.Timeout | undefined;
	#immediate: NodeJS.Immediate | undefined;
	#waiting: (() => void)[] = [];
	#written: Promise<void> = Promise.resolve();

	constructor(output: ScreenOutput, {fps = 30}: {fps?: number} = {}) {
		this.#output = output;
		this.#interval = 1000 / fps;
		output.on('drain', () => {
			this.#blocked = false;
			if (this.#dirty) this.#schedule();
		});
	}

	get size(): Size {
		return {columns: this.#output.columns || 80, rows: this.#output.rows || 24};
	}

	get entered(): boolean {
		return this.#entered;
	}

	enter(): void {
		if (this.#entered) return;
		this.#entered = true;
		this.#blocked = false;
		this.#output.write(enterSequence);
		this.repaint();
	}

	leave(): void {
		if (!this.#entered) return;
		this.#entered = false;
		this.#unschedule();
		this.#output.write(leaveSequence);
		this.#settle();
	}

	/** Takes a whole frame, lines separated by line feeds. What is beyond the terminal is cut. */
	draw(frame: string): void {
		this.#frame = frame.split('\n');
		this.#touch();
	}

	/** Where the real cursor stands (input methods open their window there); undefined hides it. */
	setCursor(position: Position | undefined): void {
		if (samePosition(position, this.#cursor)) return;
		this.#cursor = position;
		this.#touch();
	}

	/** Puts, replaces or (undefined) takes away a picture. The frame shows wherever no picture is. */
	setPicture(id: string, picture: CellPicture | undefined): void {
		if (this.#pictures.get(id) === picture) return;
		if (picture === undefined) this.#pictures.delete(id);
		else this.#pictures.set(id, picture);
		this.#touch();
	}

	/** Forgets what the terminal shows and paints everything again: after a resize, a stop, foreign output. */
	repaint(): void {
		this.#clear = true;
		this.#touch();
	}

	/** Resolves when everything drawn so far is on the terminal, at once when nothing is to be painted. */
	whenPainted(): Promise<void> {
		if (!this.#entered) return Promise.resolve();
		if (!this.#dirty) return this.#written;
		return new Promise(resolve => this.#waiting.push(resolve));
	}

	#touch(): void {
		this.#dirty = true;
		this.#schedule();
	}

	#schedule(): void {
		if (!this.#entered || this.#blocked || this.#timer || this.#immediate) return;
		const wait = this.#lastPaint + this.#interval - performance.now();
		if (wait > 0) this.#timer = setTimeout(() => this.#paint(), wait);
		else this.#immediate = setImmediate(() => this.#paint());
	}

	#unschedule(): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#immediate);
		this.#timer = undefined;
		this.#immediate = undefined;
	}

	#settle(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resolve of waiting) resolve();
	}

	#paint(): void {
		this.#unschedule();
		this.#dirty = false;
		const text = this.#changes();
		if (text === '') {
			this.#settle();
			return;
		}
		this.#lastPaint = performance.now();
		const waiting = this.#waiting;
		this.#waiting = [];
		this.#written = new Promise(resolve => {
			const flushed = this.#output.write(beginUpdate + text + endUpdate, () => resolve());
			if (!flushed) this.#blocked = true;
		});
		void this.#written.then(() => {
			for (const resolve of waiting) resolve();
		});
	}

	#changes(): string {
		const size = this.size;
		let text = '';
		if (this.#clear) {
			text += '\x1b[0m\x1b[2J';
			this.#clear = false;
			this.#paintedRows = [];
			this.#paintedPictures = new Map();
			this.#paintedCursor = undefined;
			text += '\x1b[?25l';
		}
		const pictures = [...this.#pictures.values()];
		for (let y = 0; y < size.rows; y++) {
			const row = stretches(this.#frame[y] ?? '', y, pictures, size.columns);
			const painted = this.#paintedRows[y];
			const moved = painted === undefined ? row.some(({text}) => text !== '') : !samePlaces(row, painted);
			for (const [index, stretch] of row.entries()) {
				const before = painted?.[index];
				if (moved ? true : (before?.text ?? '') !== stretch.text) text += writeStretch(stretch, y);
			}
			this.#paintedRows[y] = row;
		}
		for (const [id, picture] of this.#pictures) {
			if (this.#paintedPictures.get(id) !== picture) text += writePicture(picture, size);
		}
		this.#paintedPictures = new Map(this.#pictures);
		return text + this.#cursorChange(text !== '');
	}

	#cursorChange(drawn: boolean): string {
		const cursor = this.#cursor;
		if (!drawn && samePosition(cursor, this.#paintedCursor)) return '';
		const shown = this.#paintedCursor !== undefined;
		this.#paintedCursor = cursor;
		if (cursor === undefined) return shown ? '\x1b[?25l' : '';
		return address(cursor) + (shown ? '' : '\x1b[?25h');
	}
}

function address({x, y}: Position): string {
	return `\x1b[${y + 1};${x + 1}H`;
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
	return a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y);
}

function samePlaces(a: readonly Stretch[], b: readonly Stretch[]): boolean {
	return a.length === b.length && a.every(({x, width}, index) => x === b[index]!.x && width === b[index]!.width);
}

/** The parts of a line that lie outside of the pictures, cut to the terminal's width. */
function stretches(line: string, y: number, pictures: readonly CellPicture[], columns: number): Stretch[] {
	const holes = pictures
		.filter(picture => y >= picture.y && y < picture.y + picture.rows.length)
		.sort((a, b) => a.x - b.x);
	const parts: Stretch[] = [];
	let x = 0;
	for (const hole of holes) {
		if (hole.x > x) {
			parts.push({x, width: hole.x - x, text: sliceCells(line, x, Math.min(hole.x, columns)), open: false});
		}
		x = Math.max(x, hole.x + hole.width);
	}
	if (x < columns) {
		const whole = x === 0 && cellWidth(line) <= columns;
		parts.push({x, width: columns - x, text: whole ? line : sliceCells(line, x, columns), open: true});
	}
	return parts;
}

function writeStretch({x, text, width, open}: Stretch, y: number): string {
	const start = address({x, y});
	const missing = width - cellWidth(text);
	if (!open) return start + text + ' '.repeat(Math.max(0, missing));
	// Erased first, because nobody knows where such a line ends on this terminal.
	if (doubtfulWidth.test(text)) return `${start}\x1b[K${text}`;
	// Never erase from the last column: with a full line the cursor still stands on its last character.
	return missing > 0 ? `${start}${text}\x1b[K` : start + text;
}

function writePicture(picture: CellPicture, size: Size): string {
	const width = Math.min(picture.width, size.columns - picture.x);
	if (width <= 0) return '';
	let text = '';
	for (const [index, row] of picture.rows.entries()) {
		const y = picture.y + index;
		if (y >= size.rows) break;
		text += `${address({x: picture.x, y})}${width < picture.width ? sliceCells(row, 0, width) : row}\x1b[0m`;
	}
	return text;
}
