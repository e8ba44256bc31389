// The built program, killed while it pays: what it has paid for must be there when it is started again.
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {readdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {runCli, startCli} from '../support/cli.ts';
import {chinesePassport, numbered} from '../support/invented-passport.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {startXiangyunServer, testCredentials} from '../support/xiangyun-server.ts';

const minutes = 60_000;
const count = 18;
const concurrency = 4;

/** How many results are in a folder; a kill between the opening of a file and its writing leaves an empty one. */
async function results(folder: string): Promise<number> {
	const names = (await readdir(folder)).filter(name => name.endsWith('.json'));
	const sizes = await Promise.all(names.map(async name => (await stat(join(folder, name))).size));
	return sizes.filter(size => size > 0).length;
}

test('a kill at any moment loses at most the calls in flight', {timeout: 5 * minutes}, async () => {
	const numbers = new Map<string, number>();
	const server = await startXiangyunServer({
		latency: 40,
		passport: sha256 => numbered(chinesePassport, numbers.get(sha256) ?? 0),
	});
	try {
		const cwd = temporaryFolder();
		for (let index = 1; index <= count; index++) {
			const bytes = await jpegPicture({seed: index, width: 800, height: 600});
			numbers.set(createHash('sha256').update(bytes).digest('hex'), index);
			await writeFile(join(cwd, `${index}.jpg`), bytes);
		}
		expect(numbers.size).toBe(count);
		const options = {
			cwd,
			env: {
				PASSPORT_OCR_KEY: testCredentials.key,
				PASSPORT_OCR_SECRET: testCredentials.secret,
				PASSPORT_OCR_ENDPOINT: server.url,
			},
		};
		const words = ['recognize', '--dir', '.', '--engine', 'xiangyun', '--concurrency', String(concurrency)];
		let lost = 0;
		for (const after of [3, 6, 5]) {
			const before = server.billed();
			const child = startCli(words, options);
			await server.reached(before + after);
			child.kill('SIGKILL');
			await once(child, 'close');
			// What was in flight is answered by now, or known to be nobody's any more.
			await expect.poll(() => server.calls.every(({billed, givenUp}) => billed || givenUp)).toBe(true);
			const newlyLost = server.billed() - (await results(cwd)) - lost;
			expect(newlyLost).toBeLessThanOrEqual(concurrency);
			lost += newlyLost;
		}

		const {exitCode, out} = await runCli(words, options);
		expect(exitCode).toBe(0);
		const read = JSON.parse(out) as {passport_number: string; source_image: string}[];
		expect(read).toHaveLength(count);
		for (const {passport_number, source_image} of read) {
			expect(passport_number).toBe(`EC${7_000_000 + Number.parseInt(source_image, 10)}`);
		}
		expect(server.billed()).toBe(count + lost);
		const calls = server.calls.length;
		expect((await runCli(words, options)).exitCode).toBe(0);
		expect(server.calls).toHaveLength(calls);
	} finally {
		await server.close();
	}
});

test('a kill pays no picture twice that the service could not read', {timeout: 5 * minutes}, async () => {
	const server = await startXiangyunServer({latency: 40});
	server.always({kind: 'refuse', refusal: 'image'});
	try {
		const cwd = temporaryFolder();
		for (let index = 1; index <= 12; index++) {
			await writeFile(join(cwd, `${index}.jpg`), await jpegPicture({seed: index, width: 800, height: 600}));
		}
		const env = {
			PASSPORT_OCR_KEY: testCredentials.key,
			PASSPORT_OCR_SECRET: testCredentials.secret,
			PASSPORT_OCR_ENDPOINT: server.url,
		};
		const words = ['recognize', '--dir', '.', '--engine', 'xiangyun', '--concurrency', '2'];
		const child = startCli(words, {cwd, env});
		await server.reached(6);
		child.kill('SIGKILL');
		await once(child, 'close');
		await expect.poll(() => server.calls.every(({billed, givenUp}) => billed || givenUp)).toBe(true);
		const lost = server.billed() - (await results(cwd));
		expect(lost).toBeLessThanOrEqual(2);
		for (const _ of [1, 2]) expect((await runCli(words, {cwd, env})).exitCode).toBe(1);
		expect(server.billed()).toBe(12 + lost);
	} finally {
		await server.close();
	}
});
