import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'passport_number',
		`
lines and words say the same | lines=none page.passport_number=107182890 own.passport_number=107182890
	107182890 supported: two-zones-agree
	! no-zone
	! surname_english missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
one word | lines=none page.passport_number=107182890
	107182890 unverified: engine-word
	! no-zone
	! surname_english missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
two words that differ | lines=none page.passport_number=107182890 own.passport_number=907182890
	107182890 unverified: two-zones-differ printed=907182890 mrz=107182890; or 907182890 of printed
	! no-zone
	! passport_number two-zones-differ printed=907182890 mrz=107182890
	! surname_english missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
two words that agree and one that differs | lines=none page.passport_number=107182890 own.passport_number=107182890 own.passport_number=907182890
	107182890 unverified: two-zones-differ printed=907182890 mrz=107182890; or 907182890 of printed
	! no-zone
	! passport_number two-zones-differ printed=907182890 mrz=107182890
	! surname_english missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
none | lines=none page.surname_english=Eriksson
	- refuted: missing
	! no-zone
	! passport_number missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
`,
	);

	allSaidOf(
		'given_name_english',
		`
none | lines=none page.surname_english=Eriksson
	- unverified: missing
	! no-zone
	! passport_number missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
`,
	);

	allSaidOf(
		'document_type',
		`
none | lines=none page.surname_english=Eriksson
	- unverified: missing
	! no-zone
	! passport_number missing
	! holder_country_code missing
	! birth_date missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
`,
	);

	allSaidOf(
		'birth_date',
		`
a day | lines=none page.birth_date=12_AUG_1974
	1974-08-12 unverified: engine-word
	! no-zone
	! passport_number missing
	! surname_english missing
	! holder_country_code missing
	! sex missing
	! expiry_date missing
	! issuing_country_code missing
`,
	);

	allSaidOf(
		'birth_place',
		`
read clearly | page.birth_place=LONDON~5@
	LONDON supported: read-clearly
read weakly | page.birth_place=LONDON~0.5@
	LONDON unverified: read-weakly
without a label | unlabelled.birth_place=LONDON~5@
	LONDON unverified: unlabelled
from a service | service page.birth_place=LONDON
	LONDON unverified: engine-word
from a service, twice | service page.birth_place=LONDON own.birth_place=LONDON
	LONDON supported: two-zones-agree
in two languages | service page.birth_place=四川/SICHUAN own.birth_place=SICHUAN
	四川/SICHUAN supported: two-zones-agree
another place | service page.birth_place=LONDON own.birth_place=LEEDS
	LONDON unverified: engine-word, two-zones-differ printed=LONDON mrz=LEEDS; or LEEDS of printed
another place, read weakly | page.birth_place=LONDON~5 own.birth_place=LEEDS~0.5
	LONDON supported: read-clearly; or LEEDS of printed
a place in another script | page.birth_place=LONDON~5 own.birth_place=伦敦~5
	LONDON supported: read-clearly; or 伦敦 of printed
signs that no place has | page.birth_place=LON*DON~5@
	LON*DON unverified: read-weakly
the same as the authority | page.birth_place=LONDON~5@ page.issuing_authority=London~5@
	LONDON unverified: read-clearly, same-as-other
`,
	);

	allSaidOf(
		'issue_date',
		`
ten years before the expiry | page.issue_date=15_APR_2021~5@
	2021-04-15 supported: read-clearly, usual-validity
ten years and a day | page.issue_date=14_APR_2021~5@
	2021-04-14 supported: read-clearly, usual-validity
as a service says it | service page.issue_date=15_APR_2021
	2021-04-15 supported: usual-validity
a day that parts from the expiry by no whole years | page.issue_date=03_MAR_2020~5@
	2020-03-03 unverified: read-clearly, odd-issue-day raw=2020-03-03
	expiry_date validity-unusual years=11 usual=10
that day from a service | service page.issue_date=03_MAR_2020
	2020-03-03 unverified: engine-word
	expiry_date validity-unusual years=11 usual=10
in two years | issuer=CHN number=E12345678 page.issue_date=16_APR_2028~5@
	2028-04-16 unverified: read-clearly, date-too-far raw=2028-04-16
	expiry_date validity-unusual years=2 usual=10
seven years before, which its state does not issue for | issuer=USA number=A12345678 page.issue_date=16_APR_2024~5@
	2024-04-16 unverified: read-clearly, odd-issue-day raw=2024-04-16 years=7 usual=1, 2, 5, 10
fifteen years before the expiry | page.issue_date=16_APR_2016~5@
	2016-04-16 supported: read-clearly, usual-validity
	expiry_date validity-unusual years=14 usual=10
sixteen years before the expiry | page.issue_date=16_APR_2015~5@
	2015-04-16 unverified: read-clearly, odd-issue-day raw=2015-04-16
	expiry_date validity-unusual years=15 usual=10
three days off whole years | page.issue_date=12_APR_2021~5@
	2021-04-12 supported: read-clearly, usual-validity
four days off whole years | page.issue_date=11_APR_2021~5@
	2021-04-11 unverified: read-clearly, odd-issue-day raw=2021-04-11
tomorrow | page.issue_date=23_NOV_2026~5@
	2026-11-23 unverified: read-clearly, date-too-far raw=2026-11-23
today | page.issue_date=22_NOV_2026~5@
	2026-11-22 unverified: read-clearly, odd-issue-day raw=2026-11-22
what is no day | page.issue_date=32_APR_2021~5@
	- unverified: not-a-date raw=32 APR 2021
a month | page.issue_date=APR_2021~5@
	2021-04 supported: read-clearly
two that differ | service page.issue_date=15_APR_2021 own.issue_date=15_APR_2020
	2021-04-15 unverified: two-zones-differ printed=2021-04-15 mrz=2020-04-15, usual-validity; or 2020-04-15 of printed
without a label | unlabelled.issue_date=15_APR_2021~5@
	2021-04-15 unverified: unlabelled, dates-out-of-order
`,
	);

	allSaidOf(
		'id_number',
		`
the same as the optional data | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=72345678902~5@
	72345678902 verified: two-zones-agree, read-clearly
a part of the optional data | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=345678902~5@
	345678902 supported: two-zones-agree, read-clearly
five characters of it | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=34567~5@
	34567 supported: read-clearly
six characters of it | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=345678~5@
	345678 supported: two-zones-agree, read-clearly
one that differs in a look-alike | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=72345678982~5@
	72345678982 unverified: read-clearly, two-zones-differ printed=72345678982 mrz=72345678902; or 72345678902 of mrz
	! id_number two-zones-differ printed=72345678982 mrz=72345678902
one that differs in a look-alike, weakly | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=72345678982~1@
	72345678982 unverified: read-weakly, two-zones-differ printed=72345678982 mrz=72345678902; or 72345678902 of mrz
another one | issuer=POL number=AZ1234567 optional=72345678902 page.id_number=99999999999~5@
	99999999999 supported: read-clearly
the engine’s own word | issuer=POL number=AZ1234567 optional=72345678902 service own.id_number=72345678902
	72345678902 supported: two-zones-agree
the same, where the optional data are refuted | issuer=POL number=AZ1234567 optional=72345678902 optionalDigit=1 page.id_number=72345678902~5@
	72345678902 supported: two-zones-agree, read-clearly
	! optional_data_mrz check-digit-wrong printed=1 expected=5
`,
	);

	allSaidOf(
		'name',
		`
in the national script | issuer=CHN number=E12345678 page.name=林伟~5@
	林伟 supported: read-clearly
a Latin name | page.name=Eriksson~5@
	no such field
`,
	);

	allSaidOf(
		'birth_place',
		`
two words of one engine that agree | page.birth_place=ZENITH~0.1 own.birth_place=ZENITH
	ZENITH supported: two-zones-agree
two words of one engine that differ | page.birth_place=ZENITH~5 own.birth_place=NADIR
	ZENITH unverified: read-clearly, two-zones-differ printed=ZENITH mrz=NADIR; or NADIR of printed
one in the lines, and another on the page | own.birth_place=NADIR page.birth_place=ZENITH~5
	NADIR unverified: engine-word, two-zones-differ printed=ZENITH mrz=NADIR; or ZENITH of printed
two words of the page | page.birth_place=ZENITH~5 page.birth_place=NADIR~5
	ZENITH supported: read-clearly; or NADIR of printed
one that the page has twice, and another that it has twice | page.birth_place=ZENITH~5 page.birth_place=ZENITH~5 page.birth_place=NADIR~5 page.birth_place=NADIR~5
	ZENITH supported: read-clearly; or NADIR of printed
another word, hardly read | page.birth_place=ZENITH~5 own.birth_place=NADIR~0.1
	ZENITH supported: read-clearly; or NADIR of printed
`,
	);

	allSaidOf(
		'issue_date',
		`
ten years less a day before the expiry | page.issue_date=16_APR_2021~5
	2021-04-16 supported: read-clearly, usual-validity
hardly read | page.issue_date=16_APR_2021~0.1
	2021-04-16 supported: read-weakly, usual-validity
a month | page.issue_date=APR_2021~5
	2021-04 supported: read-clearly
the expiry in doubt | page.issue_date=16_APR_2021~5 2:28=7
	2021-04-16 supported: read-clearly
	! composite-wrong printed=6 expected=3
	! expiry_date check-digit-wrong printed=7 expected=0
`,
	);

	allSaidOf(
		'id_number',
		`
a part of the optional data | optional=ZE184226B page.id_number=184226~5
	184226 supported: two-zones-agree, read-clearly
more than the optional data | optional=184226 page.id_number=ZE184226B~5
	ZE184226B supported: two-zones-agree, read-clearly
five characters, which may be there by chance | optional=ZE184 page.id_number=ZE184~5
	ZE184 supported: read-clearly
six | optional=ZE1842 page.id_number=ZE1842~5
	ZE1842 verified: two-zones-agree, read-clearly
what an engine says of its own lines | optional=ZE184226B own.id_number=ZE184226B
	ZE184226B supported: two-zones-agree
`,
	);
});
