import {isIP, type LookupFunction} from 'node:net';
import type {Agent, Dispatcher} from 'undici';
import {AppError} from '../../errors.ts';
import {type AddressKind, addressKind, guardedLookup} from '../../network-address.ts';
import {timeLimit} from '../../time-limit.ts';
import {pictureOf, sizeLimit} from '../open.ts';
import type {Picture} from '../picture.ts';

export type DownloadOptions = {
	/** Also from this computer and private networks. Link-local and reserved addresses never. */
	readonly allowPrivate?: boolean;
	readonly signal?: AbortSignal | undefined;
	/** Milliseconds for all of it. */
	readonly timeout?: number;
	/** Bytes. */
	readonly limit?: number;
	/** The variable that names a proxy. It is not used: it would look up the address, which is then not checked. */
	readonly proxy?: string | undefined;
};

/** What a network says that only a proxy leads out of. */
const noWayOut: readonly unknown[] = [
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
	'ETIMEDOUT',
	'UND_ERR_CONNECT_TIMEOUT',
	'timeout',
];

const proxies = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/** The variable that names a proxy; undefined without one. */
export const proxyVariable = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
	proxies.find(name => env[name]?.trim());

const mostRedirects = 3;

const parse = (text: string, base?: string): URL | undefined => {
	try {
		return new URL(text, base);
	} catch {
		return undefined;
	}
};

/** The name under which a picture from the network is shown: without what follows a `?`, which may be a key. */
export function namedAfter(address: string): string {
	const url = parse(address);
	if (!url) return 'URL';
	return url.origin === 'null' ? url.protocol : `${url.origin}${url.pathname}`;
}

/**
 * The address of a picture.
 *
 * @throws AppError USAGE {problem: 'bad-value', option: '--url'} for what is no http or https address, or has a password
 */
export function pictureUrl(text: string, base?: string): URL {
	const url = parse(text, base);
	if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
		// What is no address is shown as it was typed, unless there may be a password in it.
		const value = url || text.includes('@') ? namedAfter(text) : text;
		throw new AppError('USAGE', {problem: 'bad-value', option: '--url', name: 'url', value});
	}
	return url;
}

/**
 * Downloads a picture. The address is checked again at every redirect, and the one that was checked is the one that is
 * connected to, so that no server can send this program into a person's own network.
 *
 * @throws AppError USAGE as `pictureUrl`, NOT_DOWNLOADED {path, reason or http, proxy}, CANCELLED, TOO_LARGE {bytes, limit}, and
 * the errors of `pictureOf`
 */
export async function downloadPicture(address: string, options: DownloadOptions = {}): Promise<Picture> {
	const {allowPrivate = false, signal, timeout = 60_000, limit = sizeLimit, proxy} = options;
	const withProxy = (reason: string) => (proxy !== undefined && noWayOut.includes(reason) ? {reason, proxy} : {reason});
	const accepts = (kind: AddressKind) => kind === 'public' || (allowPrivate && kind === 'local');
	// One that nothing would allow is not to be tried with --allow-private.
	const barred = allowPrivate ? 'address-reserved' : 'address-not-allowed';
	const path = namedAfter(address);
	const {Agent} = await import('../../undici.ts');
	const dispatcher = new Agent({
		connect: {timeout: 10_000, rejectUnauthorized: true, lookup: guardedLookup(accepts) as LookupFunction},
	});
	const limited = timeLimit(timeout, signal);
	try {
		const bytes = await follow(address, {dispatcher, accepts, barred, signal: limited.signal, limit, path});
		return await pictureOf(path, bytes);
	} catch (thrown) {
		if (signal?.aborted) throw new AppError('CANCELLED', {path});
		if (limited.passed()) throw new AppError('NOT_DOWNLOADED', {path, ...withProxy('timeout')});
		// The lookup's own word.
		if (thrown instanceof AppError && thrown.code !== 'NETWORK') throw thrown;
		const cause = thrown instanceof AppError ? thrown.details.reason : (thrown as {code?: unknown}).code;
		const reason = cause === 'address-not-allowed' ? barred : cause;
		throw new AppError('NOT_DOWNLOADED', {path, ...withProxy(typeof reason === 'string' ? reason : 'unknown')});
	} finally {
		limited.end();
		await dispatcher.destroy();
	}
}

type Trip = {
	readonly dispatcher: Agent;
	readonly accepts: (kind: AddressKind) => boolean;
	/** The reason that is given where it does not. */
	readonly barred: string;
	readonly signal: AbortSignal;
	readonly limit: number;
	readonly path: string;
};

async function follow(address: string, trip: Trip): Promise<Uint8Array> {
	const {request} = await import('../../undici.ts');
	let url = checked(pictureUrl(address), trip);
	for (let hops = 0; ; hops++) {
		const {statusCode, headers, body} = await request(url, {
			dispatcher: trip.dispatcher,
			signal: trip.signal,
			headers: {accept: 'image/*'},
		});
		if (statusCode >= 200 && statusCode < 300) return await readUpTo(body, trip);
		await body.dump();
		const {location} = headers;
		if (statusCode < 300 || statusCode >= 400 || typeof location !== 'string') {
			throw new AppError('NOT_DOWNLOADED', {path: trip.path, http: statusCode});
		}
		if (hops === mostRedirects) throw new AppError('NOT_DOWNLOADED', {path: trip.path, reason: 'too-many-redirects'});
		const next = checked(redirectTo(location, url, trip), trip);
		// Refuse redirects from https to http.
		if (url.protocol === 'https:' && next.protocol === 'http:') {
			throw new AppError('NOT_DOWNLOADED', {path: trip.path, reason: 'not-encrypted'});
		}
		url = next;
	}
}

/** A server that sends elsewhere than to the web is at fault, not the address that was asked for. */
function redirectTo(location: string, from: URL, {path}: Trip): URL {
	try {
		return pictureUrl(location, from.href);
	} catch {
		throw new AppError('NOT_DOWNLOADED', {path, reason: 'bad-redirect'});
	}
}

/** A host that is an address is not looked up, so it is looked at here. */
function checked(url: URL, {accepts, barred, path}: Trip): URL {
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (isIP(host) && !accepts(addressKind(host))) {
		throw new AppError('NOT_DOWNLOADED', {path, reason: barred});
	}
	return url;
}

async function readUpTo(body: Dispatcher.ResponseData['body'], {limit, path}: Trip): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > limit) throw new AppError('TOO_LARGE', {path, bytes: length, limit});
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
