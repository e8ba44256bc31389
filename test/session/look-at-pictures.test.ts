// Which pictures are looked at when a passport comes to be seen: a drive may be away or back with thousands of them.
import {mkdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {withMark} from '../../source/core/records/changed-picture.ts';
import type {PictureNow} from '../../source/core/records/record.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {createPictureLook} from '../../source/session/journal/look-at-pictures.ts';
import {recordOf} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const names = ['desk/1.png', 'drive/2.png', 'drive/3.png', 'drive/4.png', 'stick/5.png'] as const;
type Name = (typeof names)[number];

/** Five pictures as they were read; `seen` opens one of them and returns what the session then says of pictures. */
function batch() {
	const folder = temporaryFolder();
	for (const one of ['desk', 'drive', 'stick']) mkdirSync(join(folder, one));
	const place = (name: string) => join(folder, name);
	let records = names.map(name => {
		writeFileSync(place(name), name);
		const {size: bytes, mtimeMs} = statSync(place(name));
		return recordOf(place(name), {sha256: name, file: {bytes, modified: Math.trunc(mtimeMs)}});
	});
	const seen = async (name: Name): Promise<Partial<Record<Name, PictureNow | 'there'>>> => {
		const sent: AppEvent[] = [];
		await createPictureLook({send: event => sent.push(event)}).lookAt(records[names.indexOf(name)]!, records);
		const found = sent.flatMap(event => (event.type === 'picturesNow' ? event.found : []));
		const news = found.flatMap(({path, now}) => {
			const at = records.findIndex(record => record.path === path);
			const before = records[at]!;
			records = records.with(at, withMark(before, now));
			return before.pictureNow === now ? [] : [[names[at]!, now ?? 'there'] as const];
		});
		return Object.fromEntries(news);
	};
	return {
		seen,
		away: (one: string) => renameSync(place(one), place(`${one} away`)),
		back: (one: string) => renameSync(place(`${one} away`), place(one)),
		remove: (name: Name) => rmSync(place(name)),
		replace: (name: Name) => writeFileSync(place(name), 'another passport'),
	};
}

const onDrive = (now: PictureNow | 'there') => ({'drive/2.png': now, 'drive/3.png': now, 'drive/4.png': now});

describe('a drive', () => {
	it('is away with all of its pictures, once one of them is seen', async () => {
		const {seen, away} = batch();
		away('drive');
		expect(await seen('desk/1.png')).toEqual({});
		expect(await seen('drive/3.png')).toEqual(onDrive('gone'));
		expect(await seen('drive/4.png')).toEqual({});
	});

	it('is back with all of its pictures, seen from a passport that is on it or not', async () => {
		for (const from of ['drive/4.png', 'desk/1.png'] as const) {
			const {seen, away, back} = batch();
			away('drive');
			await seen('drive/2.png');
			back('drive');
			expect(await seen(from)).toEqual(onDrive('there'));
			expect(await seen('drive/2.png')).toEqual({});
		}
	});

	it('is back while another stays away', async () => {
		const {seen, away, back} = batch();
		away('drive');
		away('stick');
		expect(await seen('stick/5.png')).toEqual({...onDrive('gone'), 'stick/5.png': 'gone'});
		back('stick');
		expect(await seen('desk/1.png')).toEqual({'stick/5.png': 'there'});
		back('drive');
		expect(await seen('stick/5.png')).toEqual(onDrive('there'));
	});
});

describe('a picture that stays away', () => {
	it('has no other looked at again for each passport that is seen', async () => {
		const {seen, remove, replace} = batch();
		remove('drive/2.png');
		await seen('drive/2.png');
		replace('drive/4.png');
		expect(await seen('desk/1.png')).toEqual({});
		expect(await seen('drive/2.png')).toEqual({});
		expect(await seen('drive/4.png')).toEqual({'drive/4.png': 'other'});
	});

	it('is found where it is back, by itself', async () => {
		const {seen, away, back} = batch();
		away('drive/3.png');
		await seen('drive/3.png');
		back('drive/3.png');
		expect(await seen('drive/3.png')).toEqual({'drive/3.png': 'there'});
	});
});
