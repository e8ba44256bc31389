// What a person does in Check is what Reading shows when the person comes back.
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {walk} from '../support/lines.ts';
import {numbered, reading} from '../support/records.ts';

const all = (app: Pick<DrawnSession, 'screen'>) => app.screen().join('\n');

/** Two pictures, of which one cannot be read. Both are read, and the person is in Check. */
async function opened(size: {readonly columns?: number; readonly rows?: number} = {}): Promise<DrawnSession> {
	const engine = fakeEngine({
		concurrency: 1,
		answer: ({path}) => {
			if (path.endsWith('bad.png')) throw new AppError('NO_PASSPORT_FOUND', {path});
			return reading(numbered(0));
		},
	});
	const app = openDrawn({pictures: ['a.png', 'bad.png'], paths: ['.'], chosen: 'offline', engine, ...size});
	await app.toReview();
	return app;
}

/** Types both lines of the picture that failed; a wrong second line is taken with another enter. */
async function typeBad(app: DrawnSession, [first, second]: readonly [string, string] = numbered(7)): Promise<void> {
	await app.walk('J', 'm');
	app.type(first);
	await app.walk('enter');
	app.type(second);
	await app.walk('enter');
}

async function toReading(app: DrawnSession): Promise<void> {
	await app.walk('esc');
	await app.waitFor('100 %');
}

describe('a picture that failed', () => {
	it('is no failure any more, in no count and no list, once a person has typed it', async () => {
		const app = await opened({columns: 120, rows: 40});
		await toReading(app);
		expect(app.screen()[0]).toMatch(/✓ 1 +✗ 1/);
		expect(all(app)).toContain('1 failed');
		await app.walk('tab');
		await typeBad(app);
		await app.waitFor('Accepted: ERIKSSON');
		await toReading(app);
		expect(app.screen()[0]).toMatch(/2 of 2 +✓ 1 +✎ 1/);
		expect(all(app)).not.toMatch(/✗|\d failed/);
		expect(all(app)).toContain('1 edited, 1 proven. enter goes to checking.');
		await app.walk('G');
		expect(all(app)).not.toContain('No passport was found');
		await app.walk('f');
		await app.waitFor('Nothing failed.');
	});

	it('is to check when a check digit contradicts what was typed', async () => {
		const app = await opened();
		const [first, second] = numbered(7);
		await typeBad(app, [first, `${second.slice(0, 9)}${(Number(second[9]) + 5) % 10}${second.slice(10)}`]);
		await app.walk('enter');
		await app.waitFor(/▸ Passport number/);
		await toReading(app);
		expect(app.screen()[0]).toMatch(/✓ 1 +! 1 /);
		expect(all(app)).toContain('1 proven, 1 to check.');
	});

	it('counts as rejected once it is rejected, and as failed after that is undone', async () => {
		const app = await opened();
		await app.walk('J', 'x');
		await toReading(app);
		expect(app.screen()[0]).toMatch(/✓ 1 +– 1/);
		expect(all(app)).toContain('1 proven, 1 rejected.');
		await app.walk('tab', 'u');
		await toReading(app);
		expect(app.screen()[0]).toMatch(/✓ 1 +✗ 1/);
	});

	it('keeps the passport of an earlier reading, and says what went wrong with the last one', async () => {
		let isBlind = false;
		const engine = fakeEngine({
			concurrency: 1,
			answer: ({path}) => {
				if (isBlind) throw new AppError('NO_PASSPORT_FOUND', {path});
				return reading(numbered(0));
			},
		});
		const app = openDrawn({pictures: ['a.png'], paths: ['.'], chosen: 'offline', engine});
		await app.waitFor('1 proven.');
		isBlind = true;
		await app.walk('r');
		await app.waitFor('No passport was found');
		expect(app.screen()[0]).toMatch(/1 of 1 +✓ 1/);
		expect(all(app)).toContain('1 proven.');
	});

	it('is not counted as failed either when the batch is resumed as lines', async () => {
		const app = await opened();
		await app.walk('J', 'x');
		await app.close(false);
		const {said} = await walk([], ['/q'], {folder: app.folder, engine: fakeEngine(), named: false, resume: true});
		expect(said).toContain('1 proven, 1 rejected');
	});
});

describe('a row of Reading', () => {
	const rowOf = (app: DrawnSession, name: string) => app.screen().find(line => line.includes(name)) ?? '';

	it('says what a person accepted, edited, put off and rejected', async () => {
		let count = 0;
		const engine = fakeEngine({concurrency: 1, answer: () => reading(numbered(count++))});
		const pictures = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'];
		const app = openDrawn({pictures, paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		await app.walk('g', 'a', 'g', 'J');
		await app.walk('down', 'down', 'e', 'backspace', 'enter');
		await app.walk('g', 'J', 'J', 's', 'g', 'J', 'J', 'J', 'x');
		await toReading(app);
		expect(rowOf(app, 'a.png')).toMatch(/✓ ERIKSSON ANNA MARIA +accepted /);
		expect(rowOf(app, 'b.png')).toMatch(/✎ ERIKSSON ANNA M\S* edited by hand /);
		expect(rowOf(app, 'c.png')).toMatch(/! ERIKSSON ANN\S* skipped, to check /);
		expect(rowOf(app, 'd.png')).toMatch(/– ERIKSSON ANNA MARIA +rejected /);
		expect(rowOf(app, 'e.png')).toMatch(/✓ ERIKSSON ANNA MARIA +L8/);
		app.expectFits();
	});

	it('shows what was typed by hand as the check shows it: edited, or to check and why', async () => {
		const app = await opened();
		await typeBad(app);
		await app.waitFor('Accepted');
		await toReading(app);
		expect(rowOf(app, 'bad.png')).toMatch(/✎ ERIKSSON ANNA M\S* edited by hand /);
		await app.walk('tab', 'u');
		const [first, second] = numbered(7);
		await typeBad(app, [first, `${second.slice(0, 9)}${(Number(second[9]) + 5) % 10}${second.slice(10)}`]);
		await app.walk('enter');
		await app.waitFor(/▸ Passport number/);
		await toReading(app);
		expect(rowOf(app, 'bad.png')).toMatch(/! to check: passport number/i);
		await app.walk('tab', 'u', 'x');
		await toReading(app);
		expect(rowOf(app, 'bad.png')).toMatch(/– no passport found +rejected /);
	});
});
