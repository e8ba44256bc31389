import {lentFloats} from '../../../../scratch.ts';

/** Numbers that the largest question takes, which is the detector's; the recogniser's longest answer is shorter. */
const most = 3 * 1024 * 576;

/**
 * Lends room for a question to a general network and for its answer. Threads share it: neither is copied from one to the
 * other, and no line allocates its own.
 */
export const lendShared = lentFloats(
	length => new Float32Array(new SharedArrayBuffer(Float32Array.BYTES_PER_ELEMENT * Math.max(length, most))),
);
