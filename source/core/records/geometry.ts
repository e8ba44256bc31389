import type {FieldKey} from '../passport/fields.ts';
import type {Box, Point, Reading} from '../passport/reading.ts';

/** Where a line of the zone stands: middles of its first and last cell, and the distance from cell to cell. */
export type LinePlace = {readonly from: Point; readonly to: Point; readonly pitch: number};

/** Where what was read stands, in pixels of the picture as it is seen after its EXIF orientation. */
export type Geometry = {
	readonly page: {readonly width: number; readonly height: number};
	/** One a line of the zone, or none when an engine knows no places. */
	readonly lines: readonly LinePlace[];
	/** Printed values, where an engine knows their boxes. */
	readonly printed: Readonly<Partial<Record<FieldKey, Box>>>;
};

/** The places that a reading knows, or one of the readings it was compared with. */
export function geometryOf(reading: Reading): Geometry | undefined {
	const readings = [reading, ...(reading.also ?? [])];
	const placed = readings.find(({page}) => page !== undefined);
	if (!placed?.page) return undefined;
	const {width, height} = placed.page;
	const lines = placed.lines.flatMap(({from, to, pitch}): LinePlace[] =>
		from && to && pitch ? [{from: rounded(from), to: rounded(to), pitch: round(pitch)}] : [],
	);
	const printed = (placed.stated ?? []).flatMap(({field, zone, box}) =>
		box && zone === 'printed' && field !== 'issue_date'
			? [[field, {from: rounded(box.from), to: rounded(box.to), height: round(box.height)}] as const]
			: [],
	);
	return {
		page: {width, height},
		lines: lines.length === placed.lines.length ? lines : [],
		printed: Object.fromEntries(printed),
	};
}

/** A tenth of a pixel is more than any engine knows. */
const round = (value: number): number => Math.round(value * 10) / 10;

const rounded = ([x, y]: Point): Point => [round(x), round(y)];
