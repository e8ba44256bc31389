/** What is known of a picture without reading it. Looked up for what is on the screen first. */
export type Fact = {
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since the epoch. */
	readonly modified: number;
	/** Pixels, upright; undefined until the header was looked at, null when it does not tell. */
	readonly pixels?: {readonly width: number; readonly height: number} | null;
	/** When what lies beside it was read, milliseconds since the epoch; null when nothing lies there. */
	readonly readAt?: number | null;
	/** Path of another picture with the same content, which came first by name. */
	readonly sameAs?: string;
};

/**
 * By path. The table belongs to who looks things up and is filled while it is shown; a fact is only ever replaced by one
 * that knows more, and the number of the telling beside it says that something came.
 */
export type Facts = ReadonlyMap<string, Fact>;

/** Pixels of the longer side below which no passport can be read. */
const tooSmallSide = 300;

export const isTooSmallToRead = (fact: Fact | undefined): boolean =>
	fact?.pixels ? Math.max(fact.pixels.width, fact.pixels.height) < tooSmallSide : false;

/** Its header tells of no picture, such as that of a PDF: taken all the same when everything is chosen, to fail in sight. */
export const isUnreadable = ({pixels, readAt}: Fact): boolean => pixels === null && !readAt;

/** Left out when everything is chosen: it cannot be read, or would be read twice. */
export const isLeftOut = (fact: Fact | undefined): boolean => isTooSmallToRead(fact) || fact?.sameAs !== undefined;
