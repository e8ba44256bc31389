/** Pixels of a cell. */
export type CellSize = {readonly width: number; readonly height: number};

/** A size that no font has is none: letters would not be above those that were read. */
export const cellSize = (width: number, height: number): CellSize | undefined =>
	[width, height].every(side => Number.isInteger(side) && side >= 2 && side <= 200) ? {width, height} : undefined;
