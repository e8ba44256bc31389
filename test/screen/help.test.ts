import {describe, expect, it} from 'vitest';
import {openDrawn} from '../support/drawn-session.ts';

const all = (app: {screen: () => string[]}) => app.screen().join('\n');

const inReview = async (options: Parameters<typeof openDrawn>[0] = {}) => {
	const app = openDrawn({pictures: ['a.png', 'b.png'], paths: ['.'], chosen: 'offline', ...options});
	await app.toReview();
	return app;
};

describe('the help', () => {
	it('is narrowed by typing what one wants to do, and does it with enter', async () => {
		const app = await inReview();
		await app.walk('?');
		await app.waitFor('THIS FIELD');
		app.type('reject');
		await app.waitFor(lines => !lines.join('\n').includes('edit, fill in'));
		expect(all(app)).toMatch(/▸x\s+reject \(not exported\)/);
		await app.walk('enter');
		await app.waitFor('Rejected');
		expect(app.screen()[0]).toContain('Check');
	});

	it('finds a key by the key itself', async () => {
		const app = await inReview();
		await app.walk('?', 'A');
		await app.waitFor(/▸A\s+accept proven/);
	});

	it('finds what a key does also where another key is written for it', async () => {
		const app = await inReview();
		await app.walk('?', ']');
		await app.waitFor(/▸J K\s+next, previous/);
	});

	it('greys what cannot be used now, says why where the cursor is, and does not do it', async () => {
		const app = await inReview();
		await app.walk('?');
		app.type('undo');
		await app.waitFor('Nothing to undo.');
		await app.walk('enter');
		expect(app.screen()[0]).toContain('Help');
		expect(all(app)).toContain('Nothing to undo.');
	});

	it('says that a key of editing holds only while editing', async () => {
		const app = await inReview();
		await app.walk('?');
		app.type('save');
		await app.waitFor('Only while a field is edited');
	});

	it('clears what was typed with the first esc and closes with the second', async () => {
		const app = await inReview();
		await app.walk('?');
		app.type('zzz');
		await app.waitFor('No key does that on this screen.');
		await app.walk('esc');
		await app.waitFor('THIS FIELD');
		await app.walk('esc');
		await app.waitFor('MRZ');
		await app.walk('?', '?');
		expect(app.screen()[0]).toContain('Check');
	});

	it('puts the real cursor where the filter is typed', async () => {
		const app = await inReview();
		await app.walk('?', 'a', 'b');
		expect(app.cursor()).toMatchObject({x: 10, y: 2, visible: true});
	});

	it.each([
		[60, 16, 'en'],
		[80, 24, 'zh'],
		[120, 40, 'en'],
	] as const)('reaches its last key and its first at %ix%i, %s', async (columns, rows, language) => {
		const app = await inReview({columns, rows, language});
		await app.walk('?', ...Array.from({length: 8}, () => 'pgdn'));
		expect(all(app)).toMatch(/▸\?/);
		await app.walk(...Array.from({length: 8}, () => 'pgup'), 'down', 'up');
		expect(all(app)).toMatch(/▸enter/);
		app.expectFits();
	});

	it('goes to the other column and back', async () => {
		const app = await inReview();
		await app.walk('?', 'right');
		await app.waitFor(lines => lines.some(line => line.indexOf('▸') > 30));
		await app.walk('left');
		await app.waitFor(lines => lines.some(line => line.indexOf('▸') === 0));
	});
});
