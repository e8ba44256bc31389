/** What is known of a picture without reading it. Looked up for what is on the screen first. */
export type Fact = {
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since the epoch. */
	readonly modified: number;
	/** Pixels, upright; undefined until the header was looked at, null when it does not say. */
	readonly pixels?: {readonly width: number; readonly height: number} | null;
	/** When the result beside it was read, milliseconds since the epoch; null when there is none. */
	readonly readAt?: number | null;
	/** Path of another picture below the folder with the same content, which came first by name; chosen or not. */
	readonly sameAs?: string;
};

/**
 * By path. The table belongs to who looks things up and is filled while it is shown; a fact is only ever replaced by one
 * that knows more, and the number of the event beside it says that something came.
 */
export type Facts = ReadonlyMap<string, Fact>;

/** Pixels of the longer side below which no passport can be read: it is said, and chosen like any other. */
const tooSmallSide = 300;

export const isTooSmallToRead = (fact: Fact | undefined): boolean =>
	fact?.pixels ? Math.max(fact.pixels.width, fact.pixels.height) < tooSmallSide : false;

/** Its header is that of no picture, such as a PDF. */
export const isUnreadable = ({pixels, readAt}: Fact): boolean => pixels === null && !readAt;

/** Something is known of the picture that a person wants to see before choosing it. */
export const isRemarkable = (fact: Fact | undefined): boolean => fact?.sameAs !== undefined || isTooSmallToRead(fact);
