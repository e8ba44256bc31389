import {attribute} from './sheet-xml.ts';

/** A sheet that has the heads of a list. */
type Fitting = {readonly name: string; readonly isHidden: boolean};

/**
 * Returns the sheet that is the list: one that is shown before a hidden one, and of several the one with the name that
 * this program gives it. Undefined where several fit: rows on the wrong one, such as of those who cancelled, do harm.
 */
export function chosenSheet<Sheet extends Fitting>(
	fitting: readonly Sheet[],
	ownNames: readonly string[],
): Sheet | undefined {
	const shown = fitting.filter(({isHidden}) => !isHidden);
	const few = shown.length > 0 ? shown : fitting;
	if (few.length === 1) return few[0];
	const own = few.filter(({name}) => ownNames.includes(name));
	return own.length === 1 ? own[0] : undefined;
}

/** Whether the author of a sheet has protected it in Excel, with a password or without. */
export const isProtected = (behind: string): boolean =>
	/^(?:1|true)$/.test(attribute(/<sheetProtection\b([^>]*)>/.exec(behind)?.[1] ?? '', 'sheet') ?? '');

/** Whether a password is needed to change a workbook; one that only recommends to read it can be changed. */
export const isReserved = (book: string): boolean =>
	/<fileSharing\b[^>]*\s(?:reservationPassword|hashValue)=/.test(book);
