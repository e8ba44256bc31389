// The server as an agent's host runs it: the built program, asked by the client of the official SDK.
import {copyFile, mkdir, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
import {ListRootsRequestSchema} from '@modelcontextprotocol/sdk/types.js';
import sharp from 'sharp';
import {expect, onTestFinished, test} from 'vitest';
import {program, root, runCli} from '../support/cli.ts';
import {codeCache} from '../support/code-cache.ts';
import {mrz} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {startXiangyunServer, testCredentials} from '../support/xiangyun-server.ts';
import {zipFile} from '../support/zip-file.ts';

type Item = {readonly type: string; readonly text?: string; readonly data?: string};
type Answer = {readonly content: readonly Item[]; readonly isError?: boolean};

type Setting = {
	readonly cwd: string;
	readonly roots?: readonly string[];
	readonly words?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
};

async function connected({cwd, roots, words = [], env}: Setting) {
	const client = new Client({name: 'test', version: '1'}, {capabilities: roots ? {roots: {}} : {}});
	if (roots) {
		client.setRequestHandler(ListRootsRequestSchema, () => ({
			roots: roots.map(path => ({uri: pathToFileURL(path).href})),
		}));
	}
	const transport = new StdioClientTransport({
		command: process.execPath,
		args: [program, 'mcp', ...words],
		cwd,
		env: {
			PATH: process.env.PATH ?? '',
			HOME: cwd,
			...codeCache,
			PASSPORT_OCR_CONFIG_DIR: join(cwd, '.settings'),
			LANG: 'C',
			...env,
		},
		stderr: 'ignore',
	});
	await client.connect(transport);
	onTestFinished(() => client.close());
	const call = async (name: string, input: Record<string, unknown>) =>
		(await client.callTool({name, arguments: input})) as unknown as Answer;
	return {client, call};
}

const textOf = ({content}: Answer): string => content.find(({type}) => type === 'text')?.text ?? '';

async function group(): Promise<string> {
	const folder = join(temporaryFolder(), 'group');
	await mkdir(folder);
	await copyFile(join(root, 'source', 'specimens', 'photo.jpg'), join(folder, 'photo.jpg'));
	return folder;
}

test('pictures are read, numbers masked unless asked, and a list is written', {timeout: 180_000}, async () => {
	const folder = await group();
	const {client, call} = await connected({cwd: folder, roots: [folder]});
	const {tools} = await client.listTools();
	expect(tools.map(({name}) => name)).toEqual(['recognize', 'validate', 'export', 'status']);
	const read = await call('recognize', {paths: [folder]});
	expect(JSON.parse(textOf(read))).toMatchObject({file: 'photo.jpg', status: 'clean', number: 'YB*****84'});
	expect(textOf(read)).not.toContain('YB3310984');
	const number = await call('recognize', {paths: [join(folder, 'photo.jpg')], fields: ['number'], picture: 'mrz'});
	expect(JSON.parse(textOf(number))).toMatchObject({number: 'YB3310984', levels: {number: 'verified'}});
	const image = number.content.find(({type}) => type === 'image');
	const {width, height, format} = await sharp(Buffer.from(image!.data!, 'base64')).metadata();
	expect(format).toBe('png');
	expect(width).toBeGreaterThan(4 * height);
	const written = await call('export', {folder, output: join(folder, 'list.csv')});
	expect(written.isError).toBeUndefined();
	expect(textOf(written)).toBe(`1 row written to ${join(folder, 'list.csv')}`);
	const state = JSON.parse(textOf(await call('status', {folder})));
	expect(state).toMatchObject({read: 1, clean: 1, paid_service_set_up: false, roots: [folder]});
	expect(state).not.toHaveProperty('problems');
	await writeFile(join(folder, 'b.json'), JSON.stringify({success: true, passport_ocr: {version: 1}}));
	expect(JSON.parse(textOf(await call('status', {folder})))).toMatchObject({
		problems: [expect.stringContaining('b.json: left out, is a result that is no longer whole')],
	});
});

test('pictures of one name in two folders are named apart', {timeout: 180_000}, async () => {
	const folder = await group();
	for (const name of ['smith', 'jones']) {
		await mkdir(join(folder, name));
		await copyFile(join(folder, 'photo.jpg'), join(folder, name, 'p.jpg'));
		await writeFile(join(folder, name, 'bad.jpg'), 'no picture');
	}
	const {call} = await connected({cwd: folder, roots: [folder]});
	const answer = await call('recognize', {paths: [folder]});
	const files = textOf(answer)
		.split('\n')
		.map(line => (JSON.parse(line) as {file: string}).file);
	expect(files.toSorted()).toEqual(['jones/bad.jpg', 'jones/p.jpg', 'photo.jpg', 'smith/bad.jpg', 'smith/p.jpg']);
	const said = textOf(await call('export', {folder, output: join(folder, 'list.csv')}));
	for (const name of ['jones/bad.jpg', 'smith/bad.jpg', 'jones/p.jpg', 'smith/p.jpg']) expect(said).toContain(name);
});

test('the second passport of a picture is given without the first', {timeout: 180_000}, async () => {
	const folder = await group();
	const specimen = async (name: string) =>
		await sharp(join(root, 'source', 'specimens', name))
			.rotate()
			.toBuffer();
	const upper = await specimen('passport_osei_kwame.jpg');
	const {width = 0, height = 0} = await sharp(upper).metadata();
	const lower = await sharp(await specimen('IMG_2055.jpg'))
		.resize({width})
		.toBuffer();
	const two = join(folder, 'two.jpg');
	const sheet = sharp(upper).extend({bottom: height, background: 'white'});
	await sheet.composite([{input: lower, left: 0, top: height}]).toFile(two);
	const {call} = await connected({cwd: folder, roots: [folder]});
	const numbers = async (path: string) =>
		textOf(await call('recognize', {paths: [path], fields: ['number']}))
			.split('\n')
			.map(line => (JSON.parse(line) as {number: string}).number);
	const [first, second] = await numbers(two);
	expect([first, second].sort()).toEqual(['EP0338271', 'H3027418']);
	expect(await numbers(`${two}#2`)).toEqual([second]);
	expect(await numbers(`${two}#1`)).toEqual([first]);
});

test('an MRZ is judged, and wrong arguments are said', async () => {
	const {call} = await connected({cwd: temporaryFolder()});
	expect(JSON.parse(textOf(await call('validate', {text: mrz.join('\n')})))).toMatchObject({
		passport_ocr: {verdict: 'consistent'},
	});
	for (const [name, input] of [
		['validate', {}],
		['validate', {text: 1}],
		['recognize', {paths: ['.'], engine: 'magic'}],
		['recognize', {paths: ['.'], max_calls: 0}],
		['recognize', {paths: []}],
		['no-such-tool', {}],
	] as const) {
		expect(await call(name, input), name).toMatchObject({isError: true});
	}
});

test('a text without an MRZ is an error, and one among others is said beside the JSON of all', async () => {
	const {call} = await connected({cwd: temporaryFolder()});
	const none = await call('validate', {text: 'hello'});
	expect(none.isError).toBe(true);
	const [, cut] = mrz;
	const {content, isError} = await call('validate', {text: `${mrz.join('\n')}\n\n${cut}`});
	expect(isError).toBeUndefined();
	const [first, second, ...others] = content.map(({text = ''}) => text);
	const judged = first!.split('\n').map(line => JSON.parse(line) as {readonly success: boolean});
	expect(judged.map(({success}) => success)).toEqual([true, false]);
	expect(second).toContain('line 4: ');
	expect(others).toEqual([]);
});

test('a list says what is not in it and what to look at, without a whole number', async () => {
	const folder = await group();
	const {call} = await connected({cwd: folder, roots: [folder]});
	const keep = async (name: string, result: object) => await writeFile(join(folder, name), JSON.stringify(result));
	await keep('gone.json', {success: true, passport_number: '123456E78', source_image: 'gone.png'});
	await keep('cut.json', {success: true, source_image: 'cut.png', passport_ocr: {version: 1}});
	const output = join(folder, 'list.csv');
	const written = await call('export', {folder, output});
	expect(written.isError).toBeUndefined();
	expect(textOf(written)).toContain('cut.json: left out, is a result that is no longer whole');
	expect(textOf(written)).toContain('photo.jpg');
	expect(textOf(written)).toContain(`1 row written to ${output}`);
	expect(textOf(written)).toContain('12*****78');
	expect(textOf(written)).not.toContain('123456E78');
	await rm(join(folder, 'gone.json'));
	const refused = await call('export', {folder, output});
	expect(refused.isError).toBe(true);
	expect(JSON.stringify(refused)).toContain('cut.json: left out, is a result that is no longer whole');
});

test('a card is refused and named, unless it is asked for', {timeout: 180_000}, async () => {
	const folder = await group();
	await copyFile(join(root, 'source', 'specimens', 'id card back.jpg'), join(folder, 'card.jpg'));
	const {call} = await connected({cwd: folder, roots: [folder]});
	const card = {paths: [join(folder, 'card.jpg')]};
	const refused = JSON.parse(textOf(await call('recognize', card)));
	expect(refused).toMatchObject({status: 'failed', error_kind: 'OTHER_DOCUMENT'});
	const read = JSON.parse(textOf(await call('recognize', {...card, documents: ['passport', 'id']})));
	expect(read).toMatchObject({file: 'card.jpg', document: 'id', status: 'clean'});
	const text = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
	for (const [documents, verdict] of [
		[undefined, 'doubtful'],
		[['id'], 'consistent'],
	] as const) {
		const judged = JSON.parse(textOf(await call('validate', {text, ...(documents ? {documents} : {})})));
		expect(judged).toMatchObject({passport_ocr: {document: 'id', verdict}});
	}
	expect(await call('recognize', {...card, documents: ['licence']})).toMatchObject({isError: true});
});

test('what was asked before the client left is answered, also without its roots', {timeout: 180_000}, async () => {
	const folder = await group();
	const message = (id: number, method: string, params: object) =>
		JSON.stringify({jsonrpc: '2.0', id, method, params: {...params}});
	const client = {protocolVersion: '2025-03-26', clientInfo: {name: 'test', version: '1'}};
	const asked = [
		message(1, 'initialize', {...client, capabilities: {roots: {}}}),
		JSON.stringify({jsonrpc: '2.0', method: 'notifications/initialized'}),
		message(2, 'tools/call', {name: 'recognize', arguments: {paths: [folder]}}),
		message(3, 'tools/call', {name: 'validate', arguments: {text: mrz.join('\n')}}),
		message(4, 'tools/call', {name: 'no-such-tool', arguments: {}}),
	];
	const {out, exitCode} = await runCli(['mcp', '--dir', folder], {cwd: folder, input: `${asked.join('\n')}\n`});
	expect(exitCode).toBe(0);
	const answers = out
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as {id?: number; result?: Answer});
	const answer = (id: number) => answers.find(one => one.id === id && one.result)?.result;
	expect(textOf(answer(2)!)).toContain('"status":"clean"');
	expect(textOf(answer(3)!)).toContain('"verdict":"consistent"');
	expect(answer(4)).toMatchObject({isError: true});
});

