// Leaving while the cloud reads: what is under way may have been paid for.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readingStats} from '../../source/session/reading/stats.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {openAlone, openCloudAlone, type SessionAlone} from '../support/session-alone.ts';

const names = ['1.png', '2.png', '3.png', '4.png', '5.png'];

const kept = (folder: string) => readdirSync(folder).filter(name => /^\d\.json$/.test(name));

/** Five pictures, of which the cloud reads two at a time, after a yes. */
async function openBatch() {
	const {session, engine} = await openCloudAlone({names, concurrency: 2});
	return {session, engine, owed: [await engine.next(), await engine.next()] as const};
}

/** Leaves the batch, to read all of its pictures as another choice; what is owed to the first one is waited for. */
async function chooseAgain(session: SessionAlone): Promise<void> {
	session.press('esc');
	session.send({type: 'chosen', item: 'start'});
	await session.until('Not all is read yet.');
	session.press('y');
	await session.until('Send 5 pictures to');
	session.press('y');
	await session.until(({reading}) => reading.phase === 'starting');
}

describe('leaving while the cloud reads', () => {
	it('waits at the first Ctrl-C for what is owed, says how much that is, keeps it, and sends nothing more', async () => {
		const {session, engine, owed} = await openBatch();
		expect(session.interrupt()).toBe(true);
		await session.until('Waiting for 2 answers that may have been charged; ctrl+c again leaves now.');
		owed[0].succeed(reading(numbered(1)));
		await session.until('Waiting for 1 answer that may');
		owed[1].succeed(reading(numbered(2)));
		expect(await session.ended).toBe(130);
		expect(kept(session.folder)).toEqual(['1.json', '2.json']);
		expect(engine.reads).toHaveLength(2);
		await session.close();
		expect(session.store.state().review.records).toHaveLength(2);
	});

	it('leaves at the second Ctrl-C without them', async () => {
		const {session, owed} = await openBatch();
		expect(session.interrupt()).toBe(true);
		await session.until('ctrl+c again leaves now');
		expect(session.interrupt()).toBe(false);
		let endings = 0;
		void session.ended.then(() => endings++);
		await session.close();
		expect(owed[0].signal?.aborted).toBe(true);
		await new Promise(setImmediate);
		// Only the part that ended it says the last words.
		expect(endings).toBe(0);
		expect(kept(session.folder)).toEqual([]);
	});

	it('keeps what is owed when the window is closed or the system ends the program', async () => {
		const {session, engine, owed} = await openBatch();
		const closed = session.close(false);
		owed[0].succeed(reading(numbered(1)));
		owed[1].succeed(reading(numbered(2)));
		await closed;
		expect(kept(session.folder)).toEqual(['1.json', '2.json']);
		expect(engine.reads).toHaveLength(2);
	});

	it('waits as well after a yes to the question whether to leave', async () => {
		const {session, owed} = await openBatch();
		session.press('esc');
		await session.until(({screen}) => screen === 'welcome');
		session.press('q');
		expect(session.said()).toContain('5 pictures are still to be read. Quit anyway?');
		session.press('y');
		await session.until('Waiting for 2 answers');
		expect(session.interrupt()).toBe(false);
		owed[0].succeed(reading(numbered(1)));
		owed[1].succeed(reading(numbered(2)));
		expect(await session.ended).toBe(0);
		expect(kept(session.folder)).toEqual(['1.json', '2.json']);
	});

	it('reads another choice only when what is owed to the one before has come, and keeps that', async () => {
		const {session, engine, owed} = await openBatch();
		await chooseAgain(session);
		expect(owed[0].signal?.aborted).toBe(false);
		owed[0].succeed(reading(numbered(1)));
		await Promise.resolve();
		expect(engine.reads).toHaveLength(2);
		owed[1].succeed(reading(numbered(2)));
		expect((await engine.next()).picture.path).toContain('3.png');
		await session.until(state => readingStats(state).done === 2);
		expect(kept(session.folder)).toEqual(['1.json', '2.json']);
	});

	it('waits also for what is owed to a batch that was left for another choice', async () => {
		const {session, engine, owed} = await openBatch();
		await chooseAgain(session);
		expect(session.interrupt()).toBe(true);
		await session.until('Waiting for 2 answers');
		for (const one of owed) one.succeed();
		expect(await session.ended).toBe(130);
		await session.close();
		expect(kept(session.folder)).toEqual(['1.json', '2.json']);
		expect(engine.reads).toHaveLength(2);
	});

	it('waits for nothing where nothing is owed', async () => {
		const session = openAlone({pictures: ['1.png'], paths: ['1.png'], chosen: 'offline', engine: fakeEngine()});
		await session.until(({reading: {items}}) => items.some(({state}) => state === 'reading'));
		expect(session.interrupt()).toBe(false);
		await session.close();
	});
});

describe('leaving while this computer reads', () => {
	it('keeps what has been read again, and leaves no file behind that is half written', async () => {
		const engine = fakeEngine({concurrency: 1});
		const session = openAlone({engine, pictures: ['1.png'], paths: ['1.png'], chosen: 'offline'});
		(await engine.next()).succeed(reading());
		await session.until(({reading: {phase}}) => phase === 'done');
		session.press('tab');
		await session.until(({screen}) => screen === 'review');
		session.press('r');
		(await engine.next()).succeed(reading(numbered(1)));
		await Promise.resolve();
		await session.close();
		expect(readFileSync(join(session.folder, '1.json'), 'utf8')).toContain('L800012C3');
		expect(readdirSync(session.folder).sort()).toEqual(['.settings', '1.json', '1.png']);
	});
});
