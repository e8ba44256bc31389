import {Arena} from './arena.ts';
import {inEights, number, type Place} from './place.ts';
import {type Convolution, convolutionsOf, type Plan, type Step} from './plan.ts';
import {type Squares, squaresFor} from './squares.ts';

/** A network for pictures of one size: where each of them is, and the convolutions that are made in squares. */
export type Layout = {
	readonly places: ReadonlyMap<string, Place>;
	readonly squares: ReadonlyMap<Step, Squares>;
	/** The first byte behind. */
	readonly end: number;
};

/** The border that the convolutions which read a picture need around it. */
function padsOf(plan: Plan, name: string): Convolution['pads'] {
	const pads: [number, number, number, number] = [0, 0, 0, 0];
	for (const step of convolutionsOf(plan)) {
		if (step.input === name) for (const [side, pad] of step.pads.entries()) pads[side] = Math.max(pads[side]!, pad);
	}

	return pads;
}

const readBy = (step: Step): readonly string[] => (step.add === undefined ? [step.input] : [step.input, step.add]);

/** Gives each picture of the network its place; one that nothing reads any more gives its place to another. */
export function layoutOf(plan: Plan, input: string, start: number, height: number, width: number): Layout {
	const arena = new Arena(start);
	const places = new Map<string, Place>();
	const make = (name: string, size: {height: number; width: number; channels: number}) => {
		const pads = padsOf(plan, name);
		const [above, left, below, right] = pads;
		const pixel = size.channels * number;
		const row = (size.width + left + right) * pixel;
		const bytes = row * (size.height + above + below);
		const at = arena.take(bytes);
		places.set(name, {...size, at, bytes, pads, row, pixel, inside: at + above * row + left * pixel});
	};
	make(input, {height, width, channels: 1});
	for (const [index, step] of plan.steps.entries()) {
		const from = places.get(step.input)!;
		make(step.output, sizeAfter(step, from));
		const added = step.add === undefined ? undefined : places.get(step.add)!;
		const made = places.get(step.output)!;
		if (added && (added.height !== made.height || added.width !== made.width || added.pixel !== made.pixel)) {
			throw new Error(`this network does not take a picture of ${width} × ${height}`);
		}

		const later = new Set(plan.steps.slice(index + 1).flatMap(readBy));
		for (const name of new Set(readBy(step))) {
			const {at, bytes} = places.get(name)!;
			if (!later.has(name)) arena.give(at, bytes);
		}
	}

	const squares = new Map<Step, Squares>();
	// One convolution after the other uses the same room.
	const room = arena.end;
	for (const step of convolutionsOf(plan)) {
		const made = squaresFor(step, places.get(step.input)!, places.get(step.output)!, room);
		if (made) squares.set(step, made);
	}

	return {places, squares, end: Math.max(room, ...[...squares.values()].map(({end}) => end))};
}

function sizeAfter(step: Step, {height, width, channels}: Place) {
	if (step.kind === 'enlargement') return {height: height * 2, width: width * 2, channels};
	const [channelsOut = 0, , windowHeight = 1, windowWidth = 1] = step.weights.dims;
	const [above, left, below, right] = step.pads;
	const spread = (windowWidth - 1) * step.spread + 1;
	return {
		height: Math.floor((height + above + below - windowHeight) / step.strides[0]) + 1,
		width: Math.floor((width + left + right - spread) / step.strides[1]) + 1,
		channels: inEights(channelsOut),
	};
}

/** Zeros around a picture: its place held something else before. */
export function clearBorder(memory: Float32Array, {at, bytes, height, pads, row, pixel, inside, width}: Place): void {
	const [above, left, below, right] = pads;
	if (above + left + below + right === 0) return;
	const clear = (from: number, to: number) => memory.fill(0, from / number, to / number);
	clear(at, inside);
	// Behind a row comes the border before the next one.
	for (let y = 0; y < height - 1; y++) clear(inside + y * row + width * pixel, inside + (y + 1) * row);
	clear(inside + (height - 1) * row + width * pixel, at + bytes);
}
