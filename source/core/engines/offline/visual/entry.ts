import {onceForTexts} from '../../../remember.ts';
import {isPartOfLabel, type LabelHit, labelShare, labelsIn, matchLabels, type TextLabel} from './fields/match-label.ts';
import {isHan, type TextRun} from './runs.ts';

/** A run with the labels in it. `isLabel`: it is one, or several, and no value. */
export type PrintedEntry = TextRun & {readonly labels: readonly LabelHit[]; readonly isLabel: boolean};

/** Letters of a label that are no accident behind what was not understood. */
const sureLabel = 7;

/** `OpraH, BbIAaBIIMM/Authority`: what is before the stroke is the same in another language or script. */
const isBehindStroke = (text: string, {from, to}: TextLabel): boolean =>
	/\/\s*$/.test(text.slice(0, from)) && !/[\p{L}\p{N}]/u.test(text.slice(to));

/** A run with the labels in it. */
export const entryOf = (run: TextRun): PrintedEntry => ({
	...run,
	labels: matchLabels(run),
	isLabel: isLabelText(run.text),
});

/** Whether a text is a label, or several, and no value. */
const isLabelText = onceForTexts((text): boolean => {
	const labels = labelsIn(text);
	const share = labelShare(text, labels);
	const strongest = Math.max(0, ...labels.map(({strength}) => strength));
	// Labels are numbered in many states: `6. Place of birth`.
	const numbered = /^\(?\d{1,2}\s?[.)]\s?\p{L}{3}/u.test(text);
	// In Chinese a value may contain its label's word: an office that issues.
	const most = share >= (isHan(text) ? 0.8 : 0.6);
	const partly = share >= 0.35 && (strongest >= 8 || text.includes('/'));
	const last = labels.at(-1);
	const endsInLabel = last !== undefined && last.strength >= sureLabel && isBehindStroke(text, last);
	return most || endsInLabel || (partly && !isHan(text)) || (numbered && share > 0.2) || isPartOfLabel(text);
});
