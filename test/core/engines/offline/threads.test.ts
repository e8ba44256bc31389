import {expect, test} from 'vitest';
import {limitOf, threadsFor} from '../../../../source/core/engines/offline/runtime/threads.ts';

const megabytes = (count: number): number => count * 2 ** 20;

test.each([
	// A computer: 2 GB for each thread that reads whole pages, at least two, and no more than there are cores.
	[1, 64_000, undefined, 1, 1],
	[2, 1_000, undefined, 2, 2],
	[8, 1_000, undefined, 4, 2],
	[8, 6_200, undefined, 4, 3],
	[8, 64_000, undefined, 4, 4],
	// A container on one with 64 GB.
	[8, 64_000, 128, 1, 1],
	[8, 64_000, 384, 1, 1],
	[8, 64_000, 512, 2, 2],
	[8, 64_000, 768, 4, 4],
	[2, 64_000, 4_000, 2, 2],
	[8, 64_000, 4_000, 4, 4],
])('%i cores, %i MB, at most %s MB: %i threads for the MRZ, %i for pages', (cores, memory, limit, mrz, page) => {
	const computer = {cores, memory: megabytes(memory), limit: limit && megabytes(limit)};
	expect(threadsFor(computer, true)).toBe(mrz);
	expect(threadsFor(computer, false)).toBe(page);
});

test('no limit is one of 0, or of more than there is', () => {
	expect(limitOf(0, 1000)).toBeUndefined();
	expect(limitOf(18_446_744_073_709_552_000, 1000)).toBeUndefined();
	expect(limitOf(500, 1000)).toBe(500);
});
