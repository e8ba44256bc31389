// A picture that could not be read is neither read nor paid again, until a person asks for it.
import {existsSync} from 'node:fs';
import {copyFile, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {purge} from '../../source/commands/purge.ts';
import {AppError} from '../../source/core/errors.ts';
import {sidecarPath} from '../../source/core/records/sidecars/path.ts';
import {offline, pictures, run, server, start} from '../support/cloud.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {originalSidecar} from '../support/original-sidecar.ts';
import {runCommand} from '../support/run-command.ts';

const cloud = ['--engine', 'xiangyun'] as const;
const sidecars = async (folder: string) => (await readdir(folder)).filter(name => name.endsWith('.json'));
const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

/** An engine of this computer that finds no passport anywhere. */
const blind = (version = '1') =>
	fakeEngine({
		version,
		answer: ({path}) => {
			throw new AppError('NO_PASSPORT_FOUND', {path});
		},
	});

/** Pictures that the service takes, and in which it finds nothing. */
async function failing(count: number): Promise<string> {
	await start();
	server.always({kind: 'refuse', refusal: 'image'});
	return await pictures(count);
}

describe('pictures that the cloud could not read', () => {
	test('are paid once, however often the command runs, and reported as they were the first time', async () => {
		const folder = await failing(3);
		const first = await run(['--dir', folder, ...cloud]);
		for (const words of [
			['--dir', folder, ...cloud],
			['--dir', folder, ...cloud, '--yes'],
		]) {
			const again = await run(words);
			expect(again.list).toEqual(first.list);
			expect(again.exitCode).toBe(first.exitCode);
		}
		expect(first.exitCode).toBe(1);
		expect(server.calls).toHaveLength(3);
	});

	test('are said to have failed before, with the way to read them again', async () => {
		const folder = await failing(2);
		await run(['--dir', folder, ...cloud]);
		const {out, said} = await run(['--dir', folder, ...cloud, '--output-format', 'table']);
		expect(out).toMatch(/^failed before: .*No passport was found/m);
		expect(said.filter(line => line.includes('failed before: '))).toHaveLength(2);
		expect(said).toContain('2 pictures failed before and were not read again; --again reads them again.');
		const chinese = await run(['--dir', folder, ...cloud, '--output-format', 'table', '--lang', 'zh'], {
			language: 'zh',
		});
		expect(chinese.out).toMatch(/^此前识别失败：/m);
	});

	test('are sent again with --again, and their result takes the place of the failure', async () => {
		const folder = await failing(2);
		await run(['--dir', folder, ...cloud]);
		server.always(undefined);
		const {list} = await run(['--dir', folder, ...cloud, '--again']);
		expect(list.map(({success}) => success)).toEqual([true, true]);
		expect(server.calls).toHaveLength(4);
		expect(await json(join(folder, 'page 1.json'))).toMatchObject({success: true});
		expect(await sidecars(folder)).toEqual(['page 1.json', 'page 2.json']);
	});

	test('are known under another name; the note of the failure goes along', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, ...cloud]);
		await rename(join(folder, 'page 1.jpg'), join(folder, 'Zhang.jpg'));
		expect((await run(['--dir', folder, ...cloud])).list).toMatchObject([
			{success: false, error_code: '-1', source_image: 'Zhang.jpg'},
		]);
		expect(server.calls).toHaveLength(1);
		expect(await sidecars(folder)).toEqual(['Zhang.json']);
	});

	test('are read when another picture has their name', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, ...cloud]);
		server.always(undefined);
		await writeFile(join(folder, 'page 1.jpg'), await jpegPicture({seed: 77, width: 800, height: 600}));
		expect((await run(['--dir', folder, ...cloud])).list).toMatchObject([{success: true}]);
		expect(server.calls).toHaveLength(2);
	});

	test('are one call when the same picture is there twice, also the next time', async () => {
		const folder = await failing(1);
		await copyFile(join(folder, 'page 1.jpg'), join(folder, 'copy.jpg'));
		await run(['--dir', folder, ...cloud]);
		await run([join(folder, 'copy.jpg'), ...cloud]);
		expect(server.calls).toHaveLength(1);
		expect(await sidecars(folder)).toEqual(['copy.json', 'page 1.json']);
	});

	test('are not counted in the question before sending', async () => {
		const folder = await failing(2);
		const near = blind();
		await run(['--dir', folder, '--yes'], {near});
		expect(server.calls).toHaveLength(2);
		const before = near.reads.length;
		const {said, list} = await run(['--dir', folder, '--yes'], {near});
		expect(server.calls).toHaveLength(2);
		expect(near.reads).toHaveLength(before);
		expect(said.join('\n')).not.toContain('sent to');
		// What the cloud said is the last word, as it was the first time.
		expect(list.map(({error_code}) => error_code)).toEqual(['-1', '-1']);
	});
});

describe('what this computer read and the cloud could not', () => {
	test.each(['auto', 'both'])('is not sent again by %s', async engine => {
		await start();
		server.always({kind: 'refuse', refusal: 'image'});
		const folder = await pictures(2);
		const near = offline(() => false);
		const first = await run(['--dir', folder, '--engine', engine, '--yes'], {near});
		const second = await run(['--dir', folder, '--engine', engine, '--yes'], {near});
		expect(server.calls).toHaveLength(2);
		expect(first.list.map(({success}) => success)).toEqual([true, true]);
		expect(second.list.map(({passport_number}) => passport_number)).toEqual(
			first.list.map(({passport_number}) => passport_number),
		);
		// The cloud by name gets the same answer that it gave, without a call.
		expect((await run(['--dir', folder, ...cloud])).list.map(({error_code}) => error_code)).toEqual(['-1', '-1']);
		expect(server.calls).toHaveLength(2);
	});
});

