// Printed values, as labels of pictures and readings have them.

/** The field that holds each labelled value. */
export const fieldOf = {
	surname: 'surname_english',
	given_names: 'given_name_english',
	name: 'name',
	passport_number: 'passport_number',
	nationality: 'holder_country_code',
	birth_date: 'birth_date',
	sex: 'sex',
	issue_date: 'issue_date',
	expiry_date: 'expiry_date',
	birth_place: 'birth_place',
	authority: 'issuing_authority',
};

/** Levels at which a value that only the page prints is given as right; at others it is given to be checked. */
const supported = new Set(['verified', 'supported']);

/** Of what the zone has, too, the page's word counts. One that is none is shown beside the value, to be checked. */
export function givenOf(reading, passport, name) {
	const key = fieldOf[name];
	const field = passport.fields.find(one => one.key === key);
	const printed = reading.printed?.find(one => one.field === key && one.zone === 'printed');
	if (field && ['name', 'issue_date', 'birth_place', 'issuing_authority'].includes(key)) {
		return {text: field.value, isSupported: supported.has(field.evidence.level)};
	}
	return {text: printed?.text, isSupported: printed !== undefined && !printed.aside};
}

/** Case, spaces, marks and punctuation do not count. */
export const bare = text =>
	(text ?? '')
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toUpperCase()
		.replace(/[ÆØÞÐŁ]/g, one => ({Æ: 'AE', Ø: 'O', Þ: 'TH', Ð: 'D', Ł: 'L'})[one])
		.replace(/[^\p{L}\p{N}]/gu, '');

/** `K/F` says F. */
export const isRight = (field, read, wanted) =>
	field === 'sex'
		? (read ?? '')
				.toUpperCase()
				.split(/[^\p{L}]+/u)
				.some(word => word === wanted || {男: 'M', 女: 'F'}[word] === wanted)
		: bare(read) === bare(wanted);
