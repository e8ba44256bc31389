// The thread that reads has sharp's JavaScript in its bundle, for the version that is installed with this one.
import {cp, mkdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {exitCodes} from '../../source/core/errors.ts';
import {root, runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const modules = join(root, 'node_modules');

/** The program as it is installed, beside a sharp of a version and with this content. */
async function installed(version: string, content: string): Promise<string> {
	const folder = temporaryFolder();
	await cp(join(root, 'dist'), join(folder, 'dist'), {recursive: true});
	await cp(join(root, 'package.json'), join(folder, 'package.json'));
	await symlink(join(root, 'source'), join(folder, 'source'), 'junction');
	const sharp = join(folder, 'node_modules', 'sharp');
	await mkdir(join(sharp, 'dist'), {recursive: true});
	await writeFile(join(sharp, 'package.json'), JSON.stringify({name: 'sharp', version, main: 'dist/index.cjs'}));
	await writeFile(join(sharp, 'dist', 'index.cjs'), content);
	return folder;
}

const readIn = (folder: string) =>
	runCli(['recognize', '--file', join(root, 'source', 'specimens', 'IMG_2041.jpg'), '--no-save', '--no-printed'], {
		cwd: folder,
		program: join(folder, 'dist', 'cli.js'),
	});

/** A sharp that leaves a note where it runs when it is required as a whole. */
const noting = `require('node:fs').writeFileSync('note', 'whole'); module.exports = require(${JSON.stringify(join(modules, 'sharp'))});`;

const {version} = JSON.parse(await readFile(join(modules, 'sharp', 'package.json'), 'utf8')) as {version: string};

test.each([
	['the version that the bundle has', version, true, 'inside'],
	['a version with a later decoder', `${version}-later`, true, 'whole'],
	['a native part that only sharp itself finds', version, false, 'whole'],
])('with %s a picture is read', async (_, installedVersion, withNative, from) => {
	const folder = await installed(installedVersion, noting);
	if (withNative) await symlink(join(modules, '@img'), join(folder, 'node_modules', '@img'), 'junction');
	const {out, exitCode} = await readIn(folder);
	expect(exitCode).toBe(0);
	expect(JSON.parse(out).success).toBe(true);
	expect(await readFile(join(folder, 'note'), 'utf8').catch(() => 'inside')).toBe(from);
});

describe('a part that cannot be loaded is named, and no picture is called damaged', () => {
	const loadingFails = async (folder: string, part: string) => {
		const {out, stderr, exitCode} = await readIn(folder);
		expect(exitCode).toBe(exitCodes.bug);
		expect(JSON.parse(out)).toMatchObject({success: false, error_code: 'INTERNAL'});
		expect(stderr).toContain(`A part of this program cannot be loaded: ${part}`);
		expect(stderr).toContain('Install the program again');
	};

	test('sharp for another system', async () => {
		const message = 'Could not load the "sharp" module using the linux-x64 runtime\\nPossible solutions: none';
		await loadingFails(await installed(version, `throw new Error('${message}');`), 'sharp');
	});

	test('a file of the program', async () => {
		const folder = await installed(version, noting);
		await rm(join(folder, 'dist', 'loops.wasm'));
		await loadingFails(folder, 'loops.wasm');
	});
});
