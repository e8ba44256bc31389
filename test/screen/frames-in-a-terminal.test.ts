import {copyFileSync, existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {afterEach, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {noPseudoTerminal, type RunningProgram, runInPseudoTerminal} from '../support/terminal-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let running: RunningProgram | undefined;
afterEach(() => {
	running?.script.kill('SIGKILL');
	running = undefined;
});

/** Networks are loaded and a page is read: on a busy machine longer than anything else that is waited for. */
async function waitLong(app: RunningProgram, wanted: string | RegExp): Promise<void> {
	await app.waitFor(wanted).catch(() => app.waitFor(wanted));
}

/** A key that comes again at once on another screen counts as held: a person looks first. */
const lookAtIt = () => setTimeout(1000);

describe.skipIf(noPseudoTerminal)(
	`the program as it is shipped, in a real pseudo-terminal${noPseudoTerminal ? ` (${noPseudoTerminal})` : ''}`,
	() => {
		it.each([
			['en', ['enter goes to checking', 'Check', 'All checked', 'row to write', '1 row written']],
			['zh', ['按回车开始核对', '核对', '全部核对完', '将导出 1 行', '已导出 1 行']],
		] as const)(
			'goes from a picture to a spreadsheet and gives the terminal back: %s',
			async (language, words) => {
				const folder = temporaryFolder();
				const pictures = join(folder, 'pictures');
				mkdirSync(pictures);
				copyFileSync(join(root, 'source/specimens/IMG_2041.jpg'), join(pictures, 'IMG_2041.jpg'));
				const app = runInPseudoTerminal(
					'cd "$PICTURES"; "$NODE" "$CLI" --engine offline --lang "$WORDS" .; echo "code=$?"; stty -a',
					{
						NODE: process.execPath,
						CLI: join(root, 'dist/cli.js'),
						PICTURES: pictures,
						WORDS: language,
						PASSPORT_OCR_CONFIG_DIR: join(folder, 'settings'),
					},
				);
				running = app;
				const [read, checking, done, write, written] = words;
				await waitLong(app, read);
				expect(app.terminal.alternate()).toBe(true);
				app.press('enter');
				await app.waitFor('P<UTOLINDQVIST');
				expect(app.screen()[0]).toContain(checking);
				await lookAtIt();
				app.press('enter');
				await app.waitFor(done);
				await lookAtIt();
				app.press('enter');
				await app.waitFor(write);
				await lookAtIt();
				app.press('enter');
				await waitLong(app, written);
				app.press('ctrl+c');
				await app.waitFor('code=130');
				await app.waitFor(/(?<!-)\bicanon\b/);
				expect(app.terminal.alternate()).toBe(false);
				expect(app.terminal.cursor().visible).toBe(true);
				expect(existsSync(join(pictures, 'IMG_2041.json'))).toBe(true);
			},
			120_000,
		);
	},
);
