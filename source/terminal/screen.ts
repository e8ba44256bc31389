import {onlyOwnSequences} from './frame/own-sequences.ts';
import {address, type Position} from './frame/position.ts';
import {blankRow, type CellPicture, layRow, type Row, type Size, writePicture, writeStretch} from './graphics/rows.ts';

export type {Position} from './frame/position.ts';
export type {CellPicture, Size} from './graphics/rows.ts';

/** What the screen needs of a terminal's output. */
export interface ScreenOutput {
	columns?: number;
	rows?: number;
	write(text: string, done?: () => void): boolean;
	on(event: 'drain', listener: () => void): unknown;
}

// Autowrap is off while we draw: where a terminal takes a sign for wider than Ink does, it cuts the line instead of
// spilling into the next one, and the last cell of the last row never scrolls.
const enterSequence = '\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?2004h\x1b[2J';
const leaveSequence = '\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l';
const beginUpdate = '\x1b[?2026h';
const endUpdate = '\x1b[?2026l';

/** What a key asks for is painted as often as most displays show a frame. */
const keyInterval = 1000 / 60;

/**
 * Paints whole frames: only the changed lines, by absolute address, in one write, at most `fps` times a second (`hurry`
 * says when more), and always the last one. Nothing is painted in the turn in which a frame comes, so that a frame and
 * the cursor that belongs to it, or a frame that is replaced at once, are one.
 */
export class Screen {
	readonly #output: ScreenOutput;
	readonly #interval: number;
	#frame: readonly string[] = [];
	#pictures = new Map<string, CellPicture>();
	#cursor: Position | undefined;
	#paintedRows: Row[] = [];
	#paintedPictures = new Map<string, CellPicture>();
	#paintedCursor: Position | undefined;
	#clear = true;
	#entered = false;
	#blocked = false;
	#dirty = false;
	/** A key was pressed since the last frame. */
	#hurries = false;
	#paintedColumns = 0;
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
		this.#output.write(hidden(this.#paintedPictures.values()) + leaveSequence);
		this.#paintedPictures = new Map();
		this.#settle();
	}

	/** Takes a whole frame, lines separated by line feeds. What is beyond the terminal is cut. */
	draw(frame: string): void {
		this.#frame = onlyOwnSequences(frame).split('\n');
		this.#touch();
	}

	/** Where the real cursor is (input methods open their window there); undefined hides it. */
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

	/**
	 * A key was pressed: the frame that follows does not wait for the next of those that come by themselves, such as those
	 * of progress.
	 */
	hurry(): void {
		if (this.#hurries) return;
		this.#hurries = true;
		if (!this.#timer) return;
		this.#unschedule();
		this.#schedule();
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
		const interval = this.#hurries ? Math.min(keyInterval, this.#interval) : this.#interval;
		const wait = this.#lastPaint + interval - performance.now();
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
		this.#hurries = false;
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
		if (this.#clear || size.columns !== this.#paintedColumns) {
			text += `${hidden(this.#paintedPictures.values())}\x1b[0m\x1b[2J`;
			this.#clear = false;
			this.#paintedColumns = size.columns;
			this.#paintedRows = [];
			this.#paintedPictures = new Map();
			this.#paintedCursor = undefined;
			text += '\x1b[?25l';
		}
		// First: what is in the cells goes with them, and the frame is written there next.
		text += hidden(changed(this.#paintedPictures, this.#pictures));
		const pictures = [...this.#pictures.values()].sort((a, b) => a.x - b.x);
		for (let y = 0; y < size.rows; y++) {
			const row = layRow(this.#frame[y] ?? '', y, pictures, size.columns);
			const painted = this.#paintedRows[y] ?? blankRow;
			if (row.line === painted.line && row.holes === painted.holes) continue;
			this.#paintedRows[y] = row;
			for (const [index, stretch] of row.stretches.entries()) {
				const before = row.holes === painted.holes ? painted.stretches[index] : undefined;
				if (before?.text !== stretch.text) text += writeStretch(stretch, y, before);
			}
		}
		for (const [id, picture] of this.#pictures) text += writePicture(picture, size, this.#paintedPictures.get(id));
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

/** What takes the pictures away that are over the cells; cells themselves are painted over. */
const hidden = (pictures: Iterable<CellPicture>): string => [...pictures].map(({over}) => over?.hide ?? '').join('');

/** The pictures of `from` that `other` does not have. */
const changed = (
	from: ReadonlyMap<string, CellPicture>,
	other: ReadonlyMap<string, CellPicture>,
): readonly CellPicture[] =>
	[...from].filter(([id, picture]) => other.get(id) !== picture).map(([, picture]) => picture);

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
	return a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y);
}
