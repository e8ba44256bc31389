import type {Kernel} from './kernel.ts';
import {asFloats, Halves, type Weights} from './onnx-file.ts';
import {pack} from './packed.ts';
import {inSixteens, number} from './place.ts';
import {convolutionsOf, type TrainedPlan} from './steps.ts';
import {type AllTrained, writeSquares} from './trained.ts';

/** Bytes of weights as they were trained, before the kernel puts them in order. */
const roomFor = ({data}: Weights): number =>
	inSixteens(data.length * number) + (data instanceof Halves ? inSixteens(data.length * 2) : 0);

/** Bytes behind what was trained that are used while it is written. */
export const roomToWrite = (plan: TrainedPlan): number =>
	Math.max(0, ...convolutionsOf(plan).map(({weights}) => roomFor(weights)));

/**
 * Writes what was trained to its places in the kernel's memory, which are all zeros. The kernel puts weights in its order and
 * makes those for squares: here that would take longer than a page.
 *
 * @param room As `roomToWrite` says; zeros, too
 */
export function writeTrained(kernel: Kernel, plan: TrainedPlan, {trained, end}: AllTrained, room: number): void {
	const memory = new Float32Array(kernel.memory.buffer);
	for (const step of convolutionsOf(plan)) {
		const places = trained.get(step)!;
		const [channels = 0, channelsIn = 0, height = 0, width = 0] = step.weights.dims;
		memory.set(step.bias.data, places.bias / number);
		if (step.isDepthwise) {
			pack(step, places, asFloats(step.weights).data, memory.subarray(places.weights / number));
			continue;
		}

		lay(kernel, memory, step.weights.data, end);
		kernel.pack(end, places.weights, channels, channelsIn, height * width, places.read);
		writeSquares(kernel, places);
	}
	memory.fill(0, end / number, (end + room) / number);
}

/** Numbers in a row from a byte on, those of half precision with their halves behind them. */
function lay(kernel: Kernel, memory: Float32Array, data: Weights['data'], at: number): void {
	if (!(data instanceof Halves)) {
		memory.set(data, at / number);
		return;
	}
	const halves = at + inSixteens(data.length * number);
	new Uint16Array(memory.buffer).set(data.bits, halves / 2);
	kernel.widen(halves, at, data.length);
}
