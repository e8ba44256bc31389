import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import type {AppState} from '../../source/session/state.ts';
import {update} from '../../source/session/update.ts';
import {press, stateWith} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {openAlone, typeAccount} from '../support/session-alone.ts';

const names = ['1.png', '2.png', '3.png'];

const finished = ({reading: {phase}}: AppState) => phase === 'done';

/** The session with an account, which this computer reads first; of the second picture a letter is weak. */
async function openAuto(choice: 'auto' | 'both') {
	let read = 0;
	const engine = fakeEngine({
		concurrency: 1,
		answer: () => reading(numbered(read), read++ === 1 ? [[0, 8]] : []),
	});
	const second = fakeEngine({id: 'xiangyun', concurrency: 1});
	const session = openAlone({engine, second, pictures: names, paths: names});
	await session.loaded();
	session.send({type: 'chosen', item: 'start'});
	session.send({type: 'chosen', item: choice});
	await session.until(({screen}) => screen === 'credentials');
	typeAccount(session);
	return {session, second};
}

describe('this computer first, then the cloud', () => {
	it('shows what the cloud has read in the place of what was not proven', async () => {
		const {session, second} = await openAuto('auto');
		await session.until('Send 1 picture to');
		session.press('y');
		const asked = await second.next();
		expect(asked.picture.path).toMatch(/2\.png$/);
		await session.until(state => readingStats(state).done === 2);
		asked.succeed({...reading(numbered(1)), engine: 'xiangyun'});
		await session.until(finished);
		const engines = () => session.store.state().review.records.map(({engine}) => engine);
		expect(engines().sort()).toEqual(['offline', 'offline', 'xiangyun']);
	});

	it('says so when the cloud does not help, and keeps the first result', async () => {
		const {session, second} = await openAuto('auto');
		await session.until('Send 1 picture to');
		session.press('y');
		(await second.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await session.until('2.png: the cloud did not help (no passport found); the first result is kept.');
		expect(session.store.state().review.records.map(({engine}) => engine)).toEqual(['offline', 'offline', 'offline']);
	});

	it('names no key that resumes a batch which is over, when the service is not reached', async () => {
		const {session, second} = await openAuto('auto');
		await session.until('Send 1 picture to');
		session.press('y');
		(await second.next()).fail(new AppError('NETWORK', {host: 'h', reason: 'ECONNREFUSED'}));
		await session.until('h cannot be reached');
		expect(session.said()).toContain('try again.');
		expect(session.said()).not.toContain('to resume');
		expect(session.store.state().reading.items.map(({state}) => state)).toEqual(['read', 'read', 'read']);
	});

	it('asks about every picture where both are to be compared', async () => {
		const {session} = await openAuto('both');
		await session.until('Send 3 pictures to');
	});

	it('asks a person who checks meanwhile only back on the screen of the reading', () => {
		const reading = {offer: undefined, phase: 'done', items: []} as const;
		const checking = stateWith({screen: 'review', accountStored: true, engine: 'auto', reading});
		const offered = update(checking, {type: 'secondOffered', paths: ['/p/2.png']});
		expect(offered.state.question).toBeUndefined();
		expect(offered.state.notice?.kind).toBe('secondWaits');
		const back = press(offered.state, 'esc').state;
		expect([back.screen, back.question]).toEqual([
			'reading',
			{kind: 'second', upload: {pages: 1, files: 1}, flaws: []},
		]);
		expect(press(back, 'y').effects).toContainEqual({type: 'answerSecond', yes: true});
		expect(press(back, 'esc').effects).toContainEqual({type: 'answerSecond', yes: false});
	});

	it('asks again after it was killed while the question waited, and the journal does not call the batch done', async () => {
		const {session} = await openAuto('auto');
		await session.until('Send 1 picture to');
		const journal = () => {
			const folder = join(session.folder, '.settings', 'batches');
			return readdirSync(folder)
				.map(name => readFileSync(join(folder, name), 'utf8'))
				.join('\n');
		};
		await expect.poll(journal).toMatch(/3\.png/);
		expect(journal()).not.toContain('"done":true');
		const second = fakeEngine({id: 'xiangyun', concurrency: 1});
		const later = openAlone({folder: session.folder, engine: fakeEngine(), second, resume: true});
		await later.until('Send 1 picture to');
		expect(second.reads).toHaveLength(0);
		later.press('n');
		await later.until(finished);
		await expect.poll(journal).toContain('"done":true');
	});

	it('asks nothing without an account, and says what one is for', () => {
		const state = stateWith({screen: 'reading', engine: 'auto'});
		const {state: after, effects} = update(state, {type: 'secondOffered', paths: ['/p/2.png']});
		expect(after.question).toBeUndefined();
		expect(after.notice?.kind).toBe('secondNeedsAccount');
		expect(effects).toContainEqual({type: 'answerSecond', yes: false});
	});
});