test('lines that are no message are answered as JSON-RPC says, and what follows them as usual', async () => {
	const lines = ['this is not JSON', '{"jsonrpc": "1.0", "id": 7}', '[]', '{"jsonrpc":"2.0","id":8,"method":"ping"}'];
	const {out, exitCode} = await runCli(['mcp'], {cwd: temporaryFolder(), input: `${lines.join('\n')}\n`});
	expect(exitCode).toBe(0);
	const answers = out.trim().split('\n');
	expect(answers.map(line => JSON.parse(line))).toEqual([
		{jsonrpc: '2.0', id: null, error: {code: -32700, message: expect.any(String)}},
		{jsonrpc: '2.0', id: null, error: {code: -32600, message: expect.any(String)}},
		{jsonrpc: '2.0', id: null, error: {code: -32600, message: expect.any(String)}},
		{jsonrpc: '2.0', id: 8, result: {}},
	]);
});

test('nothing outside of the roots is read or written, whatever the way there', async () => {
	const folder = await group();
	const other = temporaryFolder();
	await copyFile(join(folder, 'photo.jpg'), join(other, 'secret.jpg'));
	await symlink(other, join(folder, 'link'));
	const {call} = await connected({cwd: other, roots: [folder]});
	for (const path of [
		other,
		join(other, 'secret.jpg'),
		`${folder}/../`,
		`${folder}-2`,
		join(folder, 'link', 'secret.jpg'),
		'/',
	]) {
		const answer = await call('recognize', {paths: [path]});
		expect(answer.isError, path).toBe(true);
		expect(textOf(answer)).toContain('Not below the roots');
	}
	expect(await call('export', {folder, output: join(other, 'list.csv')})).toMatchObject({isError: true});
	expect(await call('export', {folder, output: join(folder, 'link', 'list.csv')})).toMatchObject({isError: true});
	expect(await call('status', {folder: other})).toMatchObject({isError: true});
});

