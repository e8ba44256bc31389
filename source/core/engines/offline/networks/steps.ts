import type {Floats, Weights} from './onnx-file.ts';

/** What becomes of a number x that a convolution made. */
export type Activation =
	| {readonly kind: 'bounds'; readonly least: number; readonly most: number}
	/** x * min(max(x + 3, 0), 6) * scale + shift. */
	| {readonly kind: 'hard-swish'; readonly scale: number; readonly shift: number}
	/** x / (1 + exp(-x)). */
	| {readonly kind: 'swish'};

/** A convolution with what follows it: what is added to it, and what becomes of each number then. */
export type Convolution = {
	readonly kind: 'convolution';
	readonly input: string;
	readonly output: string;
	readonly add: string | undefined;
	readonly activation: Activation | undefined;
	/** [channels out, channels in, height, width] of the window. */
	readonly weights: {readonly dims: readonly number[]};
	readonly strides: readonly [number, number];
	/** Above, left, below, right. */
	readonly pads: readonly [number, number, number, number];
	/** Pixels from one column of the window to the next. */
	readonly spread: number;
	/** Each channel is made of the same channel of the input alone; there is one channel in. */
	readonly isDepthwise: boolean;
};

/** The same with what was trained, as the file of a network has it. */
export type TrainedConvolution = Convolution & {readonly weights: Weights; readonly bias: Floats};

/** Pictures side by side, as channels: each pixel of them as a square of so many, plus another picture. */
export type Copy = {
	readonly kind: 'copy';
	readonly parts: ReadonlyArray<{readonly input: string; readonly factor: number; readonly add: string | undefined}>;
	readonly output: string;
};

/** The mean of each channel, as a picture of one pixel. */
export type Mean = {readonly kind: 'mean'; readonly input: string; readonly output: string};

/** Each channel times a number, which is that channel of a picture of one pixel. */
export type Scaling = {readonly kind: 'scaling'; readonly input: string; readonly by: string; readonly output: string};

/** The channels of each pixel less their mean, over the root of their variance and `epsilon`; times `gain`, plus `shift`. */
export type Normalization = {
	readonly kind: 'normalization';
	readonly input: string;
	readonly output: string;
	readonly gain: readonly number[];
	readonly shift: readonly number[];
	readonly epsilon: number;
};

/**
 * Attention among the pixels of a line, [query, key, value][heads][length] channels each: for each head, the sum of the
 * values of all pixels, by the softmax of the products of its query, times `scale`, and their keys.
 */
export type Attention = {
	readonly kind: 'attention';
	readonly input: string;
	readonly output: string;
	readonly heads: number;
	readonly length: number;
	readonly scale: number;
};

export type Step<Kind extends Convolution = Convolution> = Kind | Copy | Mean | Scaling | Normalization | Attention;

export type TrainedStep = Step<TrainedConvolution>;

/** How the last picture becomes what a network answers. */
export type Answer =
	/** [pictures, channels, height, width]; where it is in squares, a pixel of the picture has the four of one of them. */
	| {readonly kind: 'sigmoid'}
	/** [pictures, width, channels], over the channels. */
	| {readonly kind: 'softmax' | 'log-softmax'};

/** What is done in order, and how the last picture becomes the answer. */
export type Plan<Kind extends Convolution = Convolution> = {
	readonly steps: ReadonlyArray<Step<Kind>>;
	readonly answer: Answer;
};

export type TrainedPlan = Plan<TrainedConvolution>;

export const convolutionsOf = <Kind extends Convolution>({steps}: Plan<Kind>): readonly Kind[] =>
	steps.filter(step => step.kind === 'convolution');

/** The pictures that a step reads. */
export const readBy = (step: Step): readonly string[] => {
	if (step.kind === 'copy') return step.parts.flatMap(({input, add}) => (add === undefined ? [input] : [input, add]));
	if (step.kind === 'scaling') return [step.input, step.by];
	return step.kind === 'convolution' && step.add !== undefined ? [step.input, step.add] : [step.input];
};
