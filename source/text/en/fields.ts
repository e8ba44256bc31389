import type {FieldKey} from '../../core/passport/model/fields.ts';

/** The names of the fields. */
export const fields = {
	passport_number: 'Passport no.',
	surname_english: 'Surname',
	given_name_english: 'Given names',
	holder_country_code: 'Nationality',
	birth_date: 'Date of birth',
	sex: 'Sex',
	expiry_date: 'Date of expiry',
	issuing_country_code: 'Issued by',
	document_type: 'Type',
	optional_data_mrz: 'Optional data',
	name: 'National name',
	birth_place: 'Place of birth',
	issue_date: 'Date of issue',
	issue_place: 'Place of issue',
	issuing_authority: 'Authority',
	id_number: 'Personal no.',
} satisfies Record<FieldKey, string> as Record<FieldKey, string>;
