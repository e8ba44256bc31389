import {isComplete, parseDate} from '../model/dates.ts';
import {type DocumentClass, documentClassOf} from '../model/document.ts';
import {cut, cutNumber, type DigitName, type Layout, layoutOf, layouts, put, type Slot} from '../model/layouts.ts';
import type {CalendarDay, Issue, Passport} from '../model/passport.ts';
import type {Reading} from '../model/reading.ts';
import {type CheckDigit, checkDigits} from '../mrz/check-digits.ts';
import {longNumber} from '../mrz/long-number.ts';
import {mrzLines} from '../mrz/mrz-lines.ts';
import {printedFor, printedValue} from '../printed/printed-values.ts';
import {lacksLetter, repairCode} from '../repair/code.ts';
import type {Repaired} from '../repair/digits.ts';
import {type RepairedNames, repairNames} from '../repair/names.ts';
import {repairDate, repairDigitPlaces, repairNumber} from '../repair/repair.ts';
import {judgeCode} from './code.ts';
import {crossCheck} from './cross-check.ts';
import {judgeDate} from './date.ts';
import {blocking, type Finding, notice} from './finding.ts';
import {judgeNames} from './names.ts';
import {withNotInPrint} from './not-in-print.ts';
import {judgeNumber} from './number.ts';
import {numberPlace} from './number-place.ts';
import {judgeOptional} from './optional.ts';
import type {JudgeOptions} from './options.ts';
import {withStatus} from './passport-status.ts';
import {judgePrintedFields, withPrintedTexts} from './printed-fields.ts';
import {weighRunnerUps} from './runner-up.ts';
import {judgeSex} from './sex.ts';
import {thresholds} from './thresholds.ts';
import {judgeType} from './type.ts';
import {unseenIn} from './unseen.ts';
import {judgeWithoutLines} from './without-lines.ts';

type MrzVerdict = {
	readonly all: readonly Finding[];
	readonly lines: readonly string[];
	readonly issues: readonly Issue[];
};

/** First letters of the document code (ICAO 9303-4, -5, -6 and -7, §4.2.2). */
const beginsAs: Readonly<Record<DocumentClass, RegExp>> = {passport: /^P/, id: /^[ACI]/, visa: /^V/};

const isInComposite = ({digits}: Layout, [line, from]: Slot): boolean =>
	digits.some(
		({name, over}) => name === 'composite' && over.some(([on, a, b]) => on === line && from >= a && from < b),
	);

/** Where line 1 lost a letter of its code, the third one is the first of the names. */
function withLostLetter(names: RepairedNames, issuer: string, holder: string): RepairedNames {
	const [, , first = '<'] = issuer;
	if (first === '<' || !lacksLetter(issuer, holder)) return names;
	return {...names, offers: [(first + names.raw).slice(0, names.raw.length), ...names.offers]};
}

