import type {DecodedPixels, DecoderJob, DecoderResult, EncodedJpeg, PageSize} from './decoded.ts';
import {maxPixels} from './decoded.ts';

/**
 * Does a job on this thread.
 *
 * @throws AppError as `decodeHeic` and `decodePdf`; for `pages` and `size` also what the decoder throws
 */
export async function runDecoder<Job extends DecoderJob>(job: Job): Promise<DecoderResult<Job>>;
export async function runDecoder(
	job: DecoderJob,
): Promise<number | PageSize | DecodedPixels | EncodedJpeg | undefined> {
	const {format} = job.kind === 'pages' ? job : job.picture;
	return format === 'pdf' ? await runPdf(job) : await runHeic(job);
}

async function runPdf(job: DecoderJob) {
	const pdf = await import('../formats/pdf.ts');
	if (job.kind === 'pages') return pdf.countPdf(job.bytes);
	// The size of a page in pixels is of the drawing, not of what is on it.
	if (job.kind === 'size') return undefined;
	const {bytes, path, page} = job.picture;
	if (job.kind === 'jpeg') return pdf.jpegOfPdf(bytes, {path, page, colour: true});
	return pdf.decodePdf(bytes, {path, page, ...job.wish});
}

async function runHeic(job: DecoderJob) {
	const heic = await import('../formats/heic.ts');
	if (job.kind === 'pages') return heic.countHeic(job.bytes);
	const {bytes, path, page} = job.picture;
	if (job.kind === 'size') return heic.sizeOfHeic(bytes, page);
	if (job.kind === 'jpeg') return undefined;
	return heic.decodeHeic(bytes, {path, page, colour: job.wish.colour, maxPixels: maxPixels.other});
}
