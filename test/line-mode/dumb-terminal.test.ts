import {afterEach, describe, expect, it} from 'vitest';
import {program} from '../support/cli.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {noPseudoTerminal, type RunningProgram, runInPseudoTerminal} from '../support/terminal-program.ts';

describe.skipIf(noPseudoTerminal)('a terminal that shows lines only, such as a shell inside Emacs', () => {
	let running: RunningProgram | undefined;
	afterEach(() => void running?.script.kill('SIGKILL'));

	const open = (words: string) => {
		const folder = temporaryFolder();
		running = runInPseudoTerminal(`cd "$FOLDER"; "$NODE" "$CLI" ${words}; echo "left with $?"`, {
			TERM: 'dumb',
			NODE: process.execPath,
			CLI: program,
			FOLDER: folder,
			PASSPORT_OCR_CONFIG_DIR: folder,
		});
		return running;
	};

	it('opens the session as questions and answers, unless nothing may be asked', async () => {
		const session = open('--lang en');
		await session.waitFor('An empty answer takes what is proposed.');
		session.type('/q\n');
		await session.waitFor(/left with \d/);
		const silent = open('--lang en --no-input');
		await silent.waitFor('left with 2');
		expect(silent.screen().join('\n')).not.toContain('An empty answer');
	});
});
