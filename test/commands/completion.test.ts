import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {commandNames, optionsOf} from '../../source/command-line/options.ts';
import {completion} from '../../source/commands/completion.ts';
import {languages} from '../../source/text/index.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const printed = async (shell: string, language: 'en' | 'zh' = 'en') =>
	(await runCommand(completion, ['completion', shell], {language})).out;

const hasBash = process.platform !== 'win32';

/** What bash offers behind these words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'group'));
	writeFileSync(join(folder, 'script.bash'), await printed('bash'));
	const lines = [
		'source script.bash',
		`COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')})`,
		`COMP_CWORD=${words.length - 1}`,
		// Outside of a completion bash refuses to change how one is made.
		'compopt() { echo "compopt $*"; }',
		'_passport_ocr_tui',
		`printf '%s\\n' "\${COMPREPLY[@]}"`,
	];
	const out = execFileSync('bash', ['--norc', '-c', lines.join('\n')], {cwd: folder, encoding: 'utf8'});
	return out.split('\n').filter(Boolean);
}

test.runIf(hasBash)('bash offers commands, then their options, then what these take', async () => {
	expect(await offered('passport-ocr-tui', '')).toEqual([...commandNames]);
	expect(await offered('passport-ocr-tui', 'rec')).toEqual(['recognize']);
	expect(await offered('passport-ocr-tui', 'recognize', '--max')).toEqual(['--max-calls']);
	expect(await offered('passport-ocr-tui', 'export', '--max')).toEqual([]);
	expect(await offered('passport-ocr-tui', 'recognize', '--engine', 'o')).toEqual(['offline']);
	expect(await offered('passport-ocr-tui', 'recognize', '--engine', '=', 'o')).toEqual(['offline']);
	expect(await offered('passport-ocr-tui', 'recognize', '--engine', '=')).toContain('xiangyun');
	expect(await offered('passport-ocr-tui', '--lang', 'zh', 'config', 's')).toContain('save');
	expect(await offered('passport-ocr-tui', 'recognize', '--dir', '')).toEqual(['compopt -o dirnames']);
	expect(await offered('passport-ocr-tui', 'recognize', '--file', '')).toEqual([]);
	expect(await offered('passport-ocr-tui', 'config', 'save', '--key', '')).toEqual(['compopt +o default']);
});

test.each(['bash', 'zsh', 'fish', 'man'])('%s knows every command and every option of it', async shell => {
	for (const language of languages) {
		const out = await printed(shell, language);
		const plain = out.replaceAll('\\-', '-');
		for (const name of commandNames) {
			expect(plain).toContain(name);
			for (const option of optionsOf(name)) expect(plain).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
		}
		expect(out).not.toContain('undefined');
	}
});

test('a manual page begins with its head, and no text of it is taken for a request', async () => {
	const page = await printed('man');
	expect(page).toMatch(/^\.TH "PASSPORT-OCR-TUI" 1 /);
	const requests = page.split('\n').filter(line => /^[.']/.test(line));
	expect(requests.filter(line => !/^\.(?:TH|SH|SS|TP|PP|B|br|nf|fi)\b/.test(line))).toEqual([]);
});

test('a shell that is not known, and none at all, is wrong usage', async () => {
	await expect(printed('tcsh')).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(completion, ['completion'])).rejects.toMatchObject({code: 'USAGE'});
	await expect(runCommand(completion, ['completion', 'zsh', 'x'])).rejects.toMatchObject({code: 'USAGE'});
});
