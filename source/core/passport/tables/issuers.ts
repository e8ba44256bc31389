/**
 * What is known of the numbers of issuing states, as data.
 *
 * A form is written with `9` a digit, `@` a letter, `#` a letter but not I or O, `*` a letter or digit, `&` a character of
 * Germany's alphabet; a capital letter stands for itself. Fillers that pad a short number are not written.
 *
 * - `hard`: the issuing authority itself has published the form. Everything else is soft: good enough to prefer one
 *   reading to another, never to call a passport wrong.
 * - `complete`: the authority says that there is no other form, so that another form refutes the reading.
 */
export type NumberForm = {readonly form: string; readonly hard: boolean; readonly source: string};

export type Issuer = {
	readonly forms: readonly NumberForm[];
	readonly complete: boolean;
	/** What the optional data hold, where it is known; never decoded further. */
	readonly optional?: 'identity-number' | 'file-number' | 'unknown';
};

const hard = (source: string, ...forms: string[]): NumberForm[] => forms.map(form => ({form, hard: true, source}));
const soft = (source: string, ...forms: string[]): NumberForm[] => forms.map(form => ({form, hard: false, source}));

/** Microsoft Purview, "EU passport number" and its national entities; validator.js 13, `isPassportNumber`. */
const lists = 'Microsoft Purview and validator.js';
const practice = 'seen on passports and specimens';

const only = (...forms: NumberForm[]): Issuer => ({forms, complete: false});

