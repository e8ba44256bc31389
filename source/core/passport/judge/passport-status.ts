import {
	addMonths,
	type CompleteDate,
	compareDays,
	daysBetween,
	earliest,
	isComplete,
	latest,
	type PartialDate,
	parseDate,
	spanBetween,
	surelyBefore,
	yearsBetween,
} from '../model/dates.ts';
import {documentClassOf} from '../model/document.ts';
import {type FieldKey, fieldInfo, isPrintedOnly} from '../model/fields.ts';
import type {FieldValue, Issue, Passport, ReasonCode, Status} from '../model/passport.ts';
import {blocking, notice} from './finding.ts';
import type {JudgeOptions} from './options.ts';

/** Issues that follow from several fields or from the day, and are found again whenever a field changes. */
const derived: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'dates-out-of-order',
	'validity-unusual',
	'century',
	'expired',
	'expires-soon',
]);

export const isDerived = (issue: Issue): boolean => derived.has(issue.code);

/** A loop: a list asks for twenty fields of each of its rows. */
export function fieldOf(fields: readonly FieldValue[], key: FieldKey): FieldValue | undefined {
	for (let index = 0; index < fields.length; index++) if (fields[index]!.key === key) return fields[index];
	return undefined;
}

export const textOf = (fields: readonly FieldValue[], key: FieldKey): string => fieldOf(fields, key)?.value ?? '';

type Dates = {
	readonly birth: PartialDate | undefined;
	readonly expiry: PartialDate | undefined;
	readonly issued: PartialDate | undefined;
	readonly issuer: string;
	readonly today: CompleteDate;
};

/** Birth, issue, expiry must follow one another, and no birth is after today. */
function orderIssues({birth, expiry, issued, today}: Dates): Issue[] {
	if (birth && compareDays(earliest(birth), today) > 0) return [blocking('dates-out-of-order', 'birth_date')];
	const wrong =
		(birth && expiry && !surelyBefore(birth, expiry)) ||
		(birth && issued && surelyBefore(issued, birth)) ||
		(issued && expiry && !surelyBefore(issued, expiry));
	return wrong ? [blocking('dates-out-of-order', 'expiry_date')] : [];
}

/**
 * How long a passport is valid. Ten years is the most that states use, and the United Kingdom carried up to nine months
 * over from the old one until 2018. China: five years under sixteen, ten from then on.
 */
function validityIssues({birth, expiry, issued, issuer, today}: Dates): Issue[] {
	if (!expiry || !isComplete(expiry)) return [];
	const unusual = (years: number, usual: number) => [notice('validity-unusual', 'expiry_date', {years, usual})];
	const measured = (start: CompleteDate, usual: number) => {
		const {years, months, days} = spanBetween(start, expiry);
		// Years alone would name the usual number where only months or days differ.
		const rest = years === usual || years === usual - 1 ? {months, days} : {};
		return [notice('validity-unusual', 'expiry_date', {years, usual, ...rest})];
	};
	const from = issued && isComplete(issued) ? issued : undefined;
	const longest = addMonths(from ?? today, 10 * 12 + 9);
	if (compareDays(expiry, longest) > 0) return measured(from ?? today, 10);
	if (issuer !== 'CHN' || !birth || !isComplete(birth)) return [];
	const sixteenth = addMonths(birth, 16 * 12);
	if (from) {
		const years = compareDays(from, sixteenth) < 0 ? 5 : 10;
		const end = addMonths(from, years * 12);
		return Math.abs(daysBetween(end, expiry)) > 31 ? measured(from, years) : [];
	}
	// Without the date of issue: issued five years before its end to a child, or ten years before it to another.
	const asChild = compareDays(addMonths(expiry, -5 * 12), sixteenth) < 0;
	const asAdult = compareDays(addMonths(expiry, -10 * 12), addMonths(sixteenth, -1)) >= 0;
	if (!asChild && !asAdult) return unusual(10, 5);
	return asChild && !asAdult && compareDays(addMonths(expiry, -5 * 12), addMonths(today, 1)) > 0 ? unusual(10, 5) : [];
}

