import {alpha2Of} from '../../../passport/tables/codes.ts';
import {textCell} from '../../cell.ts';
import type {Column} from '../../columns.ts';
import type {ExportWords} from '../../words.ts';
import {isCode} from '../compare/identity.ts';
import type {KnownList} from '../known-list.ts';
import type {OpenList} from '../open-list.ts';
import {textsAt} from './listed-style.ts';
import {sexWordsOf} from './sex-words.ts';
import {isAlpha2, isNameIn} from './state-names.ts';

const stateKeys = ['holder_country_code', 'issuing_country_code'] as const;

/**
 * The list with the words of its values, in which added ones are written: those of the language that most of them are in,
 * which may be another one than that of the heads.
 */
export function withValueWords(file: Pick<OpenList, 'rows'>, known: KnownList): KnownList {
	const {languages, words: heads} = known;
	const texts = (...keys: readonly string[]) => keys.flatMap(key => textsAt(file, known, key));
	const said = {
		status: texts('status', 'remarks'),
		review: texts('review'),
		validity: texts('validity', 'remarks'),
		documents: texts('document'),
	} as const;
	const values = nearestOf(languages, heads, words =>
		(Object.keys(said) as (keyof typeof said)[]).reduce((sum, key) => {
			const states = Object.values(words[key]);
			return sum + said[key].filter(text => states.some(state => text.startsWith(state))).length;
		}, 0),
	);
	const states = texts(...stateKeys);
	const ofStates = nearestOf(languages, heads, words => states.filter(text => isNameIn(text, words)).length);
	return {...known, words: {...values, sheets: heads.sheets, country: ofStates.country}};
}

const isState = (key: string): boolean => stateKeys.some(one => one === key);

/** A column of sexes that is written as its own values are: `F`, `Female`, `女`. */
export function withSexWords(column: Column, file: Pick<OpenList, 'rows'>, known: KnownList): Column {
	if (column.key !== 'sex' || known.asOriginal) return column;
	const {write} = sexWordsOf(textsAt(file, known, column.key));
	return {...column, cell: ({legacy}) => textCell(write(legacy.sex ?? ''))};
}

/** A column of states that is written as its own values are: by their codes or names, and in their language. */
export function asListed(column: Column, file: Pick<OpenList, 'rows'>, known: KnownList): Column {
	const states = isState(column.key) ? textsAt(file, known, column.key) : [];
	if (states.length === 0 || known.asOriginal) return column;
	const {languages, words} = known;
	const {country} = nearestOf(languages, words, one => states.filter(text => isNameIn(text, one)).length);
	const isNamed = states.every(text => !isCode(text.toUpperCase()));
	const areTwo = states.every(isAlpha2);
	return {
		...column,
		cell({legacy}) {
			const code = legacy[column.key] ?? '';
			if (areTwo) return textCell(alpha2Of(code) ?? code);
			return textCell(isNamed && code !== '' ? country(code) : code);
		},
	};
}

/** The language that counts most; of several, that of the heads. */
const nearestOf = (
	languages: readonly ExportWords[],
	heads: ExportWords,
	count: (words: ExportWords) => number,
): ExportWords => languages.reduce((best, words) => (count(words) > count(best) ? words : best), heads);

/** Words of the list that a value has in it in any language. */
type Said = 'status' | 'review' | 'validity';

/** Returns what a text says in words of a list, with further words behind it; undefined where it has none of them. */
export function wordSaid(
	text: string,
	key: Said,
	languages: readonly ExportWords[],
): {readonly means: string; readonly word: string} | undefined {
	const all = languages.flatMap(words => Object.entries(words[key]).map(([means, word]) => ({means, word})));
	// Of two words, one begins as the other.
	return all.sort((a, b) => b.word.length - a.word.length).find(({word}) => text.startsWith(word));
}
