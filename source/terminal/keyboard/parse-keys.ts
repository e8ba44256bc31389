import {graphemes} from '../frame/cells.ts';
import {type Key, type KeyName, type Modifiers, namedKey, pasteKey, textKey} from './key.ts';

/**
 * What is still open at the end of the input: an escape that may begin a sequence, a sequence without its end, a paste
 * without its end. Each waits for more input, but not for ever.
 */
export type Open = 'escape' | 'sequence' | 'paste';

export interface ParsedKeys {
	readonly keys: readonly Key[];
	/** Of the keys, those that came as plain text (with enter and tab), each stretch with nothing between its keys. */
	readonly stretches: readonly (readonly Key[])[];
	/** Whole sequences that no key sends: what the terminal answers. */
	readonly answers: readonly string[];
	/** What belongs before the next input. */
	readonly rest: string;
	readonly open: Open | undefined;
}

const pasteStart = '\x1b[200~';
const pasteEnd = '\x1b[201~';
/** ECMA-48 §5.4; and the two that break it: the Linux console's `[[A` and rxvt's `[3$`. */
const csi = /\x1b\[(?:\[[A-E]|[2-8]\$|[0-?]*[ -/]*[@-~])/y;
const openCsi = /\x1b\[(?:\[|[0-?]*[ -/]*)$/y;
const ss3 = /\x1bO[A-DFHMP-S]/y;
/** Answers of the terminal (DCS, OSC, APC, PM, SOS), which are not typed. */
const answer = /\x1b[P\]_^X][^\x07\x1b]*(?:\x07|\x1b\\)/y;
const openAnswer = /\x1b[P\]_^X][^\x07\x1b]*\x1b?$/y;
const textRun = /[^\x00-\x1f\x7f-\x9f]+/y;
const lineEnds = /\r\n|[\r\n\t]/y;

/**
 * Only these are read as alt + key. Every other key after an escape in the same chunk is far more often an escape and
 * then a key on a slow line, and as alt + key both would be lost.
 */
const altKeys: Readonly<Record<string, KeyName | undefined>> = {
	b: undefined,
	f: undefined,
	d: undefined,
	'\x7f': 'backspace',
};

/**
 * Cuts terminal input into keys.
 * @param final nothing more will come in time: what is open is closed as well as can be
 */
export function parseKeys(input: string, final = false): ParsedKeys {
	const keys: Key[] = [];
	const answers: string[] = [];
	const stretches: Key[][] = [];
	/** Where the last stretch ends. */
	let plainTo = -1;
	let index = 0;
	const plain = (text: string, typed: readonly Key[]): void => {
		if (plainTo !== index) stretches.push([]);
		for (const key of typed) {
			stretches.at(-1)!.push(key);
			keys.push(key);
		}
		index += text.length;
		plainTo = index;
	};
	const match = (pattern: RegExp): string | undefined => {
		pattern.lastIndex = index;
		return pattern.exec(input)?.[0];
	};
	const stop = (open: Open | undefined): ParsedKeys => ({
		keys,
		stretches,
		answers,
		rest: input.slice(index),
		open,
	});

	while (index < input.length) {
		const run = match(textRun);
		if (run !== undefined) {
			plain(run, graphemes(run).map(textKey));
			continue;
		}
		const lineEnd = match(lineEnds);
		if (lineEnd !== undefined) {
			plain(lineEnd, [controlKey(lineEnd[0]!)!]);
			continue;
		}
		if (input[index] !== '\x1b') {
			const key = controlKey(input[index]!);
			if (key) keys.push(key);
			index += 1;
			continue;
		}
		if (input.startsWith(pasteStart, index)) {
			const from = index + pasteStart.length;
			const to = input.indexOf(pasteEnd, from);
			if (to === -1 && !final) return stop('paste');
			const paste = pasteKey(to === -1 ? input.slice(from) : input.slice(from, to));
			if (paste.type === 'paste' && paste.text !== '') keys.push(paste);
			index = to === -1 ? input.length : to + pasteEnd.length;
			continue;
		}
		const sequence = match(csi) ?? match(ss3);
		if (sequence !== undefined) {
			const key = sequenceKey(sequence);
			if (key) keys.push(key);
			else answers.push(sequence);
			index += sequence.length;
			continue;
		}
		const unread = match(answer);
		if (unread !== undefined) {
			answers.push(unread);
			index += unread.length;
			continue;
		}
		const left = input.length - index;
		if (!final) {
			if (left === 1) return stop('escape');
			if (match(openCsi) !== undefined || match(openAnswer) !== undefined) return stop('sequence');
			if (left === 2 && input[index + 1] === 'O') return stop('sequence');
		}
		const half = match(openCsi);
		if (half !== undefined && half.length > 2) {
			index += half.length;
			continue;
		}
		const next = input[index + 1];
		if (next !== undefined && next in altKeys) {
			keys.push(namedKey(altKeys[next] ?? next, `\x1b${next}`, {alt: true}));
			index += 2;
			continue;
		}
		keys.push(namedKey('esc', '\x1b'));
		index += 1;
	}
	return stop(undefined);
}

function controlKey(byte: string): Key | undefined {
	if (byte === '\r' || byte === '\n') return namedKey('enter', '\r');
	if (byte === '\t') return namedKey('tab', '\t');
	if (byte === '\b' || byte === '\x7f') return namedKey('backspace', '\x7f');
	const code = byte.charCodeAt(0);
	if (code > 0x1f) return undefined;
	const name = code === 0 ? ' ' : String.fromCharCode(code + (code <= 26 ? 0x60 : 0x40));
	return namedKey(name, byte, {ctrl: true});
}

const byLetter: Readonly<Record<string, KeyName>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	M: 'enter',
};

const byNumber: Readonly<Record<string, KeyName>> = {
	1: 'home',
	2: 'insert',
	3: 'delete',
	4: 'end',
	5: 'pgup',
	6: 'pgdn',
	7: 'home',
	8: 'end',
};

/**
 * A key from a whole CSI or SS3 sequence; undefined for other sequences (function keys, reports). An event type
 * follows the modifiers: 2 is a repeat, 3 a release (kitty keyboard protocol, "Event types").
 */
function sequenceKey(sequence: string): Key | undefined {
	const event = /^\x1b\[[\d:]*;\d*:(\d)/.exec(sequence)?.[1];
	if (event === '3') return undefined;
	const key = pressedKey(sequence);
	return event === '2' && key?.type === 'key' ? {...key, repeated: true} : key;
}

function pressedKey(sequence: string): Key | undefined {
	const body = sequence.slice(2);
	const final = body.at(-1)!;
	const [first = '', second = '', third = ''] = body.slice(0, -1).split(';');
	const modifiers = readModifiers(second);
	if (sequence === '\x1b[Z') return namedKey('tab', sequence, {shift: true});
	// xterm's modifyOtherKeys and the "CSI u" form: some people have them switched on for everything.
	if (final === '~' && first === '27') return otherKey(Number(third), modifiers, sequence);
	if (final === 'u' && first !== '') return otherKey(Number.parseInt(first, 10), modifiers, sequence);
	if (/[~$^@]/.test(final)) {
		const name = byNumber[first];
		if (name === undefined) return undefined;
		const rxvt = {shift: final === '$' || final === '@', ctrl: final === '^' || final === '@', alt: false};
		return namedKey(name, sequence, final === '~' ? modifiers : rxvt);
	}
	const name =
		/^(?:1;\d+(?::\d)?)?[A-Z]$/.test(body) && (final !== 'M' || sequence[1] === 'O') ? byLetter[final] : undefined;
	return name === undefined ? undefined : namedKey(name, name === 'enter' ? '\r' : sequence, modifiers);
}

/** 1 + the sum of shift 1, alt 2, ctrl 4 (xterm, ctlseqs "PC-Style Function Keys"). */
function readModifiers(text: string): Modifiers {
	const bits = Math.max(0, (Number.parseInt(text, 10) || 1) - 1);
	return {shift: (bits & 1) !== 0, alt: (bits & 2) !== 0, ctrl: (bits & 4) !== 0};
}

function otherKey(code: number, modifiers: Modifiers, bytes: string): Key | undefined {
	if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) return undefined;
	const names: Readonly<Record<number, KeyName>> = {9: 'tab', 13: 'enter', 27: 'esc', 127: 'backspace', 8: 'backspace'};
	const name = names[code];
	if (name !== undefined) return namedKey(name, name === 'enter' ? '\r' : bytes, modifiers);
	const text = String.fromCodePoint(code);
	if (modifiers.ctrl || modifiers.alt) return namedKey(text.toLowerCase(), bytes, modifiers);
	return /[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]/.test(text) ? undefined : textKey(text);
}
