import type {OnnxFile, Operation, Weights} from './onnx-file.ts';

/** A convolution with what follows it: what is added to it, and whether what is below zero becomes zero. */
export type Convolution = {
	readonly kind: 'convolution';
	readonly input: string;
	readonly output: string;
	readonly add: string | undefined;
	readonly relu: boolean;
	/** [channels out, channels in, height, width] of the window. */
	readonly weights: Weights;
	readonly bias: Weights;
	readonly strides: readonly [number, number];
	/** Above, left, below, right. */
	readonly pads: readonly [number, number, number, number];
	/** Pixels from one column of the window to the next. */
	readonly spread: number;
};

/** Each pixel four times, as a square, plus another picture. */
export type Enlargement = {
	readonly kind: 'enlargement';
	readonly input: string;
	readonly add: string;
	readonly output: string;
};

export type Step = Convolution | Enlargement;

/** What is done in order, and how the last picture becomes the answer. */
export type Plan = {
	readonly steps: readonly Step[];
	/** `sigmoid`: [1, channels, height, width]. `log-softmax`: [pictures, width, channels], over the channels. */
	readonly answer: 'sigmoid' | 'log-softmax';
};

export const convolutionsOf = ({steps}: Plan): readonly Convolution[] =>
	steps.filter(step => step.kind === 'convolution');

const refuse = (what: string): never => {
	throw new Error(`a network with ${what} is not understood`);
};

const four = (numbers: readonly number[]): Convolution['pads'] => {
	const [above = 0, left = 0, below = 0, right = 0] = numbers;
	// Over lines: left and right alone.
	return numbers.length === 2 ? [0, above, 0, left] : [above, left, below, right];
};

function convolutionOf({inputs, outputs, settings}: Operation, weightsOf: (name: string) => Weights): Convolution {
	const [input = '', weightsName = '', biasName = ''] = inputs;
	const weights = weightsOf(weightsName);
	const [channels = 0, channelsIn = 0, ...window] = weights.dims;
	const [height = 1, width = 1] = window.length === 1 ? [1, ...window] : window;
	const strides = settings.get('strides') ?? [1, 1];
	const spreads = settings.get('dilations') ?? [1];
	const spread = spreads.at(-1) ?? 1;
	if ((settings.get('group')?.[0] ?? 1) !== 1) refuse('groups of channels');
	if (spreads.some((one, index) => one !== 1 && (index < spreads.length - 1 || height !== 1)))
		refuse('a spread window');
	return {
		kind: 'convolution',
		input,
		output: outputs[0] ?? '',
		add: undefined,
		relu: false,
		weights: {dims: [channels, channelsIn, height, width], data: weights.data},
		bias: weightsOf(biasName),
		strides: [strides.length === 1 ? 1 : (strides[0] ?? 1), strides.at(-1) ?? 1],
		pads: four(settings.get('pads') ?? []),
		spread,
	};
}

/**
 * The steps of a network: every addition and every cut at zero belongs to the convolution before it. Only what our own
 * networks are made of is understood.
 *
 * @throws Error that names what is not understood
 */
export function planOf({operations, weights, output}: OnnxFile): Plan {
	const steps: Step[] = [];
	const constants = new Map(weights);
	/** Names that stand for another one: a shape changed, the numbers did not. */
	const same = new Map<string, string>();
	const resized = new Map<string, string>();
	let answer: Plan['answer'] | undefined;
	const named = (name: string): string => same.get(name) ?? name;
	const weightsOf = (name: string): Weights => constants.get(name) ?? refuse(`weights that are not in it (${name})`);
	const uses = new Map<string, number>();
	for (const {inputs} of operations) for (const name of inputs) uses.set(name, (uses.get(name) ?? 0) + 1);
	const isLast = (step: Step | undefined, name: string): step is Convolution =>
		step?.kind === 'convolution' && step.output === name && uses.get(name) === 1;
	const replaceLast = (changes: Partial<Convolution>) => {
		steps.push({...(steps.pop() as Convolution), ...changes});
	};
	const add = ([first = '', second = '']: readonly string[], output: string) => {
		const enlarged = resized.get(first) ?? resized.get(second);
		const last = steps.at(-1);
		if (enlarged !== undefined) {
			steps.push({kind: 'enlargement', input: enlarged, add: named(resized.has(first) ? second : first), output});
		} else if (isLast(last, second) && !last.relu) replaceLast({add: named(first), output});
		else if (isLast(last, first) && !last.relu) replaceLast({add: named(second), output});
		else refuse('an addition that follows no convolution');
	};
	for (const operation of operations) {
		const {type, inputs, value} = operation;
		const [first = ''] = inputs;
		const [result = ''] = operation.outputs;
		if (type === 'Constant' && value) constants.set(result, value);
		else if (type === 'Cast') constants.set(result, weightsOf(first));
		else if (type === 'Conv') {
			steps.push(convolutionOf({...operation, inputs: [named(first), ...inputs.slice(1)]}, weightsOf));
		} else if (type === 'Add') add(inputs, result);
		else if (type === 'Relu' && isLast(steps.at(-1), first)) replaceLast({relu: true, output: result});
		else if (type === 'Resize') {
			if (weightsOf(inputs[2] ?? '').data.join() !== '1,1,2,2') refuse('an enlargement that is not by two');
			resized.set(result, named(first));
		} else if (type === 'Squeeze' || type === 'Transpose') same.set(result, named(first));
		else if (type === 'Sigmoid' || type === 'LogSoftmax') {
			answer = type === 'Sigmoid' ? 'sigmoid' : 'log-softmax';
			same.set(result, named(first));
		} else refuse(`the operation ${type}`);
	}

	if (answer === undefined || named(output) !== steps.at(-1)?.output) return refuse('another end');
	return {steps, answer};
}
