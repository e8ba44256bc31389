import {openApp} from './app.ts';
import {fakeEngine} from './fake-engine.ts';
import {testCredentials} from './xiangyun-server.ts';

type Opening = {
	readonly names: readonly string[];
	/** So many at a time. */
	readonly concurrency: number;
	readonly secret?: string;
	readonly columns?: number;
	readonly rows?: number;
};

/** The app while the cloud reads a batch, after an account was typed in and a yes to sending. */
export async function openCloudBatch({names, concurrency, secret = testCredentials.secret, ...size}: Opening) {
	const engine = fakeEngine({id: 'xiangyun', concurrency});
	const app = openApp({engine, pictures: names, paths: names, ...size});
	await app.waitFor('Start');
	app.press('enter');
	await app.waitFor('Which recognition engine reads the pictures?');
	app.press('2');
	await app.waitFor('Xiangyun account');
	app.type(testCredentials.key);
	app.press('tab');
	app.type(secret);
	app.press('enter');
	await app.waitFor(`Send ${names.length} pictures to`);
	app.press('y');
	await app.waitFor(`0 of ${names.length}`);
	return {app, engine};
}
