import {lentFloats} from '../../../../scratch.ts';

/** Numbers that the longest answer takes: 6,625 classes for each of 150 steps. */
const most = 150 * 6625;

/**
 * Lends room for a question to the general network and for its answer. Threads share it: neither is copied from one to the
 * other, and no line allocates its own.
 */
export const lendShared = lentFloats(
	length => new Float32Array(new SharedArrayBuffer(Float32Array.BYTES_PER_ELEMENT * Math.max(length, most))),
);
