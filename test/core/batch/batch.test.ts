import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../../source/core/errors.ts';
import {openPicture} from '../../../source/core/pictures/open.ts';
import {asOwner, noPermissions} from '../../support/as-owner.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {reading} from '../../support/records.ts';
import {answering, begin, pictures, readAll, states, told} from './run-batch.ts';

const isWindows = process.platform === 'win32';

describe('a batch', () => {
	it('reads every picture and gives the outcomes in the order of the paths', async () => {
		const {paths} = pictures('b.png', 'a.png', 'c.png');
		const engine = fakeEngine({concurrency: 3});
		const {batch} = begin({paths, engine});
		const reads = [await engine.next(), await engine.next(), await engine.next()];
		for (const read of reads.reverse()) read.succeed();
		expect(told(await batch.done)).toEqual(['b.png engine', 'a.png engine', 'c.png engine']);
		expect(batch.phase()).toBe('done');
	});

	it('reports what happens to each picture as it happens', async () => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine();
		const {batch, events} = begin({paths, engine});
		expect(states(batch)).toEqual(['a.png waiting']);
		const read = await engine.next();
		read.progress(0.5);
		expect(batch.items()[0]).toMatchObject({state: 'reading', share: 0.5});
		read.succeed();
		await batch.done;
		expect(events.map(event => ('item' in event ? `${event.type} ${event.item.state}` : event.type))).toEqual([
			'started reading',
			'changed reading',
			'finished read',
		]);
	});

	it('is on disk before it is shown', async () => {
		const {folder, paths} = pictures('a.png');
		const seen: boolean[] = [];
		await readAll({
			paths,
			engine: answering(),
			onEvent: event => event.type === 'finished' && seen.push(existsSync(join(folder, 'a.json'))),
		});
		expect(seen).toEqual([true]);
	});

	it.skipIf(isWindows).each([0o600, 0o400])(
		'keeps a result that is read by no more people than its picture: %o',
		async mode => {
			const {folder, paths} = pictures('a.png');
			chmodSync(paths[0]!, mode);
			await readAll({paths, engine: answering()});
			expect(statSync(join(folder, 'a.json')).mode & 0o777).toBe(0o600);
		},
	);

	it('writes nothing when asked not to', async () => {
		const {folder, paths} = pictures('a.png');
		await readAll({paths, engine: answering(), save: false});
		expect(readdirSync(folder)).toEqual(['a.png']);
	});

	it('takes a path that is named twice once', async () => {
		const {paths} = pictures('a.png');
		const engine = answering();
		expect(await readAll({paths: [...paths, ...paths], engine})).toHaveLength(1);
		expect(engine.reads).toHaveLength(1);
	});

	it('is done at once when there is nothing to do', async () => {
		expect(await readAll({paths: [], engine: answering()})).toEqual([]);
	});
});

describe('pictures that cannot be read', () => {
	it('fail each with its own reason, and the rest of the batch is read', async () => {
		const {folder, paths} = pictures('good.png', 'blank.png', 'odd.png');
		writeFileSync(join(folder, 'text.jpg'), 'this is a text');
		writeFileSync(join(folder, 'cut.png'), pngBytes().subarray(0, 6));
		mkdirSync(join(folder, 'folder.jpg'));
		const bad = ['gone.jpg', 'text.jpg', 'cut.png', 'folder.jpg'].map(name => join(folder, name));
		const engine = answering(picture => {
			if (picture.path.endsWith('blank.png')) throw new AppError('NO_PASSPORT_FOUND');
			if (picture.path.endsWith('odd.png')) throw new TypeError('undefined is not a function');
			return reading();
		});
		expect(told(await readAll({paths: [...bad, ...paths], engine}))).toEqual([
			'gone.jpg FILE_NOT_FOUND',
			'text.jpg NOT_AN_IMAGE',
			'cut.png DAMAGED_IMAGE',
			'folder.jpg NOT_A_FILE',
			'good.png engine',
			'blank.png NO_PASSPORT_FOUND',
			'odd.png INTERNAL',
		]);
		// An answer about the content is kept, also when it is a failure; of a bug or a missing file there is none.
		expect(readdirSync(folder).filter(name => name.endsWith('.json'))).toEqual([
			'blank.json',
			'cut.json',
			'good.json',
			'text.json',
		]);
	});

	it('say which picture it was', async () => {
		const {paths} = pictures('a.png');
		const engine = answering(() => {
			throw new AppError('TOO_SMALL', {width: 90});
		});
		const {sha256} = await openPicture(paths[0]!);
		expect(await readAll({paths, engine})).toMatchObject([
			{kind: 'failed', sha256, failure: {path: paths[0], code: 'TOO_SMALL', details: {path: paths[0], width: 90}}},
		]);
	});

	it.skipIf(isWindows)('may be a FIFO without stopping anything', async () => {
		const {folder, paths} = pictures('a.png');
		execFileSync('mkfifo', [join(folder, 'fifo.jpg')]);
		expect(told(await readAll({paths: [join(folder, 'fifo.jpg'), ...paths], engine: answering()}))).toEqual([
			'fifo.jpg NOT_A_FILE',
			'a.png engine',
		]);
	});

	it.skipIf(noPermissions)('may be forbidden', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		chmodSync(paths[0]!, 0);
		const outcomes = await asOwner(folder, () => readAll({paths, engine: answering()}));
		expect(told(outcomes)).toEqual(['a.png NOT_READABLE', 'b.png engine']);
	});
});

describe('a result that cannot be kept', () => {
	it('is still a result, and it is said that it was not kept', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		writeFileSync(join(folder, 'a.json'), '{"name": "of others"}');
		writeFileSync(join(folder, 'a.png.json'), 'of others, too');
		const {batch, events} = begin({paths, engine: answering()});
		expect(told(await batch.done)).toEqual(['a.png engine', 'b.png engine']);
		expect(events.filter(event => event.type === 'unsaved')).toMatchObject([
			{path: paths[0], error: {code: 'FOREIGN_FILE'}},
		]);
		expect(readFileSync(join(folder, 'a.png.json'), 'utf8')).toBe('of others, too');
	});

	it.skipIf(noPermissions)('because the folder is read-only, too', async () => {
		const {folder, paths} = pictures('a.png');
		chmodSync(folder, 0o500);
		const {events, outcomes} = await asOwner(folder, async () => {
			const {batch, events} = begin({paths, engine: answering()});
			return {events, outcomes: await batch.done};
		});
		expect(told(outcomes)).toEqual(['a.png engine']);
		expect(events.find(event => event.type === 'unsaved')).toMatchObject({error: {code: 'NOT_WRITABLE'}});
		chmodSync(folder, 0o700);
	});
});
