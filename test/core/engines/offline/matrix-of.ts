import {alphabet, blank, classes, classOf} from '../../../../source/core/engines/offline/decode/alphabet.ts';
import type {Matrix} from '../../../../source/core/engines/offline/decode/matrix.ts';

/**
 * A matrix that shows `text` clearly (8 nats over the rest), with some positions made doubtful:
 * `doubts[position]` gives characters their log probabilities, and `''` that of nothing being there.
 */
export function matrixOf(
	text: string,
	doubts: Readonly<Record<number, Readonly<Record<string, number>>>> = {},
): Matrix {
	const data = new Float32Array(text.length * classes).fill(-9);
	for (const [position, character] of [...text].entries()) {
		const row = doubts[position] ?? {[character]: -0.01};
		for (const [candidate, value] of Object.entries(row)) {
			if (!alphabet.includes(candidate)) throw new Error(`no such character: ${candidate}`);
			data[position * classes + (candidate === '' ? blank : classOf(candidate))] = value;
		}
	}

	return {count: text.length, data};
}
