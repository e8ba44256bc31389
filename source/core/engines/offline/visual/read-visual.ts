import {setImmediate} from 'node:timers/promises';
import type {CompleteDate} from '../../../passport/model/dates.ts';
import type {Reading} from '../../../passport/model/reading.ts';
import type {GreyImage} from '../../../pictures/picture.ts';
import {buildPyramid} from '../locate/pyramid.ts';
import {sexesIn} from './compare.ts';
import {detectLines, type Place} from './detect.ts';
import {findFields, soughtOn} from './find-fields.ts';
import {frameOf} from './frame.ts';
import {lineReader, reconciled} from './line-reader.ts';
import {mrzFacts} from './mrz-facts.ts';
import type {PageNetworks} from './networks.ts';
import {clearEnough, evens, type Found, type PrintedPage, pageOf} from './page.ts';
import type {PrintedLine, Reread} from './read-lines.ts';
import {inChinese, readPage} from './read-page.ts';
import {runsOf, type TextRun} from './runs.ts';
import {bestOf, clearer, furtherLooks, isDoubtful, worthSecondLook} from './second-look.ts';
import {letterSpots, likelySpots, sexSpot} from './sex-spot.ts';
import {boxOf, withPrinted} from './to-reading.ts';

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
	networks: PageNetworks,
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
	const facts = mrzFacts(reading.lines);
	const reader = lineReader(networks, pyramid, frame, {mayBeChinese: inChinese.has(facts.issuer), shallContinue});
	const readAll = async (looks: readonly Reread[]): Promise<PrintedLine[]> => {
		const lines: PrintedLine[] = [];
		for (const look of looks) {
			const line = await reader.read(look);
			if (line) lines.push(line);
		}

		return lines;
	};
	const readSex = async (spot: Place | undefined, least: number): Promise<{text: string; run: TextRun} | undefined> => {
		const line = spot && (await reader.read(spot));
		const [run] = line ? runsOf(line) : [];
		return run && run.margin > least && sexesIn(run.text).length === 1 ? {text: run.text, run} : undefined;
	};
	const lookForSex = async (page: PrintedPage, found: readonly Found[], sex: string): Promise<Found[]> => {
		for (const spot of letterSpots(page, found, sex)) {
			const said = await readSex(spot, clearEnough);
			if (said && sexesIn(said.text)[0] === sex) return [{field: 'sex', ...said, by: 'zone', labelled: false}];
		}

		const said = await readSex(sexSpot(page), clearLetter);
		if (said) return [{field: 'sex', ...said, by: 'label', labelled: true}];
		for (const spot of likelySpots(page, found)) {
			const seen = await readSex(spot, clearLetter);
			// Without a label it is a word for the zone's, or none.
			if (seen && sexesIn(seen.text)[0] === sex) return [{field: 'sex', ...seen, by: 'zone', labelled: false}];
		}

		return [];
	};

	try {
		const places = await detectLines(networks.detector, pyramid, frame);
		const first = await readPage(reader.read, places.slice(0, mostLines), facts, today);
		let lines = first.lines;
		let glance = pageOf(lines);
		let seen = findFields(glance, facts, today);
		if (first.left.length > 0 && wantsMore(seen)) {
			lines = [...lines, ...(await readAll(first.left))];
			glance = pageOf(lines);
			seen = findFields(glance, facts, today);
		}

		const again = new Map<PrintedLine, PrintedLine>();
		const sought = soughtOn(glance, facts, today);
		const detected = {places, lines};
		for (const line of worthSecondLook(detected, glance, sought, today)) {
			let best = bestOf([line, ...(await readAll(furtherLooks(line, detected, today)))], today);
			if (isDoubtful(best)) {
				const general = await reader.ask(line);
				if (general) best = reconciled(best, general, (one, other) => clearer(one, other, today));
			}

			again.set(line, best);
		}

		const page = again.size > 0 ? pageOf(lines.map(line => again.get(line) ?? line)) : glance;
		const found = again.size > 0 ? findFields(page, facts, today) : [...seen];
		if (found.every(({field}) => field !== 'sex')) found.push(...(await lookForSex(page, found, facts.sex)));
		return withPrinted(reading, found, {facts, today, boxOf: run => boxOf(run, frame, scale)});
	} catch {
		return withoutPrinted(reading);
	}
}

/** True when something that nearly every page prints is missing or unclear: what was left out may contain it. */
const wantsMore = (found: readonly Found[]): boolean => {
	const has = (field: Found['field']) =>
		found.some(one => one.field === field && (one.by === 'zone' || one.run.margin > evens));
	return !always.every(has);
};

const always = ['surname', 'passport_number', 'birth_date', 'expiry_date', 'issue_date', 'birth_place'] as const;

/** The zone's reading alone, and that it is alone. */
export const withoutPrinted = (reading: Reading): Reading => ({
	...reading,
	issues: [...(reading.issues ?? []), {code: 'printed-unread', blocks: false}],
});
