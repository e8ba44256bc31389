// The cloud is gone in the middle of a batch.
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {whyNot} from '../../source/session/disabled-reasons.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import type {AppState} from '../../source/session/state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';
import {openAlone, openCloudAlone} from '../support/session-alone.ts';

const names = ['1.png', '2.png', '3.png', '4.png'];

const stopped = ({reading}: AppState) => reading.phase === 'stopped';

const finished = ({reading}: AppState) => reading.phase === 'done';

const gone = () => new AppError('NETWORK', {host: 'example.com', reason: 'ENOTFOUND'});

describe('a batch whose service cannot be reached any more', () => {
	it('stops, says why and which key resumes, and resumes with what failed', async () => {
		const engine = fakeEngine({concurrency: 1});
		const session = openAlone({engine, pictures: names, paths: names, chosen: 'offline'});
		(await engine.next()).succeed(reading(numbered(1)));
		(await engine.next()).fail(gone());
		(await engine.next()).fail(gone());
		await session.until(stopped);
		await session.until('example.com cannot be reached: there is no such server.');
		expect(session.said()).toContain('Check the network connection, then press p to resume.');
		expect(session.store.state().reading.items.at(-1)).toMatchObject({state: 'waiting'});
		expect(engine.reads).toHaveLength(3);
		session.press('p');
		for (const count of [2, 3, 4]) (await engine.next()).succeed(reading(numbered(count)));
		await session.until(finished);
		expect(readingStats(session.store.state())).toMatchObject({clean: 4, failed: 0});
		expect(engine.reads).toHaveLength(6);
	});
});

describe('a service that fails at every picture', () => {
	const timeout = () => new AppError('TIMEOUT', {sent: 'perhaps'});
	const five = [...names, '5.png'];

	it('is sent nothing more before a yes', async () => {
		const {session, engine} = await openCloudAlone({names: five, concurrency: 1});
		(await engine.next()).succeed(reading(numbered(1)));
		for (let count = 0; count < 3; count++) (await engine.next()).fail(timeout());
		await session.until('Calls failed, perhaps charged. Send the other picture?');
		expect(engine.reads).toHaveLength(4);
		session.press('y');
		(await engine.next()).succeed(reading(numbered(5)));
		await session.until(finished);
		expect(readingStats(session.store.state())).toMatchObject({clean: 2, failed: 3});
		expect(engine.reads).toHaveLength(5);
	});

	it('is sent nothing after a no, and says which key resumes', async () => {
		const {session, engine} = await openCloudAlone({names: five, concurrency: 1});
		for (let count = 0; count < 3; count++) (await engine.next()).fail(timeout());
		await session.until('Send the other 2 pictures?');
		session.press('enter');
		await session.until(stopped);
		expect(whyNot(session.store.state(), 'reading.pause')).toBeUndefined();
		expect(engine.reads).toHaveLength(3);
		session.press('p');
		for (const count of [4, 5]) (await engine.next()).succeed(reading(numbered(count)));
		await session.until(finished);
		expect(readingStats(session.store.state())).toMatchObject({clean: 2, failed: 3});
	});
});
