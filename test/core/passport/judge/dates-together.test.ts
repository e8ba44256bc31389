import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'birth_date',
		`
95 years old | birth=311122
	1931-11-22 verified: check-digit digit=0
96 years old | birth=301122
	1930-11-22 verified: check-digit digit=7
	birth_date century year=1930
96 years old tomorrow | birth=301123
	1930-11-23 verified: check-digit digit=8
born today | birth=261122 expiry=310415
	2026-11-22 supported: check-digit digit=8, century year=2026
born today, valid for five and a half years | birth=261122 expiry=320522
	2026-11-22 supported: check-digit digit=8, century year=2026
born today, valid for a day more | birth=261122 expiry=320523
	2026-11-22 supported: check-digit digit=8, century year=2026
	! birth_date century year=2026
three years old, valid for ten years | birth=231122 expiry=331122
	2023-11-22 supported: check-digit digit=9, century year=2023
three years old tomorrow, valid for six years | birth=231123 expiry=321122
	2023-11-23 supported: check-digit digit=0, century year=2023
	! birth_date century year=2023
born on the day of expiry | birth=100101 expiry=100101
	2010-01-01 supported: check-digit digit=5, century year=2010
	! expiry_date dates-out-of-order
	expiry_date expired days=6169
born in the month before the expiry | birth=0912<< expiry=100101
	2009-12 supported: check-digit digit=2, century year=2009, partial-date
	birth_date partial-date
	expiry_date expired days=6169
born after the day of issue | birth=220101 page.issue_date=01_JAN_2021~5@
	1922-01-01 verified: check-digit digit=8
	birth_date century year=1922
born after the day of issue, as a service says | birth=220101 service page.issue_date=01_JAN_2021
	1922-01-01 verified: check-digit digit=8
	birth_date century year=1922
born after the day of issue, which was read weakly | birth=220101 page.issue_date=01_JAN_2021~0.5@
	2022-01-01 supported: check-digit digit=8, century year=2022
born after the day of issue, which has no label | birth=220101 unlabelled.issue_date=01_JAN_2021~5@
	2022-01-01 supported: check-digit digit=8, century year=2022
born on the day of issue | birth=210415 page.issue_date=15_APR_2021~5@
	2021-04-15 supported: check-digit digit=3, century year=2021
`,
	);

	allSaidOf(
		'expiry_date',
		`
yesterday | expiry=261121
	2026-11-21 verified: check-digit digit=7
	expiry_date expired days=1
today | expiry=261122
	2026-11-22 verified: check-digit digit=8
	expiry_date expires-soon days=0
in six months less a day | expiry=270521
	2027-05-21 verified: check-digit digit=7
	expiry_date expires-soon days=180
in six months | expiry=270522
	2027-05-22 verified: check-digit digit=8
in ten years and nine months | expiry=370822
	2037-08-22 verified: check-digit digit=6
a day later | expiry=370823
	2037-08-23 verified: check-digit digit=7
	expiry_date validity-unusual years=10 usual=10 months=9 days=1
ten years and nine months after the day of issue | expiry=311115 page.issue_date=15_FEB_2021~5@
	2031-11-15 verified: check-digit digit=0
a day later than that | expiry=311116 page.issue_date=15_FEB_2021~5@
	2031-11-16 verified: check-digit digit=1
	expiry_date validity-unusual years=10 usual=10 months=9 days=1
twelve years after the day of issue | expiry=330215 page.issue_date=15_FEB_2021~5@
	2033-02-15 verified: check-digit digit=2
	expiry_date validity-unusual years=12 usual=10
before the day of issue, which was read weakly | page.issue_date=01_MAY_2031~0.5@
	2031-04-15 verified: check-digit digit=0
on the day of issue | expiry=310415 page.issue_date=15_APR_2031~5@
	2031-04-15 verified: check-digit digit=0
	! expiry_date dates-out-of-order
of a Chinese child, five years after the issue | issuer=CHN number=E12345678 birth=150101 expiry=260415 page.issue_date=16_APR_2021~5@
	2026-04-15 verified: check-digit digit=8
	expiry_date expired days=221
of a Chinese child, ten years after the issue | issuer=CHN number=E12345678 birth=150101 expiry=310415 page.issue_date=16_APR_2021~5@
	2031-04-15 verified: check-digit digit=0
	expiry_date validity-unusual years=9 usual=5
of a Chinese holder of sixteen years on the day of issue | issuer=CHN number=E12345678 birth=050416 expiry=310415 page.issue_date=16_APR_2021~5@
	2031-04-15 verified: check-digit digit=0
of a Chinese holder a day younger | issuer=CHN number=E12345678 birth=050417 expiry=310415 page.issue_date=16_APR_2021~5@
	2031-04-15 verified: check-digit digit=0
	expiry_date validity-unusual years=9 usual=5
of a Chinese child, a month too long | issuer=CHN number=E12345678 birth=150101 expiry=260517 page.issue_date=16_APR_2021~5@
	2026-05-17 verified: check-digit digit=7
	expiry_date expired days=189
of a Chinese child, a day more | issuer=CHN number=E12345678 birth=150101 expiry=260518 page.issue_date=16_APR_2021~5@
	2026-05-18 verified: check-digit digit=8
	expiry_date validity-unusual years=5 usual=5 months=1 days=2
	expiry_date expired days=188
of a Chinese child, by the birth alone | issuer=CHN number=E12345678 birth=150101 expiry=311222
	2031-12-22 verified: check-digit digit=7
of a Chinese child, a day too long | issuer=CHN number=E12345678 birth=150101 expiry=311223
	2031-12-23 verified: check-digit digit=8
	expiry_date validity-unusual years=10 usual=5
of a Chinese holder of eighteen at its end | issuer=CHN number=E12345678 birth=090101 expiry=270101
	2027-01-01 verified: check-digit digit=3
	expiry_date expires-soon days=40
of a Chinese holder of twenty-two at its end | issuer=CHN number=E12345678 birth=050101 expiry=270101
	2027-01-01 verified: check-digit digit=3
	expiry_date validity-unusual years=10 usual=5
	expiry_date expires-soon days=40
of a Chinese holder of twenty-five at its end | issuer=CHN number=E12345678 birth=050101 expiry=300101
	2030-01-01 verified: check-digit digit=9
	expiry_date validity-unusual years=10 usual=5
of a Chinese holder of twenty-six less a month at its end | issuer=CHN number=E12345678 birth=050201 expiry=310101
	2031-01-01 verified: check-digit digit=2
of a Chinese child, issued in a month | issuer=CHN number=E12345678 birth=150101 expiry=310415 page.issue_date=APR_2021~5@
	2031-04-15 verified: check-digit digit=0
`,
	);
});
