import {describe, expect, it} from 'vitest';
import type {AppState} from '../../source/session/state.ts';
import {typingPlace} from '../../source/session/typing/typing-place.ts';
import {type OpenApp, openApp} from '../support/app.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';

const burst = 'abc\x1b[D\x1b[Dxy\x7f\x7fz';
const long = Array.from({length: 300}, (_, index) => String.fromCharCode(97 + (index % 26))).join('');

type Place<App> = {
	readonly name: string;
	readonly open: () => Promise<App>;
	readonly text: (state: AppState) => string;
	/** What is shown of a text; a field of a passport holds capitals, at most 80. */
	readonly shown: (text: string) => string;
};

const same = (text: string) => text;

const toCredentials = async (): Promise<OpenApp> => {
	const app = openApp();
	await app.waitFor('Start');
	app.press('enter');
	await app.waitFor('Which recognition engine reads the pictures?');
	app.press('2');
	await app.waitFor('Secret');
	return app;
};

/** Lines that Ink edits itself, by the bytes of a keyboard. */
const ofInk: readonly Place<OpenApp>[] = [
	{
		name: 'the key of the cloud service',
		open: toCredentials,
		text: state => state.credentials.key.text,
		shown: same,
	},
	{
		name: 'the secret, which is shown as dots',
		async open() {
			const app = await toCredentials();
			await app.walk('tab');
			return app;
		},
		text: state => state.credentials.secret.text,
		shown: text => '•'.repeat(text.length),
	},
	{
		name: 'the name of the file to write',
		async open() {
			const app = openApp({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
			await app.toReview();
			await app.walk('a', 'ctrl+e', 'tab', 'ctrl+u');
			return app;
		},
		text: state => state.exporting.file.text,
		shown: same,
	},
];

/** The others; what is typed into them is in test/session/typing. */
const ofSession: readonly Place<DrawnSession>[] = [
	{
		name: 'the filter of the picker',
		async open() {
			const app = openDrawn({pictures: ['a.png'], chosen: 'offline'});
			await app.loaded();
			app.choose('start');
			await app.waitFor('a.png');
			app.press('/');
			return app;
		},
		text: state => state.picker.filter.text,
		shown: same,
	},
	{
		name: 'a field of a passport',
		async open() {
			const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
			await app.toReview();
			app.press('down', 'e', 'ctrl+u');
			return app;
		},
		text: state => state.editing?.edit.text ?? '',
		shown: text => text.toUpperCase(),
	},
];

/** What is seen around the real cursor, and of it how much is before it. */
function aroundCursor(app: Pick<OpenApp, 'cursor' | 'screen'>, before: number, behind: number): string | undefined {
	const {x, y, visible} = app.cursor();
	return visible ? app.screen()[y]?.slice(x - before, x + behind) : undefined;
}

describe.each(ofInk)('a line of Ink: $name', place => {
	it('takes a burst, letters that are commands elsewhere, a paste and what is longer than its place', async () => {
		const app = await place.open();
		expect(typingPlace(app.store.state())).toBeDefined();
		// Each key is drawn: on a busy machine three hundred take long.
		const expectTyped = (wanted: string) =>
			expect.poll(() => place.text(app.store.state()), {interval: 1, timeout: 50_000}).toBe(wanted);
		const clear = async () => {
			app.press('ctrl+u');
			await expectTyped('');
		};
		app.type(burst);
		await expectTyped('azbc');
		await clear();
		// The cursor stays where it is at the ends.
		app.type('qL\x1b[D\x1b[D\x1b[D\x1b[Dux\x1b[C\x1b[C\x1b[C\x1b[Ca');
		await expectTyped('uxqLa');
		await clear();
		app.paste('one two\r\n');
		await expectTyped('one two');
		await clear();
		app.type('abc\x1b[D');
		await expectTyped('abc');
		await app.walk('left');
		expect(aroundCursor(app, 1, 2)).toBe(place.shown('abc'));
		await clear();
		// None of 300 characters in one write is lost.
		const wide = place === ofInk[0] ? long : long.slice(0, 70);
		app.type(wide);
		await expectTyped(wide);
		app.type('\x1b[D'.repeat(30));
		await expect.poll(() => aroundCursor(app, 4, 3)).toBe(place.shown(wide.slice(-34, -27)));
		app.expectFits();
	});
});

describe.each(ofSession)('what is typed into $name', place => {
	it('shows of a line that is longer than its place the part around the cursor', async () => {
		const app = await place.open();
		const typed = long.slice(0, 70);
		app.type(typed);
		expect(place.text(app.store.state())).toBe(place.shown(typed));
		app.press(...Array.from({length: 30}, () => 'left'));
		expect(aroundCursor(app, 4, 3)).toBe(place.shown(typed.slice(-34, -27)));
		app.expectFits();
	});

	it('shows the real cursor where the next character goes', async () => {
		const app = await place.open();
		app.type('abc');
		app.press('left', 'left');
		expect(aroundCursor(app, 1, 2)).toBe(place.shown('abc'));
	});
});

describe('the secret', () => {
	it('is never on the screen unless asked for', async () => {
		const app = openDrawn();
		await app.loaded();
		app.choose('start');
		app.choose('xiangyun');
		app.press('tab');
		app.type('hunter2');
		expect(app.store.state().credentials.secret.text).toBe('hunter2');
		expect(app.screen().join('\n')).toMatch(/•{7}/);
		expect(app.screen().join('\n')).not.toContain('hunter2');
		app.press('ctrl+r');
		expect(app.screen().join('\n')).toContain('hunter2');
	});

	it('goes with the key into the settings, and nothing of both when nothing was typed', async () => {
		const app = openDrawn();
		await app.loaded();
		app.choose('start');
		app.choose('xiangyun');
		app.press('enter', 'enter');
		await app.waitFor('Reading stays on this computer');
		expect(app.store.state().engine).toBe('offline');
	});
});
