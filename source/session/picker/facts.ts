import type {FileContent} from '../../core/pictures/files/file-content.ts';

/** What is known of a picture without reading it. Looked up for what is on the screen first. */
export type Fact = {
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since the epoch. */
	readonly modified: number;
	/** Undefined until the file was looked at, null when it cannot be read. */
	readonly content?: FileContent | null;
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
	fact?.content && 'width' in fact.content ? Math.max(fact.content.width, fact.content.height) < tooSmallSide : false;

/** It is no picture, or a broken or locked one. */
export const isUnreadable = ({content, readAt}: Fact): boolean => content === null && !readAt;

/** Something is known of the picture that a person wants to see before choosing it. */
export const isRemarkable = (fact: Fact | undefined): boolean => fact?.sameAs !== undefined || isTooSmallToRead(fact);
