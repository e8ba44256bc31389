import {isComplete, parseDate} from '../../passport/model/dates.ts';
import {alpha2Of, codeKind, exportCode} from '../../passport/tables/codes.ts';
import {transliterate} from '../../passport/tables/transliteration.ts';
import {withoutFormula} from '../csv-values.ts';
import {months} from '../dates.ts';

/** Why a value does not fit its place. */
export type Misfit =
	| {readonly code: 'empty' | 'no-date' | 'no-code' | 'not-mapped' | 'not-latin'; readonly value: string}
	| {readonly code: 'too-long'; readonly value: string; readonly room: number}
	| {readonly code: 'line-length'; readonly value: string; readonly room: number};

/** A value that does not fit its place in a template. */
export type TemplateMisfit = Misfit & {readonly name: string; readonly line: number; readonly column: number};

/** The tables that `table:NAME` looks values up in. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Apply = (value: string, tables: Tables) => string | Misfit;

/** Makes a filter of its arguments; undefined where they are none of its. */
type MakeFilter = (argument: string, ...more: readonly string[]) => Apply | undefined;

const fixed =
	(apply: Apply): MakeFilter =>
	argument =>
		argument === undefined ? apply : undefined;

const count = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

/** Characters as a reader counts them, so that one beyond the first 65,536 is one. */
const lengthOf = (text: string): number => [...text].length;

/** A whole width: filled up at its end or its front, and never cut. */
const padded =
	(end: 'after' | 'before', usual: string): MakeFilter =>
	(width, filler = usual) => {
		const room = count(width);
		if (room === undefined || lengthOf(filler) !== 1) return undefined;
		return value => {
			const gap = room - lengthOf(value);
			if (gap < 0) return {code: 'too-long', value, room};
			return end === 'after' ? value + filler.repeat(gap) : filler.repeat(gap) + value;
		};
	};

/** `dd/mm/yyyy`, `ddmmyy`, `dd mmm yyyy`; parts of a date that are not known are filled with `unknown`, if there is one. */
const date: MakeFilter = (form, unknown) => {
	if (form === undefined || !/d|m|y/i.test(form)) return undefined;
	return value => {
		if (value === '') return value;
		const day = parseDate(value);
		if (!day || !(isComplete(day) || unknown !== undefined)) return {code: 'no-date', value};
		const two = (part: number | undefined) =>
			part === undefined ? (unknown ?? '').repeat(2) : String(part).padStart(2, '0');
		const parts: Readonly<Record<string, string>> = {
			yyyy: String(day.year).padStart(4, '0'),
			yy: two(day.year % 100),
			mmm: day.month === undefined ? (unknown ?? '').repeat(3) : months[day.month - 1]!,
			mm: two(day.month),
			dd: two(day.day),
		};
		return form.replace(/yyyy|yy|mmm|mm|dd/gi, part => parts[part.toLowerCase()]!);
	};
};

/** `M=1,F=2`; `*=0` is for every other value. */
const map: MakeFilter = (...parts) => {
	const pairs = parts
		.join(':')
		.split(',')
		.map(pair => pair.split('='));
	if (pairs.some(pair => pair.length !== 2)) return undefined;
	const values = new Map(pairs as [string, string][]);
	return value => values.get(value) ?? values.get('*') ?? {code: 'not-mapped', value};
};

const hasOtherLetters = (text: string): boolean => /[^\P{L}a-z]|[^\P{N}0-9]/iu.test(text);

/** A signed number is a number for a spreadsheet, too. */
const isNumber = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?$/.test(text);

const quoted = (value: string, delimiter: string): string =>
	/["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;

const country =
	(codeOf: (code: string) => string | undefined): Apply =>
	value =>
		value === '' ? value : (codeOf(value) ?? {code: 'no-code', value});

/** What a place of a template may ask of its value, by name. */
export const filters: Readonly<Record<string, MakeFilter>> = {
	upper: fixed(value => value.toUpperCase()),
	lower: fixed(value => value.toLowerCase()),
	title: fixed(value => value.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, letter => letter.toUpperCase())),
	/**
	 * A to Z for letters with marks and of other scripts that the passport's own tables spell; other signs are dropped. A text
	 * in two scripts, `四川/SICHUAN`, is its Latin part; letters that would be lost are a misfit.
	 */
	ascii: fixed(value => {
		const parts = value.split('/').map(transliterate);
		const spelled = parts.filter(part => !hasOtherLetters(part));
		const kept = spelled.length === parts.length ? parts : spelled.filter(part => /[A-Z]/.test(part));
		if (kept.length === 0) return {code: 'not-latin', value};
		const text = kept.join('/').replace(/[^ -~]/g, '');
		return kept === parts ? text : text.trim();
	}),
	trim: fixed(value => value.trim()),
	required: fixed(value => (value === '' ? {code: 'empty', value} : value)),
	or:
		(...parts) =>
		value =>
			value === '' ? parts.join(':') : value,
	date,
	pad: padded('after', ' '),
	lead: padded('before', '0'),
	cut: width => {
		const room = count(width);
		return room === undefined ? undefined : value => [...value].slice(0, room).join('');
	},
	most: width => {
		const room = count(width);
		return room === undefined ? undefined : value => (lengthOf(value) > room ? {code: 'too-long', value, room} : value);
	},
	code2: fixed(country(alpha2Of)),
	code3: fixed(country(code => (codeKind(code) === undefined ? undefined : exportCode(code)))),
	map,
	table: name =>
		name === undefined || name === ''
			? undefined
			: (value, tables) => (value === '' ? value : (tables.get(name)?.get(value) ?? {code: 'not-mapped', value})),
	/** A value of a delimited line: quoted where it has to be (RFC 4180), and no formula. */
	csv:
		(delimiter = ',') =>
		value =>
			quoted(isNumber(value) ? value : withoutFormula(value), delimiter),
	/** Text of XML. */
	xml: fixed(value =>
		value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
	),
};

/** Fills an empty value, so that a name that the passport does not have is no mistake. */
export const fillsEmpty = (name: string): boolean => name === 'or';
