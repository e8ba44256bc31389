import {describe, expect, it} from 'vitest';
import {AppError, type ErrorCode} from '../../source/core/errors.ts';
import {whyNot} from '../../source/session/disabled-reasons.ts';
import {isHeld} from '../../source/session/reading/start.ts';
import {readingStats} from '../../source/session/reading/stats.ts';
import type {AppState} from '../../source/session/state.ts';
import type {fakeEngine} from '../support/fake-engine.ts';
import {mrz, numbered, reading} from '../support/records.ts';
import {openCloudAlone} from '../support/session-alone.ts';
import {testCredentials} from '../support/xiangyun-server.ts';

const names = ['1.png', '2.png', '3.png', '4.png'];

/** A batch of four that the cloud reads one after the other, after a yes. */
const openBatch = () => openCloudAlone({names, concurrency: 1, secret: '0'.repeat(32)});

const refuse = async (engine: ReturnType<typeof fakeEngine>, code: ErrorCode = 'CREDENTIALS_REFUSED') =>
	(await engine.next()).fail(new AppError(code, {status: '-4'}));

const done = (count: number) => (state: AppState) => readingStats(state).done === count;

describe('a batch that the service refuses in its middle', () => {
	it('leaves a person who edits a field where they are, and says it', async () => {
		const {session, engine} = await openBatch();
		(await engine.next()).succeed(reading(mrz, [[0, 5]]));
		await session.until(done(1));
		session.press('tab', 'e');
		await session.until(({editing}) => editing !== undefined);
		await refuse(engine);
		await session.until('The service refused the key or the secret.');
		expect(session.store.state().screen).toBe('review');
		session.press('q');
		expect(session.store.state().editing?.edit.text).toBe('EQRIKSSON');
		// A notice is shown until the next key only.
		expect(session.store.state().notice).toBeUndefined();
		expect(session.store.state().reading.phase).toBe('stopped');
	});

	it('continues with another account: nothing is sent twice, neither what was read nor what had failed', async () => {
		const {session, engine} = await openBatch();
		(await engine.next()).succeed(reading(numbered(1)));
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await refuse(engine);
		await session.until('them again, or press esc');
		session.send({type: 'reported', field: 'secret', value: testCredentials.secret});
		session.press('enter');
		(await engine.next()).succeed(reading(numbered(3)));
		(await engine.next()).succeed(reading(numbered(4)));
		await session.until(({reading: {phase}}) => phase === 'done');
		expect(readingStats(session.store.state())).toMatchObject({clean: 3, failed: 1});
		expect(engine.reads.map(({picture}) => picture.path.split('/').at(-1))).toEqual([
			'1.png',
			'2.png',
			'3.png',
			'3.png',
			'4.png',
		]);
	});

	it('keeps what a person did to it, and lets it be undone, after another account', async () => {
		const {session, engine} = await openBatch();
		(await engine.next()).succeed(reading(numbered(1)));
		await session.until(done(1));
		session.press('tab', 'a');
		expect(session.said()).toContain('Accepted:');
		session.press('esc');
		expect(session.store.state().screen).toBe('reading');
		await refuse(engine);
		await session.until('them again, or press esc');
		session.send({type: 'reported', field: 'secret', value: testCredentials.secret});
		session.press('enter');
		(await engine.next()).succeed(reading(numbered(2)));
		await session.until(done(2));
		session.press('tab', 'u');
		expect(session.said()).toContain('Undone: ');
	});

	it('continues when a picture is to be read again, and says which key does', async () => {
		const {session, engine} = await openBatch();
		await refuse(engine, 'QUOTA_USED_UP');
		await session.until(({reading: {phase}}) => phase === 'stopped');
		expect(session.said()).toContain('press p to resume');
		expect(whyNot(session.store.state(), 'reading.pause')).toBeUndefined();
		session.press('g', 'r');
		(await engine.next()).succeed(reading(numbered(1)));
		await session.until(({reading}) => !isHeld(reading));
		await session.until(done(1));
		expect(engine.reads[1]?.picture.path).toBe(engine.reads[0]?.picture.path);
	});
});
