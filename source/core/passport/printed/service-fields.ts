import type {FieldKey} from '../model/fields.ts';

/**
 * A field of the recognition service's answer. The one table of them: answers are read by it, results shown and exported by it.
 *
 * - `mrz`: from the MRZ. `printed`: from the visual zone. `derived`: the service's own conclusion.
 */
export type ServiceField = {
	/** The original skill's key, or this program's where it has none. */
	readonly key: string;
	/** What the service calls it; several where its engines or templates differ. */
	readonly desc: readonly string[];
	readonly zone: 'mrz' | 'printed' | 'derived';
	/** The field of a passport that it is a word about. */
	readonly says?: FieldKey;
};

const field = (
	zone: ServiceField['zone'],
	key: string,
	desc: string | readonly string[],
	says?: FieldKey,
): ServiceField => ({
	key,
	desc: typeof desc === 'string' ? [desc] : desc,
	zone,
	...(says ? {says} : {}),
});

/** In the order of the service's engine. */
export const serviceFields: readonly ServiceField[] = [
	field('mrz', 'document_type', '护照类型', 'document_type'),
	field('mrz', 'passport_number_mrz', '护照号码MRZ', 'passport_number'),
	field('printed', 'name', ['本国姓名', '姓名'], 'name'),
	field('mrz', 'name_english', '英文姓名'),
	field('mrz', 'sex', '性别', 'sex'),
	field('mrz', 'birth_date', '出生日期', 'birth_date'),
	field('mrz', 'expiry_date', ['有效期至', '有效期限'], 'expiry_date'),
	field('mrz', 'issuing_country_code', '签发国代码', 'issuing_country_code'),
	field('mrz', 'surname_english', '英文姓', 'surname_english'),
	field('mrz', 'given_name_english', '英文名', 'given_name_english'),
	field('mrz', 'mrz_line1', 'MRZ1'),
	field('mrz', 'mrz_line2', 'MRZ2'),
	field('mrz', 'holder_country_code', '持证人国籍代码', 'holder_country_code'),
	field('printed', 'passport_number', '护照号码', 'passport_number'),
	field('printed', 'birth_place', '出生地点', 'birth_place'),
	field('printed', 'issue_place', '签发地点', 'issue_place'),
	field('printed', 'issue_date', '签发日期', 'issue_date'),
	field('mrz', 'rfid_mrz', 'RFID MRZ'),
	field('mrz', 'ocr_mrz', 'OCR MRZ'),
	field('printed', 'birth_place_pinyin', '出生地点拼音'),
	field('printed', 'issue_place_pinyin', '签发地点拼音'),
	field('mrz', 'id_number', ['身份证号码', '身份统一编号（台湾护照）'], 'id_number'),
	field('mrz', 'optional_data_mrz', '选择性数据输出MRZ', 'optional_data_mrz'),
	field('printed', 'name_pinyin', ['本国姓名拼音OCR', '拼音']),
	field('printed', 'sex_ocr', '性别OCR', 'sex'),
	field('printed', 'holder_country_code_ocr', '持证人国籍代码OCR', 'holder_country_code'),
	field('printed', 'id_number_ocr', '身份证号码OCR', 'id_number'),
	field('printed', 'birth_date_ocr', '出生日期OCR', 'birth_date'),
	field('printed', 'expiry_date_ocr', '有效期至OCR', 'expiry_date'),
	field('printed', 'issuing_authority_ocr', '签发机关OCR', 'issuing_authority'),
	field('printed', 'issuing_authority', '签发机关', 'issuing_authority'),
	field('printed', 'issuing_country', '签发国'),
	field('printed', 'surname_national', '本国姓'),
	field('printed', 'given_name_national', '本国名'),
	field('printed', 'height', '身高'),
	field('printed', 'surname_english_visual', '英文姓(VIZ)', 'surname_english'),
	field('printed', 'given_name_english_visual', '英文名(VIZ)', 'given_name_english'),
	field('printed', 'name_english_visual', '英文姓名(VIZ)'),
	field('derived', 'verified_surname_english', '校对英文姓'),
	field('derived', 'verified_given_name_english', '校对英文名'),
	field('printed', 'name_visual', '本国姓名(VIZ)', 'name'),
	field('printed', 'nationality', '国籍'),
	field('printed', 'guardian_name', '监护人姓名'),
	field('mrz', 'mrz_line1_original', 'MRZ1(original)'),
	field('mrz', 'mrz_line2_original', 'MRZ2(original)'),
];

/** Never kept: tens of kilobytes of base64, and more than a list of travellers may need. */
export const portraitDesc = '头像';

/** Brackets and letters come in both widths, spaces now and then. */
const plain = (desc: string): string => desc.normalize('NFKC').replace(/\s/g, '').toLowerCase();

const byDesc = new Map(serviceFields.flatMap(one => one.desc.map(desc => [plain(desc), one] as const)));
const byKey = new Map(serviceFields.map(one => [one.key, one]));

/** The field that the service means; undefined for one that this table does not know. */
export const fieldOfDesc = (desc: string): ServiceField | undefined => byDesc.get(plain(desc));

export const fieldOfKey = (key: string): ServiceField | undefined => byKey.get(key);

/** The key of a field, as the original skill makes one for what its table does not know. */
export const keyOfDesc = (desc: string): string =>
	fieldOfDesc(desc)?.key ?? desc.trim().replaceAll(' ', '_').toLowerCase();
