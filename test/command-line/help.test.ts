import {expect, test} from 'vitest';
import {help} from '../../source/command-line/help.ts';
import {type CommandName, commandNames, optionsOf} from '../../source/command-line/options.ts';
import {exitCodes} from '../../source/core/errors.ts';
import {languages, messages} from '../../source/text/index.ts';

const all: readonly CommandName[] = ['', ...commandNames];

test.each(all.flatMap(name => languages.map(language => [name || 'the session', language, name] as const)))(
	'help of %s in %s names every option of it',
	(_title, language, name) => {
		const text = help(name, messages(language));
		for (const option of optionsOf(name)) expect(text).toContain(`--${option}`);
		expect(text).not.toContain('undefined');
		expect(text.endsWith('\n')).toBe(true);
	},
);

test('Chinese help is Chinese', () => {
	expect(help('export', messages('zh'))).toContain('要写入的文件');
});

test('help names each variable and each exit code that a script may meet', () => {
	for (const language of languages) {
		const text = help('', messages(language));
		for (const name of ['PASSPORT_OCR_LANG', 'NO_COLOR', 'FORCE_COLOR']) expect(text).toContain(name);
		for (const code of [...Object.values(exitCodes)]) expect(text).toMatch(new RegExp(`\\b${code}\\b`));
	}
});
