import {setImmediate} from 'node:timers/promises';
import type {CompleteDate} from '../../../passport/dates.ts';
import type {Reading} from '../../../passport/reading.ts';
import type {GreyImage} from '../../../pictures/picture.ts';
import {buildPyramid} from '../pyramid.ts';
import {detectLines} from './detect.ts';
import {findFields} from './find-fields.ts';
import {frameOf} from './frame.ts';
import type {GeneralReader} from './networks.ts';
import {type PrintedLine, readPrinted} from './read-lines.ts';
import {clearer, lowered, worthSecondLook} from './second-look.ts';
import {boxOf, withPrinted} from './to-reading.ts';
import {zoneFacts} from './zone-facts.ts';

/** More lines than this are no page of a passport but a form or a newspaper around it. */
const mostLines = 90;

/**
 * A passport's reading with what its page prints above the zone. Whatever goes wrong here, the reading itself is given
 * back: nothing above a zone may cost it.
 *
 * @param wanted Asked between lines; when it says no, what was read so far counts
 */
export async function readVisual(
	reader: GeneralReader,
	page: GreyImage,
	reading: Reading,
	today: CompleteDate,
	wanted: () => boolean = () => true,
): Promise<Reading> {
	if (reading.shape !== 'TD3' || !reading.page) return reading;
	const scale = reading.page.width / page.width;
	const frame = frameOf(reading.lines, scale);
	if (!frame) return reading;
	const pyramid = buildPyramid(page);
	// Messages to this thread are heard between lines only.
	const shallContinue = async () => {
		await setImmediate();
		return wanted();
	};
	try {
		const places = await detectLines(reader.detector, pyramid, frame);
		const lines = await readPrinted(reader, pyramid, frame, places.slice(0, mostLines), shallContinue);
		const again = new Map<PrintedLine, PrintedLine>();
		for (const line of worthSecondLook(lines)) {
			const [second] = await readPrinted(reader, pyramid, frame, [lowered(line)], shallContinue);
			again.set(line, clearer(line, second));
		}

		const facts = zoneFacts(reading.lines);
		const found = findFields(
			lines.map(line => again.get(line) ?? line),
			facts,
			today,
		);
		return withPrinted(reading, found, {facts, today, boxOf: run => boxOf(run, frame, scale)});
	} catch {
		return reading;
	}
}
