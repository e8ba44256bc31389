import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {importModule} from '../../../import-module.ts';
import {packagePath} from '../../../package-root.ts';
import {type Network, openOwnNetwork} from '../networks/network.ts';
import type {Runtime} from '../onnx-runtime.ts';
import {nativeRuntime} from './native.ts';
import {readOutside, readOutsideModule} from './outside-file.ts';
import {raiseTieringBudget} from './tiering-budget.ts';

type WebRuntime = Omit<Runtime, 'options'> & {
	readonly env: {
		logLevel: string;
		wasm: {numThreads: number; wasmPaths?: string; wasmBinary?: ArrayBuffer; proxy: boolean};
	};
};

let loading: Promise<Runtime> | undefined;
/** Called when onnxruntime has made its module, which it does with its first network. */
let whenMade = () => {};

/**
 * onnxruntime-web's WebAssembly build, from the three files that the build copies beside ours: one set for every
 * system, nothing to download.
 */
const webRuntime = async (): Promise<Runtime> => {
	const folder = pathToFileURL(`${packagePath('dist', 'ort')}/`);
	const {env, InferenceSession, Tensor} = (await importModule(new URL('ort.node.min.mjs', folder).href)) as WebRuntime;
	env.logLevel = 'error';
	env.wasm.numThreads = 1;
	env.wasm.wasmPaths = folder.href;
	// What it reads by itself it copies twice.
	const {buffer, free} = await readOutsideModule(packagePath('dist', 'ort', 'ort-wasm-simd-threaded.wasm'));
	env.wasm.wasmBinary = buffer;
	const restoreBudget = raiseTieringBudget();
	whenMade = () => {
		whenMade = () => {};
		free();
		restoreBudget();
	};
	return {InferenceSession, Tensor, options: {executionProviders: ['wasm']}};
};

const native = nativeRuntime();

/** Loads one of our networks, for example `loadNetwork('ocrb.onnx')`. */
export async function loadNetwork(file: string): Promise<Network> {
	const path = packagePath('source', 'model', file);
	return (await native) ? openNetwork(path) : openOwnNetwork(await readFile(path));
}

/** Loads a network of any place on disk. */
export async function openNetwork(path: string): Promise<Network> {
	loading ??= native.then(found => found ?? webRuntime());
	const [runtime, model] = await Promise.all([loading, readOutside(path)]);
	const session = await runtime.InferenceSession.create(model.bytes, {
		...runtime.options,
		graphOptimizationLevel: 'all',
		enableCpuMemArena: false,
	});
	model.free();
	whenMade();
	const input = session.inputNames[0]!;
	const output = session.outputNames[0]!;
	return {
		async run(data, dims) {
			// The native build is given no memory that threads share: nothing says that it takes it.
			const numbers = data.buffer instanceof SharedArrayBuffer && (await native) ? data.slice() : data;
			const results = await session.run({[input]: new runtime.Tensor('float32', numbers, dims)});
			const result = results[output]!;
			return {data: result.data, dims: result.dims};
		},
		release: async () => session.release(),
	};
}
