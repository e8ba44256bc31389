import {setImmediate} from 'node:timers/promises';
import {packagePath} from '../../../package-root.ts';
import {type Network, openCompiled} from './network.ts';
import {createRoom, type Room} from './room.ts';

/** All networks of a thread share it: what they make while they run takes more than their weights. */
let room: Promise<Room> | undefined;

/**
 * Loads one of our networks, for example `loadNetwork('ocrb')`. Lets messages in before; then at once, because a file
 * that is read in the background waits for the picture that is decoded there.
 */
export async function loadNetwork(name: string): Promise<Network> {
	await setImmediate();
	room ??= createRoom();
	return openCompiled(packagePath('dist', `${name}.network`), await room);
}

/** The same, loaded when it is run first: few pages need it. */
export const networkOnDemand = (name: string): Network => {
	let loaded: Promise<Network> | undefined;
	return {
		async run(input, dims) {
			loaded ??= loadNetwork(name);
			return (await loaded).run(input, dims);
		},
	};
};
