import {Graph} from './graph.ts';
import type {OnnxFile} from './onnx-file.ts';
import {rules} from './rules.ts';
import type {TrainedPlan} from './steps.ts';

/**
 * The steps of a network. What is added and multiplied by constants becomes part of the weights; what follows a convolution
 * belongs to it, and several operations that make one thing are one step. Only what our networks and PP-OCRv4's are made of
 * is understood.
 *
 * @throws Error that names what is not understood
 */
export function planOf(file: OnnxFile): TrainedPlan {
	const graph = new Graph(file);
	for (const operation of file.operations) {
		const rule = rules[operation.type] ?? graph.refuse(`the operation ${operation.type}`);
		graph.bind(
			operation,
			rule(
				graph,
				operation,
				operation.inputs.map(name => graph.valueOf(name)),
			),
		);
	}

	return graph.finish(file.output);
}
