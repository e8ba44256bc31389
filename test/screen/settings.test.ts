import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {saveSettings} from '../../source/core/settings/settings.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {folderOf} from '../support/pictures.ts';

function stored(folder: string): unknown {
	const file = join(folder, '.settings/config.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

const row = (lines: readonly string[], name: string) => lines.find(line => line.includes(name)) ?? '';

describe('the settings', () => {
	it('open over any screen, and esc leads back to it', async () => {
		const app = openDrawn({pictures: ['anna.png'], paths: ['anna.png'], chosen: 'offline'});
		await app.toReview();
		await app.walk(',');
		await app.waitFor('Settings');
		await app.walk('esc');
		await app.waitFor(([first = '']) => first.includes('Check'));
	});

	it('change the colours at once and store them', async () => {
		const app = openDrawn();
		await app.loaded();
		app.press(',');
		expect(row(app.screen(), 'Colours')).toContain('as the terminal’s background');
		expect(app.screen().join('\n')).toContain('choose light or dark');
		app.choose('theme');
		expect(row(app.screen(), 'Colours')).toContain('for a light background');
		await expect.poll(() => stored(app.folder)).toMatchObject({theme: 'light'});
		for (const _ of 'abc') app.choose('theme');
		expect(row(app.screen(), 'Colours')).toContain('as the terminal’s background');
	});

	it('offer own colours where some are stored', async () => {
		const folder = folderOf([]);
		await saveSettings(join(folder, '.settings'), {theme: 'own', colours: 'dark,look=#ffaf5f'});
		const app = openDrawn({folder});
		await app.loaded();
		app.press(',');
		expect(row(app.screen(), 'Colours')).toContain('your own');
		for (const _ of 'abcd') app.choose('theme');
		expect(row(app.screen(), 'Colours')).toContain('high contrast');
		app.choose('theme');
		expect(row(app.screen(), 'Colours')).toContain('your own');
	});

	it('say how long results are kept, beside the other usual values', async () => {
		const folder = folderOf([]);
		await saveSettings(join(folder, '.settings'), {defaults: {dates: 'slash'}});
		const app = openDrawn({folder});
		await app.loaded();
		app.press(',');
		expect(row(app.screen(), 'Kept results')).toContain('until you delete them');
		app.choose('keep');
		expect(row(app.screen(), 'Kept results')).toContain('30 days');
		expect(app.screen().join('\n')).toContain('if their pictures are gone');
		await expect.poll(() => stored(folder)).toMatchObject({defaults: {dates: 'slash', keep: '30d'}});
		for (const _ of 'abc') app.choose('keep');
		expect(row(app.screen(), 'Kept results')).toContain('until you delete them');
		await expect.poll(() => (stored(folder) as {defaults: object}).defaults).toEqual({dates: 'slash'});
	});
});
