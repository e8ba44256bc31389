import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {parse} from '../../source/command-line/parse.ts';
import {skill as writeSkill} from '../../source/commands/skill.ts';
import {packagePath} from '../../source/core/package-root.ts';
import {serviceFields} from '../../source/core/passport/printed/service-fields.ts';
import {withTables} from '../support/json-reference.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const name = 'ocr-passport-xiangyun';
const folder = packagePath('source', 'skill', name);
const page = (...parts: readonly string[]) => readFileSync(join(folder, ...parts), 'utf8');
const skill = page('SKILL.md');

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

/** The rules of the published format: agentskills.io/specification. */
test('the skill is valid by the rules for skills', () => {
	const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(skill)!;
	const members = Object.fromEntries(head!.split('\n').map(line => /^([a-z-]+): (.+)$/.exec(line)!.slice(1)));
	expect(Object.keys(members)).toEqual(['name', 'description', 'license', 'compatibility']);
	expect(members.name).toBe(name);
	expect(name).toMatch(/^(?!.*--)[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$/);
	expect(members.description!.length).toBeLessThanOrEqual(1024);
	expect(members.compatibility!.length).toBeLessThanOrEqual(500);
	// A colon and a space, or a comment sign, would need quotes in YAML.
	for (const value of Object.values(members)) expect(value).not.toMatch(/: | #|^["'[{&*!|>%@`]/);
	expect(body!.split('\n').length).toBeLessThan(500);
	for (const trigger of ['passport OCR', '护照识别', '翔云', 'Excel', 'base64', 'URL', 'MRZ']) {
		expect(members.description).toContain(trigger);
	}
});

test('links lead to files of the skill, one level deep, and every file of it is linked', () => {
	const pages = ['SKILL.md', ...readdirSync(join(folder, 'references')).map(file => `references/${file}`)];
	const linked = new Set(['SKILL.md']);
	for (const path of pages) {
		for (const [, link] of page(path).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
			const target = join(dirname(path), link!).replaceAll('\\', '/');
			expect(pages, `${path}: ${link}`).toContain(target);
			if (path === 'SKILL.md') linked.add(target);
		}
	}
	expect([...linked].sort()).toEqual([...pages].sort());
});

test('the page about the service knows every field that the program knows', () => {
	const reference = page('references', 'api.md');
	for (const {key, desc} of serviceFields) {
		expect(reference, key).toContain(`\`${key}\``);
		expect(reference, desc[0]).toContain(desc[0]);
	}
});

test('the page about JSON has every key and code, as the code has them', () => {
	const path = join(folder, 'references', 'json.md');
	const text = page('references', 'json.md');
	if (process.env.UPDATE_README) writeFileSync(path, withTables(text));
	// Only keys and codes: a sentence that is put better must not fail here.
	const codes = (all: string) => [...all.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code);
	expect(codes(text), 'UPDATE_README=1 with this test writes it again').toEqual(codes(withTables(text)));
});

test('skill --to writes the folder, again over its own, never over another skill', async () => {
	const to = temporaryFolder();
	const run = () => runCommand(writeSkill, ['skill', '--to', to]);
	expect((await run()).said).toEqual([`Written to ${join(to, name)}.`]);
	expect((await run()).exitCode).toBe(0);
	for (const file of ['SKILL.md', 'references/api.md', 'references/json.md']) {
		expect(await readFile(join(to, name, file), 'utf8')).toBe(page(file));
	}
	await writeFile(join(to, name, 'SKILL.md'), 'the original skill');
	await writeFile(join(to, name, 'config.json'), '{}');
	await expect(run()).rejects.toMatchObject({code: 'FOREIGN_FILE'});
	expect(await readFile(join(to, name, 'SKILL.md'), 'utf8')).toBe('the original skill');
});

test('without --to it goes where the agents of this home look', async () => {
	const home = temporaryFolder();
	const run = () => runCommand(writeSkill, ['skill'], {env: {HOME: home}});
	await run();
	expect(existsSync(join(home, '.agents', 'skills', name, 'SKILL.md'))).toBe(true);
	await mkdir(join(home, '.claude'));
	await run();
	expect(existsSync(join(home, '.claude', 'skills', name, 'SKILL.md'))).toBe(true);
});
