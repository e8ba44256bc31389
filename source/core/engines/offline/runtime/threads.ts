/** More threads than this only take memory from a person's other programs. */
const mostThreads = 4;

const megabyte = 2 ** 20;

/** Bytes of a computer for each thread that reads the printed text as well. The person's other programs need more. */
const shareOfThread = 2 ** 31;

/** Bytes that the program takes with one thread that reads, and with each further one: the most of 150 pages, without keeping results. */
const needs = {
	mrz: {first: 220 * megabyte, further: 95 * megabyte},
	page: {first: 310 * megabyte, further: 95 * megabyte},
};

export type Computer = {
	readonly cores: number;
	/** Bytes. */
	readonly memory: number;
	/** Bytes that this process may take, as in a container; undefined without such a limit. */
	readonly limit: number | undefined;
};

/**
 * Returns how many threads read, by cores and memory: where a system ends what takes more than it may, as many as have
 * room in four fifths of that, and at least one.
 */
export function threadsFor({cores, memory, limit}: Computer, mrzAlone: boolean): number {
	const shares = mrzAlone ? mostThreads : Math.max(2, Math.floor(memory / shareOfThread));
	const {first, further} = mrzAlone ? needs.mrz : needs.page;
	const room = limit === undefined ? mostThreads : 1 + Math.floor((limit * 0.8 - first) / further);
	return Math.max(1, Math.min(mostThreads, shares, room, cores));
}

/** What a process says of a limit of its memory is no limit where it is 0 or more than there is. */
export const limitOf = (constrained: number, memory: number): number | undefined =>
	constrained > 0 && constrained < memory ? constrained : undefined;
