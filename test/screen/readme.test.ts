import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {width} from '../../source/screen/layout/width.ts';
import {formatNames} from '../../source/text/export-formats.ts';
import {openApp} from '../support/app.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading} from '../support/records.ts';

/** Rows of the picture's own: the header counts a whole batch, the strip is cut out of a photograph. */
const ofItsOwn = [0, 13, 14, 15, 16];

it('the README shows the screen that a person will see', async () => {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	const shown = /(?<=```text\n)[\s\S]*?(?=\n```)/.exec(readme)![0].split('\n');
	expect(shown).toHaveLength(24);
	for (const line of shown) expect(width(line)).toBeLessThanOrEqual(80);
	const lines = shown.map(line => line.trim()).filter(line => /^[A-Z0-9<]{44}$/.test(line));
	const app = openApp({
		pictures: ['passport_osei_kwame.png'],
		paths: ['.'],
		chosen: 'offline',
		pictured: true,
		engine: fakeEngine({answer: () => reading([lines[0]!, lines[1]!])}),
	});
	await app.toReview();
	await app.waitFor('enlarged');
	const drawn = app.screen();
	expect(drawn[0]).toContain('passport_osei_kwame');
	const kept = (rows: readonly string[]) => rows.filter((_, row) => !ofItsOwn.includes(row));
	expect(kept(shown)).toEqual(kept(drawn));
});

it('the README lists every export format', () => {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	expect(readme).toContain(`format (${formatNames('en').join(', ')})`);
});
