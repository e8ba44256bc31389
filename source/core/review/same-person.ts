import {grouped} from '../grouped.ts';
import type {FieldKey} from '../passport/model/fields.ts';
import {contentOf} from '../records/content.ts';
import type {PassportRecord} from '../records/record.ts';
import {onceForEach} from '../remember.ts';
import {bareNumber, differingFields, mostCompared, valueIn, withoutDifferences} from './same-values.ts';

/**
 * - `conflict`: one picture, or one number and issuer, with values that cannot be of one passport.
 * - `samePicture`: the very same bytes, twice.
 * - `samePassport`: different pictures of one document: the same number and issuer, and nothing that differs.
 * - `samePerson`: one person with different documents: the same day of birth, surname and first given name.
 */
export type RelationKind = 'conflict' | 'samePicture' | 'samePassport' | 'samePerson';

/** Pictures that belong together, by their paths in the order of the batch. */
export type Relation =
	| {readonly kind: Exclude<RelationKind, 'conflict'>; readonly paths: readonly string[]}
	/** `fields`: what differs, in the order of display. */
	| {readonly kind: 'conflict'; readonly paths: readonly string[]; readonly fields: readonly FieldKey[]};

export type Conflict = Extract<Relation, {kind: 'conflict'}>;

const ofDocument: readonly FieldKey[] = ['passport_number', 'issuing_country_code'];

/** Returns what records in conflict have in common: where numbers differ, only the picture itself. */
export const commonIn = (fields: readonly FieldKey[]): 'number' | 'picture' =>
	fields.some(key => ofDocument.includes(key)) ? 'picture' : 'number';

/** Returns the conflicts among records. Rejected records do not count. */
export const conflicts = (records: readonly PassportRecord[]): readonly Conflict[] =>
	relations(records).filter(relation => relation.kind === 'conflict');

/** Returns what belongs together among records, conflicts first. Rejected records do not count. */
export function relations(records: readonly PassportRecord[]): readonly Relation[] {
	const counted = records.filter(record => record.review.state !== 'rejected');
	const pictures = groupsBy(counted, contentOf);
	const documents = groupsBy(counted, record => namesOf(record).document);
	const people = groupsBy(counted, record => namesOf(record).person);
	const alike = (groups: readonly (readonly PassportRecord[])[]) => groups.flatMap(withoutDifferences).filter(isGroup);
	return [
		...conflictsIn([...pictures, ...documents]),
		...alike(pictures).map(of('samePicture')),
		...alike(documents).filter(differIn(contentOf)).map(of('samePassport')),
		...people.filter(differIn(record => namesOf(record).document)).map(of('samePerson')),
	];
}

const pathsOf = (group: readonly PassportRecord[]): readonly string[] => group.map(({path}) => path);

const of =
	(kind: Exclude<RelationKind, 'conflict'>) =>
	(group: readonly PassportRecord[]): Relation => ({kind, paths: pathsOf(group)});

/** Pictures of one file with one number are in two groups, and in conflict once. */
function conflictsIn(groups: readonly (readonly PassportRecord[])[]): readonly Conflict[] {
	const found = new Map<string, Conflict>();
	for (const group of groups) {
		const fields = fieldsInConflict(group);
		if (fields.length > 0) found.set(pathsOf(group).join('\n'), {kind: 'conflict', paths: pathsOf(group), fields});
	}
	return [...found.values()];
}

function fieldsInConflict(group: readonly PassportRecord[]): readonly FieldKey[] {
	const alike = withoutDifferences(group);
	const fields = new Set<FieldKey>();
	// Of very many, all differ from the first.
	for (const [index, one] of (alike.length > mostCompared ? alike.slice(0, 1) : alike).entries()) {
		for (const other of alike.slice(index + 1)) {
			for (const record of one) for (const field of differingFields(record, other[0]!)) fields.add(field);
			for (const record of other) for (const field of differingFields(one[0]!, record)) fields.add(field);
		}
	}
	return [...fields];
}

const isGroup = (records: readonly PassportRecord[]): boolean => records.length > 1;

/** Groups of two or more with the same key. */
function groupsBy(
	records: readonly PassportRecord[],
	keyOf: (record: PassportRecord) => string | undefined,
): readonly (readonly PassportRecord[])[] {
	return [...grouped(records, record => [keyOf(record) ?? []].flat()).values()].filter(isGroup);
}

const differIn = (identify: (record: PassportRecord) => string | undefined) => (group: readonly PassportRecord[]) =>
	new Set(group.map(identify).filter(value => value !== undefined)).size > 1;

/** What distinguishes documents, people and households; undefined where too little was read. */
export type Names = {
	readonly document: string | undefined;
	readonly person: string | undefined;
	/** Surname and issuer: a family whose passports were issued together shares them. */
	readonly household: string | undefined;
};

/** Computed once for each record: thousands of records are compared after every decision. */
export const namesOf = onceForEach(
	(record: PassportRecord): Names => ({
		document: documentOf(record),
		person: personOf(record),
		household: householdOf(record),
	}),
);

/** Fewer characters are a piece of a number that was hardly read. */
const shortestNumber = 5;

/** What distinguishes the document of a record; undefined where too little of it was read. */
export function documentOf(record: PassportRecord): string | undefined {
	const number = bareNumber(record);
	const issuer = valueIn(record, 'issuing_country_code');
	return number.length < shortestNumber || issuer === '' ? undefined : `${issuer} ${number}`;
}

const surnameOf = (record: PassportRecord): string => valueIn(record, 'surname_english').replace(/[^A-Z]/g, '');

/** The first given name only: documents of one person print more or fewer of them. A birth date must be complete. */
function personOf(record: PassportRecord): string | undefined {
	const birth = valueIn(record, 'birth_date');
	const surname = surnameOf(record);
	const [given = ''] = valueIn(record, 'given_name_english').split(/[ -]/);
	return birth.length < 10 || surname === '' ? undefined : `${birth} ${surname} ${given}`;
}

function householdOf(record: PassportRecord): string | undefined {
	const surname = surnameOf(record);
	const issuer = valueIn(record, 'issuing_country_code');
	return surname === '' || issuer === '' ? undefined : `${surname} ${issuer}`;
}
