import stringWidth from 'string-width';
import {cleanText} from '../core/clean-text.ts';
import {fieldLabels} from '../core/export/columns.ts';
import type {FieldKey} from '../core/passport/fields.ts';
import type {FieldValue} from '../core/passport/passport.ts';
import {sourceImage} from '../core/records/flat.ts';
import type {Outcome, PassportRecord} from '../core/records/record.ts';
import type {Language, Messages} from '../text/index.ts';
import {reasonText} from './reason-text.ts';
import {errorText} from './say-error.ts';

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

/** As the original skill shows it: `EJ****02`. Four characters or fewer stay. */
export const masked = (value: string): string =>
	value.length <= 4 ? value : `${value.slice(0, 2)}${'*'.repeat(value.length - 4)}${value.slice(-2)}`;

const shown = ({key, value}: FieldValue): string => (key === 'passport_number' ? masked(value) : value);

const listed: readonly FieldKey[] = [
	'passport_number',
	'surname_english',
	'given_name_english',
	'holder_country_code',
	'birth_date',
	'sex',
	'expiry_date',
];

/** One picture: a field a row, with its evidence. */
export function fieldTable({passport, review}: PassportRecord, language: Language, messages: Messages): string {
	const {table, recognize} = messages.commands;
	const evidence = ({key, evidence: {level, reasons}}: FieldValue): string => {
		if (review.confirmed.includes(key) || review.edits[key]) return recognize.confirmed;
		return [recognize.levels[level], ...reasons.map(reason => reasonText(reason, messages).short)].join(', ');
	};
	const filled = passport.fields.filter(field => field.value !== '');
	return [
		textTable([
			[table.field, table.value, table.evidence],
			...filled.map(field => [fieldLabels[field.key][language], shown(field), evidence(field)]),
		]),
		`${table.status}: ${recognize.status[passport.status]}\n`,
		...passport.issues.map(issue => `  ! ${reasonText(issue, messages).sentence}\n`),
	].join('');
}

/** Several pictures: a picture a row. */
export function listTable(outcomes: readonly Outcome[], language: Language, messages: Messages): string {
	const {table, recognize, failed} = messages.commands;
	const row = (outcome: Outcome): readonly string[] => {
		if (outcome.kind === 'failed') {
			const {path, code, details} = outcome.failure;
			return [sourceImage(path), failed, errorText(code, details, messages).message];
		}

		const {path, passport} = outcome.record;
		const values = listed.map(key => passport.fields.find(field => field.key === key));
		return [sourceImage(path), recognize.status[passport.status], ...values.map(field => (field ? shown(field) : ''))];
	};
	// A sentence about a failure would stretch a column, so failures come last, below the columns.
	const rows = outcomes.map(row);
	const read = rows.filter((_, index) => outcomes[index]!.kind === 'read');
	const others = rows.filter((_, index) => outcomes[index]!.kind === 'failed');
	const head = [table.file, table.status, ...listed.map(key => fieldLabels[key][language])];
	return [
		read.length > 0 ? textTable([head, ...read]) : '',
		...others.map(([, word, message]) => `${word}: ${cleanText(message ?? '')}\n`),
	].join('');
}
