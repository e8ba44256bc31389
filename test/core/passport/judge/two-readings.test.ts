import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'passport_number',
		`
the same number by another engine | service & service
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR, engines-agree
another number by another engine | service & service number=907182890
	107182890 unverified: check-digit digit=0, number-pattern issuer=GBR, engines-differ value=107182890 other=907182890; or 907182890 of xiangyun
	! passport_number engines-differ value=107182890 other=907182890
a number with another digit | service 2:10=7 & service
	107182890 refuted: check-digit-wrong printed=7 expected=0, engines-agree
	! composite-wrong printed=6 expected=5
	! passport_number check-digit-wrong printed=7 expected=0
a number that only the other one proves | service & service 2:2=5
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR, engines-differ value=107182890 other=157182890; or 157182890 of xiangyun
	passport_number engines-differ value=107182890 other=157182890
another number, where the first has no digit for it | 2:10=<! & service number=907182890
	107182890 unverified: unseen position=10, engines-differ value=107182890 other=907182890; or 907182890 of xiangyun
	composite-unseen
	! passport_number unseen position=10
	! passport_number engines-differ value=107182890 other=907182890
a number where the first has none | number= & service
	- refuted: missing; or 107182890 of xiangyun
	! passport_number missing
the same, which a person may have chosen already | issuer=CHN number=E12345678 2:1=F & service issuer=CHN number=E12345678
	F12345678 refuted: check-digit-wrong printed=2 expected=9, repair-offered value=E12345678; or E12345678 of xiangyun
	! composite-wrong printed=2 expected=9
	! passport_number check-digit-wrong printed=2 expected=9
	! passport_number repair-offered value=E12345678
another number beside repairs that would fit | issuer=UTO number=L89890203 2:3=S & service issuer=UTO number=L89890203
	L8S890203 refuted: check-digit-wrong printed=0 expected=9, several-repairs count=4; or L8SB90203 of repair; or L8S890Z03 of repair; or L5S890203 of repair; or L8S860203 of repair; or L89890203 of xiangyun
	! composite-wrong printed=6 expected=5
	! passport_number check-digit-wrong printed=0 expected=9
	! passport_number several-repairs count=4
	issuing_country_code specimen code=UTO
one of the repairs that would fit | issuer=UTO number=L89890203 2:3=S & service issuer=UTO number=L8SB90203
	L8S890203 refuted: check-digit-wrong printed=0 expected=9, several-repairs count=4; or L8SB90203 of xiangyun; or L8S890Z03 of repair; or L5S890203 of repair; or L8S860203 of repair
	! composite-wrong printed=6 expected=5
	! passport_number check-digit-wrong printed=0 expected=9
	! passport_number several-repairs count=4
	issuing_country_code specimen code=UTO
nearly another number | nearly=4:8,10:6
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR; or 107882890 of offline
	! passport_number other-line-possible value=107882890
nearly another number, which its digit cannot see | issuer=UTO number=G12345679 2:1~1 nearly=1:6
	G12345679 unverified: check-digit digit=7, blind-spot character=G twin=6 position=1; or 612345679 of offline
	! passport_number other-line-possible value=612345679
	issuing_country_code specimen code=UTO
nearly another line | nearly=44:9
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR
	! other-line-possible
`,
	);

	allSaidOf(
		'surname_english',
		`
the same by another engine | service & service
	ERIKSSON supported: check-digit-not-printed, engines-agree
another name | & names=ERIKSEN<<ANNA<MARIA
	ERIKSSON unverified: read-clearly, engines-differ value=ERIKSSON other=ERIKSEN; or ERIKSEN of offline
	! surname_english engines-differ value=ERIKSSON other=ERIKSEN
quite another name | & names=WANG<<ANNA<MARIA
	ERIKSSON unverified: read-clearly, engines-differ value=ERIKSSON other=WANG; or WANG of offline
	! surname_english engines-differ value=ERIKSSON other=WANG
none by the other | & names=<<ANNA<MARIA
	ERIKSSON supported: read-clearly
what the other’s page prints | service & service page.surname_english=Eriksson
	ERIKSSON verified: check-digit-not-printed, two-zones-agree, engines-agree
`,
	);

	allSaidOf(
		'birth_date',
		`
nearly another day | nearly=16:9,20:1
	1974-08-12 verified: check-digit digit=2
	! other-line-possible
another day by another engine | service & service birth=740813
	1974-08-12 unverified: check-digit digit=2, engines-differ value=1974-08-12 other=1974-08-13; or 1974-08-13 of xiangyun
	! birth_date engines-differ value=1974-08-12 other=1974-08-13
`,
	);

	allSaidOf(
		'sex',
		`
another sex by another engine | & sex=M
	F unverified: read-clearly, engines-differ value=F other=M; or M of offline
	! sex engines-differ value=F other=M
`,
	);

	allSaidOf(
		'holder_country_code',
		`
another state by another engine, where the first has none | nationality=QQQ & nationality=GBR
	QQQ refuted: unknown-code code=QQQ; or GBR of offline
	! holder_country_code unknown-code code=QQQ
`,
	);

	allSaidOf(
		'birth_place',
		`
the same by another engine | service page.birth_place=LONDON & page.birth_place=London~5@
	LONDON supported: engines-agree
another place by another engine | page.birth_place=LONDON~5@ & service page.birth_place=LEEDS
	LONDON unverified: read-clearly, engines-differ value=LONDON other=LEEDS; or LEEDS of xiangyun
two other places | service page.birth_place=LONDON own.birth_place=LEEDS & page.birth_place=YORK~5@
	LONDON unverified: engine-word, two-zones-differ printed=LONDON mrz=LEEDS, engines-differ value=LONDON other=YORK; or LEEDS of printed; or YORK of offline
the same other place twice | page.birth_place=LONDON~5@ own.birth_place=LEEDS~5@ & page.birth_place=LEEDS~5@
	LONDON unverified: read-clearly, two-zones-differ printed=LONDON mrz=LEEDS; or LEEDS of printed
`,
	);

	allSaidOf(
		'issue_date',
		`
another day by another engine | page.issue_date=15_APR_2021~5@ & service page.issue_date=15_APR_2022
	2021-04-15 unverified: read-clearly, engines-differ value=2021-04-15 other=2022-04-15, usual-validity; or 2022-04-15 of xiangyun
the same day by another engine | page.issue_date=03_MAR_2020~5@ & service page.issue_date=03_MAR_2020
	2020-03-03 supported: engines-agree, read-clearly
	expiry_date validity-unusual years=11 usual=10
`,
	);
});
