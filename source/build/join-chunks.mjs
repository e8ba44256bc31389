import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {build} from 'esbuild';

const session = 'source/screen/run.tsx';

/** What a user waits for: each is opened with all that it imports. */
const starts = [
	'source/cli.ts',
	'source/commands/main.ts',
	'source/commands/recognize.ts',
	session,
	'source/core/engines/offline/engine.ts',
	'source/core/engines/offline/runtime/worker.ts',
];

const importsOf = (output, kind = 'import-statement') =>
	output.imports.filter(one => one.kind === kind).map(({path}) => path);

/** Chunks of each start, itself included: the names of the starts by the path of the chunk. */
const startsByChunk = outputs => {
	const found = new Map();
	for (const [path, {entryPoint}] of Object.entries(outputs)) {
		if (!starts.includes(entryPoint)) continue;
		// The session opens the parts of its first frame side by side.
		const open = entryPoint === session ? [path, ...importsOf(outputs[path], 'dynamic-import')] : [path];
		const seen = new Set();
		while (open.length > 0) {
			const next = open.pop();
			if (seen.has(next) || !outputs[next]) continue;
			seen.add(next);
			open.push(...importsOf(outputs[next]));
			found.set(next, [...(found.get(next) ?? []), entryPoint]);
		}
	}
	return found;
};

/** Names of chunks carry a hash of their content. */
const hashOf = paths => createHash('sha256').update(paths.join()).digest('hex').slice(0, 8).toUpperCase();

/** Which chunks are joined, those that the same starts open: [{name of the joined file, paths}]. */
export const joinedFiles = outputs => {
	const groups = new Map();
	for (const [path, names] of startsByChunk(outputs)) {
		// The three files that are run by their name.
		if (!/-[A-Z\d]{8}\.js$/.test(path)) continue;
		const key = names.sort().join();
		groups.set(key, [...(groups.get(key) ?? []), path]);
	}
	return [...groups.values()]
		.filter(paths => paths.length > 1)
		.map(paths => ({name: `joined-${hashOf(paths)}.js`, paths}));
};

/** Of a chunk that is in a joined file: its own exports, whose names there carry the place of the chunk. */
const stub = ({exports}, {name, place}) => {
	const names = exports.map(one => `${one}_${place} as ${one}`);
	return names.length > 0 ? `export {${names.join(', ')}} from './${name}';\n` : `import './${name}';\n`;
};

const joinedText = (outputs, paths) =>
	paths
		.map((path, place) => {
			const names = outputs[path].exports.map(one => `${one} as ${one}_${place}`);
			const from = `'./${basename(path)}'`;
			return names.length > 0 ? `export {${names.join(', ')}} from ${from};` : `import ${from};`;
		})
		.join('\n');

/**
 * Joins chunks that are always opened together. esbuild makes one for each set of entry points that share code: a hundred
 * of a few hundred bytes at a start, and Node takes longer to open them than to run them. Whatever opens a chunk opens
 * what that imports, so that joined files import each other in one direction only.
 *
 * @param outputs of the metafile of a bundle with `splitting`: paths below `root`. The files of chunks that are joined go,
 * but for those that are imported by their name when they are needed.
 * @returns the paths of all files that are left.
 */
export const joinChunks = async (outputs, root) => {
	const groups = joinedFiles(outputs);
	const places = new Map(
		groups.flatMap(({name, paths}) => paths.map((path, place) => [basename(path), {path, name, place}])),
	);
	const bundled = (contents, isInside) =>
		build({
			stdin: {contents, resolveDir: join(root, 'dist')},
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'node',
			target: 'node20',
			minify: true,
			legalComments: 'none',
			logLevel: 'error',
			plugins: [
				{
					name: 'chunks',
					setup: ({onResolve, onLoad}) => {
						onResolve({filter: /./}, ({path, kind}) => {
							if (kind === 'entry-point' || kind !== 'import-statement') return {path, external: true};
							if (isInside(basename(path))) return undefined;
							return places.has(basename(path)) ? {path, namespace: 'joined'} : {path, external: true};
						});
						onLoad({filter: /./, namespace: 'joined'}, ({path}) => {
							const place = places.get(basename(path));
							return {contents: stub(outputs[place.path], place)};
						});
					},
				},
			],
		}).then(({outputFiles}) => outputFiles[0].text);

	const isNeeded = new Set(Object.values(outputs).flatMap(output => importsOf(output, 'dynamic-import')));
	const files = new Map();
	for (const {name, paths} of groups) {
		const inside = new Set(paths.map(path => basename(path)));
		files.set(join('dist', name), await bundled(joinedText(outputs, paths), one => inside.has(one)));
	}
	for (const [path, output] of Object.entries(outputs)) {
		const place = places.get(basename(path));
		if (place) {
			if (isNeeded.has(path)) files.set(path, stub(output, place));
			continue;
		}
		const isTouched = importsOf(output).some(one => places.has(basename(one)));
		if (!isTouched) continue;
		const contents = `export ${output.exports.length > 0 ? `{${output.exports.join(', ')}}` : '{}'} from './${basename(path)}';`;
		files.set(path, await bundled(contents, one => one === basename(path)));
	}
	await Promise.all([...files].map(([path, text]) => writeFile(join(root, path), text)));
	return [...Object.keys(outputs).filter(path => !places.has(basename(path))), ...files.keys()];
};
