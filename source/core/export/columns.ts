import type {Validity} from '../passport/judge/validity.ts';
import {type CompleteDate, daysBetween, isComplete, parseDate, yearsBetween} from '../passport/model/dates.ts';
import type {FieldKey, PrintedFieldKey} from '../passport/model/fields.ts';
import type {CalendarDay, Issue} from '../passport/model/passport.ts';
import {type LegacyMembers, sourceImage} from '../records/legacy-keys.ts';
import type {PassportRecord} from '../records/record.ts';
import {legacyTime} from '../records/time.ts';
import {type Cell, dateCell, none, numberCell, textCell} from './cell.ts';

export type ExportLanguage = 'en' | 'zh';

/** What a row is made from. */
export type RowSource = {
	readonly record: PassportRecord;
	/** The record in the original skill's keys; a person's edits have won already. */
	readonly legacy: LegacyMembers;
	/** From 0. */
	readonly index: number;
	readonly language: ExportLanguage;
	readonly today: CalendarDay;
	/** On that day, and for the trip where there is one. */
	readonly validity: Validity;
	/** Says an issue in the person's language. */
	readonly describe: (issue: Issue) => string;
};

export type Column = {
	/** The key in JSON: the original skill's where it has one. */
	readonly key: string;
	readonly en: string;
	readonly zh: string;
	/** Left out of a table in which no row has it: only the cloud service reads it. */
	readonly optional?: true;
	readonly cell: (source: RowSource) => Cell;
	/** What JSON gets where that is not the cell: codes instead of words. */
	readonly json?: (source: RowSource) => unknown;
	/** How a workbook colours the cell; not at all without it. */
	readonly tone?: (source: RowSource) => CellTone | undefined;
};

/** The name of a field in the head of a table, and wherever else a short name is wanted. */
export const fieldLabels: Readonly<Record<FieldKey, {readonly en: string; readonly zh: string}>> = {
	passport_number: {en: 'Passport no.', zh: '护照号码'},
	surname_english: {en: 'Surname', zh: '英文姓'},
	given_name_english: {en: 'Given names', zh: '英文名'},
	holder_country_code: {en: 'Nationality', zh: '国籍代码'},
	birth_date: {en: 'Date of birth', zh: '出生日期'},
	sex: {en: 'Sex', zh: '性别'},
	expiry_date: {en: 'Date of expiry', zh: '有效期至'},
	issuing_country_code: {en: 'Issuer', zh: '签发国代码'},
	document_type: {en: 'Document type', zh: '护照类型'},
	optional_data_mrz: {en: 'Optional data', zh: '选择性数据'},
	name: {en: 'National name', zh: '姓名'},
	birth_place: {en: 'Place of birth', zh: '出生地点'},
	issue_date: {en: 'Date of issue', zh: '签发日期'},
	issue_place: {en: 'Place of issue', zh: '签发地点'},
	issuing_authority: {en: 'Issuing authority', zh: '签发机关'},
	id_number: {en: 'Personal number', zh: '身份证号码'},
};

/** Excel's own styles of these names. */
export type CellTone = 'bad' | 'neutral';

/** The validity as every table, list and column writes it. */
export const validityWords: Readonly<Record<Validity, {readonly en: string; readonly zh: string}>> = {
	valid: {en: 'valid', zh: '有效'},
	expired: {en: 'expired', zh: '已过期'},
	'not-for-trip': {en: 'not valid for trip', zh: '不符合行程'},
	unknown: {en: 'unknown', zh: '无法判断'},
};

export const validityLabel = {en: 'Validity', zh: '有效性'} as const;

const words = {
	status: {
		clean: {en: 'proven', zh: '已验证'},
		check: {en: 'to check', zh: '待核对'},
		refused: {en: 'not readable', zh: '无法识别'},
	},
	review: {
		unreviewed: {en: 'not looked at', zh: '未经人工查看'},
		/** Some values were, but the passport is not decided. */
		begun: {en: 'not finished', zh: '未核对完'},
		accepted: {en: 'accepted', zh: '已接受'},
		edited: {en: 'edited', zh: '已修改'},
		rejected: {en: 'rejected', zh: '已剔除'},
	},
} as const;

const colon = {en: ': ', zh: '：'} as const;

const member = (key: string, kind: 'text' | 'date' = 'text') => ({
	key,
	cell: ({legacy}: RowSource): Cell => (kind === 'date' ? dateCell : textCell)(legacy[key] ?? ''),
});

const field = (key: FieldKey, kind: 'text' | 'date' = 'text'): Column => ({...member(key, kind), ...fieldLabels[key]});

/** Of several keys under which the same is kept, the first that says something. */
const firstOf = (...keys: readonly string[]) => ({
	key: keys[0]!,
	cell: ({legacy}: RowSource): Cell => textCell(keys.map(key => legacy[key]).find(value => value) ?? ''),
});

