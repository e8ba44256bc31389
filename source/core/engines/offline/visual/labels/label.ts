/** What a page prints beside its values. `ignore`: labels of what is not taken, so that no value is sought below another's. */
export type LabelField =
	| 'surname'
	| 'given_names'
	| 'name'
	| 'passport_number'
	| 'nationality'
	| 'birth_date'
	| 'sex'
	| 'birth_place'
	| 'issue_date'
	| 'expiry_date'
	| 'authority'
	| 'issue_place'
	| 'personal_number'
	| 'ignore';

/**
 * One language's labels as passports print them; several separated by a bar. Marks, case, spaces and punctuation do
 * not count.
 */
export type Labels = Readonly<Partial<Record<LabelField, string>>>;
