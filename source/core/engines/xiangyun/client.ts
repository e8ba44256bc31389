import type {LookupFunction} from 'node:net';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Dispatcher} from 'undici';
import {debug} from '../../debug.ts';
import {AppError, isTrouble, isUnreached, mayBeCharged} from '../../errors.ts';
import {guardedLookup} from '../../network-address.ts';
import {type CallCount, type CallEnd, createCalls} from '../calls.ts';
import type {Credentials, EngineOptions, ReadOptions} from '../engine.ts';
import {type Attempt, attempt} from './attempt.ts';
import {multipartBody, urlencodedBody} from './body.ts';
import {type ChosenCard, passportCard} from './card.ts';
import {withoutCredentials} from './credentials.ts';
import type {Endpoint} from './endpoint.ts';
import {httpsProxy} from './proxy.ts';

export type ClientOptions = Pick<EngineOptions, 'maxCalls' | 'callTimeout' | 'retryDelay'> & {
	readonly credentials: Credentials;
	readonly endpoint: Endpoint;
	/** Milliseconds. */
	readonly connectTimeout?: number;
};

/** A picture as the service takes it. */
export type Upload = {
	readonly bytes: Uint8Array;
	readonly extension: 'jpg' | 'png' | 'bmp';
	/** Which of the two addresses gets it. */
	readonly as: 'file' | 'base64';
};

export type Client = {
	/**
	 * One call, repeated only where it cannot have been paid for: not connected, turned away, or "busy". A service that
	 * turns everything away is not asked three times for each picture.
	 *
	 * @throws AppError CREDENTIALS_REFUSED, QUOTA_USED_UP, BALANCE_USED_UP, SERVICE_BUSY, SERVICE, NO_PASSPORT_FOUND,
	 * OTHER_DOCUMENT, DAMAGED_IMAGE, TOO_LARGE, NETWORK, TIMEOUT, BAD_RESPONSE, CALL_LIMIT {limit}, CANCELLED
	 */
	recognise(upload: Upload, signal?: AbortSignal, onWait?: ReadOptions['onWait']): Promise<ChosenCard>;
	readonly calls: () => CallCount;
	close(): Promise<void>;
};

const tries = 3;

/** Requests that may be repeated in a row, of whichever pictures, before one is answered. */
const mostRepeats = 3;

/** A longer wait is the caller's decision. */
const longestWait = 10_000;

/** Connections are kept open between calls. */
export async function createClient(options: ClientOptions): Promise<Client> {
	const {credentials, endpoint, connectTimeout = 10_000, callTimeout = 60_000, retryDelay = 500} = options;
	const {maxCalls = Number.POSITIVE_INFINITY} = options;
	const calls = createCalls(maxCalls);
	let repeats = 0;
	const {request} = await import('../../undici.ts');
	const dispatcher = await dispatcherFor(endpoint, connectTimeout);

	const once = async ({bytes, extension, as}: Upload, signal: AbortSignal | undefined): Promise<Attempt> =>
		await attempt({
			request,
			dispatcher,
			url: as === 'file' ? endpoint.recog : endpoint.recogliu,
			host: endpoint.host,
			body: as === 'file' ? multipartBody(bytes, extension, credentials) : urlencodedBody(bytes, credentials),
			timeout: callTimeout,
			signal,
			clean: text => withoutCredentials(text, credentials),
		});

	return {
		async recognise(upload, signal, onWait) {
			let failure: AppError | undefined;
			for (let count = 1; ; count++) {
				const end = calls.begin();
				if (!end) throw failure ?? new AppError('CALL_LIMIT', {limit: maxCalls});
				const start = performance.now();
				debug(`xiangyun: try ${count} sends ${upload.as}`, {bytes: upload.bytes.length});
				const result = settled(await once(upload, signal));
				const milliseconds = performance.now() - start;
				debug(`xiangyun: try ${count} ${'card' in result ? 'has a passport' : result.error.code}`, {milliseconds});
				end(endOf(result));
				if ('card' in result || !isTrouble(result.error)) repeats = 0;
				if ('card' in result) return result.card;
				failure = result.error;
				// A call that was not sent costs nothing.
				const isFree = isUnreached(failure);
				if (!result.again || count === tries || (!isFree && repeats >= mostRepeats)) throw failure;
				if (!isFree) repeats++;
				// Not all at the same moment: many pictures are on their way.
				const delay = retryDelay * 2 ** (count - 1) * (0.75 + Math.random() / 2);
				const wait = Math.min(result.wait ?? delay, longestWait);
				onWait?.({code: result.error.code, milliseconds: wait, next: count + 1, of: tries});
				await pause(wait, signal);
				onWait?.(undefined);
			}
		},
		calls: calls.count,
		close: () => dispatcher.destroy(),
	};
}

/** Said outright, because NODE_TLS_REJECT_UNAUTHORIZED=0 turns the default off. */
const verified = {rejectUnauthorized: true} as const;

/**
 * Connections to the service. HTTPS goes through the proxy of HTTPS_PROXY, which sees the name of the host only; NO_PROXY
 * names hosts that are reached directly. Without encryption no proxy is used: it would see key and secret.
 *
 * @throws AppError USAGE for a proxy whose address is none
 */
async function dispatcherFor({plain}: Endpoint, timeout: number): Promise<Dispatcher> {
	const {Agent, EnvHttpProxyAgent} = await import('../../undici.ts');
	const keepAliveTimeout = 4000;
	if (plain) {
		const lookup = guardedLookup(kind => kind === 'local') as LookupFunction;
		return new Agent({keepAliveTimeout, connect: {timeout, ...verified, lookup}});
	}
	const tls = {timeout, ...verified};
	const proxy = httpsProxy(process.env);
	return new EnvHttpProxyAgent({
		keepAliveTimeout,
		connect: tls,
		requestTls: tls,
		proxyTls: tls,
		// HTTP_PROXY is for what is not encrypted.
		httpProxy: '',
		httpsProxy: proxy ?? '',
	});
}

type Settled =
	| {readonly card: ChosenCard; readonly again?: false}
	| {readonly error: AppError; readonly again: boolean; readonly wait?: number};

function settled(result: Attempt): Settled {
	if (result.kind === 'failed') return result;
	try {
		return {card: passportCard(result.answer)};
	} catch (thrown) {
		const error = thrown as AppError;
		return {error, again: error.code === 'SERVICE_BUSY'};
	}
}

const endOf = (result: Settled): CallEnd =>
	'card' in result ? 'paid' : isUnreached(result.error) ? 'unsent' : mayBeCharged(result.error) ? 'perhaps' : 'free';

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	try {
		await sleep(milliseconds, undefined, signal ? {signal} : {});
	} catch {
		throw new AppError('CANCELLED');
	}
}
