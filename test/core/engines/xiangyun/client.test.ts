import {createHash} from 'node:crypto';
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib';
import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {Engine} from '../../../../source/core/engines/engine.ts';
import {createClient, type Upload} from '../../../../source/core/engines/xiangyun/client.ts';
import {parseEndpoint} from '../../../../source/core/engines/xiangyun/endpoint.ts';
import {createXiangyunEngine} from '../../../../source/core/engines/xiangyun/engine.ts';
import {AppError} from '../../../../source/core/errors.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';
import type {Picture} from '../../../../source/core/pictures/picture.ts';
import {gb18030} from '../../../support/gb18030.ts';
import {chinesePassport, mrzOf} from '../../../support/invented-passport.ts';
import {jpegPicture, pixels} from '../../../support/jpeg-picture.ts';
import {answerJson, answerXml, itemsOf, success} from '../../../support/xiangyun-answers.ts';
import {
	type ServerOptions,
	startXiangyunServer,
	testCredentials,
	type XiangyunServer,
} from '../../../support/xiangyun-server.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

let picture: Picture;

beforeAll(async () => {
	picture = await pictureOf('group/王芳-护照.jpg', await jpegPicture());
});

type EngineOptions = Partial<Parameters<typeof createXiangyunEngine>[0]>;

async function start(
	serverOptions: ServerOptions = {},
	options: EngineOptions = {},
): Promise<{server: XiangyunServer; engine: Engine}> {
	const server = await startXiangyunServer(serverOptions);
	closing.push(() => server.close());
	return {server, engine: await engineAt(server.url, options)};
}

async function engineAt(endpoint: string, options: EngineOptions = {}): Promise<Engine> {
	const engine = await createXiangyunEngine({credentials: testCredentials, endpoint, retryDelay: 1, ...options});
	closing.push(() => engine.close());
	return engine;
}

/** The error with which reading fails. */
async function failureOf(reading: Promise<unknown>): Promise<AppError> {
	const thrown = await reading.then(
		() => new Error('nothing failed'),
		(error: unknown) => error,
	);
	if (!(thrown instanceof AppError)) throw thrown;
	return thrown;
}

describe('a call', () => {
	test("sends a file as a part called file, under a name that reveals no person's", async () => {
		const {server, engine} = await start();
		const [reading] = await engine.read(picture);
		expect(reading.lines.map(line => line.text)).toEqual(mrzOf(chinesePassport));
		expect(server.calls).toMatchObject([
			{
				path: '/api/recog.do',
				body: 'multipart',
				parts: ['key', 'secret', 'typeId', 'format', 'file'],
				typeId: '13',
				format: 'json',
				fileName: 'passport.jpg',
				picture: {sha256: picture.sha256, format: 'jpeg'},
			},
		]);
	});

	test('sends what came as base64 as one clean line to the other address', async () => {
		const {server, engine} = await start();
		// Bytes that need each of the signs that a form has to escape.
		await engine.read({...picture, base64: true});
		expect(server.calls).toMatchObject([
			{
				path: '/api/recogliu.do',
				body: 'urlencoded',
				typeId: '13',
				format: 'json',
				picture: {sha256: picture.sha256, base64: Math.ceil(picture.bytes.length / 3) * 4},
			},
		]);
	});

	test('reads XML as well, should the service not heed the format', async () => {
		const {server, engine} = await start();
		server.next({kind: 'body', text: answerXml(success(itemsOf(chinesePassport))), contentType: 'text/xml'});
		expect((await engine.read(picture))[0].lines.map(line => line.text)).toEqual(mrzOf(chinesePassport));
	});

	test('keeps connections open between calls', async () => {
		const {server, engine} = await start();
		for (let count = 0; count < 5; count++) await engine.read(picture);
		expect(server.calls).toHaveLength(5);
		expect(server.connections()).toBeLessThan(5);
	});
});

