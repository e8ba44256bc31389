import {cleanText} from '../../clean-text.ts';
import type {EngineName} from '../model/document.ts';
import type {LineReading, PrintedValue, Reading} from '../model/reading.ts';
import {fieldOfDesc, fieldOfKey, keyOfDesc, portraitDesc, serviceFields} from './service-fields.ts';

/** What a recognition service says, under the original skill's keys. */
export type ServiceMembers = Readonly<Record<string, string>>;

/** A longer text is no field of a passport: a portrait, or rubbish. */
const longestContent = 2000;

/** Full-width letters, digits and blanks as plain ones. Other characters stay: in a name they may be meant. */
const narrow = (text: string): string =>
	text
		.replace(/[\uff01-\uff5e]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
		.replaceAll('\u3000', ' ');

/**
 * A service's contents under the original skill's keys, cleaned, in their order. Empty ones are left out; of a field
 * that comes twice the first that says something counts.
 *
 * @param items Each under the service's name for it, or under its key.
 */
export function serviceMembers(items: Iterable<readonly [name: string, content: string]>): ServiceMembers {
	const members: Record<string, string> = {};
	for (const [name, content] of items) {
		if (name.trim() === '' || name.trim() === portraitDesc || content.length > longestContent) continue;
		const known = fieldOfDesc(name) ?? fieldOfKey(name);
		// A field of an unknown name is text from outside in its key as well.
		const key = known?.key ?? cleanText(keyOfDesc(name)).slice(0, 60);
		const value = cleanText(narrow(content)).trim();
		if (value !== '' && key !== '__proto__') members[key] ??= value;
	}
	return members;
}

/** The two lines; both may stand in one member without a break. */
function linesOf({mrz_line1: one = '', mrz_line2: two = '', ocr_mrz: both = ''}: ServiceMembers): LineReading[] {
	if (one !== '' && two !== '') return [{text: one}, {text: two}];
	const joined = both.replace(/\s/g, '');
	if (joined.length === 88) return [{text: joined.slice(0, 44)}, {text: joined.slice(44)}];
	return one === '' && two === '' ? [] : [{text: one}, {text: two}];
}

/** `TANG,MEIQIAO`: how the service writes a printed name whose parts it does not give by themselves. */
function printedNames(members: ServiceMembers): readonly PrintedValue[] {
	if (members.surname_english_visual || members.given_name_english_visual) return [];
	const [surname, given, ...more] = (members.name_english_visual ?? members.name_pinyin ?? '').split(',');
	if (!surname?.trim() || !given?.trim() || more.length > 0) return [];
	return [
		{field: 'surname_english', text: surname.trim(), zone: 'printed'},
		{field: 'given_name_english', text: given.trim(), zone: 'printed'},
	];
}

function printedBy(members: ServiceMembers): readonly PrintedValue[] {
	const stated = serviceFields.flatMap(({key, says, zone}): readonly PrintedValue[] => {
		const text = members[key];
		return says && text && zone !== 'derived' ? [{field: says, text, zone}] : [];
	});
	return [...stated, ...printedNames(members)];
}

/**
 * A service's values as a reading: its lines without any confidence, because the service gives none, and its words about
 * fields. All of it is a claim until `judge` has weighed it.
 */
export const serviceReading = (engine: EngineName, members: ServiceMembers): Reading => ({
	engine,
	shape: 'TD3',
	lines: linesOf(members),
	stated: printedBy(members),
	members,
});
