// The thread that reads has sharp's JavaScript in its bundle, for the version that is installed with this one.
import {cp, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {root, runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const modules = join(root, 'node_modules');

/** The program as it is installed, beside a sharp of a version that leaves a note when it is required as a whole. */
async function installed(version: string, {withNative}: {withNative: boolean}) {
	const folder = temporaryFolder();
	await cp(join(root, 'dist'), join(folder, 'dist'), {recursive: true});
	await cp(join(root, 'package.json'), join(folder, 'package.json'));
	await symlink(join(root, 'source'), join(folder, 'source'), 'junction');
	const sharp = join(folder, 'node_modules', 'sharp');
	await mkdir(join(sharp, 'dist'), {recursive: true});
	await writeFile(join(sharp, 'package.json'), JSON.stringify({name: 'sharp', version, main: 'dist/index.cjs'}));
	const note = join(folder, 'note');
	const whole = `require('node:fs').writeFileSync(${JSON.stringify(note)}, 'whole'); module.exports = require(${JSON.stringify(join(modules, 'sharp'))});`;
	await writeFile(join(sharp, 'dist', 'index.cjs'), whole);
	if (withNative) await symlink(join(modules, '@img'), join(folder, 'node_modules', '@img'), 'junction');
	const picture = join(root, 'source', 'specimens', 'IMG_2041.jpg');
	const {out, exitCode} = await runCli(['recognize', '--file', picture, '--no-save', '--no-printed'], {
		cwd: folder,
		program: join(folder, 'dist', 'cli.js'),
	});
	expect(exitCode).toBe(0);
	expect(JSON.parse(out).success).toBe(true);
	return await readFile(note, 'utf8').catch(() => 'inside');
}

const {version} = JSON.parse(await readFile(join(modules, 'sharp', 'package.json'), 'utf8')) as {version: string};

test.each([
	['the version that the bundle has', version, true, 'inside'],
	['a version with a later decoder', `${version}-later`, true, 'whole'],
	['a native part that only sharp itself finds', version, false, 'whole'],
])('with %s a picture is read', async (_, installedVersion, withNative, from) => {
	expect(await installed(installedVersion, {withNative})).toBe(from);
});
