import {type CapturedOutput, captureOutput, printBehind} from './captured-output.ts';
import {createEmitter} from './emitter.ts';
import {FrameOutput} from './frame/frame-output.ts';
import {pasteable} from './frame/own-sequences.ts';
import {type Answers, asksPlaceholders, noAnswers, questionsFor, withAnswer, withTmux} from './graphics/answers.ts';
import type {Tmux} from './graphics/tmux.ts';
import {InkInputQueue} from './keyboard/ink-input-queue.ts';
import {Keyboard, type KeyboardInput, type KeyHandler} from './keyboard/keyboard.ts';
import {type MouseEvent, mouseOff, mouseOn, readMouse} from './keyboard/mouse.ts';
import {type CellPicture, type Position, Screen, type ScreenOutput, type Size} from './screen.ts';

/** An input that is a terminal: `process.stdin`, or a fake one in tests. */
export interface TerminalInput extends KeyboardInput {
	on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
	on(event: 'end' | 'close' | 'error', listener: () => void): unknown;
}

/** An output that is a terminal: `process.stdout`, or a fake one in tests. */
export interface TerminalOutput extends ScreenOutput {
	on(event: 'drain' | 'resize' | 'close' | 'error', listener: () => void): unknown;
}

export interface TerminalOptions {
	readonly stdin: TerminalInput;
	readonly stdout: TerminalOutput;
	/** Frames a second at most that no key asks for; 30 when left out. */
	readonly fps?: number;
	/** Asks the terminal what it looks like; some print the questions instead. */
	readonly asks?: boolean;
	/** tmux or screen is between this program and the terminal. */
	readonly isMultiplexed?: boolean;
	/** Asks tmux, where it is in between, about the terminal behind it. */
	readonly askTmux?: (() => Promise<Tmux | undefined>) | undefined;
}

/**
 * A terminal for one full-screen program. Give `stdin`, `stdout` and `stderr` to Ink's `render`, with `debug: true`
 * (whole frames), `exitOnCtrlC: false` and `patchConsole: false`; `enter()` before it, `leave()` at every end (see
 * lifecycle.ts, which sees to it).
 */
export interface Terminal {
	/** Keys for Ink's own inputs, one at a time. */
	readonly stdin: NodeJS.ReadStream;
	/** Takes Ink's frames. */
	readonly stdout: NodeJS.WriteStream;
	/** Goes into the log. */
	readonly stderr: NodeJS.WriteStream;
	readonly size: Size;
	readonly entered: boolean;
	/** What was printed behind the screen. */
	readonly log: CapturedOutput;
	onResize(listener: (size: Size) => void): () => void;
	/** The program's own key handlers: called once a key, at once, newest first. True takes the key from the others. */
	onKey(handler: KeyHandler): () => void;
	/** Says whether a line of text is open: elsewhere a row of keys that comes at once is a paste. */
	setTyping(isTyping: () => boolean): void;
	/** Ctrl-C was pressed. It never waits in line and no key handler sees it. */
	onInterrupt(listener: () => void): () => void;
	/** Ctrl-Z was pressed and no key handler took it. */
	onSuspend(listener: () => void): () => void;
	/** The terminal has said something of itself. It may never, and each answer comes by itself. */
	onAnswers(listener: (answers: Answers) => void): () => void;
	onMouse(listener: (event: MouseEvent) => void): () => void;
	/** Whether the terminal reports the mouse. Text is selected with shift held then. */
	setMouse(reports: boolean): void;
	/** The terminal went away: its input ended or its output failed. */
	onGone(listener: () => void): () => void;
	enter(): void;
	leave(): void;
	/** Places and shows the real cursor; undefined hides it. */
	setCursor(position: Position | undefined): void;
	setPicture(id: string, picture: CellPicture | undefined): void;
	/** Asks the terminal to put a text on the clipboard. It may not know how, or not be allowed to, and does not report either. */
	copy(text: string): void;
	whenPainted(): Promise<void>;
}

