import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Plugin} from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'source');

/** The names that other modules import: `./frame.tsx` is written as `./frame.mjs`. */
const written = (text: string): string => text.replace(/\b(from|import) ?(\(?)"(\.[^"]*)\.tsx?"/g, '$1 $2"$3.mjs"');

/** Writes each source file as JavaScript, and returns the folder. Below node_modules, where Vitest leaves files to Node. */
export async function transpileSource(): Promise<string> {
	const cache = join(root, 'node_modules', '.cache');
	mkdirSync(cache, {recursive: true});
	const folder = mkdtempSync(join(cache, 'source-'));
	process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
	const names = readdirSync(source, {recursive: true}) as string[];
	const {outputFiles} = await build({
		absWorkingDir: source,
		entryPoints: names.filter(name => /(?<!\.d)\.tsx?$/.test(name)),
		outdir: folder,
		outbase: source,
		outExtension: {'.js': '.mjs'},
		write: false,
		// What the bundle has as CommonJS.
		banner: {js: "import {createRequire as requireOf} from 'node:module'; const require = requireOf(import.meta.url);"},
		target: 'node20',
		jsx: 'automatic',
		sourcemap: 'inline',
		sourcesContent: false,
	});
	for (const {path, text} of outputFiles) {
		mkdirSync(dirname(path), {recursive: true});
		writeFileSync(path, written(text));
	}
	return folder;
}

/** Has tests import the source from that folder, so that Node loads it: Vitest would take apart each of its modules. */
export const transpiledSource = (folder: string): Plugin => ({
	name: 'transpiled-source',
	enforce: 'pre',
	resolveId(name, importer) {
		if (!importer || !name.startsWith('.')) return undefined;
		const path = resolve(dirname(importer), name);
		if (!path.startsWith(source + sep) || !/\.tsx?(?:\?|$)/.test(path)) return undefined;
		return join(folder, relative(source, path).replace(/\.tsx?(?=\?|$)/, '.mjs'));
	},
});