describe('repeats', () => {
	test.each([503, 429])('when it is turned away with %i, and then has the answer', async status => {
		const {server, engine} = await start();
		server.next({kind: 'http', status}, {kind: 'http', status});
		await engine.read(picture);
		expect(server.calls).toHaveLength(3);
		expect(server.billed()).toBe(1);
	});

	test('when the service says that it is busy, three times in all', async () => {
		const {server, engine} = await start();
		server.always({kind: 'refuse', refusal: 'busy'});
		const error = await failureOf(engine.read(picture));
		expect(error).toMatchObject({
			code: 'SERVICE_BUSY',
			details: {status: '-99', message: '系统繁忙，请稍后再试'},
		});
		expect(server.calls).toHaveLength(3);
	});

	test('not three times for each picture while nothing is answered', async () => {
		const {server, engine} = await start();
		server.always({kind: 'http', status: 503});
		for (let count = 0; count < 5; count++) {
			expect(await failureOf(engine.read(picture))).toMatchObject({code: 'SERVICE_BUSY'});
		}
		expect(server.calls).toHaveLength(5 + 3);
		server.always(undefined);
		await engine.read(picture);
		server.next({kind: 'http', status: 503}, {kind: 'http', status: 503});
		await engine.read(picture);
		expect(server.calls).toHaveLength(5 + 3 + 1 + 3);
		expect(engine.calls?.()).toEqual({made: 12, paid: 2, perhaps: 0});
	});

	test('no more often than requests are allowed', async () => {
		const {server, engine} = await start({}, {maxCalls: 2});
		server.always({kind: 'http', status: 503});
		expect(await failureOf(engine.read(picture))).toMatchObject({code: 'SERVICE_BUSY'});
		expect(await failureOf(engine.read(picture))).toMatchObject({code: 'CALL_LIMIT', details: {limit: 2}});
		expect(server.calls).toHaveLength(2);
	});

	test('when no server answers, and says which', async () => {
		const {server, engine} = await start();
		await server.close();
		const host = new URL(server.url).host;
		expect(await failureOf(engine.read(picture))).toMatchObject({
			code: 'NETWORK',
			details: {host, reason: 'ECONNREFUSED'},
		});
		expect(engine.calls?.()).toEqual({made: 0, paid: 0, perhaps: 0});
	});
});

describe('never repeats what may have been paid for', () => {
	test.each(['receiving', 'received', 'answering'] as const)('a connection that broke while %s', async when => {
		const {server, engine} = await start();
		server.next({kind: 'drop', when});
		const error = await failureOf(engine.read(picture));
		expect(error.code).toBe('NETWORK');
		expect(error.details.sent).toBe('perhaps');
		expect(server.calls).toHaveLength(1);
	});

	test('a service that does not answer in time', async () => {
		const {server, engine} = await start({}, {callTimeout: 300});
		server.next({kind: 'hang'});
		expect(await failureOf(engine.read(picture))).toMatchObject({code: 'TIMEOUT', details: {sent: 'perhaps'}});
		expect(server.calls).toHaveLength(1);
		expect(engine.calls?.()).toEqual({made: 1, paid: 0, perhaps: 1});
	});

	test.each([
		['empty', ''],
		['cut', '{"message":{"status":13,"value":"识别'],
		['html', '<!DOCTYPE html><html>登录</html>'],
		['too-long', 'x'.repeat(5 * 1024 * 1024)],
	])('an answer that is none: %s', async (reason, text) => {
		const {server, engine} = await start();
		server.next({kind: 'body', text});
		expect(await failureOf(engine.read(picture))).toMatchObject({code: 'BAD_RESPONSE', details: {reason}});
		expect(server.calls).toHaveLength(1);
	});

	test.each([
		[413, {code: 'TOO_LARGE'}],
		[500, {code: 'BAD_RESPONSE', details: {http: 500, sent: 'perhaps'}}],
		[502, {code: 'BAD_RESPONSE', details: {http: 502, sent: 'perhaps'}}],
		[504, {code: 'BAD_RESPONSE', details: {http: 504, sent: 'perhaps'}}],
		[404, {code: 'BAD_RESPONSE', details: {http: 404}}],
		[401, {code: 'CREDENTIALS_REFUSED'}],
	])('HTTP %i', async (status, expected) => {
		const {server, engine} = await start();
		server.next({kind: 'http', status});
		expect(await failureOf(engine.read(picture))).toMatchObject(expected);
		expect(server.calls).toHaveLength(1);
	});

	test('a picture without a passport', async () => {
		const {server, engine} = await start();
		server.next({kind: 'refuse', refusal: 'image'});
		expect(await failureOf(engine.read(picture))).toMatchObject({
			code: 'NO_PASSPORT_FOUND',
			details: {status: '-1', message: '识别失败!ReconClientL:-2'},
		});
		expect(server.calls).toHaveLength(1);
	});

	test('another document, which it names', async () => {
		const {server, engine} = await start();
		server.next({kind: 'otherDocument'});
		expect(await failureOf(engine.read(picture))).toMatchObject({code: 'OTHER_DOCUMENT', details: {type: '2'}});
		expect(server.calls).toHaveLength(1);
	});
});

