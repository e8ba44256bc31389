import {execFile} from 'node:child_process';

/** Milliseconds. */
const patience = 2000;

/** What tmux prints; undefined where it fails or does not answer in time. */
export const runTmux = (words: readonly string[]): Promise<string | undefined> =>
	new Promise(resolve => {
		execFile('tmux', [...words], {timeout: patience}, (error, stdout) => resolve(error ? undefined : stdout));
	});
