// Every command that README and the pages below source/reference show is run, as it is written there.
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {parse} from '../../source/command-line/parse.ts';
import {root} from '../support/cli.ts';
import {mrz} from '../support/records.ts';
import {commandsIn, linesOf, type Ran, specimen, workplace} from '../support/workplace.ts';
import {startXiangyunServer, testCredentials} from '../support/xiangyun-server.ts';

const minutes = 60_000;

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

test.runIf(process.platform !== 'win32')('each does what is said of it', {timeout: 5 * minutes}, async () => {
	const service = await startXiangyunServer();
	try {
		const {cwd, run} = await workplace({PASSPORT_OCR_ENDPOINT: service.url});
		for (const folder of ['scanner', 'Pictures', 'ocr-passport-xiangyun']) await mkdir(join(cwd, folder));
		await symlink(join(cwd, 'group'), join(cwd, 'Pictures', 'group'));
		await copyFile(specimen('photo.jpg'), join(cwd, 'scanner', 'photo.jpg'));
		await writeFile(join(cwd, 'ocr-passport-xiangyun', 'config.json'), JSON.stringify(testCredentials));
		await writeFile(join(cwd, 'secret.txt'), testCredentials.secret);
		await writeFile(join(cwd, 'lines.txt'), mrz.join('\n'));
		await writeFile(join(cwd, 'states.csv'), 'UTO,100000999\nDEU,100000204\n');
		const lines = (await pages()).flatMap(({text}) => commandsIn(text)).filter(isOurs);
		// What the cloud says of the pictures replaces what was read here.
		const ordered = [false, true].flatMap(isCloud => lines.filter(line => line.includes('--engine') === isCloud));
		const ran = new Map<string, Ran>();
		for (const line of new Set(ordered)) {
			if (isSession(line)) {
				expect(() => parse(line.split(' ').slice(1), () => true), line).not.toThrow();
				continue;
			}
			const here = line
				.replace('--key KEY', `--key ${testCredentials.key}`)
				.replace("'LINE 1' 'LINE 2'", mrz.map(one => `'${one}'`).join(' '));
			const result = await run(here, line.includes('--watch') ? /photo\.jpg/ : undefined);
			const [, expected = 0] = exitCodes.find(([part]) => line.includes(part)) ?? [];
			expect(result.exitCode, `${here}\n${result.errors}`).toBe(expected);
			ran.set(line, result);
		}
		const of = (...parts: readonly string[]): Ran => {
			const found = [...ran].find(([line]) => parts.every(part => line.includes(part)));
			if (!found) throw new Error(`No page has a command with ${parts.join(' and ')}`);
			return found[1];
		};
		expect(of('--dir group', 'table').out).toMatch(/passport_osei_kwame\.jpg +to check/);
		expect(JSON.parse(of('--file passport.jpg').out)).toMatchObject({passport_number: 'YB3310984'});
		for (const [way, count] of [
			['brief', 3],
			['--output-format ndjson', 3],
			['--stdin-list', 3],
			['--watch', 1],
		] as const) {
			expect(linesOf(of(way)), way).toHaveLength(count);
		}
		expect(of('brief').out).not.toContain('YB3310984');
		expect(linesOf({...of('-o group.ndjson'), out: await readFile(join(cwd, 'group.ndjson'), 'utf8')})).toHaveLength(3);
		expect(JSON.parse(of('--fields number,born').out)).toMatchObject({birth_date: '1990-10-10'});
		expect(JSON.parse(of('--documents passport,id').out)).toHaveLength(2);
		for (const name of ['group.xlsx', 'group.csv', 'visa.xlsx']) expect(existsSync(join(cwd, name)), name).toBe(true);
		expect(of('--append').errors).toContain('0 rows added');
		expect((await readFile(join(cwd, 'guests.txt'), 'utf8')).split('\r\n')[0]).toHaveLength(168);
		expect(of('docs-amadeus').out).toMatch(/^SRDOCSYYHK1-P-UTO-YB3310984/m);
		expect(of('validate', 'csv').out.trim().split('\n')).toHaveLength(3);
		expect(JSON.parse(of('validate', '--valid-for').out)).toMatchObject({passport_ocr: {verdict: 'consistent'}});
		expect(JSON.parse(of('config get').out)).toHaveProperty('valid-for');
		expect(of('config test').errors).toContain('Key and secret are valid.');
		// Only a command that names the cloud sends: auto and both stay here, where no one can be asked.
		expect(of('--engine auto').errors).not.toContain('calls to the cloud');
		expect(of('--engine xiangyun').errors).toContain('3 calls to the cloud service: 3 paid');
		expect(of('--older-than').errors).not.toContain('deleted');
		expect(existsSync(join(cwd, 'group', 'photo.json'))).toBe(true);
	} finally {
		await service.close();
	}
});
