import type {FieldKey} from '../passport/model/fields.ts';
import type {PassportRecord} from '../records/record.ts';
import {onceForEach} from '../remember.ts';
import {namesOf} from './same-person.ts';
import {valueIn} from './same-values.ts';

/** People whose passports were probably issued together, by the paths of their pictures in the order of the batch. */
export type Family = {readonly surname: string; readonly paths: readonly string[]};

/** What those of a family have in common, besides what distinguishes people and documents. */
export const familyKeys: readonly FieldKey[] = ['issue_date', 'expiry_date', 'issue_place'];

/** What one passport says of its issue, in keys that another one of the same issue has as well. */
function issueOf(record: PassportRecord): {readonly days: readonly string[]; readonly place: string} {
	const issued = valueIn(record, 'issue_date');
	const expiry = valueIn(record, 'expiry_date');
	const days = [
		...(/^\d{4}-\d\d-\d\d$/.test(issued) ? [`issued ${issued}`] : []),
		// A child's passport is valid for fewer years than a parent's, but ends on the same day of the year.
		...(/^\d{4}-\d\d-\d\d$/.test(expiry) ? [`expires ${expiry.slice(5)}`] : []),
	];
	return {days, place: valueIn(record, 'issue_place').toUpperCase().replace(/\s+/g, '')};
}

/**
 * The family of each picture that has one, by its path: two or more people of one surname and issuer whose passports were
 * issued on the same day, and not in different places where both say a place. A guess for putting rows side by side:
 * nothing is proven by it. Rejected ones do not count.
 */
export const familiesByPath = onceForEach((records: readonly PassportRecord[]): ReadonlyMap<string, Family> => {
	const byDay = new Map<string, PassportRecord[]>();
	for (const record of records) {
		const {household} = namesOf(record);
		if (household === undefined || record.review.state === 'rejected') continue;
		const {days, place} = issueOf(record);
		for (const day of days) {
			const key = `${household} ${day}`;
			const group = byDay.get(key);
			if (!group) {
				byDay.set(key, [record]);
				continue;
			}
			const elsewhere = issueOf(group[0]!).place;
			if (elsewhere === '' || place === '' || elsewhere === place) group.push(record);
		}
	}
	const order = new Map(records.map(({path}, index) => [path, index]));
	const families = new Map<string, Family>();
	for (const group of byDay.values()) {
		const people = new Set(group.map(record => namesOf(record).person ?? record.path));
		// One passport whose name was read in two ways is not a family.
		const documents = new Set(group.map(record => namesOf(record).document ?? record.path));
		if (people.size < 2 || documents.size < 2) continue;
		const joined = new Set(group.flatMap(({path}) => [path, ...(families.get(path)?.paths ?? [])]));
		const paths = [...joined].sort((a, b) => order.get(a)! - order.get(b)!);
		const family = {surname: valueIn(group[0]!, 'surname_english'), paths};
		for (const path of paths) families.set(path, family);
	}
	return families;
});
