import {expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {openCloudBatch} from '../support/cloud-app.ts';
import {testCredentials} from '../support/xiangyun-server.ts';

it('a batch that the service refuses asks for key and secret where the reading is shown, and later when it is to continue', async () => {
	const names = ['1.png', '2.png', '3.png', '4.png'];
	const {app, engine} = await openCloudBatch({names, concurrency: 1, secret: '0'.repeat(32)});
	(await engine.next()).fail(new AppError('CREDENTIALS_REFUSED', {status: '-4'}));
	await app.waitFor('them again, or press esc: what is waiting is kept.');
	await app.walk('enter');
	await app.waitFor('Enter key and secret first.');
	app.press('esc');
	await app.waitFor('Which recognition engine reads the pictures?');
	app.press('esc');
	await app.waitFor('Back to the batch');
	app.choose('reading');
	await app.waitFor('p resume');
	await app.waitFor('p on the progress screen asks for them again');
	await app.walk('p');
	await app.waitFor('Xiangyun account');
	expect(app.screen().join('\n')).toContain(testCredentials.key);
});