test('a picture that could not be read is said once', async () => {
	const folder = await group();
	await writeFile(join(folder, 'text.jpg'), 'hello');
	const {call} = await connected({cwd: folder, roots: [folder]});
	const {content} = await call('recognize', {paths: [join(folder, 'text.jpg'), join(folder, 'gone.jpg')]});
	expect(content).toHaveLength(1);
	const kinds = content[0]!.text!.split('\n').map(line => JSON.parse(line).error_kind);
	expect(kinds.sort()).toEqual(['FILE_NOT_FOUND', 'NOT_AN_IMAGE']);
	await call('recognize', {paths: [folder]});
	const second = await call('recognize', {paths: [join(folder, 'photo.jpg#2')]});
	expect(JSON.parse(textOf(second))).toMatchObject({status: 'failed'});
	expect(second.content[1]!.text).toContain('The earlier result is kept.');
});

test('a folder of --dir is named whole: an agent does not know where the server was started', async () => {
	const folder = await group();
	const {call} = await connected({cwd: dirname(folder), words: ['--dir', 'group']});
	expect(JSON.parse(textOf(await call('status', {}))).roots).toEqual([folder]);
	expect(textOf(await call('recognize', {paths: ['/']}))).toContain(`Allowed are ${folder}.`);
});

const fsLink = async (target: string, path: string) => {
	await mkdir(dirname(path), {recursive: true});
	await symlink(target, path);
};

