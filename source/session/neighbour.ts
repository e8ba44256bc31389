/** The choice after this one, or before it, round in a circle; after one that is not among them, the first. */
export const neighbour = <T>(all: readonly T[], one: T, by = 1): T =>
	all[(all.indexOf(one) + by + all.length) % all.length]!;

/** Returns the place of the first item that is so, else that of the first of all. */
export const firstPlace = <T>(items: readonly T[], isSo: (item: T) => boolean): number =>
	Math.max(0, items.findIndex(isSo));
