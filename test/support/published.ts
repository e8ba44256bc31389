import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
// @ts-expect-error no types: it is what the build script reads
import {moduleOptions} from '../../source/build/bundle-options.mjs';
// @ts-expect-error no types: it is what the build script reads
import {unpatched} from '../../source/build/patches.mjs';
import {packagePath} from '../../source/core/package-root.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** What a module says that exports parts of packages, as they were published: without our diffs in these packages. */
export async function published<Exports>(contents: string, packages: readonly string[]): Promise<Exports> {
	const outfile = join(temporaryFolder(), 'published.mjs');
	await build({
		...moduleOptions,
		outdir: undefined,
		stdin: {contents, resolveDir: packagePath()},
		splitting: false,
		outfile,
		plugins: [unpatched(packages)],
	});
	return (await import(pathToFileURL(outfile).href)) as Exports;
}
