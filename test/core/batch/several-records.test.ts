import {readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {countUploads} from '../../../source/core/batch/count-uploads.ts';
import {unreadBelow} from '../../../source/core/batch/unread-below.ts';
import {AppError} from '../../../source/core/errors.ts';
import type {PageReading} from '../../../source/core/passport/model/reading.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {readSidecar} from '../../support/read-sidecar.ts';
import {numbered, reading, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {answering, begin, pictures, readAll, states, told} from './run-batch.ts';

/** A page with so many passports, from the one of this number on. */
const pageWith = (count: number, from = 0): PageReading =>
	Array.from({length: count}, (_, index) => reading(numbered(from + index))) as unknown as PageReading;

const numberOf = ({passport}: PassportRecord) => passport.fields.find(({key}) => key === 'passport_number')!.value;
const accepted = {state: 'accepted', at: '2026-11-22T07:00:00+00:00', edits: {}, confirmed: []} as const;

/** A TIFF with so many pages. */
const scan = async (pages: number): Promise<string> => {
	const path = join(temporaryFolder(), 'scan.tif');
	const pixels = Buffer.alloc(32 * 24 * 3 * pages, 200);
	const image = sharp(pixels, {raw: {width: 32, height: 24 * pages, channels: 3, pageHeight: 24}});
	writeFileSync(path, await image.tiff().toBuffer());
	return path;
};

/** Answers for each page with the passport of its number; `without` shows none. */
const byPage = (without?: number) =>
	fakeEngine({
		concurrency: 1,
		answer({path, page}) {
			if (page === without) throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered(page));
		},
	});

describe('a picture with several passports', () => {
	it('is a record each, right behind the first, and counted', async () => {
		const {paths} = pictures('a.png', 'b.png');
		const engine = answering(({path}) => (path.endsWith('a.png') ? pageWith(3) : pageWith(1, 7)));
		const {batch, events} = begin({paths, engine});
		expect(told(await batch.done)).toEqual(['a.png engine', 'a.png#2 engine', 'a.png#3 engine', 'b.png engine']);
		expect(batch.items().map(({state}) => state)).toEqual(['read', 'read', 'read', 'read']);
		const added = events.flatMap(event =>
			event.type === 'added' ? [`${basename(event.item.path)} behind ${basename(event.after)}`] : [],
		);
		expect(added).toEqual(['a.png#2 behind a.png', 'a.png#3 behind a.png#2']);
	});

	it('is read once, and all of it is found again, also under another name', async () => {
		const {folder, paths} = pictures('a.png');
		await readAll({paths, engine: answering(() => pageWith(2))});
		const engine = answering();
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'a.png#2 kept']);
		renameSync(paths[0]!, join(folder, 'b.png'));
		const outcomes = await readAll({paths: [join(folder, 'b.png')], engine});
		expect(told(outcomes)).toEqual(['b.png kept', 'b.png#2 kept']);
		expect(engine.reads).toHaveLength(0);
		const kept = JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8'));
		expect([kept.source_image, kept.passport_ocr.others[0].source_image]).toEqual(['b.png', 'b.png#2']);
	});

	it('sends the page to a person where one of them could not be read', async () => {
		const {paths} = pictures('a.png');
		const empty = {engine: 'offline', shape: 'TD3', lines: []} as const;
		const engine = answering(() => [reading(numbered(1)), empty, empty]);
		const [first, ...others] = await readAll({paths, engine});
		if (first?.kind !== 'read') throw new Error('not read');
		expect(others).toEqual([]);
		expect(first.record.passport.status).toBe('check');
		expect(first.record.passport.issues).toContainEqual({code: 'passport-unread', params: {count: 2}, blocks: true});
	});

	it('says how many there are when another one is asked for, and keeps no failure of it', async () => {
		const {folder, paths} = pictures('a.png');
		const engine = answering(() => pageWith(3));
		const outcomes = await readAll({paths: [`${paths[0]!}#7`], engine});
		expect(outcomes).toMatchObject([{kind: 'failed', failure: {code: 'NO_PASSPORT_FOUND', details: {passports: 3}}}]);
		expect(readFileSync(join(folder, 'a.json'), 'utf8')).not.toContain('error_code');
	});

	it.each([
		[['#2'], ['#2']],
		[['#1'], ['']],
		[
			['#3', '#1'],
			['#3', ''],
		],
		[
			['#2', ''],
			['#2', '', '#3'],
		],
	])('is answered by %j with %j only, and kept whole', async (asked, answers) => {
		const {folder, paths} = pictures('a.png');
		const engine = answering(() => pageWith(3));
		const {batch, events} = begin({paths: asked.map(part => `${paths[0]}${part}`), engine});
		const read = (await batch.done).flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));
		expect(read.map(({path}) => basename(path).slice('a.png'.length)).sort()).toEqual([...answers].sort());
		const places = ['', '#2', '#3'];
		for (const record of read) {
			expect(numberOf(record)).toBe(numberOf((await readSidecar(record, today))!));
			expect(numberOf(record)).toBe(
				numbered(places.indexOf(basename(record.path).slice('a.png'.length)))[1].slice(0, 9),
			);
		}
		const shown = events.flatMap(event => (event.type === 'finished' ? [event.item.path] : []));
		expect(new Set(shown)).toEqual(new Set(read.map(({path}) => path)));
		expect(engine.reads).toHaveLength(1);
		expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).passport_ocr.others).toHaveLength(2);
		expect(told(await readAll({paths, engine}))).toEqual(['a.png kept', 'a.png#2 kept', 'a.png#3 kept']);
		expect(told(await readAll({paths: [`${paths[0]}#2`], engine}))).toEqual(['a.png#2 kept']);
		expect(engine.reads).toHaveLength(1);
	});

	it.each(['', '#1', '#2'])('is paid once, also where %j is asked for first', async part => {
		const {paths} = pictures('a.png');
		const engine = fakeEngine({id: 'xiangyun', answer: () => pageWith(2)});
		expect(told(await readAll({paths: [`${paths[0]}${part}`], engine}))).toHaveLength(part === '' ? 2 : 1);
		for (const other of ['#2', '', '#1']) await readAll({paths: [`${paths[0]}${other}`], engine});
		expect(engine.reads).toHaveLength(1);
	});

	it('is answered with one passport where that is read again, and found in another file', async () => {
		const {folder, paths} = pictures('a.png');
		const engine = answering(() => pageWith(2));
		await readAll({paths, engine});
		expect(told(await readAll({paths: [`${paths[0]}#2`], engine, again: true}))).toEqual(['a.png#2 engine']);
		renameSync(paths[0]!, join(folder, 'b.png'));
		expect(told(await readAll({paths: [join(folder, 'b.png#2')], engine}))).toEqual(['b.png#2 kept']);
		writeFileSync(join(folder, 'c.png'), readFileSync(join(folder, 'b.png')));
		const twins = [join(folder, 'b.png#1'), join(folder, 'c.png#2')];
		const outcomes = await readAll({paths: twins, engine, again: true, save: false});
		expect(told(outcomes).map(line => line.split(' ')[0])).toEqual(['b.png', 'c.png#2']);
	});

	it('gives a copy of it the same records', async () => {
		const {folder, paths} = pictures('a.png');
		writeFileSync(join(folder, 'copy.png'), readFileSync(paths[0]!));
		const engine = answering(() => pageWith(2));
		const outcomes = await readAll({paths: [paths[0]!, join(folder, 'copy.png')], engine});
		expect(told(outcomes).map(line => line.split(' ')[0])).toEqual(['a.png', 'a.png#2', 'copy.png', 'copy.png#2']);
		expect(engine.reads).toHaveLength(1);
	});

	it.each([true, false])(
		'keeps what a person has done to one of them when the page is read by a better version; saved: %s',
		async save => {
			const {paths} = pictures('a.png');
			const [, second] = await readAll({paths, engine: answering(() => pageWith(2))});
			if (second?.kind !== 'read') throw new Error('not read');
			await writeSidecar({...second.record, review: accepted});
			const better = fakeEngine({version: '2', answer: () => pageWith(2)});
			const outcomes = await readAll({paths, engine: better, save});
			expect(told(outcomes)).toEqual(['a.png engine', 'a.png#2 engine']);
			const [first, other] = outcomes.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));
			expect([first!.engineVersion, first!.review.state]).toEqual(['2', 'unreviewed']);
			expect([other!.engineVersion, other!.review]).toEqual(['1', accepted]);
			expect((await readSidecar(other!, today))?.review).toEqual(accepted);
		},
	);

	it('is read as a whole when one of them is to be read again', async () => {
		const {paths} = pictures('a.png');
		let from = 0;
		const engine = answering(() => pageWith(2, from));
		const {batch} = begin({paths, engine});
		await batch.done;
		from = 5;
		batch.again(`${paths[0]}#2`);
		while (batch.phase() === 'running') await new Promise(setImmediate);
		const read = batch.items().flatMap(({outcome}) => (outcome?.kind === 'read' ? [numberOf(outcome.record)] : []));
		expect(read).toEqual(['L800052C3', 'L800062C3']);
		expect(engine.reads).toHaveLength(2);
	});

	it('can be left out one by one, and put back', async () => {
		const {paths} = pictures('a.png');
		const {batch} = begin({paths, engine: answering(() => pageWith(2))});
		await batch.done;
		batch.leaveOut(`${paths[0]}#2`);
		expect(states(batch)).toEqual(['a.png read', 'a.png#2 leftOut']);
		batch.again(`${paths[0]}#2`);
		expect(states(batch)).toEqual(['a.png read', 'a.png#2 read']);
	});
});

