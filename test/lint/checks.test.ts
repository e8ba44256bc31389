import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a script of package.json printed, and how it ended. */
const run = (script: string, words: readonly string[]) =>
	new Promise<{readonly code: unknown; readonly said: string}>(resolve => {
		const options = {cwd: root, maxBuffer: 1e8, shell: process.platform === 'win32'};
		execFile('npm', ['run', '--silent', script, ...words], options, (error, stdout, stderr) =>
			resolve({code: error?.code ?? 0, said: `${stdout}${stderr}`}),
		);
	});

// In the tests' own run, so that they take the core that a test which waits leaves idle.
test.each([
	['lint', []],
	// Threads of the compiler each check again what they share.
	['types', ['--', '--singleThreaded']],
] as const)('npm run %s finds nothing', {timeout: 600_000}, async (script, words) => {
	const {code, said} = await run(script, words);
	expect(code, said).toBe(0);
});
