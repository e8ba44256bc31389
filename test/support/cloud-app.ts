import {openDrawn} from './drawn-session.ts';
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
	const app = openDrawn({engine, pictures: names, paths: names, ...size});
	await app.loaded();
	app.choose('start');
	app.choose('xiangyun');
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
