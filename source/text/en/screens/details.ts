import {type Step, stepWords} from '../steps.ts';

const at = ([x, y]: readonly number[]): string => `${x}, ${y}`;

/** All that is known of a picture. */
export const details = {
	hint: 'All that is known of this picture.',
	picture: 'Picture',
	readBy: (engine: string, version: string, when: string) => `Read by ${engine}, ${version}, ${when}`,
	typed: (when: string) => `Typed by hand, ${when}`,
	pixels: (width: number, height: number) => `${width} by ${height} pixels`,
	hash: (sha256: string) => `SHA-256 ${sha256}`,
	decisions: 'Decisions',
	undecided: 'Not decided',
	decided: (state: string, when: string) => (when === '' ? state : `${state}, ${when}`),
	edited: (field: string, from: string, to: string) => `${field}: "${from}" became "${to}"`,
	confirmed: (fields: readonly string[]) => `Found right: ${fields.join(', ')}`,
	step: (place: number, step: Step) => `${place}. ${stepWords(step)}`,
	field: (name: string, value: string, level: string) => `${name}: ${value} (${level})`,
	inMrz: (raw: string, line: number, from: number, to: number) =>
		`MRZ line ${line}, ${from === to ? `character ${from}` : `characters ${from} to ${to}`}: ${raw}`,
	printed: (text: string) => `Printed text: ${text}`,
	box: (from: readonly number[], to: readonly number[], height: number) =>
		`Printed from ${at(from)} to ${at(to)}, ${height} pixels high`,
	repaired: (before: string) => `Repaired; it was read as ${before}`,
	other: (value: string, source: string) => `Another reading: ${value} (${source})`,
	decidesNothing: 'This field does not decide whether the passport is proven.',
	line: (line: number, from: readonly number[], to: readonly number[], pitch: number) =>
		`Line ${line} from ${at(from)} to ${at(to)}, a character each ${pitch} pixels`,
	page: 'Page',
};
