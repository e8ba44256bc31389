import {lettersOf} from '../fields/label-letters.ts';
import {isHan} from '../runs.ts';
import {labelEntries} from './all.ts';
import type {LabelField} from './label.ts';

/** The letters of a label, as `lettersOf` gives them, and whether they are Chinese. */
export type LabelLetters = {
	readonly field: LabelField;
	readonly letters: string;
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	readonly han: boolean;
};

/** The letters of all labels. In the bundle this is what it gave when that was built: there are a thousand. */
export const labelLetters: readonly LabelLetters[] = labelEntries.map(([field, label]) => {
	const {text, starts, ends} = lettersOf(label);
	return {field, letters: text, starts: [...starts], ends: [...ends], han: isHan(label)};
});
