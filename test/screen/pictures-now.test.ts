import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import type {AppOptions} from '../support/app.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {pngBytes} from '../support/picture-bytes.ts';

const pictures = ['1.png', '2.png', '3.png'];

/** Three passports that are proven, the first one open. */
async function opened(options: AppOptions = {}) {
	const app = openDrawn({pictures, paths: ['.'], chosen: 'offline', ...options});
	await app.waitFor('100 %');
	await app.toReview();
	const place = (name: string) => join(app.folder, name);
	const replace = (name: string) => writeFileSync(place(name), pngBytes('another passport'));
	const stateOf = (name: string) =>
		app.store.state().review.records.find(({path}) => path === place(name))!.review.state;
	return {app, place, replace, stateOf};
}

const said = (app: DrawnSession) => app.screen().join('\n');
const kept = (path: string): string => readFileSync(path.replace('.png', '.json'), 'utf8');

describe('a picture that was replaced while the session is open', () => {
	it('is to check, in words, once its passport is opened; and proven again when the picture is back', async () => {
		const {app, place, replace} = await opened();
		renameSync(place('2.png'), place('2.away'));
		const before = kept(place('2.png'));
		replace('2.png');
		await app.walk('J');
		await app.waitFor('Replaced since it was read: 2.png.');
		expect(app.screen()[0]).toContain('! 1');
		await app.walk('up', 'up');
		await app.waitFor('picture changed');
		await app.walk('l');
		expect(said(app)).toMatch(/! .*picture changed +2\.png/);
		rmSync(place('2.png'));
		renameSync(place('2.away'), place('2.png'));
		await app.walk('esc');
		await app.waitFor('Back in place: 2.png.');
		expect(said(app)).not.toContain('picture changed');
		expect(kept(place('2.png'))).toBe(before);
	});

	it('is left out of what is accepted at once, also by a yes that comes before the look', async () => {
		const {app, replace, stateOf} = await opened();
		replace('2.png');
		await app.walk('A');
		await app.waitFor('Accept all 2 proven passports');
		await app.walk('y');
		await app.waitFor('2 proven passports accepted');
		expect([stateOf('1.png'), stateOf('2.png'), stateOf('3.png')]).toEqual(['accepted', 'unreviewed', 'accepted']);
		const fast = await opened();
		fast.replace('3.png');
		fast.app.press('A');
		fast.app.press('y');
		await fast.app.waitFor('Replaced since it was read: 3.png. Not accepted.');
		await vi.waitFor(() => expect(kept(fast.place('3.png'))).toContain('"unreviewed"'));
		expect(fast.stateOf('2.png')).toBe('accepted');
	});

	it('is not accepted by one key', async () => {
		const {app, place, replace, stateOf} = await opened();
		replace('1.png');
		await app.walk('a');
		await app.waitFor('Replaced since it was read: 1.png. Not accepted.');
		expect(stateOf('1.png')).toBe('unreviewed');
		await app.walk('K', 'a');
		await app.waitFor('Passport number: picture changed. a again accepts it as it is');
		await app.walk('a');
		await app.waitFor('Accepted');
		await app.close(false);
		expect(kept(place('1.png'))).toContain('"accepted"');
		expect(kept(place('1.png'))).not.toContain('changed-picture');
	});

	it('is read again by r, although its former passport was decided', async () => {
		const {app, place, replace, stateOf} = await opened();
		await app.walk('a');
		await app.waitFor('Accepted');
		// The look that follows a decision undoes one on a picture that is another by then.
		await vi.waitFor(() => expect(kept(place('1.png'))).toContain('"accepted"'));
		await new Promise(resolve => setTimeout(resolve, 200));
		replace('1.png');
		await app.walk('K');
		await app.waitFor('Replaced since it was read: 1.png.');
		await vi.waitFor(() => expect(stateOf('1.png')).toBe('accepted'));
		await app.walk('l');
		expect(said(app)).toMatch(/✓ .*picture changed +1\.png/);
		await app.walk('esc', 'r');
		await app.waitFor('picture again');
		await vi.waitFor(() => expect(stateOf('1.png')).toBe('unreviewed'));
	});
});

describe('pictures that are gone', () => {
	it('are said, kept from being accepted at once, and lose nothing that was typed or decided', async () => {
		const {app, place, stateOf} = await opened({language: 'en'});
		await app.walk('a');
		await app.waitFor('Accepted');
		for (const name of pictures) renameSync(place(name), place(`${name}.away`));
		await app.walk('A');
		await app.waitFor(/Gone or not to be opened: .*Nothing was accepted/);
		app.press('y');
		expect(said(app)).toMatch(/Gone or not to be opened: .*Nothing was accepted/);
		await app.walk('l');
		expect(said(app)).toMatch(/✓ .*picture gone +1\.png/);
		expect(said(app)).toMatch(/! .*picture gone +2\.png/);
		for (const name of pictures) renameSync(place(`${name}.away`), place(name));
		await app.walk('esc');
		await app.waitFor('Back in place: 1.png and 2 more.');
		await app.walk('A');
		await app.waitFor('Accept all 2 proven passports');
		expect(stateOf('1.png')).toBe('accepted');
	});

	it('are said in Chinese', async () => {
		const {app, place} = await opened({language: 'zh'});
		rmSync(place('2.png'));
		await app.walk('J');
		await app.waitFor('图片不在了或无法打开：2.png。');
	});
});

describe('coming back to a batch', () => {
	it('says which pictures were replaced and which are gone', async () => {
		const {app, place, replace} = await opened();
		await app.walk('a');
		await app.waitFor('Accepted');
		await app.close(false);
		replace('1.png');
		rmSync(place('2.png'));
		const again = openDrawn({folder: app.folder, resume: true, chosen: 'offline'});
		await again.waitFor('Picked up where you left off');
		expect(said(again).replaceAll(/\s+/g, ' ')).toContain(
			'1 picture was replaced since, to check again: 1.png. 1 picture is gone: 2.png.',
		);
	});
});
