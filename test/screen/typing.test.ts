import {describe, expect, it} from 'vitest';
import type {AppState} from '../../source/session/state.ts';
import {typingPlace} from '../../source/session/typing/typing-place.ts';
import {type OpenApp, openApp} from '../support/app.ts';

const burst = 'abc\x1b[D\x1b[Dxy\x7f\x7fz';
const long = Array.from({length: 300}, (_, index) => String.fromCharCode(97 + (index % 26))).join('');

type Place = {
	readonly name: string;
	readonly open: () => Promise<OpenApp>;
	readonly text: (state: AppState) => string;
	/** What is kept: a field of a passport holds capitals, at most 80. */
	readonly kept: (text: string) => string;
	/** A line of Ink's; others are typed without a terminal, in test/session/typing. */
	readonly isOfInk: boolean;
};

const same = (text: string) => text;

const toCredentials = async (app: OpenApp) => {
	await app.waitFor('Start');
	app.press('enter');
	await app.waitFor('Which recognition engine reads the pictures?');
	app.press('2');
	await app.waitFor('Secret');
};

const places: readonly Place[] = [
	{
		name: 'the key of the cloud service',
		async open() {
			const app = openApp();
			await toCredentials(app);
			return app;
		},
		text: state => state.credentials.key.text,
		kept: same,
		isOfInk: true,
	},
	{
		name: 'the secret, which is shown as dots',
		async open() {
			const app = openApp();
			await toCredentials(app);
			await app.walk('tab');
			return app;
		},
		text: state => state.credentials.secret.text,
		kept: same,
		isOfInk: true,
	},
	{
		name: 'the filter of the picker',
		async open() {
			const app = openApp({pictures: ['a.png'], chosen: 'offline'});
			await app.waitFor('Start');
			app.press('enter');
			await app.waitFor('a.png');
			await app.walk('/');
			return app;
		},
		text: state => state.picker.filter.text,
		kept: same,
		isOfInk: false,
	},
	{
		name: 'a field of a passport',
		async open() {
			const app = openApp({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
			await app.toReview();
			await app.walk('down', 'e', 'ctrl+u');
			return app;
		},
		text: state => state.editing?.edit.text ?? '',
		kept: text => text.toUpperCase().slice(0, 80),
		isOfInk: false,
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
		kept: same,
		isOfInk: true,
	},
];

const expectTyped = async (app: OpenApp, place: Place, wanted: string) => {
	// Each key is drawn: on a busy machine three hundred take long.
	await expect.poll(() => place.text(app.store.state()), {interval: 1, timeout: 50_000}).toBe(wanted);
};

describe.each(places.filter(({isOfInk}) => isOfInk))('typing into $name', place => {
	it('loses and mixes up nothing of a burst of letters, arrows and backspaces', async () => {
		const app = await place.open();
		expect(typingPlace(app.store.state())).toBeDefined();
		app.type(burst);
		await expectTyped(app, place, place.kept('azbc'));
		app.expectFits();
	});

	it('takes letters that are commands elsewhere, and stays where it is at the ends', async () => {
		const app = await place.open();
		app.type('qL\x1b[D\x1b[D\x1b[D\x1b[Dux\x1b[C\x1b[C\x1b[C\x1b[Ca');
		await expectTyped(app, place, place.kept('uxqLa'));
	});

	it('takes a paste as one line', async () => {
		const app = await place.open();
		app.paste('one two\r\n');
		await expectTyped(app, place, place.kept('one two'));
	});
});

it('a line of Ink loses none of 300 characters in one write', async () => {
	const place = places[0]!;
	const app = await place.open();
	app.type(long);
	await expectTyped(app, place, place.kept(long));
	app.expectFits();
});

describe.each(places)('what is typed into $name', place => {
	it('shows of a line that is longer than its place the part around the cursor', async () => {
		const app = await place.open();
		const typed = place.kept(long.slice(0, 70));
		app.type(typed);
		await expectTyped(app, place, typed);
		app.type('\x1b[D'.repeat(30));
		const [before, behind] = [typed.slice(-34, -30), typed.slice(-30, -27)];
		const seen = place.name.includes('dots') ? '•••••••' : before + behind;
		await expect
			.poll(() => {
				const {x, y} = app.cursor();
				return app.screen()[y]?.slice(x - 4, x + 3);
			})
			.toBe(seen);
		app.expectFits();
	});

	it('shows the real cursor where the next character goes', async () => {
		const app = await place.open();
		app.type('abc\x1b[D');
		await expectTyped(app, place, place.kept('abc'));
		await app.walk('left');
		const {x, y, visible} = app.cursor();
		expect(visible).toBe(true);
		const line = app.screen()[y] ?? '';
		expect(line.slice(x - 1, x + 2)).toBe(place.name.includes('dots') ? '•••' : place.kept('abc'));
	});
});

describe('the secret', () => {
	it('is never on the screen unless asked for', async () => {
		const app = openApp();
		await toCredentials(app);
		await app.walk('tab');
		app.type('hunter2');
		await app.waitFor('•••••••');
		expect(app.terminal.output()).not.toContain('hunter2');
		app.press('ctrl+r');
		await app.waitFor('hunter2');
	});

	it('goes with the key into the settings, and nothing of both when nothing was typed', async () => {
		const app = openApp();
		await toCredentials(app);
		app.press('enter', 'enter');
		await app.waitFor('Reading stays on this computer');
		expect(app.store.state().engine).toBe('offline');
	});
});
