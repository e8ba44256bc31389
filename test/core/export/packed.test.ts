import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packed, reordered} from '../../../source/core/export/excel/packed.ts';
import {isFilledFile} from '../../../source/core/export/is-filled-file.ts';
import {inParts} from '../../../source/core/export/parts.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

test('what is kept for later comes back as it was, as often as it is asked for', () => {
	const items = packed<unknown>();
	expect([...items]).toEqual([]);
	const kept = ['李🙂é\n\u2028', {a: [1, null]}, 'x'.repeat(600_000), 'y'.repeat(600_000)];
	for (const item of kept) items.add(item);
	expect([...items]).toEqual(kept);
	items.add('last');
	expect([...items]).toEqual([...kept, 'last']);
	expect([...items]).toEqual([...kept, 'last']);
});

test.each([0, 1, 10, 4096, 4097, 10_000])('%i items come in another order, without those that are left out', count => {
	const all = Array.from({length: count}, (_, at) => at);
	expect([...reordered(all, count, at => count - 1 - at)]).toEqual([...all].reverse());
	const even = all.filter(at => at % 2 === 0);
	expect([...reordered(all, even.length, at => (at % 2 === 0 ? at / 2 : -1))]).toEqual(even);
});

test('a file is written in parts, and has all that was said', () => {
	const line = 'x'.repeat(1 << 15);
	expect([...inParts([])]).toEqual([]);
	expect([...inParts(['a', '', 'b'])]).toEqual(['ab']);
	expect([...inParts([line, line, 'a', line])].map(part => part.length)).toEqual([1 << 16, (1 << 15) + 1]);
});

test('something is there unless it is an empty file', () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'empty'), '');
	writeFileSync(join(folder, 'one'), 'x');
	mkdirSync(join(folder, 'folder'));
	expect(['none', 'empty', 'one', 'folder'].map(name => isFilledFile(join(folder, name)))).toEqual([
		false,
		false,
		true,
		true,
	]);
});
