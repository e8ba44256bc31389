declare module 'yauzl' {
	import type {Readable} from 'node:stream';

	export type Entry = {
		/** As stored: the encoding is for the caller to find. */
		readonly fileName: Buffer;
		readonly uncompressedSize: number;
		readonly generalPurposeBitFlag: number;
		isEncrypted(): boolean;
	};
	export type ZipFile = {
		readonly entryCount: number;
		eachEntry(): AsyncIterable<Entry>;
		openReadStreamPromise(entry: Entry): Promise<Readable>;
		close(): void;
	};
	/** Returns what is wrong with a path in an archive, such as a way out of it. */
	function validateFileName(name: string): string | null;
	function openPromise(path: string, options: {readonly decodeStrings: false}): Promise<ZipFile>;
	const yauzl: {readonly openPromise: typeof openPromise; readonly validateFileName: typeof validateFileName};
	export default yauzl;
}
