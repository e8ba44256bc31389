import {env, InferenceSession, Tensor} from 'onnxruntime-web';

env.logLevel = 'error';
env.wasm.numThreads = 1;

/** Runs a network of the ONNX format with onnxruntime-web, with which every answer of our runtime is compared. */
export async function openReference(path: string) {
	const session = await InferenceSession.create(path, {executionProviders: ['wasm']});
	const [input = ''] = session.inputNames;
	const [output = ''] = session.outputNames;
	return async (data: Float32Array, dims: readonly number[]) => {
		const {[output]: result} = await session.run({[input]: new Tensor('float32', data, dims)});
		return {data: result!.data as Float32Array, dims: result!.dims};
	};
}
