import {type CompiledConvolution, type CompiledPlan, headLength, type Numbers} from './compiled-network.ts';
import {Halves, readOnnx} from './onnx-file.ts';
import {pack, packedLength, packingOf} from './packed.ts';
import {inSixteens} from './place.ts';
import {planOf} from './plan.ts';
import type {Step, TrainedConvolution} from './steps.ts';

/**
 * Makes the file that compiled-network.ts reads. What it answers is the same to the last bit.
 *
 * @param file A network in the ONNX format; used up by it
 * @throws Error that names what is not understood
 */
export function compileNetwork(file: Uint8Array): Uint8Array {
	const onnx = readOnnx(file);
	const {input} = onnx;
	const {steps, answer} = planOf(onnx);
	const packedOf = (step: TrainedConvolution): Float32Array | Uint16Array => {
		const {data} = step.weights;
		const from = data instanceof Halves ? data.bits : data;
		const packing = packingOf(step, input);
		const packed = new (from instanceof Uint16Array ? Uint16Array : Float32Array)(packedLength(step, packing));
		pack(step, packing, from, packed);
		return packed;
	};
	const all = steps.filter(step => step.kind === 'convolution').map(step => ({step, packed: packedOf(step)}));
	const parts = new Map<Float32Array | Uint16Array, Numbers>();
	let end = 0;
	const put = (data: Float32Array | Uint16Array) => {
		parts.set(data, {at: end, length: data.length});
		end += inSixteens(data.byteLength);
	};
	for (const {step, packed} of all) {
		put(step.bias.data);
		if (packed instanceof Uint16Array) put(packed);
	}
	const small = end;
	for (const {packed} of all) if (packed instanceof Float32Array) put(packed);
	const compiled = ({weights, bias, ...step}: TrainedConvolution, packed: Float32Array | Uint16Array) => ({
		...step,
		weights: {dims: weights.dims, packed: {...parts.get(packed)!, isHalf: packed instanceof Uint16Array}},
		bias: parts.get(bias.data)!,
	});
	const packings = new Map<Step, CompiledConvolution>(all.map(({step, packed}) => [step, compiled(step, packed)]));
	const plan = {steps: steps.map(step => (step.kind === 'convolution' ? packings.get(step)! : step)), answer};
	const text = new TextEncoder().encode(JSON.stringify({plan, input} satisfies CompiledPlan));
	const numbersAt = inSixteens(headLength + text.length);
	const made = new Uint8Array(numbersAt + end);
	const head = new DataView(made.buffer);
	head.setUint32(0, text.length, true);
	head.setUint32(4, small, true);
	made.set(text, headLength);
	for (const [data, {at}] of parts)
		made.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), numbersAt + at);
	return made;
}
