// An agent that knows the skill and nothing else: every command that SKILL.md shows is run, as it is written there.
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../source/core/package-root.ts';
import {commandsIn, linesOf, type Ran, specimen, workplace} from '../support/workplace.ts';
import {startXiangyunServer, testCredentials} from '../support/xiangyun-server.ts';

const minutes = 60_000;

const skill = async () => await readFile(packagePath('source', 'skill', 'ocr-passport-xiangyun', 'SKILL.md'), 'utf8');

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
