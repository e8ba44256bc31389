import type {Weights} from './onnx-file.ts';

/** The order of a picture's dimensions, where N are pictures: its numbers are in the same places whatever it is. */
export type Form =
	/** [N, channels, height, width], */
	| 'picture'
	/** [N, channels, width], of one row, */
	| 'row'
	/** [N, width, channels], of one row, */
	| 'tokens'
	/** [N, 1, width, channels], */
	| 'line'
	/** [N, heads, width, length], as attention makes it, */
	| 'heads'
	/** [N, width, heads, length]. */
	| 'joined heads';

/** The picture that a step makes. */
export type Picture = {
	readonly kind: 'picture';
	readonly name: string;
	readonly form: Form;
	/** Operations that use it. */
	readonly uses: number;
};

/** Which channels of a line attention reads: `part` 0 is its queries, 1 its keys, 2 its values. */
type Heads = {readonly of: string; readonly heads: number; readonly length: number};

/** What a name in a network means: a constant, a picture that a step makes, or something that is part of a later step. */
export type Value =
	| ({readonly kind: 'constant'} & Weights)
	/** Of a shape; undefined where it depends on the picture. */
	| {readonly kind: 'shape'; readonly numbers: ReadonlyArray<number | undefined>}
	| Picture
	/** A picture times `scale`, plus `shift`; `clipped`: from 0 to 6. */
	| {readonly kind: 'linear'; readonly of: string; readonly scale: number; readonly shift: number}
	| {readonly kind: 'clipped'; readonly of: string}
	| {readonly kind: 'sigmoid'; readonly of: string}
	| {readonly kind: 'enlarged'; readonly of: string; readonly factor: number}
	/** Of the channels of each pixel: their mean, what they are less their mean, the square of that, and so on. */
	| {readonly kind: 'mean' | 'centred' | 'squared'; readonly of: string}
	| {readonly kind: 'variance' | 'deviation'; readonly of: string; readonly epsilon: number}
	| (Heads & {readonly kind: 'split heads' | 'ordered heads'})
	| (Heads & {
			readonly kind: 'part';
			readonly part: number;
			readonly scale: number;
			readonly isTurned: boolean;
			readonly isSqueezed: boolean;
	  })
	| (Heads & {readonly kind: 'products' | 'shares'; readonly scale: number});
