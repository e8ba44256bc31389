import stringWidth from 'string-width';
import {errorText} from '../command-line/errors.ts';
import {cleanText} from '../core/clean-text.ts';
import {discreet, discreetValue} from '../core/passport/discreet.ts';
import {isUnfit, type TripDay, validityOf} from '../core/passport/judge/validity.ts';
import {documentClassOf} from '../core/passport/model/document.ts';
import {decidingKeys, type FieldKey} from '../core/passport/model/fields.ts';
import type {FieldValue, Issue, Passport, Reason} from '../core/passport/model/passport.ts';
import {isToCompare, reasonsToLook} from '../core/passport/reasons-to-look.ts';
import type {Outcome, PassportRecord} from '../core/records/record.ts';
import {isAcceptedUnproven} from '../core/review/tally.ts';
import {aboutField, fieldNamesOf} from '../text/field-names.ts';
import type {Messages} from '../text/index.ts';
import {sayFound, sayReason, sayShort} from '../text/reason.ts';
import {type AskedField, askedLabel, askedValues} from './asked-fields.ts';

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Rows under a head, each column as wide as its widest cell. Chinese counts two cells a character. */
export function textTable(rows: readonly (readonly string[])[]): string {
	const clean = rows.map(row => row.map(cleanText));
	const widths = (clean[0] ?? []).map((_, column) => Math.max(...clean.map(row => stringWidth(row[column] ?? ''))));
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => pad(cell, widths[column]!))
			.join('  ')
			.trimEnd();
	const [head = [], ...body] = clean;
	const rule = widths.map(width => '-'.repeat(width)).join('  ');
	return [line(head), rule, ...body.map(line)].map(text => `${text}\n`).join('');
}

/** A value as a table shows it: a table is for eyes, and for those behind them. */
export const shown = ({key, value}: FieldValue): string => discreetValue(key, value);

/** The issuing state stays away: a row must fit a terminal. */
const listed = decidingKeys.filter(key => key !== 'issuing_country_code');

/** The passport of an MRZ that was given as text: a field a row, with its evidence, and nothing masked. */
export function passportTable(passport: Passport, day: TripDay, messages: Messages, verdict: string): string {
	const {fields} = passport;
	const {table} = messages.commands;
	const openly: typeof discreet = said => said;
	const filled = fields.filter(field => field.value !== '');
	return [
		textTable([
			[table.field, table.value, table.evidence],
			...filled.map(field => [
				fieldNamesOf(messages, passport.shape)[field.key],
				field.value,
				evidenceText(field, messages, [], openly),
			]),
		]),
		verdictLines(passport, verdict, validityAside(passport, day, messages), messages, openly),
	].join('');
}

/** Why a field has its level, in few words. */
export function evidenceText(
	{key, evidence: {level, reasons}}: FieldValue,
	messages: Messages,
	byHand: readonly FieldKey[],
	say: typeof discreet = discreet,
): string {
	const {recognize} = messages.commands;
	if (byHand.includes(key)) return recognize.confirmed;
	const said = (reason: Reason) => sayShort(messages.reasons, say(reason, key));
	const words = [recognize.levels[level], ...reasons.map(said)];
	return [...new Set(words)].join(messages.commands.comma);
}

/** What is to be known beside the status: that the passport has expired, or is not valid for the trip. */
export function validityAside(passport: Passport, {today, trip}: TripDay, messages: Messages): string | undefined {
	const validity = validityOf(passport, today, trip);
	return isUnfit(validity) ? messages.exported.validity[validity] : undefined;
}

/** The lines below a table of one passport. */
export const verdictLines = (
	passport: Passport,
	status: string,
	aside: string | undefined,
	messages: Messages,
	say: typeof discreet = discreet,
): string => {
	const {about, table} = messages.commands;
	const said = (issue: Issue): string => {
		const sayOf = isToCompare(passport, issue.field) ? sayReason : sayFound;
		return aboutField(messages, passport.shape, issue.field, sayOf(messages.reasons, say(issue, issue.field)));
	};
	const verdict = [status, ...(aside === undefined ? [] : [aside])].join(' · ');
	return [about(table.status, verdict), ...reasonsToLook(passport).map(issue => `  ! ${said(issue)}`)]
		.map(line => `${line}\n`)
		.join('');
};

