import type {FieldKey} from '../passport/model/fields.ts';
import {namesReachEnd} from '../passport/mrz/names.ts';
import {compareNames} from '../passport/printed/compare-names.ts';
import type {PassportRecord} from '../records/record.ts';
import {onceForEach} from '../remember.ts';

export const valueIn = ({passport}: PassportRecord, key: FieldKey): string =>
	passport.fields.find(field => field.key === key)?.value.trim() ?? '';

/** A number without the spaces and hyphens that some passports print. */
export const bareNumber = (record: PassportRecord): string =>
	valueIn(record, 'passport_number').replace(/[^A-Z0-9]/g, '');

type Compare = (one: PassportRecord, other: PassportRecord, key: FieldKey) => boolean;

const sameText: Compare = (one, other, key) => valueIn(one, key) === valueIn(other, key);

const sameNumber: Compare = (one, other) => bareNumber(one) === bareNumber(other);

/** What is not known of a partial date is no difference. */
const sameDate: Compare = (one, other, key) => {
	const [a, b] = [valueIn(one, key), valueIn(other, key)];
	return a.startsWith(b) || b.startsWith(a);
};

/** Spellings of one name, or one that is cut at the end of its line; a letter that was misread is another name. */
const sameName: Compare = (one, other, key) => {
	const [a, b] = [valueIn(one, key), valueIn(other, key)];
	const fits = (printed: string, mrz: string, cut: boolean) =>
		['same', 'variant', 'truncated'].includes(compareNames(printed, mrz, cut));
	return a === b || fits(a, b, namesReachEnd(other.passport)) || fits(b, a, namesReachEnd(one.passport));
};

/** What two pictures of one passport have in common, in the order of display. */
const compared: Readonly<Partial<Record<FieldKey, Compare>>> = {
	passport_number: sameNumber,
	surname_english: sameName,
	given_name_english: sameName,
	holder_country_code: sameText,
	birth_date: sameDate,
	sex: sameText,
	expiry_date: sameDate,
	issuing_country_code: sameText,
};

/** The fields that are compared. */
export const comparedKeys = Object.keys(compared) as readonly FieldKey[];

/** Returns the fields whose values cannot belong to one passport. A value that is not known contradicts nothing. */
export const differingFields = (one: PassportRecord, other: PassportRecord): readonly FieldKey[] =>
	comparedKeys.filter(
		key => valueIn(one, key) !== '' && valueIn(other, key) !== '' && !compared[key]!(one, other, key),
	);

/** Records with the same one differ from the same records. Computed once for each record. */
export const signatureOf = onceForEach((record: PassportRecord): string =>
	[...comparedKeys.map(key => valueIn(record, key)), namesReachEnd(record.passport)].join('\n'),
);

/**
 * Groups of one picture that are compared with each other, at most. More are no passports of one person but a list that
 * names one picture throughout, and comparing all pairs of thousands takes minutes.
 */
export const mostCompared = 50;

type Group = {readonly members: PassportRecord[]; readonly distinct: Map<string, PassportRecord>};

/** Returns groups in which no two records differ, each in the order given. */
export function withoutDifferences(records: readonly PassportRecord[]): readonly (readonly PassportRecord[])[] {
	const groups: Group[] = [];
	const bySignature = new Map<string, Group>();
	for (const record of records) {
		const signature = signatureOf(record);
		const fits =
			bySignature.get(signature) ??
			groups
				.slice(0, mostCompared)
				.find(({distinct}) => [...distinct.values()].every(member => differingFields(member, record).length === 0));
		const group: Group = fits ?? {members: [], distinct: new Map()};
		if (!fits) groups.push(group);
		bySignature.set(signature, group);
		group.members.push(record);
		group.distinct.set(signature, record);
	}
	return groups.map(({members}) => members);
}
