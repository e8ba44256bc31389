import {rmSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {describe, expect, it} from 'vitest';
import {openApp} from '../../support/app.ts';
import {openDrawn} from '../../support/drawn-session.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {pageSize, placedReading} from '../../support/placed.ts';
import {mrz, reading} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const doubtful = placedReading(mrz, [[0, 8]]);

/** Pictures of the size of the page, of stripes that can be distinguished. */
async function pictures(...names: readonly string[]): Promise<string> {
	const folder = temporaryFolder();
	const {width, height} = pageSize;
	for (const [name, stripe] of [
		['a.png', 7],
		['b.png', 11],
	] as const) {
		if (names.length > 0 && !names.includes(name)) continue;
		const pixels = new Uint8Array(width * height).map((_, at) => ((at % width) % stripe < stripe / 2 ? 0 : 255));
		await sharp(pixels, {raw: {width, height, channels: 1}})
			.png({compressionLevel: 1})
			.toFile(join(folder, name));
	}
	return folder;
}

const doubtfulPages = {
	paths: ['.'],
	chosen: 'offline',
	pictured: true,
	engine: fakeEngine({answer: () => doubtful}),
} as const;

/** On a terminal that pictures are painted on. */
async function checking(options: Parameters<typeof openApp>[0]) {
	const app = openApp({folder: await pictures(), ...doubtfulPages, ...options});
	await app.toReview();
	return app;
}

/** What was read of a stretch, spread below its picture. */
const spread = (text: string) => new RegExp([...text].join('\\s+'));

describe('checking with pictures', () => {
	for (const [columns, rows] of [
		[60, 16],
		[80, 24],
		[100, 30],
		[120, 40],
		[160, 50],
	] as const) {
		it(`fits ${columns}x${rows} in both languages, and shows every field and the strip`, async () => {
			const app = await checking({columns, rows});
			for (const language of ['en', 'zh'] as const) {
				const named = language === 'en' ? 'Surname, enlarged' : '姓（放大）';
				await app.waitFor(named);
				if (rows >= 24) {
					const fields = app.store.state().review.records[0]!.passport.fields.filter(({value}) => value.length > 6);
					const shown = app.screen().join('\n');
					// Optional data often hold a national number: hidden until `m`.
					for (const {key, value} of fields) expect(shown.includes(value)).toBe(key !== 'optional_data_mrz');
				}
				if (rows >= 40) await app.waitFor(spread('ERIKSSON'));
				await app.walk('space');
				await app.waitFor(spread('KSS'));
				await app.walk('space');
				await app.waitFor(spread('P<UTOERI'));
				await app.walk('space');
				await app.waitFor(language === 'en' ? 'Whole page' : '整页');
				await app.walk('e');
				await app.waitFor(named);
				await app.walk('esc', '?', '?');
				await app.waitFor(named);
				app.expectFits();
				await app.walk('L');
			}
		}, 120_000);
	}

	it('shows every field again when another passport opens, so that nothing is accepted unseen', async () => {
		const app = openDrawn({folder: await pictures(), ...doubtfulPages});
		await app.toReview();
		await app.walk('space', 'space', 'space');
		await app.waitFor('Whole page');
		expect(app.screen().join('\n')).not.toContain('Date of birth');
		await app.walk('a');
		await app.waitFor('Accepted');
		await app.waitFor('Date of birth');
		expect(app.store.state().review.current).toBe(1);
	});

	it('shows other readings in the heading of the strip where no row is free for them', async () => {
		const read = {...doubtful, printed: [{field: 'surname_english', text: 'ERIKSEN', zone: 'printed'}]} as const;
		// With a second picture of the number, the difference between the two would be said instead.
		const engine = fakeEngine({answer: () => read});
		const app = openDrawn({folder: await pictures('a.png'), ...doubtfulPages, engine});
		await app.toReview();
		await app.waitFor(/Surname, enlarged\s+1 ERIKSEN\s+printed text/);
		await app.walk('1');
		await app.waitFor('✎ was ERIKSSON');
	});

	it('says so in a line where the places are not known', async () => {
		const engine = fakeEngine({answer: () => reading(mrz, [[0, 8]])});
		const app = openDrawn({folder: await pictures(), ...doubtfulPages, engine});
		await app.toReview();
		await app.waitFor('The place of this field in the picture is not known. o opens the picture.');
	});

	it('says so in a line where the file cannot be decoded', async () => {
		// By its first bytes it is a picture.
		const app = await checking({folder: temporaryFolder(), pictures: ['a.png', 'b.png']});
		await app.waitFor('The picture cannot be shown: cut off or damaged.');
		await app.walk('J');
		await app.waitFor('The picture cannot be shown: cut off or damaged.');
		await app.walk('K', 'space');
		await app.waitFor('The picture cannot be shown: cut off or damaged.');
	});

	it('says so in a line where the file is gone', async () => {
		const engine = fakeEngine();
		const app = openApp({pictures: ['a.png'], paths: ['.'], chosen: 'offline', pictured: true, engine});
		const read = await engine.next();
		rmSync(join(app.folder, 'a.png'));
		read.succeed(doubtful);
		await app.toReview();
		await app.waitFor('The picture cannot be shown: file is gone.');
	});
});
