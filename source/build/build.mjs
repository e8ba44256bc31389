// Makes dist/: the bundle, and the files that it opens at run time. Prints nothing unless it fails. Does nothing when it
// would make what is there.

import {execFile} from 'node:child_process';
import {chmod, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {programBundles} from './bundle-options.mjs';
import {evaluatedInputs} from './evaluated.mjs';
import {kernel} from './kernel.mjs';
import {loops} from './loops.mjs';
import {compileNetworks} from './networks.mjs';
import {applyPatches} from './patches.mjs';
import {filesIn, isUnchanged, noteBuild} from './unchanged.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const out = join(root, 'dist');
const modules = join(root, 'node_modules');

/** The MIT licence, which is ours too, with another holder. */
const ourLicence = await readFile(join(root, 'license'), 'utf8');
const mit = holder => ourLicence.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
const onesLicence = await readFile(join(modules, 'once', 'LICENSE'), 'utf8');
const isc = holder => onesLicence.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);

/** Of packages that name a licence and bring no text of it; the holders as their sources name them. */
const missingTexts = {
	isarray: mit('2013 Julian Gruber <julian@juliangruber.com>'),
	saxes: [
		isc('Contributors'),
		'It was made from sax:',
		isc('Isaac Z. Schlueter and Contributors'),
		'String.fromCodePoint:',
		mit('Mathias Bynens <https://mathiasbynens.be/>'),
	].join('\n'),
	'yoga-layout': mit('Meta Platforms, Inc. and affiliates'),
};

/** The manual page, printed by the program itself. */
const writeManual = async () => {
	const words = [join(out, 'cli.js'), 'completion', 'man', '--lang', 'en', '--config-dir', join(out, 'none')];
	const {stdout} = await promisify(execFile)(process.execPath, words);
	await writeFile(join(out, 'passport-ocr-tui.1'), stdout);
};

/** Licence texts of what the bundle contains: MIT and ISC ask that they travel with it. */
const writeLicences = async inputs => {
	const names = new Set(inputs.map(path => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[0]).filter(Boolean));
	const texts = [];
	for (const folder of [...names].sort()) {
		const {name, version} = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
		const file = (await readdir(join(root, folder))).find(entry => /^licen[sc]e/i.test(entry));
		const text = file ? await readFile(join(root, folder, file), 'utf8') : missingTexts[name];
		if (!text) throw new Error(`${name} brings no text of its licence`);
		texts.push(`${name} ${version}\n\n${text.trim()}\n`);
	}

	await writeFile(join(out, 'third-party-licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
};

/** What an earlier build left: removed last, so that a program that is running meanwhile never misses a file. */
const removeOthers = async outputs => {
	const kept = new Set([
		...outputs.map(path => basename(path)),
		'package.json',
		'kernel.wasm',
		'kernel-fused.wasm',
		'loops.wasm',
		'third-party-licences.txt',
		'passport-ocr-tui.1',
	]);
	for (const name of await readdir(out)) if (!kept.has(name)) await rm(join(out, name), {recursive: true});
};

/** What is read besides what esbuild names: the versions that are installed stand for what is copied of them. */
const otherInputs = ['license', 'package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/**
 * Writes what esbuild leaves as it is, which are patterns, as escapes too: a file in ASCII alone is a string of one byte a
 * character, and V8 is ready with it in a third of the time.
 */
const inAscii = async path => {
	const text = await readFile(path, 'utf8');
	const escaped = text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	if (escaped !== text) await writeFile(path, escaped);
};

const makeAll = async () => {
	const metafiles = (await Promise.all(programBundles.map(build))).map(({metafile}) => metafile);
	const outputs = metafiles.flatMap(metafile => Object.keys(metafile.outputs));
	await Promise.all(outputs.map(path => inAscii(join(root, path))));
	// The package is ES modules, but for these files.
	await writeFile(join(out, 'package.json'), JSON.stringify({type: 'commonjs'}));
	await writeFile(join(out, 'kernel.wasm'), await kernel(false));
	await writeFile(join(out, 'kernel-fused.wasm'), await kernel(true));
	await writeFile(join(out, 'loops.wasm'), await loops());
	const networks = await compileNetworks(root, out);
	const inputs = metafiles.flatMap(each => Object.keys(each.inputs));
	await writeLicences(inputs);
	await chmod(join(out, 'cli.js'), 0o755);
	await writeManual();
	await removeOthers([...outputs, ...networks.names]);
	return [...inputs, ...evaluatedInputs, ...networks.inputs];
};

await applyPatches();
if (!(await isUnchanged({root, out: 'dist'}))) {
	const inputs = [...(await makeAll()), ...otherInputs, ...(await filesIn(root, 'source/build'))];
	await noteBuild({root, out: 'dist', inputs});
}