export function createTerminal({
	stdin,
	stdout,
	fps = 30,
	asks = false,
	isMultiplexed = false,
	askTmux,
}: TerminalOptions): Terminal {
	const log = captureOutput();
	const interrupts = createEmitter<void>();
	const stops = createEmitter<void>();
	const departures = createEmitter<void>();
	const resizes = createEmitter<Size>();
	const answered = createEmitter<Answers>();
	const clicks = createEmitter<MouseEvent>();
	let reportsMouse = false;
	let answers: Answers = isMultiplexed ? {...noAnswers, isMultiplexed} : noAnswers;
	const learn = (next: Answers): void => {
		if (next === answers) return;
		answers = next;
		answered.emit(answers);
	};
	let isAskingTmux = false;
	/** The client of tmux whose terminal was asked for placeholders. */
	let askedBehind: string | undefined;
	/** The window may have been taken to another terminal, of which tmux says nothing by itself. */
	const lookBehind = async (): Promise<void> => {
		if (!askTmux || isAskingTmux) return;
		isAskingTmux = true;
		const tmux = await askTmux();
		isAskingTmux = false;
		if (!screen.entered) return;
		learn(withTmux(answers, tmux));
		if (!tmux?.passes || !tmux.answers || tmux.client === askedBehind) return;
		askedBehind = tmux.client;
		write(asksPlaceholders);
	};
	// Bound now, before anything diverts the stream's own write.
	const write = stdout.write.bind(stdout);
	const output: ScreenOutput = {
		get columns() {
			return stdout.columns ?? 0;
		},
		get rows() {
			return stdout.rows ?? 0;
		},
		write,
		on: (event, listener) => stdout.on(event, listener),
	};
	const screen = new Screen(output, {fps});
	const paced = new InkInputQueue();
	const keyboard = new Keyboard(
		stdin,
		paced,
		key => {
			screen.hurry();
			if (key.id !== 'ctrl+c') return false;
			interrupts.emit();
			return true;
		},
		sequence => {
			const mouse = readMouse(sequence);
			if (mouse) clicks.emit(mouse);
			learn(withAnswer(answers, sequence));
		},
	);
	keyboard.onKey(key => {
		if (key.id !== 'ctrl+z') return false;
		stops.emit();
		return true;
	});
	let drawn = false;
	const frames = new FrameOutput(screen, () => {
		paced.rendered();
		// The first frame is there, but has no listeners yet: Ink's inputs subscribe in the effects after it.
		if (!drawn) paced.settle(() => keyboard.open());
		drawn = true;
	});
	const errors = {
		isTTY: false,
		write(text: string): boolean {
			log.add(text);
			return true;
		},
	};
	const gone = () => departures.emit();
	stdin.on('end', gone);
	stdin.on('close', gone);
	stdin.on('error', gone);
	stdout.on('close', gone);
	stdout.on('error', gone);
	stdout.on('resize', () => {
		screen.repaint();
		frames.emit('resize');
		void lookBehind();
		resizes.emit(screen.size);
	});
	let printAgain = () => {};

	return {
		stdin: paced as unknown as NodeJS.ReadStream,
		stdout: frames as unknown as NodeJS.WriteStream,
		stderr: errors as unknown as NodeJS.WriteStream,
		log,
		get size() {
			return screen.size;
		},
		get entered() {
			return screen.entered;
		},
		onResize: listener => resizes.on(listener),
		onKey: handler => keyboard.onKey(handler),
		setTyping: isTyping => keyboard.setTyping(isTyping),
		onInterrupt: listener => interrupts.on(listener),
		onSuspend: listener => stops.on(listener),
		onAnswers: listener => answered.on(listener),
		onMouse: listener => clicks.on(listener),
		setMouse(reports) {
			if (reports === reportsMouse) return;
			reportsMouse = reports;
			if (screen.entered) write(reports ? mouseOn : mouseOff);
		},
		onGone: listener => departures.on(listener),
		enter() {
			if (screen.entered) return;
			keyboard.start();
			screen.enter();
			if (asks) {
				write(questionsFor(isMultiplexed));
				void lookBehind();
			}
			if (reportsMouse) write(mouseOn);
			// A stand-in in a test is not what the process prints to.
			if (stdout === (process.stdout as unknown)) printAgain = printBehind(log);
		},
		leave() {
			if (!screen.entered) return;
			printAgain();
			printAgain = () => {};
			if (reportsMouse) write(mouseOff);
			screen.leave();
			keyboard.stop();
		},
		setCursor: position => screen.setCursor(position),
		setPicture(id, picture) {
			screen.setPicture(id, picture);
			if (picture) void lookBehind();
		},
		copy(text) {
			// OSC 52: reaches the person's own clipboard, over SSH as well.
			if (screen.entered) write(`\x1b]52;c;${Buffer.from(pasteable(text)).toString('base64')}\x07`);
		},
		whenPainted: () => screen.whenPainted(),
	};
}
