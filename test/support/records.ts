import {judge} from '../../source/core/passport/judge/judge.ts';
import type {FieldKey} from '../../source/core/passport/model/fields.ts';
import type {CalendarDay} from '../../source/core/passport/model/passport.ts';
import type {Reading} from '../../source/core/passport/model/reading.ts';
import {checkDigit} from '../../source/core/passport/mrz/check-digits.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';

export const today: CalendarDay = {year: 2026, month: 11, day: 22};

/** Line 1 and line 2 of an invented person of Utopia; every check digit is right. */
export const mrz = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F3204153ZE184226B<<<<<16',
] as const;

/** The same person's MRZ with another passport number for each `index`; 0 is `mrz` itself. */
export function numbered(index: number): readonly [string, string] {
	if (index === 0) return mrz;
	const number = `L8${String(index).padStart(4, '0')}2C3`;
	const line = `${number}${checkDigit(number)}${mrz[1].slice(10, 43)}`;
	return [mrz[0], line + checkDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43))];
}

/** The MRZ with a wrong check digit of the number: 6 is right, and the overall digit fits the wrong one. */
export const misprinted: readonly [string, string] = (() => {
	const line = `${mrz[1].slice(0, 9)}5${mrz[1].slice(10, 43)}`;
	return [mrz[0], line + checkDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43))];
})();

/** The lines of `numbered` with another date of expiry, `YYMMDD`; every check digit is right. */
export function withExpiry(expiry: string, index = 0): readonly [string, string] {
	const [first, second] = numbered(index);
	const line = `${second.slice(0, 21)}${expiry}${checkDigit(expiry)}${second.slice(28, 43)}`;
	return [first, line + checkDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43))];
}

/** A reading of `lines` in which every character but those of `weak` was read clearly. */
export const reading = (
	lines: readonly string[] = mrz,
	weak: readonly (readonly [line: number, at: number])[] = [],
): Reading => ({
	engine: 'offline',
	shape: 'TD3',
	lines: lines.map((text, line) => ({
		text,
		characters: [...text].map((seen, at) => ({
			seen,
			margin: weak.some(([weakLine, weakAt]) => weakLine === line && weakAt === at) ? 0.5 : 12,
			alternatives: [],
		})),
		runnerUp: 20,
	})),
});

/** A record of an invented passport, judged as the program judges. */
export function recordOf(
	path: string,
	options: {reading?: Reading; sha256?: string} & Partial<PassportRecord> = {},
): PassportRecord {
	const {reading: read = reading(), ...rest} = options;
	return {
		path,
		sha256: 'a'.repeat(64),
		engine: 'offline',
		engineVersion: '1',
		recognizedAt: '2026-11-22T06:00:00+00:00',
		passport: judge(read, {today}),
		review: {state: 'unreviewed', edits: {}, confirmed: []},
		...rest,
	};
}

/** A record whose picture is its own, with some values changed. */
export function person(
	path: string,
	values: Partial<Record<FieldKey, string>> = {},
	rest: Partial<PassportRecord> = {},
): PassportRecord {
	const record = recordOf(path, {sha256: path, ...rest});
	const fields = record.passport.fields.map(field => ({...field, value: values[field.key] ?? field.value}));
	return {...record, passport: {...record.passport, fields}};
}
