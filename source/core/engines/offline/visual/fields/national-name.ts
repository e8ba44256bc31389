import type {Found, PrintedPage} from '../page.ts';
import {isHan} from '../runs.ts';

/** Any pattern looks like some Chinese character; a name is read this clearly (mean log odds). */
const clearName = 2.2;

/** A name in Chinese characters: two to six of them, and at most the Latin name beside it. */
const nameIn = (text: string): string | undefined =>
	/^([\p{Script=Han}·]{2,6})(?:[\p{Script=Latin},.' -]*)$/u.exec(text.replaceAll(' ', ''))?.[1];

/**
 * The holder's name in Chinese characters: beside or around the Latin one. It is between the row of the number and
 * that of the nationality, so that neither the state's name nor a place is taken for it.
 */
export function nationalName(page: PrintedPage, found: readonly Found[]): Found | undefined {
	const latin = found.filter(({field}) => field === 'surname' || field === 'given_names' || field === 'name');
	const [first] = latin;
	if (!first) return undefined;
	const rows = latin.map(({run}) => run.v);
	const near = page.entries
		.filter(
			entry =>
				!entry.isLabel &&
				isHan(entry.text) &&
				entry.confidence > clearName &&
				nameIn(entry.text) !== undefined &&
				entry.v > Math.min(...rows) - 3.2 * page.height &&
				entry.v < Math.max(...rows) + 2.2 * page.height &&
				Math.abs(entry.left - first.run.left) < 12 * page.height,
		)
		.sort((a, b) => Math.abs(a.left - first.run.left) - Math.abs(b.left - first.run.left));
	const [run] = near;
	return run && {field: 'name', text: nameIn(run.text) ?? '', run, by: 'layout', labelled: false};
}
