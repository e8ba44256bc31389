import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'passport_number',
		`
read clearly
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR
one character hardly read | 2:4~0.5/8
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR
two characters hardly read | 2:4~0.5/8 2:5~0.6
	107182890 unverified: check-digit digit=0, number-pattern issuer=GBR, read-weakly character=1 position=4 perhaps=8; or 107882890 of repair
from a service that gives no margins | service
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR
a 0 that was seen as an O | 2:2~-1?O/O
	107182890 (was 1O7182890) supported: check-digit digit=0, number-pattern issuer=GBR, repaired from=1O7182890
a 0 where the eye saw an O clearly | 2:2~-3?O/O
	107182890 (was 1O7182890) unverified: check-digit digit=0, number-pattern issuer=GBR, read-weakly character=0 position=2 perhaps=O, repaired from=1O7182890; or 1O7182890 of repair
a 0 where the eye saw an M clearly | 2:2~-5?M/M
	107182890 (was 1M7182890) unverified: check-digit digit=0, number-pattern issuer=GBR, not-look-alike seen=M taken=0 position=2, repaired from=1M7182890
a G that its digit takes for a 6 as well | issuer=UTO number=G12345679
	G12345679 supported: check-digit digit=7, blind-spot character=G twin=6 position=1
	issuing_country_code specimen code=UTO
that G, read weakly | issuer=UTO number=G12345679 2:1~3
	G12345679 unverified: check-digit digit=7, blind-spot character=G twin=6 position=1; or 612345679 of repair
	issuing_country_code specimen code=UTO
a digit for the letter that practice knows, where the check digit is wrong | issuer=IND number=S1234567 2:1=5
	S1234567 (was 51234567<) unverified: repaired from=51234567, check-digit digit=2, number-pattern issuer=IND; or 51234567 of mrz
	passport_number repaired from=51234567
the same, where the check digit agrees with both | issuer=IND number=61234567
	61234567 unverified: check-digit digit=8, blind-spot character=6 twin=G position=1, number-pattern-unusual issuer=IND expected=@9999999, repair-offered value=G1234567; or G1234567 of repair
	passport_number number-pattern-unusual issuer=IND expected=@9999999
	! passport_number repair-offered value=G1234567
a second line that is as likely | nearly=4:8,10:9
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR; or 107882890 of offline
	! passport_number other-line-possible value=107882890
the same, beside another number that would fit | nearly=3:8,10:9 2:4~0.5/8 2:5~0.6
	107182890 unverified: check-digit digit=0, number-pattern issuer=GBR, read-weakly character=1 position=4 perhaps=8; or 108182890 of offline; or 107882890 of repair
	! passport_number other-line-possible value=108182890
the same, which is the number that would fit | nearly=4:8,10:9 2:4~0.5/8 2:5~0.6
	107182890 unverified: check-digit digit=0, number-pattern issuer=GBR, read-weakly character=1 position=4 perhaps=8; or 107882890 of offline
	! passport_number other-line-possible value=107882890
that G, read clearly enough for a passport | issuer=UTO number=G12345679 2:1~3.5
	G12345679 supported: check-digit digit=7, blind-spot character=G twin=6 position=1
	issuing_country_code specimen code=UTO
that G, read weakly, which may be a C and no 6 | issuer=UTO number=G12345679 2:1~1/C
	G12345679 supported: check-digit digit=7, blind-spot character=G twin=6 position=1
	issuing_country_code specimen code=UTO
that G, and an S that may be an 8 | issuer=UTO number=G1234567S 2:9~1
	G1234567S unverified: check-digit digit=6, blind-spot character=S twin=8 position=9; or G12345678 of repair
	issuing_country_code specimen code=UTO
that G, read weakly, beside a 1 that was seen as an I | issuer=UTO number=G12345679 2:1~3 2:2~9?I
	G12345679 (was GI2345679) unverified: check-digit digit=7, blind-spot character=G twin=6 position=1, repaired from=GI2345679; or 612345679 of repair
	issuing_country_code specimen code=UTO
a G that only the usual form of its issuer rules out | issuer=POL number=AG1234567
	AG1234567 supported: check-digit digit=6, number-pattern issuer=POL
a G that the published form of its issuer proves | issuer=CHN number=G12345678 2:1~1
	G12345678 verified: check-digit digit=6, number-pattern issuer=CHN
none of the known forms | issuer=CHN number=T12345678
	T12345678 supported: check-digit digit=7, blind-spot character=1 twin=L position=2, number-pattern-unusual issuer=CHN expected=E99999999, G99999999, E#9999999
	passport_number number-pattern-unusual issuer=CHN expected=E99999999, G99999999, E#9999999
none of the known forms, read weakly | issuer=CHN number=T12345678 2:5~2
	T12345678 unverified: check-digit digit=7, blind-spot character=1 twin=L position=2, number-pattern-unusual issuer=CHN expected=E99999999, G99999999, E#9999999; or TL2345678 of repair
	passport_number number-pattern-unusual issuer=CHN expected=E99999999, G99999999, E#9999999
none of all the forms that its issuer has | number=AB1234567
	AB1234567 unverified: check-digit digit=1, blind-spot character=1 twin=L position=3, number-pattern-wrong issuer=GBR expected=999999999; or ABL234567 of repair
	! passport_number number-pattern-wrong issuer=GBR expected=999999999
a filler within | issuer=UTO number=AB<123456
	AB 123456 supported: check-digit digit=8, blind-spot character=< twin=K position=3, inner-filler
	issuing_country_code specimen code=UTO
nothing | number=
	- refuted: missing
	! passport_number missing
nothing, for it is not in the picture | number= 2:3!
	- refuted: unseen position=3
	composite-unseen
	! passport_number unseen position=3
its digit not in the picture | 2:10=<!
	107182890 unverified: unseen position=10
	composite-unseen
	! passport_number unseen position=10
a character not in the picture | 2:3=<!
	10 182890 unverified: unseen position=3, inner-filler
	composite-unseen
	! passport_number unseen position=3
another digit | 2:10=7
	107182890 refuted: check-digit-wrong printed=7 expected=0
	! composite-wrong printed=6 expected=5
	! passport_number check-digit-wrong printed=7 expected=0
an O for a 0, read very clearly | 2:2=O
	107182890 (was 1O7182890) unverified: repaired from=1O7182890, check-digit digit=0, number-pattern issuer=GBR; or 1O7182890 of mrz
	passport_number repaired from=1O7182890
an O for a 0 | 2:2=O~6
	107182890 (was 1O7182890) supported: repaired from=1O7182890, check-digit digit=0, number-pattern issuer=GBR; or 1O7182890 of mrz
	passport_number repaired from=1O7182890
an O for a 0, from a service | service 2:2=O
	107182890 (was 1O7182890) supported: repaired from=1O7182890, check-digit digit=0, number-pattern issuer=GBR; or 1O7182890 of mrz
	passport_number repaired from=1O7182890
a letter in the place of its digit | 2:10=O
	107182890 verified: check-digit digit=0, number-pattern issuer=GBR
	passport_number repaired from=O position=10
several repairs that would fit | issuer=UTO number=L89890203 2:3=S
	L8S890203 refuted: check-digit-wrong printed=0 expected=9, several-repairs count=4; or L8SB90203 of repair; or L8S890Z03 of repair; or L5S890203 of repair; or L8S860203 of repair
	! composite-wrong printed=6 expected=5
	! passport_number check-digit-wrong printed=0 expected=9
	! passport_number several-repairs count=4
	issuing_country_code specimen code=UTO
one repair that would fit | issuer=CHN number=E12345678 2:1=F
	F12345678 refuted: check-digit-wrong printed=2 expected=9, repair-offered value=E12345678; or E12345678 of repair
	! composite-wrong printed=2 expected=9
	! passport_number check-digit-wrong printed=2 expected=9
	! passport_number repair-offered value=E12345678
one that may continue in the optional data | number=L898902C3 optional=44 2:10=<
	L898902C3 refuted: long-number value=L898902C34; or L898902C34 of repair
	! composite-wrong printed=4 expected=2
	! passport_number long-number value=L898902C34
one that the optional data do not continue | number=L898902C3 optional=4X 2:10=<
	L898902C3 refuted: check-digit-wrong printed=< expected=6
	! composite-wrong printed=8 expected=6
	! passport_number check-digit-wrong printed=< expected=6
a letter for a digit in a number of no known form | number=AB1234567 2:4=I
	4B1I34567 (was AB1I34567) unverified: repaired from=AB1I34567, check-digit digit=1, blind-spot character=1 twin=L position=3, number-pattern-wrong issuer=GBR expected=999999999, repair-offered value=AR1I34567; or AR1I34567 of repair; or ABJI34567 of repair; or ABTI34567 of repair; or AB1I94567 of repair; or AB1I34567 of mrz
	! passport_number number-pattern-wrong issuer=GBR expected=999999999
	passport_number repaired from=AB1I34567
	! passport_number repair-offered value=AR1I34567
`,
	);

	allSaidOf(
		'birth_date',
		`
read clearly
	1974-08-12 verified: check-digit digit=2
two characters hardly read | birth=740816 2:19~0.5/8 2:18~0.6
	1974-08-16 unverified: check-digit digit=6, read-weakly character=6 position=19 perhaps=8; or 1974-08-18 of repair
a 0 that was seen as an O | 2:16~-1?O
	1974-08-12 (was 74O812) supported: check-digit digit=2, repaired from=74O812
a 0 where the eye saw an O clearly | 2:16~-3?O
	1974-08-12 (was 74O812) unverified: check-digit digit=2, read-weakly character=0 position=16 perhaps=, repaired from=74O812
a 0 where the eye saw an M clearly | 2:16~-5?M
	1974-08-12 (was 74M812) unverified: check-digit digit=2, not-look-alike seen=M taken=0 position=16, repaired from=74M812
another digit | 2:20=9
	1974-08-12 refuted: check-digit-wrong printed=9 expected=2
	! composite-wrong printed=6 expected=7
	! birth_date check-digit-wrong printed=9 expected=2
an O for a 0 | 2:16=O~6
	1974-08-12 (was 74O812) supported: repaired from=74O812, check-digit digit=2
	birth_date repaired from=74O812
an O for a 0, read very clearly | 2:16=O
	1974-08-12 (was 74O812) unverified: repaired from=74O812, check-digit digit=2
	birth_date repaired from=74O812
a year that one digit would repair | 2:15=1
	1971-08-12 refuted: check-digit-wrong printed=2 expected=3, repair-offered value=1974-08-12; or 1974-08-12 of repair
	! composite-wrong printed=6 expected=3
	! birth_date check-digit-wrong printed=2 expected=3
	! birth_date repair-offered value=1974-08-12
of a holder who may be 119 | birth=071123
	2007-11-23 supported: check-digit digit=8, century year=2007
of a holder who would be 120 | birth=061123
	2006-11-23 verified: check-digit digit=5
without a day | birth=7408<<
	1974-08 verified: check-digit digit=7, partial-date
	birth_date partial-date
without a month | birth=74<<<<
	1974 verified: check-digit digit=1, partial-date
	birth_date partial-date
none | birth=<<<<<<
	- unverified: birth-unknown raw=<<<<<<
	! birth_date birth-unknown raw=<<<<<<
a filler within | birth=74<812
	- refuted: misread-date raw=74<812
	! birth_date misread-date raw=74<812
the 31st of February | birth=740231
	- refuted: impossible-date raw=740231
	! birth_date impossible-date raw=740231
a day not in the picture | 2:19=<!
	- refuted: unseen position=19
	composite-unseen
	! birth_date unseen position=19
its digit not in the picture | 2:20=<!
	1974-08-12 unverified: unseen position=20
	composite-unseen
	! birth_date unseen position=20
`,
	);

	allSaidOf(
		'expiry_date',
		`
none | expiry=<<<<<<
	- refuted: missing raw=<<<<<<
	! expiry_date missing raw=<<<<<<
without a day | expiry=3104<<
	2031-04 verified: check-digit digit=2, partial-date
	expiry_date partial-date
another digit | 2:28=9
	2031-04-15 refuted: check-digit-wrong printed=9 expected=0, repair-offered value=2034-04-15; or 2034-04-15 of repair
	! composite-wrong printed=6 expected=5
	! expiry_date check-digit-wrong printed=9 expected=0
	! expiry_date repair-offered value=2034-04-15
the composite not in the picture | 2:44=<!
	2031-04-15 verified: check-digit digit=0
	composite-unseen
another composite | 2:44=1
	2031-04-15 verified: check-digit digit=0
	! composite-wrong printed=1 expected=6
`,
	);

	allSaidOf(
		'optional_data_mrz',
		`
empty
	- verified: check-digit digit=0
empty, with a filler for the digit | optionalDigit=<
	- unverified: check-digit-not-printed
a personal number | issuer=POL number=AZ1234567 optional=72345678902
	72345678902 supported: check-digit digit=5, blind-spot character=6 twin=G position=6, personal-number issuer=POL
two characters hardly read | issuer=POL number=AZ1234567 optional=72345678902 2:30~0.5/7 2:31~0.7
	72345678902 unverified: check-digit digit=5, read-weakly character=2 position=30 perhaps=7, personal-number issuer=POL; or 77345678902 of repair
	! optional_data_mrz read-weakly character=2 position=30 perhaps=7
a 2 that was guessed | optional=72345678902 2:30~-3?Z/Z
	72345678902 unverified: check-digit digit=5, read-weakly character=2 position=30 perhaps=Z; or 7Z345678902 of repair
	! optional_data_mrz read-weakly character=2 position=30 perhaps=Z
a 2 that was seen as a Z | optional=72345678902 2:30~-0.5?Z
	72345678902 supported: check-digit digit=5, blind-spot character=6 twin=G position=6
characters that nothing is mistaken for | optional=72347927234792
	72347927234792 verified: check-digit digit=2
one of them seen as a look-alike | optional=72347927234792 2:30~9?Z
	72347927234792 supported: check-digit digit=2
a G that its digit takes for a 6 as well | optional=G5726753
	G5726753 supported: check-digit digit=7, blind-spot character=G twin=6 position=1
two such letters, read weakly | optional=7G57S6753 2:30~2 2:33~2
	7G57S6753 unverified: check-digit digit=8, blind-spot character=G twin=6 position=2; or 7657S6753 of repair; or 7G5786753 of repair
no digit | optional=1234 optionalDigit=<
	1234 unverified: check-digit-not-printed
another digit | optional=1234 optionalDigit=1
	1234 refuted: check-digit-wrong printed=1 expected=4
	! optional_data_mrz check-digit-wrong printed=1 expected=4
a character not in the picture | optional=1234 2:30=<!
	1 34 unverified: unseen position=30
	composite-unseen
	! optional_data_mrz unseen position=30
its digit not in the picture | optional=1234 2:43=<!
	1234 supported: read-clearly
	composite-unseen
its digit not in the picture, read weakly | optional=1234 2:43=<! 2:30~2/7
	1234 unverified: read-weakly character=2 position=30 perhaps=7
	composite-unseen
	! optional_data_mrz read-weakly character=2 position=30 perhaps=7
its digit not in the picture, empty | 2:43=<! 2:30~2/7
	- unverified: read-weakly character=< position=30 perhaps=7
	composite-unseen
`,
	);
});
