import {single, singleOf} from './fold.ts';
import type {Graph, Rule} from './graph.ts';
import {asFloats, type Floats, type Operation} from './onnx-file.ts';
import type {Activation} from './steps.ts';
import type {Picture, Value} from './value.ts';

/** A constant and what else an operation with two inputs has; undefined where neither is a constant. */
function apart([first, second]: ReadonlyArray<Value | undefined>) {
	if (second?.kind === 'constant') return {constant: second, other: first};
	return first?.kind === 'constant' ? {constant: first, other: second} : undefined;
}

/** What is multiplied by a constant and added to another: part of the step before, or of one that is still to come. */
function linear(graph: Graph, operation: Operation, value: Value | undefined, scale: Floats, shift: Floats): Value {
	const factor = singleOf(scale);
	const sum = singleOf(shift);
	const isOne = factor !== undefined && sum !== undefined;
	if (value?.kind === 'part' && isOne && sum === 0) return {...value, scale: value.scale * factor};
	if (value?.kind === 'variance' && isOne && factor === 1) return {...value, epsilon: value.epsilon + sum};
	const picture = graph.picture(value, `arithmetic with a constant (${operation.type})`);
	const folded = graph.fold(operation, picture, {scale, shift});
	if (folded) return folded;
	return isOne
		? {kind: 'linear', of: picture.name, scale: factor, shift: sum}
		: graph.refuse(`arithmetic with constants where it cannot be part of a step (${operation.type})`);
}

/** A picture that is used by two operations, which together are what becomes of its numbers. */
function activate(graph: Graph, operation: Operation, picture: Picture, activation: Activation): Picture {
	const maker = graph.bareMakerOf(picture.name);
	if (!maker || picture.uses !== 2) return graph.refuse('a swish that follows no convolution');
	graph.replace(maker, {...maker, activation});
	return graph.again(operation, picture);
}

export const add: Rule = (graph, operation, values) => {
	const known = apart(values);
	if (known) return linear(graph, operation, known.other, single(1), asFloats(known.constant));
	const [first, second] = values;
	if (first?.kind === 'enlarged' || second?.kind === 'enlarged') return addEnlarged(graph, operation, values);
	const one = graph.picture(first, 'another addition');
	const two = graph.picture(second, 'another addition');
	return (
		addScaled(graph, operation, one, two) ?? addScaled(graph, operation, two, one) ?? addTo(graph, operation, two, one)
	);
};

const addEnlarged: Rule = (graph, operation, [first, second]) => {
	const [enlarged, other] = first?.kind === 'enlarged' ? [first, second] : [second, first];
	if (enlarged?.kind !== 'enlarged') return graph.refuse('another addition');
	const picture = graph.picture(other, 'another addition', 'picture');
	const part = {input: enlarged.of, factor: enlarged.factor, add: picture.name};
	return graph.make(operation, 'picture', output => ({kind: 'copy', parts: [part], output}));
};

/** A picture plus itself times the numbers of another: itself times these numbers and one. */
function addScaled(graph: Graph, operation: Operation, scaled: Picture, picture: Picture): Picture | undefined {
	const scaling = graph.makerOf(scaled.name);
	if (scaling?.kind !== 'scaling' || scaling.input !== picture.name || scaled.uses !== 1) return undefined;
	const by: Picture = {kind: 'picture', name: scaling.by, form: 'picture', uses: 1};
	return graph.fold(operation, by, {scale: single(1), shift: single(1)}) && graph.again(operation, scaled);
}

/** One picture is added by the convolution that makes the other. */
function addTo(graph: Graph, operation: Operation, ...pictures: readonly [Picture, Picture]): Picture {
	const [one, two] = pictures;
	for (const [made, added] of [pictures, [two, one] as const]) {
		const maker = graph.bareMakerOf(made.name);
		if (!maker || maker.add !== undefined || made.uses !== 1) continue;
		if (!graph.isBefore(added.name, maker)) continue;
		graph.replace(maker, {...maker, add: added.name});
		return graph.again(operation, made);
	}

	return graph.refuse('an addition that follows no convolution');
}

export const subtract: Rule = (graph, _operation, [value, mean]) => {
	const picture = graph.picture(value, 'another subtraction', 'tokens');
	if (mean?.kind !== 'mean' || mean.of !== picture.name) return graph.refuse('another subtraction');
	return {kind: 'centred', of: picture.name};
};