/** What a person must look at first, in few words; undefined for a passport that is proven or rejected. */
export function doubtText({passport, review}: PassportRecord, messages: Messages): string | undefined {
	const isOpen = passport.status !== 'clean' && review.state !== 'rejected';
	const issue = isOpen ? reasonsToLook(passport).find(({blocks}) => blocks) : undefined;
	if (!issue) return undefined;
	return aboutField(messages, passport.shape, issue.field, sayShort(messages.reasons, discreet(issue, issue.field)));
}

/**
 * Returns the status in words. A passport that a person rejected is called rejected, whatever its values are; one that
 * a person accepted although something speaks against it is not called proven.
 */
export function statusText(record: PassportRecord, {commands: {recognize}, exported}: Messages): string {
	if (record.review.state === 'rejected') return exported.review.rejected;
	return isAcceptedUnproven(record) ? recognize.acceptedUnproven : exported.status[record.passport.status];
}

type Read = Extract<Outcome, {readonly kind: 'read'}>;

/** Several pictures: a picture a row. */
export function listTable(
	outcomes: readonly Outcome[],
	{today, trip}: TripDay,
	messages: Messages,
	nameOf: (path: string) => string,
	asked?: readonly AskedField[],
): string {
	const {table, recognize, failed, about, comma} = messages.commands;
	const isOther = (outcome: Outcome) => outcome.kind === 'read' && outcome.record.passport.shape !== 'TD3';
	const hasOthers = outcomes.some(isOther);
	const row = ({record}: Read): readonly string[] => {
		const {path, passport} = record;
		const values = asked
			? askedValues(record, asked).map(({value}) => value)
			: listed.map(key => passport.fields.find(field => field.key === key)).map(field => (field ? shown(field) : ''));
		return [
			nameOf(path),
			statusText(record, messages),
			...(hasOthers ? [messages.exported.documents[documentClassOf(passport.shape)]] : []),
			...values,
			messages.exported.validity[validityOf(passport, today, trip)],
		];
	};
	const shapes = outcomes.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record.passport.shape] : []));
	// A sentence about a failure would stretch a column, so failures come last, below the columns.
	const read = outcomes.flatMap(outcome => (outcome.kind === 'read' ? [row(outcome)] : []));
	const doubts = outcomes.flatMap(outcome => {
		if (outcome.kind === 'failed') return [];
		const why = doubtText(outcome.record, messages);
		return why ? [about(cleanText(nameOf(outcome.record.path)), why)] : [];
	});
	// One cause of many failures is said once, with the names of all.
	const causes = new Map<string, string[]>();
	for (const outcome of outcomes) {
		if (outcome.kind === 'read') continue;
		const {path, code, details} = outcome.failure;
		const {message} = errorText(code, details, messages);
		const said = about(
			outcome.from === 'kept' ? recognize.failedBefore : failed,
			outcome.keeps ? recognize.keeps[outcome.keeps](cleanText(message)) : cleanText(message),
		);
		causes.set(said, [...(causes.get(said) ?? []), nameOf(path)]);
	}
	const names = (said: string, all: readonly string[]) =>
		all.length === 1 && (all[0] === '' || said.includes(cleanText(all[0]!)))
			? ''
			: `  ${all.map(cleanText).join(comma)}\n`;
	const labels = asked
		? asked.map(field => askedLabel(field, messages))
		: listed.map(key => fieldNamesOf(messages, ...shapes)[key]);
	const document = hasOthers ? [messages.exported.columns.document] : [];
	const head = [table.file, table.status, ...document, ...labels, messages.exported.columns.validity];
	return [
		read.length > 0 ? textTable([head, ...read]) : '',
		...doubts.map(line => `  ! ${line}\n`),
		...[...causes].map(([said, all]) => `${said}\n${names(said, all)}`),
	].join('');
}
