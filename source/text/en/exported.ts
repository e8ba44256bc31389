import type {ExportWords} from '../../core/export/words.ts';
import type {FieldKey} from '../../core/passport/model/fields.ts';
import {countryName} from '../../core/passport/tables/countries.ts';
import {sayReason} from '../reason.ts';
import {plural} from './counting.ts';
import {fields, fieldsOfOthers} from './fields.ts';
import {misfit} from './misfit.ts';
import {reasons} from './reasons.ts';

const isOrAre = (field: FieldKey): string => (field === 'given_name_english' ? 'are' : 'is');

/** The words of lists and tables. */
export const exported: ExportWords = {
	fields,
	fieldsOfOthers,
	columns: {
		no: 'No',
		source_image: 'File',
		status: 'Status',
		review: 'Checked by hand',
		surname_printed: 'Surname in full (printed)',
		given_name_printed: 'Given names in full (printed)',
		age: 'Age',
		validity: 'Validity',
		days_left: 'Days left',
		mrz_line1: 'MRZ line 1',
		mrz_line2: 'MRZ line 2',
		mrz_line3: 'MRZ line 3',
		document: 'Document',
		issues: 'Issues',
		reviewed_at: 'Checked at',
		full_name: 'Name',
		issued: 'Issued by and on',
		remarks: 'Remarks',
	},
	earlierHeads: {'Passport no.': 'passport_number', Issuer: 'issuing_country_code'},
	status: {clean: 'proven', check: 'to check', refused: 'not readable'},
	review: {
		unreviewed: 'not looked at',
		begun: 'not finished',
		typed: 'edited, not finished',
		accepted: 'accepted',
		edited: 'edited',
		rejected: 'rejected',
	},
	documents: {passport: 'passport', id: 'identity card', visa: 'visa'},
	validity: {valid: 'valid', expired: 'expired', 'not-for-trip': 'not valid for trip', unknown: 'unknown'},
	sheets: {passports: 'Passports', issues: 'Issues', notRead: 'Not read', summary: 'Summary'},
	issueHead: ['No', 'File', 'Field', 'Issue'],
	notReadHead: ['File', 'Reason', 'What to do'],
	summaryHead: ['What', 'Value', 'Number'],
	photoHeads: {page: 'Page', portrait: 'Portrait'},
	photoProblems: {
		gone: 'picture not readable',
		changed: 'another picture now',
		'no-place': 'portrait not located',
		'too-many': 'only in the first 20,000 rows',
	},
	refusal: refusal => {
		switch (refusal.code) {
			case 'unproven':
				return `${fields[refusal.field]} ${isOrAre(refusal.field)} neither verified nor checked by hand`;
			case 'contradicted':
				return `${fields[refusal.field]} ${isOrAre(refusal.field)} contradicted and not checked by hand`;
			case 'cut-off':
				return `${fields[refusal.field]} may be cut off where the MRZ ends, and ${isOrAre(refusal.field)} not checked by hand`;
			case 'missing':
				return `${fields[refusal.field]} ${isOrAre(refusal.field)} missing`;
			case 'partial':
				return `${fields[refusal.field]} is not a full date`;
			case 'not-in-lines':
				return `${fields[refusal.field]} cannot be written with the letters of an airline line`;
			case 'no-two-letters':
				return `${fields[refusal.field]} has no two-letter code`;
			case 'other-document':
				return 'the document is neither a passport nor an identity card';
			case 'single-name':
				return 'the passport has one name, and carriers differ in what they want as the given name: ask, and give it as One name, or in a command with --single-name';
			case 'changed-picture':
				return 'the picture has changed since it was read: read it again';
			case 'changed-outside':
				return 'its kept result was changed outside this program, and was not checked by hand since';
			case 'infant':
				return `infant whose adult is not certain (of its surname: ${plural(refusal.adults, 'adult', 'adults')}, ${plural(refusal.infants, 'infant', 'infants')})`;
		}
	},
	misfit,
	describe: issue => sayReason(reasons, issue),
	about: (field, said) => `${field}: ${said}`,
	country: code => countryName(code, 'en'),
	semicolon: '; ',
	sentences: said => said.join('; ').replaceAll('.; ', '. '),
};
