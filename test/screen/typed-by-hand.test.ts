// A picture that no engine could read is a row like the others: it is typed beside its picture, or left.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import exceljs from 'exceljs';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import type {AppOptions} from '../support/app.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';

/** Reads every picture but those whose name begins with "bad". */
const halfBlind = () => {
	let read = 0;
	return fakeEngine({
		concurrency: 1,
		answer: ({path}) => {
			if (/bad[^/]*$/.test(path)) throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered(read++));
		},
	});
};

const all = (app: Pick<DrawnSession, 'screen'>) => app.screen().join('\n');
const sidecar = ({folder}: DrawnSession, name: string) =>
	JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

async function opened(options: AppOptions = {}): Promise<DrawnSession> {
	const app = openDrawn({
		pictures: ['a.png', 'bad.png'],
		paths: ['.'],
		chosen: 'offline',
		engine: halfBlind(),
		...options,
	});
	await app.toReview();
	return app;
}

const [line1, line2] = numbered(7);
/** Fillers at the end of a line need not be counted. */
const bare1 = line1.replace(/<+$/, '');

/** Types both lines of the picture that is open. */
async function typeBoth(app: DrawnSession, second: string = line2): Promise<void> {
	await app.walk('m');
	app.type(bare1);
	await app.walk('enter');
	app.type(second);
	await app.walk('enter');
}

