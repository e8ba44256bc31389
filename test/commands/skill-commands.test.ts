// An agent that knows the skill and nothing else: every command that SKILL.md shows is run, as it is written there.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../source/core/package-root.ts';
import {program, root} from '../support/cli.ts';
import {misprinted, zone} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {startXiangyunServer, testCredentials} from '../support/xiangyun-server.ts';

const minutes = 60_000;

const skill = async () => await readFile(packagePath('source', 'skill', 'ocr-passport-xiangyun', 'SKILL.md'), 'utf8');

/** The lines of the skill's code blocks, without their comments. */
const commandsIn = (page: string): readonly string[] =>
	[...page.matchAll(/```sh\n([\s\S]*?)```/g)]
		.flatMap(([, block]) => block!.trim().split('\n'))
		.map(line => line.replace(/ +# .*$/, ''));

const specimen = (name: string) => join(root, 'source', 'specimens', name);

type Ran = {readonly exitCode: number | null; readonly out: string; readonly errors: string};

/** A shell in a folder with pictures, in which the program is on the path. */
async function workplace(env: Readonly<Record<string, string>>) {
	const cwd = temporaryFolder();
	for (const folder of ['bin', 'group', 'hotel', 'old']) await mkdir(join(cwd, folder));
	await symlink(program, join(cwd, 'bin', 'passport-ocr-tui'));
	await copyFile(specimen('photo.jpg'), join(cwd, 'passport.jpg'));
	for (const name of ['photo.jpg', 'old passport.jpg', 'passport_osei_kwame.jpg']) {
		await copyFile(specimen(name), join(cwd, 'group', name));
	}
	for (const name of ['photo.jpg', 'id card back.jpg']) await copyFile(specimen(name), join(cwd, 'hotel', name));
	await writeFile(join(cwd, 'picture.txt'), (await readFile(specimen('photo.jpg'))).toString('base64'));
	await writeFile(join(cwd, 'many.txt'), [...zone, ...misprinted].join('\n'));
	await writeFile(join(cwd, 'old', 'config.json'), JSON.stringify(testCredentials));
	const run = (line: string): Promise<Ran> =>
		new Promise((resolve, reject) => {
			const child = spawn('bash', ['-c', line], {
				cwd,
				stdio: ['ignore', 'pipe', 'pipe'],
				env: {
					PATH: `${join(cwd, 'bin')}:${process.env.PATH}`,
					HOME: cwd,
					PASSPORT_OCR_CONFIG_DIR: join(cwd, '.settings'),
					LANG: 'C',
					...env,
				},
			});
			const parts = {out: '', errors: ''};
			child.stdout.on('data', chunk => {
				parts.out += chunk;
			});
			child.stderr.on('data', chunk => {
				parts.errors += chunk;
			});
			child.on('error', reject);
			child.on('close', exitCode => resolve({exitCode, ...parts}));
		});
	return {cwd, run};
}

type Brief = Readonly<Record<string, string>> & {readonly levels?: unknown};

const linesOf = ({out}: Ran): readonly Brief[] =>
	out
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Brief);

test.runIf(process.platform !== 'win32')('each does what the skill says', {timeout: 5 * minutes}, async () => {
	const service = await startXiangyunServer();
	const picture = await readFile(specimen('photo.jpg'));
	const web = createServer((_, response) => response.end(picture)).listen(0, '127.0.0.1');
	try {
		await once(web, 'listening');
		const {port} = web.address() as AddressInfo;
		const {cwd, run} = await workplace({SECRET: testCredentials.secret, PASSPORT_OCR_ENDPOINT: service.url});
		const ran = new Map<string, Ran>();
		for (const line of commandsIn(await skill())) {
			const here = line
				.replace('https://example.org/', `http://127.0.0.1:${port}/`)
				.replace(/(--url \S+)/, '$1 --allow-private')
				.replace('--key KEY', `--key ${testCredentials.key}`);
			const result = await run(here);
			expect(result.exitCode, `${here}\n${result.errors}`).toBe(0);
			expect(result.out + result.errors).not.toContain(testCredentials.secret);
			ran.set(line, result);
		}
		const of = (...parts: readonly string[]): Ran => {
			const found = [...ran].find(([line]) => parts.every(part => line.includes(part)));
			if (!found) throw new Error(`The skill has no command with ${parts.join(' and ')}`);
			return found[1];
		};
		// Read this.
		const [one] = linesOf(of('--file passport.jpg', 'brief'));
		expect(one).toMatchObject({file: 'passport.jpg', status: 'clean', number: 'YB*****84', surname: 'ROSSI'});
		// A group, what is proven and what is not, then as Excel, and again as CSV, which pays and reads nothing.
		const group = linesOf(of('--dir group', 'brief'));
		expect(group.map(({status}) => status).sort()).toEqual(['check', 'clean', 'clean']);
		expect(group.find(({status}) => status === 'check')).toMatchObject({levels: {number: 'refuted'}});
		expect(group.find(({file}) => file === 'old passport.jpg')).toMatchObject({validity: 'expired'});
		// A card beside a passport, when it is asked for.
		expect(linesOf(of('--documents')).map(({document}) => document)).toEqual(expect.arrayContaining(['id', undefined]));
		for (const name of ['group.xlsx', 'group.csv', 'skill.csv']) expect(existsSync(join(cwd, name))).toBe(true);
		// The number, and is it proven.
		expect(linesOf(of('--fields number'))).toMatchObject([{number: 'YB3310984', levels: {number: 'verified'}}]);
		// My key is …
		expect(JSON.parse(of('config load').out)).toMatchObject({configured: true, key_from: 'settings'});
		expect(of('config test').errors).toContain('Key and secret are valid.');
		// From a URL, from base64, in Chinese.
		for (const way of ['--url', '--base64']) expect(linesOf(of(way))).toMatchObject([{surname: 'ROSSI'}]);
		expect(of('--lang zh').out).toContain('护照号码');
		expect(JSON.parse(of("validate 'P<").out)).toMatchObject({passport_ocr: {verdict: 'consistent'}});
		expect(of('validate --file').out.trim().split('\n')).toHaveLength(3);
		// What is paid: the test of the account alone, because the group was read before.
		expect(service.calls.length).toBeLessThanOrEqual(1 + group.length);
		expect(of('--dry-run').out).toContain('photo.json');
		expect(existsSync(join(cwd, 'group', 'photo.json'))).toBe(false);
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
