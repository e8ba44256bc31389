import {createHash} from 'node:crypto';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import {chinesePassport, type InventedPassport} from './invented-passport.ts';
import {
	type Answer,
	answerJson,
	answerXml,
	changed,
	identityCard,
	itemsOf,
	type Layout,
	portrait,
	type Refusal,
	refusal,
	success,
	type Vocabulary,
} from './xiangyun-answers.ts';
import {type Form, formatOf, formOf, type PictureFormat} from './xiangyun-form.ts';

/** Invented, in the shape of real ones. */
export const testCredentials = {key: 'TestKey0TestKey1TestKe', secret: '5ec2e75ec2e75ec2e75ec2e75ec2e75e'} as const;

/** What the server does with one call. */
export type Behaviour =
	/** Reads the picture and answers. The default. */
	| {readonly kind: 'answer'; readonly answer: Answer; readonly layout?: Layout}
	| {readonly kind: 'refuse'; readonly refusal: Refusal}
	/** The picture shows an identity card. */
	| {readonly kind: 'otherDocument'}
	/** Any body with status 200: empty, cut in the middle, a portal's page. */
	| {readonly kind: 'body'; readonly text: string; readonly contentType?: string}
	/** Any bytes, with any status and headers. */
	| {
			readonly kind: 'raw';
			readonly status: number;
			readonly headers: Readonly<Record<string, string>>;
			readonly bytes: Uint8Array;
	  }
	/** The page of a gateway, or any other HTTP answer. */
	| {readonly kind: 'http'; readonly status: number; readonly headers?: Readonly<Record<string, string>>}
	/** Closes the connection: while the request still comes in, after all of it, or in the middle of the answer. */
	| {readonly kind: 'drop'; readonly when: 'receiving' | 'received' | 'answering'}
	/** Takes the request and never answers. */
	| {readonly kind: 'hang'}
	/** Takes the request in piece by piece, with a rest after each. */
	| {readonly kind: 'slow'};

/** What is known of a call. Neither the picture nor the secret is kept. */
export type Call = {
	readonly path: string;
	/** Names of the parts in the order they came in. */
	parts: readonly string[];
	body: Form['body'];
	typeId: string | undefined;
	format: string | undefined;
	fileName: string | undefined;
	/** The picture, decoded. */
	picture:
		| {
				readonly sha256: string;
				readonly bytes: number;
				readonly format: PictureFormat;
				readonly base64: number | undefined;
		  }
		| undefined;
	/** Bytes of the body that came in, and how many were announced. */
	received: number;
	readonly announced: number;
	/** `true` when the client went away before the answer was out. */
	givenUp: boolean;
	/** The answer was one that a real account may be charged for. */
	billed: boolean;
};

export type ServerOptions = {
	/** Milliseconds before each answer. */
	readonly latency?: number;
	readonly vocabulary?: Vocabulary;
	readonly layout?: Layout;
	readonly portrait?: boolean;
	/** Calls until the count of calls, or the money, is used up. */
	readonly quota?: number;
	readonly balance?: number;
	/** The passport in a picture, by the hash of the picture. */
	readonly passport?: (sha256: string) => InventedPassport;
	/** Answers over TLS with this certificate. */
	readonly tls?: {readonly key: string; readonly cert: string};
	readonly host?: string;
};

export type XiangyunServer = {
	readonly url: string;
	readonly calls: readonly Call[];
	/** How many may have cost money. */
	readonly billed: () => number;
	/** Connections that were opened. */
	readonly connections: () => number;
	/** The most calls at the same time. */
	readonly most: () => number;
	/** What the next calls get, one after the other; then the default again. */
	next(...behaviours: readonly Behaviour[]): void;
	/** What every call gets from now on; undefined is the default. */
	always(behaviour: Behaviour | undefined): void;
	/** Settles when a call has come in: `count` calls in all. */
	reached(count: number): Promise<void>;
	close(): Promise<void>;
};