/** The fields of the MRZ, each repaired where something printed proves it, and judged. */
function judgeMrz(reading: Reading, today: CalendarDay, reference: CalendarDay): MrzVerdict {
	const mrz = mrzLines(reading);
	const layout = layoutOf(reading.shape, mrz.texts);
	const slot = (key: keyof typeof layout.fields): Slot => layout.fields[key]!;
	const line = (at: Slot) => mrz.lines[at[0]];
	const issuerAt = slot('issuing_country_code');
	const holderAt = slot('holder_country_code');
	const birthAt = slot('birth_date');
	const expiryAt = slot('expiry_date');

	const before = mrz.texts;
	const places = repairDigitPlaces(layout, before);
	const issuerBefore = cut(before, issuerAt);
	const holderBefore = cut(before, holderAt);
	const issuer = repairCode(issuerBefore, holderBefore);
	const holder = repairCode(holderBefore, issuerBefore);
	const names = withLostLetter(repairNames(cut(before, layout.names)), issuerBefore, holderBefore);
	let lines: readonly string[] = places.lines;
	const set = (at: Slot, text: string) => {
		if (cut(lines, at) !== text) lines = put(lines, at, text);
	};
	set(issuerAt, issuer.raw);
	set(holderAt, holder.raw);
	set(layout.names, names.raw);
	const isUnseen = unseenIn(mrz.lines);
	let digits = checkDigits(reading.shape, lines, isUnseen);
	const take = (repaired: Repaired): Repaired => {
		if (repaired.changed > 0) {
			lines = repaired.lines;
			digits = checkDigits(reading.shape, lines, isUnseen);
		}
		return repaired;
	};
	const number = take(repairNumber(layout, lines, digits));
	const birth = take(repairDate(layout, lines, 'birth', today, digits));
	const expiry = take(repairDate(layout, lines, 'expiry', today, digits));

	const digit = (name: DigitName): CheckDigit | undefined => digits.find(one => one.name === name);
	const raw = (at: Slot) => cut(lines, at);
	const typeAt = slot('document_type');
	const sexAt = slot('sex');
	// In the order of `fields`, which is the order of display.
	const all: Finding[] = [
		judgeNumber({
			...numberPlace(layout, mrz.lines),
			raw: cutNumber(lines, layout),
			before: cutNumber(before, layout),
			digit: digit('number'),
			repaired: number,
			issuer: reading.shape === 'TD3' ? issuer.raw : '',
			blindMargin: reading.shape === 'TD3' ? thresholds.blindMargin : thresholds.otherBlindMargin,
			long: longNumber(reading.shape, lines),
		}),
		...judgeNames({
			line: line(layout.names),
			before: cut(before, layout.names),
			slot: layout.names,
			repaired: names,
			margin: reading.shape === 'TD3' ? thresholds.nameMargin : thresholds.otherNameMargin,
		}),
		judgeCode({
			key: 'holder_country_code',
			line: line(holderAt),
			before: holderBefore,
			slot: holderAt,
			repaired: holder,
			other: issuer.raw,
			otherPlace: {line: line(issuerAt), slot: issuerAt},
		}),
		judgeDate({
			key: 'birth_date',
			line: line(birthAt),
			raw: raw(birthAt),
			before: cut(before, birthAt),
			slot: birthAt,
			digit: digit('birth'),
			repaired: birth,
			reference,
		}),
		judgeSex(line(sexAt), raw(sexAt), sexAt),
		judgeDate({
			key: 'expiry_date',
			line: line(expiryAt),
			raw: raw(expiryAt),
			before: cut(before, expiryAt),
			slot: expiryAt,
			digit: digit('expiry'),
			repaired: expiry,
			reference,
		}),
		judgeCode({
			key: 'issuing_country_code',
			line: line(issuerAt),
			before: issuerBefore,
			slot: issuerAt,
			repaired: issuer,
			other: holder.raw,
			otherPlace: {line: line(holderAt), slot: holderAt},
		}),
		judgeType(line(typeAt), raw(typeAt), typeAt, issuer.raw),
		...(['optional_data_mrz', 'optional_data_2_mrz'] as const).flatMap(key => {
			const at = layout.fields[key];
			if (!at) return [];
			return judgeOptional({
				key,
				line: line(at),
				raw: raw(at),
				slot: at,
				digit: key === 'optional_data_mrz' ? digit('optional') : undefined,
				isInComposite: isInComposite(layout, at) && digits.every(({verdict}) => verdict === 'verified'),
				issuer: reading.shape === 'TD3' ? issuer.raw : '',
			});
		}),
	];

	const issues: Issue[] = [...mrz.issues];
	const code = raw(typeAt);
	if (!beginsAs[documentClassOf(reading.shape)].test(code) && !isUnseen(typeAt[0], typeAt[1])) {
		const isPassport = reading.shape === 'TD3';
		const why = isPassport ? ('other-document' as const) : ('wrong-character' as const);
		const params = isPassport ? {shape: reading.shape, code} : {character: code.charAt(0), position: 1};
		issues.push(blocking(why, 'document_type', params));
	}
	for (const place of places.forced) {
		const from = before[place.line]!.charAt(place.position);
		issues.push(notice('repaired', place.field, {from, position: place.position + 1}));
	}
	const composite = digit('composite');
	if (composite?.verdict === 'not printed') issues.push(notice('composite-unseen'));
	if (composite?.verdict === 'refuted') {
		issues.push(blocking('composite-wrong', undefined, {printed: composite.printed, expected: composite.expected}));
	}
	const weighed = weighRunnerUps(all, reading, lines, reference);
	return {all: weighed.all, lines, issues: [...issues, ...weighed.issues]};
}

/** The day of issue, where one is printed clearly and whole: the centuries of other dates follow from it. */
function issueDay(readings: readonly Reading[], today: CalendarDay): CalendarDay | undefined {
	const clear = readings.flatMap(one =>
		printedFor(one, 'issue_date').filter(
			({aside, margin}) => !aside && (margin === undefined || margin > thresholds.printedOnlyMargin),
		),
	);
	const date = clear.map(one => parseDate(printedValue(one, today))).find(Boolean);
	return date && isComplete(date) ? date : undefined;
}

/**
 * What a reading proves. Pure and total: any reading gives a passport, at worst a `refused` one, and no input takes
 * longer than a few milliseconds.
 *
 * - A value is `verified` only if no single likely misreading could have produced it unseen.
 * - A repair is made only where something printed proves it, and is kept with what was there before.
 * - Lines without characters (the cloud, a person) are judged by what is printed alone.
 *
 * The rules are those of ICAO Doc 9303, 8th edition; each is named where it is applied.
 */
export function judge(reading: Reading, options: JudgeOptions): Passport {
	const {today} = options;
	const also = [...(reading.also ?? []), ...(options.also ?? [])];
	const readings = [reading, ...also];
	const reference = issueDay(readings, today) ?? today;
	const empty = reading.lines.every(line => line.text === '');
	const {all, lines, issues} = empty
		? {all: judgeWithoutLines(reading, today), lines: [], issues: [blocking('no-zone')]}
		: judgeMrz(reading, today, reference);
	const others = also.map(one => judge(one, {today}));
	const nameEnd = lines[layouts[reading.shape].names[0]]?.at(-1) ?? '<';
	const checked = crossCheck(
		all,
		empty ? {...reading, printed: []} : reading,
		also,
		others,
		reference,
		nameEnd !== '<',
	);
	const ofMrz = withPrintedTexts(withNotInPrint(checked, reading), readings);
	const printed = judgePrintedFields(
		readings,
		ofMrz.map(one => one.field),
		today,
	);
	const weighed = [...ofMrz, ...printed];
	const passport = withStatus(
		{
			shape: reading.shape,
			lines,
			fields: weighed.map(one => one.field),
			issues: [...(reading.issues ?? []), ...issues, ...weighed.flatMap(one => one.issues)],
			engine: reading.engine,
		},
		options,
	);
	const advice = passport.status === 'clean' ? [] : [reading, ...also].flatMap(one => one.advice ?? []);
	return advice.length === 0 ? passport : {...passport, issues: [...passport.issues, ...advice]};
}
