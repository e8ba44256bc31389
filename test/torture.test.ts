import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {expect, it} from 'vitest';

const script = fileURLToPath(new URL('torture/run.mjs', import.meta.url));

// The whole takes up to 20 minutes and is run by hand: without this test it could stop working for weeks.
it('the torture starts, and its shortest part meets its goals', async () => {
	const {stdout} = await promisify(execFile)(process.execPath, [
		script,
		...['hostile-input', '--share', '0.02', '--seed', '4711'],
	]);
	expect(stdout).toContain('mutated journals (40)');
	expect(stdout).not.toMatch(/MISSED|\bNO\b/);
});
