import {blocking, notice} from '../judge/finding.ts';
import type {Issue} from '../model/passport.ts';
import type {Reading} from '../model/reading.ts';
import {findMrz} from './find-mrz.ts';
import {readable} from './normalise.ts';
import {whyNoMrz} from './why-no-mrz.ts';

/** Two whole lines of passport size and nothing else: what nearly every text is, and what needs no search. */
const wholeMrz = /^([PVIAC][A-Z0-9<]{43})\r?\n([A-Z0-9<]{44})\s*$/;

/**
 * Pasted text as a reading by a person: the MRZ is found among other lines, brought into its alphabet and to its length
 * (ICAO 9303-4 §4.2.2 for TD3; -5, -6, -7 for the others). Everything that was done is noted. Never throws, and takes no
 * longer than a few milliseconds whatever the text is.
 */
export function parseMrz(text: string): {reading: Reading; notes: Issue[]} | {reading: undefined; notes: Issue[]} {
	const whole = text.length < 100 ? wholeMrz.exec(text) : null;
	if (whole) {
		const shape = whole[1]!.startsWith('V') ? 'MRV-A' : 'TD3';
		return {reading: {engine: 'person', shape, lines: [{text: whole[1]!}, {text: whole[2]!}]}, notes: []};
	}
	const {lines: all, notes} = readable(text);
	const {mrz, lines} = findMrz(all);
	if (!mrz) return {reading: undefined, notes: [...notes, whyNoMrz(lines)]};
	mrz.before.forEach((before, index) => {
		const aligned = mrz.aligned[index]!;
		if (before === aligned.text) return;
		const params = {line: index + 1, from: before.length, to: aligned.text.length};
		notes.push(aligned.proven ? notice('realigned', undefined, params) : blocking('realigned', undefined, params));
	});
	if (lines.length > mrz.texts.length) {
		notes.push(notice('text-ignored', undefined, {lines: lines.length - mrz.texts.length}));
	}
	return {reading: {engine: 'person', shape: mrz.shape, lines: mrz.texts.map(line => ({text: line}))}, notes};
}