describe('pictures that this computer could not read', () => {
	test('are sent when the cloud is asked for by name', async () => {
		await start();
		const folder = await pictures(1);
		await run(['--dir', folder, '--engine', 'offline'], {near: blind()});
		expect((await run(['--dir', folder, ...cloud])).list).toMatchObject([{success: true}]);
		expect(server.calls).toHaveLength(1);
	});

	test('are read again by a better version, while what was paid for stays paid', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, '--yes'], {near: blind()});
		const better = blind('2');
		await run(['--dir', folder, '--engine', 'offline'], {near: better});
		expect(better.reads).toHaveLength(1);
		await run(['--dir', folder, ...cloud]);
		expect(server.calls).toHaveLength(1);
		// Also once this computer has read it after all.
		await run(['--dir', folder, '--engine', 'offline', '--again'], {near: offline(() => false)});
		await run(['--dir', folder, '--yes'], {near: offline(() => false)});
		expect(server.calls).toHaveLength(1);
		expect(await json(join(folder, 'page 1.json'))).toMatchObject({success: true});
	});
});

describe('a failure that says nothing about the picture is not kept', () => {
	test.each([
		['the network', {kind: 'drop', when: 'received'}],
		['a busy service', {kind: 'refuse', refusal: 'busy'}],
		['the account', {kind: 'refuse', refusal: 'authentication'}],
		['its calls', {kind: 'refuse', refusal: 'quota'}],
		['its money', {kind: 'refuse', refusal: 'balance'}],
		['our own request', {kind: 'refuse', refusal: 'parameters'}],
		['no answer', {kind: 'body', text: ''}],
	] as const)('%s', async (_, behaviour) => {
		await start();
		server.always(behaviour);
		const folder = await pictures(1);
		expect((await run(['--dir', folder, ...cloud])).exitCode).not.toBe(0);
		expect(await sidecars(folder)).toEqual([]);
		server.always(undefined);
		expect((await run(['--dir', folder, ...cloud])).list).toMatchObject([{success: true}]);
	});

	test('the person asked to keep nothing', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, ...cloud, '--no-save']);
		expect(await sidecars(folder)).toEqual([]);
	});
});

describe('the note of a failure beside the picture', () => {
	test('has the keys of a failure of the original skill, and no path', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, ...cloud]);
		const kept = await json(join(folder, 'page 1.json'));
		expect(kept).toMatchObject({success: false, error_code: '-1', source_image: 'page 1.jpg'});
		expect(kept.error_message).toContain('识别失败');
		expect(JSON.stringify(kept)).not.toContain(folder);
	});

	test('never takes the place of a file of another program', async () => {
		const folder = await failing(1);
		await writeFile(join(folder, 'page 1.json'), '{"mine": 1}');
		await run(['--dir', folder, ...cloud]);
		await run(['--dir', folder, ...cloud]);
		expect(await readFile(join(folder, 'page 1.json'), 'utf8')).toBe('{"mine": 1}');
		expect(server.calls).toHaveLength(1);
	});

	test('never takes the place of a result of the original skill', async () => {
		const folder = await failing(1);
		const text = JSON.stringify(originalSidecar('page 1.jpg'));
		await writeFile(join(folder, 'page 1.json'), text);
		await run(['--dir', folder, ...cloud, '--again']);
		expect(await readFile(join(folder, 'page 1.json'), 'utf8')).toBe(text);
	});

	test('never takes away what was read: a later reading that fails leaves the result', async () => {
		await start();
		const folder = await pictures(1);
		await run(['--dir', folder, '--engine', 'offline'], {near: offline(() => false)});
		await run(['--dir', folder, '--engine', 'offline', '--again'], {near: blind()});
		expect(await json(join(folder, 'page 1.json'))).toMatchObject({success: true, passport_number: 'EC7000001'});
	});

	test('gives way to a result that a version without such notes kept in the other place', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, ...cloud]);
		const note = await readFile(join(folder, 'page 1.json'));
		server.always(undefined);
		await run(['--dir', folder, ...cloud, '--again']);
		// As the version before leaves it: to it the note is a foreign file.
		await rename(join(folder, 'page 1.json'), join(folder, 'page 1.jpg.json'));
		await writeFile(join(folder, 'page 1.json'), note);
		expect((await run(['--dir', folder, ...cloud])).list).toMatchObject([{success: true}]);
		expect(server.calls).toHaveLength(2);
		await run(['--dir', folder, ...cloud, '--again']);
		expect(await sidecars(folder)).toEqual(['page 1.jpg.json']);
	});

	test('is deleted by purge, and the picture is read again then', async () => {
		const folder = await failing(2);
		await run(['--dir', folder, ...cloud]);
		await runCommand(purge, ['purge', '--dir', folder, '--yes']);
		expect(existsSync(sidecarPath(join(folder, 'page 1.jpg')))).toBe(false);
		await run(['--dir', folder, ...cloud]);
		expect(server.calls).toHaveLength(4);
	});

	test('that was cut off or changed is no answer: the picture is read', async () => {
		const folder = await failing(1);
		await run(['--dir', folder, ...cloud]);
		const path = join(folder, 'page 1.json');
		await writeFile(path, (await readFile(path, 'utf8')).replace('"failures"', '"failure"'));
		await run(['--dir', folder, ...cloud]);
		expect(server.calls).toHaveLength(2);
		expect(await json(path)).toHaveProperty('passport_ocr.failures');
	});
});
