import {createServer, type Server} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {afterEach, expect, test, vi} from 'vitest';
import {createXiangyunEngine} from '../../../../source/core/engines/xiangyun/engine.ts';
import {httpsProxy} from '../../../../source/core/engines/xiangyun/proxy.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';
import {jpegPicture} from '../../../support/jpeg-picture.ts';
import {selfSigned} from '../../../support/self-signed.ts';
import {startXiangyunServer, testCredentials} from '../../../support/xiangyun-server.ts';

const closing: (() => unknown)[] = [];

afterEach(async () => {
	vi.unstubAllEnvs();
	for (const close of closing.splice(0)) await close();
});

/** A proxy that notes what it is asked to connect to. */
async function startProxy(refuses = false) {
	const asked: string[] = [];
	const proxy: Server = createServer();
	proxy.on('connect', (request, socket) => {
		asked.push(request.url!);
		if (refuses) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		const [host, port] = request.url!.split(':');
		const there = connect(Number(port), host, () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			there.pipe(socket).pipe(there);
		});
		for (const end of [there, socket]) end.on('error', () => end.destroy());
	});
	await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
	closing.push(() => {
		proxy.closeAllConnections();
		proxy.close();
	});
	return {asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`};
}

const read = async (endpoint: string) => {
	const engine = await createXiangyunEngine({credentials: testCredentials, endpoint, retryDelay: 1});
	closing.push(() => engine.close());
	return await engine.read(await pictureOf('a.jpg', await jpegPicture())).catch(error => error);
};

test('HTTPS goes through the proxy of HTTPS_PROXY, which the service still has to prove itself behind', async () => {
	const server = await startXiangyunServer({tls: selfSigned});
	closing.push(() => server.close());
	const proxy = await startProxy();
	vi.stubEnv('HTTPS_PROXY', proxy.url);
	expect(await read(server.url)).toMatchObject({code: 'NETWORK', details: {reason: 'DEPTH_ZERO_SELF_SIGNED_CERT'}});
	expect(new Set(proxy.asked)).toEqual(new Set([new URL(server.url).host]));
	expect(server.calls).toHaveLength(0);
});

test('NO_PROXY names hosts that are reached directly', async () => {
	const server = await startXiangyunServer({tls: selfSigned});
	closing.push(() => server.close());
	const proxy = await startProxy();
	vi.stubEnv('HTTPS_PROXY', proxy.url);
	vi.stubEnv('NO_PROXY', '127.0.0.1');
	await read(server.url);
	expect(proxy.asked).toEqual([]);
});

test('a proxy that refuses is named, and nothing was sent', async () => {
	const proxy = await startProxy(true);
	vi.stubEnv('HTTPS_PROXY', proxy.url);
	const error = await read('https://192.0.2.1');
	expect(error).toMatchObject({code: 'NETWORK', details: {reason: 'proxy-refuses'}});
	expect(error.details.sent).toBeUndefined();
});

test('without encryption no proxy is used', async () => {
	const server = await startXiangyunServer();
	closing.push(() => server.close());
	const proxy = await startProxy();
	vi.stubEnv('HTTPS_PROXY', proxy.url);
	vi.stubEnv('HTTP_PROXY', proxy.url);
	expect(await read(server.url)).toHaveLength(1);
	expect(proxy.asked).toEqual([]);
});

test.each([
	['proxy.example:3128', 'http://proxy.example:3128'],
	['http://proxy.example:3128', 'http://proxy.example:3128'],
	['', undefined],
	[undefined, undefined],
])('an address of a proxy: %s', (given, expected) => {
	expect(httpsProxy({HTTPS_PROXY: given})).toBe(expected);
});

test.each(['socks5://proxy:1080', 'http://'])('an address that is none: %s', given => {
	expect(() => httpsProxy({https_proxy: given})).toThrow(/USAGE/);
});
