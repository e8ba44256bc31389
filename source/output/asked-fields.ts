import {groupNames, isColumnGroup, keysOf} from '../core/export/groups.ts';
import {decidingKeys, type FieldKey} from '../core/passport/model/fields.ts';
import type {FieldValue} from '../core/passport/model/passport.ts';
import {serviceFields} from '../core/passport/printed/service-fields.ts';
import {judgedKeys, recordMembers} from '../core/records/legacy/keys.ts';
import type {PassportRecord} from '../core/records/record.ts';
import type {Messages} from '../text/index.ts';

/** A value that `--fields` names: its name in a short output, and its flat key in JSON. */
export type AskedField = {readonly name: string; readonly key: string};

/** The value of an asked field in a record, with the judged field where it is one. */
export type AskedValue = AskedField & {readonly value: string; readonly field: FieldValue | undefined};

/** Flat keys that a record may have. The columns of an export that are computed are not among them. */
const known: ReadonlySet<string> = new Set([...judgedKeys, ...serviceFields.map(({key}) => key)]);

const keysBehind = (group: string): readonly string[] =>
	isColumnGroup(group) ? [...keysOf([group])].filter(key => known.has(key)) : [];

/** Short names that `--fields` takes besides the keys themselves: those of the columns of an export. */
export const fieldNames: readonly string[] = groupNames.filter(name => keysBehind(name).length > 0);

/** The fields of one name; none for a name that is not known. */
export function fieldsNamed(name: string): readonly AskedField[] {
	if (known.has(name)) return [{name, key: name}];
	const keys = keysBehind(name);
	return keys.map(key => ({name: keys.length === 1 ? name : key, key}));
}

/** What a short output shows without `--fields`: every value that decides. */
export const decidingFields: readonly AskedField[] = decidingKeys.map(key => ({
	name: groupNames.find(group => keysBehind(group).includes(key)) ?? key,
	key,
}));

/** `passport_number_mrz` is the same value under the original skill's other key. */
const judgedKey = (key: string): string => (key === 'passport_number_mrz' ? 'passport_number' : key);

/** The judged fields that were named: they are not masked. */
export const namedKeys = (asked: readonly AskedField[] | undefined): readonly string[] =>
	asked?.map(({key}) => judgedKey(key)) ?? [];

/** The values, in the order in which they were asked for. */
export function askedValues(record: PassportRecord, asked: readonly AskedField[]): readonly AskedValue[] {
	const members = recordMembers(record);
	return asked.map(({name, key}) => {
		const field = record.passport.fields.find(one => one.key === judgedKey(key));
		return {name, key, value: members[key] ?? field?.value ?? '', field};
	});
}

/** The name of a field in the head of a table. */
export const askedLabel = ({name, key}: AskedField, messages: Messages): string =>
	messages.exported.fields[key as FieldKey] ?? messages.serviceLabels[key] ?? name;
