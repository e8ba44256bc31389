import {traitsOf} from '../engines/choice.ts';
import type {Engine} from '../engines/engine.ts';
import {AppError} from '../errors.ts';
import {judge} from '../passport/judge/judge.ts';
import type {CalendarDay, Issue, Passport} from '../passport/model/passport.ts';
import type {PageReading, Reading} from '../passport/model/reading.ts';
import {fileOf, partOf, passportOn} from '../picture-address.ts';
import type {Picture} from '../pictures/picture.ts';
import {geometryOf} from '../records/geometry.ts';
import type {PassportRecord} from '../records/record.ts';
import {isTouched} from '../records/reuse.ts';
import type {Beside} from '../records/sidecars/look-beside.ts';
import {isoTime} from '../records/time.ts';

/** The record of a page's own address, and of each further passport on it. */
export type PageRecords = readonly [PassportRecord, ...PassportRecord[]];

type Read = {
	readonly engine: Engine;
	readonly today: CalendarDay;
	readonly now: Date;
	readonly beside: Beside;
};

/**
 * Judges what an engine saw on a page and makes a record of each passport.
 *
 * @param picture Its path is the address of the page.
 * @throws AppError NO_PASSPORT_FOUND where none could be shown
 */
export function recordsOf(picture: Picture, readings: PageReading, {engine, today, now, beside}: Read): PageRecords {
	const {path, sha256, pages, file} = picture;
	const shown = judged(readings, today);
	if (shown.length === 0) throw new AppError('NO_PASSPORT_FOUND', {path});
	const failures = beside.failures.filter(failure => failure.engine !== engine.id);
	const records = shown.map(({reading, passport}, index): PassportRecord => {
		// The cloud knows no places; where this computer has found the lines, they still are.
		const geometry = geometryOf(reading) ?? (index === 0 ? beside.record?.geometry : undefined);
		return {
			path: passportOn(path, index + 1, pages),
			sha256,
			...(file ? {file} : {}),
			engine: engine.id,
			engineVersion: engine.version,
			recognizedAt: isoTime(now),
			passport,
			review: {state: 'unreviewed', edits: {}, confirmed: []},
			...(geometry ? {geometry} : {}),
			...(traitsOf(engine.id).keepsAnswer && reading.answer ? {answer: reading.answer} : {}),
			...(index === 0 && failures.length > 0 ? {failures} : {}),
		};
	});
	return records as [PassportRecord, ...PassportRecord[]];
}

/** The passports that can be shown; the first says how many more there are. */
function judged(readings: readonly Reading[], today: CalendarDay): readonly {reading: Reading; passport: Passport}[] {
	const shown = readings
		.map(reading => ({reading, passport: judge(reading, {today})}))
		.filter(({passport}) => passport.status !== 'refused');
	const [first, ...others] = shown;
	const count = readings.length - shown.length;
	if (!first || count === 0) return shown;
	const unread: Issue = {code: 'passport-unread', params: {count}, blocks: true};
	const reading = {...first.reading, issues: [...(first.reading.issues ?? []), unread]};
	return [{reading, passport: judge(reading, {today})}, ...others];
}

/** At least this share of the characters of two readings of one passport is equal. */
const alike = 0.6;

/**
 * Records of a new reading, in which those of the same passports that are kept stay as they are, unless a service has
 * answered about one that no person has worked on: the answer was paid for.
 */
export function withKept(records: PageRecords, kept: readonly PassportRecord[], pages: number): PageRecords {
	const merged = [...records];
	const taken = new Set<number>();
	for (const record of kept) {
		const likeness = merged.map((one, place) => (taken.has(place) ? 0 : likenessOf(one, record)));
		const best = likeness.indexOf(Math.max(...likeness));
		const place = likeness[best]! >= alike ? best : merged.length;
		taken.add(place);
		if (merged[place]?.answer && !isTouched(record)) continue;
		merged[place] = {...record, path: passportOn(records[0].path, place + 1, pages)};
	}
	return merged as unknown as PageRecords;
}

const likenessOf = ({passport: {lines}}: PassportRecord, {passport: {lines: others}}: PassportRecord): number => {
	const [text, other] = [lines.join(''), others.join('')];
	const equal = [...text].filter((character, at) => character === other[at]).length;
	return text.length === 0 ? 0 : equal / text.length;
};

/** The records of a page as those of another file with the same content. */
export const movedTo = (records: PageRecords, path: string): PageRecords =>
	records.map(record => ({...record, path: `${fileOf(path)}${partOf(record.path)}`})) as unknown as PageRecords;
