import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {unreadRecord} from '../../source/core/records/unread-record.ts';
import {update as review} from '../../source/core/review/review.ts';
import {reviewCounts} from '../../source/core/review/selectors.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {comeBack} from '../../source/session/journal/update.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import {currentRecord} from '../../source/session/review/view-model.ts';
import type {AppState} from '../../source/session/state.ts';
import {press, shown, stateWith, update} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading, recordOf, today} from '../support/records.ts';
import {openAlone, type SessionAlone} from '../support/session-alone.ts';

const pictures = ['1.png', '2.png', '3.png'];

const done = (count: number) => (state: AppState) => readingStats(state).done === count;

/** Reads the pictures in their order. */
function oneByOne() {
	let read = 0;
	return fakeEngine({concurrency: 1, answer: () => reading(numbered(read++))});
}

const openName = ({store}: SessionAlone) => basename(currentRecord(store.state().review)?.path ?? '');

const fieldOf = ({store}: SessionAlone, key: FieldKey) =>
	currentRecord(store.state().review)?.passport.fields.find(field => field.key === key)?.value;

async function toReview(session: SessionAlone): Promise<void> {
	await session.until(({reading: {phase}}) => phase === 'done');
	session.press('tab');
	await session.until(({screen}) => screen === 'review');
}

/** Accepts the first, rejects the second, and goes to the surname of the third. */
async function work(session: SessionAlone): Promise<void> {
	await toReview(session);
	session.press('a', 'x', 'down');
	expect(session.store.state().review.field).toBe('surname_english');
	expect(openName(session)).toBe('3.png');
}

const journalFolder = ({folder}: SessionAlone) => join(folder, '.settings', 'batches');
const journals = (session: SessionAlone) =>
	readdirSync(journalFolder(session)).map(name => join(journalFolder(session), name));

/** The session when the first of the pictures is read, and the others are not. */
async function openAfterOne(): Promise<SessionAlone> {
	const engine = fakeEngine({concurrency: 1});
	const session = openAlone({pictures, paths: ['.'], chosen: 'offline', engine});
	(await engine.next()).succeed();
	await session.until(done(1));
	return session;
}

const [line1, line2] = numbered(7);
const bare1 = line1.replace(/<+$/, '');

