import {AppError} from '../../errors.ts';
import type {Picture} from '../../pictures/picture.ts';
import type {Engine, EngineOptions, ReadOptions} from '../engine.ts';
import {prepareUpload} from './advice.ts';
import {type Client, createClient, type Upload} from './client.ts';
import {checkEndpoint, parseEndpoint} from './endpoint.ts';
import {readingOf, version} from './reading.ts';

/** How many calls at a time the service takes is not known; more are the person's choice. */
const concurrency = 4;

const extensions = {jpeg: 'jpg', png: 'png', bmp: 'bmp'} as const;

/** Brings a picture into the shape that the service wants, and reports what was done to it. */
async function uploadOf(picture: Picture, onNote?: ReadOptions['onNote']): Promise<Upload> {
	const {bytes, format, notes} = await prepareUpload(picture);
	for (const note of notes) onNote?.(note);
	return {bytes, extension: extensions[format], as: picture.base64 ? 'base64' : 'file'};
}

/** @throws AppError CONFIG_MISSING {engine}, USAGE for an endpoint that is none, NETWORK when its name is not known */
export async function createXiangyunClient({
	credentials,
	endpoint,
	endpointFrom,
	callTimeout,
	retryDelay,
	maxCalls,
}: EngineOptions): Promise<Client> {
	if (!credentials) throw new AppError('CONFIG_MISSING', {engine: 'xiangyun'});
	const target = parseEndpoint(endpoint, endpointFrom);
	await checkEndpoint(target, endpointFrom);
	return await createClient({
		credentials,
		endpoint: target,
		...(callTimeout === undefined ? {} : {callTimeout}),
		...(retryDelay === undefined ? {} : {retryDelay}),
		...(maxCalls === undefined ? {} : {maxCalls}),
	});
}

/**
 * The Xiangyun cloud service (netocr.com), or a custom server that speaks like it. Every `read` is a call that the
 * account may be charged for.
 *
 * @throws AppError as `createXiangyunClient`
 */
export async function createXiangyunEngine(options: EngineOptions): Promise<Engine> {
	const client = await createXiangyunClient(options);
	return {
		id: 'xiangyun',
		version,
		concurrency,
		async read(picture, {signal, onNote, onWait} = {}) {
			const upload = await uploadOf(picture, onNote);
			if (signal?.aborted) throw new AppError('CANCELLED');
			return [readingOf(await client.recognise(upload, signal, onWait))];
		},
		calls: client.calls,
		close: () => client.close(),
	};
}
