import type {Box, Point} from '../../core/passport/model/reading.ts';
import type {Room} from '../layout/layout.ts';
import {boxFrame} from './crop-frames.ts';
import {lettersAround, linePart, type ShownLine, widthOf} from './line-parts.ts';
import type {Caption, CutOut} from './picture-view.ts';

type Parts = {readonly parts: readonly CutOut[]; readonly captions: readonly Caption[]};

/** Paper around a printed value: shares of its height. */
const beside = 0.4;
const tall = 1.5;
const gap = 3;
/** Columns of a character of the MRZ beside which there is room for the printed value. */
const readable = 4;
/** In less a printed value cannot be read. */
const narrowest = 14;

/** From this many rows on what was read is shown below the picture as well. */
export const captionFrom = 5;

/** How much of the room the MRZ takes where a doubtful letter is shown beside its printed form. */
const mrzShare = 0.58;

/** Characters of paper on each side of a part of a printed value: letters of a proportional font are not evenly wide. */
const around = 1.5;

type InMrz = {readonly line: ShownLine; readonly from: number; readonly to: number};

/**
 * A field in the MRZ, and beside it as it is printed above, where both are known and there is room. Of a long one with a
 * doubtful letter the part around that letter, in both.
 */
export function fieldParts(mrz: InMrz | undefined, printed: Box | undefined, room: Room): Parts {
	if (!mrz) return besideEachOther(mrz, printed, room);
	const {line, from, to} = mrz;
	const share = {...room, columns: printed ? Math.floor(room.columns * mrzShare) : room.columns};
	const [first, past] = lettersAround(line, from, to, share);
	const cut =
		printed && partOfBox(printed, (first - around - from) / (to - from), (past + around - from) / (to - from));
	return besideEachOther({line, from: first, to: past}, cut, room);
}

/** The part of a printed value between two shares of its length. */
function partOfBox({from, to, height}: Box, start: number, end: number): Box {
	const at = (share: number): Point => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
	return {from: at(Math.max(0, start)), to: at(Math.min(1, end)), height};
}

function besideEachOther(mrz: InMrz | undefined, printed: Box | undefined, room: Room): Parts {
	const captions = mrz !== undefined && room.rows >= captionFrom;
	const rows = room.rows - (captions ? 1 : 0);
	const box = printed && Math.ceil((2 * rows * boxLength(printed)) / tall);
	if (!mrz) return {parts: printed ? [boxPart(printed, room.x, room.y, room.columns, rows)] : [], captions: []};
	const wanted = widthOf(mrz.to - mrz.from, rows);
	const left =
		box === undefined ? 0 : Math.min(box, Math.max(room.columns - wanted - gap, Math.floor(room.columns / 3)));
	const each = (room.columns - left - gap) / (mrz.to - mrz.from);
	const both = printed !== undefined && left >= narrowest && each >= readable;
	const columns = both ? room.columns - left - gap : room.columns;
	const line = linePart(mrz.line, mrz.from, mrz.to, {...room, columns}, captions);
	const x = line.part.x + line.part.columns + gap;
	return {
		parts: both ? [line.part, boxPart(printed, x, room.y, room.x + room.columns - x, rows)] : [line.part],
		captions: line.captions,
	};
}

/** Length of a box with its paper, in heights. */
const boxLength = ({from, to, height}: Box): number =>
	Math.hypot(to[0] - from[0], to[1] - from[1]) / height + 2 * beside;

function boxPart(box: Box, x: number, y: number, most: number, rows: number): CutOut {
	const natural = (2 * rows * boxLength(box)) / tall;
	const columns = Math.min(most, Math.ceil(natural));
	const used = Math.max(1, Math.min(rows, Math.round((rows * columns) / natural)));
	return {
		x,
		y: y + Math.floor((rows - used) / 2),
		columns,
		rows: used,
		frame: boxFrame(box, beside, tall),
		marked: [],
	};
}
