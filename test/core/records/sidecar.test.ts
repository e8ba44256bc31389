import {execFile} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {writeAtomic, writingError} from '../../../source/core/records/atomic-write.ts';
import {legacyVersion} from '../../../source/core/records/legacy/record.ts';
import {secondSidecarPath, sidecarPath} from '../../../source/core/records/sidecars/path.ts';
import {keepRecord, writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {readSidecar} from '../../support/read-sidecar.ts';
import {recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const isWindows = process.platform === 'win32';

const one = '1'.repeat(64);
const two = '2'.repeat(64);

const put = (folder: string, name: string, content: unknown) =>
	writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
const content = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('where a result is kept', () => {
	it('is beside the picture, the extension replaced', () => {
		expect(sidecarPath('folder/a.b.jpg')).toBe(join('folder', 'a.b.json'));
		expect(sidecarPath('scan')).toBe('scan.json');
		expect(secondSidecarPath('folder/a.jpg')).toBe('folder/a.jpg.json');
	});
});

describe('keeping a result', () => {
	it('finds it again, and nothing for another picture under the same name', async () => {
		const path = join(temporaryFolder(), '张三-护照.jpg');
		const record = {...recordOf(path, {sha256: one}), answer: {height: '170'}};
		expect(await readSidecar(record, today)).toBeUndefined();
		expect(await writeSidecar(record)).toBe(sidecarPath(path));
		expect(await readSidecar({path, sha256: one}, today)).toEqual(record);
		expect(await readSidecar({path, sha256: two}, today)).toBeUndefined();
	});

	it('replaces the result of a picture that was replaced', async () => {
		const path = join(temporaryFolder(), 'a.jpg');
		await writeSidecar(recordOf(path, {sha256: one}));
		expect(await writeSidecar(recordOf(path, {sha256: two}))).toBe(sidecarPath(path));
		expect(await readSidecar({path, sha256: two}, today)).toBeDefined();
	});

	it('keeps a.jpg and a.png apart, also when both are saved at once', async () => {
		const folder = temporaryFolder();
		const jpg = recordOf(join(folder, 'a.jpg'), {sha256: one});
		const png = recordOf(join(folder, 'a.png'), {sha256: two});
		await Promise.all([writeSidecar(jpg), writeSidecar(png)]);
		expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.png.json']);
		expect(await readSidecar(jpg, today)).toEqual(jpg);
		expect(await readSidecar(png, today)).toEqual(png);
		await Promise.all([writeSidecar(png), writeSidecar(jpg)]);
		expect(readdirSync(folder)).toHaveLength(2);
	});

	it('writes the last state last, however fast they come', async () => {
		const path = join(temporaryFolder(), 'a.jpg');
		const states = Array.from({length: 20}, (_, index) =>
			recordOf(path, {review: {state: 'accepted', at: `at ${index}`, edits: {}, confirmed: []}}),
		);
		await Promise.all(states.map((state, index) => keepRecord(state, {before: states[index - 1]})));
		expect(await readSidecar(states[19]!, today)).toEqual(states[19]);
	});

	it('leaves a JSON of others alone and keeps the result beside it', async () => {
		const folder = temporaryFolder();
		put(folder, 'a.json', {name: 'settings of something'});
		const record = recordOf(join(folder, 'a.jpg'));
		expect(await writeSidecar(record)).toBe(join(folder, 'a.jpg.json'));
		expect(content(folder, 'a.json')).toBe('{"name":"settings of something"}');
		expect(await readSidecar(record, today)).toEqual(record);
	});

	it('says so when both places belong to others', async () => {
		const folder = temporaryFolder();
		put(folder, 'a.json', 'not JSON at all');
		mkdirSync(join(folder, 'a.jpg.json'));
		await expect(writeSidecar(recordOf(join(folder, 'a.jpg')))).rejects.toMatchObject({
			code: 'FOREIGN_FILE',
			details: {path: join(folder, 'a.json')},
		});
		expect(readdirSync(folder).sort()).toEqual(['a.jpg.json', 'a.json']);
	});

	it('mends a file of its own that is broken', async () => {
		const folder = temporaryFolder();
		const record = recordOf(join(folder, 'a.jpg'));
		await writeSidecar(record);
		put(folder, 'a.json', content(folder, 'a.json').replace('"TD3"', '3'));
		expect(await readSidecar(record, today)).toBeUndefined();
		expect(await writeSidecar(record)).toBe(join(folder, 'a.json'));
		expect(await readSidecar(record, today)).toEqual(record);
	});

	it('leaves a file of a later version of itself alone', async () => {
		const folder = temporaryFolder();
		put(folder, 'a.json', {success: true, source_image: 'a.jpg', passport_ocr: {version: 2}});
		expect(await writeSidecar(recordOf(join(folder, 'a.jpg')))).toBe(join(folder, 'a.jpg.json'));
	});

	it('leaves a document of a shape that only a later version knows alone', async () => {
		const folder = temporaryFolder();
		const record = recordOf(join(folder, 'a.jpg'));
		await writeSidecar(record);
		const later = content(folder, 'a.json').replace('"TD3"', '"TD4"');
		put(folder, 'a.json', later);
		expect(await writeSidecar(record)).toBe(join(folder, 'a.jpg.json'));
		expect(content(folder, 'a.json')).toBe(later);
	});

	it.skipIf(isWindows)('writes through no link and reads through none', async () => {
		const folder = temporaryFolder();
		const elsewhere = temporaryFolder();
		const record = recordOf(join(folder, 'a.jpg'));
		await writeSidecar(recordOf(join(elsewhere, 'a.jpg')));
		const before = content(elsewhere, 'a.json');
		symlinkSync(join(elsewhere, 'a.json'), join(folder, 'a.json'));
		symlinkSync(join(elsewhere, 'new.json'), join(folder, 'a.jpg.json'));
		expect(await readSidecar(record, today)).toBeUndefined();
		await expect(writeSidecar(record)).rejects.toMatchObject({code: 'FOREIGN_FILE'});
		expect(content(elsewhere, 'a.json')).toBe(before);
		expect(existsSync(join(elsewhere, 'new.json'))).toBe(false);
	});

	it.skipIf(isWindows)('is never easier to read than the picture', async () => {
		const path = join(temporaryFolder(), 'a.jpg');
		writeFileSync(path, 'picture');
		chmodSync(path, 0o400);
		await writeSidecar(recordOf(path));
		expect(statSync(sidecarPath(path)).mode & 0o777).toBe(0o600);
	});

	it('says that the folder is not there', async () => {
		await expect(writeSidecar(recordOf(join(temporaryFolder(), 'gone', 'a.jpg')))).rejects.toMatchObject({
			code: 'NOT_WRITABLE',
			details: {reason: 'ENOENT'},
		});
	});

	it.skipIf(noPermissions)('says that the folder is read-only', async () => {
		const folder = temporaryFolder();
		chmodSync(folder, 0o500);
		const writing = asOwner(folder, () => writeSidecar(recordOf(join(folder, 'a.jpg'))));
		await expect(writing).rejects.toMatchObject({
			code: 'NOT_WRITABLE',
			details: {path: join(folder, 'a.json'), reason: 'EACCES'},
		});
		chmodSync(folder, 0o700);
	});

	// What a file system says that no test can bring about.
	it.each(['EACCES', 'EROFS', 'ENOSPC', 'ENAMETOOLONG'])('takes %s of the file system for "not writable"', reason => {
		const said = Object.assign(new Error(reason), {code: reason});
		expect(writingError('a.json', said)).toMatchObject({code: 'NOT_WRITABLE', details: {path: 'a.json', reason}});
	});

	it.each([`${'x'.repeat(254)}.`, `${'x'.repeat(251)}.jpg`, `${'护'.repeat(83)}.jpeg`])(
		'keeps and finds a picture whose name leaves no room for the ending: %s',
		async name => {
			const folder = temporaryFolder();
			const records = [recordOf(join(folder, name)), recordOf(join(folder, `y${name.slice(1)}`))];
			for (const record of records) await writeSidecar(record);
			expect(readdirSync(folder)).toHaveLength(2);
			for (const record of records) expect(await readSidecar(record, today)).toEqual(record);
		},
	);

	it.skipIf(noPermissions)('says which result may not be read, and leaves it', async () => {
		const folder = temporaryFolder();
		const record = recordOf(join(folder, 'a.jpg'));
		await writeSidecar(record);
		chmodSync(join(folder, 'a.json'), 0);
		const said = {code: 'NOT_READABLE', details: {path: join(folder, 'a.json'), reason: 'EACCES'}};
		await expect(asOwner(folder, () => readSidecar(record, today))).rejects.toMatchObject(said);
		await expect(asOwner(folder, () => writeSidecar(record))).rejects.toMatchObject(said);
		expect(readdirSync(folder)).toEqual(['a.json']);
	});
});

describe('results of the original skill', () => {
	it('are found by name and name only, and are marked as such', async () => {
		const folder = temporaryFolder();
		put(folder, 'passport.json', `\ufeff${JSON.stringify(originalSidecar('passport.jpg'))}`);
		const jpg = await readSidecar({path: join(folder, 'passport.jpg'), sha256: one}, today);
		expect(jpg).toMatchObject({engine: 'xiangyun', engineVersion: legacyVersion, sha256: one});
		expect(await readSidecar({path: join(folder, 'passport.png'), sha256: one}, today)).toBeUndefined();
	});

	it('are found when they do not say which picture they are of', async () => {
		const folder = temporaryFolder();
		const {source_image: _, ...nameless} = originalSidecar();
		put(folder, 'passport.json', nameless);
		const kept = await readSidecar({path: join(folder, 'passport.jpg'), sha256: one}, today);
		expect(kept).toMatchObject({path: join(folder, 'passport.jpg'), engineVersion: legacyVersion, sha256: one});
	});

	it('are written over only by a result of the same picture, and keep what they said', async () => {
		const folder = temporaryFolder();
		put(folder, 'passport.json', originalSidecar('passport.jpg'));
		await writeSidecar(recordOf(join(folder, 'passport.png'), {sha256: two}));
		expect(JSON.parse(content(folder, 'passport.json'))).toEqual(originalSidecar('passport.jpg'));

		const path = join(folder, 'passport.jpg');
		const record = (await readSidecar({path, sha256: one}, today))!;
		await writeSidecar(record);
		expect(JSON.parse(content(folder, 'passport.json'))).toMatchObject(originalSidecar('passport.jpg'));
		expect(await readSidecar({path, sha256: one}, today)).toEqual(record);
		expect(await readSidecar({path, sha256: two}, today)).toBeUndefined();
	});
});

describe('an atomic write', () => {
	it('leaves nothing behind but the file', async () => {
		const folder = temporaryFolder();
		const path = join(folder, 'a.json');
		expect(await writeAtomic(path, 'first', {mode: 0o600, how: 'create'})).toBe(true);
		expect(await writeAtomic(path, 'second', {mode: 0o600, how: 'create'})).toBe(false);
		expect(content(folder, 'a.json')).toBe('first');
		expect(await writeAtomic(path, 'third', {mode: 0o600, how: 'replace'})).toBe(true);
		expect(content(folder, 'a.json')).toBe('third');
		expect(readdirSync(folder)).toEqual(['a.json']);
	});

	/** Bundled once for all that run it. */
	let writer: string;
	let bundles: string;
	beforeAll(async () => {
		bundles = await mkdtemp(join(tmpdir(), 'writer-'));
		writer = join(bundles, 'sidecar-writer.mjs');
		const source = fileURLToPath(new URL('../../support/sidecar-writer.ts', import.meta.url));
		await build({entryPoints: [source], outfile: writer, bundle: true, platform: 'node', format: 'esm'});
	});
	afterAll(() => rm(bundles, {recursive: true}));

	it.each(['write', 'write-free'])('is whole whatever two processes write at once: %s', async command => {
		const folder = temporaryFolder();
		const run = (sha256: string) => promisify(execFile)(process.execPath, [writer, command, folder, sha256, '40']);
		await Promise.all([run(one), run(two)]);
		expect(readdirSync(folder)).toEqual(['a.json']);
		expect([one, two]).toContain(JSON.parse(content(folder, 'a.json')).passport_ocr.image_sha256);
	});

	it('is whole after a kill between writing and renaming', async () => {
		const folder = temporaryFolder();
		const run = (command: string) => promisify(execFile)(process.execPath, [writer, command, folder, two, '1']);
		await writeSidecar(recordOf(join(folder, 'a.jpg'), {sha256: one}));
		const before = content(folder, 'a.json');
		await expect(run('die-before-rename')).rejects.toMatchObject({signal: 'SIGKILL'});
		expect(content(folder, 'a.json')).toBe(before);
		const left = () => readdirSync(folder).filter(name => name !== 'a.json');
		expect(
			left()
				.map(name => name.split('.').at(-1))
				.sort(),
		).toEqual(['lock', 'tmp']);
		await writeSidecar(recordOf(join(folder, 'a.jpg'), {sha256: two}));
		expect(left()).toHaveLength(1);
		expect(await readSidecar({path: join(folder, 'a.jpg'), sha256: two}, today)).toBeDefined();
	});

	it('is there after a kill as soon as the next call may begin', async () => {
		const folder = temporaryFolder();
		const dying = promisify(execFile)(process.execPath, [writer, 'die-when-standing', folder, one, '1']);
		await expect(dying).rejects.toMatchObject({signal: 'SIGKILL'});
		expect(await readSidecar({path: join(folder, 'a.jpg'), sha256: one}, today)).toBeDefined();
		expect(readdirSync(folder)).toEqual(['a.json']);
	});
});

describe('what a power cut left', () => {
	it.each(['', '\0\0\0'])('an empty file gives way to a result', async left => {
		const path = join(temporaryFolder(), 'a.jpg');
		writeFileSync(sidecarPath(path), left);
		utimesSync(sidecarPath(path), new Date('2026-09-01'), new Date('2026-09-01'));
		expect(await writeSidecar(recordOf(path))).toBe(sidecarPath(path));
		expect(await readSidecar(recordOf(path), today)).toBeDefined();
	});

	it('an empty file of this moment belongs to another process, which is writing it', async () => {
		const path = join(temporaryFolder(), 'a.jpg');
		writeFileSync(sidecarPath(path), '');
		expect(await writeSidecar(recordOf(path))).toBe(secondSidecarPath(path));
	});
});
