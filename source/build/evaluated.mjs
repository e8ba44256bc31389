// Modules that are evaluated when the program is built: in the bundle is what they export, as data.

import {build} from 'esbuild';

/**
 * Bundles a TypeScript file and imports it.
 *
 * @returns its exports, and the paths of all that was read
 */
export const evaluate = async (root, path) => {
	const {metafile, outputFiles} = await build({
		absWorkingDir: root,
		entryPoints: [path],
		bundle: true,
		platform: 'node',
		format: 'esm',
		write: false,
		metafile: true,
		logLevel: 'error',
	});
	const exported = await import(
		`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
	);
	return {exported, inputs: Object.keys(metafile.inputs)};
};

/** What was read for these modules, besides themselves: no bundle names it. */
export const evaluatedInputs = new Set();

/** For esbuild: what a module exports is written as JSON, and its code is left out. */
export const evaluated = (root, filter) => ({
	name: 'evaluated',
	setup({onLoad}) {
		onLoad({filter}, async ({path}) => {
			const {exported, inputs} = await evaluate(root, path);
			for (const input of inputs) evaluatedInputs.add(input);
			const contents = Object.entries(exported).map(
				([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
			);
			return {contents: contents.join('\n')};
		});
	},
});