describe('a person who gives up', () => {
	test('stops the upload where it is', async () => {
		const {server} = await start();
		server.always({kind: 'slow'});
		const client = await createClient({credentials: testCredentials, endpoint: parseEndpoint(server.url)});
		closing.push(() => client.close());
		// More than the buffers between two sockets hold.
		const upload: Upload = {bytes: Buffer.alloc(40_000_000), extension: 'jpg', as: 'file'};
		const controller = new AbortController();
		const reading = failureOf(client.recognise(upload, controller.signal));
		await server.reached(1);
		controller.abort();
		expect((await reading).code).toBe('CANCELLED');
		await expect.poll(() => server.calls[0]?.givenUp, {timeout: 30_000}).toBe(true);
		expect(server.calls).toHaveLength(1);
		expect(server.calls[0]?.received).toBeLessThan(40_000_000);
	});

	test('stops the waiting for an answer, and sends nothing more', async () => {
		const {server, engine} = await start();
		server.always({kind: 'hang'});
		const controller = new AbortController();
		const reading = failureOf(engine.read(picture, {signal: controller.signal}));
		await server.reached(1);
		controller.abort();
		expect((await reading).code).toBe('CANCELLED');
		expect(await failureOf(engine.read(picture, {signal: controller.signal}))).toMatchObject({code: 'CANCELLED'});
		expect(server.calls).toHaveLength(1);
	});

	test('stops the waiting for the next try', async () => {
		const {server, engine} = await start({}, {retryDelay: 60_000});
		server.always({kind: 'refuse', refusal: 'busy'});
		const controller = new AbortController();
		const reading = failureOf(engine.read(picture, {signal: controller.signal}));
		await server.reached(1);
		controller.abort();
		expect((await reading).code).toBe('CANCELLED');
		expect(server.calls).toHaveLength(1);
	});
});

describe('where credentials may go', () => {
	test('a redirect is never followed', async () => {
		const elsewhere = await startXiangyunServer();
		closing.push(() => elsewhere.close());
		const {server, engine} = await start();
		for (const status of [301, 302, 307, 308]) {
			server.next({kind: 'http', status, headers: {location: `${elsewhere.url}/api/recog.do`}});
			expect(await failureOf(engine.read(picture))).toMatchObject({
				code: 'BAD_RESPONSE',
				details: {reason: 'redirect'},
			});
		}
		expect(elsewhere.calls).toHaveLength(0);
	});

	test('a certificate without a trusted issuer is refused, also when the environment would have it', async () => {
		const {selfSigned} = await import('../../../support/self-signed.ts');
		const {server, engine} = await start({tls: selfSigned});
		const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
		process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
		try {
			const error = await failureOf(engine.read(picture));
			expect(error).toMatchObject({code: 'NETWORK', details: {reason: 'DEPTH_ZERO_SELF_SIGNED_CERT'}});
			expect(error.details.sent).toBeUndefined();
		} finally {
			if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
			else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
		}
		expect(server.calls).toHaveLength(0);
	});

	test('without key and secret there is no engine', async () => {
		expect(await failureOf(createXiangyunEngine({}))).toMatchObject({code: 'CONFIG_MISSING'});
	});
});

test('a picture in a format that the service does not take is converted, and the user is informed', async () => {
	const {server, engine} = await start();
	const notes: unknown[] = [];
	await engine.read(await pictureOf('a.webp', await pixels().webp().toBuffer()), {onNote: note => notes.push(note)});
	expect(notes).toEqual([{code: 'converted', from: 'webp', to: 'jpeg'}]);
	expect(server.calls).toMatchObject([{picture: {format: 'jpeg'}, fileName: 'passport.jpg'}]);
});

