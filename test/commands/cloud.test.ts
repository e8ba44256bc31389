import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, describe, expect, test} from 'vitest';
import {config} from '../../source/commands/config.ts';
import {recognize} from '../../source/commands/recognize.ts';
import type {Engine} from '../../source/core/engines/engine.ts';
import {createEngine} from '../../source/core/engines/plan.ts';
import {AppError} from '../../source/core/errors.ts';
import type {Reading} from '../../source/core/passport/reading.ts';
import {type FakeEngine, fakeEngine} from '../support/fake-engine.ts';
import {chinesePassport, type InventedPassport, numbered, zoneOf} from '../support/invented-passport.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {reading} from '../support/records.ts';
import {type CommandOptions, type CommandRun, runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {
	type ServerOptions,
	startXiangyunServer,
	testCredentials,
	type XiangyunServer,
} from '../support/xiangyun-server.ts';

let server: XiangyunServer;

afterEach(() => server?.close());

/** The passport of a picture, whichever engine looks at it: by what is in the picture, as it should be. */
const passports = new Map<string, InventedPassport>();

const passportOf = (sha256: string): InventedPassport => passports.get(sha256) ?? chinesePassport;

const start = async (options: ServerOptions = {}) => {
	server = await startXiangyunServer({passport: passportOf, ...options});
};

async function pictures(count: number, folder = temporaryFolder()): Promise<string> {
	await mkdir(folder, {recursive: true});
	for (let index = 1; index <= count; index++) {
		const bytes = await jpegPicture({seed: index, width: 800, height: 600});
		passports.set(createHash('sha256').update(bytes).digest('hex'), numbered(chinesePassport, index));
		await writeFile(join(folder, `page ${index}.jpg`), bytes);
	}
	return folder;
}

/** What this computer reads: all clearly, or the names weakly. */
const offline = (
	isClear: (sha256: string) => boolean,
	change: (reading: Reading) => Reading = one => one,
): FakeEngine =>
	fakeEngine({
		answer: ({sha256}) => {
			const weak = Array.from({length: 44}, (_, at) => [0, at] as const);
			return change(reading(zoneOf(passportOf(sha256)), isClear(sha256) ? [] : weak));
		},
	});

type CloudRun = CommandRun & {readonly list: readonly Result[]};

type Result = {
	readonly success: boolean;
	readonly error_code?: string;
	readonly source_image: string;
	readonly passport_number?: string;
	readonly passport_ocr?: {
		readonly engine: string;
		readonly status: string;
		readonly evidence: Readonly<
			Record<string, {level: string; by: readonly string[]; alternatives?: readonly unknown[]}>
		>;
		readonly issues: readonly {code: string; blocks: boolean}[];
	};
	readonly [member: string]: unknown;
};

async function run(
	words: readonly string[],
	{near, env = {}, ...options}: CommandOptions & {readonly near?: Engine} = {},
): Promise<CloudRun> {
	const result = await runCommand(recognize, ['recognize', ...words], {
		env: {
			PASSPORT_OCR_KEY: testCredentials.key,
			PASSPORT_OCR_SECRET: testCredentials.secret,
			PASSPORT_OCR_ENDPOINT: server.url,
			PASSPORT_OCR_CONFIG_DIR: temporaryFolder(),
			...env,
		},
		createEngine: async (id, account) => {
			if (id === 'offline') {
				if (!near) throw new Error('the offline engine was not to be asked');
				return near;
			}
			return await createEngine(id, {...account, retryDelay: 1});
		},
		...options,
	});
	const isJson = !words.includes('--output-format');
	const json = isJson && result.out !== '' ? JSON.parse(result.out) : [];
	return {...result, list: Array.isArray(json) ? json : [json]};
}

describe('naming the cloud is consent', () => {
	test('each picture is read, kept in the keys of the original skill, and shown with its evidence', async () => {
		await start();
		const folder = await pictures(2);
		const {exitCode, list} = await run(['--dir', folder, '--engine', 'xiangyun']);
		expect(exitCode).toBe(0);
		expect(list).toMatchObject([
			{
				success: true,
				passport_number: 'EC7000001',
				name: '唐美乔',
				name_pinyin: 'TANG,MEIQIAO',
				sex: 'F',
				birth_place: '云南',
				issue_date: '2022-02-12',
				issuing_authority_ocr: '中华人民共和国国家移民管理局',
				nationality: '中国/CHINESE',
				passport_ocr: {engine: 'xiangyun', status: 'clean'},
			},
			{passport_number: 'EC7000002'},
		]);
		expect(JSON.parse(await readFile(join(folder, 'page 1.json'), 'utf8'))).toMatchObject({
			success: true,
			birth_place: '云南',
			passport_ocr: {engine: 'xiangyun'},
		});
	});

	test('what was paid for is not paid again: not by the same command, another engine or another name', async () => {
		await start();
		const folder = await pictures(3);
		await run(['--dir', folder, '--engine', 'xiangyun']);
		expect(server.billed()).toBe(3);
		await rename(join(folder, 'page 2.jpg'), join(folder, 'Zhang.jpg'));
		for (const engine of ['xiangyun', 'offline', 'auto', 'both']) {
			const near = offline(() => false);
			const {list} = await run(['--dir', folder, '--engine', engine, '--yes'], {near});
			expect(list.map(one => one.passport_ocr?.engine)).toEqual(['xiangyun', 'xiangyun', 'xiangyun']);
			expect(near.reads).toHaveLength(0);
		}
		expect(server.calls).toHaveLength(3);
	});

	test('the same content under two names is one call', async () => {
		await start();
		const folder = await pictures(1);
		await writeFile(join(folder, 'copy.jpg'), await readFile(join(folder, 'page 1.jpg')));
		const {list} = await run(['--dir', folder, '--engine', 'xiangyun', '--concurrency', '1']);
		expect(list).toHaveLength(2);
		expect(server.calls).toHaveLength(1);
	});

	test('two pictures whose names differ in the extension only keep their own results', async () => {
		await start();
		const folder = await pictures(2);
		await rename(join(folder, 'page 1.jpg'), join(folder, 'a.jpg'));
		await rename(join(folder, 'page 2.jpg'), join(folder, 'a.jpeg'));
		await run(['--dir', folder, '--engine', 'xiangyun']);
		const {list} = await run(['--dir', folder, '--engine', 'xiangyun']);
		expect(new Set(list.map(one => one.passport_number))).toEqual(new Set(['EC7000001', 'EC7000002']));
		expect(server.calls).toHaveLength(2);
	});

	test('at most as many calls as were allowed; the others say so and are read the next time', async () => {
		await start();
		const folder = await pictures(5);
		const first = await run(['--dir', folder, '--engine', 'xiangyun', '--max-calls', '2']);
		expect(first.exitCode).toBe(1);
		expect(first.list.filter(one => one.success)).toHaveLength(2);
		expect(first.list.filter(one => one.error_code === 'CALL_LIMIT')).toHaveLength(3);
		expect(server.calls).toHaveLength(2);
		const second = await run(['--dir', folder, '--engine', 'xiangyun', '--max-calls', '3']);
		expect(second.list.filter(one => one.success)).toHaveLength(5);
		expect(server.calls).toHaveLength(5);
	});
});

describe('a batch that cannot go on', () => {
	test('stops when the calls are used up, and goes on where it stopped when there are more', async () => {
		await start({quota: 2});
		const folder = await pictures(6);
		const {exitCode, list, said} = await run(['--dir', folder, '--engine', 'xiangyun', '--concurrency', '1']);
		expect(exitCode).toBe(4);
		expect(list).toHaveLength(6);
		expect(list.filter(one => one.success)).toHaveLength(2);
		expect(new Set(list.filter(one => !one.success).map(one => one.error_code))).toEqual(new Set(['-3']));
		// The third was refused; the others were not even asked about.
		expect(server.calls).toHaveLength(3);
		expect(said.join('\n')).toMatch(/3 pictures were not sent[\s\S]*服务次数不足[\s\S]*not be paid again/);

		await server.close();
		await start();
		const again = await run(['--dir', folder, '--engine', 'xiangyun']);
		expect(again.list.filter(one => one.success)).toHaveLength(6);
		expect(server.calls).toHaveLength(4);
	});

	test.each([
		['balance', '-5', 4],
		['authentication', '-4', 3],
	] as const)('stops on %s, with exit code %s', async (refusal, code, exit) => {
		await start();
		server.always({kind: 'refuse', refusal});
		const {exitCode, list} = await run(['--dir', await pictures(4), '--engine', 'xiangyun', '--concurrency', '1']);
		expect(exitCode).toBe(exit);
		expect(list.map(one => one.error_code)).toEqual([code, code, code, code]);
		expect(server.calls).toHaveLength(1);
	});

	test('what stops a single picture is said once', async () => {
		await start();
		server.always({kind: 'refuse', refusal: 'authentication'});
		const {said} = await run([join(await pictures(1), 'page 1.jpg'), '--engine', 'xiangyun']);
		expect(said.filter(line => line.includes('config reset'))).toHaveLength(1);
	});

	test('a cause that many pictures share stands in the table once, with their names', async () => {
		await start();
		server.always({kind: 'refuse', refusal: 'quota'});
		const words = ['--dir', await pictures(3), '--engine', 'xiangyun', '--output-format', 'table'];
		const {out} = await run(words);
		expect(out.match(/no calls left/g)).toHaveLength(1);
		expect(out).toContain('page 1.jpg, page 2.jpg, page 3.jpg');
	});

	test('one picture without a passport stops nothing', async () => {
		await start();
		server.next({kind: 'refuse', refusal: 'image'});
		const {exitCode, list} = await run(['--dir', await pictures(3), '--engine', 'xiangyun', '--concurrency', '1']);
		expect(exitCode).toBe(1);
		expect(list.map(one => one.error_code)).toEqual(['-1', undefined, undefined]);
	});

	test('without an account nothing is read, and the way to one is shown', async () => {
		await start();
		const {exitCode, said} = await run(['--dir', await pictures(1), '--engine', 'xiangyun'], {
			env: {PASSPORT_OCR_SECRET: ''},
		});
		expect(exitCode).toBe(3);
		expect(said.join('\n')).toMatch(/config save[\s\S]*个人中心/);
		expect(server.calls).toHaveLength(0);
	});

	test('a server that cannot be one is refused before anything is read', async () => {
		await start();
		const {exitCode, said} = await run([
			'--dir',
			await pictures(1),
			'--engine',
			'xiangyun',
			'--endpoint',
			'http://8.8.8.8',
		]);
		expect(exitCode).toBe(2);
		expect(said[0]).toContain('--endpoint');
	});
});

describe('auto', () => {
	/** The first of three pictures is proven on this computer. */
	const setUp = async () => {
		await start();
		const folder = await pictures(3);
		const hash = createHash('sha256')
			.update(await readFile(join(folder, 'page 1.jpg')))
			.digest('hex');
		return {folder, near: offline(sha256 => sha256 === hash)};
	};

	test('sends nothing without a yes, and says what could be sent and where to', async () => {
		const {folder, near} = await setUp();
		const {exitCode, list, said} = await run(['--dir', folder], {near});
		expect(exitCode).toBe(0);
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline', 'offline']);
		expect(said.join('\n')).toMatch(new RegExp(`2 pictures stay on this computer.*${new URL(server.url).host}`));
		expect(server.calls).toHaveLength(0);
	});

	test('sends after a yes what could not be proven here, and no more', async () => {
		const {folder, near} = await setUp();
		const {list} = await run(['--dir', folder, '--yes'], {near});
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'xiangyun', 'xiangyun']);
		expect(list.map(one => one.passport_ocr?.status)).toEqual(['clean', 'clean', 'clean']);
		expect(server.calls).toHaveLength(2);
		expect(JSON.parse(await readFile(join(folder, 'page 2.json'), 'utf8'))).toMatchObject({
			passport_ocr: {engine: 'xiangyun', status: 'clean'},
		});
	});

	test.each([
		['y', 2],
		['n', 0],
		['', 0],
	])('asks whoever sits there, once, with host and number: "%s" makes %i calls', async (answer, calls) => {
		const {folder, near} = await setUp();
		const {said} = await run(['--dir', folder], {near, interactive: true, stdin: Readable.from([`${answer}\n`])});
		const questions = said.filter(line => line.includes('[y/N]'));
		expect(questions).toHaveLength(1);
		expect(questions[0]).toMatch(new RegExp(`2 pictures to ${new URL(server.url).host}`));
		expect(server.calls).toHaveLength(calls);
	});

	test('names the country when the pictures would go to the vendor', async () => {
		const {folder, near} = await setUp();
		const env = {PASSPORT_OCR_ENDPOINT: ''};
		const {said} = await run(['--dir', folder], {near, env, interactive: true, stdin: Readable.from(['n\n'])});
		expect(said.join('\n')).toContain('netocr.com (China)');
	});

	test('without an account it stays here and does not speak of the cloud', async () => {
		const {folder, near} = await setUp();
		const {exitCode, said} = await run(['--dir', folder, '--yes'], {near, env: {PASSPORT_OCR_KEY: ''}});
		expect(exitCode).toBe(0);
		expect(said.join('\n')).not.toMatch(/cloud/);
	});

	test('keeps what was read here when the cloud fails, and says so', async () => {
		const {folder, near} = await setUp();
		server.next({kind: 'refuse', refusal: 'image'});
		const {exitCode, list, said} = await run(['--dir', folder, '--yes', '--concurrency', '1'], {near});
		expect(exitCode).toBe(0);
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline', 'xiangyun']);
		expect(said.join('\n')).toMatch(/page 2\.jpg: the cloud did not help.*ReconClientL:-2/);
	});

	test('keeps everything when the account is refused, and ends with its exit code', async () => {
		const {folder, near} = await setUp();
		server.always({kind: 'refuse', refusal: 'authentication'});
		const {exitCode, list} = await run(['--dir', folder, '--yes', '--concurrency', '1'], {near});
		expect(exitCode).toBe(3);
		expect(list.every(one => one.success)).toBe(true);
		expect(server.calls).toHaveLength(1);
	});

	test('a picture on which nothing was found here is worth a call, another document is not', async () => {
		await start();
		const folder = await pictures(2);
		let count = 0;
		const near = fakeEngine({
			concurrency: 1,
			answer: () => {
				throw new AppError(count++ === 0 ? 'NO_PASSPORT_FOUND' : 'OTHER_DOCUMENT', {shape: 'TD1'});
			},
		});
		const {list} = await run(['--dir', folder, '--yes'], {near});
		expect(list.map(one => one.error_code ?? one.passport_number)).toEqual(['EC7000001', 'OTHER_DOCUMENT']);
		expect(server.calls).toHaveLength(1);
	});

	test('a line of ndjson is printed once a picture', async () => {
		const {folder, near} = await setUp();
		const {out} = await run(['--dir', folder, '--yes', '--output-format', 'ndjson'], {near});
		const names = out
			.trim()
			.split('\n')
			.map(line => (JSON.parse(line) as Result).source_image);
		expect(names.sort()).toEqual(['page 1.jpg', 'page 2.jpg', 'page 3.jpg']);
	});
});

