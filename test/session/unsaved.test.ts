// Decisions that cannot be kept next to their pictures.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {createResultStore} from '../../source/core/records/result-store.ts';
import {storeDecision} from '../../source/core/records/stored-decision.ts';
import {update as review} from '../../source/core/review/review.ts';
import {lastWords} from '../../source/screen/last-words.ts';
import type {AppState} from '../../source/session/state.ts';
import {openApp} from '../support/app.ts';
import {at} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {openAlone, type SessionAlone} from '../support/session-alone.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const names = ['1.png', '2.png'];
const options = {paths: ['.'], chosen: 'offline'} as const;

/** Files of another program, which are never written over, are where the results would be kept. */
function blocked(folder = temporaryFolder()): string {
	for (const name of ['1.json', '1.png.json', '2.json', '2.png.json']) writeFileSync(join(folder, name), '"not ours"');
	return folder;
}

const unblock = (folder: string) => {
	for (const name of ['1.json', '1.png.json', '2.json', '2.png.json']) rmSync(join(folder, name));
};

const stored = (folder: string) => {
	const results = join(folder, '.settings', 'results');
	return existsSync(results) ? readdirSync(results).map(name => readFileSync(join(results, name), 'utf8')) : [];
};

async function read(session: SessionAlone): Promise<void> {
	await session.until(({reading}) => reading.phase === 'done');
	session.press('tab');
	await session.until(({screen}) => screen === 'review');
}

const recordOf = ({review: {records}}: AppState, name: string) => records.find(({path}) => path.endsWith(name))!;

const surnameOf = (state: AppState) =>
	recordOf(state, '1.png').passport.fields.find(({key}) => key === 'surname_english')?.value;

/** Types another surname on the first passport, then accepts the second. */
async function decide(session: SessionAlone): Promise<void> {
	await read(session);
	while (session.store.state().review.field !== 'surname_english') session.press('down');
	session.press('e', 'ctrl+u', ...'TYPED', 'enter');
	session.press('a');
	await session.until(({reading}) => reading.held.size === 2);
}

describe('a decision that cannot be kept next to its picture', () => {
	it.each([
		['resumed', {resume: true}],
		['opened again', options],
	])('comes back when the batch is %s', async (_, how) => {
		const first = openAlone({...options, pictures: names, folder: blocked()});
		await decide(first);
		await first.close();
		const second = openAlone({...how, folder: first.folder});
		await second.until(({reading, review}) => reading.phase === 'done' && review.records.length === 2);
		const state = second.store.state();
		expect(surnameOf(state)).toBe('TYPED');
		expect(recordOf(state, '2.png').review.state).toBe('accepted');
		expect(state.reading.held.size).toBe(2);
	});

	it('is brought next to the picture once there is room, and is not kept twice', async () => {
		const first = openAlone({...options, pictures: names, folder: blocked()});
		await decide(first);
		await first.close();
		expect(stored(first.folder).join()).toContain('TYPED');
		unblock(first.folder);
		const second = openAlone({...options, folder: first.folder});
		await read(second);
		expect(readFileSync(join(first.folder, '1.json'), 'utf8')).toContain('TYPED');
		expect(stored(first.folder)).toEqual([]);
	});

	it('is brought there when another one is, in the same session', async () => {
		const session = openAlone({...options, pictures: names, folder: blocked()});
		await decide(session);
		unblock(session.folder);
		session.store.send({type: 'open', path: join(session.folder, '2.png')});
		session.press('u');
		await session.until(({reading}) => reading.held.size + reading.unsaved.size === 0);
		expect(readFileSync(join(session.folder, '1.json'), 'utf8')).toContain('TYPED');
		expect(stored(session.folder)).toEqual([]);
	});

	it('leaves nothing behind when there is room at the end of the session', async () => {
		const first = openAlone({...options, pictures: names, folder: blocked()});
		await decide(first);
		unblock(first.folder);
		await first.close();
		expect(readFileSync(join(first.folder, '1.json'), 'utf8')).toContain('TYPED');
		expect(stored(first.folder)).toEqual([]);
		expect(lastWords(first.store.state(), {failed: false})).toContain('What was read and checked is kept.');
	});

	it('does not come back when it was undone', async () => {
		const first = openAlone({...options, pictures: names, folder: blocked()});
		await decide(first);
		first.press('u', 'u');
		await expect.poll(() => stored(first.folder).join()).not.toContain('TYPED');
		await first.close();
		const second = openAlone({...options, folder: first.folder});
		await read(second);
		const state = second.store.state();
		expect(state.review.records.map(({review}) => review.state)).toEqual(['unreviewed', 'unreviewed']);
		expect(surnameOf(state)).toBe('ERIKSSON');
	});

	it('comes back over a reading that is next to the picture', async () => {
		const first = openAlone({...options, pictures: names});
		await read(first);
		const before = first.store.state();
		await first.close();
		const record = recordOf(before, '1.png');
		const accepted = review({...before.review, current: before.review.records.indexOf(record)}, {type: 'accept', at});
		const decided = recordOf({...before, review: accepted}, '1.png');
		const store = createResultStore(join(first.folder, '.settings', 'results'), true);
		await storeDecision(store, decided, record);
		const second = openAlone({...options, folder: first.folder});
		await read(second);
		expect(recordOf(second.store.state(), '1.png').review.state).toBe('accepted');
	});

	it('is counted as lost where it is kept nowhere, and said each time', async () => {
		const folder = blocked();
		mkdirSync(join(folder, '.settings'));
		writeFileSync(join(folder, '.settings', 'results'), 'no folder');
		const session = openAlone({...options, pictures: names, folder});
		await read(session);
		session.press('a');
		await session.until('It lasts only until you leave: export first.');
		session.send({type: 'askToLeave'});
		expect(session.said()).toContain('What you typed or decided on 1 passport is kept nowhere and will be lost.');
		await session.close();
		expect(lastWords(session.store.state(), {failed: false})).toContain('What was typed or decided on 1 is lost.');
	});
});

describe('while something is not kept', () => {
	it.each(['en', 'zh'] as const)('says so on the screens Check and List (%s)', async language => {
		const app = openDrawn({...options, language, pictures: names, folder: blocked()});
		await app.loaded();
		await app.toReview();
		const said = language === 'en' ? '2 not saved' : '2 项未保存';
		await app.waitFor(said);
		await app.walk('down', 'l');
		expect(app.store.state().screen).toBe('list');
		expect(app.screen().join('\n')).toContain(said);
	});

	it('asks at the first Ctrl-C, and leaves at the second', async () => {
		const app = openApp({...options, pictures: names, folder: blocked()});
		await app.toReview();
		await app.walk('a');
		await expect.poll(() => app.store.state().reading.held.size).toBe(1);
		expect(app.interrupt()).toBe(true);
		await app.waitFor('What you decided on 1 passport is kept on this computer');
		expect(app.interrupt()).toBe(false);
	});
});
