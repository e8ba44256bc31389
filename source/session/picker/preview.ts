/** A picture as cells for its place beside the list. */
export type PicturePreview = {
	readonly path: string;
	/** The room it was made for. */
	readonly columns: number;
	readonly rows: number;
	/** Lines of cells with their colours, and how wide they are; none when it cannot be shown. */
	readonly cells: readonly string[];
	readonly width: number;
};