/**
 * The MRZ prints two digits of the year. A birth over 95 years ago might be a hundred years later but for today; a small
 * child whose passport runs longer than the five and a half years that children get may be a hundred years older. Visas
 * run as long for a child as for an adult.
 */
function centuryIssues({birth, expiry, today}: Dates, isVisa: boolean): Issue[] {
	if (!birth) return [];
	const age = yearsBetween(earliest(birth), today);
	if (age > 95) return [notice('century', 'birth_date', {year: birth.year})];
	const longForChild = !isVisa && expiry && compareDays(latest(expiry), addMonths(today, 66)) > 0;
	return age <= 2 && longForChild ? [blocking('century', 'birth_date', {year: birth.year})] : [];
}

/** That the passport has expired, or expires within six months: both can be proven, so neither blocks. */
export function expiryIssues(expiry: PartialDate | undefined, today: CompleteDate): Issue[] {
	if (!expiry) return [];
	const last = latest(expiry);
	const left = daysBetween(today, last);
	if (left < 0) return [notice('expired', 'expiry_date', {days: -left})];
	return compareDays(last, addMonths(today, 6)) < 0 ? [notice('expires-soon', 'expiry_date', {days: left})] : [];
}

/** Why a date of issue is not held against the other dates: it may be misread, or another date of the page. */
const uncertain: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['read-weakly', 'dates-out-of-order']);

const fitsExpiry: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['usual-validity', 'engines-agree', 'confirmed']);

/** The date of issue, where it was read well enough to be held against other dates. */
export function issueDateOf(fields: readonly FieldValue[]): PartialDate | undefined {
	const field = fieldOf(fields, 'issue_date');
	const {reasons = []} = field?.evidence ?? {};
	const isUncertain = reasons.some(({code}) => uncertain.has(code)) && !reasons.some(({code}) => fitsExpiry.has(code));
	return isUncertain ? undefined : parseDate(field?.value ?? '');
}

/** What the dates say together and against the day. */
function dateIssues(passport: Pick<Passport, 'fields' | 'shape'>, {today}: JudgeOptions): Issue[] {
	const dates: Dates = {
		birth: parseDate(textOf(passport.fields, 'birth_date')),
		expiry: parseDate(textOf(passport.fields, 'expiry_date')),
		issued: issueDateOf(passport.fields),
		issuer: textOf(passport.fields, 'issuing_country_code'),
		today,
	};
	const {shape} = passport;
	return [
		...orderIssues(dates),
		// How long cards and visas are valid is each state's own affair.
		...(shape === 'TD3' ? validityIssues(dates) : []),
		...centuryIssues(dates, documentClassOf(shape) === 'visa'),
		...expiryIssues(dates.expiry, today),
	];
}

const proven = (field: FieldValue): boolean =>
	field.evidence.level === 'verified' || field.evidence.level === 'supported';

/** A person has vouched for the field, so that what follows from its value is theirs to know. */
const vouched = (field: FieldValue | undefined): boolean =>
	field?.evidence.reasons.some(one => one.code === 'edited' || one.code === 'confirmed') ?? false;

/** The status that fields and issues make. */
export function statusOf(fields: readonly FieldValue[], issues: readonly Issue[]): Status {
	if (!fields.some(({key, value}) => value !== '' && !isPrintedOnly(key))) return 'refused';
	if (issues.some(issue => issue.blocks)) return 'check';
	return fields.every(field => !fieldInfo(field.key).decides || proven(field)) ? 'clean' : 'check';
}

/** The passport as a whole: its derived issues and its status, from its fields and the issues of each. */
export function withStatus(passport: Omit<Passport, 'status'>, options: JudgeOptions): Passport {
	const found = dateIssues(passport, options).map(issue =>
		issue.blocks && issue.field && vouched(fieldOf(passport.fields, issue.field)) ? {...issue, blocks: false} : issue,
	);
	const issues = passport.issues.filter(issue => !isDerived(issue)).concat(found);
	const {shape, lines, fields, engine} = passport;
	return {shape, lines, fields, issues, status: statusOf(fields, issues), engine};
}
