import type {Graph, Rule} from './graph.ts';
import type {Floats, Operation, Weights} from './onnx-file.ts';
import type {Convolution} from './steps.ts';

const four = (numbers: readonly number[]): Convolution['pads'] => {
	const [above = 0, left = 0, below = 0, right = 0] = numbers;
	// Over lines: left and right alone.
	return numbers.length === 2 ? [0, above, 0, left] : [above, left, below, right];
};

const two = (numbers: readonly number[] | undefined): Convolution['strides'] =>
	numbers ? [numbers.length === 1 ? 1 : numbers[0]!, numbers.at(-1)!] : [1, 1];

const zeros = (length: number): Floats => ({dims: [length], data: new Float32Array(length)});

/** What most convolutions have in common. */
const usual = {
	kind: 'convolution',
	add: undefined,
	activation: undefined,
	strides: [1, 1],
	pads: [0, 0, 0, 0],
	spread: 1,
	isDepthwise: false,
} as const;

/** A convolution with a window of one pixel. `weights`: [channels out, channels in]. */
export const pointwise = (input: string, weights: Weights, bias = zeros(weights.dims[0]!)) => ({
	...usual,
	input,
	weights: {...weights, dims: [...weights.dims, 1, 1]},
	bias,
});

const checkSpread = (graph: Graph, spreads: readonly number[], height: number) => {
	if (spreads.some((one, index) => one !== 1 && (index < spreads.length - 1 || height !== 1)))
		graph.refuse('a spread window');
};

export const conv: Rule = (graph, operation, [value, window, biases]) => {
	const {settings} = operation;
	const picture = graph.picture(value, 'another convolution', 'picture', 'row');
	const weights = graph.constant(window, 'weights that are not in it');
	const [channels = 0, channelsIn = 0, ...sides] = weights.dims;
	const [height = 1, width = 1] = sides.length === 1 ? [1, ...sides] : sides;
	const spreads = settings.get('dilations') ?? [1];
	checkSpread(graph, spreads, height);
	const groups = settings.get('group')?.[0] ?? 1;
	const isDepthwise = groups > 1;
	if (isDepthwise && (groups !== channels || channelsIn !== 1)) return graph.refuse('groups of channels');
	const [down, right] = two(settings.get('strides'));
	if (isDepthwise && (!isDepthwiseWindow(width, right) || spreads.some(one => one !== 1))) {
		return graph.refuse(`a depthwise window of ${width} with steps of ${right}`);
	}

	const bias = biases ? graph.floats(biases, 'weights that are not in it') : zeros(channels);
	return graph.make(operation, picture.form, output => ({
		...usual,
		input: picture.name,
		output,
		weights: {dims: [channels, channelsIn, height, width], data: weights.data},
		bias,
		strides: [down, right],
		pads: four(settings.get('pads') ?? []),
		spread: spreads.at(-1) ?? 1,
		isDepthwise,
	}));
};

/** What the kernel has functions for: columns of the window, and its steps to the right. */
const depthwiseWidths = [3, 5];
const isDepthwiseWindow = (width: number, step: number): boolean =>
	depthwiseWidths.includes(width) && (step === 1 || step === 2);

/** A mean is a window of equal weights, wider by columns of zeros where the kernel knows none as narrow. */
export const averagePool: Rule = (graph, operation, [value]) => {
	const {settings} = operation;
	const picture = graph.picture(value, 'another mean', 'picture');
	const channels = graph.channelsOf(picture.name);
	const [height = 0, width = 0] = settings.get('kernel_shape') ?? [];
	const [down, right] = two(settings.get('strides'));
	const columns = depthwiseWidths.find(one => one >= width);
	const hasPads = (settings.get('pads') ?? []).some(pad => pad !== 0) || settings.get('ceil_mode')?.[0] === 1;
	if (columns === undefined || hasPads || !isDepthwiseWindow(columns, right)) return graph.refuse('another mean');
	const share = 1 / (height * width);
	const length = height * columns;
	const data = Float32Array.from({length: channels * length}, (_, index) => (index % columns < width ? share : 0));
	return graph.make(operation, 'picture', output => ({
		...usual,
		input: picture.name,
		output,
		weights: {dims: [channels, 1, height, columns], data},
		bias: zeros(channels),
		strides: [down, right],
		pads: [0, 0, 0, columns - width],
		isDepthwise: true,
	}));
};

export const relu: Rule = (graph, operation, [value]) => {
	const picture = graph.picture(value, 'another cut at zero');
	const maker = graph.bareMakerOf(picture.name);
	if (!maker || picture.uses !== 1) return graph.refuse('a cut at zero that follows no convolution');
	graph.replace(maker, {...maker, activation: {kind: 'bounds', least: 0, most: Infinity}});
	return graph.again(operation, picture);
};

export const globalAverage: Rule = (graph, operation, [value]) => {
	const {name: input} = graph.picture(value, 'another mean', 'picture');
	return graph.make(operation, 'picture', output => ({kind: 'mean', input, output}));
};

/** Each pixel becomes a square of 2, 4 or 8 pixels. */
export const resize: Rule = (graph, {words}: Operation, [value, , scales]) => {
	const {name} = graph.picture(value, 'another enlargement', 'picture');
	const [pictures, channels, down, right] = graph.floats(scales, 'another enlargement').data;
	const isNearest =
		words.get('mode') === 'nearest' &&
		words.get('coordinate_transformation_mode') === 'asymmetric' &&
		words.get('nearest_mode') === 'floor';
	const isSquare = pictures === 1 && channels === 1 && down === right && [2, 4, 8].includes(down!);
	if (!isNearest || !isSquare) return graph.refuse('an enlargement that is not by 2, 4 or 8');
	return {kind: 'enlarged', of: name, factor: down!};
};
