import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, expect, test} from 'vitest';
import {errorLines} from '../../../source/command-line/errors.ts';
import {type DownloadOptions, downloadPicture} from '../../../source/core/pictures/files/download.ts';
import {messages} from '../../../source/text/index.ts';
import {pngBytes} from '../../support/picture-bytes.ts';

const servers: Server[] = [];

afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

type Served = {readonly url: string; readonly asked: () => number};

/** A web server on this computer. */
async function serve(listener: RequestListener): Promise<Served> {
	let asked = 0;
	const server = createServer((request, response) => {
		asked++;
		listener(request, response);
	});
	servers.push(server);
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked};
}

const picture: RequestListener = (_, response) => response.end(pngBytes());
const here: DownloadOptions = {allowPrivate: true};

test('a picture is recognised by its content, and named without what follows the question mark', async () => {
	const {url} = await serve(picture);
	expect(await downloadPicture(`${url}/a/passport.jpg?token=geheim`, here)).toMatchObject({
		path: `${url}/a/passport.jpg`,
		format: 'png',
	});
});

test.each([
	['http://127.0.0.1:1/a.png'],
	['http://localhost:1/a.png'],
	['http://[::1]:1/a.png'],
	['http://10.0.0.1/a.png'],
	['http://192.168.1.1/a.png'],
	['http://169.254.169.254/latest/meta-data'],
	['http://[::ffff:127.0.0.1]:1/a.png'],
	['http://0/a.png'],
	['http://2130706433/a.png'],
	['http://0x7f000001/a.png'],
])('%s is in no public network and is not asked', async address => {
	await expect(downloadPicture(address)).rejects.toMatchObject({
		code: 'NOT_DOWNLOADED',
		details: {reason: 'address-not-allowed'},
	});
});

test('private networks can be allowed, reserved addresses cannot', async () => {
	await expect(downloadPicture('http://169.254.169.254/', here)).rejects.toMatchObject({
		details: {reason: 'address-reserved'},
	});
});

test('a redirect is followed, but each address is looked at again', async () => {
	const {url, asked} = await serve((request, response) => {
		if (request.url === '/a') response.writeHead(302, {location: '/b'}).end();
		else if (request.url === '/b') response.end(pngBytes());
		else response.writeHead(302, {location: 'http://169.254.169.254/secret'}).end();
	});
	expect(await downloadPicture(`${url}/a`, here)).toMatchObject({format: 'png'});
	expect(asked()).toBe(2);
	await expect(downloadPicture(`${url}/inside`, here)).rejects.toMatchObject({
		details: {reason: 'address-reserved'},
	});
	expect(asked()).toBe(3);
});

test.each(['file:///etc/passwd', 'ftp://example.org/a.jpg', 'http://user:geheim@example.org/', 'http://'])(
	'a redirect to %s is the fault of the server, and is not followed',
	async location => {
		const {url, asked} = await serve((_, response) => response.writeHead(302, {location}).end());
		const error = await downloadPicture(url, here).catch(error => error);
		expect(error).toMatchObject({code: 'NOT_DOWNLOADED', details: {reason: 'bad-redirect'}});
		expect(errorLines(error.code, error.details, messages('en'))[0]).toContain('it redirects to');
		expect(JSON.stringify(error.details)).not.toContain('geheim');
		expect(asked()).toBe(1);
	},
);

test('redirects without end are left', async () => {
	const {url, asked} = await serve((_, response) => response.writeHead(307, {location: '/again'}).end());
	await expect(downloadPicture(url, here)).rejects.toMatchObject({details: {reason: 'too-many-redirects'}});
	expect(asked()).toBe(4);
});

test.each([['file:///etc/passwd'], ['ftp://example.org/a.jpg'], ['http://user:geheim@example.org/'], ['nothing']])(
	'%s is no address of a picture, and no password is repeated',
	async address => {
		const error = await downloadPicture(address, here).catch(thrown => thrown);
		expect(error).toMatchObject({code: 'USAGE'});
		expect(JSON.stringify(error)).not.toContain('geheim');
	},
);

test('a page is no picture', async () => {
	const {url} = await serve((_, response) =>
		response.setHeader('content-type', 'image/jpeg').end('<!doctype html><html></html>'),
	);
	await expect(downloadPicture(url, here)).rejects.toMatchObject({code: 'NOT_AN_IMAGE', details: {seems: 'html'}});
});

test('an answer that says no is reported with its number', async () => {
	const {url} = await serve((_, response) => response.writeHead(404).end());
	await expect(downloadPicture(url, here)).rejects.toMatchObject({code: 'NOT_DOWNLOADED', details: {http: 404}});
});

test('what does not end is cut off: by its size, by the clock, by the person', async () => {
	const {url} = await serve((_, response) => {
		response.write(pngBytes());
		const timer = setInterval(() => response.write(Buffer.alloc(10_000)), 1);
		response.on('close', () => clearInterval(timer));
	});
	await expect(downloadPicture(url, {...here, limit: 100_000})).rejects.toMatchObject({code: 'TOO_LARGE'});
	await expect(downloadPicture(url, {...here, timeout: 200})).rejects.toMatchObject({
		code: 'NOT_DOWNLOADED',
		details: {reason: 'timeout'},
	});
	const controller = new AbortController();
	const going = downloadPicture(url, {...here, signal: controller.signal});
	controller.abort();
	await expect(going).rejects.toMatchObject({code: 'CANCELLED'});
});
