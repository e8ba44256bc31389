// The cloud is gone in the middle of a batch.
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {openApp} from '../support/app.ts';
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
		await app.waitFor('4 proven, 0 to check, 0 failed.');
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
