/** One operation of a network: names of what goes in and comes out, and its settings. */
export type Operation = {
	readonly type: string;
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
	/** Lists of numbers, such as `strides`; a single one is a list of one. */
	readonly settings: ReadonlyMap<string, readonly number[]>;
	/** Settings that are words, such as `mode`. */
	readonly words: ReadonlyMap<string, string>;
	/** Of a Constant. */
	readonly value?: Weights;
};

/** Numbers in IEEE 754 half precision, as their bits. */
export class Halves {
	readonly bits: Uint16Array;

	constructor(bits: Uint16Array) {
		this.bits = bits;
	}

	get length(): number {
		return this.bits.length;
	}
}

/** Numbers that were trained, row-major. Many in half precision stay as they are: the kernel widens what it puts in order. */
export type Weights = {readonly dims: readonly number[]; readonly data: Float32Array | Halves};

/** The same, to count with. */
export type Floats = Weights & {readonly data: Float32Array};

export type OnnxFile = {
	readonly operations: readonly Operation[];
	readonly weights: ReadonlyMap<string, Weights>;
	/** The first input, and the first output. */
	readonly input: string;
	readonly output: string;
};

/** A number in sevens of bits, the last ones first. A negative one is a number of 64 bits and takes ten bytes. */
function wholeNumber(digits: Uint8Array): number {
	const isNegative = digits.length === 10;
	let value = 0;
	for (let index = Math.min(digits.length, 9) - 1; index >= 0; index--) {
		const digit = digits[index]! & 127;
		value = value * 128 + (isNegative ? 127 - digit : digit);
	}

	return isNegative ? -1 - value : value;
}

const none = new Uint8Array();

/** The fields of a message of Protocol Buffers, each as a number or as bytes. Fixed numbers of 64 bits are passed over. */
function* fieldsOf(bytes: Uint8Array): Generator<{field: number; number: number; bytes: Uint8Array}> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const number = (): number => {
		const start = at;
		while (view.getUint8(at++) >= 128);
		return at === start + 1 ? bytes[start]! : wholeNumber(bytes.subarray(start, at));
	};
	while (at < bytes.length) {
		const key = number();
		const field = Math.floor(key / 8);
		const kind = key % 8;
		if (kind === 0) {
			yield {field, number: number(), bytes: none};
			continue;
		}

		const length = kind === 2 ? number() : kind === 5 ? 4 : 8;
		const part = bytes.subarray(at, at + length);
		if (part.length < length) throw new Error('the file of the network ends too early');
		at += length;
		yield {field, number: kind === 5 ? new DataView(part.buffer, part.byteOffset).getFloat32(0, true) : 0, bytes: part};
	}
}

const utf8 = new TextDecoder();

/** Whole numbers, one a field or packed into one. */
const wholeNumbers = (number: number, bytes: Uint8Array): readonly number[] => {
	if (bytes.length === 0) return [number];
	const numbers: number[] = [];
	let start = 0;
	for (const [index, byte] of bytes.entries()) {
		if (byte >= 128) continue;
		numbers.push(wholeNumber(bytes.subarray(start, index + 1)));
		start = index + 1;
	}

	return numbers;
};

/** The bits of a number of 32 are those of one of 16, apart, and another exponent. */
function widened(halves: Uint16Array): Float32Array {
	const result = new Float32Array(halves.length);
	const bits = new Uint32Array(result.buffer);
	for (let index = 0; index < halves.length; index++) {
		const half = halves[index]!;
		const rest = half & 0x7fff;
		// What is too small for an exponent is a whole number of the smallest steps.
		if (rest < 0x400) result[index] = (half & 0x8000 ? -rest : rest) * 2 ** -24;
		else bits[index] = ((half & 0x8000) << 16) | ((rest << 13) + 0x3800_0000);
	}

	return result;
}

export const asFloats = ({dims, data}: Weights): Floats => ({
	dims,
	data: data instanceof Halves ? widened(data.bits) : data,
});

const float = 1;
const int32 = 6;
const int64 = 7;
const half = 10;

/** Bytes of a tensor that may stay where the file is; a copy of a smaller one costs nothing, and lets the file go. */
const large = 4096;

/**
 * Bytes of a tensor from a multiple of 4 on. Those of a large one are moved within the file: it is used up, and memory that
 * was never used before costs more time than anything else here.
 */