test('the picture that is sent is the picture that was asked about, byte for byte', async () => {
	const {server, engine} = await start();
	for (const seed of [1, 2, 3]) {
		const bytes = await jpegPicture({seed, content: 'noise', width: 800, height: 600});
		await engine.read(await pictureOf('a.jpg', bytes));
		expect(server.calls.at(-1)?.picture?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
	}
});

describe('an answer that was paid for is understood', () => {
	const json = answerJson(success(itemsOf(chinesePassport)), 'current');
	const gb = gb18030(json);
	test.each([
		['packed with gzip', {bytes: gzipSync(json), headers: {'content-encoding': 'gzip'}}],
		['packed with gzip, which it does not say', {bytes: gzipSync(json), headers: {}}],
		['packed with deflate', {bytes: deflateSync(json), headers: {'content-encoding': 'deflate'}}],
		['packed with deflate without a head', {bytes: deflateRawSync(json), headers: {'content-encoding': 'deflate'}}],
		['packed with Brotli', {bytes: brotliCompressSync(json), headers: {'content-encoding': 'br'}}],
		['packed twice', {bytes: gzipSync(gzipSync(json)), headers: {'content-encoding': 'gzip, gzip'}}],
		['said to be packed, and plain', {bytes: Buffer.from(json), headers: {'content-encoding': 'gzip'}}],
		['GB18030 without a charset', {bytes: gb, headers: {'content-type': 'application/json'}}],
		['GB18030 that calls itself UTF-8', {bytes: gb, headers: {'content-type': 'application/json;charset=UTF-8'}}],
		['GBK by name', {bytes: gb, headers: {'content-type': 'text/html;charset=GBK'}}],
		[
			'UTF-8 that calls itself Latin-1',
			{bytes: Buffer.from(json), headers: {'content-type': 'text/plain;charset=ISO-8859-1'}},
		],
		['of an unknown charset', {bytes: Buffer.from(json), headers: {'content-type': 'application/json;charset=none'}}],
		['with HTTP 403', {bytes: Buffer.from(json), status: 403}],
		['with HTTP 500', {bytes: Buffer.from(json), status: 500}],
		['with HTTP 503', {bytes: Buffer.from(json), status: 503}],
	])('%s', async (_, answer) => {
		const {server, engine} = await start();
		server.next({kind: 'raw', status: 200, headers: {}, ...answer});
		const [reading] = await engine.read(picture);
		expect(reading.lines.map(line => line.text)).toEqual(mrzOf(chinesePassport));
		expect(reading.answer?.name).toBe(chinesePassport.nationalName);
		expect(server.calls).toHaveLength(1);
		expect(engine.calls?.()).toEqual({made: 1, paid: 1, perhaps: 0});
	});

	test('but not one that unpacks to more than any answer has', async () => {
		const {server, engine} = await start();
		server.next({
			kind: 'raw',
			status: 200,
			headers: {'content-encoding': 'gzip'},
			bytes: gzipSync(Buffer.alloc(64 << 20)),
		});
		const error = await failureOf(engine.read(picture));
		expect(error).toMatchObject({code: 'BAD_RESPONSE', details: {reason: 'too-long', sent: 'perhaps'}});
	});

	test('and one that ends early says so', async () => {
		const {server, engine} = await start();
		const bytes = gzipSync(json);
		server.next({kind: 'raw', status: 200, headers: {}, bytes: bytes.subarray(0, bytes.length / 2)});
		expect(await failureOf(engine.read(picture))).toMatchObject({code: 'BAD_RESPONSE', details: {sent: 'perhaps'}});
	});
});

describe('a damaged picture is not sent', () => {
	test.each([0.3, 0.5, 0.7])('of which a part is rubbish, from %d of it on', async share => {
		const {server, engine} = await start();
		const bytes = await pixels({width: 800, height: 600, content: 'noise'}).png().toBuffer();
		const at = Math.floor(bytes.length * share);
		bytes.fill(0xff, at, at + 400);
		expect(await failureOf(engine.read(await pictureOf('a.png', bytes)))).toMatchObject({code: 'DAMAGED_IMAGE'});
		expect(server.calls).toHaveLength(0);
	});

	test('of which half is missing', async () => {
		const {server, engine} = await start();
		const bytes = await jpegPicture({width: 800, height: 600, content: 'noise'});
		const half = await pictureOf('a.jpg', bytes.subarray(0, bytes.length / 2));
		expect(await failureOf(engine.read(half))).toMatchObject({code: 'DAMAGED_IMAGE'});
		expect(server.calls).toHaveLength(0);
	});
});
