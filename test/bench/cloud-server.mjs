import {once} from 'node:events';
import {Worker} from 'node:worker_threads';

/**
 * Starts the service of the tests in a thread of its own: what it does with a call is not the time of what is measured.
 *
 * @param url Of the module `test/support/xiangyun-server.ts`, as `load` has it.
 * @param latency Milliseconds that each call takes.
 */
export const startServer = async (url, latency) => {
	const worker = new Worker(
		`const {parentPort, workerData} = require('node:worker_threads');
		import(workerData.url).then(async ({startXiangyunServer}) => {
			const server = await startXiangyunServer({latency: workerData.latency});
			parentPort.on('message', () => parentPort.postMessage(server.calls.length));
			parentPort.postMessage(server.url);
		});`,
		{eval: true, workerData: {url, latency}},
	);
	const [address] = await once(worker, 'message');
	return {
		url: address,
		async calls() {
			worker.postMessage('count');
			return (await once(worker, 'message'))[0];
		},
		close: () => worker.terminate(),
	};
};
