import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {MenuItem} from '../../source/session/event.ts';
import {openApp} from '../support/app.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {mrz, reading} from '../support/records.ts';

const sizes = [
	[80, 24],
	[120, 40],
	[60, 16],
] as const;

const sample = {
	en: {
		start: 'Start',
		who: 'Which recognition engine reads the pictures?',
		choose: 'Choose pictures',
		all: '2 of 2 chosen',
		check: 'enter goes to checking',
		done: 'All checked',
		write: '2 rows to write',
		written: '2 rows written',
	},
	zh: {
		start: '开始',
		who: '选择图片的识别方式',
		choose: '选择图片',
		all: '已选 2 / 2',
		check: '按回车开始核对',
		done: '全部核对完',
		write: '将导出 2 行',
		written: '已导出 2 行',
	},
} as const;

describe('from the first screen to the spreadsheet', {timeout: 120_000}, () => {
	for (const [columns, rows] of sizes) {
		for (const language of ['en', 'zh'] as const) {
			it(`takes nine keys with two clean passports: ${columns}x${rows}, ${language}`, async () => {
				const words = sample[language];
				const options = {columns, rows, language, pictures: ['anna.png', '张三-护照.png']} as const;
				// Enter in the menus is Ink's: on a terminal once, chosen without one in the others.
				const onTerminal = rows === 24 && language === 'en' ? openApp(options) : undefined;
				const app = onTerminal ?? openDrawn(options);
				const enter = (item: MenuItem) =>
					onTerminal ? onTerminal.press('enter') : app.store.send({type: 'chosen', item});
				await app.waitFor(words.start);
				enter('start');
				await app.waitFor(words.who);
				enter('offline');
				await app.waitFor('anna.png');
				app.press('a');
				await app.waitFor(words.all);
				app.press('enter');
				await app.waitFor(words.check);
				app.press('enter');
				await app.waitFor('L898902C3');
				app.press('enter', 'enter');
				await app.waitFor(words.done);
				app.press('enter');
				await app.waitFor(words.write);
				app.press('enter');
				await app.waitFor(words.written);
				app.expectFits();
				expect(readdirSync(app.folder)).toContain('passports-2026-11-22.xlsx');
				enter('quit');
				expect(await app.ended).toBe(0);
			});
		}
	}

	it('reads the paths of the command line at once when it is known who reads', async () => {
		const app = openDrawn({pictures: ['a.png', 'sub/b.png'], paths: ['.'], chosen: 'offline'});
		await app.waitFor('2 of 2');
		expect(app.screen().join('\n')).toContain('b.png');
	});

	it('says that a folder without pictures has none, and stays usable', async () => {
		const app = openDrawn({pictures: [], paths: ['.'], chosen: 'offline'});
		await app.waitFor(/There is no picture in/);
		await app.waitFor('Choose pictures');
		app.press('esc');
		await app.waitFor(lines => lines.some(line => line.includes('Start with ') && line.includes(app.folder)));
	});

	it('shows the folder that was named, which has no pictures, and not another one', async () => {
		const app = openDrawn({columns: 120, pictures: ['a.png', 'guests/list.txt'], paths: ['guests'], chosen: 'offline'});
		await app.waitFor(/There is no picture in ".*guests"/);
		expect(app.screen().join('\n')).not.toContain('a.png');
	});

	it('says of a folder that is not there that it is not, and shows where one is', async () => {
		const app = openDrawn({columns: 120, pictures: ['a.png'], paths: ['gone'], chosen: 'offline'});
		await app.waitFor(/gone" does not exist/);
		await app.waitFor('a.png');
	});

	it('lets checking begin while reading continues, and nothing moves under the hand', async () => {
		const engine = fakeEngine({concurrency: 1});
		const app = openDrawn({pictures: ['1.png', '2.png', '3.png'], paths: ['.'], chosen: 'offline', engine});
		(await engine.next()).succeed(reading(mrz, [[1, 2]]));
		await app.waitFor('1 of 3');
		app.press('tab');
		await app.waitFor('2 unread');
		app.press('down', 'down');
		await app.waitFor('▸ Given names');
		(await engine.next()).succeed();
		await app.waitFor('1 unread');
		expect(app.screen().join('\n')).toContain('▸ Given names');
		expect(app.screen()[0]).toContain('1.png');
	});

	it('keeps every decision beside its picture and knows it at the next start', async () => {
		const first = openDrawn({pictures: ['anna.png'], paths: ['.'], chosen: 'offline'});
		await first.toReview();
		await first.walk('x');
		await first.waitFor('Rejected');
		await first.close();
		const second = openDrawn({folder: first.folder, paths: ['anna.png'], chosen: 'offline', engine: fakeEngine()});
		await second.toReview();
		await second.waitFor('– anna.png');
	});

	it('writes at once with E and says where; ctrl+e asks how', async () => {
		const app = openDrawn({pictures: ['anna.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('E');
		await app.waitFor('1 proven and not looked at. Which are written?');
		await app.walk('esc');
		app.press('enter');
		await app.waitFor('All checked');
		app.press('E');
		await app.waitFor('passports-2026-11-22.xlsx');
		expect(existsSync(join(app.folder, 'passports-2026-11-22.xlsx'))).toBe(true);
		app.press('ctrl+e');
		await app.waitFor('1 row to write');
		await app.walk('right');
		await app.waitFor('passports-2026-11-22.csv');
		app.press('enter');
		await app.waitFor('From a script: everything in the folder');
		expect(readFileSync(join(app.folder, 'passports-2026-11-22.csv'), 'utf8')).toContain('ERIKSSON');
	});

	it('asks before it leaves pictures unread, and leaves on the second word', async () => {
		const engine = fakeEngine();
		const app = openDrawn({pictures: ['anna.png'], paths: ['.'], chosen: 'offline', engine});
		await engine.next();
		await app.waitFor('anna.png');
		await app.walk('q', 'q');
		await app.waitFor('1 picture is still to be read');
		app.press('y');
		expect(await app.ended).toBe(0);
	});

	it('shows what is wrong with a picture and what to do, in place', async () => {
		const engine = fakeEngine({
			answer: () => {
				throw Object.assign(new Error('broken'), {});
			},
		});
		const app = openDrawn({pictures: ['anna.png'], paths: ['.'], chosen: 'offline', engine});
		await app.waitFor('Nothing could be read');
		expect(app.screen().join('\n')).toContain('✗');
	});
});
