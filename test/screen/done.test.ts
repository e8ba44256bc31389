import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import {press, stateWith} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {misprinted, numbered, reading} from '../support/records.ts';

/** Everything accepted and written, through the dialog. */
async function written(size: {readonly columns: number; readonly rows: number}, language: 'en' | 'zh' = 'en') {
	const names = Array.from({length: 7}, (_, index) => `${index + 1}.png`);
	const app = openDrawn({...size, language, pictures: names, paths: ['.'], chosen: 'offline'});
	await app.toReview();
	await app.walk('A', 'y', 'ctrl+e');
	await app.waitFor('passports-2026-11-22.xlsx');
	await app.walk('enter');
	await app.waitFor('--resume');
	return app;
}

describe('after an export', () => {
	it('shows the first rows of the file and how many more there are', async () => {
		const app = await written({columns: 120, rows: 40});
		const screen = app.screen().join('\n');
		expect(screen).toMatch(
			/first rows[\s\S]*No +File[\s\S]* Surname +Given names[\s\S]*ERIKSSON +ANNA MARIA[\s\S]*… 2 more/,
		);
		expect(screen.match(/ERIKSSON +ANNA MARIA/g)).toHaveLength(5);
		app.expectFits();
	});

	it.each([
		[80, 24, 'en'],
		[60, 16, 'en'],
		[80, 24, 'zh'],
		[60, 16, 'zh'],
	] as const)('keeps all that can be done and the next step in sight: %sx%s, %s', async (columns, rows, language) => {
		const app = await written({columns, rows}, language);
		const screen = app.screen().join('\n');
		for (const label of language === 'en' ? ['Quit', 'Copy its path', 'More pictures'] : ['退出', '复制文件路径']) {
			expect(screen).toContain(label);
		}
		expect(screen).toMatch(/passport-ocr-tui --resume (?:continues\.|接着做。)/);
		app.expectFits();
	});

	it('says how many pictures are not in the file because they are still to be read', async () => {
		const engine = fakeEngine({concurrency: 1});
		const app = openDrawn({pictures: ['1.png', '2.png', '3.png'], paths: ['.'], chosen: 'offline', engine});
		(await engine.next()).succeed();
		await app.waitFor('1 of 3');
		await app.walk('tab', 'a', 'ctrl+e', 'enter');
		await app.waitFor('1 accepted, 2 still to be read. Which are written?');
		await app.walk('a');
		await app.waitFor('1 row written');
		expect(app.screen().join('\n')).toContain('2 still to be read: not in the list');
	});

	it.each([
		['en', '1 picture has changed since reading, not proven, read again: 2.png'],
		['zh', '1 张图片在识别之后已更改，不算已验证，请重新识别：2.png'],
	] as const)(
		'names the pictures that were overwritten since they were read, and counts none as proven: %s',
		async (language, said) => {
			const answers = [reading(), reading(numbered(1))];
			const engine = fakeEngine({concurrency: 1, answer: () => answers.shift()!});
			const app = openDrawn({language, pictures: ['1.png', '2.png'], paths: ['.'], chosen: 'offline', engine});
			await app.toReview();
			await writeFile(join(app.folder, '2.png'), pngBytes('of another person'));
			await app.walk('E', 'a');
			await app.waitFor(said);
			expect(app.screen().join('\n')).toContain(language === 'en' ? '1 proven' : '已验证但未查看 1 本');
			app.expectFits();
		},
	);

	it('says how many rows were accepted although not proven, and what was left out', async () => {
		const answers = [reading(misprinted), reading(numbered(1)), reading(numbered(2)), reading(numbered(3))];
		const engine = fakeEngine({concurrency: 1, answer: () => answers.shift() ?? reading()});
		const pictures = ['1.png', '2.png', '3.png', '4.png'];
		const app = openDrawn({pictures, paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.walk('enter', 'enter', 'x', 'down', 'e', 'backspace', 'm', 'enter', 'ctrl+e', 'enter', 'a');
		await app.waitFor('3 rows written');
		const screen = app.screen().join('\n');
		for (const said of [
			'1 accepted',
			'1 edited by hand',
			'1 of these accepted although not proven',
			'1 proven and not looked at',
		]) {
			expect(screen).toContain(said);
		}
		expect(screen).toContain('1 rejected: not written');
		app.expectFits();
	});

	it('shows no rows that are not in the file', async () => {
		const engine = fakeEngine({concurrency: 1});
		const pictures = ['1.png', '2.png'];
		const app = openDrawn({columns: 120, rows: 40, pictures, paths: ['.'], chosen: 'offline', engine});
		(await engine.next()).succeed();
		await app.waitFor('1 of 2');
		await app.walk('tab', 'ctrl+e', 'tab', 'tab', 'right', 'right', 'space', 'enter', 'a');
		await app.waitFor('1 row written');
		expect(app.screen().join('\n')).toContain('first rows');
		(await engine.next()).succeed();
		await vi.waitUntil(() => app.store.state().review.records.length === 2, {timeout: 20_000});
		expect(
			app
				.screen()
				.join('\n')
				.match(/ERIKSSON/g),
		).toHaveLength(1);
		expect(app.screen().join('\n')).toContain('1 proven and not looked at');
	});

	it('copies the path of the file and opens it, by key and from the menu', () => {
		const path = '/p/list.xlsx';
		const done = stateWith({screen: 'done', exporting: {written: {path, rows: 1}}});
		const copied = press(done, 'y');
		expect(copied.effects).toEqual([{type: 'copy', text: path}]);
		expect(copied.state.notice?.kind).toBe('copied');
		const opened = press(done, 'o');
		expect(opened.effects).toEqual([{type: 'openOutside', path}]);
		expect(opened.state.notice?.kind).toBe('opening');
	});
});
