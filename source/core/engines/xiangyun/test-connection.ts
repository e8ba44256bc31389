import type {AppError} from '../../errors.ts';
import {toAppError} from '../../errors.ts';
import type {ConnectionResult, ConnectionTest, ConnectionVerdict, EngineOptions} from '../engine.ts';
import type {Upload} from './client.ts';
import {parseEndpoint} from './endpoint.ts';
import {createXiangyunClient} from './engine.ts';

const verdicts: Readonly<Partial<Record<AppError['code'], ConnectionVerdict>>> = {
	CREDENTIALS_REFUSED: 'refused',
	QUOTA_USED_UP: 'noQuota',
	BALANCE_USED_UP: 'noBalance',
	// That a blank picture holds no passport is only said once the credentials were accepted.
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
 * A trial of an account. Says first where it will go; calls only when it is run.
 *
 * @throws AppError USAGE for an endpoint that is none
 */
export function connectionTest(options: EngineOptions): ConnectionTest {
	const {host, official} = parseEndpoint(options.endpoint, options.endpointFrom);
	return {
		host,
		official,
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
