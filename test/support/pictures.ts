import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {pngBytes} from './picture-bytes.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** Pictures of those names, each another one, in a folder: by default a new one. Names may have folders in them. */
export function folderOf(names: readonly string[], folder = temporaryFolder()): string {
	mkdirSync(folder, {recursive: true});
	for (const name of names) {
		mkdirSync(dirname(join(folder, name)), {recursive: true});
		writeFileSync(join(folder, name), pngBytes(name));
	}
	return folder;
}
