import {describe, expect, test} from 'vitest';
import {failureOf} from '../../../source/core/records/failures.ts';

const engine = {id: 'offline', version: '3', documents: ['passport']} as const;

const damaged = (reason: string) =>
	({
		engine: 'offline',
		engineVersion: '3',
		failedAt: '2026-11-30T12:00:00.000Z',
		code: 'DAMAGED_IMAGE',
		details: {reason},
	}) as const;

describe('a picture that was kept as damaged', () => {
	test.each([
		"ENOENT: no such file or directory, open '/usr/lib/passport-ocr-tui/dist/loops.wasm'",
		'Could not load the "sharp" module using the linux-x64 runtime\nPossible solutions:',
		"Cannot find package 'sharp' imported from /usr/lib/passport-ocr-tui/dist/reading.js",
		"Cannot find module 'libheif-js/libheif-wasm/libheif.js'",
	])('by a program without a part of it is read again: %s', reason => {
		expect(failureOf([damaged(reason)], engine)).toBeUndefined();
	});

	test.each(['Input buffer has corrupt header', 'timeout', 'VipsJpeg: premature end', 'PDF error 3'])(
		'for what is in it is not: %s',
		reason => {
			const failure = damaged(reason);
			expect(failureOf([failure], engine)).toBe(failure);
		},
	);
});
