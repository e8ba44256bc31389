import type {FieldKey} from '../../core/passport/model/fields.ts';

/** The names of the fields, the same on every face and in every list. None ends in a full stop: sentences end with them. */
export const fields = {
	passport_number: 'Passport number',
	surname_english: 'Surname',
	given_name_english: 'Given names',
	holder_country_code: 'Nationality',
	birth_date: 'Date of birth',
	sex: 'Sex',
	expiry_date: 'Date of expiry',
	issuing_country_code: 'Issuing state',
	document_type: 'Document type',
	optional_data_mrz: 'Optional data',
	optional_data_2_mrz: 'Optional data 2',
	name: 'National name',
	birth_place: 'Place of birth',
	issue_date: 'Date of issue',
	issue_place: 'Place of issue',
	issuing_authority: 'Issuing authority',
	id_number: 'Personal number',
} satisfies Record<FieldKey, string> as Record<FieldKey, string>;

/** What is called otherwise on cards and visas. */
export const fieldsOfOthers = {passport_number: 'Document number', document_type: 'Document type'};
