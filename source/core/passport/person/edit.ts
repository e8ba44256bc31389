import {blocking, notice, reason} from '../judge/finding.ts';
import {formReason, isSeenByDigit} from '../judge/number.ts';
import type {JudgeOptions} from '../judge/options.ts';
import {fieldOf, isDerived, textOf, withStatus} from '../judge/passport-status.ts';
import {digitsOf} from '../judge/unseen.ts';
import {type FieldKey, fieldInfo, fields, isPrintedOnly, type PrintedFieldKey} from '../model/fields.ts';
import {type DigitName, layoutOf, putDigits} from '../model/layouts.ts';
import type {Alternative, FieldValue, Issue, Level, Passport, Reason, ReasonCode} from '../model/passport.ts';
import {nameToMrz} from '../mrz/names.ts';
import {exportCode} from '../tables/codes.ts';
import {checkInput, isContinued, issuerOfForms, putValue, slotOf, toMrz} from './check-input.ts';

export {checkInput} from './check-input.ts';

/** Issues that are judged again after an edit of any field. */
const rejudged: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
	'composite-wrong',
	'number-pattern-wrong',
	'number-pattern-unusual',
]);

/** What the check digits say once the person's value is in the lines, and whether the number suits its issuer. */
function issuesOf(passport: Passport): Issue[] {
	const issues: Issue[] = [];
	const composite = digitsOf(passport).find(one => one.name === 'composite');
	if (composite?.verdict === 'refuted' && passport.lines.length > 0) {
		issues.push(blocking('composite-wrong', undefined, {printed: composite.printed, expected: composite.expected}));
	}
	const value = textOf(passport.fields, 'passport_number');
	const number = toMrz(passport, 'passport_number', value);
	const unusual = value !== '' && number && formReason(number, issuerOfForms(passport));
	// A person vouches for what they typed; what was read is still in doubt.
	const typed = fieldOf(passport.fields, 'passport_number')?.evidence.reasons.some(one => one.code === 'edited');
	if (unusual) {
		const blocks = unusual.code === 'number-pattern-wrong' && !typed;
		issues.push((blocks ? blocking : notice)(unusual.code, 'passport_number', unusual.params));
	}
	return issues;
}

function levelOf(passport: Passport, key: FieldKey, mrz: string | undefined, agrees: boolean): Level {
	if (!agrees) return 'supported';
	const isSeen = key !== 'passport_number' || (mrz !== undefined && isSeenByDigit(mrz, issuerOfForms(passport)));
	return isSeen ? 'verified' : 'supported';
}

/**
 * The person's value for a field, normalised as `checkInput` does. The MRZ's lines follow where they can hold the
 * value, so that their check digits are judged again; a printed digit that contradicts the person stays an issue, and
 * so does a value that the field cannot have.
 */
export function editField(passport: Passport, key: FieldKey, value: string, options: JudgeOptions): Passport {
	const known = fieldOf(passport.fields, key);
	const old = known ?? (isPrintedOnly(key) ? emptyField(key) : undefined);
	if (!old) return passport;
	const {value: typed, problem, text: entered} = checkInput(passport, key, value, options);
	const {kind} = fieldInfo(key);
	// What is no date is kept as it was typed.
	const plain = kind === 'name' ? typed.replace(/ {2,}/g, ' ') : typed || entered.trim();
	const text = kind === 'code' ? exportCode(plain) : plain;
	const mrz = toMrz(passport, key, text);
	const slot = slotOf(passport, key);
	const filled = mrz !== undefined && slot ? putValue(passport, key, slot, mrz) : passport.lines;
	const read = old.alternatives.find(one => one.value === text)?.digits;
	const lines = read ? putDigits(passport.shape, filled, read) : filled;
	// The lines keep what was read where they cannot hold the value.
	const digits = mrz === undefined ? [] : digitsOf({...passport, lines});
	const digit = digits.find(one => one.field === key && one.printed !== '');
	const isJoined = isContinued(passport, key, text);
	const agrees = digit?.verdict === 'verified';
	const reasons: Reason[] = [reason('edited')];
	const issues = passport.issues.filter(issue => !isDerived(issue) && !rejudged.has(issue.code) && issue.field !== key);
	if (problem) issues.push(blocking(problem.code, key, problem.params));
	if (digit && digit.verdict !== 'not printed' && !isJoined) {
		const wrong = {printed: digit.printed, expected: digit.expected};
		reasons.push(agrees ? reason('check-digit', {digit: digit.printed}) : reason('check-digit-wrong', wrong));
		if (!agrees) issues.push(blocking('check-digit-wrong', key, wrong));
	}
	const missing = old.evidence.reasons.find(({code}) => code === 'unseen');
	if (missing && digit?.verdict === 'not printed') reasons.push(missing);
	const was: Alternative = {
		value: old.value,
		source: isPrintedOnly(key) ? 'printed' : 'mrz',
		...(read ? {digits: digitsAt(passport, Object.keys(read) as DigitName[])} : {}),
	};
	const others = old.alternatives.filter(one => one.value !== text && one.value !== old.value);
	const changed: FieldValue = {
		key,
		value: text,
		raw: kind === 'name' ? nameToMrz(text) : (mrz ?? text),
		evidence: {level: problem ? 'refuted' : levelOf(passport, key, mrz, agrees), reasons},
		alternatives: old.value === text || old.value === '' || isEdited(old) ? others : [was, ...others],
		...(old.printed ? {printed: old.printed} : {}),
	};
	const next = {...passport, lines, fields: withField(passport.fields, changed)};
	return withStatus({...next, issues: [...issues, ...issuesOf(next)]}, options);
}

const isEdited = ({evidence}: FieldValue): boolean => evidence.reasons.some(({code}) => code === 'edited');

/** A field that only the page prints, of which nothing was read. */
export const emptyField = (key: PrintedFieldKey): FieldValue => ({
	key,
	value: '',
	raw: '',
	evidence: {level: 'unverified', reasons: []},
	alternatives: [],
});

/** The fields with another one in its place; without it where it was typed, is empty again, and nothing was read of it. */
function withField(all: readonly FieldValue[], changed: FieldValue): readonly FieldValue[] {
	const {key, value, printed, alternatives} = changed;
	const isGone = value === '' && isPrintedOnly(key) && !printed && alternatives.length === 0;
	return fields.flatMap(one => {
		if (one.key === key) return isGone ? [] : [changed];
		return fieldOf(all, one.key) ?? [];
	});
}

const digitsAt = ({shape, lines}: Passport, names: readonly DigitName[]) =>
	Object.fromEntries(
		layoutOf(shape, lines).digits.flatMap(({name, line, position}) =>
			names.includes(name) ? [[name, lines[line]!.charAt(position)]] : [],
		),
	);

/** The person looked at the field and found it right: what was an obstacle in it becomes a notice. */
export function confirmField(passport: Passport, key: FieldKey, options: JudgeOptions): Passport {
	const old = fieldOf(passport.fields, key);
	if (!old) return passport;
	const {level, reasons} = old.evidence;
	const changed: FieldValue = {
		...old,
		evidence: {
			level: level === 'verified' ? 'verified' : 'supported',
			reasons: reasons.some(one => one.code === 'confirmed') ? reasons : [reason('confirmed'), ...reasons],
		},
	};
	const fields = passport.fields.map(field => (field.key === key ? changed : field));
	const issues = passport.issues.map(issue =>
		issue.field === key && issue.blocks ? {...issue, blocks: false} : issue,
	);
	return withStatus({...passport, fields, issues}, options);
}
