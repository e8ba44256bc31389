import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {keepRecord} from '../../source/core/records/sidecars/write-sidecar.ts';
import {type AppOptions, type OpenApp, openApp} from '../support/app.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';

const at = '2026-11-22T18:30:00+00:00';

/** Two passports that are proven, the first one open. */
async function opened<App extends DrawnSession | OpenApp>(open: (options: AppOptions) => App) {
	const app = open({pictures: ['1.png', '2.png'], paths: ['.'], chosen: 'offline'});
	await app.waitFor('100 %');
	await app.toReview();
	const known = (name: string): PassportRecord =>
		app.store.state().review.records.find(({path}) => path === join(app.folder, name))!;
	const decideElsewhere = async (name: string, state: 'accepted' | 'rejected') => {
		const before = known(name);
		await keepRecord({...before, review: {...before.review, state, at}}, {before});
	};
	return {app, known, decideElsewhere};
}

describe('what another session decided meanwhile', () => {
	it('is shown, and said, when the passport is opened', async () => {
		const {app, known, decideElsewhere} = await opened(openDrawn);
		await decideElsewhere('2.png', 'rejected');
		expect(known('2.png').review.state).toBe('unreviewed');
		await app.walk('J');
		await app.waitFor('Another session or command changed ERIKSSON ANNA MARIA');
		expect(known('2.png').review.state).toBe('rejected');
		// It is said once.
		await app.walk('K', 'J');
		await app.close(false);
		expect(app.screen().join('\n')).not.toContain('Another session');
	});

	it('is merged with a decision of this session, shown, and not undone by it', async () => {
		const {app, known} = await opened(openDrawn);
		const before = known('1.png');
		const confirmed = {...before, review: {...before.review, confirmed: ['sex'] as const}};
		await keepRecord(confirmed, {before});
		await app.walk('a');
		await app.waitFor('Another session or command changed');
		expect(known('1.png').review).toMatchObject({state: 'accepted', confirmed: ['sex']});
		await app.walk('u');
		await app.close(false);
		expect(known('1.png').review).toMatchObject({state: 'accepted', confirmed: ['sex']});
	});

	it('is shown before a list is written, which is then written as both have decided', async () => {
		const {app, known, decideElsewhere} = await opened(openDrawn);
		const lists = async () => (await readdir(app.folder)).filter(name => name.endsWith('.xlsx'));
		await app.walk('A', 'y');
		await app.waitFor('2 proven passports accepted');
		await app.walk('K');
		// What this session has decided is kept first: else it would be merged with the other decision.
		await vi.waitFor(async () => expect(await readFile(join(app.folder, '2.json'), 'utf8')).toContain('"accepted"'));
		await decideElsewhere('2.png', 'rejected');
		await app.walk('E');
		await app.waitFor('Not written: another session or command changed ERIKSSON ANNA MARIA');
		expect(known('2.png').review.state).toBe('rejected');
		expect(await lists()).toEqual([]);
		await app.walk('E');
		await app.waitFor('1 row');
		expect(await lists()).toHaveLength(1);
		await app.close(false);
	});

	it('says nothing of what this session itself has kept, however often it is opened', async () => {
		const {app} = await opened(openApp);
		await app.walk('a', 'K', 'J', 'K', 'x', 'K', 'u', 'J', 'K');
		await app.close(false);
		expect(app.terminal.output()).not.toContain('Another session');
	});
});
