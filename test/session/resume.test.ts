import {mkdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {update as review} from '../../source/core/review/review.ts';
import {reviewCounts} from '../../source/core/review/selectors.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {comeBack} from '../../source/session/journal/update.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import {press, shown, stateWith, update} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading, recordOf, today} from '../support/records.ts';
import {
	done,
	fieldOf,
	journalFolder,
	journals,
	oneByOne,
	openAfterOne,
	openName,
	pictures,
	toReview,
	work,
} from '../support/resumed.ts';
import {openAlone} from '../support/session-alone.ts';

describe('coming back', () => {
	it('looks for further pictures where those of the batch are', () => {
		const state = {...stateWith(), folder: '/home/agent', screen: 'welcome' as const};
		const review = {...state.review, records: ['/group/a/1.png', '/group/b.png'].map(path => recordOf(path))};
		const resumed = {review, late: [], engine: 'offline', roots: ['/group'], file: '', leftOut: [], done: false};
		const back = comeBack(state, {...resumed, missing: 0, screen: 'reading'} as unknown as Parameters<
			typeof comeBack
		>[1]);
		const {state: picking, effects} = press(back.state, 'esc');
		expect(picking).toMatchObject({screen: 'picker', picker: {folder: '/group'}});
		expect(effects).toContainEqual(expect.objectContaining({type: 'scan', folder: '/group'}));
	});

	it('brings back what was decided when the program was killed', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		// No key waits for the journal: a kill loses what is not on the disk yet.
		await expect.poll(() => readFileSync(journals(first)[0]!, 'utf8')).toMatch(/"field":"surname_english".*3\.png/);
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until('Picked up where you left off');
		expect(openName(second)).toBe('3.png');
		expect(reviewCounts(second.store.state().review)).toMatchObject({accepted: 1, rejected: 1, clean: 1});
	});

	it('asks a person to check again what was accepted and whose file was changed outside since', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await toReview(first);
		first.press('a');
		await first.close();
		const path = join(first.folder, '1.json');
		const file = JSON.parse(readFileSync(path, 'utf8'));
		writeFileSync(path, JSON.stringify({...file, passport_number: 'A12345679'}));
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until('Picked up where you left off');
		expect(reviewCounts(second.store.state().review)).toMatchObject({check: 1, accepted: 0});
		await second.close();
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({passport_number: 'A12345679'});
	});

	it('reads on what had not been read, and moves nothing under the hand', async () => {
		const first = await openAfterOne();
		first.press('tab', 'down');
		await first.close();
		const second = openAlone({folder: first.folder, resume: true});
		await second.until(done(3));
		expect(second.store.state().review.field).toBe('surname_english');
		expect(openName(second)).toBe('1.png');
		expect(second.store.state().review.records).toHaveLength(3);
	});

	it('reads a picture again that was replaced, and keeps for it nothing of what was decided of the other', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		writeFileSync(join(first.folder, '1.png'), pngBytes('another page'));
		const engine = fakeEngine({answer: () => reading(numbered(7))});
		const second = openAlone({folder: first.folder, engine, resume: true});
		await second.until(({reading}) => reading.phase === 'done');
		second.press('K', 'K');
		expect(openName(second)).toBe('1.png');
		await second.until(() => fieldOf(second, 'passport_number') === 'L800072C3');
		await second.close();
		const kept = readFileSync(join(first.folder, '1.json'), 'utf8');
		expect(kept).toContain('L800072C3');
		expect(kept).toMatch(/"state": ?"unreviewed"/);
	});

	it.each([
		['en', '1 passport read, 1 picture not read, 2 still to read in ', '2 passports read, 1 picture not read, 1 still'],
		['zh', '已识别 1 本护照，1 张图片未能识别，2 张待识别：', '已识别 2 本护照，1 张图片未能识别，1 张待识别：'],
	] as const)(
		'says what is read, what could not be read and what is still to be read (%s)',
		async (language, before, after) => {
			const engine = fakeEngine({concurrency: 1});
			const four = [...pictures, '4.png'];
			const first = openAlone({pictures: four, paths: ['.'], chosen: 'offline', engine});
			(await engine.next()).succeed(reading(numbered(1)));
			(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
			await first.until(done(2));
			await first.close();
			const slow = fakeEngine({concurrency: 1});
			const second = openAlone({folder: first.folder, language, engine: slow, resume: true});
			await second.until(before);
			(await slow.next()).succeed(reading(numbered(3)));
			await second.until(after);
		},
	);

	it('leaves out what was left out', async () => {
		const first = await openAfterOne();
		// Left at once: what was pressed last is kept too.
		first.press('G', 'x');
		await first.close();
		const second = openAlone({folder: first.folder, resume: true});
		await second.until(state => readingStats(state).total === 2 && readingStats(state).done === 2);
	});

	it('says when there is nothing to come back to', async () => {
		const app = openAlone({resume: true});
		await app.until('There is no batch to resume.');
	});

	it('passes over a journal that is broken, and says so', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		for (const journal of journals(first)) writeFileSync(journal, '{"type":"batch","version":1');
		const second = openAlone({folder: first.folder, resume: true});
		await second.until('cannot be read');
		expect(second.store.state().screen).toBe('welcome');
	});

	it('notes nothing where nothing was found', async () => {
		const app = openAlone({paths: ['.'], chosen: 'offline', engine: fakeEngine()});
		await app.until(({notice}) => notice?.kind === 'error');
		await app.close();
		mkdirSync(journalFolder(app), {recursive: true});
		expect(journals(app)).toEqual([]);
	});
});

