import type {DecodedPixels, DecoderJob, DecoderResult, PageSize} from './decoded.ts';
import {maxPixels} from './decoded.ts';

/** Does a job on this thread. @throws AppError as `decodeHeic`; for `pages` and `size` whatever the decoder throws */
export async function runDecoder<Job extends DecoderJob>(job: Job): Promise<DecoderResult<Job>>;
export async function runDecoder(job: DecoderJob): Promise<number | PageSize | DecodedPixels> {
	const heic = await import('./heic.ts');
	if (job.kind === 'pages') return heic.countHeic(job.bytes);
	const {bytes, path, page} = job.picture;
	if (job.kind === 'size') return heic.sizeOfHeic(bytes, page);
	return heic.decodeHeic(bytes, {path, page, colour: job.wish.colour, maxPixels: maxPixels.other});
}
