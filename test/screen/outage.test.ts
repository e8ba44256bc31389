import {expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';

it('a service that cannot be reached: says nothing of resuming where nothing has stopped', async () => {
	const engine = fakeEngine({concurrency: 1});
	const app = openDrawn({engine, pictures: ['1.png'], chosen: 'offline'});
	await app.loaded();
	app.choose('start');
	await app.waitFor('0 of 1 chosen');
	await app.walk('a', 'enter');
	(await engine.next()).fail(new AppError('NETWORK', {host: 'example.com', reason: 'ENOTFOUND'}));
	await app.waitFor('Check the network connection, then try again.');
	expect(app.screen().join('\n')).not.toContain('press p to resume');
});
