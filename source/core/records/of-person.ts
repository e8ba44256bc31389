import {dirname, extname, join} from 'node:path';
import type {Sidecar} from './json/from-json.ts';
import type {PassportRecord} from './record.ts';
import {eachIn} from './sidecars/entries.ts';

const wordsIn = (text: string): readonly string[] =>
	text
		.toUpperCase()
		.split(/[\s<,]+/)
		.filter(Boolean);

const characters = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a passport is of a person: by a number of theirs, or by all words of a name, in any order. */
function isOf({passport}: PassportRecord, person: string): boolean {
	const value = (key: string) => passport.fields.find(field => field.key === key)?.value ?? '';
	if (/\p{N}/u.test(person)) {
		return ['passport_number', 'id_number', 'optional_data_mrz', 'optional_data_2_mrz'].some(
			key => characters(value(key)) === characters(person),
		);
	}
	const known = new Set(['surname_english', 'given_name_english', 'name'].flatMap(key => wordsIn(value(key))));
	const asked = wordsIn(person);
	return asked.length > 0 && asked.every(word => known.has(word));
}

/** Shorter numbers are parts of others by chance. */
const leastPart = 6;

/** Whether texts that were noted together, such as values and lines of an MRZ, hold a number or all words of a name. */
export function isPersonNoted(texts: readonly string[], person: string): boolean {
	if (/\p{N}/u.test(person)) {
		const number = characters(person);
		return texts.some(text =>
			number.length < leastPart ? characters(text) === number : characters(text).includes(number),
		);
	}
	// A line of an MRZ begins with the kind of the document and its state: PAUTOERIKSSON, or P<UTOERIKSSON.
	const known = new Set(texts.flatMap(wordsIn).flatMap(word => [word, word.slice(3), word.slice(5)]));
	const asked = wordsIn(person);
	return asked.length > 0 && asked.every(word => known.has(word));
}

/** What of a kept file is of a person: all passports in it, some, or none; and the pictures of those that are. */
export type PersonIn = {readonly share: 'all' | 'some' | 'none'; readonly pictures: readonly string[]};

export function personIn(path: string, sidecar: Sidecar, person: string): PersonIn {
	const otherwise = path.slice(0, -extname(path).length);
	const records = eachIn(sidecar).flatMap(one =>
		one.kind === 'ours' ? [one.record(one.source === undefined ? otherwise : join(dirname(path), one.source))] : [],
	);
	const found = records.filter(record => isOf(record, person));
	const share = found.length === 0 ? 'none' : found.length === records.length ? 'all' : 'some';
	return {share, pictures: found.map(record => record.path)};
}
