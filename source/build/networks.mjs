// Our networks as the program opens them: compiled from source/model by its own compiler, which is TypeScript.

import {readdir, readFile, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {evaluate} from './evaluated.mjs';

const compiler = 'source/core/engines/offline/networks/compile-network.ts';
const models = join('source', 'model');

/** Writes a `.network` for each `.onnx`. Gives the paths of what was read, and the names of what was written. */
export const compileNetworks = async (root, out) => {
	const {exported, inputs} = await evaluate(root, compiler);
	const files = (await readdir(join(root, models))).filter(name => name.endsWith('.onnx'));
	const names = files.map(name => `${basename(name, '.onnx')}.network`);
	for (const [at, file] of files.entries()) {
		await writeFile(join(out, names[at]), exported.compileNetwork(await readFile(join(root, models, file))));
	}
	return {inputs: [...inputs, ...files.map(name => join(models, name))], names};
};
