import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {expect, it} from 'vitest';
import {ownCommand} from '../../../source/core/settings/own-command.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

function installed() {
	const folder = temporaryFolder();
	const script = join(folder, 'lib', 'cli.js');
	const bin = join(folder, 'bin');
	for (const one of ['lib', 'bin']) mkdirSync(join(folder, one));
	writeFileSync(script, '');
	symlinkSync(script, join(bin, 'passport-ocr-tui'));
	return {folder, script, bin};
}

const linux = {platform: 'linux'} as const;

it('is the name where the shell finds this very program by it', () => {
	const {bin, script} = installed();
	const env = {PATH: ['/nowhere', bin].join(delimiter)};
	expect(ownCommand({...linux, script, env})).toBe('passport-ocr-tui');
	expect(ownCommand({...linux, script: join(bin, 'passport-ocr-tui'), env})).toBe('passport-ocr-tui');
});

it('is how it was started where the name is unknown, or belongs to another copy', () => {
	const {script} = installed();
	const other = installed();
	expect(ownCommand({...linux, script, env: {}})).toBe(`node ${script}`);
	expect(ownCommand({...linux, script, env: {PATH: other.bin}})).toBe(`node ${script}`);
});

it('is npx again where npx had started it', () => {
	const script = '/home/anna/.npm/_npx/1a2b/node_modules/.bin/passport-ocr-tui';
	expect(ownCommand({...linux, script, env: {PATH: '/home/anna/.npm/_npx/1a2b/node_modules/.bin'}})).toBe(
		'npx passport-ocr-tui',
	);
});

it('names the folder of the settings that was named, as a shell reads it', () => {
	const command = ownCommand({...linux, script: '/my apps/cli.js', env: {}, configDir: "/anna's settings"});
	expect(command).toBe("node '/my apps/cli.js' --config-dir '/anna'\\''s settings'");
});
