import type {AppError} from '../../errors.ts';
import {toAppError} from '../../errors.ts';
import type {Upload} from './client.ts';
import {parseEndpoint} from './endpoint.ts';
import {createXiangyunClient, type XiangyunOptions} from './engine.ts';

/** What a trial call found out about an account. */
export type ConnectionVerdict =
	| 'accepted'
	| 'refused'
	| 'noQuota'
	| 'noBalance'
	| 'noProduct'
	/** The service answered, but not so that one could tell. */
	| 'unclear';

export type ConnectionResult = {
	readonly verdict: ConnectionVerdict;
	/** The service's own number and words, where it had some. */
	readonly said?: string;
};

export type ConnectionTest = {
	/** Who will be sent what, before anything is: a blank picture, key and secret. */
	readonly host: string;
	readonly official: boolean;
	/** At most; whether a call on a blank picture is charged is not known. */
	readonly calls: 1;
	/**
	 * @throws AppError NETWORK, TIMEOUT, BAD_RESPONSE, SERVICE_BUSY, CANCELLED: nothing is known then; and as
	 * `createXiangyunClient`
	 */
	run(signal?: AbortSignal): Promise<ConnectionResult>;
};

const verdicts: Readonly<Partial<Record<AppError['code'], ConnectionVerdict>>> = {
	CREDENTIALS_REFUSED: 'refused',
	QUOTA_USED_UP: 'noQuota',
	BALANCE_USED_UP: 'noBalance',
	// Nobody finds a passport on a blank picture before the credentials were taken.
	NO_PASSPORT_FOUND: 'accepted',
	DAMAGED_IMAGE: 'accepted',
	OTHER_DOCUMENT: 'accepted',
};

/** A bitmap of 24 bits, all white: it needs no coder. */
function blank(width = 320, height = 240): Upload {
	const bytes = Buffer.alloc(54 + width * height * 3, 0xff);
	bytes.fill(0, 0, 54);
	bytes.write('BM');
	bytes.writeUInt32LE(bytes.length, 2);
	bytes.writeUInt32LE(54, 10);
	bytes.writeUInt32LE(40, 14);
	bytes.writeInt32LE(width, 18);
	bytes.writeInt32LE(height, 22);
	bytes.writeUInt16LE(1, 26);
	bytes.writeUInt16LE(24, 28);
	return {bytes, extension: 'bmp', as: 'file'};
}

/**
 * A trial of an account. Says first where it will go and what it may cost; calls only when it is run.
 *
 * @throws AppError USAGE for an endpoint that is none
 */
export function connectionTest(options: XiangyunOptions): ConnectionTest {
	const {host, official} = parseEndpoint(options.endpoint);
	return {
		host,
		official,
		calls: 1,
		async run(signal) {
			const client = await createXiangyunClient(options);
			try {
				await client.recognise(blank(), signal);
				return {verdict: 'accepted'};
			} catch (thrown) {
				return resultOf(toAppError(thrown));
			} finally {
				await client.close();
			}
		},
	};
}

function resultOf(error: AppError): ConnectionResult {
	const {code, details} = error;
	const said = [details.message, details.status === undefined ? undefined : `(${details.status})`]
		.filter(part => part !== undefined)
		.join(' ');
	const own = said === '' ? {} : {said};
	const verdict = verdicts[code];
	if (verdict) return {verdict, ...own};
	if (code !== 'SERVICE') throw error;
	return {verdict: details.reason === 'product' ? 'noProduct' : 'unclear', ...own};
}
