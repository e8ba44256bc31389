import {judge} from '../../../source/core/passport/judge.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';

export const today = {year: 2026, month: 11, day: 22};

/** The specimen of ICAO 9303-4, with an expiry that is still to come. */
const specimen = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F3204159ZE184226B<<<<<18',
] as const;

/** A record of an invented person, judged as an engine's reading would be. */
export function sampleRecord(
	changes: Partial<PassportRecord> = {},
	lines: readonly [string, string] = specimen,
): PassportRecord {
	return {
		path: '/pictures/anna.jpg',
		sha256: 'a'.repeat(64),
		engine: 'offline',
		engineVersion: '1',
		recognizedAt: '2026-11-22T06:00:00+01:00',
		passport: judge({engine: 'offline', shape: 'TD3', lines: lines.map(text => ({text}))}, {today}),
		review: {state: 'unreviewed', edits: {}, confirmed: []},
		extra: {},
		...changes,
	};
}