describe('both', () => {
	test('two engines that agree are evidence', async () => {
		await start();
		const {list} = await run(['--dir', await pictures(1), '--engine', 'both', '--yes'], {near: offline(() => true)});
		expect(list[0]?.passport_ocr).toMatchObject({engine: 'xiangyun', status: 'clean'});
		expect(list[0]?.passport_ocr?.evidence.surname_english?.by).toEqual(
			expect.arrayContaining(['engines agree', 'two zones agree']),
		);
	});

	test('two engines that differ send the field to a person with both readings', async () => {
		await start();
		const misread = (one: Reading): Reading => ({
			...one,
			lines: one.lines.map((line, index) => (index === 0 ? {...line, text: line.text.replace('TANG', 'TAMG')} : line)),
		});
		const {list} = await run(['--dir', await pictures(1), '--engine', 'both', '--yes'], {
			near: offline(() => true, misread),
		});
		const surname = list[0]?.passport_ocr?.evidence.surname_english;
		expect(list[0]?.passport_ocr?.status).toBe('check');
		expect(surname?.by).toContain('engines differ');
		const readings = [
			list[0]?.surname_english,
			...(surname?.alternatives ?? []).map(one => (one as {value: string}).value),
		];
		expect(readings).toEqual(expect.arrayContaining(['TANG', 'TAMG']));
	});

	test('asks about every picture, and stays here without a yes', async () => {
		await start();
		const {list, said} = await run(['--dir', await pictures(2), '--engine', 'both'], {near: offline(() => true)});
		expect(list.map(one => one.passport_ocr?.engine)).toEqual(['offline', 'offline']);
		expect(said.join('\n')).toMatch(/2 pictures stay on this computer/);
		expect(server.calls).toHaveLength(0);
	});

	test('without an account it is refused', async () => {
		await start();
		const env = {PASSPORT_OCR_KEY: ''};
		expect((await run(['--dir', await pictures(1), '--engine', 'both', '--yes'], {env})).exitCode).toBe(3);
	});
});

