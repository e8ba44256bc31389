// Two pictures of one name in two folders are distinguished wherever a person reads their names.
import {copyFile, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {runCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {specimen} from '../support/workplace.ts';

test('two pictures of one name in two folders', async () => {
	const cwd = temporaryFolder();
	for (const [folder, name] of [
		['a', 'photo.jpg'],
		['b', 'old passport.jpg'],
		['c', 'passport_osei_kwame.jpg'],
	] as const) {
		await mkdir(join(cwd, 'two', folder), {recursive: true});
		await copyFile(specimen(name), join(cwd, 'two', folder, 'p.jpg'));
	}
	await copyFile(specimen('photo.jpg'), join(cwd, 'two', 'alone.jpg'));
	const read = ['recognize', '--engine', 'offline', '--dir', 'two', '--output-format'];
	const table = await runCli([...read, 'table'], {cwd});
	for (const name of ['a/p.jpg', 'b/p.jpg', 'c/p.jpg']) {
		expect(table.out).toContain(name);
		expect(table.stderr).toMatch(new RegExp(`\\[\\d/4\\] ${name}:`));
	}
	expect(table.out).not.toContain('two/');
	expect(table.stderr).toMatch(/Validity: .*b\/p\.jpg/);
	// What programs read stays the name of the file.
	const {out} = await runCli([...read, 'json', '-q'], {cwd});
	const names = (JSON.parse(out) as {source_image: string}[]).map(one => one.source_image);
	expect(names.toSorted()).toEqual(['alone.jpg', 'p.jpg', 'p.jpg', 'p.jpg']);
	const lines = await runCli(['export', '--from-dir', 'two', '--format', 'docs-amadeus', '-o', '-'], {cwd});
	expect(lines.stderr).toMatch(/Validity: .*b\/p\.jpg/);
	expect(lines.stderr).toMatch(/^c\/p\.jpg: /m);
	expect(lines.stderr).toMatch(/a\/p\.jpg = alone\.jpg|alone\.jpg = a\/p\.jpg/);
});
