// The cloud is gone in the middle of a batch.
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {openApp} from '../support/app.ts';
import {openCloudBatch} from '../support/cloud-app.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';

const names = ['1.png', '2.png', '3.png', '4.png'];

const gone = () => new AppError('NETWORK', {host: 'example.com', reason: 'ENOTFOUND'});

describe('a batch whose service cannot be reached any more', () => {
	it('stops, says why and which key resumes, and resumes with what failed', async () => {
		const engine = fakeEngine({concurrency: 1});
		const app = openApp({engine, pictures: names, chosen: 'offline'});
		await app.waitFor('Start');
		await app.walk('enter');
		await app.waitFor('0 of 4 chosen');
		await app.walk('a', 'enter');
		(await engine.next()).succeed(reading(numbered(1)));
		(await engine.next()).fail(gone());
		(await engine.next()).fail(gone());
		await app.waitFor('stopped');
		await app.waitFor('example.com cannot be reached: there is no such server.');
		await app.waitFor('Check the network connection, then press p to resume.');
		await app.waitFor('p resume');
		expect(app.screen().join('\n')).toMatch(/4\.png +· waiting/);
		expect(engine.reads).toHaveLength(3);
		await app.walk('p');
		for (const count of [2, 3, 4]) (await engine.next()).succeed(reading(numbered(count)));
		await app.waitFor('4 proven. enter goes to checking.');
		expect(engine.reads).toHaveLength(6);
	});

	it('says nothing of resuming where nothing has stopped', async () => {
		const engine = fakeEngine({concurrency: 1});
		const app = openApp({engine, pictures: ['1.png'], chosen: 'offline'});
		await app.waitFor('Start');
		await app.walk('enter');
		await app.waitFor('0 of 1 chosen');
		await app.walk('a', 'enter');
		(await engine.next()).fail(gone());
		await app.waitFor('Check the network connection, then try again.');
		expect(app.screen().join('\n')).not.toContain('press p to resume');
	});
});

describe('a service that fails at every picture', () => {
	const timeout = () => new AppError('TIMEOUT', {sent: 'perhaps'});
	const five = [...names, '5.png'];

	it('is sent nothing more before a yes', async () => {
		const {app, engine} = await openCloudBatch({names: five, concurrency: 1});
		(await engine.next()).succeed(reading(numbered(1)));
		for (let count = 0; count < 3; count++) (await engine.next()).fail(timeout());
		await app.waitFor('Calls failed, perhaps charged. Send the other picture?');
		expect(engine.reads).toHaveLength(4);
		app.expectFits();
		await app.walk('y');
		(await engine.next()).succeed(reading(numbered(5)));
		await app.waitFor('2 proven, 3 failed.');
		expect(engine.reads).toHaveLength(5);
	});

	it('is sent nothing after a no, and says which key resumes', async () => {
		const {app, engine} = await openCloudBatch({names: five, concurrency: 1});
		for (let count = 0; count < 3; count++) (await engine.next()).fail(timeout());
		await app.waitFor('Send the other 2 pictures?');
		await app.walk('enter');
		await app.waitFor('p resume');
		await app.waitFor('stopped');
		expect(engine.reads).toHaveLength(3);
		await app.walk('p');
		for (const count of [4, 5]) (await engine.next()).succeed(reading(numbered(count)));
		await app.waitFor('2 proven, 3 failed.');
	});
});
