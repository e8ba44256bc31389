import type {Command} from '../command-line/context.ts';
import {flag, text} from '../command-line/parse.ts';
import {readText} from '../command-line/read-text.ts';
import {tripOf} from '../command-line/trip-options.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {fieldLabels} from '../core/export/columns.ts';
import {judge} from '../core/passport/judge/judge.ts';
import {onDay, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import type {Issue, Passport} from '../core/passport/model/passport.ts';
import {type CheckDigit, checkDigits} from '../core/passport/mrz/check-digits.ts';
import {parseMrz} from '../core/passport/mrz/parse.ts';
import {jsonText} from '../core/records/json-text.ts';
import {jsonVersion} from '../core/records/json-version.ts';
import {legacyMembers} from '../core/records/legacy-keys.ts';
import {evidenceJson} from '../core/records/to-json.ts';
import {passportTable, textTable} from '../output/tables.ts';
import type {Language, Messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';

/**
 * `validate`: judges the lines of a machine-readable zone that are given as words or on standard input: its fields with
 * their evidence, each check digit, what was done to the text, possible repairs, and whether it will do for a trip.
 */
export const validate: Command = async context => {
	const {args, stdin, messages, language, now, out, warn} = context;
	if (args.words.length === 0 && stdin.isTTY) {
		throw new AppError('USAGE', {problem: 'needs', option: 'LINE1 LINE2', for: 'validate'});
	}

	const today = calendarDay(now());
	const trip = tripOf(args, today);
	const given = args.words.length > 0 ? args.words.join('\n') : await readText('-', stdin);
	const {reading, notes} = parseMrz(given);
	const asTable = text(args, 'output-format') === 'table';
	if (!reading) {
		const sentences = notes.map(note => sayReason(messages.reasons, note));
		const {next} = messages.commands.validate;
		for (const sentence of sentences) warn(sentence);
		for (const one of next) warn(`  → ${one}`);
		if (!asTable) out(`${jsonText(refusal(sentences, next))}\n`);
		return exitCodes.noUsableInput;
	}

	const judged = judge(reading, {today});
	const onTrip = onDay(judged, today, trip);
	const passport = {...onTrip, issues: [...notes, ...onTrip.issues]};
	const day = {today, trip};
	out(asTable ? asText(passport, day, language, messages) : `${jsonText(validationJson(passport, day, messages))}\n`);
	const looked = passport.status === 'clean' && !passport.issues.some(issue => issue.blocks);
	return flag(args, 'strict') && !looked ? exitCodes.mustLook : exitCodes.ok;
};

const refusal = (sentences: readonly string[], next: readonly string[]) => ({
	success: false,
	error_code: 'NO_PASSPORT_FOUND',
	error_kind: 'NO_PASSPORT_FOUND',
	error_message: sentences.join(' '),
	next_steps: next,
});

function asText(passport: Passport, day: TripDay, language: Language, messages: Messages): string {
	const {validate: words, about, comma} = messages.commands;
	const digit = ({name, printed, expected, verdict}: CheckDigit) => [
		words.of[name],
		printed,
		expected,
		words.verdicts[verdict],
	];
	const others = passport.fields.filter(field => field.alternatives.length > 0);
	return [
		...passport.lines.map(line => `${line}\n`),
		'\n',
		passportTable(passport, day, language, messages),
		...others.map(
			field =>
				`  ? ${about(`${words.otherReadings}${comma}${fieldLabels[field.key][language]}`, field.alternatives.map(one => one.value).join(' · '))}\n`,
		),
		'\n',
		textTable([
			[words.digits, words.printed, words.expected, words.verdict],
			...checkDigits(passport.shape, passport.lines).map(digit),
		]),
	].join('');
}

/** The object of `recognize`, less what only a picture has, and with the check digits. */
function validationJson(passport: Passport, {today, trip}: TripDay, messages: Messages): unknown {
	const {shape, lines, status, issues, fields} = passport;
	return {
		success: true,
		...legacyMembers(passport),
		passport_ocr: {
			version: jsonVersion,
			status,
			validity: validityOf(passport, today, trip),
			shape,
			lines,
			check_digits: checkDigits(shape, lines),
			evidence: Object.fromEntries(fields.map(field => [field.key, evidenceJson(field)])),
			issues: issues.map((issue: Issue) => ({...issue, message: sayReason(messages.reasons, issue)})),
		},
	};
}
