import {asFloats, type Floats, type Weights} from './onnx-file.ts';
import type {Activation, Normalization, TrainedConvolution, TrainedStep} from './steps.ts';
import type {Form} from './value.ts';

/** Constants that a picture is multiplied by, and that are added then: one for all, or one a channel. */
export type Affine = {readonly scale: Floats; readonly shift: Floats};

export const single = (value: number): Floats => ({dims: [], data: Float32Array.of(value)});

/** The one number of a constant; undefined where it has several. */
export const singleOf = (weights: Weights): number | undefined =>
	weights.data.length === 1 ? asFloats(weights).data[0] : undefined;

/** Whether a constant that is added to a picture is one number, or one a channel. */
export function isOfChannels({dims, data}: Weights, form: Form): boolean {
	if (data.length === 1) return true;
	const place = form === 'picture' ? -3 : form === 'row' ? -2 : -1;
	return dims.at(place) === data.length;
}

/** The number of a channel; of a step that makes four pixels of one, each channel comes four times. */
const of = ({data}: Floats, channel: number): number => data[channel % data.length]!;

/** A step after which a picture is multiplied and added to; undefined where its numbers are what is multiplied already. */
export function foldInto(step: TrainedStep, affine: Affine): TrainedStep | undefined {
	if (step.kind === 'normalization') return ofNormalization(step, affine);
	if (step.kind !== 'convolution' || step.add !== undefined) return undefined;
	if (!step.activation) return ofConvolution(step, affine);
	const scale = singleOf(affine.scale);
	const shift = singleOf(affine.shift);
	if (scale === undefined || shift === undefined) return undefined;
	return ofActivation(step, step.activation, scale, shift);
}

const ofNormalization = (step: Normalization, {scale, shift}: Affine): Normalization => {
	const length = Math.max(step.gain.length, scale.data.length, shift.data.length);
	const channels = Array.from({length}, (_, channel) => channel);
	return {
		...step,
		gain: channels.map(channel => step.gain[channel % step.gain.length]! * of(scale, channel)),
		shift: channels.map(channel => step.shift[channel % step.shift.length]! * of(scale, channel) + of(shift, channel)),
	};
};

const ofConvolution = (step: TrainedConvolution, {scale, shift}: Affine): TrainedConvolution => ({
	...step,
	weights: singleOf(scale) === 1 ? step.weights : scaled(asFloats(step.weights), scale),
	bias: {...step.bias, data: step.bias.data.map((value, channel) => value * of(scale, channel) + of(shift, channel))},
});

/** Loops, because there are millions. */
function scaled({dims, data}: Floats, scale: Floats): Floats {
	const [channels = 0] = dims;
	const length = data.length / channels;
	const result = new Float32Array(data.length);
	for (let channel = 0; channel < channels; channel++) {
		const factor = of(scale, channel);
		const end = (channel + 1) * length;
		for (let index = channel * length; index < end; index++) result[index] = data[index]! * factor;
	}

	return {dims, data: result};
}

function ofActivation(step: TrainedConvolution, activation: Activation, scale: number, shift: number) {
	if (activation.kind === 'hard-swish') {
		return {
			...step,
			activation: {...activation, scale: activation.scale * scale, shift: activation.shift * scale + shift},
		};
	}

	// Bounds that move with what is between them.
	if (activation.kind !== 'bounds' || scale <= 0) return undefined;
	const [least, most] = [activation.least, activation.most].map(bound => bound * scale + shift);
	const moved = ofConvolution(step, {scale: single(scale), shift: single(shift)});
	return {...moved, activation: {kind: 'bounds' as const, least: least!, most: most!}};
}
