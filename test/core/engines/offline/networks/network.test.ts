import {readFileSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {compileNetwork} from '../../../../../source/core/engines/offline/networks/compile-network.ts';
import {createKernel} from '../../../../../source/core/engines/offline/networks/kernel.ts';
import {type Network, openCompiled, openNetwork} from '../../../../../source/core/engines/offline/networks/network.ts';
import {createRoom} from '../../../../../source/core/engines/offline/networks/room.ts';
import {decodePath} from '../../../../../source/core/engines/offline/visual/lines/ctc.ts';
import {alphabetOf} from '../../../../../source/core/engines/offline/visual/lines/networks.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';
import {
	lineOfType,
	models,
	numbers,
	pathOf,
	recogniser,
	type ShortAnswer,
	sizes,
} from '../../../../support/network-questions.ts';
import {temporaryFolder} from '../../../../support/temporary-folder.ts';

const answers: Readonly<Record<string, readonly ShortAnswer[]>> = JSON.parse(
	readFileSync(join(import.meta.dirname, 'onnxruntime-answers.json'), 'utf8'),
);

/** As many places as 32-bit floats have that are added up in another order. */
const expectAnswer = (
	{data, dims}: {readonly data: Float32Array; readonly dims: readonly number[]},
	expected: ShortAnswer,
) => {
	expect(dims).toEqual(expected.dims);
	for (const [place, value] of expected.some) expect(Math.abs(data[place]! - value), `${place}`).toBeLessThan(1e-4);
	const sum = data.reduce((sum, value) => sum + value, 0);
	expect(Math.abs(sum - expected.sum)).toBeLessThan(1e-5 * data.length);
};

/** In a loop of its own: an answer of the general recogniser has a million numbers. */
function largestDifference(one: Float32Array, other: Float32Array): number {
	let most = 0;
	for (let index = 0; index < one.length; index++) {
		const difference = Math.abs(one[index]! - other[index]!);
		// One that is no number stays: nothing is more than it.
		if (difference > most || Number.isNaN(difference)) most = difference;
	}
	return most;
}

/** Whether two answers are the same to the last bit. */
const isSame = (one: Float32Array, other: Float32Array): boolean => {
	const bytesOf = ({buffer, byteOffset, byteLength}: Float32Array) => Buffer.from(buffer, byteOffset, byteLength);
	return bytesOf(one).equals(bytesOf(other));
};

describe.each(Object.entries(sizes))('%s', (name, asked) => {
	test('answers as onnxruntime does, whatever the size before', async () => {
		const own = await openNetwork(await readFile(pathOf(name)));
		expect(answers[name]).toHaveLength(asked.length);
		for (const [seed, dims] of asked.entries())
			expectAnswer(await own.run(numbers(dims, seed), dims), answers[name]![seed]!);
	});

	test('answers twice the same, and leaves an earlier answer as it was', async () => {
		const own = await openNetwork(await readFile(pathOf(name)));
		const [dims] = asked as [number[]];
		const first = await own.run(numbers(dims, 1), dims);
		const kept = first.data.slice();
		await own.run(numbers(dims, 2), dims);
		expect(isSame(first.data, kept)).toBe(true);
		expect(isSame((await own.run(numbers(dims, 1), dims)).data, kept)).toBe(true);
	});

	test('answers the same to the last bit when it is compiled', async () => {
		const path = join(temporaryFolder(), 'a.network');
		writeFileSync(path, compileNetwork(await readFile(pathOf(name))));
		const own = await openNetwork(await readFile(pathOf(name)));
		// Behind another, whose room it does not begin with zeros.
		const room = await createRoom();
		await (await openNetwork(await readFile(pathOf('locator.onnx')), room)).run(
			numbers([1, 1, 64, 32], 1),
			[1, 1, 64, 32],
		);
		const compiled = openCompiled(path, room);
		const [dims] = asked as [number[]];
		const answer = await compiled.run(numbers(dims, 3), dims);
		const expected = await own.run(numbers(dims, 3), dims);
		expect(answer.dims).toEqual(expected.dims);
		expect(isSame(answer.data, expected.data)).toBe(true);
	});
});

test('the build compiles each of our networks', async () => {
	for (const name of Object.keys(sizes).filter(name => !name.startsWith('ch_'))) {
		const built = readFileSync(packagePath('dist', name.replace('.onnx', '.network')));
		expect(built.equals(compileNetwork(await readFile(pathOf(name)))), name).toBe(true);
	}
});

test('a compiled network that ends too early, or is none, is refused', async () => {
	const path = join(temporaryFolder(), 'a.network');
	const whole = compileNetwork(await readFile(pathOf('print-locator.onnx')));
	const room = await createRoom();
	for (const length of [0, 7, 1000, 40_000, whole.length - 1]) {
		writeFileSync(path, whole.subarray(0, length));
		expect(() => openCompiled(path, room), `${length}`).toThrow('ends too early');
	}
	writeFileSync(path, Buffer.from('no network at all, but as long as one'));
	expect(() => openCompiled(path, room)).toThrow();
	expect(() => openCompiled(join(temporaryFolder(), 'none'), room)).toThrow('ENOENT');
});

// Numbers that repeat nowhere are no type: the general network answers next to nothing of them.
test('the general recogniser reads a line of a drawn passport as with onnxruntime', async () => {
	const {input, dims} = await lineOfType();
	const answer = await (await openNetwork(await readFile(pathOf(recogniser)))).run(input, dims);
	expectAnswer(answer, answers.lineOfType![0]!);
	const alphabet = alphabetOf(await readFile(join(models, 'ppocr_keys_v1.txt'), 'utf8'));
	const characters = decodePath(answer.data, answer.dims[1]!, alphabet).map(({character}) => character);
	expect(characters.join('')).toContain('KOWALCZYK');
});

test.each([
	['ocrb.onnx', [1, 1, 32, 768]],
	['print-locator.onnx', [1, 1, 96, 96]],
	[recogniser, [1, 3, 48, 96]],
])(
	'of %s, the faster kernel, which is chosen, answers as the plain one does but for the last digits',
	async (name, dims) => {
		const file = await readFile(pathOf(name));
		const answers = [];
		for (const kind of ['fused', 'plain', undefined] as const) {
			const own = await openNetwork(Uint8Array.from(file), await createRoom(await createKernel(kind)));
			answers.push((await own.run(numbers(dims, 1), dims)).data);
		}
		const [fused, plain, chosen] = answers as [Float32Array, Float32Array, Float32Array];
		expect(largestDifference(fused, plain)).toBeLessThan(1e-4);
		expect(isSame(chosen, fused)).toBe(true);
	},
);

test('where V8 does not understand the faster kernel, the plain one is used', async () => {
	const {WebAssembly} = globalThis as unknown as {WebAssembly: {Module: new (bytes: Uint8Array) => object}};
	const fused = await readFile(packagePath('dist', 'kernel-fused.wasm'));
	const {Module} = WebAssembly;
	vi.spyOn(WebAssembly, 'Module').mockImplementation(
		class extends Module {
			constructor(bytes: Uint8Array) {
				if (fused.equals(bytes)) throw new Error('not understood');
				super(bytes);
			}
		},
	);
	// One more of this module, which has compiled nothing.
	const another = '../../../../../source/core/engines/offline/networks/kernel.ts?another';
	const {createKernel}: typeof import('../../../../../source/core/engines/offline/networks/kernel.ts') = await import(
		another
	);
	expect(await createKernel()).toHaveProperty('convolve');
	await expect(createKernel('fused')).rejects.toThrow('not understood');
	vi.restoreAllMocks();
});

test.each([
	['locator.onnx', 'Sigmoid', 'Softmin'],
	['locator.onnx', 'Resize', 'Einsum'],
	['locator.onnx', 'Relu', 'Tanh'],
	[recogniser, 'GlobalAveragePool', 'GlobalMaximumPool'],
	[recogniser, 'ReduceMean', 'ReducePeak'],
	[recogniser, 'Softmax', 'Hardmax'],
])('%s with another operation than %s is refused with its name, not run wrongly', async (name, known, unknown) => {
	const file = (await readFile(pathOf(name))).toString('latin1');
	const named = (type: string) => `\x22${String.fromCharCode(type.length)}${type}`;
	const other = Buffer.from(file.replaceAll(named(known), named(unknown)), 'latin1');
	await expect(openNetwork(other)).rejects.toThrow(`the operation ${unknown}`);
});

/** What IEEE 754 says of a number in half precision. */
const ofHalf = (half: number): number => {
	const [exponent, fraction] = [(half >> 10) & 31, half & 1023];
	const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
	return half & 0x8000 ? -size : size;
};

test('the kernel widens every number in half precision', async () => {
	const kernel = await createKernel();
	// But for infinities and what is no number, which nothing that was trained is.
	const halves = Uint16Array.from({length: 65_536}, (_, index) => index).filter(half => ((half >> 10) & 31) < 31);
	const [from, to] = [65_536, 4 * 65_536];
	kernel.memory.grow(8);
	new Uint16Array(kernel.memory.buffer, from).set(halves);
	kernel.widen(from, to, halves.length);
	const wide = new Float32Array(kernel.memory.buffer, to, halves.length);
	expect([...wide].findIndex((value, at) => !Object.is(value, ofHalf(halves[at]!)))).toBe(-1);
});

test('networks that share memory answer as alone, whichever was opened or ran before', async () => {
	const room = await createRoom();
	const names = ['ocrb-second.onnx', 'print-locator.onnx', 'ocrb.onnx'] as const;
	const shapes = [[1, 1, 32, 768] as const, [1, 1, 96, 96] as const, [1, 1, 32, 768] as const];
	const alone = [];
	for (const [place, name] of names.entries()) {
		const own = await openNetwork(await readFile(pathOf(name)));
		alone.push((await own.run(numbers(shapes[place]!, 1), shapes[place]!)).data);
	}

	const shared: Network[] = [];
	for (const name of names) {
		shared.push(await openNetwork(await readFile(pathOf(name)), room));
		for (const [place, one] of shared.entries()) {
			const {data} = await one.run(numbers(shapes[place]!, 1), shapes[place]!);
			expect(isSame(data, alone[place]!), `${names[place]} after ${name}`).toBe(true);
		}
	}
});

test('a picture of a size that a network does not take is refused', async () => {
	const own = await openNetwork(await readFile(pathOf(recogniser)));
	const run = async (...dims: readonly number[]) => own.run(numbers(dims, 1), dims);
	// Three rows are left of 48, which are one line; six of 96 are two.
	await expect(run(1, 3, 96, 64)).rejects.toThrow('64 × 96');
	await expect(run(1, 1, 48, 64)).rejects.toThrow('64 × 48');
	expect((await run(1, 3, 48, 64)).dims).toEqual([1, 8, 6625]);
});

test('a file that is no network, or half of one, is refused', async () => {
	const file = await readFile(pathOf('ocrb.onnx'));
	await expect(openNetwork(Buffer.from('no network'))).rejects.toThrow();
	await expect(openNetwork(new Uint8Array())).rejects.toThrow('no network');
	await expect(openNetwork(file.subarray(0, 5000))).rejects.toThrow();
});
