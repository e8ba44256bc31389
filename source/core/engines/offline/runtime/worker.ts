import {setImmediate} from 'node:timers/promises';
import {parentPort} from 'node:worker_threads';
import {calendarDay} from '../../../calendar-day.ts';
import {AppError, toAppError} from '../../../errors.ts';
import type {PageReading, Reading} from '../../../passport/model/reading.ts';
import {decodeGrey} from '../../../pictures/decode/decode.ts';
import {watchDecoding} from '../../../pictures/decode/decoder.ts';
import {shareRoom} from '../../../pictures/decode/decoding-room.ts';
import {loadSharp} from '../../../pictures/decode/load-sharp.ts';
import type {GreyImage} from '../../../pictures/picture.ts';
import {copySigns} from '../../../pictures/quality/copy-signs.ts';
import {isMirrored, mirrorImage, mirrorReading} from '../mirror.ts';
import {causeOf, isBack, withNotices} from '../page-notices.ts';
import {createPageReader} from '../page-reader.ts';
import {withTexts} from '../text-mrz.ts';
import type {PageNetworks} from '../visual/index.ts';
import {askGeneral, hearGeneral, wakeGeneral} from './ask-general.ts';
import type {Answer, Cancellation, Decoding, Job, Run, WithPurpose} from './protocol.ts';

/**
 * The first picture is decoded while the networks are opened, hence sharp comes first. One thing after the other, so that
 * messages are heard between them.
 */
const reader = (async () => {
	await loadSharp().catch(() => undefined);
	await setImmediate();
	return createPageReader();
})();
// A network that cannot be loaded is the answer to every job; without this the thread would die unasked.
reader.catch(() => undefined);

watchDecoding(isDecoding => parentPort?.postMessage({isDecoding} satisfies Decoding));

let pageNetworks: Promise<PageNetworks> | undefined;
const cancelled = new Set<number>();

/** Loads what reads the printed text, once. */
const loadPrinted = async (): Promise<PageNetworks> => {
	const {loadPageNetworks} = await import('../visual/index.ts');
	pageNetworks ??= loadPageNetworks(async () => askGeneral, wakeGeneral);
	return pageNetworks;
};

/** Adds what is printed above the MRZ. */
const addVisual = async (id: number, page: GreyImage, reading: Reading): Promise<Reading> => {
	const {readVisual, withoutPrinted} = await import('../visual/index.ts');
	if (cancelled.has(id)) return reading;
	const today = calendarDay(new Date());
	return loadPrinted().then(
		async networks => readVisual(networks, page, reading, today, () => !cancelled.has(id)),
		(error: Error) => withoutPrinted(reading, error),
	);
};

/**
 * What a mirrored picture prints is read in a mirror too. Around a line that was not found in the page there is no page,
 * and what cards and visas print is laid out otherwise.
 */
const addVisualEitherWay = async (id: number, page: GreyImage, reading: Reading): Promise<Reading> =>
	!reading.page || reading.shape !== 'TD3'
		? reading
		: isMirrored(reading)
			? mirrorReading(await addVisual(id, mirrorImage(page), mirrorReading(reading)))
			: addVisual(id, page, reading);

const addVisualToAll = async (id: number, page: GreyImage, [first, ...others]: PageReading): Promise<PageReading> => {
	const readings: [Reading, ...Reading[]] = [await addVisualEitherWay(id, page, first)];
	for (const reading of others) readings.push(await addVisualEitherWay(id, page, reading));
	return readings;
};

const answer = async (message: Job | Cancellation, keep: () => void) => {
	if ('cancel' in message) {
		cancelled.add(message.cancel);
		return;
	}

	const {id, picture, mrzAlone, documents} = message;
	shareRoom(message.decodingRoom);
	let result: Answer;
	try {
		const page = await decodeGrey(picture);
		const larger = async () => decodeGrey(picture, true);
		const wanted = () => !cancelled.has(id);
		const {read} = await reader;
		const found = await read(page, picture.path, {larger, wanted, documents}).catch(error => {
			const texts = withTexts(page, undefined);
			if (texts) return texts;
			throw causeOf(page, error, picture.path);
		});
		if (isBack(page, found)) throw new AppError('BLANK_PAGE', {path: picture.path});
		const readings = withNotices(page, copySigns(page), withTexts(page, found) ?? found);
		result = {id, readings: mrzAlone ? readings : await addVisualToAll(id, page, readings)};
		keep();
	} catch (error) {
		const {code, details} = toAppError(error);
		result = {id, error: {code, details}};
	}

	cancelled.delete(id);
	parentPort?.postMessage(result);
};

/**
 * Answers what the pool asks this thread.
 *
 * @param keep is called before each page that was read is answered
 */
export function answerAll(keep: () => void, purpose: WithPurpose['purpose']): void {
	// While the program is loaded or the first picture decoded: later the page would wait for it.
	if (purpose === 'page')
		void reader
			.then(() => setImmediate())
			.then(loadPrinted)
			.catch(() => undefined);
	parentPort?.on('message', (message: Job | Cancellation | Run) => {
		if ('question' in message) hearGeneral(message);
		else void answer(message, keep);
	});
}
