import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {formatNames} from '../../source/text/export-formats.ts';
import {languages} from '../../source/text/index.ts';
import {openApp} from '../support/app.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {reading} from '../support/records.ts';

/** The texts of a picture, by their lines, without what is between them. */
function rowsOf(svg: string): readonly string[] {
	const rows = new Map<string, string>();
	for (const [, y, text] of svg.matchAll(/<text [^>]*y="([\d.]+)"[^>]*>([^<]*)</g)) {
		rows.set(y!, (rows.get(y!) ?? '') + text!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
	}
	return [...rows.values()];
}

const joined = (row: string): string => row.replaceAll(/[\s─│\u2580-\u259f]/g, '');

it.each(languages)('the picture of the README shows the screen that a person will see, %s', async language => {
	const rows = rowsOf(readFileSync(new URL(`../../source/readme/check-${language}.svg`, import.meta.url), 'utf8'));
	const lines = rows.map(joined).filter(row => /^[A-Z0-9<]{44}$/.test(row));
	expect(lines).toHaveLength(2);
	const app = openApp({
		language,
		columns: 104,
		rows: 34,
		pictures: ['passport_osei_kwame.png', 'z.png'],
		paths: ['.'],
		chosen: 'offline',
		pictured: true,
		engine: fakeEngine({answer: ({path}) => (path.endsWith('z.png') ? reading() : reading([lines[0]!, lines[1]!]))}),
	});
	await app.toReview();
	await app.waitFor(/cannot be shown|无法显示/);
	// The made-up picture is none, which is said on the left of the fields.
	const drawn = app.screen().map(row => joined(row.trimEnd().split(/ {2,}/).slice(-3).join('')));
	const shown = rows.map(joined).join('\n');
	// The keys, and each field with its value and reason: what the made-up reading has of them.
	const footer = app
		.screen()
		.map(joined)
		.filter(row => row !== '')
		.at(-1)!;
	expect(shown).toContain(footer);
	// A value that is cut depends on the longest label, and the printed text has longer ones.
	const fields = drawn.slice(1).filter(row => /[✓✗!·][^✓✗!·]+$/.test(row) && /^▸?[\p{L}][^…]*$/u.test(row));
	expect(fields.length).toBeGreaterThan(6);
	for (const field of fields) expect(shown).toContain(field);
});

it('the README lists every export format', () => {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	expect(readme).toContain(`format (${formatNames('en').join(', ')})`);
});

it('the README has the figures that were measured last', async () => {
	const {between, figureTable, readFigures} = await import(
		String(new URL('../../source/readme/figures.mjs', import.meta.url))
	);
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	expect(between.exec(readme)?.[0], 'npm run bench -- PART --readme writes them').toBe(figureTable(readFigures()));
});