export const issuers: Readonly<Record<string, Issuer>> = {
	CHN: {
		forms: [
			// E or G and 8 digits, later E, a letter from A to Z but not I or O, and 7 digits: Exit and Entry Administration,
			// Guangzhou Public Security Bureau, 19 February 2024.
			...hard('China, Exit and Entry Administration, 2024', 'E99999999', 'G99999999', 'E#9999999'),
			...soft(practice, 'DE9999999', 'SE9999999', 'PE9999999', 'D99999999', 'S99999999', 'P99999999'),
			// Hong Kong and Macao print CHN as issuing state.
			...soft(practice, 'H99999999', 'K99999999', 'KJ9999999', 'HJ9999999', 'MA9999999', 'MB9999999'),
		],
		complete: false,
		optional: 'unknown',
	},
	HKG: only(...soft(practice, 'H99999999', 'K99999999', 'KJ9999999', 'HJ9999999')),
	MAC: only(...soft(practice, 'MA9999999', 'MB9999999')),
	TWN: {forms: soft(practice, '999999999', '@99999999'), complete: false, optional: 'identity-number'},
	KOR: {
		forms: [
			// Korea, Ministry of Foreign Affairs, passport.go.kr, 22 August 2015.
			...hard('Korea, passport.go.kr, 2015', 'M99999999', 'S99999999', 'R99999999', 'G99999999', 'D99999999'),
			// "M12345678 → M123A4567": Korea, notice of the next passport, 21 December 2021.
			...hard('Korea, passport of 2021', 'M999@9999', 'S999@9999', 'R999@9999', 'G999@9999', 'D999@9999'),
			...soft(practice, '@@9999999'),
		],
		complete: false,
		optional: 'identity-number',
	},
	JPN: only(...soft(lists, '@@9999999')),
	// Letters C to K lead passports, Z travel documents for others; 27 characters: Germany, Federal Ministry of the
	// Interior, 1 October 2011. Provisional and children's passports are apart, and older ones have digits only.
	D: only(
		...hard('Germany, Federal Ministry of the Interior, 2011', ...[...'CFGHJKZ'].map(first => `${first}&&&&&&&&`)),
		...soft(practice, '999999999', '@9999999'),
	),
	// "exactly nine characters, all numeric": NHS Data Dictionary, Passport Number (New); GOV.UK, Basic Passport Checks.
	GBR: {forms: hard('United Kingdom, Basic Passport Checks', '999999999'), complete: true},
	// "begins with a letter, followed by eight numbers": travel.state.gov, Next Generation Passport; nine digits before.
	USA: {
		forms: hard('United States, travel.state.gov, 2024', '@99999999', '999999999'),
		complete: true,
		optional: 'file-number',
	},
	IND: {forms: soft(lists, '@9999999'), complete: false, optional: 'file-number'},
	THA: {
		forms: soft(lists, '@@9999999', '@@999999', '@999999', '@9999999'),
		complete: false,
		optional: 'identity-number',
	},
	FRA: only(...soft(lists, '99@@99999')),
	ITA: only(...soft(lists, '@@9999999', '@999999', '999999@')),
	ESP: {forms: soft(lists, '@@@999999', '@@999999'), complete: false, optional: 'identity-number'},
	PRT: only(...soft(lists, '@999999', '@@999999')),
	NLD: {forms: soft(lists, '##****999', '##******9'), complete: false, optional: 'identity-number'},
	BEL: only(...soft(lists, '@@999999')),
	CHE: only(...soft(lists, '@9999999', '@*******')),
	AUT: only(...soft(lists, '@9999999', '@@9999999')),
	POL: {forms: soft(lists, '@@9999999'), complete: false, optional: 'identity-number'},
	CZE: {forms: soft(lists, '99999999'), complete: false, optional: 'identity-number'},
	SVK: {forms: soft(lists, '*9999999', '@@9999999'), complete: false, optional: 'identity-number'},
	HUN: only(...soft(lists, '@@9999999', '@@999999')),
	ROU: only(...soft(lists, '999999999', '99999999')),
	BGR: {forms: soft(lists, '999999999'), complete: false, optional: 'identity-number'},
	GRC: only(...soft(lists, '@@9999999')),
	HRV: {forms: soft(lists, '999999999'), complete: false, optional: 'identity-number'},
	FIN: {forms: soft(lists, '@@9999999'), complete: false, optional: 'identity-number'},
	SWE: {forms: soft(lists, '99999999', '@@999999', '@@9999999'), complete: false, optional: 'identity-number'},
	NOR: only(...soft(practice, '99999999', '@@@999999', '@9999999')),
	DNK: {forms: soft(lists, '999999999'), complete: false, optional: 'identity-number'},
	EST: {forms: soft(lists, '@@9999999', '@9999999'), complete: false, optional: 'identity-number'},
	LVA: {forms: soft(lists, '@@9999999'), complete: false, optional: 'identity-number'},
	LTU: {forms: soft(lists, '99999999'), complete: false, optional: 'identity-number'},
	ISL: {forms: soft(lists, 'A9999999'), complete: false, optional: 'identity-number'},
	IRL: only(...soft(lists, '@@9999999', '@9999999')),
	TUR: {forms: soft(lists, '@99999999'), complete: false, optional: 'identity-number'},
	ISR: {forms: soft(practice, '99999999', '999999999'), complete: false, optional: 'identity-number'},
	RUS: only(...soft(lists, '999999999')),
	UKR: {forms: soft(lists, '@@999999'), complete: false, optional: 'identity-number'},
	KAZ: {forms: soft(practice, '@99999999', '@9999999'), complete: false, optional: 'identity-number'},
	BLR: {forms: soft(lists, '@@9999999'), complete: false, optional: 'identity-number'},
	UZB: {forms: soft(practice, '@@9999999'), complete: false, optional: 'identity-number'},
	MNG: only(...soft(practice, '@9999999', '@@9999999')),
	CAN: only(...soft(lists, '@@999999', '@999999@@')),
	MEX: only(...soft(lists, '@99999999')),
	BRA: only(...soft(lists, '@@999999')),
	ARG: {forms: soft(lists, '@@@999999'), complete: false, optional: 'identity-number'},
	AUS: only(...soft(lists, '@9999999', '@@9999999', '@@999999')),
	NZL: only(...soft(lists, '@@999999')),
	ZAF: {forms: soft(lists, '@99999999'), complete: false, optional: 'identity-number'},
	MYS: {forms: soft(practice, '@99999999'), complete: false, optional: 'identity-number'},
	SGP: {forms: soft(practice, '@9999999@'), complete: false, optional: 'identity-number'},
	IDN: only(...soft(lists, '@9999999', '@@999999')),
	VNM: {forms: soft(practice, '@9999999'), complete: false, optional: 'identity-number'},
	PHL: only(...soft(lists, '@9999999@', '@@9999999')),
	PAK: {forms: soft(lists, '@@9999999'), complete: false, optional: 'identity-number'},
	IRN: {forms: soft(lists, '@99999999'), complete: false, optional: 'identity-number'},
};

/** Germany is D in the MRZ, and DEU where the code has been made one of three letters. */
export const issuerOf = (code: string): Issuer | undefined =>
	Object.hasOwn(issuers, code) ? issuers[code] : code === 'DEU' ? issuers.D : undefined;
