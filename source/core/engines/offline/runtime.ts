import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {packagePath} from '../../package-root.ts';

/** A network that is ready to run: one input, one output, both dense and row-major. */
export type Network = {
	run(input: Float32Array, dims: readonly number[]): Promise<{data: Float32Array; dims: readonly number[]}>;
	release(): Promise<void>;
};

type Tensor = {readonly data: Float32Array; readonly dims: readonly number[]};
type Session = {
	readonly inputNames: readonly string[];
	readonly outputNames: readonly string[];
	run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
	release(): Promise<void>;
};
type Runtime = {
	readonly env: {logLevel: string; wasm: {numThreads: number; wasmPaths?: string; proxy: boolean}};
	readonly InferenceSession: {create(model: Uint8Array, options: Record<string, unknown>): Promise<Session>};
	readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
};

let loading: Promise<Runtime> | undefined;

/**
 * onnxruntime-web's WebAssembly build, from the three files that the build copies beside ours: one set for every
 * system, nothing to download. One thread: several pages are read in several workers instead.
 */
const loadRuntime = async (): Promise<Runtime> => {
	const folder = pathToFileURL(`${packagePath('dist', 'ort')}/`);
	const runtime = (await import(new URL('ort.node.min.mjs', folder).href)) as Runtime;
	runtime.env.logLevel = 'error';
	runtime.env.wasm.numThreads = 1;
	runtime.env.wasm.wasmPaths = folder.href;
	return runtime;
};

/** Loads one of our networks, for example `loadNetwork('ocrb.onnx')`. */
export const loadNetwork = (file: string): Promise<Network> => openNetwork(packagePath('model', file));

/** Loads a network of any place on disk. */
export async function openNetwork(path: string): Promise<Network> {
	loading ??= loadRuntime();
	const [runtime, model] = await Promise.all([loading, readFile(path)]);
	const session = await runtime.InferenceSession.create(model, {
		executionProviders: ['wasm'],
		graphOptimizationLevel: 'all',
		enableCpuMemArena: false,
	});
	const input = session.inputNames[0]!;
	const output = session.outputNames[0]!;
	return {
		async run(data, dims) {
			const results = await session.run({[input]: new runtime.Tensor('float32', data, dims)});
			const result = results[output]!;
			return {data: result.data, dims: result.dims};
		},
		release: async () => session.release(),
	};
}
