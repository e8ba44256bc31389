import {closeSync, openSync, readSync} from 'node:fs';
import type {Kernel} from './kernel.ts';
import {inSixteens, number} from './place.ts';
import {type Convolution, convolutionsOf, type Plan} from './steps.ts';
import {type AllTrained, writeSquares} from './trained.ts';

/*
 * A network as the build compiles it: its plan, and what was trained in the order that the kernel reads. Of an ONNX file the
 * plan takes half as long to make as all its weights to write.
 *
 * The file: bytes of the plan, and of small numbers, in 32 bits each; the plan as JSON; small numbers, which are biases and
 * weights in half precision; weights in single precision. Each part begins at a multiple of 16 bytes. All is little-endian, as
 * WebAssembly is.
 */

/** Where numbers are: bytes behind the plan, and how many. */
export type Numbers = {readonly at: number; readonly length: number};

export type CompiledConvolution = Convolution & {
	readonly weights: {readonly packed: Numbers & {readonly isHalf: boolean}};
	readonly bias: Numbers;
};

/** What the file says before the numbers. JSON has no infinity: bounds that are none are `null`. */
export type CompiledPlan = {readonly plan: Plan<CompiledConvolution>; readonly input: string};

/** Bytes before the plan. */
export const headLength = 8;

/** A compiled network that is being read. */
export class CompiledFile {
	readonly plan: Plan<CompiledConvolution>;
	readonly input: string;
	/** Bytes of small numbers: they are read to behind all places before each is written to its own. */
	readonly room: number;
	readonly #file: number;
	readonly #numbersAt: number;

	/**
	 * @param path Is open until `close`
	 * @throws Error where it cannot be read
	 */
	constructor(path: string) {
		this.#file = openSync(path, 'r');
		try {
			const head = Buffer.alloc(headLength);
			this.#read(head, 0);
			const text = Buffer.alloc(head.readUInt32LE(0));
			this.room = head.readUInt32LE(4);
			this.#read(text, headLength);
			this.#numbersAt = inSixteens(headLength + text.length);
			const {plan, input} = JSON.parse(text.toString()) as CompiledPlan;
			this.plan = {...plan, steps: plan.steps.map(withBounds)};
			this.input = input;
		} catch (error) {
			this.close();
			throw error;
		}
	}

	close(): void {
		closeSync(this.#file);
	}

	#read(to: Uint8Array, from: number): void {
		if (readSync(this.#file, to, 0, to.length, from) < to.length) {
			throw new Error('the file of the network ends too early');
		}
	}

	/** Writes what was trained to its places in the kernel's memory; `room` bytes behind them are zeros before and after. */
	write(kernel: Kernel, {trained, end}: AllTrained): void {
		const memory = new Uint8Array(kernel.memory.buffer);
		const small = memory.subarray(end, end + this.room);
		this.#read(small, this.#numbersAt);
		for (const step of convolutionsOf(this.plan)) {
			const places = trained.get(step)!;
			const {at, length, isHalf} = step.weights.packed;
			if (isHalf) kernel.widen(end + at, places.weights, length);
			// Memory that was never used before costs more time than what is done with it: not twice.
			else this.#read(memory.subarray(places.weights, places.weights + length * number), this.#numbersAt + at);
			const bias = end + step.bias.at;
			memory.copyWithin(places.bias, bias, bias + step.bias.length * number);
			writeSquares(kernel, places);
		}
		small.fill(0);
	}
}

const withBounds = <Step extends Plan<CompiledConvolution>['steps'][number]>(step: Step): Step => {
	if (step.kind !== 'convolution' || step.activation?.kind !== 'bounds') return step;
	const {least, most} = step.activation as {least: number | null; most: number | null};
	return {...step, activation: {kind: 'bounds', least: least ?? -Infinity, most: most ?? Infinity}};
};