describe('coming back to a batch of the cloud', () => {
	const resumed = (done: boolean) => ({
		review: review(stateWith().review, {type: 'addRecord', record: recordOf('/p/1.png')}),
		late: [],
		file: '/j',
		engine: 'xiangyun' as const,
		roots: ['/p'],
		screen: 'review' as const,
		leftOut: [],
		done,
		missing: 0,
	});
	const starts = (effects: readonly {type: string}[]) => effects.filter(({type}) => type === 'startBatch');

	it('asks before the rest is sent, and sends nothing after a no', () => {
		const {state, effects} = comeBack(stateWith({}), resumed(false));
		expect(state.question).toMatchObject({kind: 'uploadRest'});
		expect(starts(effects)).toEqual([]);
		const counting = effects.find(({type}) => type === 'countPictures');
		expect(counting).toMatchObject({paths: ['/p'], leftOut: []});
		expect(starts(press(state, 'y').effects)).toEqual([]);
		const asked = update(state, {
			type: 'counted',
			paths: state.question?.kind === 'uploadRest' ? state.question.paths : [],
			pictures: ['/p/1.png', '/p/2.png'],
			count: 4,
		}).state;
		expect(statusSpans(shown(asked), '')[0]?.text).toContain('the 4 unread to netocr.com (China)?');
		for (const no of ['n', 'enter', 'esc']) {
			expect(starts(press(asked, no).effects)).toMatchObject([{engine: 'offline', paths: ['/p/1.png']}]);
		}
		expect(starts(press(asked, 'y').effects)).toMatchObject([
			{engine: 'xiangyun', paths: ['/p'], agreed: ['/p/1.png', '/p/2.png']},
		]);
		expect(starts(press(asked, 'o').effects)).toMatchObject([{engine: 'offline', paths: ['/p']}]);
	});

	it('asks nothing where only what cannot be opened is unread, and says so of it again', () => {
		const {state} = comeBack(stateWith({}), resumed(false));
		const paths = state.question?.kind === 'uploadRest' ? state.question.paths : [];
		const counted = update(state, {type: 'counted', paths, pictures: [], count: 0});
		expect(counted.state.question).toBeUndefined();
		expect(starts(counted.effects)).toMatchObject([{engine: 'offline', named: 'xiangyun', paths: ['/p']}]);
	});

	it('asks again at the next start after a no: nothing that is unread is forgotten', async () => {
		const first = await openAfterOne();
		first.press('tab', 'a');
		await first.close();
		const [journal] = journals(first) as [string];
		const noted = readFileSync(journal, 'utf8');
		writeFileSync(journal, noted.replace('"engine":"offline"', '"engine":"xiangyun"'));
		for (const time of ['first', 'second']) {
			const later = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
			await later.until('Send the 2 unread to');
			later.press('n');
			await later.until(({reading}) => reading.phase === 'done');
			expect(later.store.state().review.records, time).toHaveLength(1);
			await later.close();
		}
	});

	it('asks nothing where everything was read, and sends nothing', () => {
		const {state, effects} = comeBack(stateWith({today}), resumed(true));
		expect(state.question).toBeUndefined();
		expect(starts(effects)).toMatchObject([{engine: 'offline', paths: ['/p/1.png']}]);
	});
});

describe('a batch that was left before its first picture was read', () => {
	/** Another batch, read to its end, then one in another folder that is closed while its first picture is read. */
	async function leftEarly(language: 'en' | 'zh' = 'en', name = 'later') {
		const first = openAlone({
			pictures: [...pictures, `${name}/a.png`, `${name}/b.png`],
			paths: ['1.png'],
			chosen: 'offline',
		});
		await first.until(({reading}) => reading.phase === 'done');
		await first.close();
		// A disk may give two that are written within some milliseconds one time.
		const aMinuteAgo = Date.now() / 1000 - 60;
		for (const journal of journals(first)) utimesSync(journal, aMinuteAgo, aMinuteAgo);
		const engine = fakeEngine({concurrency: 1});
		const second = openAlone({folder: first.folder, paths: [name], chosen: 'offline', engine});
		await second.until(({reading}) => reading.items.some(({state}) => state === 'reading'));
		await second.close();
		return openAlone({folder: first.folder, language, resume: true, engine: fakeEngine({answer: () => reading()})});
	}

	it.each(['en', 'zh'] as const)('is the one that is resumed, and its folder is named (%s)', async language => {
		const third = await leftEarly(language);
		await third.until('later');
		await third.until(({reading}) => reading.phase === 'done');
		expect(
			third.store
				.state()
				.review.records.map(({path}) => basename(path))
				.sort(),
		).toEqual(['a.png', 'b.png']);
	});

	it.each(['en', 'zh'] as const)('shows the end of a long path (%s)', async language => {
		const name = `${'a long name of a folder '.repeat(6)}/the-last-part`;
		const third = await leftEarly(language, name);
		await third.until('the-last-part');
	});

	it('is offered on the welcome screen, and left alone where nothing was found to read', async () => {
		const first = openAlone({pictures: ['1.png'], paths: ['1.png'], chosen: 'offline'});
		await first.until(({reading}) => reading.phase === 'done');
		await first.close();
		mkdirSync(join(first.folder, 'empty'));
		const second = openAlone({folder: first.folder, paths: ['empty'], chosen: 'offline', engine: fakeEngine()});
		await second.until(({notice}) => notice?.kind === 'error');
		await second.close();
		const third = openAlone({folder: first.folder, engine: fakeEngine()});
		await third.until(({resumable}) => resumable?.pictures === 1);
	});
});
