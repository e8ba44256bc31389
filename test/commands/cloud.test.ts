import {readdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {offline, pictures, run, server, start} from '../support/cloud.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

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
			// `both` compares what was paid for with what this computer reads, which costs nothing.
			expect(near.reads).toHaveLength(engine === 'both' ? 3 : 0);
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

describe('a batch that cannot continue', () => {
	test('stops when the calls are used up, and continues where it stopped when there are more', async () => {
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

	test('a cause that many pictures share is in the table once, with their names', async () => {
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

	test('what an address leads to is paid for once, also when its name has changed', async () => {
		await start();
		const {createServer} = await import('node:http');
		const bytes = await jpegPicture();
		const web = createServer((_, response) => response.end(bytes));
		await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve));
		const {port} = web.address() as {port: number};
		const env = {PASSPORT_OCR_CONFIG_DIR: temporaryFolder()};
		for (const name of ['a.jpg?signed=1', 'a.jpg?signed=2', 'b.jpg']) {
			const url = `http://127.0.0.1:${port}/${name}`;
			const {list} = await run(['--url', url, '--allow-private', '--engine', 'xiangyun'], {env});
			expect(list).toMatchObject([{success: true}]);
		}
		expect(server.calls).toHaveLength(1);
		web.closeAllConnections();
		web.close();
	});

	test.each([
		['en', /--url connects directly, not by the proxy of HTTPS_PROXY/],
		['zh', /--url 直接连接，不使用 HTTPS_PROXY 的代理/],
	] as const)('says that no proxy is used where an address is not reached: %s', async (language, said) => {
		await start();
		const words = ['--url', 'http://127.0.0.1:1/a.jpg', '--allow-private', '--engine', 'xiangyun'];
		const env = {HTTPS_PROXY: 'http://proxy.example:8080'};
		const behind = await run(words, {env, language});
		expect(behind.list).toMatchObject([{error_code: 'NOT_DOWNLOADED'}]);
		expect(behind.said.join('\n')).toMatch(said);
		expect((await run(words, {language})).said.join('\n')).not.toContain('HTTPS_PROXY');
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

test('what was done to a picture before it is sent is reported', async () => {
	await start();
	const folder = temporaryFolder();
	await writeFile(join(folder, 'small.jpg'), await jpegPicture({width: 400, height: 300}));
	await writeFile(join(folder, 'wide.jpg'), await jpegPicture({width: 5000, height: 2000}));
	const {said} = await run(['--dir', folder, '--engine', 'xiangyun']);
	expect(said.join('\n')).toMatch(/small\.jpg: only 400 x 300 pixels/);
	expect(said.join('\n')).toMatch(/wide\.jpg: reduced from \d+ KB to \d+ KB/);
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
