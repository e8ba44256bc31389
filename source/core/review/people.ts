import type {FieldKey} from '../passport/fields.ts';
import type {PassportRecord} from '../records/record.ts';

/**
 * Pictures that belong together, by their paths in the order of the batch.
 *
 * - `samePicture`: the very same bytes, twice.
 * - `samePassport`: different pictures of one document: the same number and issuer.
 * - `samePerson`: one person with different documents: the same day of birth, surname and first given name.
 */
export type Relation = {
	readonly kind: 'samePicture' | 'samePassport' | 'samePerson';
	readonly paths: readonly string[];
};

/** What belongs together among records. Pure; takes time in proportion to their number. Rejected ones do not count. */
export function relations(records: readonly PassportRecord[]): readonly Relation[] {
	const counted = records.filter(record => record.review.state !== 'rejected');
	return [
		...groups(
			counted,
			record => record.sha256 || undefined,
			() => true,
		).map(paths => of('samePicture', paths)),
		...groups(
			counted,
			record => namesOf(record).document,
			differIn(record => record.sha256),
		).map(paths => of('samePassport', paths)),
		...groups(
			counted,
			record => namesOf(record).person,
			differIn(record => namesOf(record).document),
		).map(paths => of('samePerson', paths)),
	];
}

const of = (kind: Relation['kind'], paths: readonly string[]): Relation => ({kind, paths});

/** Groups of two or more with the same key, that pass. */
function groups(
	records: readonly PassportRecord[],
	keyOf: (record: PassportRecord) => string | undefined,
	passes: (group: readonly PassportRecord[]) => boolean,
): readonly (readonly string[])[] {
	const byKey = new Map<string, PassportRecord[]>();
	for (const record of records) {
		const key = keyOf(record);
		if (key === undefined) continue;
		const group = byKey.get(key);
		if (group) group.push(record);
		else byKey.set(key, [record]);
	}
	return [...byKey.values()]
		.filter(group => group.length > 1 && passes(group))
		.map(group => group.map(record => record.path));
}

const differIn = (identify: (record: PassportRecord) => string | undefined) => (group: readonly PassportRecord[]) =>
	new Set(group.map(identify).filter(value => value !== undefined)).size > 1;

const valueIn = ({passport}: PassportRecord, key: FieldKey): string =>
	passport.fields.find(field => field.key === key)?.value.trim() ?? '';

/** What tells documents, people and households apart; undefined where too little was read. */
export type Names = {
	readonly document: string | undefined;
	readonly person: string | undefined;
	/** Surname and issuer: a family whose passports were issued together shares them. */
	readonly household: string | undefined;
};

const named = new WeakMap<PassportRecord, Names>();

/** Reckoned once for each record: thousands of records are compared after every decision. */
export function namesOf(record: PassportRecord): Names {
	const before = named.get(record);
	if (before) return before;
	const names = {document: documentOf(record), person: personOf(record), household: householdOf(record)};
	named.set(record, names);
	return names;
}

/** Fewer characters are a piece of a number that was hardly read. */
const shortestNumber = 5;

function documentOf(record: PassportRecord): string | undefined {
	const number = valueIn(record, 'passport_number').replace(/[^A-Z0-9]/g, '');
	const issuer = valueIn(record, 'issuing_country_code');
	return number.length < shortestNumber || issuer === '' ? undefined : `${issuer} ${number}`;
}

const surnameOf = (record: PassportRecord): string => valueIn(record, 'surname_english').replace(/[^A-Z]/g, '');

/** The first given name only: documents of one person print more or fewer of them. A birth date that is not whole tells nobody apart. */
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
