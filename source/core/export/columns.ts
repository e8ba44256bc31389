import type {Validity} from '../passport/judge/validity.ts';
import {type CompleteDate, completeDate, daysBetween, yearsBetween} from '../passport/model/dates.ts';
import {documentClassOf} from '../passport/model/document.ts';
import type {FieldKey, PrintedFieldKey} from '../passport/model/fields.ts';
import type {CalendarDay, Issue} from '../passport/model/passport.ts';
import {isToCheck} from '../records/is-decided.ts';
import {type LegacyMembers, sourceImage} from '../records/legacy/keys.ts';
import type {PassportRecord} from '../records/record.ts';
import {legacyTime} from '../records/time.ts';
import {type Cell, dateCell, none, numberCell, textCell} from './cell.ts';
import {type ListStyle, type NameKey, nameIn, usualStyle, wholeNameIn} from './list-style.ts';
import type {ExportWords, OtherColumn} from './words.ts';

/** What a row is made from. */
export type RowSource = {
	readonly record: PassportRecord;
	/** The name of its picture: with folders where another picture of the list has the same. */
	readonly file: string;
	/** The record in the original skill's keys; a person's edits have won already. */
	readonly legacy: LegacyMembers;
	/** From 0. */
	readonly index: number;
	readonly words: ExportWords;
	readonly style: ListStyle;
	readonly today: CalendarDay;
	/** On that day, and for the trip where there is one. */
	readonly validity: Validity;
};

export type Column = {
	/** The key in JSON: the original skill's where it has one. */
	readonly key: string;
	readonly head: (words: ExportWords) => string;
	/** Left out of the default table when no row has it: only the page prints it. */
	readonly optional?: true;
	/** Which records ask for it, where that is not all that have a value, or is known without computing the value. */
	readonly isWanted?: (record: PassportRecord) => boolean;
	readonly cell: (source: RowSource) => Cell;
	/** What JSON gets where that is not the cell: codes instead of words. */
	readonly json?: (source: RowSource) => unknown;
};

const member = (key: string, kind: 'text' | 'date' = 'text') => ({
	key,
	cell: ({legacy}: RowSource): Cell => (kind === 'date' ? dateCell : textCell)(legacy[key] ?? ''),
});

const field = (key: FieldKey, kind: 'text' | 'date' = 'text'): Column => ({
	...member(key, kind),
	head: words => words.fields[key],
});

/** A name of a person in the style of the list. */
const nameColumn = (key: NameKey): Column => ({
	...field(key),
	cell: ({record, legacy, style}) => textCell(nameIn(record, key, legacy[key] ?? '', style.names)),
});

/** Beside a name, the whole of it where the MRZ cut it off: no column where no row has it. */
const wholeNameColumn = (key: 'surname_printed' | 'given_name_printed', of: NameKey): Column =>
	other(key, {
		optional: true,
		isWanted: record => wholeNameIn(record, of, usualStyle.names) !== undefined,
		cell: ({record, style}) => textCell(wholeNameIn(record, of, style.names) ?? ''),
	});

/** A state in the style of the list. */
const countryColumn = (key: 'holder_country_code' | 'issuing_country_code'): Column => ({
	...field(key),
	cell: ({legacy, style, words}) => {
		const code = legacy[key] ?? '';
		return textCell(style.countries === 'name' && code !== '' ? words.country(code) : code);
	},
});

/** A column that is no field of a passport. */
const other = (key: OtherColumn, column: Omit<Column, 'key' | 'head'>): Column => ({
	...column,
	key,
	head: words => words.columns[key],
});

/** Of several keys under which the same is kept, the first that says something. */
const firstOf = (...keys: readonly string[]) => ({
	key: keys[0]!,
	cell: ({legacy}: RowSource): Cell => textCell(keys.map(key => legacy[key]).find(value => value) ?? ''),
});

/** What only the page prints: no column where no row has it. */
const printedOnly = (key: PrintedFieldKey, column: Pick<Column, 'key' | 'cell'>): Column => ({
	...column,
	head: words => words.fields[key],
	optional: true,
});

const ageOn = (birth: CompleteDate | undefined, today: CalendarDay): number | undefined =>
	birth && yearsBetween(birth, today);

const daysLeft = (expiry: CompleteDate | undefined, today: CalendarDay): number | undefined =>
	expiry && daysBetween(today, expiry);

/** The printed name in another script; the service repeats the Latin one where there is none. */
const nationalName = ({record}: RowSource): Cell => {
	const name = record.passport.fields.find(({key}) => key === 'name')?.value;
	return name ? textCell(name) : none;
};

/** What a person did: the decision, or how far they got without one. */
export function handOf({state, edits, confirmed}: PassportRecord['review']): keyof ExportWords['review'] {
	if (state !== 'unreviewed') return state;
	if (Object.keys(edits).length > 0) return 'typed';
	return confirmed.length > 0 ? 'begun' : state;
}

const byHand = ({record: {review}, words}: RowSource): Cell => {
	const edited = (Object.keys(review.edits) as FieldKey[]).map(key => words.fields[key]);
	const word = words.review[handOf(review)];
	return textCell(edited.length > 0 ? words.about(word, edited.join(', ')) : word);
};

