import type {Room} from '../layout/layout.ts';
import {linePart, readingConfidence, type ShownLine} from './line-parts.ts';
import type {Caption, CutOut} from './picture-view.ts';

const mostSpans = 5;
/** More rows than this for one stretch only spread them over the screen. */
const mostRows = 9;

/**
 * The lines of the MRZ, cut into as many stretches as make them clearest, below each other with what was read
 * under each. Where they could not be distinguished, the line of the current field alone.
 */
export function mrzParts(
	lines: readonly ShownLine[],
	room: Room,
): {parts: readonly CutOut[]; captions: readonly Caption[]} {
	const all = bestCut(lines, room);
	const current = lines.filter(line => line.characters.some(one => one.current));
	const {shown, spans} =
		all.confidence >= 1 || current.length === 0
			? {shown: lines, spans: all.spans}
			: {shown: current, spans: bestCut(current, room).spans};
	const rows = Math.min(mostRows, Math.floor(room.rows / (shown.length * spans)));
	const drawn = shown.flatMap((line, row) => {
		const {length} = line.characters;
		const each = Math.ceil(length / spans);
		return Array.from({length: spans}, (_, span) =>
			linePart(
				line,
				span * each,
				Math.min(length, (span + 1) * each),
				{...room, y: room.y + (row * spans + span) * rows, rows},
				true,
			),
		);
	});
	return {parts: drawn.map(({part}) => part), captions: drawn.flatMap(({captions}) => captions)};
}

/** Into how many pieces to cut each line, and how many columns a character has then. */
function bestCut(lines: readonly ShownLine[], {columns, rows}: Room): {spans: number; confidence: number} {
	const longest = Math.max(...lines.map(line => line.characters.length));
	let best = {spans: 1, confidence: 0};
	for (let spans = 1; spans <= mostSpans; spans++) {
		const each = Math.floor(rows / (lines.length * spans));
		if (each < 2) break;
		// The last row of each is for what was read.
		const confidence = readingConfidence(Math.ceil(longest / spans), columns, Math.min(mostRows, each) - 1);
		if (confidence > best.confidence) best = {spans, confidence};
	}
	return best;
}
