import {accept} from './accept.ts';
import {checkDigits} from './check-digits.ts';
import {clarityOf} from './clarity.ts';
import {conclude, runnerUpIssues} from './conclude.ts';
import {fields as fieldTable} from './fields.ts';
import {judgeCode} from './judge-code.ts';
import {judgeDate} from './judge-date.ts';
import {judgeNames} from './judge-names.ts';
import {judgeNumber} from './judge-number.ts';
import {judgeSex} from './judge-sex.ts';
import {blocking, type Judged, judged, levelOfReading, reason} from './judged.ts';
import {cut, type DigitName, layouts, type Slot} from './layouts.ts';
import type {Issue, JudgeOptions, Passport} from './passport.ts';
import type {Reading} from './reading.ts';

/**
 * What a reading proves. Pure and total: any reading gives a passport, at worst a `refused` one.
 *
 * The first source of each rule is ICAO Doc 9303 (8th edition), named at the rule.
 */
export function judge(reading: Reading, options: JudgeOptions): Passport {
	const layout = layouts[reading.shape];
	const lines = layout.length
		? Array.from({length: layout.lines}, (_, index) =>
				(reading.lines[index]?.text ?? '').slice(0, layout.length).padEnd(layout.length, '<'),
			)
		: [];
	const digits = checkDigits(reading.shape, lines);
	const digit = (name: DigitName) => digits.find(one => one.name === name);
	const slot = (key: keyof typeof layout.fields): Slot => layout.fields[key]!;
	const lineOf = (at: Slot) => reading.lines[at[0]];

	const all: Judged[] = [];
	const numberAt = slot('passport_number');
	all.push(judgeNumber(lineOf(numberAt), cut(lines, numberAt), numberAt, digit('number')));
	all.push(...judgeNames(lineOf(layout.names), cut(lines, layout.names), layout.names));
	const issuerAt = slot('issuing_country_code');
	const holderAt = slot('holder_country_code');
	const issuer = cut(lines, issuerAt);
	const holder = cut(lines, holderAt);
	all.push(judgeCode('holder_country_code', lineOf(holderAt), holder, holderAt, issuer));
	const birthAt = slot('birth_date');
	all.push(judgeDate('birth_date', lineOf(birthAt), cut(lines, birthAt), birthAt, digit('birth'), options.today));
	const sexAt = slot('sex');
	all.push(judgeSex(lineOf(sexAt), cut(lines, sexAt), sexAt));
	const expiryAt = slot('expiry_date');
	all.push(judgeDate('expiry_date', lineOf(expiryAt), cut(lines, expiryAt), expiryAt, digit('expiry'), options.today));
	all.push(judgeCode('issuing_country_code', lineOf(issuerAt), issuer, issuerAt, holder));
	const typeAt = slot('document_type');
	const type = cut(lines, typeAt);
	const typeRead = levelOfReading(clarityOf(lineOf(typeAt), typeAt[1], typeAt[2], accept.typeMargin));
	all.push(judged({key: 'document_type', value: type.replace(/<+$/, ''), raw: type, ...typeRead}));
	const optionalAt = slot('optional_data_mrz');
	const optional = cut(lines, optionalAt);
	const optionalDigit = digit('optional');
	const optionalWrong = optionalDigit?.verdict === 'refuted';
	const wrong = {printed: optionalDigit?.printed ?? '', expected: optionalDigit?.expected ?? ''};
	all.push(
		judged({
			key: 'optional_data_mrz',
			value: optional.replace(/<+$/, ''),
			raw: optional,
			level: optionalWrong ? 'refuted' : optionalDigit?.verdict === 'verified' ? 'verified' : 'unverified',
			reasons: [
				optionalWrong
					? reason('check-digit-wrong', wrong)
					: optionalDigit?.verdict === 'verified'
						? reason('check-digit', {digit: optionalDigit.printed})
						: reason('check-digit-not-printed'),
			],
			issues: optionalWrong ? [blocking('check-digit-wrong', 'optional_data_mrz', wrong)] : [],
		}),
	);

	const issues: Issue[] = all.flatMap(one => one.issues);
	const composite = digit('composite');
	if (composite?.verdict === 'refuted') {
		issues.push(blocking('composite-wrong', undefined, {printed: composite.printed, expected: composite.expected}));
	}
	if (reading.shape !== 'TD3' || type[0] !== 'P') {
		issues.unshift(blocking('other-document', 'document_type', {shape: reading.shape, code: type}));
	}
	issues.push(...runnerUpIssues(reading.lines));
	return conclude(
		{
			shape: reading.shape,
			lines,
			fields: fieldTable.map(info => all.find(one => one.field.key === info.key)!.field),
			issues,
			engine: reading.engine,
		},
		options,
	);
}
