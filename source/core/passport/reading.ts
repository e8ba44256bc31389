/**
 * What an engine saw on a page. Nothing in it is judged: a reading becomes a passport only through `judge`.
 */
export type EngineName = 'offline' | 'xiangyun' | 'person';

/** ICAO 9303 document shapes by their machine-readable zone: lines x characters. */
export type DocumentShape = 'TD3' | 'TD2' | 'TD1' | 'MRV-A' | 'MRV-B';

/** A point of the upright page, in pixels. */
export type Point = readonly [x: number, y: number];

/** One character cell of a line. */
export type CharacterReading = {
	/** What was seen before grammar and check digits had a say. */
	readonly seen: string;
	/** Log odds, in nats, of `seen` against the next likely character of the same position. Calibrated by the engine. */
	readonly margin: number;
	/** Other likely characters, the likeliest first. */
	readonly alternatives: readonly string[];
};

/** One line of the machine-readable zone. */
export type LineReading = {
	/** The line as decided: 44 characters of `A-Z0-9<` in TD3. */
	readonly text: string;
	/** One cell a character of `text`. Absent when the engine gives no confidence (the cloud, a person). */
	readonly characters?: readonly CharacterReading[];
	/** Nats between the line and the next likely line that also satisfies every check digit; absent when unknown. */
	readonly runnerUp?: number;
	/** Middles of the first and the last cell, and the pitch, on the upright page. */
	readonly from?: Point;
	readonly to?: Point;
	readonly pitch?: number;
};

export type Reading = {
	readonly engine: EngineName;
	readonly shape: DocumentShape;
	readonly lines: readonly LineReading[];
	/** The upright page: its size, and the turn (degrees clockwise) that made the stored picture upright after EXIF. */
	readonly page?: {readonly width: number; readonly height: number; readonly rotation: number};
};
