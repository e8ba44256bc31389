// The server that the other tests use: it must be as strict and as odd as the service is known to be.
import {afterEach, expect, test} from 'vitest';
import {pngBytes} from '../../../support/picture-bytes.ts';
import {
	type ServerOptions,
	startXiangyunServer,
	testCredentials,
	type XiangyunServer,
} from '../../../support/xiangyun-server.ts';

let server: XiangyunServer;

const start = async (options?: ServerOptions) => {
	server = await startXiangyunServer(options);
};

afterEach(() => server.close());

const form = (changes: Readonly<Record<string, string | undefined>> = {}, picture: Uint8Array | null = pngBytes()) => {
	const data = new FormData();
	if (picture) data.set('file', new Blob([new Uint8Array(picture)]), 'a.png');
	for (const [name, value] of Object.entries({...testCredentials, typeId: '13', format: 'json', ...changes})) {
		if (value !== undefined) data.set(name, value);
	}
	return data;
};

const post = async (body: FormData | URLSearchParams, path = '/api/recog.do') =>
	await (await fetch(server.url + path, {method: 'POST', body})).text();

test('answers in XML unless the format is exactly json', async () => {
	await start();
	expect(await post(form({format: undefined}))).toMatch(/^<\?xml/);
	expect(JSON.parse(await post(form()))).toMatchObject({message: {status: 13}, cardsinfo: [{type: '13'}]});
});

test('takes base64 with line breaks, but a data: prefix makes a picture that it cannot read', async () => {
	await start();
	const img = pngBytes().toString('base64');
	const ask = (text: string) =>
		post(new URLSearchParams({img: text, ...testCredentials, typeId: '13', format: 'json'}), '/api/recogliu.do');
	expect(JSON.parse(await ask(img.replace(/(.{10})/g, '$1\r\n')))).toMatchObject({message: {status: 13}});
	expect(JSON.parse(await ask(`data:image/png;base64,${img}`))).toMatchObject({message: {status: -1}, cardsinfo: []});
});

test('looks at the credentials first, then at the account, then at the picture', async () => {
	await start({quota: 1});
	expect(JSON.parse(await post(form({secret: 'x'}, null)))).toMatchObject({message: {status: -4}});
	expect(JSON.parse(await post(form({}, null)))).toMatchObject({message: {status: 4}});
	expect(JSON.parse(await post(form()))).toMatchObject({message: {status: 13}});
	expect(JSON.parse(await post(form()))).toMatchObject({message: {status: -3}});
	expect(server.billed()).toBe(1);
});

test('knows no other address and no other method', async () => {
	await start();
	expect((await fetch(`${server.url}/api/other.do`, {method: 'POST'})).status).toBe(404);
	expect((await fetch(`${server.url}/api/recog.do`)).status).toBe(405);
	expect(server.calls).toHaveLength(0);
});
