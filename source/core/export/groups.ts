/** Columns as a person chooses them: what belongs together goes together. By the keys of `defaultColumns`. */
const columnGroups = {
	number: ['document', 'passport_number'],
	surname: ['surname_english', 'surname_printed'],
	given: ['given_name_english', 'given_name_printed'],
	script: ['name'],
	sex: ['sex'],
	born: ['birth_date', 'age'],
	nationality: ['holder_country_code'],
	issuer: ['issuing_country_code'],
	expiry: ['expiry_date', 'validity', 'days_left'],
	printed: ['issue_date', 'issue_place', 'issuing_authority', 'birth_place'],
	mrz: ['mrz_line1', 'mrz_line2', 'mrz_line3'],
	file: ['no', 'source_image'],
	checks: ['status', 'review', 'issues', 'reviewed_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ColumnGroup = keyof typeof columnGroups;

export const groupNames = Object.keys(columnGroups) as readonly ColumnGroup[];

/** Without them a list of people is of little use. */
export const keyGroups: readonly ColumnGroup[] = ['number', 'surname', 'given', 'born', 'expiry'];

export const isColumnGroup = (name: string): name is ColumnGroup => Object.hasOwn(columnGroups, name);

/** The keys of the columns of some groups. */
export const keysOf = (groups: readonly ColumnGroup[]): ReadonlySet<string> =>
	new Set(groups.flatMap(group => columnGroups[group]));
