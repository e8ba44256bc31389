import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'surname_english',
		`
the same name | service page.surname_english=Eriksson
	ERIKSSON verified: check-digit-not-printed, two-zones-agree
a name of other letters | service page.surname_english=Wang
	ERIKSSON unverified: check-digit-not-printed, two-zones-differ printed=WANG mrz=ERIKSSON; or WANG of printed
	surname_english two-zones-differ printed=WANG mrz=ERIKSSON
a name of other letters, placed | page.surname_english=Wang~5@
	ERIKSSON unverified: read-clearly, two-zones-differ printed=WANG mrz=ERIKSSON; or WANG of printed
	! surname_english two-zones-differ printed=WANG mrz=ERIKSSON
a name of other letters, placed but weak | page.surname_english=Wang~1@
	ERIKSSON supported: read-clearly, two-zones-differ printed=WANG mrz=ERIKSSON; or WANG of printed
	surname_english two-zones-differ printed=WANG mrz=ERIKSSON
a name that differs in one letter | page.surname_english=Eriksson page.surname_english=Erikssen~5
	ERIKSSON verified: read-clearly, two-zones-agree, two-zones-differ printed=ERIKSSEN mrz=ERIKSSON; or ERIKSSEN of printed
	! surname_english two-zones-differ printed=ERIKSSEN mrz=ERIKSSON
a name with an umlaut | names=MUELLER<<ANNA page.surname_english=Müller
	MUELLER verified: read-clearly, two-zones-agree
another spelling of an umlaut | names=MULLER<<ANNA page.surname_english=Müller
	MULLER verified: read-clearly, two-zones-agree
the engine’s own word | service own.surname_english=WANG
	ERIKSSON unverified: check-digit-not-printed, statement-differs value=ERIKSSON other=WANG; or WANG of printed
	! surname_english statement-differs value=ERIKSSON other=WANG
the engine’s own word, the same | service own.surname_english=ERIKSSON
	ERIKSSON unverified: check-digit-not-printed
the name where the lines have none | names=<<<< page.surname_english=Eriksson
	- refuted: read-clearly, missing; or ERIKSSON of printed
	! surname_english missing
`,
	);

	allSaidOf(
		'given_name_english',
		`
whole names that the lines cut off | names=ERIKSSON<<ANNA<MARIA<LUISA<ELISABETH<JOHAN page.given_name_english=Anna_Maria_Luisa_Elisabeth_Johanna
	ANNA MARIA LUISA ELISABETH JO supported: read-clearly, name-truncated; or ANNA MARIA LUISA ELISABETH JOHANNA of printed
	given_name_english name-truncated
another name | page.given_name_english=Berta~5
	ANNA MARIA supported: read-clearly, two-zones-differ printed=BERTA mrz=ANNA MARIA; or BERTA of printed
	given_name_english two-zones-differ printed=BERTA mrz=ANNA MARIA
none printed | page.given_name_english=
	ANNA MARIA supported: read-clearly
`,
	);

	allSaidOf(
		'passport_number',
		`
the same number | service page.passport_number=107182890
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR, two-zones-agree
a number that differs in a look-alike | page.passport_number=1O7182890~2
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR, two-zones-differ printed=1O7182890 mrz=107182890; or 1O7182890 of printed
	passport_number two-zones-differ printed=1O7182890 mrz=107182890
a number that differs in a look-alike, beyond doubt | page.passport_number=107182B90~3@
	107182890 supported: check-digit digit=0, number-pattern issuer=GBR, two-zones-differ printed=107182B90 mrz=107182890; or 107182B90 of printed
	! passport_number two-zones-differ printed=107182B90 mrz=107182890
another number | page.passport_number=907182890~2
	107182890 supported: check-digit digit=0, number-pattern issuer=GBR, two-zones-differ printed=907182890 mrz=107182890; or 907182890 of printed
	! passport_number two-zones-differ printed=907182890 mrz=107182890
another number, read weakly | page.passport_number=907182890~1
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR, two-zones-differ printed=907182890 mrz=107182890; or 907182890 of printed
	passport_number two-zones-differ printed=907182890 mrz=107182890
the letter that a digit cannot see | issuer=UTO number=G12345679 page.passport_number=612345679~2
	G12345679 unverified: check-digit digit=7, blind-spot character=G twin=6 position=1, two-zones-differ printed=612345679 mrz=G12345679; or 612345679 of printed
	! passport_number two-zones-differ printed=612345679 mrz=G12345679
	issuing_country_code specimen code=UTO
the engine’s own word, which differs | service own.passport_number=907182890
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR, statement-differs value=107182890 other=907182890; or 907182890 of printed
	passport_number statement-differs value=107182890 other=907182890
a number where the lines have none | number= page.passport_number=107182890
	- refuted: missing; or 107182890 of printed
	! passport_number missing
what it saw before a repair | service 2:2=O own.passport_number=1O7182890
	107182890 (was 1O7182890) supported: repaired from=1O7182890, check-digit digit=0, number-pattern issuer=GBR; or 1O7182890 of mrz
	passport_number repaired from=1O7182890
`,
	);

	allSaidOf(
		'birth_date',
		`
the same day | service page.birth_date=12_AUG/AOUT_1974
	1974-08-12 verified: check-digit digit=2, two-zones-agree
the same day of two digits | service page.birth_date=12_AUG/AOUT_74
	1974-08-12 verified: check-digit digit=2, two-zones-agree
another day | page.birth_date=13_AUG/AOUT_1974
	1974-08-12 verified: check-digit digit=2, two-zones-differ printed=1974-08-13 mrz=1974-08-12; or 1974-08-13 of printed
	birth_date two-zones-differ printed=1974-08-13 mrz=1974-08-12
a century that the lines leave open | birth=071123 page.birth_date=23_NOV_1907
	1907-11-23 verified: check-digit digit=8, two-zones-agree
	birth_date century year=1907
the century, printed as it is computed | birth=071123 page.birth_date=23_NOV_2007
	2007-11-23 verified: check-digit digit=8, two-zones-agree
the century, printed with two digits | birth=071123 page.birth_date=23_NOV_07
	2007-11-23 supported: check-digit digit=8, century year=2007, two-zones-agree
what is no day | page.birth_date=32_AUG_1974
	1974-08-12 verified: check-digit digit=2
`,
	);

	allSaidOf(
		'sex',
		`
the same sex | service page.sex=F
	F verified: check-digit-not-printed, two-zones-agree
another sex | page.sex=M
	F unverified: read-clearly, two-zones-differ printed=M mrz=F; or M of printed
	! sex two-zones-differ printed=M mrz=F
an X for a filler | sex=< service page.sex=X
	X verified: sex-unspecified, two-zones-agree
	sex sex-unspecified
`,
	);

	allSaidOf(
		'holder_country_code',
		`
the same state | nationality=FRA service page.holder_country_code=FRA
	FRA verified: check-digit-not-printed, known-code code=FRA, two-zones-agree
another state | page.holder_country_code=FRA
	GBR unverified: read-clearly, known-code code=GBR, issuer-agrees code=GBR, two-zones-differ printed=FRA mrz=GBR; or FRA of printed
	! holder_country_code two-zones-differ printed=FRA mrz=GBR
Germany | issuer=D<< number=C01X0006H service page.holder_country_code=D
	DEU verified: check-digit-not-printed, known-code code=DEU, issuer-agrees code=DEU, two-zones-agree
`,
	);

	allSaidOf(
		'expiry_date',
		`
a day before the day of issue | page.issue_date=01_MAY_2031~5@
	2031-04-15 verified: check-digit digit=0
	! expiry_date dates-out-of-order
another day, beyond doubt | page.expiry_date=15_APR_2037~3@
	2031-04-15 supported: check-digit digit=0, two-zones-differ printed=2037-04-15 mrz=2031-04-15; or 2037-04-15 of printed
	! expiry_date two-zones-differ printed=2037-04-15 mrz=2031-04-15
another day, that may be misread | page.expiry_date=15_APR_2037~2@
	2031-04-15 verified: check-digit digit=0, two-zones-differ printed=2037-04-15 mrz=2031-04-15; or 2037-04-15 of printed
	expiry_date two-zones-differ printed=2037-04-15 mrz=2031-04-15
`,
	);
});
