import type {CompleteDate} from '../../../passport/model/dates.ts';
import {onceForEach} from '../../../remember.ts';
import {lettersOf, reconciled, withDoubt, withDoubtfulEnds} from './lines/line-reader.ts';
import type {PrintedLine, Reread} from './lines/read-lines.ts';
import type {Found, PrintedPage} from './page.ts';
import {
	bestOf,
	clearer,
	type Detected,
	furtherLooks,
	isDoubtful,
	isOn,
	stretched,
	worthSecondLook,
} from './second-look.ts';

/** What a first look at a page saw; `sought`: what stands for a field, however it was read. */
type FirstLook = Detected & {readonly page: PrintedPage; readonly sought: readonly Found[]};

/** How lines are looked at again. */
type Looks = {
	readonly read: (look: Reread) => Promise<PrintedLine | undefined>;
	/** Says that the general reader will probably be asked. */
	readonly wakeGeneral: () => void;
	/** Asks the general reader; undefined where it was asked often enough. */
	readonly ask: (line: PrintedLine) => Promise<PrintedLine | undefined>;
	/** The line with letters in doubt beside which there is ink that was not read; itself where there is none. */
	readonly withUnreadInk: (line: PrintedLine) => PrintedLine;
};

/**
 * What each line of a first look becomes by others: those in doubt, those beside which ink was not read, and places and
 * offices that are read otherwise when they are drawn wider. Lines that stay are left out.
 */
export async function linesLookedAtAgain(
	first: FirstLook,
	{read, wakeGeneral, ask, withUnreadInk}: Looks,
	today: CompleteDate,
): Promise<ReadonlyMap<PrintedLine, PrintedLine>> {
	const {lines, page, sought} = first;
	const again = new Map<PrintedLine, PrintedLine>();
	const worth = worthSecondLook(first, page, sought, today);
	if (worth.some(isDoubtful)) wakeGeneral();
	const checked = onceForEach(withUnreadInk);
	const gappy = lines.filter(
		line => !worth.includes(line) && sought.some(one => isOfPage(one) && isOn(one.run, line)) && checked(line) !== line,
	);
	const changing: PrintedLine[] = [];
	for (const line of lines) {
		if (worth.includes(line) || gappy.includes(line)) continue;
		if (!sought.some(one => isUnvouched(one) && isOn(one.run, line))) continue;
		const other = await read(stretched(line));
		if (other && lettersOf(other) !== lettersOf(line)) changing.push(line);
	}

	for (const line of [...worth, ...gappy, ...changing]) {
		const further: PrintedLine[] = [];
		for (const look of furtherLooks(checked(line), first, today, page.height)) {
			const other = await read(look);
			if (other) further.push(other);
		}
		let best = bestOf([line, ...further].map(checked), today);
		if (changing.includes(line)) best = withDoubt(best);
		// Ink alone may be a pattern's: it costs no question to the general reader.
		if (changing.includes(line) || isDoubtful(bestOf([line, ...further], today))) {
			const general = await ask(line);
			if (general) best = reconciled(best, general, (one, other) => clearer(one, other, today));
		}

		again.set(line, withDoubtfulEnds(best, line));
	}
	return again;
}

/** What the MRZ does not vouch for letter by letter. */
const isOfPage = ({field, by}: Found): boolean => by !== 'mrz' || field === 'nationality';

/** What nothing on the page vouches for: each look at it is to read the same. */
const isUnvouched = ({field}: Found): boolean =>
	field === 'birth_place' || field === 'authority' || field === 'issue_place';
