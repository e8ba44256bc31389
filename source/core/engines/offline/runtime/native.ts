import {importModule} from '../../../import-module.ts';
import type {Runtime} from '../onnx-runtime.ts';

const name: string = 'onnxruntime-node';

/**
 * onnxruntime's native build, where the person has installed it beside this package: about five times as fast as the
 * WebAssembly build, and 300 MB. The readings are the same. Undefined where it is not installed or does not start, and on
 * Windows, where it takes the whole process down when a second thread uses it (microsoft/onnxruntime#24486).
 */
export async function nativeRuntime(
	load: () => Promise<unknown> = () => importModule(name),
	platform: NodeJS.Platform = process.platform,
): Promise<Runtime | undefined> {
	if (platform === 'win32') return undefined;
	try {
		const {default: runtime} = (await load()) as {default: Runtime & {env: {logLevel: string}}};
		runtime.env.logLevel = 'error';
		return {InferenceSession: runtime.InferenceSession, Tensor: runtime.Tensor, options: {intraOpNumThreads: 1}};
	} catch {
		// A build for another processor or an older C library is no reason to read nothing.
		return undefined;
	}
}