describe('a file with several pages', () => {
	it('is a record each, in order, and the page without a passport fails', async () => {
		const path = await scan(4);
		const {batch, events} = begin({paths: [path], engine: byPage(3)});
		expect(told(await batch.done)).toEqual([
			'scan.tif engine',
			'scan.tif#2 engine',
			'scan.tif#3 NO_PASSPORT_FOUND',
			'scan.tif#4 engine',
		]);
		expect(events.filter(({type}) => type === 'added')).toHaveLength(3);
		const again = byPage();
		expect(told(await readAll({paths: [path], engine: again}))).toEqual([
			'scan.tif kept',
			'scan.tif#2 kept',
			'scan.tif#3 NO_PASSPORT_FOUND',
			'scan.tif#4 kept',
		]);
		expect(again.reads).toHaveLength(0);
	});

	it('shows the first passport to readers of flat members, also behind a cover', async () => {
		const path = await scan(2);
		await readAll({paths: [path], engine: byPage(1)});
		const kept = JSON.parse(readFileSync(path.replace('.tif', '.json'), 'utf8'));
		expect(kept).toMatchObject({success: true, source_image: 'scan.tif#2', passport_number: 'L800022C3'});
		expect(kept.passport_ocr.others).toMatchObject([{success: false, source_image: 'scan.tif'}]);
	});

	it('can have several passports on a page', async () => {
		const path = await scan(2);
		const engine = fakeEngine({concurrency: 1, answer: ({page}) => pageWith(page, 10 * page)});
		expect(told(await readAll({paths: [path], engine}))).toEqual([
			'scan.tif engine',
			'scan.tif#2 engine',
			'scan.tif#2.2 engine',
		]);
	});

	it.each([
		['#2', ['#2', '#2.2']],
		['#2.1', ['#2']],
		['#2.2', ['#2.2']],
		['#1', ['', '#1.2']],
		['#1.1', ['']],
	])('is answered by %j with what is on that page, or the one passport: %j', async (part, answers) => {
		const path = await scan(3);
		const engine = fakeEngine({concurrency: 1, answer: ({page}) => pageWith(2, 10 * page)});
		const outcomes = await readAll({paths: [`${path}${part}`], engine});
		expect(told(outcomes)).toEqual(answers.map(answer => `scan.tif${answer} engine`));
		expect(engine.reads).toHaveLength(1);
	});

	it('is read in part where pages are given', async () => {
		const path = await scan(5);
		const outcomes = await readAll({paths: [path], engine: byPage(), pages: {first: 1, last: 2}});
		expect(told(outcomes)).toEqual(['scan.tif engine', 'scan.tif#2 engine']);
		const later = await readAll({paths: [await scan(5)], engine: byPage(), pages: {first: 3, last: 4}});
		expect(told(later)).toEqual(['scan.tif engine', 'scan.tif#3 engine', 'scan.tif#4 engine']);
		expect(
			(
				await unreadBelow(join(path, '..'), [
					{path, sha256: ''},
					{path: `${path}#2`, sha256: ''},
				])
			).map(one => basename(one.path)),
		).toEqual(['scan.tif#3', 'scan.tif#4', 'scan.tif#5']);
	});

	it('gives its first page by number too', async () => {
		const path = await scan(2);
		expect(told(await readAll({paths: [`${path}#1`], engine: byPage()}))).toEqual(['scan.tif engine']);
		expect(told(await readAll({paths: [`${path}#2.1`], engine: byPage()}))).toEqual(['scan.tif#2 engine']);
	});

	it('is as many uploads as it has pages that were not read', async () => {
		const path = await scan(3);
		const engine = {id: 'xiangyun', version: '1'};
		expect(await countUploads([path], {engine, today})).toEqual({pages: 3, files: 1});
		expect(await countUploads([`${path}#2`], {engine, today})).toEqual({pages: 1, files: 1});
		expect(await countUploads([path, `${path}#2`], {engine, today})).toEqual({pages: 3, files: 1});
		await readAll({paths: [`${path}#2`], engine: byPage()});
		expect(await countUploads([path], {engine: {id: 'offline', version: '1'}, today})).toEqual({pages: 2, files: 1});
	});
});

it('reads files without an ending whose names end as an address does', async () => {
	const {folder, paths} = pictures('p#1', 'p#2');
	const outcomes = await readAll({paths, engine: answering(({path}) => pageWith(1, path.endsWith('1') ? 1 : 2))});
	expect(told(outcomes)).toEqual(['p#1 engine', 'p#2 engine']);
	expect(readdirSync(folder).sort()).toEqual(['p#1', 'p#1.json', 'p#2', 'p#2.json']);
});

it('reads page 1 alone where it is asked for by its number, and all pages where the file is asked for as well', async () => {
	const path = await scan(3);
	const {batch} = begin({paths: [`${path}#1`, `${path}#3`], engine: byPage()});
	expect(told(await batch.done)).toEqual(['scan.tif engine', 'scan.tif#3 engine']);
	expect(batch.items().map(item => basename(item.path))).toEqual(['scan.tif', 'scan.tif#3']);
	const whole = begin({paths: [`${path}#1`, path], engine: byPage()});
	expect(told(await whole.batch.done)).toEqual(['scan.tif kept', 'scan.tif#2 engine', 'scan.tif#3 kept']);
});
