import {AppError} from '../../errors.ts';
import {formatDate} from '../../passport/model/dates.ts';
import {documentKind} from '../../passport/tables/document-kinds.ts';
import {isOfFormerPicture} from '../../records/changed-picture.ts';
import {isToCheck} from '../../records/is-decided.ts';
import {cellText} from '../cell.ts';
import {columnsByKey, type RowSource} from '../columns.ts';
import type {Format, RenderOptions} from '../format.ts';
import {inParts} from '../parts.ts';
import type {Table} from '../rows.ts';
import type {TemplateMisfit} from './filters.ts';
import {
	columnNamed,
	type FilledTemplate,
	kindName,
	misfitError,
	type Part,
	type Place,
	placeOf,
	type Template,
} from './parse-template.ts';

type TemplateValues = Omit<FilledTemplate, 'template'>;

/** A row as it is written, or the first value that does not fit. */
function written(
	parts: readonly Part[],
	textOf: (name: string) => string,
	{tables}: TemplateValues,
): string | TemplateMisfit {
	let text = '';
	for (const part of parts) {
		const value = typeof part === 'string' ? part : part.write(textOf(part.name), tables);
		if (typeof value !== 'string') return {...value, ...placeOf(part as Place)};
		text += value;
	}
	return text;
}

const rowText = (template: Template, given: TemplateValues, source: RowSource): string | TemplateMisfit => {
	const textOf = (name: string): string => {
		const value = given.values.get(name);
		if (value !== undefined) return value;
		if (name === kindName) return kindOf(source);
		const key = columnNamed(name);
		return key === undefined ? '' : cellText(columnsByKey.get(key)!.cell(source));
	};
	const text = written(template.row, textOf, given);
	if (typeof text !== 'string' || template.length === undefined) return text;
	const wrong = text.split(template.newline).find(line => [...line].length !== template.length);
	return wrong === undefined
		? text
		: {code: 'line-length', value: String([...wrong].length), room: template.length, name: '', line: 1, column: 1};
};

/** `ordinary`, `diplomatic`, … where it is known what the issuer means by its letters, else the letters. */
function kindOf({legacy: {document_type: type = '', issuing_country_code: issuer = ''}}: RowSource): string {
	return documentKind(type, issuer) ?? type;
}

function* texts(table: Table, filled: FilledTemplate, rows: number): Iterable<string> {
	const {template, ...given} = filled;
	const {head, foot, newline, endsInNewline} = template;
	const listValue = (name: string): string => {
		if (name === 'rows') return String(rows);
		return name === 'today' ? formatDate(table.today) : (given.values.get(name) ?? '');
	};
	let before = '';
	const section = function* (parts: readonly Part[]): Iterable<string> {
		if (parts.length === 0) return;
		yield before + sectionText(parts);
		before = newline;
	};
	const sectionText = (parts: readonly Part[]): string => {
		const text = written(parts, listValue, given);
		if (typeof text !== 'string') throw misfitError(template.path, text);
		return text;
	};
	// What does not fit at the end is said before the first line is written.
	sectionText(foot);
	yield* section(head);
	for (const {source} of table.rows()) {
		const text = source && rowOf(filled, source);
		if (typeof text !== 'string') continue;
		yield before + text;
		before = newline;
	}
	yield* section(foot);
	if (endsInNewline) yield newline;
}

/** A passport's text; why it has none. */
function rowOf({template, ...given}: FilledTemplate, source: RowSource): string | Misfit {
	return isOfFormerPicture(source.record) ? formerPicture : rowText(template, given, source);
}

type Misfit = TemplateMisfit | typeof formerPicture;

const formerPicture = {code: 'changed-picture'} as const;

function* misfits(table: Table, filled: FilledTemplate) {
	for (const {source} of table.rows()) {
		const text = source && rowOf(filled, source);
		if (source && text !== undefined && typeof text !== 'string') yield {source, misfit: text};
	}
}

function filledIn({template}: RenderOptions): FilledTemplate {
	if (!template) throw new AppError('USAGE', {problem: 'needs', option: '--template', for: 'export'});
	return template;
}

/** A list in the form of a template; a passport with a value that does not fit has no row, and the value is named. */
export const templateFormat: Format<'template'> = {
	id: 'template',
	extension: '.txt',
	anyName: true,
	isoDates: true,
	lossless: true,
	fixedContent: true,
	*refused(table, options) {
		const filled = filledIn(options);
		for (const {source, misfit} of misfits(table, filled)) {
			const {refusal, misfit: words} = options.words;
			const why = misfit.code === 'changed-picture' ? refusal(misfit) : words(misfit, filled.template.path);
			yield {path: source.record.path, why, isOpen: isToCheck(source.record)};
		}
	},
	render(table, options) {
		const filled = filledIn(options);
		return inParts(texts(table, filled, table.count - [...misfits(table, filled)].length));
	},
};
