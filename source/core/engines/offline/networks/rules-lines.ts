import {singleOf} from './fold.ts';
import type {Graph, Rule} from './graph.ts';
import type {Operation} from './onnx-file.ts';
import {pointwise} from './rules-pictures.ts';
import type {Form, Value} from './value.ts';

type ShapeNumbers = ReadonlyArray<number | undefined>;

/** A shape, which may depend on the picture. */
function shapeFrom(graph: Graph, value: Value | undefined): ShapeNumbers {
	if (value?.kind === 'shape') return value.numbers;
	return [...graph.floats(value, 'another shape').data];
}

/** Whether a shape is such a one, in which undefined depends on the picture. */
const isShape = (shape: ShapeNumbers, ...wanted: ShapeNumbers): boolean =>
	shape.length === wanted.length && wanted.every((one, index) => one === shape[index]);

export const cast: Rule = (graph, _operation, [value]) =>
	value?.kind === 'constant' || value?.kind === 'shape' ? value : graph.refuse('numbers of another kind');

export const shapeOf: Rule = (graph, _operation, [value]) => {
	const {form} = graph.picture(value, 'the shape of something else');
	return {kind: 'shape', numbers: new Array(form === 'picture' ? 4 : 3).fill(undefined)};
};

/** Of a shape, or one of the three parts that attention is made of. */
export const slice: Rule = (graph, {settings}, [value]) => {
	const [axis, start, end] = ['axes', 'starts', 'ends'].map(name => settings.get(name)?.[0]);
	if (axis !== 0 || start === undefined || end === undefined) return graph.refuse('another slice');
	if (value?.kind === 'shape') return {kind: 'shape', numbers: value.numbers.slice(start, end)};
	if (value?.kind !== 'ordered heads' || end !== start + 1) return graph.refuse('another slice');
	return {...value, kind: 'part', part: start, scale: 1, isTurned: false, isSqueezed: false};
};

export const concat: Rule = (graph, operation, values) => {
	const [axis] = operation.settings.get('axis') ?? [];
	if (axis === 0) return {kind: 'shape', numbers: values.flatMap(value => shapeFrom(graph, value))};
	if (axis !== 1) return graph.refuse('pictures put together in another way');
	const parts = values.map(value =>
		value?.kind === 'enlarged'
			? {input: value.of, factor: value.factor, add: undefined}
			: {input: graph.picture(value, 'another concatenation', 'picture').name, factor: 1, add: undefined},
	);
	// Channels have room up to eights, which would be between those of two pictures.
	if (parts.slice(0, -1).some(({input}) => graph.channelsOf(input) % 8 !== 0))
		graph.refuse('channels that are no eights');
	return graph.make(operation, 'picture', output => ({kind: 'copy', parts, output}));
};

export const reshape: Rule = (graph, operation, [value, wanted]) => {
	const shape = shapeFrom(graph, wanted);
	const picture = graph.picture(value, 'another change of shape');
	const maker = graph.makerOf(picture.name);
	if (picture.form === 'picture' && isShape(shape, undefined, undefined, -1))
		return graph.again(operation, picture, 'row');
	if (picture.form === 'tokens') {
		const [first, second, parts, heads, length] = shape;
		if (heads !== undefined && length !== undefined && isShape(shape, 0, undefined, 3, heads, length)) {
			return {kind: 'split heads', of: picture.name, heads, length};
		}
		const isWhole = maker?.kind === 'normalization' && heads === maker.gain.length;
		if (first === 0 && second === 1 && parts === undefined && shape.length === 4 && isWhole) {
			return graph.again(operation, picture, 'line');
		}
	}

	const channels = maker?.kind === 'attention' ? maker.heads * maker.length : undefined;
	return picture.form === 'joined heads' && isShape(shape, 0, undefined, channels)
		? graph.again(operation, picture, 'tokens')
		: graph.refuse('another change of shape');
};

/** From a form, by an order of dimensions, to another. */
const turns: ReadonlyArray<readonly [Form, string, Form]> = [
	['row', '0,2,1', 'tokens'],
	['tokens', '0,2,1', 'row'],
	['line', '0,3,1,2', 'picture'],
	['heads', '0,2,1,3', 'joined heads'],
];

