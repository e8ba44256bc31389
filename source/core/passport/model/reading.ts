import type {DocumentShape, EngineName} from './document.ts';
import type {FieldKey} from './fields.ts';
import type {Issue} from './passport.ts';

/** A point of the page, in pixels of the stored picture as it is seen after its EXIF orientation (`Reading.page`). */
export type Point = readonly [x: number, y: number];

/** The place of a stretch of type: middles of its left and its right edge in reading direction, and how tall it is. */
export type Box = {readonly from: Point; readonly to: Point; readonly height: number};

export const mostAlternatives = 3;

/** One character cell of a line. */
export type CharacterReading = {
	/** What was seen before grammar and check digits had a say. May be of the wrong class (`O` where only `0` can be). */
	readonly seen: string;
	/**
	 * Log odds, in nats, of the decided character (that of `text`) against the likeliest other one that the position
	 * allows, or against "nothing can be seen there". Negative when grammar or a check digit overruled the eye.
	 */
	readonly margin: number;
	/** The same odds by a second network, which was trained apart from the first; absent where none looked. */
	readonly second?: number;
	/** Other likely characters, the likeliest first: `mostAlternatives` at most. */
	readonly alternatives: readonly string[];
	/** The cell is not in the picture, or only in part: `text` has a filler there, which was not read. */
	readonly unseen?: true;
};

/** One line of the MRZ. */
export type LineReading = {
	/** The line as decided: 44 characters of `A-Z0-9<` in TD3. */
	readonly text: string;
	/** One cell a character of `text`. Absent when the engine gives no confidence (the cloud, a person). */
	readonly characters?: readonly CharacterReading[];
	/** Nats between the line and the next likely line that also satisfies every check digit; absent when unknown. */
	readonly runnerUp?: number;
	/** That other line, in the characters of `text`. */
	readonly runnerUpText?: string;
	/**
	 * The place of the line: middles of its first and last cell (read from `from` to `to`), and the distance from one
	 * cell's middle to the next. A capital is about 0.94 pitches tall (ICAO 9303-3 §4.6: 2.4 of 2.54 mm).
	 */
	readonly from?: Point;
	readonly to?: Point;
	readonly pitch?: number;
	/**
	 * Where the page is not flat or was seen from the side: the middles of cells at even steps of the count, from the first
	 * to the last, in the places of `from` and `to`.
	 */
	readonly path?: readonly Point[];
	/** The picture is mirrored: capitals are on the other side of the line. */
	readonly mirrored?: boolean;
};

/** A field as the engine itself says it, beside the lines: from the visual zone, or its own word about the MRZ's field. */
export type PrintedValue = {
	readonly field: FieldKey;
	/** As the engine wrote it; dates and names in any of their printed shapes. */
	readonly text: string;
	/** The value that the text stands for, where it is in other words: the code of a nationality. */
	readonly means?: string;
	readonly zone: 'printed' | 'mrz';
	/** As in CharacterReading: the weakest character, where the engine knows it. */
	readonly margin?: number;
	/** Where it is printed, where the engine knows it. */
	readonly box?: Box;
	/** The service's key for it, under which its answer has it. */
	readonly source?: string;
	/** What a second network of the engine read in its place, where the two differ and neither is sure. */
	readonly otherText?: string;
	/** Its place leaves open whether it is this field's: it is shown, and no word for or against a value. */
	readonly aside?: true;
};

/** A recognition service's answer: each of its words, under the original skill's keys. */
export type ServiceAnswer = Readonly<Record<string, string>>;

/** What an engine saw on a page. Nothing in it is judged: a reading becomes a passport only through `judge`. */
export type Reading = {
	readonly engine: EngineName;
	readonly shape: DocumentShape;
	readonly lines: readonly LineReading[];
	readonly printed?: readonly PrintedValue[];
	/** The whole answer of a service, which was paid for. */
	readonly answer?: ServiceAnswer;
	/** What the engine itself reports about the page. */
	readonly issues?: readonly Issue[];
	/** What of the picture makes it hard to read: of use where a person must look, or photograph again. */
	readonly advice?: readonly Issue[];
	/** What other engines saw on the same page. */
	readonly also?: readonly Reading[];
	/**
	 * The picture after its EXIF orientation: its size, in which every point is given, and the turn (degrees clockwise)
	 * that would level the lines.
	 */
	readonly page?: {readonly width: number; readonly height: number; readonly rotation: number};
};

/** What an engine saw on one page: a reading for each passport, in the order in which the page is read. */
export type PageReading = readonly [Reading, ...Reading[]];
