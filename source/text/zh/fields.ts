import type {fields as en, fieldsOfOthers as enOfOthers} from '../en/fields.ts';

/** 字段名称。 */
export const fields: typeof en = {
	passport_number: '护照号码',
	surname_english: '姓',
	given_name_english: '名',
	holder_country_code: '国籍',
	birth_date: '出生日期',
	sex: '性别',
	expiry_date: '有效期至',
	issuing_country_code: '签发国',
	document_type: '护照类型',
	optional_data_mrz: '可选数据',
	optional_data_2_mrz: '可选数据 2',
	name: '本国姓名',
	birth_place: '出生地点',
	issue_date: '签发日期',
	issue_place: '签发地点',
	issuing_authority: '签发机关',
	id_number: '身份证号码',
};

/** 证件和签证上的字段名称。 */
export const fieldsOfOthers: typeof enOfOthers = {passport_number: '证件号码', document_type: '证件类型'};
