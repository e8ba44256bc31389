import {parentPort} from 'node:worker_threads';
import {toAppError} from '../../errors.ts';
import {decodeGrey} from '../../pictures/decode.ts';
import type {Answer, Job} from './protocol.ts';
import {createReader} from './reader.ts';

const reader = createReader();
// A network that cannot be loaded is the answer to every job; without this the thread would die unasked.
reader.catch(() => undefined);

parentPort?.on('message', async ({id, picture}: Job) => {
	let answer: Answer;
	try {
		const page = await decodeGrey(picture);
		answer = {id, reading: await (await reader).read(page, picture.path)};
	} catch (error) {
		const {code, details} = toAppError(error);
		answer = {id, error: {code, details}};
	}

	parentPort?.postMessage(answer);
});
