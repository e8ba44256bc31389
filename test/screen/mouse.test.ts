import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {saveSettings} from '../../source/core/settings/settings.ts';
import {type AppOptions, type OpenApp, openApp} from '../support/app.ts';
import {folderOf} from '../support/pictures.ts';

const press = (app: OpenApp, x: number, y: number) => app.type(`\x1b[<0;${x + 1};${y + 1}M\x1b[<0;${x + 1};${y + 1}m`);
const turn = (app: OpenApp, how: 'up' | 'down') => app.type(`\x1b[<${how === 'up' ? 64 : 65};5;5M`);

const rowOf = (app: OpenApp, text: string) => app.screen().findIndex(line => line.includes(text));
const current = (app: OpenApp) => app.screen().find(line => line.includes('▸')) ?? '';

async function opened(options: AppOptions = {}): Promise<OpenApp> {
	const folder = folderOf([]);
	mkdirSync(join(folder, '.settings'), {recursive: true});
	await saveSettings(join(folder, '.settings'), {mouse: true});
	const pictures = Array.from({length: 30}, (_, index) => `IMG_${String(index).padStart(2, '0')}.png`);
	const app = openApp({folder, pictures, chosen: 'offline', ...options});
	await app.waitFor('Start');
	await expect.poll(() => app.terminal.output()).toContain('\x1b[?1006h');
	return app;
}

describe('the mouse', () => {
	it('is left to the terminal unless the settings say otherwise, and given back at the end', async () => {
		const usual = openApp();
		await usual.waitFor('Start');
		expect(usual.terminal.output()).not.toContain('\x1b[?1000h');
		const app = await opened();
		app.press('q');
		await app.ended;
	});

	it('moves a list by its wheel, and to the row that is pressed', async () => {
		const app = await opened();
		await app.walk('enter');
		await app.waitFor('IMG_05.png');
		await app.walk('g');
		turn(app, 'down');
		await app.waitFor(/▸.*IMG_0[23]/);
		press(app, 10, rowOf(app, 'IMG_07.png'));
		await app.waitFor(/▸.*IMG_07/);
		turn(app, 'up');
		await app.waitFor(/▸.*IMG_04/);
		const before = current(app);
		press(app, 10, 0);
		await app.walk();
		expect(current(app)).toBe(before);
	});

	it('presses a key of the footer, opens a field, and answers no question', async () => {
		const app = await opened({paths: ['IMG_00.png', 'IMG_01.png', 'IMG_02.png']});
		await app.waitFor('100 %');
		await app.toReview();
		press(app, 10, rowOf(app, 'Date of birth'));
		await app.waitFor(/▸ Date of birth/);
		const y = app.screen().length - 1;
		press(app, app.screen()[y]!.indexOf(' accept') - 1, y);
		await app.waitFor('Accepted');
		expect(app.store.state().review.records.filter(({review}) => review.state === 'accepted')).toHaveLength(1);
		await app.walk('A');
		await app.waitFor('Accept all');
		const {field} = app.store.state().review;
		press(app, 10, 5);
		turn(app, 'down');
		await app.walk();
		expect(app.store.state().question).toBeDefined();
		expect(app.store.state().review.field).toBe(field);
	});
});