/** A root, and beside it a folder with a picture that may not be read. */
async function rootAndSecret() {
	const folder = await group();
	const secret = temporaryFolder();
	await copyFile(join(folder, 'photo.jpg'), join(secret, 's.jpg'));
	const before = await readdir(secret, {recursive: true});
	const {call} = await connected({cwd: secret, roots: [folder]});
	const isUntouched = async () => expect(await readdir(secret, {recursive: true})).toEqual(before);
	return {folder, secret, call, isUntouched};
}

test('the number of a page or a pattern in a path is no way out of the roots', {timeout: 60_000}, async () => {
	const {folder, secret, call, isUntouched} = await rootAndSecret();
	await symlink(join(secret, 's.jpg'), join(folder, 'lnk.jpg'));
	await symlink(join(secret, 's.jpg'), join(folder, 'bare'));
	await mkdir(join(secret, 'sub'));
	await symlink(join(secret, 'sub'), join(folder, 'way'));
	await rm(join(folder, 'photo.jpg'));
	await symlink('circle', join(folder, 'circle'));
	for (const name of [
		'lnk.jpg#1',
		'lnk.jpg#2.1',
		'lnk.jpg#1#1',
		'bare#1',
		'way/s.jpg#1',
		'circle/s.jpg',
		'way/*.jpg',
		'../*/s.jpg',
	]) {
		const path = `${folder}/${name}`;
		const answer = await call('recognize', {paths: [path], fields: ['number'], picture: 'page'});
		expect(JSON.stringify(answer), name).not.toContain('YB3310984');
		expect(answer.content.map(({type}) => type)).toEqual(['text']);
		expect(answer.isError, name).toBe(true);
	}
	// The system finds the folder above the target of a link.
	for (const name of ['way/../s.jpg', 'way/../s.jpg#1', '*.jpg', 'w?y/../s.jpg', 'w[a]y/../*.jpg', '.']) {
		const answer = await call('recognize', {paths: [`${folder}/${name}`], fields: ['number']});
		expect(JSON.stringify(answer), name).not.toContain('YB3310984');
	}
	await rm(join(secret, 'sub'), {recursive: true});
	await isUntouched();
});

test('an archive is not unpacked through a link', {timeout: 60_000}, async () => {
	const {folder, secret, call, isUntouched} = await rootAndSecret();
	const zip = zipFile([{name: 'p.png', data: await readFile(join(folder, 'photo.jpg'))}]);
	const deep = zipFile([{name: 'a/b/p.png', data: await readFile(join(folder, 'photo.jpg'))}]);
	await rm(join(folder, 'photo.jpg'));
	for (const name of ['one.zip', 'gone.zip']) await writeFile(join(folder, name), zip);
	for (const name of ['top.zip', 'two.zip']) await writeFile(join(folder, name), deep);
	await writeFile(join(folder, 'none.zip'), zipFile([]));
	await mkdir(join(folder, 'below'));
	await writeFile(join(folder, 'below', 'in.zip'), zip);
	// Their folders would be the one above, and none.
	for (const name of ['...zip', '.zip', '..zip']) await writeFile(join(folder, name), zip);
	for (const name of ['one', 'none', 'top/a', 'two/a/b', 'below/in']) await fsLink(secret, join(folder, name));
	await fsLink(join(secret, 'new'), join(folder, 'gone'));
	const names = ['one', 'gone', 'top', 'two', 'none', 'below/in', '..', '', '.'].map(name => `${name}.zip`);
	for (const name of [...names, '.']) {
		const answer = await call('recognize', {paths: [join(folder, name)], fields: ['number']});
		expect(JSON.stringify(answer), name).not.toContain('YB3310984');
		await isUntouched();
	}
	expect(await readdir(dirname(folder))).toEqual(['group']);
});