describe('pictures that are no files', () => {
	test('base64 from standard input goes as base64, and nothing is kept', async () => {
		await start();
		const bytes = await jpegPicture();
		const input = `data:image/jpeg;base64,${bytes.toString('base64').replace(/(.{76})/g, '$1\n')}`;
		const {list} = await run(['--base64', '-', '--engine', 'xiangyun'], {input});
		expect(list).toMatchObject([{success: true, source_image: 'base64'}]);
		expect(server.calls).toMatchObject([{path: '/api/recogliu.do', picture: {format: 'jpeg'}}]);
	});

	test('base64 from a file', async () => {
		await start();
		const file = join(temporaryFolder(), 'picture.txt');
		await writeFile(file, (await jpegPicture()).toString('base64'));
		expect((await run(['--base64', `@${file}`, '--engine', 'xiangyun'])).list).toMatchObject([{success: true}]);
		const missing = await run(['--base64', `@${file}.none`, '--engine', 'xiangyun']);
		expect(missing.list).toMatchObject([{error_code: 'FILE_NOT_FOUND'}]);
	});

	test('an address in a private network only when that is allowed; both engines look at one download', async () => {
		await start();
		const {createServer} = await import('node:http');
		const bytes = await jpegPicture();
		let asked = 0;
		const web = createServer((_, response) => {
			asked++;
			response.end(bytes);
		});
		await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(web.address() as {port: number}).port}/passport.jpg?token=geheim`;
		const refused = await run(['--url', url, '--engine', 'xiangyun']);
		expect(refused.list).toMatchObject([{error_code: 'NOT_DOWNLOADED', source_image: 'passport.jpg'}]);
		const near = offline(() => false);
		const {list, out, said} = await run(['--url', url, '--allow-private', '--engine', 'both', '--yes'], {near});
		expect(list).toMatchObject([{success: true, source_image: 'passport.jpg'}]);
		expect(asked).toBe(1);
		expect(out + said.join('\n')).not.toContain('geheim');
		web.closeAllConnections();
		web.close();
	});
});

describe('the table', () => {
	test.each([
		[
			'en',
			[
				['Passport Number', 'EC*****01'],
				['Name', '唐美乔'],
				['Pinyin', 'TANG,MEIQIAO'],
				['Sex', 'Female'],
				['Date of Birth', '1994-05-27'],
				['Place of Birth', '云南'],
				['Date of Issue', '2022-02-12'],
				['Expiry Date', '2032-02-11'],
				['Issuing Authority', '中华人民共和国国家移民管理局'],
				['Nationality', 'China (CHN)'],
			],
		],
		[
			'zh',
			[
				['护照号码', 'EC*****01'],
				['姓名', '唐美乔'],
				['拼音', 'TANG,MEIQIAO'],
				['性别', '女'],
				['出生日期', '1994-05-27'],
				['出生地点', '云南'],
				['签发日期', '2022-02-12'],
				['有效期限', '2032-02-11'],
				['签发机关', '中华人民共和国国家移民管理局'],
				['国籍', '中国 (CHN)'],
			],
		],
	] as const)('has the ten rows of the original skill first, in %s', async (language, rows) => {
		await start();
		const folder = await pictures(1);
		const words = ['--file', join(folder, 'page 1.jpg'), '--engine', 'xiangyun', '--output-format', 'table'];
		const {out} = await run(words, {language});
		const cells = out
			.split('\n')
			.slice(2, 12)
			.map(line => line.split(/ {2,}/).slice(0, 2));
		expect(cells).toEqual(rows);
		expect(out).not.toContain('EC7000001');
	});
});

test('what was done to a picture before it is sent is told', async () => {
	await start();
	const folder = temporaryFolder();
	await writeFile(join(folder, 'small.jpg'), await jpegPicture({width: 400, height: 300}));
	await writeFile(join(folder, 'wide.jpg'), await jpegPicture({width: 5000, height: 2000}));
	const {said} = await run(['--dir', folder, '--engine', 'xiangyun']);
	expect(said.join('\n')).toMatch(/small\.jpg: only 400 x 300 pixels/);
	expect(said.join('\n')).toMatch(/wide\.jpg: reduced from \d+ KB to \d+ KB/);
});

describe('config', () => {
	const configure = (words: readonly string[], options: CommandOptions & {readonly folder: string}) =>
		runCommand(config, ['config', ...words, '--config-dir', options.folder], options);
	const save = (folder: string, {key, secret} = {...testCredentials} as {key: string; secret: string}) =>
		configure(['save', '--key', key, '--secret-stdin', '--endpoint', server.url], {folder, input: `${secret}\n`});

	test("a server of one's own is stored and shown, one that cannot be is refused", async () => {
		await start();
		const folder = temporaryFolder();
		expect((await save(folder)).exitCode).toBe(0);
		const {out} = await configure(['load'], {folder});
		expect(JSON.parse(out)).toMatchObject({configured: true, endpoint: server.url, endpoint_from: 'settings'});
		expect(out).not.toContain(testCredentials.secret);
		await expect(configure(['save', '--endpoint', 'http://example.org/?x=1'], {folder})).rejects.toMatchObject({
			code: 'USAGE',
		});
	});

	test('an odd shape is pointed out and stored all the same', async () => {
		await start();
		const folder = temporaryFolder();
		const {secret, key} = testCredentials;
		const {exitCode, said} = await save(folder, {key: secret, secret: key});
		expect(exitCode).toBe(0);
		expect(said.join('\n')).toContain('swapped');
		expect(said.join('\n')).not.toContain(secret);
	});

	test('the test says what it may cost before it costs, and sends nothing without a yes', async () => {
		await start();
		const folder = temporaryFolder();
		await save(folder);
		expect((await configure(['test'], {folder})).exitCode).toBe(0);
		const asked = await configure(['test'], {folder, interactive: true, stdin: Readable.from(['n\n'])});
		expect(asked.said[0]).toMatch(
			new RegExp(`blank picture is sent to ${new URL(server.url).host}.*may cost one call`),
		);
		expect(server.calls).toHaveLength(0);
	});

	test.each([
		['image', 0, /takes key and secret\./],
		['authentication', 3, /refused key and secret[\s\S]*key或secret不正确/],
		['quota', 4, /no calls left/],
		['balance', 4, /no money left/],
		['parameters', 4, /does not tell/],
	] as const)('the test with the answer %s ends with %i', async (refusal, exit, words) => {
		await start();
		const folder = temporaryFolder();
		await save(folder);
		server.next({kind: 'refuse', refusal});
		const {exitCode, said} = await configure(['test', '--yes'], {folder});
		expect(exitCode).toBe(exit);
		expect(said.join('\n')).toMatch(words);
		expect(server.calls).toMatchObject([{picture: {format: 'bmp'}}]);
	});
});

test('what upstream wrote is never paid for again', async () => {
	await start();
	const folder = await pictures(1);
	const {originalSidecar} = await import('../support/original-sidecar.ts');
	await writeFile(join(folder, 'page 1.json'), JSON.stringify(originalSidecar('page 1.jpg')));
	const {list} = await run(['--dir', folder, '--engine', 'xiangyun']);
	expect(list).toMatchObject([{passport_number: 'EJ4471902'}]);
	expect(server.calls).toHaveLength(0);
	expect(await readdir(folder)).toEqual(['page 1.jpg', 'page 1.json']);
});
