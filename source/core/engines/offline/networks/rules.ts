import type {Rule} from './graph.ts';
import {
	add,
	batchNormalization,
	clip,
	divide,
	hardSigmoid,
	multiply,
	power,
	root,
	sigmoid,
	subtract,
} from './rules-arithmetic.ts';
import {cast, concat, matMul, mean, reshape, shapeOf, slice, softmax, squeeze, transpose} from './rules-lines.ts';
import {averagePool, conv, globalAverage, relu, resize} from './rules-pictures.ts';

const constant: Rule = (graph, {value}) =>
	value ? {kind: 'constant', ...value} : graph.refuse('a constant of another kind');

/** By the name of the operation: https://onnx.ai/onnx/operators, of opsets 9 to 13. */
export const rules: Readonly<Record<string, Rule>> = {
	Add: add,
	AveragePool: averagePool,
	BatchNormalization: batchNormalization,
	Cast: cast,
	Clip: clip,
	Concat: concat,
	Constant: constant,
	Conv: conv,
	Div: divide,
	GlobalAveragePool: globalAverage,
	HardSigmoid: hardSigmoid,
	LogSoftmax: softmax,
	MatMul: matMul,
	Mul: multiply,
	Pow: power,
	ReduceMean: mean,
	Relu: relu,
	Reshape: reshape,
	Resize: resize,
	Shape: shapeOf,
	Sigmoid: sigmoid,
	Slice: slice,
	Softmax: softmax,
	Sqrt: root,
	Squeeze: squeeze,
	Sub: subtract,
	Transpose: transpose,
};
