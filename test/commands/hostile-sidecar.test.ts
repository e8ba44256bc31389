import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {exportRows} from '../../source/commands/export.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {acted, writeHostileSidecar} from '../support/hostile.ts';
import {walk} from '../support/lines.ts';
import {folderOf} from '../support/pictures.ts';
import {runCommand} from '../support/run-command.ts';
import {unzipped} from '../support/unzipped.ts';

const pictures = ['anna.png', 'title\u001b]0;owned\u0007\u202e.png'];

function hostileFolder(): string {
	const folder = folderOf(pictures);
	for (const picture of pictures) writeHostileSidecar(folder, picture);
	return folder;
}

const control = /[\u0000-\u0008\u000b-\u001f]/;

describe('a JSON of another program beside a picture', () => {
	it.each(['json', 'ndjson', 'table', 'brief'])('sends nothing to the terminal in recognize as %s', async format => {
		const words = ['recognize', '--dir', hostileFolder(), '--engine', 'offline', '--output-format', format];
		const {out, said} = await runCommand(recognize, words, {engine: fakeEngine()});
		expect(out).toContain('ERIKSSON');
		expect(out + said.join('\n')).not.toMatch(acted);
		expect(out + said.join('\n')).not.toMatch(control);
	});

	it.each(['json', 'ndjson', 'csv'])('sends nothing to the terminal in export as %s', async format => {
		const folder = hostileFolder();
		const output = join(folder, `list.${format}`);
		const {said} = await runCommand(exportRows, ['export', '--from-dir', folder, '--format', format, '-o', output]);
		const list = readFileSync(output, 'utf8');
		expect(list).toContain('ERIKSSON');
		expect(list + said.join('\n')).not.toMatch(acted);
	});

	it('sends nothing to the terminal in line mode', async () => {
		const {said} = await walk([], ['', '', '', '', '', '', ''], {folder: hostileFolder()});
		expect(said).toContain('ERIKSSON');
		expect(said).not.toMatch(acted);
	});

	it.each(['default', 'original'])('leaves a workbook that is XML: columns %s', async columns => {
		const folder = hostileFolder();
		const output = join(folder, 'list.xlsx');
		await runCommand(exportRows, ['export', '--from-dir', folder, '--columns', columns, '--output', output]);
		for (const [name, text] of unzipped(readFileSync(output))) {
			if (!/\.(xml|rels)$/.test(name)) continue;
			// XML 1.0, 2.2: Char.
			expect(text, name).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
			expect(text, name).not.toMatch(/&#(?:x0*(?:[0-8bce-f]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/i);
		}
	});
});
