import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {type DrawnSession, openDrawn} from '../support/drawn-session.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading} from '../support/records.ts';

const pictures = ['1.png', '2.png', '3.png'];

/** Reads the pictures in their order. */
function oneByOne() {
	let read = 0;
	return fakeEngine({concurrency: 1, answer: () => reading(numbered(read++))});
}

/** Accepts the first, rejects the second, and goes to the surname of the third. */
async function work(app: DrawnSession): Promise<void> {
	await app.toReview();
	await app.walk('a', 'x', 'down');
	await app.waitFor('▸ Surname');
	expect(app.screen()[0]).toContain('3.png');
}

const journalFolder = ({folder}: DrawnSession) => join(folder, '.settings', 'batches');
const journals = (app: DrawnSession) => readdirSync(journalFolder(app)).map(name => join(journalFolder(app), name));

describe('coming back', () => {
	it('opens the same passport on the same field, and undoes what was done before', async () => {
		const first = openDrawn({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		const second = openDrawn({folder: first.folder, engine: fakeEngine(), resume: true});
		await second.waitFor('Picked up where you left off: 3 passports in ');
		expect(second.screen()[0]).toContain('3.png');
		expect(second.screen().join('\n')).toContain('▸ Surname');
		await second.walk('u');
		expect(second.screen()[0]).toContain('2.png');
		await second.walk('u');
		expect(second.screen()[0]).toContain('1.png');
		await second.walk('u');
		await second.waitFor('Nothing to undo.');
		await second.walk('ctrl+r', 'ctrl+r');
		expect(second.screen()[0]).toMatch(/✓ 2 .*– 1/);
		await expect.poll(() => journals(first)).toHaveLength(1);
	});

	it('is offered on the first screen', async () => {
		const first = openDrawn({pictures, paths: ['.'], chosen: 'offline', engine: oneByOne()});
		await work(first);
		await first.close();
		const second = openDrawn({folder: first.folder, engine: fakeEngine()});
		await second.waitFor('Resume 3 pictures');
		second.choose('goOn');
		await second.waitFor('Picked up where you left off');
		expect(second.screen()[0]).toContain('3.png');
	});
});
