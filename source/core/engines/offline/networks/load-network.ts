import {readFile} from 'node:fs/promises';
import {packagePath} from '../../../package-root.ts';
import {type Network, openNetwork} from './network.ts';

/** Loads one of our networks, for example `loadNetwork('ocrb.onnx')`. */
export const loadNetwork = async (file: string): Promise<Network> =>
	openNetwork(await readFile(packagePath('source', 'model', file)));
