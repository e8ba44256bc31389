import {parentPort} from 'node:worker_threads';
import {toAppError} from '../../errors.ts';
import type {DecoderJob} from './decoded.ts';
import type {DecoderAnswer} from './decoder.ts';
import {runDecoder} from './run-decoder.ts';

parentPort?.on('message', async (job: DecoderJob) => {
	try {
		const result = await runDecoder(job);
		const moved = typeof result === 'object' && 'data' in result ? [result.data.buffer as ArrayBuffer] : [];
		parentPort?.postMessage({result} satisfies DecoderAnswer, moved);
	} catch (error) {
		const {code, details} = toAppError(error);
		parentPort?.postMessage({error: {code, details}} satisfies DecoderAnswer);
	}
});