test('what is not opened in an archive is named', {timeout: 60_000}, async () => {
	const folder = await group();
	await writeFile(join(folder, 'mail.zip'), zipFile([{name: 'scans.rar', data: Buffer.from('rar')}]));
	const {call} = await connected({cwd: folder, roots: [folder]});
	expect(JSON.stringify(await call('recognize', {paths: [folder]}))).toContain('may be in it: mail.zip/scans.rar');
});

test('neither results nor lists lead out of the roots through a link', {timeout: 60_000}, async () => {
	const {folder, secret, call, isUntouched} = await rootAndSecret();
	const result = {success: true, passport_number: 'SECRET123', source_image: 'photo.jpg'};
	await writeFile(join(secret, 'r.json'), JSON.stringify(result));
	await symlink(join(secret, 'r.json'), join(folder, 'photo.json'));
	await symlink(join(secret, 'new.json'), join(folder, 'photo.jpg.json'));
	const read = await call('recognize', {paths: [folder], fields: ['number']});
	expect(JSON.stringify(read)).not.toContain('SECRET123');
	await rm(join(folder, 'photo.jpg.json'));
	expect(textOf(await call('recognize', {paths: [folder], fields: ['number']}))).toContain('YB3310984');
	await symlink(join(secret, 'new.csv'), join(folder, 'list.csv'));
	await symlink(join(secret, 'newer'), join(folder, 'lists'));
	for (const name of ['list.csv', 'lists/list.csv', 'lists/../../list.csv']) {
		const answer = await call('export', {folder, output: `${folder}/${name}`});
		expect(answer.isError, name).toBe(true);
	}
	for (const name of ['photo.jpg#1', 'lists#1']) {
		await symlink(secret, join(folder, name));
		expect(await call('export', {folder: join(folder, name), output: join(folder, 'a.csv')})).toMatchObject({
			isError: true,
		});
		expect(await call('status', {folder: join(folder, name)})).toMatchObject({isError: true});
	}
	await rm(join(secret, 'r.json'));
	await isUntouched();
});

test('a client without roots may read only what --dir names', async () => {
	const folder = await group();
	const bare = await connected({cwd: folder});
	expect(textOf(await bare.call('recognize', {paths: [folder]}))).toContain('--dir');
	const named = await connected({cwd: folder, words: ['--dir', folder]});
	expect(textOf(await named.call('status', {folder}))).toContain('"read": 0');
});

test('nothing is paid without a confirmation and a limit', async () => {
	const server = await startXiangyunServer();
	onTestFinished(() => server.close());
	const folder = await group();
	await writeFile(join(folder, 'note.txt'), 'x');
	const env = {
		PASSPORT_OCR_KEY: testCredentials.key,
		PASSPORT_OCR_SECRET: testCredentials.secret,
		PASSPORT_OCR_ENDPOINT: server.url,
	};
	const {call} = await connected({cwd: folder, roots: [folder], env});
	for (const engine of ['xiangyun', 'auto', 'both']) {
		for (const input of [{}, {confirm_paid: true}, {max_calls: 5}, {confirm_paid: false, max_calls: 5}]) {
			const answer = await call('recognize', {paths: [folder], engine, ...input});
			expect(answer.isError).toBe(true);
			expect(textOf(answer)).toContain('confirm_paid');
		}
	}
	expect(server.calls).toHaveLength(0);
	const paid = await call('recognize', {paths: [folder], engine: 'xiangyun', confirm_paid: true, max_calls: 1});
	expect(paid.isError).toBeUndefined();
	expect(server.calls).toHaveLength(1);
});

test('a folder that is not there is said at the start', async () => {
	const folder = temporaryFolder();
	await writeFile(join(folder, 'file'), '');
	for (const [name, why] of [
		['nope', 'nope'],
		['file', 'not a folder'],
	] as const) {
		const {exitCode, stderr} = await runCli(['mcp', '--dir', join(folder, name)], {cwd: folder});
		expect(exitCode).not.toBe(0);
		expect(stderr).toContain(why);
	}
});
