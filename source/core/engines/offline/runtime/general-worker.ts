import {parentPort} from 'node:worker_threads';
import type {Network} from '../networks/network.ts';
import {openGeneral} from '../visual/networks.ts';
import type {GeneralNetwork, Question, Run} from './protocol.ts';

const opened = new Map<GeneralNetwork, Promise<Network>>();

const networkOf = (name: GeneralNetwork): Promise<Network> => {
	const network = opened.get(name) ?? openGeneral(name);
	opened.set(name, network);
	return network;
};

const run = async ({question, network, data, dims}: Question): Promise<Run> => {
	try {
		return {question, ...(await (await networkOf(network)).run(data, dims))};
	} catch (error) {
		return {question, failure: String(error)};
	}
};

// One after the other: onnxruntime runs one network at a time.
let before = Promise.resolve();
parentPort?.on('message', (question: Question) => {
	before = before.then(async () => parentPort?.postMessage(await run(question)));
});
