// Paid results that are kept by the content of their pictures, in the folder of all results.
import {chmodSync, copyFileSync, existsSync, readdirSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {createResultStore} from '../../../source/core/records/result-store.ts';
import {keepRecord} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted} from '../../../source/core/review/decide.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {folderOf} from '../../support/pictures.ts';
import {reading} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {begin, pictures, readAll, told} from './run-batch.ts';

const at = '2026-11-22T07:00:00+00:00';

/** The cloud, which answers at once. */
const cloud = () => fakeEngine({id: 'xiangyun', answer: () => reading()});

const storeIn = (isIndex = true) => createResultStore(join(temporaryFolder(), 'results'), isIndex);

it('a picture is sent where the folder of all results cannot be made: its answer is kept next to it', async () => {
	const file = join(temporaryFolder(), 'file');
	writeFileSync(file, '');
	const {paths} = pictures('a.png');
	const store = createResultStore(join(file, 'results'), true);
	expect(told(await readAll({paths, engine: cloud(), store}))).toEqual(['a.png engine']);
});

describe('paid results by content', () => {
	it('spare a copy in another folder, and a renamed one whose old name is used again', async () => {
		const store = storeIn();
		const {paths, folder} = pictures('a.png', 'b.png');
		await readAll({paths, engine: cloud(), store});
		const copy = join(temporaryFolder(), 'copy.png');
		copyFileSync(paths[0]!, copy);
		renameSync(paths[0]!, join(folder, 'z.png'));
		writeFileSync(paths[0]!, pngBytes('another page'));
		const engine = cloud();
		const all = [copy, paths[0]!, paths[1]!, join(folder, 'z.png')];
		const outcomes = await readAll({paths: all, engine, store});
		expect(told(outcomes)).toEqual(['copy.png kept', 'a.png engine', 'b.png kept', 'z.png kept']);
		expect(existsSync(join(dirname(copy), 'copy.json'))).toBe(true);
	});

	it.skipIf(noPermissions)(
		'spare a copy in a folder that cannot be written, which is said with the place',
		async () => {
			const root = temporaryFolder();
			const [first, second] = ['first', 'second'].map(name => join(folderOf(['a.png'], join(root, name)), 'a.png'));
			const store = createResultStore(join(root, 'state'), true);
			const engine = cloud();
			const {batch, events} = await asOwner(root, async () => {
				await readAll({paths: [first!], engine, store});
				chmodSync(dirname(second!), 0o500);
				const run = begin({paths: [second!], engine, store});
				await run.batch.done;
				return run;
			});
			chmodSync(dirname(second!), 0o700);
			expect([told(await batch.done), engine.reads.length]).toEqual([['a.png kept'], 1]);
			expect(events.filter(({type}) => type === 'unsaved')).toMatchObject([{path: second, keptAt: store.folder}]);
		},
	);

	it('spare a copy, next to which nothing is written where nothing is to be', async () => {
		const store = storeIn();
		const {paths} = pictures('a.png');
		await readAll({paths, engine: cloud(), store});
		const copy = join(temporaryFolder(), 'copy.png');
		copyFileSync(paths[0]!, copy);
		const {batch, events} = begin({paths: [copy], engine: cloud(), store, save: false});
		expect(told(await batch.done)).toEqual(['copy.png kept']);
		expect(readdirSync(dirname(copy))).toEqual(['copy.png']);
		expect(events.filter(({type}) => type === 'unsaved')).toEqual([]);
	});

	it('spare a picture that is no file', async () => {
		const store = storeIn();
		const {paths} = pictures('a.png');
		await readAll({paths, engine: cloud(), store});
		const open = async (path: string) => await pictureOf(path, pngBytes('a.png'));
		const engine = cloud();
		expect(told(await readAll({paths: ['base64'], engine, store, open, save: false}))).toEqual(['base64 kept']);
		const other = async (path: string) => await pictureOf(path, pngBytes('other'));
		const options = {paths: ['base64'], store, open: other, save: false};
		expect(told(await readAll({...options, engine}))).toEqual(['base64 engine']);
		expect(told(await readAll({...options, engine}))).toEqual(['base64 kept']);
		expect(engine.reads).toHaveLength(1);
	});

	it('can be read by their owner only', async () => {
		const store = storeIn();
		const {paths} = pictures('a.png');
		await readAll({paths, engine: cloud(), store});
		expect(statSync(store.folder).mode & 0o777).toBe(0o700);
		for (const name of readdirSync(store.folder)) {
			expect(statSync(join(store.folder, name)).mode & 0o777).toBe(0o600);
		}
	});

	it('are not kept where the user wants no index, nor what cost nothing', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const off = storeIn(false);
		await readAll({paths: [paths[0]!], engine: cloud(), store: off});
		const on = storeIn();
		await readAll({paths: [paths[1]!], engine: fakeEngine({answer: () => reading()}), store: on});
		for (const {folder} of [off, on]) {
			const kept = existsSync(folder) ? readdirSync(folder) : [];
			expect(kept.filter(name => name.endsWith('.json'))).toEqual([]);
		}
	});

	it('hold what a new picture of the same name has taken the place of, until its picture is back', async () => {
		const store = storeIn(false);
		const {paths} = pictures('a.png');
		const [path] = paths as [string];
		const [first] = await readAll({paths, engine: cloud(), store});
		if (first?.kind !== 'read') throw new Error('not read');
		await keepRecord(accepted(first.record, at), {before: first.record});
		writeFileSync(path, pngBytes('another page'));
		expect(told(await readAll({paths, engine: cloud(), store}))).toEqual(['a.png engine']);
		writeFileSync(path, pngBytes('a.png'));
		const [back] = await readAll({paths, engine: cloud(), store});
		expect(back).toMatchObject({kind: 'read', from: 'kept', record: {review: {state: 'accepted'}}});
	});
});
