import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {parse} from '../../source/command-line/parse.ts';
import {packagePath} from '../../source/core/package-root.ts';
import {serviceFields} from '../../source/core/passport/printed/service-fields.ts';

const skill = readFileSync(packagePath('source', 'skill', 'SKILL.md'), 'utf8');
const reference = readFileSync(packagePath('source', 'core', 'engines', 'xiangyun', 'API.md'), 'utf8');

test('every command that the skill shows is one, with options that there are', () => {
	const commands = [...skill.matchAll(/passport-ocr-tui ([a-z]+ [^\n|`]*)/g)].map(
		([, words]) => words!.split(/ {2,}#/)[0]!,
	);
	expect(commands.length).toBeGreaterThan(10);
	for (const words of commands) expect(() => parse(words.trim().split(' '), () => true), words).not.toThrow();
});

test('every option that the skill names is one', () => {
	const options = [...skill.matchAll(/`(--[a-z-]+)(?: [A-Z]+)?`/g)].map(([, option]) => option!);
	expect(options.length).toBeGreaterThan(5);
	for (const option of options) {
		expect(() => parse(['recognize', option, '1', '--help'], () => true), option).not.toThrow(/unknown-option/);
	}
});

test('the front matter has what an agent looks for', () => {
	expect(skill).toMatch(/^---\nname: ocr-passport-xiangyun\ndescription: .{100,1000}\n---\n/);
	for (const trigger of ['passport OCR', '护照识别', '翔云', 'Excel']) expect(skill).toContain(trigger);
});

test('the reference knows every field that the program knows', () => {
	for (const {key, desc} of serviceFields) {
		expect(reference, key).toContain(`\`${key}\``);
		expect(reference, desc[0]).toContain(desc[0]);
	}
});
