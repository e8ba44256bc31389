import {setImmediate} from 'node:timers/promises';
import type {CompleteDate} from '../../../passport/dates.ts';
import type {Reading} from '../../../passport/reading.ts';
import type {GreyImage} from '../../../pictures/picture.ts';
import {buildPyramid} from '../pyramid.ts';
import {sexesIn} from './compare.ts';
import {detectLines} from './detect.ts';
import {findOnPage} from './find-fields.ts';
import {frameOf} from './frame.ts';
import type {GeneralReader} from './networks.ts';
import {type Found, type Page, pageOf} from './page.ts';
import {type PrintedLine, readPrinted} from './read-lines.ts';
import {runsOf} from './runs.ts';
import {clearer, lowered, worthSecondLook} from './second-look.ts';
import {sexSpot} from './sex-spot.ts';
import {boxOf, withPrinted} from './to-reading.ts';
import {zoneFacts} from './zone-facts.ts';

/** A letter that was sought where nothing had been seen must be this clear (nats). */
const clearLetter = 2;

/** More lines than this are no page of a passport but a form or a newspaper around it. */
const mostLines = 90;

/**
 * A passport's reading with what its page prints above the zone. Whatever goes wrong here, the reading itself is given
 * back, with a notice: nothing above a zone may cost it.
 *
 * @param wanted Asked between lines; when it says no, what was read so far counts
 */
export async function readVisual(
	reader: GeneralReader,
	image: GreyImage,
	reading: Reading,
	today: CompleteDate,
	wanted: () => boolean = () => true,
): Promise<Reading> {
	if (reading.shape !== 'TD3' || !reading.page) return reading;
	const scale = reading.page.width / image.width;
	const frame = frameOf(reading.lines, scale);
	if (!frame) return reading;
	const pyramid = buildPyramid(image);
	// Messages to this thread are heard between lines only.
	const shallContinue = async () => {
		await setImmediate();
		return wanted();
	};
	const lookForSex = async (page: Page): Promise<Found[]> => {
		const spot = sexSpot(page);
		if (!spot) return [];
		const [line] = await readPrinted(reader, pyramid, frame, [spot], shallContinue);
		const [run] = line ? runsOf(line) : [];
		return run && run.margin > clearLetter && sexesIn(run.text).length === 1
			? [{field: 'sex', text: run.text, run, by: 'label', labelled: true}]
			: [];
	};

	try {
		const places = await detectLines(reader.detector, pyramid, frame);
		const lines = await readPrinted(reader, pyramid, frame, places.slice(0, mostLines), shallContinue);
		const facts = zoneFacts(reading.lines);
		const glance = pageOf(lines);
		const seen = findOnPage(glance, facts, today);
		const again = new Map<PrintedLine, PrintedLine>();
		for (const line of worthSecondLook(lines, glance, seen)) {
			const [second] = await readPrinted(reader, pyramid, frame, [lowered(line)], shallContinue);
			again.set(line, clearer(line, second));
		}

		const page = again.size > 0 ? pageOf(lines.map(line => again.get(line) ?? line)) : glance;
		const found = again.size > 0 ? findOnPage(page, facts, today) : [...seen];
		if (found.every(({field}) => field !== 'sex')) found.push(...(await lookForSex(page)));
		return withPrinted(reading, found, {facts, today, boxOf: run => boxOf(run, frame, scale)});
	} catch {
		return withoutPrinted(reading);
	}
}

/** The zone's reading alone, and that it is alone. */
export const withoutPrinted = (reading: Reading): Reading => ({
	...reading,
	issues: [...(reading.issues ?? []), {code: 'printed-unread', blocks: false}],
});
