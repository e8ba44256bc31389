/** A field of a card, as the service wrote it. */
export type RawItem = {readonly desc: string; readonly content: string};

export type RawCard = {
	/** `13` is a passport. Absent where an engine leaves it out. */
	readonly type: string | undefined;
	readonly items: readonly RawItem[];
};