export const multiply: Rule = (graph, operation, values) => {
	const known = apart(values);
	if (known) return linear(graph, operation, known.other, asFloats(known.constant), single(0));
	const [first, second] = values;
	const [value, by] = first?.kind === 'picture' ? [first, second] : [second, first];
	const picture = graph.picture(value, 'another multiplication');
	if (by?.kind === 'clipped' && by.of === picture.name) {
		return activate(graph, operation, picture, {kind: 'hard-swish', scale: 1, shift: 0});
	}
	if (by?.kind === 'sigmoid' && by.of === picture.name) {
		return activate(graph, operation, picture, {kind: 'swish'});
	}
	const numbers = graph.picture(by, 'another multiplication', 'picture');
	// One that is read elsewhere could not become part of an addition.
	if (numbers.uses !== 1) return graph.refuse('another multiplication');
	return graph.make(operation, 'picture', output => ({
		kind: 'scaling',
		input: picture.name,
		by: numbers.name,
		output,
	}));
};

export const divide: Rule = (graph, operation, [value, by]) => {
	if (by?.kind === 'constant') {
		const {dims, data} = asFloats(by);
		return linear(graph, operation, value, {dims, data: data.map(one => 1 / one)}, single(0));
	}
	if (value?.kind !== 'centred' || by?.kind !== 'deviation' || value.of !== by.of)
		return graph.refuse('another division');
	const {of: input, epsilon} = by;
	return graph.make(operation, 'tokens', output => ({
		kind: 'normalization',
		input,
		output,
		gain: [1],
		shift: [0],
		epsilon,
	}));
};

export const power: Rule = (graph, _operation, [value, exponent]) =>
	value?.kind === 'centred' && singleOf(graph.constant(exponent, 'another power')) === 2
		? {kind: 'squared', of: value.of}
		: graph.refuse('another power');

export const root: Rule = (graph, _operation, [value]) =>
	value?.kind === 'variance' ? {...value, kind: 'deviation'} : graph.refuse('another root');

/** The bounds are settings up to opset 10, inputs from 11 on. */
export const clip: Rule = (graph, {settings}, [value, low, high]) => {
	const least = low?.kind === 'constant' ? singleOf(low) : settings.get('min')?.[0];
	const most = high?.kind === 'constant' ? singleOf(high) : settings.get('max')?.[0];
	const isPart = value?.kind === 'linear' && value.scale === 1 && value.shift === 3 && least === 0 && most === 6;
	return isPart ? {kind: 'clipped', of: value.of} : graph.refuse('other bounds');
};

export const sigmoid: Rule = (graph, operation, [value]) => {
	if (value?.kind === 'linear' && value.scale === 1 && value.shift === 0) return {kind: 'sigmoid', of: value.of};
	const picture = graph.picture(value, 'another sigmoid', 'picture');
	// With another use it is a part of a swish.
	if (picture.uses > 1) return {kind: 'sigmoid', of: picture.name};
	graph.end({kind: 'sigmoid'});
	return graph.again(operation, picture);
};

export const hardSigmoid: Rule = (graph, operation, [value]) => {
	const [alpha] = operation.settings.get('alpha') ?? [0.2];
	const [beta] = operation.settings.get('beta') ?? [0.5];
	const picture = graph.picture(value, 'another hard sigmoid');
	const folded = graph.fold(operation, picture, {scale: single(alpha!), shift: single(beta!)});
	const maker = folded && graph.bareMakerOf(folded.name);
	if (!maker) return graph.refuse('a hard sigmoid that follows no convolution');
	graph.replace(maker, {...maker, activation: {kind: 'bounds', least: 0, most: 1}});
	return folded;
};

export const batchNormalization: Rule = (graph, operation, [value, ...others]) => {
	const [scale, shift, mean, variance] = others.map(one => graph.floats(one, 'another batch normalization').data);
	const [epsilon] = operation.settings.get('epsilon') ?? [1e-5];
	const gain = scale!.map((one, channel) => one / Math.sqrt(variance![channel]! + epsilon!));
	const rest = shift!.map((one, channel) => one - mean![channel]! * gain[channel]!);
	const dims = [gain.length, 1, 1];
	const picture = graph.picture(value, 'another batch normalization', 'picture');
	const affine = {scale: {dims, data: gain}, shift: {dims, data: rest}};
	return graph.fold(operation, picture, affine) ?? graph.refuse('a batch normalization that follows no convolution');
};
