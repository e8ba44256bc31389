import {blocking, notice} from '../judge/finding.ts';
import {layouts} from '../model/layouts.ts';
import type {Issue} from '../model/passport.ts';
import type {LineReading, Reading} from '../model/reading.ts';
import {align} from './align.ts';
import {readable} from './normalise.ts';

export type MrzLines = {
	/** As many lines as the shape has, each of its length, of `A-Z0-9<` alone. */
	readonly texts: readonly string[];
	/** The lines as read, without characters where they are no longer at their places. */
	readonly lines: readonly LineReading[];
	readonly issues: readonly Issue[];
};

const proper = /^[A-Z0-9<]*$/;

/** The lines of a reading as its shape has them; what had to be done is an issue, and blocks where nothing proves it. */
export function mrzLines(reading: Reading): MrzLines {
	const layout = layouts[reading.shape];
	const given = reading.lines.slice(0, layout.lines).map(line => line.text);
	if (given.length === layout.lines && given.every(text => text.length === layout.length && proper.test(text))) {
		return {texts: given, lines: reading.lines, issues: []};
	}
	const issues: Issue[] = [];
	const cleaned = given.map(text => {
		if (proper.test(text)) return text;
		const {lines, notes} = readable(text);
		issues.push(...notes);
		return lines.map(line => (line.spaced.length <= layout.length ? line.spaced : line.text)).join('');
	});
	while (cleaned.length < layout.lines) cleaned.push('');
	const aligned = align(reading.shape, cleaned);
	const texts = cleaned.map((text, index) => {
		if (text.length === layout.length) return text;
		const params = {line: index + 1, from: text.length, to: layout.length};
		const one = aligned?.[index];
		if (one === undefined) issues.push(blocking('wrong-length', undefined, params));
		else issues.push(one.proven ? notice('realigned', undefined, params) : blocking('realigned', undefined, params));
		return one?.text ?? text.slice(0, layout.length).padEnd(layout.length, '<');
	});
	const lines = texts.map((text, index) => {
		const old = reading.lines[index];
		return old?.text === text ? old : {text};
	});
	return {texts, lines, issues};
}
