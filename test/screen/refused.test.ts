import {describe, expect, it} from 'vitest';
import {AppError, type ErrorCode} from '../../source/core/errors.ts';
import {openCloudBatch} from '../support/cloud-app.ts';
import type {fakeEngine} from '../support/fake-engine.ts';
import {mrz, numbered, reading} from '../support/records.ts';
import {testCredentials} from '../support/xiangyun-server.ts';

const names = ['1.png', '2.png', '3.png', '4.png'];

/** A batch of four that the cloud reads one after the other, after a yes. */
const openBatch = () => openCloudBatch({names, concurrency: 1, secret: '0'.repeat(32)});

const refuse = async (engine: ReturnType<typeof fakeEngine>, code: ErrorCode = 'CREDENTIALS_REFUSED') =>
	(await engine.next()).fail(new AppError(code, {status: '-4'}));

describe('a batch that the service refuses in its middle', () => {
	it('leaves a person who edits a field where they are, and says it', async () => {
		const {app, engine} = await openBatch();
		(await engine.next()).succeed(reading(mrz, [[0, 5]]));
		await app.waitFor('1 of 4');
		app.press('tab');
		await app.waitFor('passport-ocr  Check');
		await app.walk('e');
		await refuse(engine);
		await app.waitFor('The service refused the key or the secret.');
		expect(app.screen()[0]).toContain('passport-ocr  Check');
		app.press('q');
		await app.waitFor(/Surname +EQRIKSSON/);
		// A notice is shown until the next key only.
		expect(app.screen()[0]).toContain('stopped, 2 unread');
	});

	it('asks for key and secret where the reading is shown, and later when it is to continue', async () => {
		const {app, engine} = await openBatch();
		await refuse(engine);
		await app.waitFor('them again, or press esc: what is waiting is kept.');
		await app.walk('enter');
		await app.waitFor('Enter key and secret first.');
		app.press('esc');
		await app.waitFor('Which recognition engine reads the pictures?');
		app.press('esc');
		await app.waitFor('Back to the batch');
		app.press('enter');
		await app.waitFor('p resume');
		await app.waitFor('p on the progress screen asks for them again');
		await app.walk('p');
		await app.waitFor('Xiangyun account');
		expect(app.screen().join('\n')).toContain(testCredentials.key);
	});

	it('continues with another account: nothing is sent twice, neither what was read nor what had failed', async () => {
		const {app, engine} = await openBatch();
		(await engine.next()).succeed(reading(numbered(1)));
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await refuse(engine);
		await app.waitFor('them again, or press esc');
		app.type(testCredentials.secret);
		app.press('enter');
		(await engine.next()).succeed(reading(numbered(3)));
		(await engine.next()).succeed(reading(numbered(4)));
		await app.waitFor('3 proven, 1 failed.');
		expect(engine.reads.map(({picture}) => picture.path.split('/').at(-1))).toEqual([
			'1.png',
			'2.png',
			'3.png',
			'3.png',
			'4.png',
		]);
	});

	it('keeps what a person did to it, and lets it be undone, after another account', async () => {
		const {app, engine} = await openBatch();
		(await engine.next()).succeed(reading(numbered(1)));
		await app.waitFor('1 of 4');
		app.press('tab');
		await app.waitFor('passport-ocr  Check');
		await app.walk('a');
		await app.waitFor('Accepted:');
		app.press('esc');
		await app.waitFor('passport-ocr  Reading');
		await refuse(engine);
		await app.waitFor('them again, or press esc');
		app.type(testCredentials.secret);
		app.press('enter');
		(await engine.next()).succeed(reading(numbered(2)));
		await app.waitFor('2 of 4');
		app.press('tab');
		await app.waitFor('passport-ocr  Check');
		await app.walk('u');
		await app.waitFor('Undone: ');
	});

	it('continues when a picture is to be read again, and says which key does', async () => {
		const {app, engine} = await openBatch();
		await refuse(engine, 'QUOTA_USED_UP');
		await app.waitFor('stopped');
		await app.waitFor('p resume');
		await app.walk('g', 'r');
		(await engine.next()).succeed(reading(numbered(1)));
		await app.waitFor('1 of 4');
		await app.waitFor('p pause');
		expect(engine.reads[1]?.picture.path).toBe(engine.reads[0]?.picture.path);
	});
});