/** The session while line 1 of a picture that could not be read is typed, beside one that was read. */
async function typingLines(): Promise<SessionAlone> {
	const engine = fakeEngine({
		concurrency: 1,
		answer: ({path}) => {
			if (path.endsWith('bad.png')) throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered(0));
		},
	});
	const session = openAlone({pictures: ['a.png', 'bad.png'], paths: ['.'], chosen: 'offline', engine});
	await toReview(session);
	session.press('J', 'm', ...bare1);
	expect(openName(session)).toBe('bad.png');
	expect(session.store.state().typingMrz?.lines[0].text).toBe(bare1);
	return session;
}

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

	it('opens the field that was being edited with what was in it', async () => {
		const first = openAlone({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		first.press('e', 'ctrl+u', 'Q', 'W');
		await first.close();
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until(({editing}) => editing?.edit.text === 'QW');
		second.press('E');
		expect(second.store.state().editing?.edit.text).toBe('QWE');
		second.press('esc');
		expect(second.store.state().editing).toBeUndefined();
		expect(fieldOf(second, 'surname_english')).toBe('ERIKSSON');
	});

	it('opens the lines that were being typed, of the same picture and at the same place', async () => {
		const first = await typingLines();
		first.press('enter', ...line2.slice(0, 9), 'left', 'left');
		await first.close();
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until(({reading, typingMrz}) => reading.phase === 'done' && typingMrz !== undefined);
		expect(openName(second)).toBe('bad.png');
		second.press('backspace');
		expect(second.store.state().typingMrz).toMatchObject({
			lines: [{text: bare1}, {text: line2.slice(0, 6) + line2.slice(7, 9), cursor: 6}],
			at: 1,
		});
		second.press(line2[6]!, 'end', ...line2.slice(9), 'enter');
		await second.until('Accepted: ERIKSSON');
		await second.close();
		const third = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await third.until('Picked up where you left off');
		expect(third.store.state().typingMrz).toBeUndefined();
	});

	it('loses no line that was finished when the program was killed, and none once it came back', async () => {
		const first = await typingLines();
		first.press('enter', ...line2.slice(0, 9));
		await expect.poll(() => readFileSync(journals(first)[0]!, 'utf8')).toContain(bare1);
		for (const time of ['first', 'second']) {
			const killed = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
			await killed.until(({reading}) => reading.phase === 'done');
			expect(
				killed.store.state().typingMrz?.lines.map(({text}) => text),
				time,
			).toEqual([bare1, '']);
		}
	});

	it('keeps no lines for a picture that was replaced', async () => {
		const first = await typingLines();
		await first.close();
		writeFileSync(join(first.folder, 'bad.png'), pngBytes('another page'));
		const engine = fakeEngine({answer: () => reading(numbered(7))});
		const second = openAlone({folder: first.folder, engine, resume: true});
		await second.until(({reading}) => reading.phase === 'done');
		await second.until(() => fieldOf(second, 'passport_number') === 'L800072C3');
		expect(second.store.state().typingMrz).toBeUndefined();
	});

	it('does not bring back lines that were dropped, nor those of a picture that was typed elsewhere', async () => {
		const first = await typingLines();
		first.press('enter', 'esc');
		await first.close();
		const second = openAlone({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.until('Picked up where you left off');
		expect(second.store.state().typingMrz).toBeUndefined();
		const of = (record: PassportRecord) => review(stateWith().review, {type: 'addRecord', record});
		const resumed = {late: [], engine: 'offline', roots: ['/p'], file: '', review: of(recordOf('/p/1.png'))};
		const typing = {lines: [bare1, ''], at: 1, cursor: 0};
		const rest = {leftOut: [], done: true, missing: 0, screen: 'review' as const, typing};
		const back = (typed: object) => comeBack(stateWith(), {...resumed, ...rest, ...typed}).state.typingMrz;
		expect(back({})).toBeUndefined();
		const unread = {review: of(unreadRecord({path: '/p/1.png', sha256: '', failures: []}))};
		expect(back(unread)).toMatchObject({lines: [{text: bare1}, {text: ''}], at: 1});
		expect(back({...unread, typing: {lines: ['I<UTO', '', ''], at: 2, cursor: 0}})).toBeUndefined();
		expect(back({...unread, typing: {...typing, at: 0, cursor: 99}})?.lines[0].cursor).toBe(bare1.length);
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

	it('notes nothing where nothing was read', async () => {
		const app = openAlone({pictures: ['1.png'], paths: ['.'], chosen: 'offline', engine: fakeEngine()});
		await app.until(({reading}) => reading.items.length === 1);
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
			count: 4,
		}).state;
		expect(statusSpans(shown(asked), '')[0]?.text).toContain('the 4 unread to netocr.com (China)?');
		for (const no of ['n', 'enter', 'esc']) {
			expect(starts(press(asked, no).effects)).toMatchObject([{engine: 'offline', paths: ['/p/1.png']}]);
		}
		expect(starts(press(asked, 'y').effects)).toMatchObject([{engine: 'xiangyun', paths: ['/p']}]);
		expect(starts(press(asked, 'o').effects)).toMatchObject([{engine: 'offline', paths: ['/p']}]);
	});

	it('asks nothing where only what cannot be opened is unread, and says so of it again', () => {
		const {state} = comeBack(stateWith({}), resumed(false));
		const paths = state.question?.kind === 'uploadRest' ? state.question.paths : [];
		const counted = update(state, {type: 'counted', paths, count: 0});
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
