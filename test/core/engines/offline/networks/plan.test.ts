import {describe, expect, test} from 'vitest';
import type {OnnxFile, Operation} from '../../../../../source/core/engines/offline/networks/onnx-file.ts';
import {planOf} from '../../../../../source/core/engines/offline/networks/plan.ts';

type Settings = Readonly<Record<string, readonly number[]>>;

const operation = (type: string, inputs: string, output: string, settings: Settings = {}): Operation => ({
	type,
	inputs: inputs.split(' '),
	outputs: [output],
	settings: new Map(Object.entries(settings)),
	words: new Map(),
});

const constants = {
	// 2 channels of 1, a window of one pixel; and of 2.
	first: {dims: [2, 1, 1, 1], data: Float32Array.of(1, 2)},
	second: {dims: [2, 2, 1, 1], data: Float32Array.of(1, 2, 3, 4)},
	bias: {dims: [2], data: Float32Array.of(10, 20)},
	two: {dims: [], data: Float32Array.of(2)},
	three: {dims: [], data: Float32Array.of(3)},
	six: {dims: [], data: Float32Array.of(6)},
	zero: {dims: [], data: Float32Array.of(0)},
	fours: {dims: [2], data: Float32Array.of(4, 16)},
	each: {dims: [1, 2, 1, 1], data: Float32Array.of(3, 5)},
	alongWidth: {dims: [2], data: Float32Array.of(3, 5)},
};

/** A network of a picture `x`, that ends with the sigmoid of `end`. */
const network = (...operations: readonly Operation[]): OnnxFile => ({
	operations: [...operations, operation('Sigmoid', 'end', 'answer')],
	weights: new Map(Object.entries(constants)),
	input: 'x',
	output: 'answer',
});

const convolution = operation('Conv', 'x first bias', 'a');

const hardSwish = [
	operation('Add', 'a three', 'plus'),
	operation('Clip', 'plus zero six', 'clipped'),
	operation('Mul', 'a clipped', 'product'),
	operation('Div', 'product six', 'b'),
];

describe('what is multiplied and added', () => {
	test('becomes part of the convolution before', () => {
		const {steps} = planOf(network(convolution, operation('Mul', 'each a', 'b'), operation('Add', 'b two', 'end')));
		expect(steps).toMatchObject([
			{weights: {data: Float32Array.of(3, 10)}, bias: {data: Float32Array.of(32, 102)}, activation: undefined},
		]);
	});

	test('by a batch normalization, too', () => {
		// Scale, shift, mean, variance: (a - 10) / 2 * 10 + 4, and (a - 20) / 4 * 20 + 16.
		const normalization = operation('BatchNormalization', 'a bias fours bias fours', 'end', {epsilon: [0]});
		const {steps} = planOf(network(convolution, normalization));
		expect(steps).toMatchObject([{weights: {data: Float32Array.of(5, 10)}, bias: {data: Float32Array.of(4, 16)}}]);
	});

	test('after a hard swish, becomes part of that', () => {
		const {steps} = planOf(
			network(convolution, ...hardSwish, operation('Mul', 'b two', 'c'), operation('Add', 'c three', 'end')),
		);
		expect(steps).toMatchObject([{activation: {kind: 'hard-swish', scale: expect.closeTo(1 / 3), shift: 3}}]);
	});

	test.each([
		['is read by another operation as well', [operation('Mul', 'a two', 'b'), operation('Conv', 'a second', 'end')]],
		['was cut at zero', [operation('Relu', 'a', 'b'), operation('Mul', 'b each', 'end')]],
	])('is refused where what it would change %s', (_, operations) => {
		const [last] = operations.slice(-1);
		const used = operation('Add', `b ${last!.outputs[0]}`, 'sum');
		expect(() => planOf(network(convolution, ...operations, used))).toThrow('is not understood');
	});

	test('is refused where its numbers are not of channels', () => {
		expect(() => planOf(network(convolution, operation('Mul', 'a alongWidth', 'end')))).toThrow('another shape');
	});
});

