import {cleanText} from '../../clean-text.ts';
import type {EngineName} from '../model/document.ts';
import type {LineReading, PrintedValue, Reading, ServiceAnswer} from '../model/reading.ts';
import {bilingual} from './bilingual.ts';
import {fieldOfDesc, fieldOfKey, keyOfDesc, portraitDesc, serviceFields} from './service-fields.ts';

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
export function serviceAnswer(items: Iterable<readonly [name: string, content: string]>): ServiceAnswer {
	const answer: Record<string, string> = {};
	for (const [name, content] of items) {
		if (name.trim() === '' || name.trim() === portraitDesc || content.length > longestContent) continue;
		const known = fieldOfDesc(name) ?? fieldOfKey(name);
		// A field of an unknown name is text from outside in its key as well.
		const key = known?.key ?? cleanText(keyOfDesc(name)).slice(0, 60);
		const value = cleanText(narrow(content)).trim();
		if (value !== '' && key !== '__proto__') answer[key] ??= value;
	}
	return answer;
}

/** The two lines; both may be in one word without a break. */
function linesOf({mrz_line1: one = '', mrz_line2: two = '', ocr_mrz: both = ''}: ServiceAnswer): LineReading[] {
	if (one !== '' && two !== '') return [{text: one}, {text: two}];
	const joined = both.replace(/\s/g, '');
	if (joined.length === 88) return [{text: joined.slice(0, 44)}, {text: joined.slice(44)}];
	return one === '' && two === '' ? [] : [{text: one}, {text: two}];
}

/** `TANG,MEIQIAO`: how the service writes a printed name whose parts it does not give by themselves. */
function printedNames(answer: ServiceAnswer): readonly PrintedValue[] {
	if (answer.surname_english_visual || answer.given_name_english_visual) return [];
	const source = answer.name_english_visual === undefined ? 'name_pinyin' : 'name_english_visual';
	const [surname, given, ...more] = (answer[source] ?? '').split(',');
	if (!surname?.trim() || !given?.trim() || more.length > 0) return [];
	return [
		{field: 'surname_english', text: surname.trim(), zone: 'printed', source},
		{field: 'given_name_english', text: given.trim(), zone: 'printed', source},
	];
}

/** Places come in two words, of which the second is in Latin letters. */
const inLatin: Readonly<Record<string, string>> = {
	birth_place: 'birth_place_pinyin',
	issue_place: 'issue_place_pinyin',
};

/** A service's words about fields, each with the key under which its answer has it. */
export function printedBy(answer: ServiceAnswer): readonly PrintedValue[] {
	const words = serviceFields.flatMap(({key, says, zone}): readonly PrintedValue[] => {
		if (!says || zone === 'derived') return [];
		const latin = answer[inLatin[key] ?? ''] ?? '';
		const text = bilingual(answer[key] ?? '', latin);
		return text ? [{field: says, text, zone, source: answer[key] ? key : inLatin[key]!}] : [];
	});
	return [...words, ...printedNames(answer)];
}

/**
 * A service's values as a reading: its lines without any confidence, because the service gives none, and its words about
 * fields. All of it is a claim until `judge` has weighed it.
 */
export const serviceReading = (engine: EngineName, answer: ServiceAnswer): Reading => ({
	engine,
	shape: 'TD3',
	lines: linesOf(answer),
	printed: printedBy(answer),
	answer,
});
