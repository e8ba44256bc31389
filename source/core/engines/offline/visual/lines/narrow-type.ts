import {medianOf} from '../runs.ts';
import type {PrintedLine, Reread} from './read-lines.ts';

/** A line so many times as wide as it is tall, or shorter, found room for its letters. */
const longLine = 5;

/** In usual type the middles of two letters are apart by more than this share of the line's height. */
const closeLetters = 0.34;

/** Below this mean (nats) nothing was made out. */
const unread = 1.2;

/** Type is read so clearly on average, and so much more clearly than when it was drawn too narrow. */
const [clearType, clearer] = [2.5, 0.5];

/** How much wider narrow type is drawn. */
const wider = 2;

const meanOf = ({characters}: PrintedLine): number =>
	characters.reduce((sum, {margin}) => sum + margin, 0) / characters.length;

/** A look at a line whose letters may be too close for the reader; undefined where they are not, or were drawn wider already. */
export function widerLook(look: Reread, line: PrintedLine): Reread | undefined {
	const {characters, width, height} = line;
	if ((look.stretch ?? 1) >= wider || width < longLine * height) return undefined;
	const apart = characters.slice(1).map(({u}, at) => u - characters[at]!.u);
	return meanOf(line) < unread || medianOf(apart) < closeLetters * height ? {...look, stretch: wider} : undefined;
}

/** The wider look at a line where it shows type that the first one did not, else the first. */
export const ofNarrow = (line: PrintedLine, other: PrintedLine | undefined): PrintedLine =>
	other && meanOf(other) > clearType && meanOf(other) > meanOf(line) + clearer ? other : line;
