import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {programBundles} from '../../../source/build/bundle-options.mjs';
import {root} from '../bundle.mjs';
import {median, table, timed} from '../measure.mjs';

export const what = 'the packed package installed, against the same with nothing bundled';

const npm = async (words, cwd) => {
	// On Windows npm is a script, which execFile starts through a shell only.
	const {stdout} = await promisify(execFile)('npm', [...words, '--ignore-scripts'], {cwd, shell: true});
	return stdout.trim();
};

/** Bytes of the files below a folder, and how many packages they are. */
const contents = async folder => {
	const files = (await readdir(folder, {recursive: true, withFileTypes: true})).filter(file => file.isFile());
	const paths = files.map(file => join(file.parentPath, file.name));
	const sizes = await Promise.all(paths.map(async path => (await stat(path)).size));
	const isPackage = path => /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/@]+[\\/]package\.json$/.test(path);
	return {bytes: sizes.reduce((sum, size) => sum + size, 0), packages: paths.filter(isPackage).length};
};

/** The dependencies that the package would have without a bundle: its own, and those whose code is in the bundle. */
const unbundled = async () => {
	const {dependencies, devDependencies} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const bundles = await Promise.all(programBundles.map(bundle => build({...bundle, write: false})));
	const inside = bundles
		.flatMap(({metafile}) => Object.keys(metafile.inputs))
		.map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
	const bundled = Object.entries(devDependencies).filter(([name]) => inside.includes(name));
	return {...dependencies, ...Object.fromEntries(bundled)};
};

/** Installs in an empty folder; what is downloaded comes from npm's cache after the first round. */
const install = async (folder, dependencies) => {
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {recursive: true});
	await writeFile(join(folder, 'package.json'), JSON.stringify({private: true, dependencies}));
	return await timed(async () => await npm(['install', '--no-audit', '--no-fund', '--prefer-offline'], folder));
};

export const run = async ({rounds = '3'}) => {
	const folder = await mkdtemp(join(tmpdir(), 'passport-ocr-bench-'));
	try {
		const tarball = join(folder, await npm(['pack', '--silent', '--pack-destination', folder], root));
		const cases = {
			'this package': {'passport-ocr-tui': `file:${tarball}`},
			'its parts, not bundled': await unbundled(),
		};
		const times = Object.fromEntries(Object.keys(cases).map(name => [name, []]));
		const sizes = {};
		for (let round = 0; round <= Number(rounds); round++) {
			for (const [name, dependencies] of Object.entries(cases)) {
				const {result, milliseconds} = await install(join(folder, 'there'), dependencies);
				if (result === undefined) return [`${name} could not be installed: is there a network?`];
				// The first round fills npm's cache.
				if (round > 0) times[name].push(milliseconds);
				sizes[name] = await contents(join(folder, 'there', 'node_modules'));
			}
		}

		const peer = median(times['its parts, not bundled']);
		return table([
			['', 'packages', 'MB', 'median', 'ratio'],
			...Object.entries(times).map(([name, list]) => [
				name,
				String(sizes[name].packages),
				(sizes[name].bytes / 1e6).toFixed(1),
				`${(median(list) / 1000).toFixed(1)} s`,
				(median(list) / peer).toFixed(2),
			]),
		]);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
