import {type CompleteDate, formatDate} from '../model/dates.ts';
import {type FieldKey, fieldInfo} from '../model/fields.ts';
import type {PrintedValue, Reading} from '../model/reading.ts';
import {codeKind, exportCode} from '../tables/codes.ts';
import {transliterate} from '../tables/transliteration.ts';
import {readPrintedDate} from './dates.ts';

const sexWords: Readonly<Record<string, string>> = {
	M: 'M',
	男: 'M',
	MALE: 'M',
	F: 'F',
	女: 'F',
	FEMALE: 'F',
	X: 'X',
	'<': 'X',
};

/** A printed sex: `F`, `女/F`, `女`. */
function readSex(text: string): string {
	const words = text
		.toUpperCase()
		.split(/[^\p{L}<]+/u)
		.filter(Boolean);
	const found = new Set(words.map(word => sexWords[word]).filter(one => one !== undefined));
	return found.size === 1 ? [...found][0]! : '';
}

/** A code among what was printed: `CHN`, `中国/CHN`, `D`. Empty when the text holds none: names of states are not read. */
function readCode(text: string): string {
	const words = text
		.toUpperCase()
		.split(/[^A-Z]+/)
		.filter(word => codeKind(word) !== undefined);
	return words.length === 1 ? exportCode(words[0]!) : '';
}

/** In another script: where there is none, a service repeats the Latin name. */
export const isNational = (name: string): boolean =>
	/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name);

/**
 * A printed value in the form of `FieldValue.value`, so that it can be compared and taken; empty when it cannot be read.
 * Names keep the words and lose what an MRZ cannot hold.
 */
export function printedValue(
	{field, text, means}: Pick<PrintedValue, 'field' | 'text' | 'means'>,
	today: CompleteDate,
): string {
	const clean = (means ?? text).slice(0, 200).trim();
	switch (fieldInfo(field).kind) {
		case 'date': {
			const date = readPrintedDate(clean, field === 'birth_date' ? 'birth' : 'other', today);
			return date ? formatDate(date) : '';
		}
		case 'sex':
			return readSex(clean);
		case 'code':
			return readCode(clean);
		case 'name':
			return transliterate(clean.replaceAll('<', ' '))
				.replace(/[^A-Z '-]/g, ' ')
				.replace(/ +/g, ' ')
				.trim();
		case 'type':
			return clean
				.toUpperCase()
				.replace(/[^A-Z]/g, '')
				.slice(0, 2);
		case 'number':
			return clean
				.normalize('NFKC')
				.toUpperCase()
				.replace(/[^A-Z0-9]/g, '');
		case 'text':
			return field === 'name' && !isNational(clean) ? '' : clean.replace(/\s+/g, ' ');
	}
}

/** Neither letters nor what may be between them in a name, a place or an office. */
export const holdsNoise = (text: string): boolean =>
	/[^\p{L}\p{M}\p{N}\s.,:;'’"“”/()&+·•°№#-]|\p{L}#|#\p{L}/u.test(text);

/** What a reading says of a field beside its lines. */
export const printedFor = (reading: Reading, key: FieldKey): readonly PrintedValue[] =>
	reading.printed?.filter(one => one.field === key) ?? [];
