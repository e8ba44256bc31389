import {describe, expect, it, vi} from 'vitest';
import type {Language} from '../../source/text/index.ts';
import {openApp} from '../support/app.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {mrz, reading} from '../support/records.ts';

/** Each screen is drawn in more sizes, and each in both languages, in frames.test.ts. */
const sizes = [
	[60, 16, 'en'],
	[80, 24, 'zh'],
	[160, 50, 'en'],
] as const satisfies readonly (readonly [number, number, Language])[];

const pictures = [
	...Array.from({length: 22}, (_, index) => `IMG_${index + 1}.png`),
	'护照/张三-护照-二〇二六年三月十四日-第一组-扫描件-原始文件.png',
	'a very long name of a picture that a person gave it in a hurry, twice over and again.png',
];

const doubtful = reading(
	['P<UTOVAN<DER<STRAATEN<OYELARAN<<WILHELMINA<T', mrz[1]],
	[
		[1, 2],
		[0, 8],
	],
);

/** Goes through every screen; `see` is called on each. */
async function tour(app: DrawnSession, see: (name: string) => void): Promise<void> {
	const look = async (name: string, ...keys: string[]) => {
		await app.walk(...keys);
		see(name);
	};
	await app.loaded();
	await look('welcome');
	await look('help', '?');
	app.press('?');
	app.choose('start');
	await look('engine');
	app.choose('xiangyun');
	await look('credentials');
	app.press('esc');
	app.choose('offline');
	// Those in the folder below as well: what is chosen is what was found until then.
	await app.waitFor(([head]) => /\b24\b/.test(head ?? ''));
	await look('picker', 'down');
	await look('filter', '/', 'I', 'M', 'G');
	await look('filtered', 'enter', 'a');
	await app.walk('esc', 'a', 'enter');
	await app.waitFor('24 ');
	await look('reading');
	// Drawing each state on the way would take longer than the reading.
	await vi.waitUntil(() => app.store.state().reading.phase === 'done', {timeout: 50_000});
	await look('reading, done', 'G');
	await look('review', 'tab');
	await look('editing', 'e');
	await look('review help', 'esc', '?');
	await look('accepted', '?', 'a');
	await look('question', 'A', 'n');
	await look('export', 'ctrl+e');
	await look('file name', 'tab');
	await look('question before the list', 'shift+tab', 'enter');
	await app.walk('o');
	// The command is shown only where there is room for it.
	await app.waitFor(/✓ (?:1 row|已导出 1 行)/);
	await look('done');
}

describe('every screen fits its terminal', {timeout: 120_000}, () => {
	it.each(sizes)('%ix%i, %s', async (columns, rows, language) => {
		const engine = fakeEngine({answer: ({path}) => (path.endsWith('1.png') ? doubtful : reading())});
		const app = openDrawn({columns, rows, language, pictures, engine});
		await tour(app, name => {
			const lines = app.screen();
			expect(lines.length, name).toBe(rows);
			expect(lines[0], name).toMatch(language === 'en' ? /^ \S.* en$/ : /^ \S.* 中文$/);
			expect(lines.at(-1)?.trim(), name).not.toBe('');
		});
		app.expectFits();
	});

	it.each(['en', 'zh'] as const)('cuts nothing of what it explains, even at 60x16: %s', async language => {
		const app = openDrawn({columns: 60, rows: 16, language});
		await app.loaded();
		// The end of a path says more.
		const whole = (name: string) =>
			expect(
				app
					.screen()
					.join('\n')
					.replace(/…\S+\/config\.json/, ''),
				name,
			).not.toContain('…');
		whole('welcome');
		app.choose('start');
		whole('engine');
		app.choose('xiangyun');
		whole('credentials');
	});

	it('draws only ASCII signs where the terminal has no others', async () => {
		const app = openDrawn({ascii: true, pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		const seen = app.screen().join('');
		expect([...seen].filter(character => character > '~' && !'中文'.includes(character))).toEqual([]);
	});
});

describe('the window', () => {
	it('asks for more room below 60x16, shows the same screen again afterwards, and quits with q', async () => {
		const app = openApp({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('down');
		app.resize(59, 16);
		await app.waitFor('Make the window larger (60x16 at least). q quits.');
		expect(app.screen().filter(line => line !== '').length).toBe(1);
		app.resize(100, 30);
		await app.waitFor('▸ Surname');
		app.resize(60, 16);
		await app.waitFor(lines => lines.length === 16 && lines.some(line => line.includes('▸ Surname')));
		app.expectFits();
		// What to press is never cut off.
		app.resize(40, 10);
		await app.waitFor('Needs 60x16. q quits.');
		app.resize(12, 4);
		await app.waitFor(/^q quits\.$/m);
		app.press('q');
		expect(await app.ended).toBe(0);
	});

	it('changes the language on every screen at once', async () => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.waitFor('enter goes to checking');
		app.press('L');
		await app.waitFor('按回车开始核对');
		app.press('tab');
		await app.waitFor('护照号码');
		app.press('L');
		await app.waitFor('Passport number');
	});
});
