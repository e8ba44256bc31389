import {readdirSync} from 'node:fs';
import {getPriority} from 'node:os';
import {expect, onTestFinished, test} from 'vitest';
import {startCli} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** How many levels lower than the program's first thread each of the others is, the lowest first. */
const levelsLower = (pid: number): number[] =>
	readdirSync(`/proc/${pid}/task`)
		.filter(thread => Number(thread) !== pid)
		.map(thread => getPriority(Number(thread)) - getPriority(pid))
		.sort((a, b) => b - a);

const started = (words: readonly string[]): number => {
	const child = startCli(words, {cwd: temporaryFolder()});
	onTestFinished(() => void child.kill('SIGKILL'));
	return child.pid!;
};

// Other systems know a priority of the whole program only.
test.runIf(process.platform === 'linux')("V8's threads give way in a session, and in no command", async () => {
	const session = started(['demo']);
	await expect.poll(() => levelsLower(session).filter(levels => levels > 0).length).toBeGreaterThanOrEqual(4);
	const command = started(['recognize', '-']);
	await expect.poll(() => levelsLower(command).length).toBeGreaterThanOrEqual(5);
	expect(levelsLower(command).filter(levels => levels !== 0)).toEqual([]);
});