function aligned(raw: Uint8Array): Uint8Array {
	if (raw.length < large) return new Uint8Array(raw);
	const at = raw.byteOffset & ~3;
	// At most 3 bytes forward, over what says how long the tensor is.
	const moved = new Uint8Array(raw.buffer, at, raw.length);
	moved.set(raw);
	return moved;
}

function numbersOf(kind: number, raw: Uint8Array): Weights['data'] {
	const {buffer, byteOffset, length} = aligned(raw);
	if (kind === float) return new Float32Array(buffer, byteOffset, length / 4);
	if (kind === half) {
		const halves = new Uint16Array(buffer, byteOffset, length / 2);
		return length < large ? widened(halves) : new Halves(halves);
	}
	if (kind === int32) return Float32Array.from(new Int32Array(buffer, byteOffset, length / 4));
	if (kind === int64)
		return Float32Array.from(new BigInt64Array(buffer.slice(byteOffset, byteOffset + length)), Number);
	throw new Error(`numbers of kind ${kind} are not known`);
}

function readWeights(message: Uint8Array): Weights & {readonly name: string} {
	const dims: number[] = [];
	let name = '';
	let kind = float;
	let raw: Uint8Array = none;
	for (const {field, number, bytes} of fieldsOf(message)) {
		if (field === 1) dims.push(...wholeNumbers(number, bytes));
		else if (field === 2) kind = number;
		else if (field === 8) name = utf8.decode(bytes);
		else if (field === 9) raw = bytes;
	}

	return {name, dims, data: numbersOf(kind, raw)};
}

function readSetting(message: Uint8Array) {
	const numbers: number[] = [];
	let name = '';
	let word: string | undefined;
	let value: Weights | undefined;
	for (const {field, number, bytes} of fieldsOf(message)) {
		if (field === 1) name = utf8.decode(bytes);
		else if (field === 2) numbers.push(number);
		else if (field === 4) word = utf8.decode(bytes);
		else if (field === 3 || field === 8) numbers.push(...wholeNumbers(number, bytes));
		else if (field === 5) value = readWeights(bytes);
	}

	return {name, numbers, word, value};
}

function readOperation(message: Uint8Array): Operation {
	const inputs: string[] = [];
	const outputs: string[] = [];
	const settings = new Map<string, readonly number[]>();
	const words = new Map<string, string>();
	let type = '';
	let constant: Weights | undefined;
	for (const {field, bytes} of fieldsOf(message)) {
		if (field === 1) inputs.push(utf8.decode(bytes));
		else if (field === 2) outputs.push(utf8.decode(bytes));
		else if (field === 4) type = utf8.decode(bytes);
		else if (field === 5) {
			const {name, numbers, word, value} = readSetting(bytes);
			settings.set(name, numbers);
			if (word !== undefined) words.set(name, word);
			constant = value ?? constant;
		}
	}

	return {type, inputs, outputs, settings, words, ...(constant ? {value: constant} : {})};
}

const nameOf = (message: Uint8Array): string => {
	for (const {field, bytes} of fieldsOf(message)) if (field === 1) return utf8.decode(bytes);
	return '';
};

/**
 * Reads a network in the ONNX format, as far as these need it: onnx.proto3 of ONNX 1.16, opsets 9 to 13.
 *
 * @param file Cannot be read again: the weights stay in it, and are moved to where they are numbers
 * @throws Error for what is no such file
 */
export function readOnnx(file: Uint8Array): OnnxFile {
	const operations: Operation[] = [];
	const weights = new Map<string, Weights>();
	const inputs: string[] = [];
	const outputs: string[] = [];
	for (const {field, bytes: graph} of fieldsOf(file)) {
		if (field !== 7) continue;
		for (const {field: part, bytes} of fieldsOf(graph)) {
			if (part === 1) operations.push(readOperation(bytes));
			else if (part === 5) {
				const {name, ...numbers} = readWeights(bytes);
				weights.set(name, numbers);
			} else if (part === 11) inputs.push(nameOf(bytes));
			else if (part === 12) outputs.push(nameOf(bytes));
		}
	}

	const [input] = inputs;
	const [output] = outputs;
	if (input === undefined || output === undefined) throw new Error('this is no network in the ONNX format');
	return {operations, weights, input, output};
}
