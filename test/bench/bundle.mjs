import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {moduleOptions} from '../../source/build/bundle-options.mjs';
import {unpatched} from '../../source/build/patches.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const standIns = instead => ({
	name: 'stand-ins',
	setup(build) {
		for (const [path, other] of Object.entries(instead)) {
			const name = path.split('/').at(-1).replaceAll('.', '\\.');
			// A replacement may itself use what it replaces.
			build.onResolve({filter: new RegExp(`/${name}$`)}, ({path: asked, resolveDir, importer}) =>
				importer !== other && join(resolveDir, asked) === join(root, 'source', path) ? {path: other} : undefined,
			);
		}
	},
});

/**
 * Loads TypeScript modules of source/ as the published bundle has them (Node 20 runs no TypeScript).
 * `entries`: {name: path under source/}. Returns {modules: {name: module}, urls: {name: address of the module}, remove}.
 * `stock`: Ink as it was published. `instead`: {path under source/: the file that replaces it}.
 */
export const load = async (entries, {stock = false, instead = {}} = {}) => {
	// Inside dist/, as deep as the real bundle, so that what ships with the package is found from there.
	await mkdir(join(root, 'dist'), {recursive: true});
	const outdir = await mkdtemp(join(root, 'dist', 'bench-'));
	const remove = () => rm(outdir, {recursive: true, force: true});
	try {
		await build({
			...moduleOptions,
			entryPoints: {
				...Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, 'source', path)])),
			},
			outdir,
			// dist/ itself is CommonJS.
			outExtension: {'.js': '.mjs'},
			plugins: [...(stock ? [unpatched(['ink', '@alcalzone/ansi-tokenize'])] : []), standIns(instead)],
		});
		const urls = Object.fromEntries(
			Object.keys(entries).map(name => [name, pathToFileURL(join(outdir, `${name}.mjs`)).href]),
		);
		const modules = {};
		for (const [name, url] of Object.entries(urls)) modules[name] = await import(url);
		return {modules, urls, remove};
	} catch (error) {
		await remove();
		throw error;
	}
};
