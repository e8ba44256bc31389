import {type Affine, foldInto, isOfChannels} from './fold.ts';
import {asFloats, type Floats, type OnnxFile, type Operation, type Weights} from './onnx-file.ts';
import type {Answer, TrainedConvolution, TrainedPlan, TrainedStep} from './steps.ts';
import type {Form, Picture, Value} from './value.ts';

/** What an operation's output means, from what its inputs mean. Throws an Error that names what is not understood. */
export type Rule = (graph: Graph, operation: Operation, values: ReadonlyArray<Value | undefined>) => Value;

/** What is known of a network while its operations are gone through: its steps so far, and what each name means. */
export class Graph {
	readonly #steps: TrainedStep[] = [];
	readonly #values = new Map<string, Value>();
	/** Operations that use a name. */
	readonly #uses = new Map<string, number>();
	#answer: Answer | undefined;

	constructor({operations, weights, input}: OnnxFile) {
		for (const {inputs} of operations) {
			for (const name of inputs) this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1);
		}
		for (const [name, constant] of weights) this.#values.set(name, {kind: 'constant', ...constant});
		this.#values.set(input, {kind: 'picture', name: input, form: 'picture', uses: this.#uses.get(input) ?? 0});
	}

	refuse(what: string): never {
		throw new Error(`a network with ${what} is not understood`);
	}

	/** What an operation's input means; undefined for one that is left out. */
	valueOf(name: string): Value | undefined {
		return name === '' ? undefined : (this.#values.get(name) ?? this.refuse(`something that is not in it (${name})`));
	}

	bind({outputs: [name = '']}: Operation, value: Value): void {
		this.#values.set(name, value);
	}

	/** A picture, which has to be of one of these forms where they are named. */
	picture(value: Value | undefined, what: string, ...forms: readonly Form[]): Picture {
		if (value?.kind !== 'picture' || (forms.length > 0 && !forms.includes(value.form))) return this.refuse(what);
		return value;
	}

	constant(value: Value | undefined, what: string): Weights {
		return value?.kind === 'constant' ? value : this.refuse(what);
	}

	/** A constant to count with. */
	floats(value: Value | undefined, what: string): Floats {
		return asFloats(this.constant(value, what));
	}

	/** Adds a step. What it makes is what the operation's output means. */
	make({outputs: [name = '']}: Operation, form: Form, step: (output: string) => TrainedStep): Picture {
		this.#steps.push(step(name));
		return {kind: 'picture', name, form, uses: this.#uses.get(name) ?? 0};
	}

	/** The same picture where an operation changes its form, or the step that makes it. */
	again({outputs: [name = '']}: Operation, picture: Picture, form = picture.form): Picture {
		const uses = this.#uses.get(name) ?? 0;
		return {...picture, form, uses: form === picture.form ? uses : picture.uses - 1 + uses};
	}

	/** The step that makes a picture. */
	makerOf(name: string): TrainedStep | undefined {
		return this.#steps.find(step => step.output === name);
	}

	/** The channels of a picture that a step makes. */
	channelsOf(name: string): number {
		const maker = this.makerOf(name);
		switch (maker?.kind) {
			case 'convolution':
				return maker.weights.dims[0]!;
			case 'copy':
				return maker.parts.reduce((sum, {input}) => sum + this.channelsOf(input), 0);
			case 'mean':
			case 'scaling':
				return this.channelsOf(maker.input);
			case 'attention':
				return maker.heads * maker.length;
			default:
				return this.refuse('channels that no step makes');
		}
	}

	/** The convolution that makes a picture and does nothing with its numbers yet; undefined where another step makes it. */
	bareMakerOf(name: string): TrainedConvolution | undefined {
		const maker = this.makerOf(name);
		return maker?.kind === 'convolution' && !maker.activation ? maker : undefined;
	}

	replace(step: TrainedStep, other: TrainedStep): void {
		this.#steps[this.#steps.indexOf(step)] = other;
	}

	/** Whether a picture is there when a step is carried out. */
	isBefore(name: string, step: TrainedStep): boolean {
		const maker = this.makerOf(name);
		return !maker || this.#steps.indexOf(maker) < this.#steps.indexOf(step);
	}

	/** A picture times and plus constants, as part of the step that makes it; undefined where it cannot be. */
	fold(operation: Operation, picture: Picture, {scale, shift}: Affine): Picture | undefined {
		const maker = this.makerOf(picture.name);
		if (!maker || picture.uses !== 1) return undefined;
		if (![scale, shift].every(one => isOfChannels(one, picture.form)))
			return this.refuse('a constant of another shape');
		const folded = foldInto(maker, {scale, shift});
		if (!folded) return undefined;
		this.replace(maker, folded);
		return this.again(operation, picture);
	}

	/** Says how the answer is made of a picture. */
	end(answer: Answer): void {
		this.#answer = answer;
	}

	/** @throws Error where the network ends in another way */
	finish(output: string): TrainedPlan {
		const answer = this.#answer;
		const last = this.#steps.at(-1);
		const value = this.#values.get(output);
		if (!answer || !last || value?.kind !== 'picture' || value.name !== last.output) return this.refuse('another end');
		if (value.form !== (answer.kind === 'sigmoid' ? 'picture' : 'tokens')) return this.refuse('another end');
		return {steps: this.#steps, answer};
	}
}
