import type {PassportRecord} from '../records/record.ts';
import {familiesByPath} from './family-groups.ts';
import {namesOf} from './same-person.ts';
import {valueIn} from './same-values.ts';

/**
 * Returns records with those of a family side by side, and those of a person, of which the passport that is valid longest
 * comes first. Each group is where its first record was; the order in a family stays. Rejected ones stay where they are.
 */
export function familiesTogether(records: readonly PassportRecord[]): readonly PassportRecord[] {
	const families = familiesByPath(records);
	const placeOf = new Map(records.map((record, place) => [record.path, place]));
	const firstOf = new Map<string, number>();
	const placed = records.map((record, place) => {
		const isRejected = record.review.state === 'rejected';
		const person = isRejected ? undefined : namesOf(record).person;
		const family = isRejected ? undefined : families.get(record.path);
		const first = (key: string | undefined): number => {
			if (key === undefined) return place;
			const known = firstOf.get(key);
			if (known === undefined) firstOf.set(key, place);
			return known ?? place;
		};
		const ofPerson = first(person);
		const ofFamily = Math.min(family ? placeOf.get(family.paths[0]!)! : place, ofPerson);
		return {record, place, ofPerson, ofFamily, expiry: valueIn(record, 'expiry_date')};
	});
	// A second passport of another issuer is in no family by itself: it is where the first one of its person is.
	const groupOf = new Map(placed.map(({place, ofFamily}) => [place, ofFamily]));
	const group = ({ofPerson, ofFamily}: (typeof placed)[number]): number =>
		Math.min(ofFamily, groupOf.get(ofPerson) ?? ofPerson);
	return [...placed]
		.sort(
			(a, b) => group(a) - group(b) || a.ofPerson - b.ofPerson || b.expiry.localeCompare(a.expiry) || a.place - b.place,
		)
		.map(({record}) => record);
}
