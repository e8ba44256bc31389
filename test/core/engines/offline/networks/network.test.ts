import {readFile} from 'node:fs/promises';
import {describe, expect, test, vi} from 'vitest';
import {createKernel} from '../../../../../source/core/engines/offline/networks/kernel.ts';
import {openOwnNetwork} from '../../../../../source/core/engines/offline/networks/network.ts';
import {openNetwork} from '../../../../../source/core/engines/offline/runtime/runtime.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';

const pathOf = (name: string) => packagePath('source', 'model', name);

/** Numbers between -1 and 1 that repeat nowhere, the same in every run. */
const numbers = (dims: readonly number[], seed: number): Float32Array =>
	Float32Array.from(
		{length: dims.reduce((a, b) => a * b)},
		(_, index) => Math.sin((index + seed) * 1.7) * Math.cos(index * 0.013),
	);

const largestDifference = (one: Float32Array, other: Float32Array): number =>
	one.reduce((most, value, index) => Math.max(most, Math.abs(value - other[index]!)), 0);

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
])('%s', (name, sizes) => {
	test('answers as onnxruntime does, whatever the size before', async () => {
		const own = await openOwnNetwork(await readFile(pathOf(name)));
		const reference = await openNetwork(pathOf(name));
		for (const [seed, dims] of sizes.entries()) {
			const input = numbers(dims, seed);
			const answer = await own.run(input, dims);
			const expected = await reference.run(input, dims);
			expect(answer.dims).toEqual(expected.dims.map(Number));
			// As many places as 32-bit floats have that are added up in another order.
			expect(largestDifference(answer.data, expected.data)).toBeLessThan(1e-4);
		}
	}, 60_000);

	test('answers twice the same, and leaves an earlier answer as it was', async () => {
		const own = await openOwnNetwork(await readFile(pathOf(name)));
		const [dims] = sizes as [number[]];
		const first = await own.run(numbers(dims, 1), dims);
		const kept = first.data.slice();
		await own.run(numbers(dims, 2), dims);
		expect(first.data).toEqual(kept);
		expect((await own.run(numbers(dims, 1), dims)).data).toEqual(kept);
	});
});

test('the faster kernel, which is chosen, answers as the plain one does but for the last digits', async () => {
	const file = await readFile(pathOf('ocrb.onnx'));
	const dims = [1, 1, 32, 768];
	const answers = [];
	for (const kind of ['fused', 'plain', undefined] as const) {
		const own = await openOwnNetwork(file, await createKernel(kind));
		answers.push((await own.run(numbers(dims, 1), dims)).data);
	}
	const [fused, plain, chosen] = answers as [Float32Array, Float32Array, Float32Array];
	expect(largestDifference(fused, plain)).toBeLessThan(1e-4);
	expect(chosen).toEqual(fused);
});

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
	['Sigmoid', 'Softmin'],
	['Resize', 'Einsum'],
	['Relu', 'Tanh'],
])('a network with another operation than %s is refused with its name, not run wrongly', async (known, unknown) => {
	const file = (await readFile(pathOf('locator.onnx'))).toString('latin1');
	const named = (type: string) => `\x22${String.fromCharCode(type.length)}${type}`;
	const other = Buffer.from(file.replaceAll(named(known), named(unknown)), 'latin1');
	await expect(openOwnNetwork(other)).rejects.toThrow(`the operation ${unknown}`);
});

test('a file that is no network, or half of one, is refused', async () => {
	const file = await readFile(pathOf('ocrb.onnx'));
	await expect(openOwnNetwork(Buffer.from('no network'))).rejects.toThrow();
	await expect(openOwnNetwork(new Uint8Array())).rejects.toThrow('no network');
	await expect(openOwnNetwork(file.subarray(0, 5000))).rejects.toThrow();
});
