import {setImmediate} from 'node:timers/promises';
import {debug, debugError} from '../../../debug.ts';
import type {CompleteDate} from '../../../passport/model/dates.ts';
import type {Reading} from '../../../passport/model/reading.ts';
import type {GreyImage} from '../../../pictures/picture.ts';
import {buildPyramid} from '../locate/pyramid.ts';
import {sexesIn} from './fields/compare.ts';
import {isCutName, isSameValue, withCertainty} from './fields/confirm.ts';
import {besideMrz, weighed} from './fields/doubt.ts';
import {findFields, soughtOn} from './fields/find-fields.ts';
import {mrzFacts} from './fields/mrz-facts.ts';
import {asSex, letterSpots, likelySpots, sexSpots} from './fields/sex-spot.ts';
import {frameOf} from './lines/frame.ts';
import {lineReader, withDoubtfulEnds} from './lines/line-reader.ts';
import {locateLines} from './lines/locate-lines.ts';
import type {PageNetworks} from './lines/networks.ts';
import {type Place, withoutPortrait} from './lines/place.ts';
import type {PrintedLine, Reread} from './lines/read-lines.ts';
import {withUnreadInk} from './lines/unread-ink.ts';
import {linesLookedAtAgain} from './look-again.ts';
import {clearEnough, type Found, type PrintedPage, pageOf} from './page.ts';
import {inChinese, readPage} from './read-page.ts';
import {runsOf, type TextRun} from './runs.ts';
import {isOn, looksToConfirm} from './second-look.ts';
import {boxOf, withPrinted} from './to-reading.ts';

/** A letter that was sought where nothing had been seen must be this clear (nats). */
const clearLetter = 2;
/** And this clear to contradict the MRZ where no label announces it. */
const otherLetter = 4;

/** More lines than this are no page of a passport but a form or a newspaper around it. */
const mostLines = 90;

