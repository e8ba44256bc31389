import {createHash} from 'node:crypto';
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {countUploads} from '../../../source/core/batch/count-uploads.ts';
import {AppError} from '../../../source/core/errors.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {createResultStore} from '../../../source/core/records/result-store.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {readAll} from './run-batch.ts';

function pictureIn(folder: string, name: string, content = name): string {
	const path = join(folder, name);
	writeFileSync(path, pngBytes(content));
	return path;
}

const keep = async (path: string, record: Partial<PassportRecord>, content: string) =>
	await writeSidecar(recordOf(path, {...record, sha256: createHash('sha256').update(pngBytes(content)).digest('hex')}));

const count = async (...paths: string[]) =>
	(await countUploads(paths, {engine: {id: 'xiangyun', version: '1'}, today})).pages;

describe('what a batch of the cloud would send', () => {
	it('is every picture that opens, the same content once', async () => {
		const place = temporaryFolder();
		const picture = (name: string, content?: string) => pictureIn(place, name, content);
		mkdirSync(join(place, 'folder.png'));
		writeFileSync(join(place, 'text.png'), 'no picture');
		const wrong = [join(place, 'missing.png'), join(place, 'folder.png'), join(place, 'text.png')];
		expect(await count(picture('a.png'), picture('b.png'), picture('copy.png', 'a.png'), ...wrong)).toBe(2);
	});

	it('is none that was paid for or decided, under whatever name, but what was replaced since', async () => {
		const place = temporaryFolder();
		const picture = (name: string, content?: string) => pictureIn(place, name, content);
		const [paid, decided, read, renamed, replaced] = ['1.png', '2.png', '3.png', '4.png', '5.png'].map(name =>
			picture(name),
		) as [string, string, string, string, string];
		await keep(paid, {engine: 'xiangyun'}, '1.png');
		const at = '2026-11-22T06:00:00+00:00';
		await keep(decided, {review: {state: 'accepted', at, edits: {}, confirmed: []}}, '2.png');
		await keep(read, {}, '3.png');
		await keep(renamed, {engine: 'xiangyun'}, '4.png');
		renameSync(renamed, join(place, 'another name.png'));
		await keep(replaced, {engine: 'xiangyun'}, 'what it was');
		expect(await count(paid, decided, join(place, 'another name.png'))).toBe(0);
		expect(await count(paid, read, replaced)).toBe(2);
	});

	it('is none that it has failed at, which was paid for', async () => {
		const paths = ['1.png', '2.png'].map(name => pictureIn(temporaryFolder(), name));
		const fails = () => {
			throw new AppError('NO_PASSPORT_FOUND');
		};
		await readAll({paths: [paths[0]!], engine: fakeEngine({id: 'xiangyun', answer: fails})});
		await readAll({paths: [paths[1]!], engine: fakeEngine({answer: fails})});
		expect(await count(...paths)).toBe(1);
	});

	it('is none that was kept by its content alone, and nothing once it was stopped', async () => {
		const place = temporaryFolder();
		const paths = ['1.png', '2.png', '3.png'].map(name => pictureIn(place, name));
		const engine = {id: 'xiangyun', version: '1'} as const;
		const counted = async (more: object) => await countUploads(paths, {engine, today, ...more});
		expect(await counted({})).toEqual({pages: 3, files: 3});
		expect(await counted({signal: AbortSignal.abort()})).toEqual({pages: 0, files: 0});
		const store = createResultStore(join(temporaryFolder(), 'results'), true);
		await readAll({
			paths: [paths[1]!],
			engine: fakeEngine({id: 'xiangyun', answer: () => reading()}),
			store,
		});
		rmSync(join(place, '2.json'));
		expect(await counted({store})).toEqual({pages: 2, files: 2});
	});
});
