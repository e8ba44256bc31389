import {readFileSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {packagePath} from '../../../package-root.ts';
import {type Network, openNetwork} from './network.ts';

/**
 * Loads one of our networks, for example `loadNetwork('ocrb.onnx')`. Lets messages in before; then at once, because a file
 * that is read in the background waits for the picture that is decoded there.
 */
export async function loadNetwork(file: string): Promise<Network> {
	await setImmediate();
	return openNetwork(readFileSync(packagePath('source', 'model', file)));
}