/**
 * A passport's reading with what its page prints above the MRZ. Whatever goes wrong here, the reading itself is given
 * back, with a notice: nothing above an MRZ may cost it.
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
	const mayBeChinese = inChinese.has(facts.issuer);
	if (mayBeChinese) networks.wakeGeneral();
	const reader = lineReader(networks, pyramid, frame, {mayBeChinese, shallContinue});
	const readAll = async (looks: readonly Reread[]): Promise<PrintedLine[]> => {
		const lines: PrintedLine[] = [];
		for (const look of looks) {
			const line = await reader.read(look);
			if (line) lines.push(line);
		}

		return lines;
	};
	const readSex = async (spot: Place, least: number): Promise<{text: string; run: TextRun} | undefined> => {
		const line = await reader.read(spot);
		const [run] = line ? runsOf(asSex(line)) : [];
		return run && run.margin > least && sexesIn(run.text).length === 1 ? {text: run.text, run} : undefined;
	};
	const lookForSex = async (page: PrintedPage, found: readonly Found[], sex: string): Promise<Found[]> => {
		for (const spot of letterSpots(page, found, sex)) {
			const said = await readSex(spot, clearEnough);
			if (said && sexesIn(said.text)[0] === sex) return [{field: 'sex', ...said, by: 'mrz', labelled: false}];
		}

		for (const spot of sexSpots(page, found)) {
			const said = await readSex(spot, clearLetter);
			if (said) return [{field: 'sex', ...said, by: 'label', labelled: true}];
		}

		for (const spot of likelySpots(page, found)) {
			const seen = await readSex(spot, clearLetter);
			if (!seen) continue;
			if (sexesIn(seen.text)[0] === sex) return [{field: 'sex', ...seen, by: 'mrz', labelled: false}];
			// Without a label it is a word against the MRZ's only where nothing but a letter was read, beyond doubt.
			if (/^[MF]$/.test(seen.text) && seen.run.margin > otherLetter)
				return [{field: 'sex', ...seen, by: 'order', labelled: false}];
		}

		return [];
	};

	const look = async (): Promise<Glance> => {
		const places = withoutPortrait(await locateLines(networks.locator, pyramid, frame)).slice(0, mostLines);
		const read = async (place: Place) => {
			const line = await reader.read(place);
			return line && withDoubtfulEnds(line, place);
		};
		return glanceAt(places, await readPage(read, places, facts, today));
	};
	const glanceAt = (places: readonly Place[], lines: readonly PrintedLine[]): Glance => {
		const page = pageOf(lines);
		const sought = soughtOn(page, facts, today);
		return {places, lines, page, sought, found: findFields(page, facts, today, sought)};
	};
	const withLines = ({places, lines}: Glance, instead: ReadonlyMap<PrintedLine, PrintedLine>): Glance =>
		glanceAt(
			places,
			lines.map(line => instead.get(line) ?? line),
		);
	// A value that contradicts the MRZ is looked at in every way there is: one misread letter must not raise an alarm, and
	// one in doubt must not hide a difference.
	const confirmed = async (first: Glance): Promise<Glance> => {
		let glance = first;
		const contested: Found['field'][] = [];
		const certain: Found[] = [];
		for (const {field} of first.sought.filter(contradicts)) {
			const one = glance.sought.find(candidate => candidate.field === field);
			const line = one && contradicts(one) ? glance.lines.find(candidate => isOn(one.run, candidate)) : undefined;
			if (!one || !line) continue;
			const general = await reader.ask(line, 'contradiction');
			const looks = [...(await readAll(looksToConfirm(line))), ...(general ? [general] : [])];
			const glances = looks.map(other => withLines(glance, new Map([[line, {...other, height: line.height}]])));
			const agreeing = glances.filter(({found}) => found.some(other => other.field === field && other.by === 'mrz'));
			const [best] = agreeing.sort((a, b) => marginOf(b, field) - marginOf(a, field));
			const isSeen = best !== undefined && (agreeing.length > 1 || marginOf(best, field) > clearEnough);
			const same = glances.flatMap(({sought}, at) =>
				sought.flatMap(other =>
					isSameValue(other, one, today) ? {run: other.run, isGeneral: looks[at] === general} : [],
				),
			);
			if (isSeen) glance = best;
			else if (same.length === 0 || isCutName(one, facts, withUnreadInk(line, line, pyramid, frame) !== line))
				contested.push(field);
			else if (best === undefined) certain.push(...[withCertainty(one, same) ?? []].flat());
		}

		const found = glance.found.map(one => (contested.includes(one.field) ? {...one, contested: true} : one));
		const others = found.filter(({field}) => certain.every(one => one.field !== field));
		return {...glance, found: [...others, ...certain]};
	};
	const lookAgain = async (glance: Glance): Promise<Found[]> => {
		if (glance.sought.some(contradicts)) networks.wakeGeneral();
		const looks = {
			wakeGeneral: networks.wakeGeneral,
			read: reader.read,
			ask: async (line: PrintedLine) => reader.ask(line, 'doubt'),
			withUnreadInk: (line: PrintedLine) => withUnreadInk(line, line, pyramid, frame),
		};
		const again = await linesLookedAtAgain(glance, looks, today);
		const better = again.size > 0 ? withLines(glance, again) : glance;
		const {page, found} = await confirmed(better);
		return found.some(({field}) => field === 'sex')
			? [...found]
			: [...found, ...(await lookForSex(page, found, facts.sex))];
	};

	try {
		const found = await lookAgain(await look());
		return withPrinted(reading, weighed(found, frame), {facts, today, boxOf: run => boxOf(run, frame, scale)});
	} catch (error) {
		return withoutPrinted(reading, error as Error);
	}
}

const contradicts = ({field, by}: Found): boolean => besideMrz.has(field) && by !== 'mrz';

const marginOf = ({found}: Glance, field: Found['field']): number =>
	found.find(one => one.field === field)?.run.margin ?? 0;

/** What a first look at lines of a page found. */
type Glance = {
	readonly places: readonly Place[];
	readonly lines: readonly PrintedLine[];
	readonly page: PrintedPage;
	/** However badly it was read, and what was read well enough to be given. */
	readonly sought: readonly Found[];
	readonly found: readonly Found[];
};

/** The MRZ's reading alone, and that it is alone; why goes to the debugging output. */
export function withoutPrinted(reading: Reading, cause: Error): Reading {
	debug('offline: printed text unread');
	debugError(cause);
	return {...reading, issues: [...(reading.issues ?? []), {code: 'printed-unread', blocks: false}]};
}
