import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {mrz, reading} from '../support/records.ts';

const sizes = [
	[80, 24],
	[120, 40],
	[60, 16],
] as const;

const open = (names: readonly string[], [columns, rows]: readonly [number, number] = [80, 24]) => {
	const engine = fakeEngine({concurrency: 1});
	const app = openDrawn({columns, rows, pictures: names, paths: ['.'], chosen: 'offline', engine});
	return {app, engine};
};

describe('while pictures are read', () => {
	for (const size of sizes) {
		it(`says of each picture how far it is, what failed and what to do about it, in place: ${size.join('x')}`, async () => {
			const {app, engine} = open(['1.png', '2.png', '3.png', '张三.png'], size);
			(await engine.next()).succeed();
			(await engine.next()).succeed(reading(mrz, [[0, 8]]));
			const third = await engine.next();
			await app.waitFor(/1\.png +✓ ERIKSSON/);
			await app.waitFor(/2\.png +! to check/);
			third.progress(0.62);
			await app.waitFor(/3\.png +◐ reading 62 %/);
			third.fail(new AppError('NO_PASSPORT_FOUND'));
			await app.waitFor(/3\.png +✗ no passport found/);
			await engine.next();
			await app.waitFor('3 of 4');
			// The list has moved to the next one; the failure is still shown.
			await app.waitFor(/▸ 张三/);
			await app.waitFor(/✗ .*passport/);
			if (size[0] >= 100) {
				await app.waitFor(/digits/);
				expect(app.screen().join('\n')).toContain('f shows only what failed');
				app.press('k');
				await app.waitFor('r reads it again, o opens');
			}
			app.expectFits();
		});
	}

	it('undoes what was decided, so that the picture can be read again', async () => {
		const {app, engine} = open(['1.png']);
		(await engine.next()).succeed();
		await app.toReview();
		await app.walk('enter', 'esc');
		await app.waitFor('Reading');
		await app.walk('r');
		await app.waitFor('undo it with u, then read again with r');
		await app.walk('u');
		await app.waitFor('Undone: accepting ERIKSSON ANNA MARIA');
		await app.walk('r');
		await engine.next();
		await app.close();
	});

	it('says of one that cannot be left out why: it is being read, is read, or is out already', async () => {
		const {app, engine} = open(['1.png', '2.png', '3.png']);
		(await engine.next()).succeed();
		await engine.next();
		await app.waitFor(/▸ 2\.png +◐/);
		await app.walk('x');
		await app.waitFor('It is being read just now.');
		await app.walk('up', 'x');
		await app.waitFor('It has been read already. x rejects it while it is checked.');
		await app.walk('G', 'x');
		await app.waitFor(/3\.png +– left out/);
		await app.walk('x');
		await app.waitFor('It is left out already.');
	});

	it('no longer says that nothing is read yet as soon as something is', async () => {
		const {app, engine} = open(['1.png', '2.png']);
		const first = await engine.next();
		await app.walk('enter');
		await app.waitFor('Nothing is read yet.');
		first.succeed();
		await app.waitFor('1 of 2');
		await app.waitFor('enter starts checking now');
	});

	it('names the picture that failed without its folders, and cuts nothing off the sentence', async () => {
		const {app, engine} = open([`${'far/'.repeat(12)}a.png`], [60, 16]);
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND', {path: `/${'far/'.repeat(12)}a.png`}));
		await app.waitFor('No passport was found in "a.png".');
		app.expectFits();
	});

	it('says that it reads again until everything is read, then what there is to do', async () => {
		const {app, engine} = open(['1.png', '2.png']);
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await app.waitFor('✗ 1');
		app.press('R');
		await app.waitFor('1 picture again');
		(await engine.next()).succeed();
		(await engine.next()).succeed();
		await app.waitFor('2 proven. enter goes to checking.');
	});

	it('says that it waits for the service instead of a time that grows', async () => {
		const {app, engine} = open(['1.png', '2.png', '3.png', '4.png', '5.png']);
		for (let count = 0; count < 3; count++) (await engine.next()).succeed();
		const fourth = await engine.next();
		await app.waitFor(/3 of 5/);
		await app.waitFor(/\d s left/);
		fourth.wait({code: 'SERVICE_BUSY', milliseconds: 4000, next: 2, of: 3});
		await app.waitFor('waiting for the service');
		await app.waitFor(/4\.png +↻ again in 4 s, 2 of 3: service/);
		expect(app.screen().join('\n')).not.toMatch(/\d s left/);
		fourth.wait();
		await app.waitFor(/4\.png +◐ reading/);
		await app.waitFor(/\d s left/);
	});

	it('pauses after what is being read, and continues', async () => {
		const {app, engine} = open(['1.png', '2.png']);
		const first = await engine.next();
		app.press('p');
		await app.waitFor('Paused. p resumes.');
		first.succeed();
		await app.waitFor(/1\.png +✓/);
		await app.walk('j');
		expect(app.screen()[2]).toContain('paused');
		expect(engine.reads).toHaveLength(1);
		app.press('p');
		(await engine.next()).succeed();
		await app.waitFor('100 %');
	});

	it('leaves one out, and reads it after all; reads all that failed again; shows only these', async () => {
		const {app, engine} = open(['1.png', '2.png', '3.png']);
		const first = await engine.next();
		await app.waitFor('3.png');
		await app.walk('g', 'j', 'x');
		await app.waitFor(/2\.png +– left out/);
		first.fail(new AppError('DAMAGED_IMAGE', {format: 'png'}));
		(await engine.next()).succeed();
		await app.waitFor('100 %');
		app.press('r');
		(await engine.next()).fail(new AppError('NO_PASSPORT_FOUND'));
		await app.waitFor(/2\.png +✗/);
		app.press('f');
		await app.waitFor(lines => !lines.join('').includes('3.png'));
		app.press('R');
		(await engine.next()).succeed();
		(await engine.next()).succeed();
		await app.waitFor('Nothing failed.');
	});

	it('reads more or fewer at a time', async () => {
		const {app, engine} = open(['1.png', '2.png', '3.png']);
		await engine.next();
		await app.waitFor('1 at a time');
		app.press('+');
		await engine.next();
		await app.waitFor('2 at a time');
		await app.walk('-', 'j');
		await app.waitFor('1 at a time');
	});
});
