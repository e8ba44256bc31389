import {arabicPersian, chinese, japanese, malayIndonesian, vietnamese} from './asian.ts';
import {estonian, finnish, hungarian, latvian, lithuanian, turkish} from './baltic-uralic-turkic.ts';
import {dutch, english, german, nordic} from './germanic.ts';
import type {LabelField, Labels} from './label.ts';
import {french, italian, portuguese, romanian, spanish} from './romance.ts';
import {czechSlovak, polish, russianUkrainian, southSlavic} from './slavic.ts';

/** Every dictionary; what one language calls differently from another is found by the longer match. */
const dictionaries: readonly Labels[] = [
	english,
	french,
	german,
	spanish,
	portuguese,
	italian,
	dutch,
	nordic,
	romanian,
	polish,
	czechSlovak,
	southSlavic,
	russianUkrainian,
	lithuanian,
	latvian,
	estonian,
	finnish,
	hungarian,
	turkish,
	chinese,
	japanese,
	malayIndonesian,
	vietnamese,
	arabicPersian,
];

export const labelEntries: ReadonlyArray<readonly [LabelField, string]> = dictionaries.flatMap(labels =>
	Object.entries(labels).flatMap(([field, texts]) =>
		texts.split('|').map(text => [field as LabelField, text] as const),
	),
);
