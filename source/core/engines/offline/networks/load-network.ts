import {readFileSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {packagePath} from '../../../package-root.ts';
import {type Network, openNetwork} from './network.ts';
import {createRoom, type Room} from './room.ts';

/** All networks of a thread share it: what they make while they run takes more than their weights. */
let room: Promise<Room> | undefined;

/**
 * Loads one of our networks, for example `loadNetwork('ocrb.onnx')`. Lets messages in before; then at once, because a file
 * that is read in the background waits for the picture that is decoded there.
 */
export async function loadNetwork(file: string): Promise<Network> {
	await setImmediate();
	room ??= createRoom();
	return openNetwork(readFileSync(packagePath('source', 'model', file)), await room);
}

/** The same, loaded when it is run first: few pages need it. */
export const networkOnDemand = (file: string): Network => {
	let loaded: Promise<Network> | undefined;
	return {
		async run(input, dims) {
			loaded ??= loadNetwork(file);
			return (await loaded).run(input, dims);
		},
	};
};
