import {describe, expect, it} from 'vitest';
import {openApp} from '../support/app.ts';
import {acted, writeHostileSidecar} from '../support/hostile.ts';
import {folderOf} from '../support/pictures.ts';

describe('a JSON of another program beside a picture', () => {
	it('sends nothing to the terminal, whichever screen shows it, in both languages', async () => {
		const pictures = ['anna.png', 'title\u001b]0;owned\u0007\u202e.png'];
		const folder = folderOf(pictures);
		for (const picture of pictures) writeHostileSidecar(folder, picture);
		const app = openApp({folder, paths: ['.'], chosen: 'offline', columns: 120, rows: 40, pictured: true});
		await app.waitFor('100 %');
		for (const language of ['en', 'zh'] as const) {
			expect(app.store.state().language).toBe(language);
			await app.walk('tab', 'down', 'down', 'down', 'enter', 'a', 'm', 'tab', '?', 'esc', 'l', 'down', 'f', 'esc');
			await app.walk('c', 'x', 'down', 'esc', 'u', 'esc', 'tab', 'tab', 'esc', 'L');
		}
		const output = app.terminal.output();
		expect(output).toContain('x1b]0;owned');
		const written = output.replaceAll(/\u001b\]52;c;([\w+/=]*)\u0007/g, (_, copied: string) =>
			Buffer.from(copied, 'base64').toString(),
		);
		expect(acted.exec(written)?.[0]).toBeUndefined();
		app.expectFits();
	});
});
