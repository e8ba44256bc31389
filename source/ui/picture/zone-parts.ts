import {canBeRead, linePart, type Room, type ShownLine} from './line-parts.ts';
import type {Caption, CutOut} from './view.ts';

/** Rows of one stretch: its characters, and what was read below them. */
const fewestRows = 3;

/**
 * The lines of the zone, cut into stretches that can be read in this width, below each other with what was read under
 * each. Where not all fit, those around the current field stay.
 */
export function zoneParts(
	lines: readonly ShownLine[],
	room: Room,
): {parts: readonly CutOut[]; captions: readonly Caption[]} {
	const stretches = lines.flatMap(line => {
		const {length} = line.characters;
		const count = [1, 2, 3].find(pieces => canBeRead(Math.ceil(length / pieces), {...room, rows: 4})) ?? 4;
		const each = Math.ceil(length / count);
		return Array.from({length: count}, (_, index) => ({
			line,
			from: index * each,
			to: Math.min(length, (index + 1) * each),
		}));
	});
	const fitting = Math.max(1, Math.floor(room.rows / fewestRows));
	const current = Math.max(
		0,
		stretches.findIndex(({line, from, to}) => line.characters.slice(from, to).some(one => one.current)),
	);
	const first = Math.max(0, Math.min(stretches.length - fitting, current - Math.floor((fitting - 1) / 2)));
	const shown = stretches.slice(first, first + fitting);
	// More than a few rows each only spread the stretches over the screen.
	const rows = Math.min(7, Math.floor(room.rows / shown.length));
	const drawn = shown.map(({line, from, to}, index) =>
		linePart(line, from, to, {...room, y: room.y + index * rows, rows}, true),
	);
	return {parts: drawn.map(({part}) => part), captions: drawn.flatMap(({captions}) => captions)};
}
