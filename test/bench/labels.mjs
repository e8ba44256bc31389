import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {root} from './bundle.mjs';

/**
 * Labelled pictures: the specimens that ship, or those of `--dir D --labels F` (JSON, or JSON lines), each
 * {path, mrz, readable, printed}. `printed`: the text above the MRZ, where that is labelled. `readable`: a passport whose two lines are known and printed right.
 */
export const labelled = async ({dir, labels}) => {
	const specimens = join(root, 'source/specimens');
	const folder = dir ?? specimens;
	const path = labels ?? join(specimens, 'labels.json');
	const text = await readFile(path, 'utf8');
	const entries = text.trimStart().startsWith('[')
		? JSON.parse(text)
		: text
				.split('\n')
				.filter(line => line.trim())
				.map(line => JSON.parse(line));
	const pictures = entries.map(({file, doc, mrz, check_digits_ok, viz, printed}) => ({
		path: join(folder, basename(file)),
		mrz,
		printed: viz ?? printed,
		readable: doc === 'TD3' && mrz?.length === 2 && check_digits_ok !== false,
	}));
	const missing = pictures.find(({path: picture}) => !existsSync(picture));
	if (missing) throw new Error(`${missing.path} is labelled in ${path}, but is not there`);
	return pictures;
};
