import {inEights, number} from './place.ts';
import {type Convolution, convolutionsOf, type Plan} from './plan.ts';
import {isInSquares, lengthInSquares, writeInSquares} from './squares.ts';

/** Where the weights of a convolution are in the kernel's memory; once more for squares, where it can be made in them. */
export type Trained = {readonly weights: number; readonly bias: number; readonly inSquares: number | undefined};

/** Numbers in the kernel's memory, which is all zeros: the first byte, how many, and what writes them. */
type Part = {readonly at: number; readonly length: number; readonly write: (into: Float32Array) => void};

/** What was trained: where it is, and where there are as many zeros as the most channels; the first byte behind. */
export type AllTrained = {
	readonly trained: ReadonlyMap<Convolution, Trained>;
	readonly zeros: number;
	readonly parts: readonly Part[];
	readonly end: number;
};

/** Writes [channels out / 8][taps][numbers in a tap][8], which is the order in which the kernel reads them. */
function writePacked({weights: {dims, data}}: Convolution, channelsIn: number, into: Float32Array): void {
	const [channels = 0, given = 0, height = 0, width = 0] = dims;
	const window = height * width;
	for (let channel = 0; channel < channels; channel++) {
		const block = Math.floor(channel / 8) * window * channelsIn * 8 + (channel % 8);
		for (let from = 0; from < given; from++) {
			const first = (channel * given + from) * window;
			for (let place = 0; place < window; place++) {
				into[block + (place * channelsIn + from) * 8] = data[first + place]!;
			}
		}
	}
}

/** Gives what was trained its places, from a byte on. */
export function trainedOf(plan: Plan, input: string, start: number): AllTrained {
	const trained = new Map<Convolution, Trained>();
	const parts: Part[] = [];
	let end = start;
	let most = 0;
	const put = (length: number, write: Part['write']): number => {
		const at = end;
		parts.push({at, length, write});
		end += Math.ceil((length * number) / 16) * 16;
		return at;
	};
	for (const step of convolutionsOf(plan)) {
		const [channels = 0, channelsIn = 0, height = 0, width = 0] = step.weights.dims;
		const out = inEights(channels);
		const read = step.input === input ? channelsIn : inEights(channelsIn);
		most = Math.max(most, out);
		trained.set(step, {
			weights: put(out * height * width * read, into => writePacked(step, read, into)),
			bias: put(out, into => into.set(step.bias.data)),
			inSquares: isInSquares(step)
				? put(lengthInSquares(out, read), into => writeInSquares(step, out, read, into))
				: undefined,
		});
	}

	return {trained, zeros: put(most, () => {}), parts, end};
}
