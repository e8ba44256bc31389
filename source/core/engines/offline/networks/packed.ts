import {inEights} from './place.ts';
import type {Convolution} from './steps.ts';

/** How a convolution's weights are in the kernel's memory: channels in, and out, with room. */
export type Packing = {readonly read: number; readonly out: number};

/** @param input The network's own input, whose pixels have no more channels than it has */
export const packingOf = (step: Convolution, input: string): Packing => {
	const [channels = 0, channelsIn = 0] = step.weights.dims;
	return {read: step.input === input ? channelsIn : inEights(channelsIn), out: inEights(channels)};
};

/** How many numbers packed weights are. */
export const packedLength = ({weights, isDepthwise}: Convolution, {read, out}: Packing): number => {
	const [, , height = 0, width = 0] = weights.dims;
	return height * width * out * (isDepthwise ? 1 : read);
};

/**
 * Puts weights, [channels out][channels in][place in the window], in the order that the kernel reads: [channels out / 8]
 * [place][channels in][8]; those of single channels as [place][channels out].
 *
 * @param to All zeros
 */
export function pack(
	step: Convolution,
	{read, out}: Packing,
	from: Float32Array | Uint16Array,
	to: Float32Array | Uint16Array,
): void {
	const [channels = 0, channelsIn = 0, height = 0, width = 0] = step.weights.dims;
	const window = height * width;
	let next = 0;
	for (let channel = 0; channel < channels; channel++) {
		for (let input = 0; input < channelsIn; input++) {
			const first = step.isDepthwise ? channel : (channel >> 3) * window * read * 8 + input * 8 + (channel & 7);
			const apart = step.isDepthwise ? out : read * 8;
			for (let place = 0; place < window; place++) to[first + place * apart] = from[next++]!;
		}
	}
}
