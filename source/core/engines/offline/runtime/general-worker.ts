import {parentPort, workerData} from 'node:worker_threads';
import {collectGarbage} from '../../../collect-garbage.ts';
import {giveWay, type WithWay} from '../../../give-way.ts';
import type {Network} from '../networks/network.ts';
import {openGeneral} from '../visual/lines/networks.ts';
import type {Question, Run} from './protocol.ts';

if ((workerData as WithWay).givesWay) giveWay();

/** The files that it was made of are of no more use. */
const openAlone = async (): Promise<Network> => {
	const network = await openGeneral();
	collectGarbage();
	return network;
};

const opened = openAlone();
// One that cannot be opened is the answer to every question.
opened.catch(() => undefined);

/** An answer where its question was, in memory that threads share; as it is where that is too small. */
const inRoomOf = ({buffer}: Float32Array, answer: Float32Array): Float32Array => {
	if (buffer.byteLength < answer.byteLength) return answer;
	const room = new Float32Array(buffer, 0, answer.length);
	room.set(answer);
	return room;
};

const run = async ({question, data, dims}: Question): Promise<Run> => {
	try {
		const answer = await (await opened).run(data, dims);
		return {question, data: inRoomOf(data, answer.data), dims: answer.dims};
	} catch (error) {
		return {question, failure: String(error)};
	}
};

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await run(question)));
