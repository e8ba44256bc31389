import {chmod, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {asOwner, noPermissions} from '../support/as-owner.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {runCommand} from '../support/run-command.ts';
import {zipFile} from '../support/zip-file.ts';

test('a broken picture is a line and an object of its own, the rest is read', async () => {
	const folder = folderOf(['good.png']);
	await writeFile(join(folder, 'text.jpg'), 'hello');
	await writeFile(join(folder, 'empty.png'), '');
	const paths = ['good.png', 'text.jpg', 'empty.png', 'missing.jpg'].map(name => join(folder, name));
	const {exitCode, out, said} = await runCommand(recognize, ['recognize', ...paths], {engine: readsAtOnce()});
	expect(exitCode).toBe(1);
	expect(JSON.parse(out)).toMatchObject([
		{success: true, source_image: 'good.png'},
		{success: false, error_code: 'NOT_AN_IMAGE', source_image: 'text.jpg'},
		{success: false, error_code: 'NOT_AN_IMAGE', source_image: 'empty.png'},
		{success: false, error_code: 'FILE_NOT_FOUND', source_image: 'missing.jpg'},
	]);
	for (const object of JSON.parse(out).slice(1)) {
		expect(object.error_message).toContain(object.source_image);
		expect(object.next_steps.length).toBeGreaterThan(0);
	}

	for (const name of ['text.jpg', 'empty.png', 'missing.jpg'])
		expect(said.filter(line => line.includes(name))).toHaveLength(1);
});

test('what helps all that failed is said once, behind the lines of the pictures', async () => {
	const folder = folderOf(['good.png']);
	for (const name of ['a.jxl', 'b.jxl']) await writeFile(join(folder, name), Buffer.from('ff0a3f10', 'hex'));
	const options = () => ({engine: readsAtOnce()});
	const {exitCode, said} = await runCommand(recognize, ['recognize', '--dir', folder], options());
	expect(exitCode).toBe(1);
	expect(said.slice(-2)).toEqual([
		'1 passport read, all proven, 2 failed.',
		'  → Open it in an image viewer and save it as JPEG or PNG.',
	]);
	await writeFile(join(folder, 'c.jpg'), 'hello');
	const mixed = await runCommand(recognize, ['recognize', '--dir', folder], options());
	expect(mixed.said.join('\n')).not.toContain('→');
	// A service that is gone is reported whatever else is wrong.
	const engine = fakeEngine({
		answer: () => {
			throw new AppError('NETWORK', {host: 'server', reason: 'ECONNREFUSED'});
		},
	});
	const gone = await runCommand(recognize, ['recognize', '--dir', folder, '--again'], {engine});
	expect(gone.said.filter(line => line.includes('→'))[0]).toContain('Check the network');
});

test('nothing usable at all is 65', async () => {
	const folder = folderOf([]);
	const empty = await runCommand(recognize, ['recognize', '--dir', folder]);
	expect(empty.exitCode).toBe(65);
	expect(JSON.parse(empty.out)).toMatchObject([{error_code: 'NO_PICTURES'}]);
	const missing = await runCommand(recognize, ['recognize', '--dir', join(folder, 'nowhere')]);
	expect(missing.exitCode).toBe(65);
	expect(JSON.parse(missing.out)).toMatchObject([{error_code: 'FILE_NOT_FOUND'}]);
});

test('a page without a passport is a failure, 1', async () => {
	const engine = fakeEngine({
		answer: ({path}) => {
			throw new AppError('NO_PASSPORT_FOUND', {path});
		},
	});
	const {exitCode, out} = await runCommand(recognize, ['recognize', '--dir', folderOf(['a.png'])], {engine});
	expect(exitCode).toBe(1);
	expect(JSON.parse(out)).toMatchObject([{error_code: 'NO_PASSPORT_FOUND'}]);
});

test.skipIf(noPermissions)('a read-only folder costs the sidecar, not the result', async () => {
	const folder = folderOf(['a.png']);
	await chmod(folder, 0o500);
	const {exitCode, out, said} = await asOwner(folder, () =>
		runCommand(recognize, ['recognize', '--dir', folder], {engine: readsAtOnce()}),
	);
	await chmod(folder, 0o700);
	expect(JSON.parse(out)).toMatchObject([{success: true}]);
	expect(said.join('\n')).toContain('not kept');
	expect(exitCode).toBe(1);
});

test.skipIf(noPermissions)(
	'a folder that wildcards lead into and that may not be read is named, the rest is read',
	async () => {
		const folder = folderOf(['locked/a.png', 'open/b.png']);
		await chmod(join(folder, 'locked'), 0);
		const run = (pattern: string) =>
			runCommand(recognize, ['recognize', join(folder, pattern), '--no-save'], {engine: readsAtOnce()});
		const [some, none] = await asOwner(folder, async () => [await run('*/*.png'), await run('locked/*.png')]);
		await chmod(join(folder, 'locked'), 0o700);
		const locked = {success: false, error_code: 'NOT_READABLE', source_image: 'locked'};
		expect(some!.exitCode).toBe(1);
		expect(JSON.parse(some!.out)).toMatchObject([locked, {success: true, source_image: 'b.png'}]);
		expect(some!.said.join('\n')).toContain(join(folder, 'locked'));
		expect(none!.exitCode).toBe(65);
		expect([JSON.parse(none!.out)].flat()).toMatchObject([locked]);
	},
);

test('wildcards behind a link that leads in a circle, in a file, or in a name that no file can have', async () => {
	const folder = folderOf(['a.png']);
	await symlink('loop', join(folder, 'loop'));
	const code = async (pattern: string) => {
		const {exitCode, out} = await runCommand(recognize, ['recognize', join(folder, pattern)], {engine: readsAtOnce()});
		expect(exitCode).toBe(65);
		return [JSON.parse(out)].flat()[0].error_code;
	};
	for (const pattern of ['loop/*.png', 'loop/[a']) expect(await code(pattern)).toBe('NOT_READABLE');
	for (const pattern of ['a.png/*.png', 'a\0b/*.png', '*\0/x?.png', 'a\0[b', '[a', 'a.png/[b'])
		expect(await code(pattern)).toBe('FILE_NOT_FOUND');
});

test('what fails inside a folder has its own name: a file in a ZIP, a folder', async () => {
	const folder = folderOf(['good.png']);
	const data = Buffer.alloc(61 * 1024 * 1024);
	await writeFile(join(folder, 'mail.zip'), zipFile([{name: 'vast.png', data}]));
	const {exitCode, out} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: readsAtOnce()});
	expect(exitCode).toBe(1);
	expect(JSON.parse(out)).toMatchObject([
		{success: false, error_code: 'TOO_LARGE', source_image: 'vast.png'},
		{success: true, source_image: 'good.png'},
	]);
});

