import {copyFile, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {AppError} from '../../source/core/errors.ts';
import {contentHash} from '../../source/core/pictures/open.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {sidecarPath} from '../../source/core/records/sidecars/path.ts';
import {writeSidecar} from '../../source/core/records/sidecars/write-sidecar.ts';
import {unreadRecord} from '../../source/core/records/unread-record.ts';
import {accepted, edited} from '../../source/core/review/decide.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {readSidecar} from '../support/read-sidecar.ts';
import {today} from '../support/records.ts';
import {runCommand} from '../support/run-command.ts';

const at = '2026-11-22T07:00:00+00:00';
const offline = ['--engine', 'offline'] as const;
const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
const asides = async (folder: string) => (await readdir(folder)).filter(name => name.endsWith('.old'));

/** An engine that finds nothing. */
const blind = () =>
	fakeEngine({
		answer: ({path}) => {
			throw new AppError('NO_PASSPORT_FOUND', {path});
		},
	});

/** A folder that was read, with a person's change of the number of some of its pictures. */
async function readAndDecided(
	names: readonly string[],
	decide: (record: PassportRecord) => PassportRecord,
): Promise<string> {
	const folder = folderOf(names);
	await runCommand(recognize, ['recognize', '--dir', folder, ...offline], {engine: readsAtOnce()});
	for (const name of names) {
		const path = join(folder, name);
		const record = await readSidecar({path, sha256: (await contentHash(path))!}, today);
		await writeSidecar(decide(record!));
	}
	return folder;
}

const correct = (record: PassportRecord) => edited(record, 'passport_number', 'L898902C4', at, today);

test('--again says whose decisions it drops before it reads, and keeps them beside the picture', async () => {
	const folder = await readAndDecided(['osei.png'], record => accepted(correct(record), at));
	const told: string[] = [];
	const engine = fakeEngine();
	const run = runCommand(recognize, ['recognize', '--dir', folder, '--again', ...offline], {
		engine,
		onSay: line => void told.push(line),
	});
	const read = await engine.next();
	expect(told).toEqual([
		'--again drops what was decided by hand about 1 picture: osei.png. Each earlier result is kept beside its picture as NAME.before-TIME.json.old.',
	]);
	expect(await asides(folder)).toEqual([]);
	read.succeed();
	await run;
	const [aside = ''] = await asides(folder);
	expect(aside).toMatch(/^osei\.before-\d{14}\.json\.old$/);
	const dropped = await json(join(folder, aside));
	expect(dropped).toMatchObject({passport_number: 'L898902C4', passport_ocr: {review: {state: 'edited'}}});
	expect(await json(join(folder, 'osei.json'))).toMatchObject({
		passport_ocr: {review: {state: 'unreviewed', edits: {}}},
	});
	const {out} = await runCommand(exportRows, ['export', '--from-dir', folder, '--output', '-']);
	expect(out.trim().split('\r\n')).toHaveLength(2);
	expect(out).not.toContain('L898902C4');
});

test('a change that was not finished is kept as well, and many are said by a few names', async () => {
	const names = ['1.png', '2.png', '3.png', '4.png', '5.png', '6.png'];
	const folder = await readAndDecided(names, correct);
	const {said} = await runCommand(recognize, ['recognize', '--dir', folder, '--again', ...offline, '--lang', 'zh'], {
		engine: readsAtOnce(),
		language: 'zh',
	});
	expect(said[0]).toContain('--again 会放弃 6 张图片的人工核对结果：1.png，2.png，3.png，4.png，5.png，…');
	expect(await asides(folder)).toHaveLength(6);
});

test('--again drops nothing where no decision is, where nothing is saved, and where it fails', async () => {
	const plain = await readAndDecided(['a.png'], record => record);
	const words = ['recognize', '--dir', plain, '--again', ...offline];
	expect((await runCommand(recognize, words, {engine: readsAtOnce()})).said.join()).not.toContain('drops');
	expect(await asides(plain)).toEqual([]);
	const folder = await readAndDecided(['a.png'], correct);
	const again = ['recognize', '--dir', folder, '--again', ...offline];
	const unsaved = await runCommand(recognize, [...again, '--no-save'], {engine: readsAtOnce()});
	expect(unsaved.said.join()).not.toContain('drops');
	const {said} = await runCommand(recognize, again, {engine: blind()});
	expect(said.join('\n')).toContain('The earlier result is kept.');
	expect(await asides(folder)).toEqual([]);
	expect(await json(join(folder, 'a.json'))).toMatchObject({passport_number: 'L898902C4'});
});

test('a picture that a person typed and that fails again says that what was typed is kept', async () => {
	const folder = folderOf(['torn.png']);
	const path = join(folder, 'torn.png');
	const failure = {
		engine: 'offline',
		engineVersion: '1',
		failedAt: at,
		code: 'NO_PASSPORT_FOUND',
		details: {},
	} as const;
	const unread = unreadRecord({path, sha256: (await contentHash(path))!, failures: [failure]});
	await writeSidecar(edited(unread, 'passport_number', 'H3027413', at, today));
	for (const format of ['json', 'table']) {
		const words = ['recognize', '--dir', folder, '--again', ...offline, '--output-format', format];
		const {said, out} = await runCommand(recognize, words, {engine: blind()});
		expect(said.find(line => line.includes('failed: '))).toMatch(/What was typed by hand is kept\.$/);
		if (format === 'table') expect(out).toContain('What was typed by hand is kept.');
	}
	expect(await json(sidecarPath(path))).toMatchObject({passport_number: 'H3027413'});
});

test('a picture of which a later version keeps a result is read, and that is said', async () => {
	const folder = folderOf(['IMG_2041.png', 'b.png']);
	const later = join(folder, 'IMG_2041.json');
	await writeFile(later, JSON.stringify({success: true, source_image: 'IMG_2041.png', passport_ocr: {version: 2}}));
	await copyFile(later, join(folder, 'b.json'));
	const before = await readFile(later, 'utf8');
	const words = ['recognize', '--dir', folder, ...offline];
	const {said} = await runCommand(recognize, words, {engine: readsAtOnce()});
	expect(said.filter(line => line.includes('later version'))).toEqual([
		'IMG_2041.png: IMG_2041.json is a result of a later version of this program and stays as it is; the picture is read again.',
	]);
	expect(await readFile(later, 'utf8')).toBe(before);
	expect(await json(join(folder, 'IMG_2041.png.json'))).toMatchObject({success: true});
	const second = await runCommand(recognize, words, {engine: fakeEngine()});
	expect(second.said.join()).not.toContain('later version');
});
