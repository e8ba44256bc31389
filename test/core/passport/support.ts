import {judge} from '../../../source/core/passport/judge/judge.ts';
import type {JudgeOptions} from '../../../source/core/passport/judge/options.ts';
import type {FieldKey} from '../../../source/core/passport/model/fields.ts';
import type {FieldValue, Passport, ReasonCode} from '../../../source/core/passport/model/passport.ts';
import type {LineReading, Reading} from '../../../source/core/passport/model/reading.ts';
import {checkDigit} from '../../../source/core/passport/mrz/check-digits.ts';
import {parseMrz} from '../../../source/core/passport/mrz/parse.ts';

export const today = {year: 2026, month: 11, day: 22} as const;

/** ICAO's own specimen, 9303-4 appendix B. */
export const icao = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;

export type ZoneParts = {
	type?: string;
	issuer?: string;
	names?: string;
	number?: string;
	nationality?: string;
	birth?: string;
	sex?: string;
	expiry?: string;
	optional?: string;
	optionalDigit?: string;
};

const digit = (text: string): string => checkDigit(text) ?? '0';

/** Two lines of TD3 with every check digit right for what they print. */
export function mrz({
	type = 'P<',
	issuer = 'USA',
	names = 'ERIKSSON<<ANNA<MARIA',
	number = 'L89890203',
	nationality = issuer,
	birth = '740812',
	sex = 'F',
	expiry = '310415',
	optional = '',
	optionalDigit,
}: ZoneParts = {}): [string, string] {
	const first = `${type}${issuer.padEnd(3, '<')}${names}`.padEnd(44, '<').slice(0, 44);
	const numbers = number.padEnd(9, '<') + digit(number.padEnd(9, '<'));
	const dates = birth + digit(birth);
	const ends = expiry + digit(expiry);
	const filled = optional.padEnd(14, '<');
	const rest = filled + (optionalDigit ?? digit(filled));
	const composite = digit(numbers + dates + ends + rest);
	return [first, `${numbers}${nationality.padEnd(3, '<')}${dates}${sex}${ends}${rest}${composite}`];
}

/** The lines as the cloud gives them: no margins. */
export const bare = (lines: readonly string[], rest: Partial<Reading> = {}): Reading => ({
	engine: 'xiangyun',
	shape: 'TD3',
	lines: lines.map(text => ({text})),
	...rest,
});

/** The lines as an engine gives them that saw every character, by default clearly. */
export function seen(lines: readonly string[], margin: (line: number, position: number) => number = () => 9): Reading {
	const read = lines.map(
		(text, line): LineReading => ({
			text,
			characters: [...text].map((character, position) => ({
				seen: character,
				margin: margin(line, position),
				alternatives: [],
			})),
			runnerUp: 9,
		}),
	);
	return {engine: 'offline', shape: 'TD3', lines: read};
}

export const judged = (reading: Reading, options: Partial<JudgeOptions> = {}): Passport =>
	judge(reading, {today, ...options});

export const field = (passport: Passport, key: FieldKey): FieldValue => passport.fields.find(one => one.key === key)!;

export const level = (passport: Passport, key: FieldKey) => field(passport, key).evidence.level;

export const reasons = (passport: Passport, key: FieldKey): ReasonCode[] =>
	field(passport, key).evidence.reasons.map(one => one.code);

export const issues = (passport: Passport): ReasonCode[] => passport.issues.map(one => one.code);

export const blocks = (passport: Passport): ReasonCode[] =>
	passport.issues.filter(one => one.blocks).map(one => one.code);

/** Pasted text, parsed and judged. */
export function pasted(text: string): Passport {
	const {reading} = parseMrz(text);
	if (!reading) throw new Error(`no mrz in ${JSON.stringify(text)}`);
	return judged(reading);
}

export const notes = (text: string): ReasonCode[] => parseMrz(text).notes.map(one => one.code);

export const at = (text: string, position: number, character: string): string =>
	text.slice(0, position) + character + text.slice(position + 1);