test('a file of another program in the place of the sidecar is left alone, and said', async () => {
	const folder = folderOf(['a.png']);
	await writeFile(join(folder, 'a.json'), '{"mine": 1}');
	await mkdir(join(folder, 'a.png.json'));
	const {exitCode, said} = await runCommand(recognize, ['recognize', '--dir', folder], {engine: readsAtOnce()});
	expect(exitCode).toBe(1);
	expect(said.join('\n')).toMatch(/a\.png: read, but not kept/);
	expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('{"mine": 1}');
});

test('the cloud asked for without credentials is 3, as an object and in words', async () => {
	const {exitCode, out, said} = await runCommand(
		recognize,
		['recognize', '--engine', 'xiangyun', folderOf(['a.png', 'b.png']), 'gone.png'],
		{
			createEngine: async () => {
				throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
			},
		},
	);
	expect(exitCode).toBe(3);
	const failure = {success: false, error_code: 'CONFIG_MISSING'};
	expect(JSON.parse(out)).toMatchObject([
		{...failure, source_image: 'a.png'},
		{...failure, source_image: 'b.png'},
		{...failure, source_image: 'gone.png'},
	]);
	expect(said.join('\n')).toContain('--engine offline');
});

test.each([
	['NETWORK', 4],
	['SERVICE', 4],
	['INTERNAL', 70],
] as const)('%s ends with %i', async (code, expected) => {
	const engine = fakeEngine({
		answer: () => {
			throw new AppError(code);
		},
	});
	const {exitCode} = await runCommand(recognize, ['recognize', folderOf(['a.png'])], {engine});
	expect(exitCode).toBe(expected);
});
