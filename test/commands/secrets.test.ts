// Key and secret must never be seen: not in what is printed, kept or thrown, whatever goes wrong.
import {chmod, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {inspect} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {errorLines} from '../../source/command-line/errors.ts';
import {config} from '../../source/commands/config.ts';
import {recognize} from '../../source/commands/recognize.ts';
import {createEngine} from '../../source/core/engines/choice.ts';
import type {AppError} from '../../source/core/errors.ts';
import {pictureOf} from '../../source/core/pictures/open.ts';
import {readSettings, saveSettings} from '../../source/core/settings/settings.ts';
import {messages} from '../../source/text/index.ts';
import {chinesePassport} from '../support/invented-passport.ts';
import {jpegPicture} from '../support/jpeg-picture.ts';
import {runCommand} from '../support/run-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {answerXml, changed, itemsOf, type Refusal, success} from '../support/xiangyun-answers.ts';
import {type Behaviour, startXiangyunServer, testCredentials, type XiangyunServer} from '../support/xiangyun-server.ts';

const {key, secret} = testCredentials;

/** As it is, and in every way in which it travels. */
const secrets = [key, secret].flatMap(text => [
	text,
	encodeURIComponent(text),
	Buffer.from(text).toString('base64').replace(/=+$/, ''),
	Buffer.from(text).toString('hex'),
]);

const expectNone = (text: string, where: string) => {
	for (const one of secrets) expect(text.includes(one), `${where}: ${text.slice(0, 400)}`).toBe(false);
};

const escaped = (text: string) => text.replace(/./g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const refusals: readonly Refusal[] = [
	'authentication',
	'quota',
	'balance',
	'parameters',
	'image',
	'unreadable',
	'busy',
];

const echo = `用户 ${key} 不存在，secret=${secret}`;
const echoing = changed(itemsOf(chinesePassport), {出生地点: echo, [echo]: 'x', 签发机关OCR: secret});

const behaviours: Readonly<Record<string, Behaviour>> = {
	'a success': {kind: 'answer', answer: success(itemsOf(chinesePassport))},
	...Object.fromEntries(refusals.map(refusal => [refusal, {kind: 'refuse', refusal} as const])),
	'another document': {kind: 'otherDocument'},
	'a refusal that repeats them': {kind: 'answer', answer: {status: -4, value: echo}},
	'an unknown refusal that repeats them': {kind: 'answer', answer: {status: -77, value: `${key}/${secret}`}},
	'a refusal that repeats them escaped': {
		kind: 'body',
		text: `{"message":{"status":-4,"value":"key ${escaped(secret)} ${escaped(key)}"}}`,
	},
	'a card that repeats them': {kind: 'answer', answer: success(echoing)},
	'a card in XML that repeats them': {kind: 'body', text: answerXml(success(echoing)), contentType: 'text/xml'},
	'another document that repeats them': {kind: 'answer', answer: success([['姓名', secret]], key)},
	'a page that repeats them': {kind: 'body', text: `<html>${echo}</html>`, contentType: 'text/html'},
	'an answer that is cut': {kind: 'body', text: `{"message":{"value":"${echo}`},
	'no answer': {kind: 'body', text: ''},
	'text that is no answer': {kind: 'body', text: echo},
	'a status of text': {kind: 'body', text: JSON.stringify({message: {status: secret, value: key}})},
	...Object.fromEntries(
		[301, 400, 401, 403, 404, 413, 500, 502, 503].map(status => [
			`HTTP ${status}`,
			{kind: 'http', status, headers: {location: `https://example.org/?secret=${secret}`}} as const,
		]),
	),
	'a broken connection': {kind: 'drop', when: 'received'},
	'a connection that broke while answering': {kind: 'drop', when: 'answering'},
	'no answer in time': {kind: 'hang'},
};

let server: XiangyunServer;
let picture: Buffer;

beforeAll(async () => {
	server = await startXiangyunServer();
	picture = await jpegPicture({width: 400, height: 300});
});

afterAll(() => server.close());

/** What never answers is not waited for; whatever answers has its time on a busy machine too. */
const account = (behaviour?: Behaviour) => ({
	credentials: testCredentials,
	endpoint: server.url,
	retryDelay: 1,
	callTimeout: behaviour?.kind === 'hang' ? 500 : 20_000,
});

async function contentsOf(folder: string): Promise<string> {
	const names = (await readdir(folder)).filter(name => !name.endsWith('.jpg'));
	const texts = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')));
	return [...names, ...texts].join('\n');
}

describe.each(Object.entries(behaviours))('%s', (_, behaviour) => {
	test.each([
		['en', 'json'],
		['zh', 'ndjson'],
		['en', 'table'],
	] as const)('shows neither in %s, %s, nor beside the picture', async (language, format) => {
		server.always(behaviour);
		const folder = temporaryFolder();
		await writeFile(join(folder, 'a.jpg'), picture);
		const words = ['recognize', '--dir', folder, '--engine', 'xiangyun', '--output-format', format];
		const {out, said} = await runCommand(recognize, words, {
			language,
			env: {PASSPORT_OCR_KEY: key, PASSPORT_OCR_SECRET: secret, PASSPORT_OCR_CONFIG_DIR: temporaryFolder()},
			createEngine: id => createEngine(id, account(behaviour)),
		});
		expectNone(out, 'output');
		expectNone(said.join('\n'), 'messages');
		expectNone(await contentsOf(folder), 'sidecar');
	});

	test('throws neither, with all that hangs on the error', async () => {
		server.always(behaviour);
		const engine = await createEngine('xiangyun', account(behaviour));
		const outcome = await engine.read(await pictureOf('a.jpg', picture)).catch(error => error);
		await engine.close();
		expectNone(inspect(outcome, {depth: null, showHidden: true, getters: true}), 'inspected');
		expectNone(JSON.stringify(outcome), 'as JSON');
		if (outcome instanceof Error) expectNone(`${outcome.stack}${outcome.message}`, 'stack');
		expectNone(inspect(engine, {depth: null, showHidden: true}), 'the engine');
	});
});

test('config shows neither, when it stores them, loads them and tries them', async () => {
	const folder = temporaryFolder();
	const configure = async (...words: readonly string[]) => {
		const run = await runCommand(config, ['config', ...words, '--config-dir', folder], {input: `${secret}\n`});
		expectNone(run.out + run.said.join('\n'), words.join(' '));
	};
	await configure('save', '--key', key, '--secret-stdin', '--endpoint', server.url);
	await configure('load');
	server.always(behaviours['a refusal that repeats them']);
	await configure('test', '--yes');
	await configure('reset');
	expectNone(await readFile(join(folder, 'config.json'), 'utf8'), 'what is left after a reset');
});

test('an endpoint with a password in it is refused without it', async () => {
	for (const endpoint of [
		`https://${key}:${secret}@example.org`,
		`https://example.org/?secret=${secret}`,
		`${key}:${secret}@x`,
	]) {
		const error = await createEngine('xiangyun', {...account(), endpoint}).catch(thrown => thrown);
		expectNone(inspect(error, {depth: null}), 'error');
		expectNone(messages('en').errors.what(error.code, error.details), 'message');
	}
});

test.each([
	['save', '--key', key, '--secret-stdin', secret],
	['save', key, secret],
	[secret],
	['get', secret],
	['set', secret, key],
	['save', `--secret${secret}`],
])('a stray argument of config is never repeated: %s %s', async (...words) => {
	for (const language of ['en', 'zh'] as const) {
		const said: string[] = [];
		try {
			await runCommand(config, ['config', ...words, '--config-dir', temporaryFolder()], {language, input: secret});
		} catch (thrown) {
			const {code, details} = thrown as AppError;
			said.push(...errorLines(code, details, messages(language)));
		}
		expect(said.length).toBeGreaterThan(0);
		expectNone(said.join('\n'), 'error');
	}
});

test('key and secret both come from standard input, and --secret says what is better', async () => {
	const folder = temporaryFolder();
	const {said} = await runCommand(config, ['config', 'save', '--secret-stdin', '--config-dir', folder], {
		input: `${key}\r\n${secret}\n`,
	});
	expect(said.join('\n')).not.toContain('--secret-stdin');
	expect((await readSettings(folder)).settings.credentials).toEqual({key, secret});
	const open = await runCommand(config, ['config', 'save', '--key', key, '--secret', secret, '--config-dir', folder]);
	expect(open.said.join('\n')).toContain('rather use --secret-stdin');
	expectNone(open.said.join('\n'), 'warning');
});

test.skipIf(process.platform === 'win32')('settings that others can read are named where the key is used', async () => {
	server.always(undefined);
	const config = temporaryFolder();
	const folder = temporaryFolder();
	await saveSettings(config, {credentials: testCredentials, endpoint: server.url});
	await chmod(join(config, 'config.json'), 0o644);
	await writeFile(join(folder, 'a.jpg'), picture);
	const {said} = await runCommand(
		recognize,
		['recognize', '--dir', folder, '--engine', 'xiangyun', '--config-dir', config],
		{
			createEngine: (id, options) => createEngine(id, {...options, retryDelay: 1}),
		},
	);
	expect(said.join('\n')).toMatch(/Others on this computer can read .*config\.json: chmod 600/);
});