const gatewayPage = (status: number) =>
	`<html>\r\n<head><title>${status} Gateway</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;

/**
 * The service as far as it is known from outside, on loopback, with every kind of trouble that a network and a service
 * can make. It counts calls, so that a test can prove that there was none, and never writes anything down.
 */
export async function startXiangyunServer(options: ServerOptions = {}): Promise<XiangyunServer> {
	const {latency = 0, vocabulary = 'seed', layout = 'current', passport = () => chinesePassport} = options;
	const calls: Call[] = [];
	const queue: Behaviour[] = [];
	const sockets = new Set<Socket>();
	const waiting: {readonly count: number; readonly resolve: () => void}[] = [];
	let standing: Behaviour | undefined;
	let {quota = Infinity, balance = Infinity} = options;
	let connections = 0;
	let running = 0;
	let most = 0;

	const recognise = (form: Form): Answer => {
		if (form.text('key') !== testCredentials.key || form.text('secret') !== testCredentials.secret) {
			return refusal('authentication', vocabulary);
		}
		if (quota <= 0) return refusal('quota', vocabulary);
		if (balance <= 0) return refusal('balance', vocabulary);
		if (form.text('typeId') !== '13') return {status: -8, value: '产品类型错误'};
		if (!form.picture || form.picture.length === 0) return {status: 4, value: '缺少图片内容'};
		if (formatOf(form.picture) === 'other') return refusal('unreadable', vocabulary);
		const found = passport(createHash('sha256').update(form.picture).digest('hex'));
		const items = itemsOf(found);
		return success(options.portrait ? changed(items, Object.fromEntries([portrait])) : items);
	};

	const send = (response: ServerResponse, form: Form, answer: Answer, as: Layout) => {
		const json = form.text('format') === 'json';
		response.writeHead(200, {'content-type': json ? 'application/json;charset=UTF-8' : 'text/xml;charset=UTF-8'});
		response.end(json ? answerJson(answer, as) : answerXml(answer));
	};

	const act = (
		behaviour: Behaviour | undefined,
		form: Form,
		call: Call,
		request: IncomingMessage,
		response: ServerResponse,
	) => {
		switch (behaviour?.kind) {
			case undefined:
			case 'slow':
			case 'refuse':
			case 'otherDocument':
			case 'answer': {
				const answer =
					behaviour?.kind === 'answer'
						? behaviour.answer
						: behaviour?.kind === 'refuse'
							? refusal(behaviour.refusal, vocabulary)
							: behaviour?.kind === 'otherDocument'
								? success(identityCard, '2')
								: recognise(form);
				// Whether the account pays for a picture on which nothing is found is unknown: here it does.
				call.billed = Boolean(answer.cards) || Number(answer.status) === -1;
				if (call.billed) {
					quota--;
					balance--;
				}
				send(response, form, answer, behaviour?.kind === 'answer' ? (behaviour.layout ?? layout) : layout);
				return;
			}
			case 'body':
				call.billed = true;
				response.writeHead(200, {'content-type': behaviour.contentType ?? 'application/json;charset=UTF-8'});
				response.end(behaviour.text);
				return;
			case 'raw':
				call.billed = true;
				response.writeHead(behaviour.status, behaviour.headers).end(behaviour.bytes);
				return;
			case 'http':
				response.writeHead(behaviour.status, {'content-type': 'text/html', ...behaviour.headers});
				response.end(gatewayPage(behaviour.status));
				return;
			case 'drop':
				call.billed = true;
				if (behaviour.when === 'answering') {
					response.writeHead(200, {'content-type': 'application/json', 'content-length': '5000'});
					response.write('{"message":{"status":13,', () => request.socket.destroy());
				} else request.socket.destroy();
				return;
			case 'hang':
				call.billed = true;
				return;
		}
	};

	const listener = async (request: IncomingMessage, response: ServerResponse) => {
		const path = (request.url ?? '').replace(/\?.*$/, '');
		if (!/\/api\/recog(liu)?\.do$/.test(path) || request.method !== 'POST') {
			request.resume();
			response.writeHead(path.includes('/api/recog') ? 405 : 404, {'content-type': 'text/html'}).end(gatewayPage(404));
			return;
		}
		const call: Call = {
			path,
			parts: [],
			body: 'other',
			typeId: undefined,
			format: undefined,
			fileName: undefined,
			picture: undefined,
			received: 0,
			announced: Number(request.headers['content-length'] ?? 0),
			givenUp: false,
			billed: false,
		};
		calls.push(call);
		const behaviour = queue.shift() ?? standing;
		running++;
		most = Math.max(most, running);
		response.on('close', () => {
			running--;
			call.givenUp = !response.writableFinished;
		});
		for (const {resolve} of waiting.filter(({count}) => calls.length >= count)) resolve();
		if (behaviour?.kind === 'drop' && behaviour.when === 'receiving') {
			request.once('data', () => request.socket.destroy());
			return;
		}
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => {
			call.received += chunk.length;
			chunks.push(chunk);
			if (behaviour?.kind !== 'slow') return;
			request.pause();
			setTimeout(() => request.resume(), 50);
		});
		request.on('error', () => {});
		await new Promise<void>(resolve => request.on('end', resolve));
		// The clock runs from the end of the request on, whatever is done with it meanwhile.
		const answered = latency > 0 ? new Promise(resolve => setTimeout(resolve, latency)) : undefined;
		const form = await formOf(request, Buffer.concat(chunks));
		const {picture} = form;
		Object.assign(call, {
			parts: form.names,
			body: form.body,
			typeId: form.text('typeId'),
			format: form.text('format'),
			fileName: form.fileName,
			picture: picture && {
				sha256: createHash('sha256').update(picture).digest('hex'),
				bytes: picture.length,
				format: formatOf(picture),
				base64: form.base64,
			},
		});
		await answered;
		if (!response.destroyed) act(behaviour, form, call, request, response);
	};

	const {tls, host = '127.0.0.1'} = options;
	const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener);
	server.on('connection', socket => {
		connections++;
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => {});
	});
	await new Promise<void>(resolve => server.listen(0, host, resolve));
	const {port} = server.address() as AddressInfo;
	return {
		url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
		calls,
		billed: () => calls.filter(call => call.billed).length,
		connections: () => connections,
		most: () => most,
		next: (...behaviours) => void queue.push(...behaviours),
		always: behaviour => {
			standing = behaviour;
		},
		reached: async count => {
			if (calls.length < count) await new Promise<void>(resolve => waiting.push({count, resolve}));
		},
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise(resolve => server.close(resolve));
		},
	};
}
