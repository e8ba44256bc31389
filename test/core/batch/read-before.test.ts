import {readdirSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../../source/core/errors.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {pngBytes} from '../../support/picture-bytes.ts';
import {placedReading} from '../../support/placed.ts';
import {reading} from '../../support/records.ts';
import {answering, asked, begin, pictures, readAll, states, told} from './run-batch.ts';

describe('what was read before', () => {
	it('is not read again', async () => {
		const {paths} = pictures('a.png', 'b.jpg');
		await readAll({paths, engine: answering()});
		const engine = answering();
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'b.jpg kept']);
		expect(engine.reads).toHaveLength(0);
	});

	it('comes before what has to be read', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		await readAll({paths: [paths[2]!], engine: answering()});
		const engine = fakeEngine({concurrency: 1});
		const {batch, events} = begin({paths, engine});
		await asked(engine, 1);
		expect(states(batch)).toEqual(['a.png reading', 'b.png waiting', 'c.png read']);
		expect(events[0]).toMatchObject({type: 'started', item: {path: paths[2]}});
		batch.cancel();
		await batch.done;
	});

	it('is read again when the person wants it, or the picture was replaced', async () => {
		const {folder, paths} = pictures('a.png');
		await readAll({paths, engine: answering()});
		expect(told(await readAll({paths, engine: answering(), again: true}))).toEqual(['a.png engine']);
		writeFileSync(join(folder, 'a.png'), pngBytes('another page'));
		expect(told(await readAll({paths, engine: answering()}))).toEqual(['a.png engine']);
		expect(told(await readAll({paths, engine: answering()}))).toEqual(['a.png kept']);
	});

	it('is read again by a better version, unless a person has worked on it or it was paid for', async () => {
		const {paths} = pictures('a.png', 'b.png', 'c.png');
		const [, second, third] = await readAll({paths, engine: answering()});
		if (second?.kind !== 'read' || third?.kind !== 'read') throw new Error('not read');
		await writeSidecar({
			...second.record,
			review: {state: 'accepted', at: '2026-11-22T07:00:00+00:00', edits: {}, confirmed: []},
		});
		await writeSidecar({...third.record, engine: 'xiangyun'});
		const better = fakeEngine({version: '2', answer: () => reading()});
		expect(told(await readAll({paths, engine: better}))).toEqual(['a.png engine', 'b.png kept', 'c.png kept']);
	});

	it('leaves the places that it found to a reading that knows none', async () => {
		const {paths} = pictures('a.png');
		await readAll({paths, engine: answering(() => placedReading())});
		const [outcome] = await readAll({paths, engine: fakeEngine({id: 'xiangyun', answer: () => reading()})});
		expect(outcome).toMatchObject({kind: 'read', from: 'engine', record: {engine: 'xiangyun'}});
		expect(outcome?.kind === 'read' && outcome.record.geometry?.lines).toHaveLength(2);
	});

	it('is found under another name, and the old sidecar goes with the old name', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		await readAll({paths, engine: answering()});
		renameSync(join(folder, 'a.png'), join(folder, 'renamed.png'));
		const engine = answering();
		const renamed = [join(folder, 'renamed.png'), paths[1]!];
		expect(told(await readAll({paths: renamed, engine}))).toEqual(['renamed.png kept', 'b.png kept']);
		expect(engine.reads).toHaveLength(0);
		expect(readdirSync(folder).sort()).toEqual(['b.json', 'b.png', 'renamed.json', 'renamed.png']);
	});

	it('is found under another name where nothing is to be written, and what is on disk stays', async () => {
		const {folder, paths} = pictures('a.png');
		await readAll({paths, engine: answering()});
		renameSync(join(folder, 'a.png'), join(folder, 'renamed.png'));
		const engine = answering();
		expect(told(await readAll({paths: [join(folder, 'renamed.png')], engine, save: false}))).toEqual([
			'renamed.png kept',
		]);
		expect(engine.reads).toHaveLength(0);
		expect(readdirSync(folder).sort()).toEqual(['a.json', 'renamed.png']);
	});

	it('survives a swap of names', async () => {
		const {folder, paths} = pictures('a.png', 'b.png');
		await readAll({paths, engine: answering()});
		renameSync(join(folder, 'a.png'), join(folder, 'x.png'));
		renameSync(join(folder, 'b.png'), join(folder, 'a.png'));
		renameSync(join(folder, 'x.png'), join(folder, 'b.png'));
		const engine = answering();
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'b.png kept']);
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'b.png kept']);
		expect(engine.reads).toHaveLength(0);
	});

	it('may have been read by the original skill', async () => {
		const {folder, paths} = pictures('passport.jpg');
		writeFileSync(join(folder, 'passport.json'), JSON.stringify(originalSidecar('passport.jpg')));
		const engine = fakeEngine({id: 'xiangyun'});
		expect(told(await readAll({paths, engine}))).toEqual(['passport.jpg kept']);
		expect(engine.reads).toHaveLength(0);
	});

	it('is read once when the same picture is there twice', async () => {
		const {folder, paths} = pictures('a.png');
		writeFileSync(join(folder, 'copy.png'), pngBytes('a.png'));
		const both = [...paths, join(folder, 'copy.png')];
		const engine = answering();
		// Which of the two is opened first is the disk's affair.
		const outcomes = told(await readAll({paths: both, engine}));
		expect(outcomes.map(text => text.split(' ')[1]).sort()).toEqual(['engine', 'kept']);
		expect(engine.reads).toHaveLength(1);
		expect(readdirSync(folder)).toContain('copy.json');
	});

	it('is tried again where the same picture was lost on the way, which is no fault of the picture', async () => {
		const {folder, paths} = pictures('a.png');
		writeFileSync(join(folder, 'copy.png'), pngBytes('a.png'));
		const engine = fakeEngine({id: 'xiangyun', concurrency: 1});
		const {batch} = begin({paths: [...paths, join(folder, 'copy.png')], engine});
		(await engine.next()).fail(new AppError('NETWORK', {host: 'example.com', reason: 'ECONNRESET'}));
		(await engine.next()).succeed();
		const outcomes = told(await batch.done).map(text => text.split(' ')[1]);
		expect(outcomes.sort()).toEqual(['NETWORK', 'engine']);
		expect(engine.reads).toHaveLength(2);
	});

	it('was a failure that remains until the person has it read again', async () => {
		const {paths} = pictures('a.png');
		const blind = () =>
			answering(() => {
				throw new AppError('NO_PASSPORT_FOUND');
			});
		await readAll({paths, engine: blind()});
		const engine = answering();
		const {batch} = begin({paths, engine});
		const [outcome] = await batch.done;
		expect(outcome).toMatchObject({kind: 'failed', from: 'kept', failure: {code: 'NO_PASSPORT_FOUND', path: paths[0]}});
		expect(engine.reads).toHaveLength(0);
		batch.again(paths[0]!);
		while (batch.items()[0]?.state !== 'read') await new Promise(setImmediate);
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept']);
		expect(engine.reads).toHaveLength(1);
	});

	it('is not read again where the same picture had no passport before it was added', async () => {
		const {folder, paths} = pictures('a.png');
		const engine = answering(() => {
			throw new AppError('NO_PASSPORT_FOUND');
		});
		const {batch} = begin({paths, engine});
		await batch.done;
		writeFileSync(join(folder, 'copy.png'), pngBytes('a.png'));
		batch.add([join(folder, 'copy.png')]);
		while (batch.phase() !== 'done') await new Promise(setImmediate);
		expect(states(batch)).toEqual(['a.png failed', 'copy.png failed']);
		expect(engine.reads).toHaveLength(1);
	});

	it.each([
		['when its picture was replaced', 'another page', {}, 1],
		['when it is to be read again', 'a.png', {again: true}, 1],
		['but not where it is used as it is', 'a.png', {}, 0],
	] as const)('is copied aside, where a person has decided it, %s', async (_, content, options, copies) => {
		const {folder, paths} = pictures('a.png');
		const [first] = await readAll({paths, engine: answering()});
		if (first?.kind !== 'read') throw new Error('not read');
		const review = {state: 'accepted', at: '2026-11-22T07:00:00+00:00', edits: {}, confirmed: []} as const;
		await writeSidecar({...first.record, review});
		writeFileSync(paths[0]!, pngBytes(content));
		await readAll({paths, engine: answering(), ...options});
		expect(readdirSync(folder).filter(name => /^a\.before-\d{14}\.json\.old$/.test(name))).toHaveLength(copies);
	});

	it('does not pay twice for a picture without a passport that is there twice', async () => {
		const {folder, paths} = pictures('a.png');
		writeFileSync(join(folder, 'copy.png'), pngBytes('a.png'));
		const engine = answering(() => {
			throw new AppError('NO_PASSPORT_FOUND');
		});
		const outcomes = await readAll({paths: [...paths, join(folder, 'copy.png')], engine});
		expect(told(outcomes)).toEqual(['a.png NO_PASSPORT_FOUND', 'copy.png NO_PASSPORT_FOUND']);
		expect(engine.reads).toHaveLength(1);
	});
});
