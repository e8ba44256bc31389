import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import {update as review} from '../../source/core/review/review.ts';
import {statusSpans} from '../../source/screen/status.ts';
import {comeBack} from '../../source/session/journal/update.ts';
import {type OpenApp, openApp} from '../support/app.ts';
import {press, shown, stateWith, update} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading, recordOf, today} from '../support/records.ts';

const pictures = ['1.png', '2.png', '3.png'];

/** Reads the pictures in their order. */
function oneByOne() {
	let read = 0;
	return fakeEngine({concurrency: 1, answer: () => reading(numbered(read++))});
}

/** Accepts the first, rejects the second, and goes to the surname of the third. */
async function work(app: OpenApp): Promise<void> {
	await app.toReview();
	await app.walk('a', 'x', 'down');
	await app.waitFor('▸ Surname');
	expect(app.screen()[0]).toContain('3.png');
}

const journalFolder = ({folder}: OpenApp) => join(folder, '.settings', 'batches');
const journals = (app: OpenApp) => readdirSync(journalFolder(app)).map(name => join(journalFolder(app), name));

describe('coming back', () => {
	it('opens the same passport on the same field, and undoes what was done before', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		const second = openApp({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.waitFor('Picked up where you left off: 3 passports.');
		expect(second.screen()[0]).toContain('3.png');
		expect(second.screen().join('\n')).toContain('▸ Surname');
		await second.walk('u');
		expect(second.screen()[0]).toContain('2.png');
		await second.walk('u');
		expect(second.screen()[0]).toContain('1.png');
		await second.walk('u');
		await second.waitFor('Nothing to undo.');
		await second.walk('ctrl+r', 'ctrl+r');
		expect(second.screen()[0]).toMatch(/✓ 2 .*– 1/);
		expect(journals(first)).toHaveLength(1);
	});

	it('opens the field that was being edited with what was in it', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.walk('e', 'ctrl+u', 'Q', 'W');
		await first.waitFor(/Surname +QW/);
		await first.close();
		const second = openApp({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.waitFor(/Surname +QW/);
		await second.walk('E');
		await second.waitFor(/Surname +QWE/);
		await second.walk('esc');
		await second.waitFor(/Surname +ERIKSSON/);
	});

	it('brings back what was decided when the program was killed', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		// No key waits for the journal: a kill loses what is not on the disk yet.
		await expect.poll(() => readFileSync(journals(first)[0]!, 'utf8')).toMatch(/"field":"surname_english".*3\.png/);
		const second = openApp({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.waitFor('Picked up where you left off');
		expect(second.screen()[0]).toMatch(/3\.png .*✓ 2 .*– 1/);
	});

	it('asks a person to check again what was accepted and whose file was changed outside since', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await first.toReview();
		await first.walk('a');
		await first.close();
		const path = join(first.folder, '1.json');
		const file = JSON.parse(readFileSync(path, 'utf8'));
		writeFileSync(path, JSON.stringify({...file, passport_number: 'A12345679'}));
		const second = openApp({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.waitFor('Picked up where you left off');
		expect(second.screen()[0]).toMatch(/! 1/);
		await second.walk('l');
		expect(second.screen().join('\n')).not.toMatch(/1\.png.*accepted/);
		await second.close();
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({passport_number: 'A12345679'});
	});

	it('reads on what had not been read, and moves nothing under the hand', async () => {
		const engine = fakeEngine({concurrency: 1});
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine});
		(await engine.next()).succeed();
		await first.waitFor('1 of 3');
		await first.walk('tab', 'down');
		await first.close();
		const second = openApp({folder: first.folder, resume: true});
		await second.waitFor('of 3');
		await second.waitFor('▸ Surname');
		expect(second.screen()[0]).toContain('1.png');
		await second.walk('l');
		await second.waitFor(lines => lines.filter(line => line.includes('ERIKSSON')).length === 3);
	});

	it('reads a picture again that was replaced, and keeps for it nothing of what was decided of the other', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		writeFileSync(join(first.folder, '1.png'), pngBytes('another page'));
		const engine = fakeEngine({answer: () => reading(numbered(7))});
		const second = openApp({folder: first.folder, engine, resume: true});
		await second.waitFor(lines => lines[0]?.includes('✓ 2') ?? false);
		await second.walk('K', 'K');
		await second.waitFor('L800072C3');
		await second.close();
		const kept = readFileSync(join(first.folder, '1.json'), 'utf8');
		expect(kept).toContain('L800072C3');
		expect(kept).toMatch(/"state": ?"unreviewed"/);
	});

	it('leaves out what was left out', async () => {
		const engine = fakeEngine({concurrency: 1});
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine});
		(await engine.next()).succeed();
		await first.waitFor('1 of 3');
		// Left at once: what was pressed last is kept too.
		first.press('G', 'x');
		await first.close();
		const second = openApp({folder: first.folder, resume: true});
		await second.waitFor('2 of 2');
	});

	it('is offered on the first screen', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		const second = openApp({folder: first.folder, engine: fakeEngine()});
		await second.waitFor('Resume 3 passports');
		await second.walk('down', 'enter');
		await second.waitFor('Picked up where you left off');
		expect(second.screen()[0]).toContain('3.png');
	});

	it('says when there is nothing to come back to', async () => {
		const app = openApp({resume: true});
		await app.waitFor('There is no batch to resume.');
	});

	it('passes over a journal that is broken, and says so', async () => {
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		for (const journal of journals(first)) writeFileSync(journal, '{"type":"batch","version":1');
		const second = openApp({folder: first.folder, resume: true});
		await second.waitFor('cannot be read');
		await second.waitFor('Start');
	});

	it('notes nothing where nothing was read', async () => {
		const app = openApp({pictures: ['1.png'], paths: ['.'], chosen: 'offline', engine: fakeEngine()});
		await app.waitFor('1.png');
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
		const engine = fakeEngine({concurrency: 1});
		const first = openApp({pictures, paths: ['.'], chosen: 'offline', engine});
		(await engine.next()).succeed();
		await first.waitFor('1 of 3');
		await first.walk('tab', 'a');
		await first.close();
		const [journal] = journals(first) as [string];
		const noted = readFileSync(journal, 'utf8');
		writeFileSync(journal, noted.replace('"engine":"offline"', '"engine":"xiangyun"'));
		for (const time of ['first', 'second']) {
			const later = openApp({folder: first.folder, engine: fakeEngine(), resume: true});
			await later.waitFor('Send the 2 unread to');
			await later.walk('n');
			await vi.waitUntil(() => later.store.state().reading.phase === 'done', {timeout: 30_000});
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