describe('a picture that was not read', () => {
	it('is not read, and paid, again with all that failed once a person has typed it', async () => {
		const asked: string[] = [];
		const engine = fakeEngine({
			concurrency: 1,
			answer: ({path}) => {
				asked.push(path.replace(/^.*\//, ''));
				if (/bad|worse/.test(path)) throw new AppError('NO_PASSPORT_FOUND', {path});
				return reading(numbered(1));
			},
		});
		const app = await opened({pictures: ['a.png', 'bad.png', 'worse.png'], engine});
		await app.walk('J');
		await app.waitFor('✗ bad.png');
		await typeBoth(app);
		await app.waitFor('Accepted: ERIKSSON');
		await app.walk('esc');
		await app.waitFor('100 %');
		await app.walk('R');
		await expect.poll(() => asked).toEqual(['a.png', 'bad.png', 'worse.png', 'worse.png']);
	});

	it('is a row in Check, with the reason and the keys that help', async () => {
		const app = await opened();
		expect(app.screen()[0]).toMatch(/✗ 1/);
		await app.walk('J');
		await app.waitFor('Not read: no passport found.');
		expect(app.screen()[0]).toContain('✗ bad.png');
		expect(all(app)).toContain('enter types its two lines');
		app.expectFits();
	});

	it('is never accepted, and never exported: not by a, enter, A or E', async () => {
		const app = await opened();
		await app.walk('J', 'a');
		await app.waitFor('It was not read: enter types its two lines');
		await app.walk('1', 'A');
		expect(app.screen()[0]).toContain('bad.png');
		await app.walk('y', 'u');
		for (const {review} of app.store.state().review.records) expect(['unreviewed', 'accepted']).toContain(review.state);
		expect(app.store.state().review.records.find(({path}) => path.endsWith('bad.png'))?.review.state).toBe(
			'unreviewed',
		);
	});

	it('is in the list of all pictures as not read, and opens from there to be typed', async () => {
		const app = await opened();
		await app.walk('l');
		await app.waitFor('no passport fou');
		await app.walk('down');
		await app.waitFor('to be typed by hand');
		await app.walk('enter');
		await app.waitFor('Not read: no passport found.');
	});

	it('is reached by n, the key to the next one that wants a person', async () => {
		const app = await opened();
		await app.walk('n');
		await app.waitFor('Not read: no passport found.');
	});

	it('goes away when reading it again finds a passport', async () => {
		let blind = true;
		const engine = fakeEngine({
			concurrency: 1,
			answer: ({path}) => {
				if (blind) throw new AppError('NO_PASSPORT_FOUND', {path});
				return reading();
			},
		});
		const app = await opened({pictures: ['bad.png'], engine});
		await app.waitFor('Not read');
		blind = false;
		await app.walk('r');
		await app.waitFor('ERIKSSON');
		expect(all(app)).not.toContain('Not read');
		expect(sidecar(app, 'bad')).toMatchObject({success: true});
	});

	it('that another look does not read either stays as it was read before', async () => {
		let blind = false;
		const engine = fakeEngine({
			concurrency: 1,
			answer: ({path}) => {
				if (blind) throw new AppError('NO_PASSPORT_FOUND', {path});
				return reading();
			},
		});
		const app = await opened({pictures: ['a.png'], engine});
		blind = true;
		await app.walk('r');
		while (engine.reads.length < 2) await new Promise(setImmediate);
		await app.walk('tab');
		expect(all(app)).toContain('ERIKSSON');
	});

	it('is a picture whose format cannot be read, too', async () => {
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline', engine: halfBlind()});
		await app.close();
		const {writeFileSync} = await import('node:fs');
		writeFileSync(join(app.folder, 'scan.jxl'), Buffer.from('ff0a3f10', 'hex'));
		const second = openDrawn({folder: app.folder, paths: ['.'], chosen: 'offline', engine: halfBlind()});
		await second.toReview();
		await second.walk('n');
		await second.waitFor('Not read: format cannot be read.');
		await typeBoth(second);
		await second.close();
		const engine = halfBlind();
		const third = openDrawn({folder: app.folder, paths: ['.'], chosen: 'offline', engine});
		await third.toReview();
		expect(
			third.store
				.state()
				.review.records.map(({engine: by}) => by)
				.sort(),
		).toEqual(['offline', 'person']);
		expect(engine.reads).toHaveLength(0);
	});
});

describe('typing the two lines', () => {
	it('shows each check digit as soon as it is typed, right or wrong', async () => {
		const app = await opened();
		await app.walk('J', 'm');
		app.type(bare1);
		await app.walk('enter');
		app.type(line2.slice(0, 9));
		await app.waitFor('9/44');
		expect(all(app)).not.toContain('✓ number');
		app.type(line2[9]!);
		await app.waitFor('✓ number');
		await app.walk('backspace');
		app.type(line2[9] === '0' ? '1' : '0');
		await app.waitFor(`✗ number: needs ${line2[9]}`);
		app.expectFits();
	});

	it('makes a passport of them: accepted, kept beside the picture, and exported', async () => {
		const app = await opened();
		await app.walk('J');
		await typeBoth(app);
		await app.waitFor('Accepted: ERIKSSON ANNA MARIA');
		expect(app.screen()[0]).not.toContain('✗');
		await expect.poll(() => sidecar(app, 'bad').success).toBe(true);
		expect(sidecar(app, 'bad')).toMatchObject({
			success: true,
			passport_number: 'L800072C3',
			mrz_line1: line1,
			mrz_line2: line2,
			passport_ocr: {
				engine: 'person',
				review: {state: 'edited'},
				evidence: {birth_date: {level: 'verified'}, surname_english: {level: 'unverified'}},
			},
		});
		await app.walk('K', 'a', 'E');
		await app.waitFor(/rows? written|Write|write/);
	});

	it('takes lower case, blanks and look-alikes of <, and both lines pasted at once', async () => {
		const app = await opened();
		await app.walk('J', 'm');
		app.paste(`${line1.toLowerCase()}\n${line2.replaceAll('<', '«')}\n`);
		await app.waitFor('✓ all');
		await app.walk('enter');
		await app.waitFor('Accepted: ERIKSSON ANNA MARIA');
	});

	it('does not take a line that is too short, and says which', async () => {
		const app = await opened();
		await app.walk('J', 'm', 'enter');
		await app.waitFor('Line 1 has 0 characters; it must have 44.');
		app.type(bare1);
		await app.walk('enter');
		app.type(line2.slice(0, 40));
		await app.walk('enter');
		await app.waitFor('Line 2 has 40 characters; it must have 44.');
		expect(app.store.state().typingMrz?.lines[1].text).toBe(line2.slice(0, 40));
	});

	it('takes a wrong check digit only with a second enter, and leaves the value to check', async () => {
		const app = await opened();
		await app.walk('J');
		const wrong = `${line2.slice(0, 9)}${(Number(line2[9]) + 5) % 10}${line2.slice(10)}`;
		await typeBoth(app, wrong);
		await app.waitFor('Wrong check digit: passport number');
		expect(existsSync(join(app.folder, 'bad.json')) && sidecar(app, 'bad').success).toBe(false);
		await app.walk('enter');
		await app.waitFor(/▸ Passport (?:no\.|number)/);
		expect(app.screen()[0]).toMatch(/! 1/);
		await expect.poll(() => sidecar(app, 'bad').passport_ocr.review?.state).toBe('unreviewed');
	});

	it('is dropped by esc, and nothing is kept of it', async () => {
		const app = await opened();
		await app.walk('J', 'm');
		app.type(bare1);
		await app.walk('esc');
		await app.waitFor('Not read: no passport found.');
		expect(sidecar(app, 'bad')).toMatchObject({success: false});
	});

	it('is undone and redone, on the disk as well', async () => {
		const app = await opened();
		await app.walk('J');
		await typeBoth(app);
		await app.waitFor('Accepted');
		await expect.poll(() => sidecar(app, 'bad').success).toBe(true);
		await app.walk('u');
		await app.waitFor('Undone');
		await expect.poll(() => sidecar(app, 'bad').success).toBe(false);
		await app.walk('down');
		await app.waitFor('Not read: no passport found.');
		await app.walk('ctrl+r');
		await expect.poll(() => sidecar(app, 'bad').success).toBe(true);
		expect(app.screen()[0]).not.toContain('✗');
	});

	it('is still there with --resume, also its undo', async () => {
		const first = await opened();
		await first.walk('J');
		await typeBoth(first);
		await first.waitFor('Accepted');
		await first.close();
		const engine = halfBlind();
		const second = openDrawn({folder: first.folder, engine, resume: true});
		await second.waitFor('Picked up where you left off');
		await second.walk('u', 'down');
		await second.waitFor('Not read: no passport found.');
		expect(engine.reads).toHaveLength(0);
		await expect.poll(() => sidecar(second, 'bad').success).toBe(false);
	});

	it('is not read again by the next run, whichever engine it asks', async () => {
		const app = await opened();
		await app.walk('J');
		await typeBoth(app);
		await app.waitFor('Accepted');
		await app.close();
		const engine = fakeEngine({id: 'xiangyun'});
		const {startBatch} = await import('../../source/core/batch/batch.ts');
		const {today} = await import('../support/records.ts');
		const paths = [join(app.folder, 'bad.png')];
		const [outcome] = await startBatch({paths, engine, today, now: () => new Date()}).done;
		expect(outcome).toMatchObject({kind: 'read', from: 'kept', record: {engine: 'person'}});
	});

	it.each(['en', 'zh'] as const)('fits into a small window, in words (%s)', async language => {
		for (const size of [
			{columns: 80, rows: 24},
			{columns: 120, rows: 40},
			{columns: 80, rows: 24, pictured: true},
		]) {
			const app = await opened({language, ...size});
			await app.walk('J', 'm');
			app.type(bare1);
			await app.walk('enter');
			app.type(line2.slice(0, 20));
			await app.waitFor('20/44');
			const {x, y, visible} = app.cursor();
			expect(visible).toBe(true);
			expect(app.screen()[y]?.slice(0, x)).toContain(line2.slice(0, 20));
			app.expectFits();
			await app.close();
		}
	});
});

describe('typing one field after the other', () => {
	it('makes a passport of what is typed, and asks for the rest', async () => {
		const app = await opened();
		await app.walk('J', 'e');
		app.type('L898902C3');
		await app.walk('enter');
		await app.waitFor(/Passport (?:no\.|number) +L898902C3/);
		expect(app.screen()[0]).toMatch(/! 1/);
		await expect.poll(() => sidecar(app, 'bad').passport_number).toBe('L898902C3');
	});
});

describe('the file that is written', () => {
	it('has a sheet of the pictures that were not read, until they are typed', async () => {
		const app = await opened({pictures: ['a.png', 'bad one.png', 'bad two.png']});
		await app.walk('J');
		await typeBoth(app);
		await app.waitFor('Accepted');
		while (!all(app).includes('a.png')) await app.walk('K');
		await app.walk('a', 'ctrl+e');
		await app.waitFor('passports-2026-11-22.xlsx');
		await app.walk('enter');
		await app.waitFor(/2 rows written/);
		expect(all(app)).toContain('1 failed: not in the list, sheet "Not read"');
		const workbook = new exceljs.Workbook();
		await workbook.xlsx.readFile(join(app.folder, 'passports-2026-11-22.xlsx'));
		expect(workbook.getWorksheet('Not read')?.rowCount).toBe(2);
		expect(workbook.getWorksheet('Not read')?.getRow(2).getCell(1).value).toBe('bad two.png');
	});
});
