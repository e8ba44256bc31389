/** A press of the left button, or a turn of the wheel; the cell it was on, from 0. */
export type MouseEvent = {readonly kind: 'press' | 'wheelUp' | 'wheelDown'; readonly x: number; readonly y: number};

/** Reports presses and the wheel, not movement (xterm ctlseqs, modes 1000 and 1006). */
export const mouseOn = '\x1b[?1000h\x1b[?1006h';
export const mouseOff = '\x1b[?1006l\x1b[?1000l';

const kinds: Readonly<Record<string, MouseEvent['kind']>> = {0: 'press', 64: 'wheelUp', 65: 'wheelDown'};

/** What a sequence says of the mouse; undefined for a release, another button, or another sequence. */
export function readMouse(sequence: string): MouseEvent | undefined {
	const [, button = '', column, row] = /^\x1b\[<(\d+);(\d+);(\d+)M$/.exec(sequence) ?? [];
	const kind = kinds[button];
	return kind && {kind, x: Number(column) - 1, y: Number(row) - 1};
}
