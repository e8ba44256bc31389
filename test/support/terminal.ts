import {EventEmitter} from 'node:events';
import xterm from '@xterm/headless';
import type {TerminalInput, TerminalOutput} from '../../source/terminal/terminal.ts';

export interface FakeTerminal {
	/** What the program reads and writes, as `process.stdin` and `process.stdout` of a real terminal. */
	readonly stdin: TerminalInput & {readonly isTTY: true; raw: boolean};
	readonly stdout: TerminalOutput & {readonly isTTY: true};
	/** Presses one key by its id: `enter`, `shift+tab`, `ctrl+a`, `alt+b`, `space`, `j`, … */
	press(...ids: string[]): void;
	/** Types text in one chunk. */
	type(text: string): void;
	/** Pastes as a terminal with bracketed paste does. */
	paste(text: string): void;
	/** Sends raw bytes in one chunk. */
	write(bytes: string | Uint8Array): void;
	resize(columns: number, rows: number): void;
	/** What is seen now, line by line, blanks at the ends cut. */
	screen(): string[];
	/** A row sign by sign, with the numbers of its colours and what else is seen of it. */
	cells(y: number): readonly string[];
	/** Cell of the cursor, from 0, and whether it is seen. */
	cursor(): {x: number; y: number; visible: boolean};
	/** Lines above the screen of the normal buffer: what a program must not touch. */
	scrollback(): string[];
	/** Is the alternate screen on? */
	alternate(): boolean;
	modes(): {bracketedPaste: boolean; wraparound: boolean};
	/** Everything the program has written. */
	output(): string;
	/** How many bytes the program has written. */
	written(): number;
	/** Feeds output that did not come from the program: a shell's prompt before it, the bytes of a real pty. */
	feed(text: string): Promise<void>;
	/** Resolves with the screen when it shows a text or fulfils a condition; fails with the screen when it never does. */
	waitFor(wanted: string | RegExp | ((lines: string[]) => boolean)): Promise<string[]>;
}

const sequences: Readonly<Record<string, string>> = {
	enter: '\r',
	esc: '\x1b',
	tab: '\t',
	'shift+tab': '\x1b[Z',
	backspace: '\x7f',
	delete: '\x1b[3~',
	home: '\x1b[H',
	end: '\x1b[F',
	pgup: '\x1b[5~',
	pgdn: '\x1b[6~',
	up: '\x1b[A',
	down: '\x1b[B',
	right: '\x1b[C',
	left: '\x1b[D',
	space: ' ',
};

const limit = 40_000;

/** A terminal in memory: a keyboard to press and a screen to look at (xterm.js without a window). */
export function createFakeTerminal({columns = 80, rows = 24} = {}): FakeTerminal {
	const term = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
	const stdin = Object.assign(new EventEmitter(), {
		isTTY: true as const,
		raw: false,
		setRawMode(raw: boolean) {
			stdin.raw = raw;
		},
		ref() {},
		unref() {},
		resume() {},
		pause() {},
	});
	let output = '';
	const looking = new Set<() => void>();
	const look = () => {
		for (const check of [...looking]) check();
	};
	const stdout = Object.assign(new EventEmitter(), {
		isTTY: true as const,
		columns,
		rows,
		write(text: string, done?: () => void) {
			output += text;
			term.write(text, () => {
				done?.();
				look();
			});
			return true;
		},
	});
	const send = (bytes: string | Uint8Array) => {
		stdin.emit('data', typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes));
	};
	const lines = (from: number, count: number, buffer = term.buffer.active) =>
		Array.from(
			{length: count},
			(_, y) =>
				buffer
					.getLine(from + y)
					?.translateToString(true)
					.trimEnd() ?? '',
		);
	const screen = () => lines(term.buffer.active.viewportY, term.rows);
	const visible = () => {
		const hidden = output.lastIndexOf('\x1b[?25l');
		return output.lastIndexOf('\x1b[?25h') >= hidden;
	};

	return {
		stdin: stdin as FakeTerminal['stdin'],
		stdout: stdout as FakeTerminal['stdout'],
		press(...ids) {
			for (const id of ids) send(bytesOf(id));
		},
		type: send,
		paste: text => send(`\x1b[200~${text}\x1b[201~`),
		write: send,
		resize(nextColumns, nextRows) {
			term.resize(nextColumns, nextRows);
			stdout.columns = nextColumns;
			stdout.rows = nextRows;
			stdout.emit('resize');
		},
		screen,
		cells: y =>
			Array.from({length: term.cols}, (_, x) => {
				const cell = term.buffer.active.getLine(term.buffer.active.viewportY + y)?.getCell(x);
				if (!cell) return '';
				const marks = [cell.isInverse(), cell.isUnderline(), cell.isStrikethrough()];
				const isSeen = cell.getChars().trim() !== '';
				const front = isSeen || marks.some(Boolean) ? cell.getFgColor() : '';
				const weight = isSeen ? [cell.isBold(), cell.isDim(), cell.isItalic()] : [];
				return [cell.getChars() || ' ', cell.getWidth(), front, cell.getBgColor(), ...marks, ...weight].join(' ');
			}),
		cursor: () => ({x: term.buffer.active.cursorX, y: term.buffer.active.cursorY, visible: visible()}),
		scrollback: () => lines(0, term.buffer.normal.baseY, term.buffer.normal),
		alternate: () => term.buffer.active.type === 'alternate',
		modes: () => ({bracketedPaste: term.modes.bracketedPasteMode, wraparound: term.modes.wraparoundMode}),
		output: () => output,
		written: () => Buffer.byteLength(output),
		feed: text =>
			new Promise(resolve => {
				output += text;
				term.write(text, () => {
					resolve();
					look();
				});
			}),
		waitFor(wanted) {
			const found = () => {
				const now = screen();
				if (typeof wanted === 'function') return wanted(now);
				const text = now.join('\n');
				return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
			};
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					looking.delete(check);
					reject(new Error(`Not seen within ${limit} ms: ${wanted}\n${frame(screen())}`));
				}, limit);
				const check = () => {
					if (!found()) return;
					clearTimeout(timer);
					looking.delete(check);
					resolve(screen());
				};
				looking.add(check);
				check();
			});
		},
	};
}

function bytesOf(id: string): string {
	const sequence = sequences[id];
	if (sequence !== undefined) return sequence;
	const modified = /^(ctrl|alt)\+(.+)$/.exec(id);
	if (modified?.[1] === 'ctrl') return String.fromCharCode(modified[2]!.charCodeAt(0) & 0x1f);
	if (modified?.[1] === 'alt') return `\x1b${bytesOf(modified[2]!)}`;
	if ([...new Intl.Segmenter().segment(id)].length === 1) return id;
	throw new Error(`No such key: ${id}`);
}

function frame(lines: string[]): string {
	return lines.map(line => `▕${line}`).join('\n');
}
