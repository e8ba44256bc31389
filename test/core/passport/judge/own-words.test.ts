// What a page prints of the century, and what an engine says of its own lines.
import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'birth_date',
		`
a century that a printed year of two digits leaves open | birth=220101 page.birth_date=01_JAN_22~5@
	2022-01-01 supported: check-digit digit=8, century year=2022, two-zones-agree
a century that a printed year of four digits confirms | birth=220101 page.birth_date=01_JAN_2022~5@
	2022-01-01 verified: check-digit digit=8, two-zones-agree
a century that a printed year of four digits settles | birth=220101 page.birth_date=01_JAN_1922~5@
	1922-01-01 verified: check-digit digit=8, two-zones-agree
	birth_date century year=1922
another printed year | birth=220101 page.birth_date=01_JAN_1923~5@
	2022-01-01 unverified: check-digit digit=8, century year=2022, two-zones-differ printed=1923-01-01 mrz=2022-01-01; or 1923-01-01 of printed
	! birth_date two-zones-differ printed=1923-01-01 mrz=2022-01-01
another printed day of the century before | birth=220101 page.birth_date=02_JAN_1922~5@
	2022-01-01 unverified: check-digit digit=8, century year=2022, two-zones-differ printed=1922-01-02 mrz=2022-01-01; or 1922-01-02 of printed
	! birth_date two-zones-differ printed=1922-01-02 mrz=2022-01-01
a century that another engine computes as well | birth=220101 service & service birth=220101
	2022-01-01 supported: check-digit digit=8, century year=2022, engines-agree
a century that an engine says otherwise, which is no print | birth=220101 service own.birth_date=1922-01-01
	2022-01-01 unverified: check-digit digit=8, century year=2022, statement-differs value=2022-01-01 other=1922-01-01; or 1922-01-01 of printed
	! birth_date statement-differs value=2022-01-01 other=1922-01-01
words where a date should be | birth=220101 page.birth_date=DATE_OF_BIRTH_OF_THE_HOLDER_OF_THIS_PASSPORT~5@
	2022-01-01 supported: check-digit digit=8, century year=2022
`,
	);

	allSaidOf(
		'sex',
		`
another letter than the engine says | service own.sex=M
	F unverified: check-digit-not-printed, statement-differs value=F other=M; or M of printed
	! sex statement-differs value=F other=M
a letter that the engine says as well | service own.sex=F
	F unverified: check-digit-not-printed
a filler, of which the engine says a letter | sex=< own.sex=M
	X unverified: read-clearly, statement-differs value=X other=M; or M of printed
	sex sex-unspecified
	! sex statement-differs value=X other=M
another letter on the page | page.sex=M~5@
	F unverified: read-clearly, two-zones-differ printed=M mrz=F; or M of printed
	! sex two-zones-differ printed=M mrz=F
another letter on the page, hardly read | page.sex=M~0.5@
	F supported: read-clearly, two-zones-differ printed=M mrz=F; or M of printed
	sex two-zones-differ printed=M mrz=F
`,
	);

	allSaidOf(
		'given_name_english',
		`
none in the lines and none on the page | names=ERIKSSON page.given_name_english=~5@
	- supported: read-clearly, no-given-name
none in the lines and one on the page | names=ERIKSSON page.given_name_english=ANNA~5@
	- supported: read-clearly, no-given-name; or ANNA of printed
none, by two engines | names=ERIKSSON service & service names=ERIKSSON
	- unverified: check-digit-not-printed, no-given-name
none, and one by another engine | names=ERIKSSON service & service
	- unverified: check-digit-not-printed, no-given-name; or ANNA MARIA of xiangyun
`,
	);

	allSaidOf(
		'passport_number',
		`
repaired, and the engine says what it misread | issuer=CHN number=E12345678 2:9=B own.passport_number=E1234567B
	E12345678 (was E1234567B) unverified: repaired from=E1234567B, check-digit digit=2, number-pattern issuer=CHN, blind-spot character=1 twin=L position=2; or EL2345678 of repair; or E1234567B of mrz
	passport_number repaired from=E1234567B
repaired, and the engine says a third number | issuer=CHN number=E12345678 2:9=B own.passport_number=E12345679
	E12345678 (was E1234567B) unverified: repaired from=E1234567B, check-digit digit=2, number-pattern issuer=CHN, blind-spot character=1 twin=L position=2, statement-differs value=E12345678 other=E12345679; or EL2345678 of repair; or E1234567B of mrz; or E12345679 of printed
	passport_number repaired from=E1234567B
	! passport_number statement-differs value=E12345678 other=E12345679
`,
	);
});
