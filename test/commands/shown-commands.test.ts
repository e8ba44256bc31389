// Every command that README, the pages below source/reference and SKILL.md show is run, as it is written there: the
// skill's first, because an agent knows nothing else, then what the pages have beside them. What was read is kept.
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {parse} from '../../source/command-line/parse.ts';
import {root} from '../support/cli.ts';
import {mrz} from '../support/records.ts';
import type {Ran} from '../support/run-here.ts';
import {commandsIn, linesOf, specimen, workplace} from '../support/workplace.ts';
import {startXiangyunServer, testCredentials} from '../support/xiangyun-server.ts';

const minutes = 60_000;

const skill = async () => await readFile(join(root, 'source', 'skill', 'ocr-passport-xiangyun', 'SKILL.md'), 'utf8');

const pages = async () => {
	const folder = join(root, 'source', 'reference');
	const paths = ['README.md', ...(await readdir(folder)).map(name => `source/reference/${name}`)];
	return await Promise.all(paths.map(async path => ({path, text: await readFile(join(root, path), 'utf8')})));
};

/** What a command ends with that does not end with 0. */
const exitCodes: readonly (readonly [part: string, exitCode: number])[] = [
	['--strict', 5],
	// The number of one of them contradicts its check digit: no airline line.
	['--format docs-amadeus', 1],
];

/** Commands of the guided session have no results to compare here; those of other machines have tests of their own. */
const isSession = (line: string) => /^passport-ocr-tui(?: --resume| --plain| --watch scanner| ~\S+)?$/.test(line);
const isOurs = (line: string) => /(?:^|\| )passport-ocr-tui/.test(line) && !line.includes('--shard');

test('what is named in the text is a command with options that there are', async () => {
	for (const {path, text} of await pages()) {
		const named = [...text.matchAll(/`passport-ocr-tui ([^`<|]*)`/g)].map(([, words]) => words!.trim().split(' '));
		for (const words of named) {
			const given = words.map(word => word.replaceAll("'", ''));
			if (given[0] !== 'COMMAND') expect(() => parse(given, () => true), `${path}: ${given}`).not.toThrow();
		}
		const scripts = [...text.matchAll(/(?:`|^|&& )npm (?:run )?([a-z][\w:-]*)/gm)].map(([, name]) => name!);
		const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).scripts as object;
		const builtIn = ['ci', 'cit', 'install', 'link', 'pack', 'test'];
		for (const name of scripts) if (!builtIn.includes(name)) expect(Object.keys(own), path).toContain(name);
		for (const [, link] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
			expect(existsSync(join(root, dirname(path), link!)), `${path}: ${link}`).toBe(true);
		}
	}
});