export const transpose: Rule = (graph, operation, [value]) => {
	const order = (operation.settings.get('perm') ?? []).join();
	if (value?.kind === 'split heads' && order === '2,0,3,1,4') return {...value, kind: 'ordered heads'};
	if (value?.kind === 'part' && value.isSqueezed && order === '0,1,3,2') return {...value, isTurned: !value.isTurned};
	const picture = graph.picture(value, 'another order of dimensions');
	const [, , form] = turns.find(([from, by]) => from === picture.form && by === order) ?? [];
	return form ? graph.again(operation, picture, form) : graph.refuse('another order of dimensions');
};

/** Which dimensions: a setting up to opset 12, an input from 13 on. */
export const squeeze: Rule = (graph, operation, [value, axes]) => {
	const axis = axes?.kind === 'constant' ? singleOf(axes) : operation.settings.get('axes')?.[0];
	if (value?.kind === 'part' && axis === 0) return {...value, isSqueezed: true};
	const picture = graph.picture(value, 'another change of shape', 'picture');
	return axis === 2 ? graph.again(operation, picture, 'row') : graph.refuse('another change of shape');
};

const isOverLast = ({settings}: Operation): boolean => settings.get('axes')?.join() === '-1';

export const mean: Rule = (graph, operation, [value]) => {
	if (!isOverLast(operation) || settingOf(operation, 'keepdims', 1) !== 1) return graph.refuse('another mean');
	if (value?.kind === 'squared') return {kind: 'variance', of: value.of, epsilon: 0};
	return {kind: 'mean', of: graph.picture(value, 'another mean', 'tokens').name};
};

const settingOf = ({settings}: Operation, name: string, usual: number): number => settings.get(name)?.[0] ?? usual;

export const matMul: Rule = (graph, operation, [first, second]) => {
	if (first?.kind === 'part' || first?.kind === 'shares') return multiplyHeads(graph, operation, [first, second]);
	const picture = graph.picture(first, 'another product of matrices', 'tokens');
	const {dims, data} = graph.floats(second, 'another product of matrices');
	const [channelsIn = 0, channels = 0] = dims;
	if (dims.length !== 2) return graph.refuse('another product of matrices');
	const turned = new Float32Array(data.length);
	for (let from = 0; from < channelsIn; from++) {
		for (let to = 0; to < channels; to++) turned[to * channelsIn + from] = data[from * channels + to]!;
	}

	const weights = {dims: [channels, channelsIn], data: turned};
	return graph.make(operation, 'tokens', output => ({...pointwise(picture.name, weights), output}));
};

const multiplyHeads: Rule = (graph, operation, [first, second]) => {
	if (second?.kind !== 'part' || !second.isSqueezed) return graph.refuse('another product of matrices');
	const {of, heads, length, scale} = second;
	if (first?.kind === 'part' && first.of === of && first.isSqueezed && !first.isTurned) {
		if (first.part !== 0 || second.part !== 1 || !second.isTurned) return graph.refuse('another product of matrices');
		return {kind: 'products', of, heads, length, scale: first.scale * scale};
	}
	const isUsual = second.part === 2 && scale === 1 && !second.isTurned;
	if (first?.kind !== 'shares' || first.of !== of || !isUsual) return graph.refuse('another product of matrices');
	return graph.make(operation, 'heads', output => ({
		kind: 'attention',
		input: of,
		output,
		heads,
		length,
		scale: first.scale,
	}));
};

/** Of attention's products, or over the channels of what is answered. */
export const softmax: Rule = (graph, operation, [value]) => {
	const axis = settingOf(operation, 'axis', -1);
	if (value?.kind === 'products' && (axis === 3 || axis === -1)) return {...value, kind: 'shares'};
	const picture = graph.picture(value, 'another softmax', 'tokens', 'row');
	if (axis !== (picture.form === 'row' ? 1 : 2)) return graph.refuse('another softmax');
	graph.end({kind: operation.type === 'Softmax' ? 'softmax' : 'log-softmax'});
	return graph.again(operation, picture);
};