describe('a hard swish', () => {
	test('is one thing with the convolution before', () => {
		const {steps} = planOf(network(convolution, ...hardSwish, operation('Conv', 'b second', 'end')));
		expect(steps).toMatchObject([{activation: {kind: 'hard-swish', scale: expect.closeTo(1 / 6), shift: 0}}, {}]);
	});

	test.each([
		['other bounds', hardSwish.with(1, operation('Clip', 'plus zero three', 'clipped'))],
		['another sum', hardSwish.with(0, operation('Add', 'a two', 'plus'))],
		['the numbers of another picture', hardSwish.with(2, operation('Mul', 'x clipped', 'product'))],
		['a picture that is read elsewhere', [...hardSwish, operation('Conv', 'a second', 'c')]],
	])('with %s is refused', (_, operations) => {
		expect(() => planOf(network(convolution, ...operations, operation('Conv', 'b second', 'end')))).toThrow(
			'is not understood',
		);
	});
});

describe('a picture that is multiplied by numbers of its channels', () => {
	const numbers = [
		operation('GlobalAveragePool', 'a', 'mean'),
		operation('Conv', 'mean second', 'numbers'),
		operation('HardSigmoid', 'numbers', 'by', {alpha: [0.5], beta: [0.25]}),
		operation('Mul', 'a by', 'scaled'),
	];

	test('is scaled by them', () => {
		const {steps} = planOf(network(convolution, ...numbers, operation('Conv', 'scaled second', 'end')));
		expect(steps.map(({kind}) => kind)).toEqual(['convolution', 'mean', 'convolution', 'scaling', 'convolution']);
		expect(steps[2]).toMatchObject({
			weights: {data: Float32Array.of(0.5, 1, 1.5, 2)},
			bias: {data: Float32Array.of(0.25, 0.25)},
			activation: {kind: 'bounds', least: 0, most: 1},
		});
	});

	test('and added to itself, is scaled by them and one', () => {
		const sum = operation('Add', 'a scaled', 'sum');
		const {steps} = planOf(network(convolution, ...numbers, sum, operation('Conv', 'sum second', 'end')));
		expect(steps.map(({kind}) => kind)).toEqual(['convolution', 'mean', 'convolution', 'scaling', 'convolution']);
		expect(steps[2]).toMatchObject({
			bias: {data: Float32Array.of(1.25, 1.25)},
			activation: {kind: 'bounds', least: 1, most: 2},
		});
	});

	test('is refused where the numbers are read elsewhere', () => {
		const other = operation('Conv', 'by second', 'other');
		expect(() => planOf(network(convolution, ...numbers, other))).toThrow('another multiplication');
	});
});

test.each<[string, readonly Operation[]]>([
	['groups of channels', [operation('Conv', 'x second', 'end', {group: [2]})]],
	['a depthwise window of 1', [operation('Conv', 'x first', 'end', {group: [2]})]],
	['an addition that follows no convolution', [operation('Relu', 'a', 'b'), operation('Add', 'b x', 'end')]],
	['channels that are no eights', [operation('Concat', 'a a', 'end', {axis: [1]})]],
	['pictures put together in another way', [operation('Concat', 'a a', 'end', {axis: [2]})]],
	['an enlargement', [operation('Resize', 'a  each', 'end')]],
	['another mean', [operation('AveragePool', 'a', 'end', {kernel_shape: [2, 2], pads: [1, 1, 1, 1]})]],
	['another order of dimensions', [operation('Transpose', 'a', 'end', {perm: [0, 1, 3, 2]})]],
	['something that is not in it (b)', [operation('Conv', 'b second', 'end')]],
	['another end', [operation('Relu', 'a', 'end'), operation('Conv', 'end second', 'c')]],
])('%s is refused', (message, operations) => {
	expect(() => planOf(network(convolution, ...operations))).toThrow(message);
});
