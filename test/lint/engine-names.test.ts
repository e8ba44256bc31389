import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import glob from 'fast-glob';
import {expect, test} from 'vitest';
import {engineIds} from '../../source/core/engines/choice.ts';

const source = fileURLToPath(new URL('../../source', import.meta.url));

/** Where an engine may be named: in its own folder and the registry, in what is stored, and in words. */
const rooms = ['core/engines/**', 'core/settings/**', 'text/**'];

test('no room names an engine: what it needs to know is a trait', async () => {
	const files = await glob('**/*.{ts,tsx}', {cwd: source, ignore: rooms});
	expect(files.length).toBeGreaterThan(200);
	const naming: string[] = [];
	for (const file of files) {
		const text = (await readFile(join(source, file), 'utf8')).toLowerCase();
		if (engineIds.some(id => text.includes(id))) naming.push(file);
	}
	expect(naming).toEqual([]);
});
