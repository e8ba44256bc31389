import type {Dispatcher, request as Request} from 'undici';
import {AppError} from '../../errors.ts';
import {timeLimit} from '../../time-limit.ts';
import {type Answer, type NoAnswer, parseAnswer, withTexts} from './answer.ts';
import {answerText} from './answer-text.ts';
import type {Body} from './body.ts';
import {refusalOf} from './errors.ts';

/** What became of one request. `again`: repeating it is safe, because it cannot have been paid for. */
export type Attempt =
	| {readonly kind: 'answered'; readonly answer: Answer}
	| {readonly kind: 'failed'; readonly error: AppError; readonly again: boolean; readonly wait?: number};

export type Post = {
	/** undici's. */
	readonly request: typeof Request;
	readonly dispatcher: Dispatcher;
	readonly url: string;
	readonly host: string;
	readonly body: Body;
	/** Milliseconds for the whole call: connecting, sending, answering. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;
	/** Takes out of the answer what must never be shown. */
	readonly clean: (text: string) => string;
};

/** Before any byte of the request was sent. */
const notConnected = new Set([
	'ECONNREFUSED',
	'EAI_AGAIN',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'ENETDOWN',
	'ENETUNREACH',
	'ENOTFOUND',
	'UND_ERR_CONNECT_TIMEOUT',
]);

/** Of these a second try would say the same. */
const hopeless = new Set(['ENOTFOUND']);

/** Turned away for now. 502 and 504 are not among them: the service behind the gateway may have read the picture. */
const turnedAway = new Set([429, 503]);

const failed = (error: AppError, again = false): Attempt => ({kind: 'failed', error, again});

/** One request, and what became of it. Never rejects. Redirects are answers like any other: credentials follow none. */
export async function attempt(post: Post): Promise<Attempt> {
	const {request, dispatcher, url, host, body, timeout, signal} = post;
	const limited = timeLimit(timeout, signal);
	try {
		const response = await request(url, {
			dispatcher,
			method: 'POST',
			headers: {'content-type': body.contentType, accept: 'application/json'},
			body: body.bytes,
			signal: limited.signal,
			// The whole call has a clock of its own.
			headersTimeout: 0,
			bodyTimeout: 0,
		});
		return outcomeOf(response, await answerText(response), post);
	} catch (thrown) {
		if (thrown instanceof AppError) return failed(thrown);
		if (signal?.aborted) return failed(new AppError('CANCELLED'));
		if (limited.passed()) return failed(new AppError('TIMEOUT', {host, sent: 'perhaps'}));
		return failed(...networkError(thrown, host));
	} finally {
		limited.end();
	}
}

function networkError(thrown: unknown, host: string): [AppError, boolean] {
	const {code, message} = thrown as {code?: unknown; message?: unknown};
	// undici gives no code of its own to a proxy that refuses to connect.
	const isProxy = /HTTP Tunneling/.test(String(message));
	const reason = isProxy ? 'proxy-refuses' : typeof code === 'string' ? code : 'unknown';
	const unsent = isProxy || notConnected.has(reason) || /CERT|TLS|SSL|SIGN|ISSUER/.test(reason);
	const details = {host, reason, ...(unsent ? {} : {sent: 'perhaps'})};
	// Without the cause: it may hold the request.
	return [new AppError('NETWORK', details), notConnected.has(reason) && !hopeless.has(reason)];
}

/** The picture was received then, unless a proxy in between sent a page of its own. */
const unreadable = (reason: NoAnswer['reason']): AppError =>
	new AppError('BAD_RESPONSE', {reason, ...(reason === 'html' ? {} : {sent: 'perhaps'})});

function outcomeOf({statusCode, headers}: Dispatcher.ResponseData, text: string, {body, clean}: Post): Attempt {
	const found = parseAnswer(text);
	// Once it is parsed: escaped in JSON or XML, what must go would not be found.
	const parsed = 'reason' in found ? found : withTexts(found, clean);
	// A card was paid for, whatever HTTP status came with it.
	if (!('reason' in parsed) && parsed.cards.length > 0) return {kind: 'answered', answer: parsed};
	const fine = statusCode >= 200 && statusCode < 300;
	if (fine) {
		return 'reason' in parsed ? failed(unreadable(parsed.reason)) : {kind: 'answered', answer: parsed};
	}
	if (turnedAway.has(statusCode)) {
		const seconds = Number(headers['retry-after']);
		const wait = Number.isFinite(seconds) && seconds > 0 ? {wait: seconds * 1000} : {};
		return {kind: 'failed', error: new AppError('SERVICE_BUSY', {http: statusCode}), again: true, ...wait};
	}
	if (statusCode === 413) return failed(new AppError('TOO_LARGE', {bytes: body.bytes.length}));
	if (statusCode >= 300 && statusCode < 400) return failed(new AppError('BAD_RESPONSE', {reason: 'redirect'}));
	// A refusal may come with an HTTP status and still say what it is.
	if (!('reason' in parsed) && parsed.message !== '') return failed(refusalOf(parsed));
	if (statusCode === 401) return failed(new AppError('CREDENTIALS_REFUSED', {http: statusCode}));
	return failed(new AppError('BAD_RESPONSE', {http: statusCode, ...(statusCode >= 500 ? {sent: 'perhaps'} : {})}));
}
