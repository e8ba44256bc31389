import {mkdirSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {type AppOptions, type OpenApp, openApp} from '../support/app.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** The app where pictures are chosen, on a first start. */
async function openPicker(options: AppOptions): Promise<DrawnSession> {
	const app = openDrawn(options);
	await app.loaded();
	app.choose('start');
	await app.waitFor('Which');
	app.choose('offline');
	return app;
}

/** The same on a terminal, which can show the picture under the cursor. */
async function openOnTerminal(options: AppOptions): Promise<OpenApp> {
	const app = openApp(options);
	await app.waitFor('Start');
	await app.walk('enter', '1');
	return app;
}

const sizes = [
	[80, 24],
	[120, 40],
	// Too small for a picture.
	[60, 16],
] as const;

/** A slanting edge between two colours: no cell border follows it. */
const drawn = (width: number, height: number) =>
	sharp(
		Buffer.from(
			`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#88aacc"/><path d="M0 0L${width} ${height}L0 ${height}Z" fill="#223344"/></svg>`,
		),
	)
		.png()
		.toBuffer();

/** Signs of a quarter of a cell: what only a picture is made of. */
const quarters = /[▘▝▖▗▛▜▙▟]/;

describe('hidden pictures and folders', () => {
	it('are listed after a dot, and no more after another', async () => {
		const app = await openPicker({pictures: ['a.png', '.b.png', '.c/d.png']});
		await app.waitFor('0 of 1 chosen');
		await app.walk('.');
		await app.waitFor('0 of 3 chosen');
		expect(app.screen().join('\n')).toMatch(/\.c\/ +1 picture[\s\S]*\.b\.png/);
		expect(app.screen().join('\n')).toContain('hidden files too, by name');
		await app.walk('.');
		await app.waitFor('0 of 1 chosen');
		expect(app.screen().join('\n')).not.toContain('.b.png');
	});
});

describe('what is chosen', () => {
	it('is counted against the pictures from here on only where none of it is elsewhere', async () => {
		const app = await openPicker({pictures: ['a.png', 'b.png', 'sub/c.png', 'sub/d.png', 'sub/e.png']});
		await app.waitFor('0 of 5 chosen');
		await app.walk('a');
		await app.waitFor('5 of 5 chosen');
		await app.walk('g', 'j', 'l');
		await app.waitFor('  5 chosen');
		await app.walk('A');
		await app.waitFor('0 of 3 chosen');
		await app.close();
	});

	it('can be in folders below, where there is none in this one itself', async () => {
		const app = await openPicker({pictures: ['sub/c.png']});
		await app.waitFor('None in this folder itself.');
		expect(app.screen().join('\n')).not.toContain('No pictures here');
		await app.close();
	});
});

describe('pasting', () => {
	it('chooses the pictures that are named, and can be undone', async () => {
		const elsewhere = folderOf(['my scan.png', 'group/a.png', 'group/b.png']);
		const app = await openPicker({pictures: ['here.png']});
		await app.waitFor('0 of 1 chosen');
		app.paste(`'${join(elsewhere, 'my scan.png')}' ${join(elsewhere, 'group')} ${join(elsewhere, 'gone.png')}`);
		await app.waitFor('3 pasted pictures chosen. 1 path has no picture.');
		await app.walk('u');
		await app.waitFor('Undone');
		expect(app.store.state().picker.choice.added.size).toBe(0);
		await app.close();
	});

	it('of a text that names nothing says so', async () => {
		const app = await openPicker({pictures: ['here.png']});
		await app.waitFor('0 of 1 chosen');
		app.paste('hello');
		await app.waitFor('1 path has no picture.');
		await app.close();
	});
});

it('says of enter what it does: open the folder under the cursor, or start', async () => {
	const app = await openPicker({pictures: ['a.png', 'b/c.png']});
	await app.waitFor('0 of 2 chosen');
	await app.walk('g', 'j');
	expect(app.screen().at(-1)).toContain('enter open');
	await app.walk('j');
	expect(app.screen().at(-1)).toContain('enter start');
	await app.walk('space', 'g', 'j');
	expect(app.screen().at(-1)).toContain('enter start');
});

describe('what the picker shows of pictures', () => {
	for (const [columns, rows] of sizes) {
		it(`marks what is too small, a duplicate, not readable, and read before: ${columns}x${rows}`, async () => {
			const place = temporaryFolder();
			mkdirSync(join(place, 'inside'));
			writeFileSync(join(place, 'large.png'), await drawn(800, 600));
			writeFileSync(join(place, 'large (1).png'), await drawn(800, 600));
			writeFileSync(join(place, 'thumb.png'), await drawn(96, 60));
			writeFileSync(join(place, '张三-护照.png'), await drawn(640, 480));
			writeFileSync(join(place, 'scan.pdf'), '%PDF-1.7\n');
			const options = {columns, rows, folder: place} as const;
			const onTerminal = columns >= 80 ? await openOnTerminal({...options, colors: 'truecolor'}) : undefined;
			const app = onTerminal ?? (await openPicker(options));
			const wide = columns >= 100;
			await app.waitFor(wide ? 'same as large.png' : /\[ \] large \(1\)\.png .*same/);
			await app.waitFor(wide ? 'too small (96x60)' : /\[ \] thumb\.png .*too small/);
			await app.waitFor(/\[ \] scan\.pdf .*unreadable/);
			await app.waitFor('张三-护照.png');
			if (columns >= 80) {
				await app.waitFor(quarters);
				await app.waitFor('800x600');
				app.press('G');
				await app.waitFor('640x480');
				app.press('?');
				await app.waitFor(lines => !quarters.test(lines.join('')));
				app.press('esc');
				await app.waitFor(quarters);
			}
			app.expectFits();
		});
	}

	it('knows what was read before, after a reading as well', async () => {
		const place = temporaryFolder();
		for (const [name, wide] of [
			['anna.png', 640],
			['bert.png', 800],
		] as const)
			writeFileSync(join(place, name), await drawn(wide, 480));
		const app = await openPicker({columns: 120, rows: 40, folder: place});
		await app.waitFor(/anna\.png .* new/);
		await app.walk('space', 'enter');
		await app.waitFor('100 %');
		app.press('esc');
		await app.waitFor(/anna\.png .* read before/);
		expect(app.screen().join('\n')).toMatch(/bert\.png .* new/);
	});

	it('shows no picture where there are no colours', async () => {
		const place = temporaryFolder();
		writeFileSync(join(place, 'a.png'), await drawn(800, 600));
		const app = await openOnTerminal({columns: 120, rows: 40, folder: place, colors: 'none'});
		await app.waitFor('800x600');
		// By the time it has come in a terminal that was opened later it would have come here too.
		const coloured = await openOnTerminal({columns: 120, rows: 40, folder: place, colors: 'truecolor'});
		await coloured.waitFor(quarters);
		expect(app.terminal.output()).not.toMatch(quarters);
	});

	it('sorts by time with the newest first, and by size with the largest first', async () => {
		const place = temporaryFolder();
		for (const [name, size, day] of [
			['a.jpg', 1000, 1],
			['b.jpg', 3000, 2],
			['c.jpg', 2000, 3],
		] as const) {
			writeFileSync(join(place, name), 'x'.repeat(size));
			utimesSync(join(place, name), new Date(2026, 2, day), new Date(2026, 2, day));
		}
		const app = await openPicker({folder: place, engine: fakeEngine()});
		const order = (...wanted: string[]) =>
			app.waitFor(
				lines => lines.flatMap(line => /[abc]\.jpg/.exec(line.slice(0, 40))?.[0] ?? []).join() === wanted.join(),
			);
		await order('a.jpg', 'b.jpg', 'c.jpg');
		app.press('s');
		await order('c.jpg', 'b.jpg', 'a.jpg');
		app.press('s');
		await order('b.jpg', 'c.jpg', 'a.jpg');
		app.press('s');
		await order('a.jpg', 'b.jpg', 'c.jpg');
	});
});
