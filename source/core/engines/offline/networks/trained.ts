import {inEights, number} from './place.ts';
import {type Convolution, convolutionsOf, type Plan} from './plan.ts';
import {isInSquares, weightsInSquares} from './squares.ts';

/** Where the weights of a convolution are in the kernel's memory; once more for squares, where it can be made in them. */
export type Trained = {readonly weights: number; readonly bias: number; readonly inSquares: number | undefined};

/** What was trained: where it is, and where there are as many zeros as the most channels; the first byte behind. */
export type AllTrained = {
	readonly trained: ReadonlyMap<Convolution, Trained>;
	readonly zeros: number;
	readonly parts: ReadonlyArray<{readonly at: number; readonly numbers: Float32Array}>;
	readonly end: number;
};

/** [channels out / 8][taps][numbers in a tap][8], which is the order in which the kernel reads them. */
function packed({weights: {dims, data}}: Convolution, channelsIn: number): Float32Array {
	const [channels = 0, given = 0, height = 0, width = 0] = dims;
	const window = height * width * channelsIn;
	const result = new Float32Array(inEights(channels) * window);
	for (let channel = 0; channel < channels; channel++) {
		const block = Math.floor(channel / 8) * window * 8 + (channel % 8);
		for (let from = 0; from < given; from++) {
			for (let place = 0; place < height * width; place++) {
				result[block + (place * channelsIn + from) * 8] = data[(channel * given + from) * height * width + place]!;
			}
		}
	}

	return result;
}

/** Gives what was trained its places, from a byte on. */
export function trainedOf(plan: Plan, input: string, start: number): AllTrained {
	const trained = new Map<Convolution, Trained>();
	const parts: {at: number; numbers: Float32Array}[] = [];
	let end = start;
	let most = 0;
	const put = (numbers: Float32Array): number => {
		const at = end;
		parts.push({at, numbers});
		end += Math.ceil((numbers.length * number) / 16) * 16;
		return at;
	};
	for (const step of convolutionsOf(plan)) {
		const [channels = 0, channelsIn = 0] = step.weights.dims;
		const bias = new Float32Array(inEights(channels));
		bias.set(step.bias.data);
		most = Math.max(most, bias.length);
		const read = step.input === input ? channelsIn : inEights(channelsIn);
		trained.set(step, {
			weights: put(packed(step, read)),
			bias: put(bias),
			inSquares: isInSquares(step) ? put(weightsInSquares(step, bias.length, read)) : undefined,
		});
	}

	return {trained, zeros: put(new Float32Array(most)), parts, end};
}
