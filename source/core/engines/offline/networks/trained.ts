import type {Kernel} from './kernel.ts';
import {type Packing, packedLength, packingOf} from './packed.ts';
import {inSixteens, number} from './place.ts';
import {isInSquares, lengthInSquares} from './squares.ts';
import {type Convolution, convolutionsOf, type Plan} from './steps.ts';

/** Where the weights of a convolution are in the kernel's memory; once more for squares, where it can be made in them. */
export type Trained = Packing & {
	readonly weights: number;
	readonly bias: number;
	readonly inSquares: number | undefined;
};

/** What was trained: where it is, and where there are as many zeros as the most channels; the first byte behind. */
export type AllTrained = {
	readonly trained: ReadonlyMap<Convolution, Trained>;
	readonly zeros: number;
	readonly end: number;
};

/** Gives what was trained its places, from a byte on. */
export function trainedOf(plan: Plan, input: string, start: number): AllTrained {
	const trained = new Map<Convolution, Trained>();
	let end = start;
	let most = 0;
	const put = (length: number): number => {
		const at = end;
		end += inSixteens(length * number);
		return at;
	};
	for (const step of convolutionsOf(plan)) {
		const packing = packingOf(step, input);
		most = Math.max(most, packing.out);
		trained.set(step, {
			...packing,
			weights: put(packedLength(step, packing)),
			bias: put(packing.out),
			inSquares: isInSquares(step) ? put(lengthInSquares(packing.out, packing.read)) : undefined,
		});
	}

	return {trained, zeros: put(most), end};
}

/** Makes the weights for squares, where the others are in their place already. */
export function writeSquares(kernel: Kernel, {weights, inSquares, read, out}: Trained): void {
	if (inSquares !== undefined) kernel.square(weights, inSquares, read, out / 8, out * read * number);
}
