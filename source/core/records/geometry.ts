import type {FieldKey} from '../passport/model/fields.ts';
import type {Box, Point, Reading} from '../passport/model/reading.ts';

/** Where a line of the zone stands, as in `LineReading`. */
export type LinePlace = {
	readonly from: Point;
	readonly to: Point;
	readonly pitch: number;
	readonly path?: readonly Point[] | undefined;
	/** As in `LineReading`. */
	readonly mirrored?: boolean | undefined;
};

/** Where a printed value stands, and how clearly its weakest character was read (nats), where an engine knows it. */
export type PrintedPlace = Box & {readonly margin?: number | undefined};

/** Where what was read stands, in pixels of the picture as it is seen after its EXIF orientation. */
export type Geometry = {
	readonly page: {readonly width: number; readonly height: number};
	/** One a line of the zone, or none when an engine knows no places. */
	readonly lines: readonly LinePlace[];
	/** Printed values, where an engine knows their boxes. */
	readonly printed: Readonly<Partial<Record<FieldKey, Box>>>;
	/** What else is printed (places, authority, date of issue), under the keys of a reading's members. */
	readonly members?: Readonly<Record<string, PrintedPlace>> | undefined;
};

/** Where a field's value is printed that was no word for or against its zone: under the member that holds it. */
const printedAs: ReadonlyArray<readonly [member: string, field: FieldKey]> = [
	['surname_english_visual', 'surname_english'],
	['given_name_english_visual', 'given_name_english'],
	['holder_country_code_ocr', 'holder_country_code'],
	['nationality', 'holder_country_code'],
	['birth_date_ocr', 'birth_date'],
	['sex_ocr', 'sex'],
	['expiry_date_ocr', 'expiry_date'],
];

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
	const stated = (placed.stated ?? []).flatMap(({field, zone, box}) =>
		box && zone === 'printed' && field !== 'issue_date' ? [[field, roundedBox(box)] as const] : [],
	);
	const members: Record<string, PrintedPlace> = Object.fromEntries(
		Object.entries(placed.boxes ?? {}).map(([key, box]) => {
			const margin = placed.margins?.[key];
			return [key, {...roundedBox(box), ...(margin === undefined ? {} : {margin: round(margin)})}];
		}),
	);
	const printed: Partial<Record<FieldKey, Box>> = Object.fromEntries(stated);
	for (const [member, field] of printedAs) {
		const box = placed.boxes?.[member];
		if (box) printed[field] ??= roundedBox(box);
	}

	return {
		page: {width, height},
		lines: lines.length === placed.lines.length ? lines : [],
		printed,
		...(Object.keys(members).length > 0 ? {members} : {}),
	};
}

const roundedBox = ({from, to, height}: Box): Box => ({from: rounded(from), to: rounded(to), height: round(height)});

/** A tenth of a pixel is more than any engine knows. */
const round = (value: number): number => Math.round(value * 10) / 10;

const rounded = ([x, y]: Point): Point => [round(x), round(y)];