/** What only the page prints: no column where no row has it. */
const printedOnly = (key: PrintedFieldKey, column: Pick<Column, 'key' | 'cell'>): Column => ({
	...column,
	...fieldLabels[key],
	optional: true,
});

const completeDate = (text: string | undefined): CompleteDate | undefined => {
	const date = parseDate(text ?? '');
	return date && isComplete(date) ? date : undefined;
};

const ageOn = (birth: CompleteDate | undefined, today: CalendarDay): number | undefined =>
	birth && yearsBetween(birth, today);

const daysLeft = (expiry: CompleteDate | undefined, today: CalendarDay): number | undefined =>
	expiry && daysBetween(today, expiry);

/** The printed name in another script; the service repeats the Latin one where there is none. */
const nationalName = ({record}: RowSource): Cell => {
	const name = record.passport.fields.find(({key}) => key === 'name')?.value;
	return name ? textCell(name) : none;
};

const byHand = ({record: {review}, language}: RowSource): Cell => {
	const edited = (Object.keys(review.edits) as FieldKey[]).map(key => fieldLabels[key][language]);
	const begun = review.state === 'unreviewed' && (edited.length > 0 || review.confirmed.length > 0);
	const word: string = words.review[begun ? 'begun' : review.state][language];
	return textCell(edited.length > 0 ? `${word}${colon[language]}${edited.join(', ')}` : word);
};

const validityTone = ({validity}: RowSource): CellTone | undefined =>
	validity === 'expired' ? 'bad' : validity === 'not-for-trip' ? 'neutral' : undefined;

/** The columns of a list that people work with. */
const defaultColumns: readonly Column[] = [
	{key: 'no', en: 'No', zh: '序号', cell: ({index}) => numberCell(index + 1)},
	{key: 'source_image', en: 'File', zh: '源文件', cell: ({record}) => textCell(sourceImage(record.path))},
	{
		key: 'status',
		en: 'Status',
		zh: '状态',
		cell: ({record, language}) => textCell(words.status[record.passport.status][language]),
		json: ({record}) => record.passport.status,
	},
	{key: 'review', en: 'Checked by hand', zh: '人工核对', cell: byHand, json: ({record}) => record.review.state},
	field('surname_english'),
	field('given_name_english'),
	{key: 'name', en: 'National name', zh: '姓名', optional: true, cell: nationalName},
	field('sex'),
	field('birth_date', 'date'),
	{
		key: 'age',
		en: 'Age',
		zh: '年龄',
		cell: ({legacy, today}) => numberCell(ageOn(completeDate(legacy.birth_date), today)),
	},
	field('holder_country_code'),
	field('issuing_country_code'),
	field('passport_number'),
	printedOnly('issue_date', member('issue_date', 'date')),
	printedOnly('issue_place', member('issue_place')),
	printedOnly('issuing_authority', firstOf('issuing_authority', 'issuing_authority_ocr')),
	{...field('expiry_date', 'date'), tone: validityTone},
	{
		key: 'validity',
		...validityLabel,
		cell: ({validity, language}) => textCell(validityWords[validity][language]),
		json: ({validity}) => validity,
		tone: validityTone,
	},
	{
		key: 'days_left',
		en: 'Days left',
		zh: '剩余天数',
		cell: ({legacy, today}) => numberCell(daysLeft(completeDate(legacy.expiry_date), today)),
	},
	printedOnly('birth_place', member('birth_place')),
	{...member('mrz_line1'), en: 'MRZ line 1', zh: 'MRZ 第一行'},
	{...member('mrz_line2'), en: 'MRZ line 2', zh: 'MRZ 第二行'},
	{
		key: 'issues',
		en: 'Issues',
		zh: '问题',
		cell: ({record, describe, language}) => {
			const said = (issue: Issue): string =>
				issue.field ? `${fieldLabels[issue.field][language]}${colon[language]}${describe(issue)}` : describe(issue);
			return textCell(record.passport.issues.map(said).join(language === 'zh' ? '；' : '; '));
		},
		json: ({record}) => record.passport.issues.map(issue => issue.code),
	},
	{
		key: 'reviewed_at',
		en: 'Checked at',
		zh: '核对时间',
		cell: ({record}) => textCell(record.review.at ? legacyTime(record.review.at) : ''),
	},
];

const original = (key: string, zh: string): Column => ({...member(key), en: zh, zh});

/** The columns of the original skill's exporter, in its order, under its Chinese labels in either language, all text. */
const originalColumns: readonly Column[] = [
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

/** The sets of columns that a person can ask for. */
export const columnSets = {default: defaultColumns, original: originalColumns} as const;

export type ColumnSet = keyof typeof columnSets;