/** The columns of a list that people work with. */
export const defaultColumns: readonly Column[] = [
	other('no', {cell: ({index}) => numberCell(index + 1)}),
	other('source_image', {cell: ({file}) => textCell(file), json: ({record}) => sourceImage(record.path)}),
	other('status', {
		cell: ({record, words}) => textCell(words.status[record.passport.status]),
		json: ({record}) => record.passport.status,
	}),
	other('review', {cell: byHand, json: ({record}) => record.review.state}),
	nameColumn('surname_english'),
	wholeNameColumn('surname_printed', 'surname_english'),
	nameColumn('given_name_english'),
	wholeNameColumn('given_name_printed', 'given_name_english'),
	printedOnly('name', {key: 'name', cell: nationalName}),
	field('sex'),
	field('birth_date', 'date'),
	other('age', {
		cell: ({legacy, today}) => numberCell(ageOn(completeDate(legacy.birth_date ?? ''), today)),
	}),
	countryColumn('holder_country_code'),
	countryColumn('issuing_country_code'),
	other('document', {
		optional: true,
		isWanted: ({passport}) => passport.shape !== 'TD3',
		cell: ({record, words}) => textCell(words.documents[documentClassOf(record.passport.shape)]),
		json: ({record}) => documentClassOf(record.passport.shape),
	}),
	field('passport_number'),
	printedOnly('issue_date', member('issue_date', 'date')),
	printedOnly('issue_place', member('issue_place')),
	printedOnly('issuing_authority', firstOf('issuing_authority', 'issuing_authority_ocr')),
	field('expiry_date', 'date'),
	other('validity', {
		cell: ({validity, words}) => textCell(words.validity[validity]),
		json: ({validity}) => validity,
	}),
	other('days_left', {
		cell: ({legacy, today}) => numberCell(daysLeft(completeDate(legacy.expiry_date ?? ''), today)),
	}),
	printedOnly('birth_place', member('birth_place')),
	other('mrz_line1', member('mrz_line1')),
	other('mrz_line2', member('mrz_line2')),
	other('mrz_line3', {
		...member('mrz_line3'),
		optional: true,
		isWanted: ({passport, answer, foreign}) =>
			(passport.lines[2] ?? foreign?.mrz_line3 ?? answer?.mrz_line3 ?? '') !== '',
	}),
	other('issues', {
		cell: ({record, words}) => {
			const said = (issue: Issue): string =>
				issue.field ? words.about(words.fields[issue.field], words.describe(issue)) : words.describe(issue);
			return textCell(words.sentences(record.passport.issues.map(said)));
		},
		json: ({record}) => record.passport.issues.map(issue => issue.code),
	}),
	other('reviewed_at', {
		cell: ({record}) => textCell(record.review.at ? legacyTime(record.review.at) : ''),
	}),
];

/** Surname and given names together, as forms ask for them. */
const fullName = ({record, legacy, style}: RowSource): Cell => {
	const part = (key: NameKey): string => nameIn(record, key, legacy[key] ?? '', style.names);
	return textCell([part('surname_english'), part('given_name_english')].filter(text => text !== '').join(' '));
};

/** What a reader of a list without a status must know of a row: that a person still has to look at it. */
const remarks = ({record, validity, words}: RowSource): Cell => {
	const said = [
		...(isToCheck(record) ? [words.status[record.passport.status]] : []),
		...(validity === 'expired' || validity === 'not-for-trip' ? [words.validity[validity]] : []),
	];
	return textCell(said.join(words.semicolon));
};

/** Further columns that a set may have. */
const furtherColumns: readonly Column[] = [
	other('full_name', {cell: fullName}),
	field('document_type'),
	field('optional_data_mrz'),
	field('optional_data_2_mrz'),
	printedOnly('id_number', firstOf('id_number', 'id_number_ocr')),
	other('issued', {
		cell: ({legacy}) =>
			textCell(
				[legacy.issuing_authority || legacy.issuing_authority_ocr, legacy.issue_date]
					.filter(text => text !== undefined && text !== '')
					.join(' '),
			),
	}),
	other('remarks', {cell: remarks, json: ({record}) => record.passport.status}),
];

/** Every column by its key, in the order in which they are offered. */
export const columnsByKey: ReadonlyMap<string, Column> = new Map(
	[...furtherColumns, ...defaultColumns].map(column => [column.key, column]),
);

const original = (key: string, head: string): Column => ({...member(key), head: () => head});

/** The columns of the original skill's exporter, in its order, under its Chinese labels in either language, all text. */
export const originalColumns: readonly Column[] = [
	{...original('source_image', '源文件'), cell: ({record}) => textCell(sourceImage(record.path))},
	original('document_type', '护照类型'),
	original('passport_number', '护照号码'),
	original('passport_number_mrz', '护照号码(MRZ)'),
	original('name', '姓名'),
	original('name_english', '英文姓名'),
	original('name_pinyin', '拼音'),
	original('sex', '性别'),
	original('birth_date', '出生日期'),
	original('birth_place', '出生地点'),
	original('birth_place_pinyin', '出生地点(拼音)'),
	original('issue_date', '签发日期'),
	original('expiry_date', '有效期限'),
	original('issue_place', '签发地点'),
	original('issue_place_pinyin', '签发地点(拼音)'),
	original('issuing_authority', '签发机关'),
	original('issuing_authority_ocr', '签发机关(OCR)'),
	original('issuing_country_code', '签发国代码'),
	original('holder_country_code', '国籍代码'),
	original('id_number', '身份证号码'),
	{...original('recognized_at', '识别时间'), cell: ({record}) => textCell(legacyTime(record.recognizedAt))},
	{...original('status', '状态'), cell: () => textCell('成功')},
];