/** Runs lines of which each is in a page, and finds what one of them did by words that are in it. */
async function runner(service: {readonly url: string}, port: number) {
	const {cwd, run, runHere} = await workplace({PASSPORT_OCR_ENDPOINT: service.url, SECRET: testCredentials.secret});
	for (const folder of ['scanner', 'Pictures', 'ocr-passport-xiangyun']) await mkdir(join(cwd, folder));
	await symlink(join(cwd, 'group'), join(cwd, 'Pictures', 'group'));
	await copyFile(specimen('photo.jpg'), join(cwd, 'scanner', 'photo.jpg'));
	await writeFile(join(cwd, 'ocr-passport-xiangyun', 'config.json'), JSON.stringify(testCredentials));
	await writeFile(join(cwd, 'secret.txt'), testCredentials.secret);
	await writeFile(join(cwd, 'lines.txt'), mrz.join('\n'));
	await writeFile(join(cwd, 'states.csv'), 'UTO,100000999\nDEU,100000204\n');
	const ran = new Map<string, Ran>();
	const started = new Set<string>();
	/** The first of each command is a program of its own, and so is one that a shell gives something or that is stopped. */
	const isAlone = (line: string) => {
		const [, command = ''] = line.split(' ');
		const isFirst = !started.has(command);
		started.add(command);
		return isFirst || /[|<>]|--watch/.test(line.replaceAll(/'[^']*'/g, ''));
	};
	const runAll = async (lines: readonly string[]) => {
		for (const line of lines) {
			if (ran.has(line)) continue;
			if (isSession(line)) {
				expect(() => parse(line.split(' ').slice(1), () => true), line).not.toThrow();
				continue;
			}
			const here = line
				.replace('--key KEY', `--key ${testCredentials.key}`)
				.replace("'LINE 1' 'LINE 2'", mrz.map(one => `'${one}'`).join(' '))
				.replace('https://example.org/', `http://127.0.0.1:${port}/`)
				.replace(/(--url \S+)/, '$1 --allow-private');
			const until = line.includes('--watch') ? /photo\.jpg/ : undefined;
			const result = await (isAlone(line) ? run(here, until) : runHere(here));
			const [, expected = 0] = exitCodes.find(([part]) => line.includes(part)) ?? [];
			expect(result.exitCode, `${here}\n${result.errors}`).toBe(expected);
			expect(result.out + result.errors).not.toContain(testCredentials.secret);
			ran.set(line, result);
		}
	};
	/** What the shortest of them with these parts did. */
	const of = (...parts: readonly string[]): Ran => {
		const fitting = [...ran].filter(([line]) => parts.every(part => line.includes(part)));
		const [found] = fitting.sort(([a], [b]) => a.length - b.length);
		if (!found) throw new Error(`No page has a command with ${parts.join(' and ')}`);
		return found[1];
	};
	return {cwd, runAll, of};
}

test.runIf(process.platform !== 'win32')('each does what is said of it', {timeout: 5 * minutes}, async () => {
	const service = await startXiangyunServer();
	const picture = await readFile(specimen('photo.jpg'));
	const web = createServer((_, response) => response.end(picture)).listen(0, '127.0.0.1');
	try {
		await once(web, 'listening');
		const {cwd, runAll, of} = await runner(service, (web.address() as AddressInfo).port);
		const ofSkill = commandsIn(await skill());
		const ofPages = (await pages()).flatMap(({text}) => commandsIn(text)).filter(isOurs);
		// What the cloud says of the pictures replaces what was read here; what is deleted is not there any more.
		const isCloud = (line: string) => line.includes('--engine');
		const deletes = (line: string) => line.includes('purge') && !line.includes('--older-than');
		await runAll([...ofSkill, ...ofPages].filter(line => !isCloud(line) && !deletes(line)));
		const folder = linesOf(of('--dir group', 'brief'));
		expect(service.calls.length).toBeLessThanOrEqual(1);
		await runAll([...ofSkill, ...ofPages].filter(isCloud));

		// The skill: read this.
		const [one] = linesOf(of('--file passport.jpg', 'brief'));
		expect(one).toMatchObject({file: 'passport.jpg', status: 'clean', number: 'YB*****84', surname: 'ROSSI'});
		// A group, what is proven and what is not, then as Excel, and again as CSV, which pays and reads nothing.
		expect(folder.map(({status}) => status).sort()).toEqual(['check', 'clean', 'clean']);
		expect(folder.find(({status}) => status === 'check')).toMatchObject({levels: {number: 'refuted'}});
		expect(folder.find(({file}) => file === 'old passport.jpg')).toMatchObject({validity: 'expired'});
		// A card beside a passport, when it is asked for.
		expect(linesOf(of('--documents', 'brief')).map(({document}) => document)).toEqual(
			expect.arrayContaining(['id', undefined]),
		);
		// The number, and is it proven.
		expect(linesOf(of('--fields number', 'brief'))).toMatchObject([
			{number: 'YB3310984', levels: {number: 'verified'}},
		]);
		// My key is …
		expect(JSON.parse(of('config load').out)).toMatchObject({configured: true, key_from: 'settings'});
		expect(of('config test').errors).toContain('Key and secret are valid.');
		// From a URL, from base64, in Chinese.
		for (const way of ['--url', '--base64 @']) expect(linesOf(of(way))).toMatchObject([{surname: 'ROSSI'}]);
		expect(of('--lang zh').out).toContain('护照号码');
		expect(JSON.parse(of("validate 'P<").out)).toMatchObject({passport_ocr: {verdict: 'consistent'}});
		expect(of('validate --file').out.trim().split('\n')).toHaveLength(3);

		// The pages.
		expect(of('--dir group', 'table').out).toMatch(/passport_osei_kwame\.jpg +to check/);
		expect(JSON.parse(of('--file passport.jpg').out)).toMatchObject({passport_number: 'YB3310984'});
		expect(of('brief').out).not.toContain('YB3310984');
		for (const [way, count] of [
			['--output-format ndjson', 3],
			['--stdin-list', 3],
			['--watch', 1],
		] as const) {
			expect(linesOf(of(way)), way).toHaveLength(count);
		}
		expect(linesOf({...of('-o group.ndjson'), out: await readFile(join(cwd, 'group.ndjson'), 'utf8')})).toHaveLength(3);
		expect(JSON.parse(of('--fields number,born').out)).toMatchObject({birth_date: '1990-10-10'});
		expect(JSON.parse(of('--documents passport,id').out)).toHaveLength(2);
		for (const name of ['group.xlsx', 'group.csv', 'skill.csv', 'visa.xlsx'])
			expect(existsSync(join(cwd, name)), name).toBe(true);
		expect(of('--append').errors).toContain('0 rows added');
		expect((await readFile(join(cwd, 'guests.txt'), 'utf8')).split('\r\n')[0]).toHaveLength(168);
		expect(of('docs-amadeus').out).toMatch(/^SRDOCSYYHK1-P-UTO-YB3310984/m);
		expect(of('validate', 'csv').out.trim().split('\n')).toHaveLength(3);
		expect(JSON.parse(of('validate', '--valid-for').out)).toMatchObject({passport_ocr: {verdict: 'consistent'}});
		expect(JSON.parse(of('config get').out)).toHaveProperty('valid-for');
		// Only a command that names the cloud sends: auto and both stay here, where no one can be asked.
		expect(of('--engine auto').errors).not.toContain('calls to the cloud');
		expect(of('--engine xiangyun').errors).toContain('3 calls to the cloud service: 3 paid');
		expect(of('--older-than').errors).not.toContain('deleted');

		// The skill again: delete what was read, and no picture.
		const kept = join(cwd, 'group', 'photo.json');
		expect(existsSync(kept)).toBe(true);
		await runAll(ofSkill.filter(deletes));
		expect(of('--dry-run').out).toContain('photo.json');
		expect(existsSync(kept)).toBe(false);
		expect(existsSync(join(cwd, 'group', 'photo.jpg'))).toBe(true);
	} finally {
		web.close();
		await service.close();
	}
});

test.runIf(process.platform !== 'win32')('a key that is refused is error -4, with what to do', async () => {
	const service = await startXiangyunServer();
	try {
		const env = {PASSPORT_OCR_KEY: 'WrongKey0WrongKey1Wron', PASSPORT_OCR_SECRET: 'f'.repeat(32)};
		const {run} = await workplace({...env, PASSPORT_OCR_ENDPOINT: service.url});
		const line = commandsIn(await skill()).find(one => one.includes('--engine xiangyun'))!;
		const result = await run(line);
		expect(result.exitCode).toBe(3);
		expect(linesOf(result)[0]).toMatchObject({status: 'failed', error_code: '-4', error_kind: 'CREDENTIALS_REFUSED'});
		expect(await skill()).toContain('| `-4` | `CREDENTIALS_REFUSED` |');
	} finally {
		await service.close();
	}
});
