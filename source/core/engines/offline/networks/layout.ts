import {onceForEach} from '../../../remember.ts';
import {Arena} from './arena.ts';
import {attentionRoom} from './attention.ts';
import type {Kernel} from './kernel.ts';
import {inEights, number, type Place} from './place.ts';
import {type Squares, squaresFor} from './squares.ts';
import {type Convolution, type Copy, type Plan, readBy, type Step} from './steps.ts';

/** A network for pictures of one size: where each of them is, and the convolutions that are made in squares. */
export type Layout = {
	readonly places: ReadonlyMap<string, Place>;
	readonly squares: ReadonlyMap<Step, Squares>;
	/** The first byte of room that a step may use while it is carried out. */
	readonly room: number;
	/** The first byte behind. */
	readonly end: number;
};

const noPads: Convolution['pads'] = [0, 0, 0, 0];

/** The border that the convolutions need which read a picture, or what is made of it in its place; by its name. */
const padsOf = onceForEach((plan: Plan): ReadonlyMap<string, Convolution['pads']> => {
	const all = new Map<string, Convolution['pads']>();
	// From the end: a picture that is scaled in its place needs the border of what it becomes.
	for (const step of [...plan.steps].reverse()) {
		if (step.kind !== 'convolution' && step.kind !== 'scaling') continue;
		const needed = step.kind === 'convolution' ? step.pads : (all.get(step.output) ?? noPads);
		const [above, left, below, right] = all.get(step.input) ?? noPads;
		all.set(step.input, [
			Math.max(above, needed[0]),
			Math.max(left, needed[1]),
			Math.max(below, needed[2]),
			Math.max(right, needed[3]),
		]);
	}

	return all;
});

type Size = Pick<Place, 'height' | 'width' | 'channels'>;

/**
 * Gives each picture of the network its place; one that nothing reads any more gives its place to another.
 *
 * @throws Error where a step does not take pictures of these sizes
 */
export function layoutOf(plan: Plan, input: Size & {readonly name: string}, start: number): Layout {
	const arena = new Arena(start);
	const padsFor = padsOf(plan);
	const places = new Map<string, Place>();
	const make = (name: string, size: Size) => {
		const pads = padsFor.get(name) ?? noPads;
		const [above, left, below, right] = pads;
		const pixel = size.channels * number;
		const row = (size.width + left + right) * pixel;
		const bytes = row * (size.height + above + below);
		const at = arena.take(bytes);
		places.set(name, {...size, at, bytes, pads, row, pixel, inside: at + above * row + left * pixel});
	};
	make(input.name, input);
	const last = new Map(plan.steps.flatMap(step => readBy(step).map(name => [name, step])));
	for (const step of plan.steps) {
		const read = readBy(step);
		const size = sizeAfter(
			step,
			read.map(name => places.get(name)!),
		);
		if (!size) throw new Error(`this network does not take a picture of ${input.width} × ${input.height}`);
		const isInPlace = step.kind === 'scaling' && last.get(step.input) === step;
		if (isInPlace) places.set(step.output, places.get(step.input)!);
		else make(step.output, size);
		for (const name of new Set(read)) {
			if (last.get(name) !== step || (isInPlace && name === step.input)) continue;
			const {at, bytes} = places.get(name)!;
			arena.give(at, bytes);
		}
	}

	const squares = new Map<Step, Squares>();
	// One step after the other uses the same room.
	const room = arena.end;
	let end = room;
	for (const step of plan.steps) {
		const from = places.get(readBy(step)[0]!)!;
		const made = step.kind === 'convolution' ? squaresFor(step, from, places.get(step.output)!, room) : undefined;
		if (made) squares.set(step, made);
		end = Math.max(end, made?.end ?? 0, step.kind === 'attention' ? attentionRoom(step, from.width, room).end : 0);
	}

	return {places, squares, room, end};
}

/** What a step makes of pictures of these sizes; undefined where it cannot. */
function sizeAfter(step: Step, [from, ...others]: readonly Size[]): Size | undefined {
	if (!from) return undefined;
	switch (step.kind) {
		case 'convolution': {
			const made = sizeOfConvolution(step, from);
			return isReadBy(step, from) && others.every(other => isSame(other, made)) ? made : undefined;
		}
		case 'copy':
			return sizeOfCopy(step, [from, ...others]);
		case 'mean':
			return {...from, height: 1, width: 1};
		case 'scaling':
			return others.every(other => isSame(other, {...from, height: 1, width: 1})) ? from : undefined;
		case 'normalization':
			return from.channels >= step.gain.length ? from : undefined;
		case 'attention':
			return from.height === 1 && from.channels >= 3 * step.heads * step.length
				? {...from, channels: inEights(step.heads * step.length)}
				: undefined;
	}
}

const isSame = (one: Size, other: Size): boolean =>
	one.height === other.height && one.width === other.width && one.channels === other.channels;

const isReadBy = ({weights, isDepthwise}: Convolution, {channels}: Size): boolean => {
	const read = weights.dims[isDepthwise ? 0 : 1]!;
	return channels === read || channels === inEights(read);
};

function sizeOfConvolution(step: Convolution, {height, width}: Size): Size {
	const [channels = 0, , windowHeight = 1, windowWidth = 1] = step.weights.dims;
	const [above, left, below, right] = step.pads;
	const spread = (windowWidth - 1) * step.spread + 1;
	return {
		height: Math.floor((height + above + below - windowHeight) / step.strides[0]) + 1,
		width: Math.floor((width + left + right - spread) / step.strides[1]) + 1,
		channels: inEights(channels),
	};
}

function sizeOfCopy({parts}: Copy, read: readonly Size[]): Size | undefined {
	const rest = [...read];
	const made: Size[] = [];
	for (const {factor, add} of parts) {
		const {height, width, channels} = rest.shift()!;
		const size = {height: factor * height, width: factor * width, channels};
		if (add !== undefined && !isSame(rest.shift()!, size)) return undefined;
		made.push(size);
	}

	const channels = made.reduce((sum, one) => sum + one.channels, 0);
	return made.every(({height, width}) => height === made[0]!.height && width === made[0]!.width)
		? {...made[0]!, channels}
		: undefined;
}

/** Zeros around a picture: its place held something else before. */
export function clearBorder(kernel: Kernel, {at, bytes, height, pads, row, pixel, inside, width}: Place): void {
	const [above, left, below, right] = pads;
	if (above + left + below + right === 0) return;
	const filled = width * pixel;
	const end = inside + (height - 1) * row + filled;
	kernel.clear(at, inside - at, 0, 1);
	// Behind a row comes the border before the next one.
	kernel.clear(inside + filled, row - filled, row, height - 1);
	kernel.clear(end, at + bytes - end, 0, 1);
}
