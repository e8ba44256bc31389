import {describe, expect, it} from 'vitest';
import {nativeRuntime} from '../../../../../source/core/engines/offline/runtime/native.ts';

const installed = async () => ({default: {env: {logLevel: 'warning'}, InferenceSession: {}, Tensor: class {}}});

describe('the native runtime', () => {
	it('is used where it is installed, on one thread a session', async () => {
		expect(await nativeRuntime(installed, 'linux')).toMatchObject({options: {intraOpNumThreads: 1}});
	});

	it('is done without where it is not installed, or does not start', async () => {
		const missing = async () => {
			throw new Error('libonnxruntime.so.1: cannot open shared object file');
		};
		expect(await nativeRuntime(missing, 'linux')).toBeUndefined();
		expect(await nativeRuntime(async () => ({}), 'linux')).toBeUndefined();
	});

	it('is left alone on Windows, where a second thread takes the process down', async () => {
		expect(await nativeRuntime(installed, 'win32')).toBeUndefined();
	});
});
