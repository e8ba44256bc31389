import {lookup} from 'node:dns/promises';
import {isIP} from 'node:net';
import {AppError} from '../../errors.ts';
import {addressKind} from '../../network-address.ts';

/** Where the service is reached. */
export type Endpoint = {
	/** Host and port as shown to the user before anything is sent there. */
	readonly host: string;
	/** The vendor's own service, in China; otherwise a custom server. */
	readonly official: boolean;
	/** Not encrypted: on this computer or in a private network only. */
	readonly plain: boolean;
	/** Multipart, for files; urlencoded, for base64. */
	readonly recog: string;
	readonly recogliu: string;
};

export const officialEndpoint = 'https://netocr.com';

const refused = (text: string, from: string): AppError =>
	new AppError('USAGE', {
		problem: 'bad-value',
		option: from,
		name: 'endpoint',
		// What is before an @ is a name and a password.
		value: text.replace(/^.*@/s, '…@').replace(/\?.*$/s, '?…'),
	});

/**
 * A custom server or, without a text, the vendor's. `https` anywhere; `http` only where no other party can listen,
 * because key and secret are sent in clear.
 *
 * @param from The option, variable or setting that has it, for messages.
 * @throws AppError USAGE {problem: 'bad-value', option: from}
 */
export function parseEndpoint(text: string = officialEndpoint, from = '--endpoint'): Endpoint {
	const url = tryUrl(text);
	const plain = url?.protocol === 'http:';
	if (!url || (!plain && url.protocol !== 'https:')) throw refused(text, from);
	if (url.username || url.password || url.search || url.hash) throw refused(text, from);
	const {hostname} = url;
	if (plain && isIP(hostname.replace(/^\[|\]$/g, '')) && addressKind(hostname) !== 'local') throw refused(text, from);
	// A pasted address with its path means the server.
	const base = url.origin + url.pathname.replace(/\/+$/, '').replace(/\/api\/recog(liu)?\.do$/, '');
	return {
		host: url.host,
		official: url.origin === officialEndpoint,
		plain,
		recog: `${base}/api/recog.do`,
		recogliu: `${base}/api/recogliu.do`,
	};
}

function tryUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/**
 * Looks a name up that is to be reached without encryption: every address behind it must be private. The connection
 * itself is guarded as well; this reports it before a batch begins.
 *
 * @throws AppError USAGE as `parseEndpoint`, NETWORK {host, reason}
 */
export async function checkEndpoint({plain, recog}: Endpoint, from = '--endpoint'): Promise<void> {
	const {hostname, origin, host} = new URL(recog);
	if (!plain || isIP(hostname.replace(/^\[|\]$/g, ''))) return;
	const found = await lookup(hostname, {all: true}).catch(error => {
		const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
		throw new AppError('NETWORK', {host, reason}, {cause: error});
	});
	if (found.some(({address}) => addressKind(address) !== 'local')) throw refused(origin, from);
}
