import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import sharp, {type Region} from 'sharp';
import {describe, expect, test, vi} from 'vitest';
import {createKernel} from '../../../../../source/core/engines/offline/networks/kernel.ts';
import {openNetwork} from '../../../../../source/core/engines/offline/networks/network.ts';
import {decodePath} from '../../../../../source/core/engines/offline/visual/lines/ctc.ts';
import {alphabetOf} from '../../../../../source/core/engines/offline/visual/lines/networks.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';
import {openReference} from '../../../../support/onnx-reference.ts';

const models = packagePath('node_modules', '@gutenye', 'ocr-models', 'assets');

/** One of our networks, or one of PP-OCRv4's. */
const pathOf = (name: string) => (name.startsWith('ch_') ? join(models, name) : packagePath('source', 'model', name));

const recogniser = 'ch_PP-OCRv4_rec_infer.onnx';

/** Numbers between -1 and 1 that repeat nowhere, the same in every run. */
const numbers = (dims: readonly number[], seed: number): Float32Array =>
	Float32Array.from(
		{length: dims.reduce((a, b) => a * b)},
		(_, index) => Math.sin((index + seed) * 1.7) * Math.cos(index * 0.013),
	);

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

/** Opened once for all sizes, by what is compared: to open the general ones takes longer than to run them. */
const references = new Map<string, ReturnType<typeof openReference>>();
const referenceOf = (name: string) =>
	references.get(name) ?? references.set(name, openReference(pathOf(name))).get(name)!;

describe.each([
	[
		'locator.onnx',
		[
			[1, 1, 448, 448],
			[1, 1, 320, 448],
			[1, 1, 64, 16],
			[1, 1, 448, 448],
		],
	],
	[
		'ocrb.onnx',
		[
			[1, 1, 32, 768],
			[2, 1, 32, 768],
			[1, 1, 32, 768],
		],
	],
	[
		'ocrb-second.onnx',
		[
			[1, 1, 32, 768],
			[2, 1, 32, 768],
		],
	],
	[
		'print.onnx',
		[
			[1, 1, 32, 340],
			[3, 1, 32, 96],
			[1, 1, 32, 12],
			[1, 1, 32, 1001],
		],
	],
	[
		'print-locator.onnx',
		[
			[1, 1, 240, 416],
			[1, 1, 32, 64],
			[1, 1, 96, 32],
			[1, 1, 240, 416],
		],
	],
	[
		recogniser,
		[
			[1, 3, 48, 320],
			[1, 3, 48, 8],
			[2, 3, 48, 104],
			[1, 3, 48, 1200],
			[1, 3, 48, 320],
		],
	],
])('%s', (name, sizes) => {
	test('answers as onnxruntime does, whatever the size before', async () => {
		const own = await openNetwork(await readFile(pathOf(name)));
		const reference = await referenceOf(name);
		for (const [seed, dims] of sizes.entries()) {
			const input = numbers(dims, seed);
			const answer = await own.run(input, dims);
			const expected = await reference(input, dims);
			expect(answer.dims).toEqual(expected.dims.map(Number));
			// As many places as 32-bit floats have that are added up in another order.
			expect(largestDifference(answer.data, expected.data)).toBeLessThan(1e-4);
		}
	}, 60_000);

	test('answers twice the same, and leaves an earlier answer as it was', async () => {
		const own = await openNetwork(await readFile(pathOf(name)));
		const [dims] = sizes as [number[]];
		const first = await own.run(numbers(dims, 1), dims);
		const kept = first.data.slice();
		await own.run(numbers(dims, 2), dims);
		expect(isSame(first.data, kept)).toBe(true);
		expect(isSame((await own.run(numbers(dims, 1), dims)).data, kept)).toBe(true);
	});
});

/** A part of a drawn passport, from -1 to 1, as three channels. */
async function pictureOf(height: number, width: number, part?: Region): Promise<Float32Array> {
	const page = await sharp(packagePath('source', 'specimens', 'Scan_20260314_0003.jpg'))
		.rotate(180)
		.toBuffer();
	const cut = part ? sharp(page).extract(part) : sharp(page);
	const pixels = await cut.greyscale().resize(width, height, {fit: 'fill'}).raw().toBuffer();
	return Float32Array.from({length: 3 * pixels.length}, (_, index) => pixels[index % pixels.length]! / 127.5 - 1);
}

// Numbers that repeat nowhere are no type: the general network answers next to nothing of them.
describe('on a drawn passport', () => {
	const runBoth = async (name: string, input: Float32Array, dims: readonly number[]) => {
		const answer = await (await openNetwork(await readFile(pathOf(name)))).run(input, dims);
		const expected = await (await referenceOf(name))(input, dims);
		expect(largestDifference(answer.data, expected.data)).toBeLessThan(1e-3);
		return answer;
	};

	test('the general recogniser reads what it reads with onnxruntime', async () => {
		const line = {left: 80, top: 728, width: 1150, height: 46};
		const {data, dims} = await runBoth(recogniser, await pictureOf(48, 1024, line), [1, 3, 48, 1024]);
		const alphabet = alphabetOf(await readFile(join(models, 'ppocr_keys_v1.txt'), 'utf8'));
		const characters = decodePath(data, dims[1]!, alphabet).map(({character}) => character);
		expect(characters.join('')).toContain('KOWALCZYK');
	});
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
			const own = await openNetwork(file, await createKernel(kind));
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
	vi.resetModules();
	const {createKernel} = await import('../../../../../source/core/engines/offline/networks/kernel.ts');
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
