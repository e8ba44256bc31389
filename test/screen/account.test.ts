import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading} from '../support/records.ts';
import {startXiangyunServer, testCredentials, type XiangyunServer} from '../support/xiangyun-server.ts';

const {key, secret} = testCredentials;

let server: XiangyunServer | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

/** The page for key and secret. */
async function accountPage(options: Parameters<typeof openDrawn>[0] = {}) {
	const app = openDrawn({pictures: ['anna.png'], paths: ['anna.png'], ...options});
	await app.loaded();
	app.choose('start');
	await app.waitFor('Which recognition engine reads the pictures?');
	app.choose('xiangyun');
	await app.waitFor('Xiangyun account');
	return app;
}

/** Tries what is typed, and agrees to what that may cost. */
async function tryThem(app: DrawnSession) {
	app.press('ctrl+t');
	await app.waitFor('That may cost one call.');
	app.press('y');
}

describe('the page for key and secret', () => {
	it('shows on a first start which step it is, where they will be stored and where they are sent', async () => {
		const app = await accountPage();
		await app.waitFor('.settings/config.json (only you can read it).');
		const screen = app.screen().join('\n');
		expect(screen).toContain('1 Language ✓    2 Engine ✓    3 Account (cloud)    4 Pictures');
		expect(screen).toContain('to netocr.com (China)');
		app.type('abc');
		await app.waitFor(/Key +abc/);
		expect(app.screen()[app.cursor().y]).toContain('abc');
		app.expectFits();
	});

	it('says where to get them, at every size', async () => {
		for (const [columns, rows] of [
			[60, 16],
			[80, 24],
		] as const) {
			const app = await accountPage({columns, rows});
			await app.waitFor('netocr.com');
			app.expectFits();
		}
	});

	it('points an odd shape out, and still stores it', async () => {
		const app = await accountPage();
		app.type(secret);
		app.press('tab');
		app.type(key);
		await app.waitFor('They look as if they were swapped.');
		app.press('enter');
		await app.waitFor('Send 1 picture to');
		app.press('enter');
		// A yes counts only once the pictures are counted again: the question of before must be gone.
		await app.waitFor(lines => !lines.join('\n').includes('Send 1 picture to'));
		await app.waitFor('account stored');
		app.choose('xiangyun');
		await app.waitFor('Send 1 picture to');
		app.press('y');
		await app.waitFor('finished');
		await app.close();
		const stored = JSON.parse(readFileSync(join(app.folder, '.settings', 'config.json'), 'utf8'));
		expect(stored.credentials).toEqual({key: secret, secret: key});
	});

	it('tries them after a yes, having said what that may cost, and before anything is stored', async () => {
		server = await startXiangyunServer();
		const app = await accountPage({endpoint: server.url});
		app.press('ctrl+t');
		await app.waitFor('Enter key and secret first.');
		app.type(key);
		app.press('tab');
		app.type(`${secret.slice(1)}0`);
		app.press('ctrl+t');
		await app.waitFor('That may cost one call.');
		app.press('n');
		await app.waitFor('Nothing at hand?');
		expect(server.calls).toHaveLength(0);
		// Wherever the cursor was: after a refusal it is the secret that is typed again.
		app.press('tab');
		await tryThem(app);
		await app.waitFor('Key or secret not valid: type the secret again. It says: key或secret不正确');
		expect(server.calls).toHaveLength(1);
		app.press('ctrl+u');
		app.type(secret);
		await tryThem(app);
		await app.waitFor('Key and secret are valid.');
		expect(app.screen().join('\n')).not.toContain(secret);
	});

	it('says who cannot be reached', async () => {
		server = await startXiangyunServer();
		await server.close();
		const app = await accountPage({endpoint: server.url});
		app.type(key);
		app.press('tab');
		app.type(secret);
		await tryThem(app);
		await app.waitFor('cannot be reached');
	});
});

it('credentials that the service refuses can be entered again, and the reading continues with them', async () => {
	let right = false;
	const engine = fakeEngine({
		id: 'xiangyun',
		answer: () => {
			if (!right) throw new AppError('CREDENTIALS_REFUSED', {status: '-4', message: 'key或secret不正确'});
			return reading();
		},
	});
	const app = await accountPage({engine});
	app.type(key);
	app.press('tab');
	app.type(secret);
	app.press('enter');
	await app.waitFor('Send 1 picture to');
	app.press('y');
	await app.waitFor('The service refused the key or the secret');
	await app.waitFor('Xiangyun account');
	right = true;
	// The key is still there: most often only the secret is wrong.
	expect(app.screen().join('\n')).toContain(key);
	app.type(secret);
	app.press('enter');
	await app.waitFor('finished');
	await app.close();
	const stored = JSON.parse(readFileSync(join(app.folder, '.settings', 'config.json'), 'utf8'));
	expect(stored.credentials).toEqual({key, secret});
	expect(engine.reads).toHaveLength(2);
});
