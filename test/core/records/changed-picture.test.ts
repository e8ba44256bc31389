import {copyFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {recordsOf} from '../../../source/core/batch/page-records.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {
	createChangeCheck,
	hasChangedPicture,
	withChangedPicture,
	withMark,
	withMarksNow,
	withPictureNow,
} from '../../../source/core/records/changed-picture.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {readSidecar} from '../../support/read-sidecar.ts';
import {reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** A picture in a folder of its own, and what is kept of it. */
async function kept(name = 'scan.png'): Promise<PassportRecord> {
	const path = join(temporaryFolder(), name);
	await writeFile(path, pngBytes('first'));
	const picture = await openPicture(path);
	const [record] = recordsOf(picture, [reading()], {
		engine: fakeEngine(),
		today,
		now: new Date(),
		beside: {failures: [], others: [], isFree: true},
	});
	await writeSidecar(record);
	return (await readSidecar(record, today))!;
}

/** As an earlier version kept it. */
const earlier = ({file: _, ...record}: PassportRecord): PassportRecord => record;

const isChanged = async (record: PassportRecord): Promise<boolean> => await createChangeCheck()(record);

describe('a picture that was read', () => {
	it('is known again without being hashed, by the size and the time that are kept with its result', async () => {
		const record = await kept();
		const {size, mtimeMs} = await stat(record.path);
		expect(record.file).toEqual({bytes: size, modified: Math.trunc(mtimeMs)});
		expect(createChangeCheck()(record)).toBe(false);
	});

	it('has changed when another size or another content is there', async () => {
		const record = await kept();
		await writeFile(record.path, pngBytes('another, longer one'));
		expect(await isChanged(record)).toBe(true);
		const bytes = pngBytes('other');
		expect(bytes.length).toBe(record.file!.bytes);
		await writeFile(record.path, bytes);
		expect(await isChanged(record)).toBe(true);
		expect(await isChanged(earlier(record))).toBe(true);
	});

	it('has not changed when it was copied, moved or touched', async () => {
		const record = await kept();
		const copy = join(temporaryFolder(), 'scan.png');
		await copyFile(record.path, copy);
		await utimes(record.path, new Date(), new Date('2030-01-01'));
		for (const one of [record, {...record, path: copy}]) {
			expect(await isChanged(one)).toBe(false);
			expect(await isChanged(earlier(one))).toBe(false);
		}
	});

	it('has changed when an older file was moved to its name, also for a result of an earlier version', async () => {
		const record = await kept();
		const other = join(temporaryFolder(), 'other.png');
		await writeFile(other, pngBytes('other'));
		await utimes(other, new Date('2020-01-01'), new Date('2020-01-01'));
		await rename(other, record.path);
		expect(await isChanged(record)).toBe(true);
		expect(await isChanged(earlier(record))).toBe(true);
	});

	it('has not changed when it is gone, and none is known of what the original skill read', async () => {
		const record = await kept();
		await writeFile(record.path, pngBytes('other'));
		expect(await isChanged({...record, sha256: ''})).toBe(false);
		await rm(record.path);
		expect(await isChanged(record)).toBe(false);
	});

	it('is found under a name that the disk has decomposed', async () => {
		const record = await kept('Zoe\u0308.png');
		await writeFile(record.path, pngBytes('another one'));
		expect(await isChanged({...record, path: record.path.normalize('NFC')})).toBe(true);
	});

	it('is looked at for each of its passports', async () => {
		const record = await kept();
		await writeFile(record.path, pngBytes('another one'));
		const further = {...record, path: `${record.path}#2`};
		expect((await withMarksNow([record, further])).map(withPictureNow).map(hasChangedPicture)).toEqual([true, true]);
	});
});

describe('the record of a picture that has changed', () => {
	it('is not proven, says why, and keeps what a person decided', () => {
		const review = {state: 'accepted', at: '2026-11-22T06:00:00+00:00', edits: {}, confirmed: []} as const;
		const record = recordOf('a.jpg', {review});
		expect(record.passport.status).toBe('clean');
		const marked = withChangedPicture(record);
		expect(marked.passport.status).toBe('check');
		expect(marked.passport.issues).toContainEqual({code: 'changed-picture', blocks: true});
		expect(marked.review).toEqual(review);
	});
});

describe('the record of a picture that is gone', () => {
	const review = {state: 'unreviewed', edits: {}, confirmed: []} as const;

	it('is to check, with its values as they were, until the picture is back', async () => {
		const record = await kept();
		const away = `${record.path}.away`;
		await rename(record.path, away);
		const [gone] = await withMarksNow([record]);
		const shown = withPictureNow(gone!);
		expect(shown.passport).toMatchObject({status: 'check', fields: record.passport.fields});
		expect(shown.passport.issues).toContainEqual({code: 'picture-gone', blocks: true});
		await rename(away, record.path);
		expect(await withMarksNow([gone!])).toEqual([record]);
	});

	it('stays as a person has decided', () => {
		const accepted = withMark(recordOf('a.jpg', {review: {...review, state: 'accepted'}}), 'gone');
		expect(withPictureNow(accepted).passport).toMatchObject({status: 'clean'});
		expect(withPictureNow(accepted).passport.issues).toContainEqual({code: 'picture-gone', blocks: false});
	});

	it('is kept without that mark', async () => {
		const record = await kept();
		await writeSidecar(withMark(record, 'gone'));
		expect(await readSidecar(record, today)).toEqual(record);
	});
});
