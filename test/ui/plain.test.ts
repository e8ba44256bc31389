import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Engine} from '../../source/core/engines/engine.ts';
import {AppError} from '../../source/core/errors.ts';
import type {Language} from '../../source/text/index.ts';
import {travel} from '../../source/ui/plain/journey.ts';
import {runCli} from '../support/cli.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {pngBytes} from '../support/picture-bytes.ts';
import {numbered, reading} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** Another passport, of which a letter is not clear. */
const doubtful = reading(numbered(1), [[0, 8]]);

/** Answers everything that is asked, in order; what is said and asked is one text. */
async function walk(
	names: readonly string[],
	answers: readonly string[],
	options: {language?: Language; engine?: Engine; chosen?: 'offline' | 'xiangyun'; folder?: string} = {},
): Promise<{said: string; folder: string; left: readonly string[]}> {
	const folder = options.folder ?? temporaryFolder();
	mkdirSync(folder, {recursive: true});
	for (const name of names) writeFileSync(join(folder, name), pngBytes(name));
	const said: string[] = [];
	const left = [...answers];
	await travel({
		talk: {
			say: line => said.push(line),
			async ask(question) {
				said.push(question);
				const answer = left.shift();
				if (answer !== undefined) said.push(`> ${answer}`);
				return answer === '/q' ? undefined : answer;
			},
			close() {},
		},
		language: options.language ?? 'en',
		paths: [folder],
		engine: {
			chosen: options.chosen ?? 'offline',
			named: false,
			loadAccount: async () => ({credentials: {key: 'k', secret: 's'}}),
			keepAccount: async () => {},
		},
		createEngine: async () =>
			options.engine ?? fakeEngine({answer: ({path}) => (path.endsWith('doubt.png') ? doubtful : reading())}),
		now: () => new Date('2026-11-22T18:00:00Z'),
		signal: new AbortController().signal,
	});
	return {said: said.join('\n'), folder, left};
}

const reviewOf = (folder: string, name: string) =>
	(JSON.parse(readFileSync(join(folder, name), 'utf8')) as {passport_ocr: {review: {state: string}}}).passport_ocr
		.review.state;

describe('the guided session as lines', () => {
	it.each([
		['en', /1 of 2\. anna\.png: ERIKSSON ANNA MARIA, proven/, /Look at it, because: \S/, /2 rows written to/],
		['zh', /第 1 张，共 2 张。anna\.png：ERIKSSON ANNA MARIA，已验证/, /需要核对，原因：\S/, /已写出 2 行/],
	] as const)('goes from the pictures to the list, one question at a time: %s', async (language, line, why, end) => {
		const {said, folder, left} = await walk(['anna.png', 'doubt.png'], ['', '', '', '', ''], {language});
		expect(said).toMatch(line);
		expect(said).toMatch(why);
		expect(said).toMatch(end);
		expect(left).toEqual([]);
		expect(readdirSync(folder)).toContain('passports-2026-11-22.xlsx');
		expect(reviewOf(folder, 'doubt.json')).toBe('accepted');
		expect(said).not.toMatch(/\u001b|[▸│─█✓✗]/);
		// Nothing is said twice but what is asked anew.
		const told = said.split('\n').filter(one => one.includes('.png'));
		expect(new Set(told).size).toBe(told.length);
	});

	it('reads only the pictures whose names have a part', async () => {
		const {said} = await walk(['march 1.png', 'march 2.png', 'april.png'], ['none', 'MARCH', '', '', 'n']);
		expect(said).toContain('No name has that in it.');
		expect(said).toContain('2 pictures fit: march 1.png, march 2.png');
		expect(said).toContain('2 of 2. ');
		expect(said).not.toContain('april.png:');
	});

	it('takes what is typed for a field, says what cannot be, and takes it back', async () => {
		const {said, folder} = await walk(['doubt.png'], ['/?', '/l', '123', 'ericsson', '/q']);
		expect(said).toContain('/x: reject the passport');
		expect(said).toContain('E R I K S S O N');
		expect(said).toContain('That cannot be:');
		expect(said).toContain('Surname is now ERICSSON.');
		expect(reviewOf(folder, 'doubt.json')).toBe('edited');
		expect(said).toContain('Stopped.');
	});

	it('rejects, skips, and undoes; what was said stays', async () => {
		const {said, folder} = await walk(['1 doubt.png', '2 doubt.png'], ['', '/x', '/u', '/s', '/a', 'csv', '']);
		expect(said).toContain('Rejected: ERIKSSON ANNA MARIA.');
		expect(said).toContain('Taken back.');
		expect(said).toContain('Skipped: ERIKSSON ANNA MARIA.');
		expect(said).toContain('1 accepted, 0 rejected, 1 not checked.');
		expect(existsSync(join(folder, 'passports-2026-11-22.csv'))).toBe(true);
	});

	it('says why a picture was not read and what to do, and goes on', async () => {
		const engine = fakeEngine({
			answer: ({path}) => {
				if (path.endsWith('1.png')) throw new AppError('NO_PASSPORT_FOUND');
				return reading();
			},
		});
		const {said} = await walk(['1.png', '2.png'], ['', '', 'n'], {engine});
		expect(said).toMatch(/1\.png: no passport found\n.+data page/);
		expect(said).toContain('1 proven, 0 to look at, 1 not read.');
	});

	it('looks at proven ones one by one when asked to, with every value', async () => {
		const {said} = await walk(['1.png', '2.png'], ['', 'n', '', '/x', 'n']);
		expect(said).toContain('Passport no.: L898902C3');
		expect(said).toContain('1 accepted, 1 rejected, 0 not checked.');
	});

	it('sends nothing without a yes', async () => {
		const {said} = await walk(['1.png'], ['', '/q'], {chosen: 'xiangyun'});
		expect(said).toMatch(/Send 1 picture to .*netocr\.com/);
		expect(said).toContain('Reading stays on this computer.');
	});

	it('ends where the answers end, and keeps what was decided', async () => {
		const {said, folder} = await walk(['doubt.png'], ['/a']);
		expect(said).toContain('Stopped.');
		expect(reviewOf(folder, 'doubt.json')).toBe('accepted');
	});

	it('takes its answers from a pipe', async () => {
		const cwd = temporaryFolder();
		const {exitCode, out, stderr} = await runCli(['--plain', '--engine', 'offline'], {cwd, input: '\n/q\n'});
		expect(out).toContain('Which folder or picture?');
		expect(out).toContain('There is no picture in');
		expect(out).toContain('Stopped.');
		expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	});
});
