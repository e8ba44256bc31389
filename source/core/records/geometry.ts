import {type FieldKey, fields} from '../passport/model/fields.ts';
import type {Box, Point, Reading} from '../passport/model/reading.ts';

/** The place of a line of the MRZ, as in `LineReading`. */
export type LinePlace = {
	readonly from: Point;
	readonly to: Point;
	readonly pitch: number;
	readonly path?: readonly Point[] | undefined;
	/** As in `LineReading`. */
	readonly mirrored?: boolean | undefined;
};

/** The place of what was read, in pixels of the picture as it is seen after its EXIF orientation. */
export type Geometry = {
	readonly page: {readonly width: number; readonly height: number};
	/** One a line of the MRZ, or none when an engine knows no places. */
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
	const lines = placed.lines.flatMap(({from, to, pitch, path, mirrored}): LinePlace[] =>
		from && to && pitch
			? [
					{
						from: rounded(from),
						to: rounded(to),
						pitch: round(pitch),
						...(path ? {path: path.map(rounded)} : {}),
						...(mirrored ? {mirrored} : {}),
					},
				]
			: [],
	);
	const boxOf = (key: FieldKey) => placed.printed?.find(({field, zone}) => field === key && zone === 'printed')?.box;
	const printed = fields.flatMap(({key}) => {
		const box = boxOf(key);
		return box ? [[key, roundedBox(box)] as const] : [];
	});
	return {
		page: {width, height},
		lines: lines.length === placed.lines.length ? lines : [],
		printed: Object.fromEntries(printed),
	};
}

const roundedBox = ({from, to, height}: Box): Box => ({from: rounded(from), to: rounded(to), height: round(height)});

/** A tenth of a pixel is more than any engine knows. */
const round = (value: number): number => Math.round(value * 10) / 10;

const rounded = ([x, y]: Point): Point => [round(x), round(y)];
