import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'passport_number',
		`
typed right | 2:2=8 edit.passport_number=107182890
	107182890 verified: edited, check-digit digit=0; or 187182890 of mrz; or 187102890 of repair; or 187182690 of repair; or 187182896 of repair
typed as it was | edit.passport_number=107182890
	107182890 verified: edited, check-digit digit=0
against its digit | edit.passport_number=907182890
	907182890 supported: edited, check-digit-wrong printed=0 expected=6; or 107182890 of mrz
	! passport_number check-digit-wrong printed=0 expected=6
	! composite-wrong printed=6 expected=2
in another form than its issuer’s | edit.passport_number=AB1234567
	AB1234567 supported: edited, check-digit-wrong printed=0 expected=1; or 107182890 of mrz
	! passport_number check-digit-wrong printed=0 expected=1
	! composite-wrong printed=6 expected=7
	passport_number number-pattern-wrong issuer=GBR expected=999999999
with a letter that its digit cannot see | issuer=UTO number=L89890203 edit.passport_number=G12345679
	G12345679 supported: edited, check-digit-wrong printed=0 expected=7; or L89890203 of mrz
	issuing_country_code specimen code=UTO
	! passport_number check-digit-wrong printed=0 expected=7
	! composite-wrong printed=6 expected=3
twice | edit.passport_number=907182890 edit.passport_number=807182890
	807182890 supported: edited, check-digit-wrong printed=0 expected=9; or 107182890 of mrz
	! passport_number check-digit-wrong printed=0 expected=9
	! composite-wrong printed=6 expected=5
and back | edit.passport_number=907182890 edit.passport_number=107182890
	107182890 verified: edited, check-digit digit=0
too long | edit.passport_number=10718289012
	10718289012 refuted: edited; or 107182890 of mrz
	! passport_number too-long places=9
emptied | edit.passport_number=
	- refuted: edited, check-digit digit=0; or 107182890 of mrz
	! passport_number missing
where its digit is not in the picture | 2:10=<! edit.passport_number=107182890
	107182890 supported: edited, unseen position=10
	composite-unseen
as the other line has it | nearly=4:8,10:6 edit.passport_number=107882890
	107882890 supported: edited, check-digit-wrong printed=6 expected=9; or 107182890 of mrz
	! passport_number check-digit-wrong printed=6 expected=9
	! composite-wrong printed=6 expected=7
typed twice where its digit is not in the picture | 2:10=<! edit.passport_number=907182890 edit.passport_number=107182890
	107182890 supported: edited, unseen position=10
	composite-unseen
typed where the composite is not in the picture | 2:44=<! names=ERIKSSON<ANNA edit.passport_number=107182890
	107182890 verified: edited, check-digit digit=0
	composite-unseen
	surname_english name-no-separator
confirmed | 2:10=7 confirm.passport_number
	107182890 supported: confirmed, check-digit-wrong printed=7 expected=0
	! composite-wrong printed=6 expected=5
	passport_number check-digit-wrong printed=7 expected=0
confirmed where it is proven | confirm.passport_number
	107182890 verified: confirmed, check-digit digit=0, number-pattern issuer=GBR
`,
	);

	allSaidOf(
		'surname_english',
		`
typed otherwise | edit.surname_english=Müller__Lüdenscheidt
	MUELLER LUEDENSCHEIDT supported: edited; or ERIKSSON of mrz
with a number that its state does not have | number=AB1234567 edit.surname_english=BERG
	BERG supported: edited; or ERIKSSON of mrz
	! passport_number number-pattern-wrong issuer=GBR expected=999999999
with a digit | edit.surname_english=MU1LER
	MU1LER refuted: edited; or ERIKSSON of mrz
	! surname_english not-in-a-name character=1
with given names that are too long | edit.surname_english=ABCDEFGHIJKLMNOPQRSTUVWXYZABCD
	ABCDEFGHIJKLMNOPQRSTUVWXYZABCD refuted: edited; or ERIKSSON of mrz
	! surname_english too-long places=39
emptied | edit.surname_english=
	- refuted: edited; or ERIKSSON of mrz
	! surname_english missing
confirmed | service confirm.surname_english confirm.surname_english
	ERIKSSON supported: confirmed, check-digit-not-printed
`,
	);

	allSaidOf(
		'birth_date',
		`
typed right | 2:15=1 edit.birth_date=12.08.1974
	1974-08-12 verified: edited, check-digit digit=2; or 1971-08-12 of mrz
a hundred years earlier | birth=071123 edit.birth_date=1907-11-23
	1907-11-23 verified: edited, check-digit digit=8; or 2007-11-23 of mrz
	birth_date century year=1907
after the expiry | edit.birth_date=2026-01-01 edit.expiry_date=2025-01-01
	2026-01-01 supported: edited, check-digit-wrong printed=2 expected=0; or 1974-08-12 of mrz
	! birth_date check-digit-wrong printed=2 expected=0
	! expiry_date check-digit-wrong printed=0 expected=7
	! composite-wrong printed=6 expected=9
	expiry_date dates-out-of-order
	expiry_date expired days=690
no day | edit.birth_date=_soon_
	SOON refuted: edited; or 1974-08-12 of mrz
	! birth_date not-a-date raw=SOON
`,
	);

	allSaidOf(
		'expiry_date',
		`
before the birth | edit.expiry_date=1970-01-01
	1970-01-01 supported: edited, check-digit-wrong printed=0 expected=7; or 2031-04-15 of mrz
	! expiry_date check-digit-wrong printed=0 expected=7
	! composite-wrong printed=6 expected=1
	expiry_date dates-out-of-order
	expiry_date expired days=20779
`,
	);

	allSaidOf(
		'holder_country_code',
		`
Germany | edit.holder_country_code=deu
	DEU supported: edited; or GBR of mrz
no state | edit.holder_country_code=qqq
	QQQ refuted: edited; or GBR of mrz
	! holder_country_code unknown-code code=QQQ
`,
	);

	allSaidOf(
		'sex',
		`
another one | edit.sex=m
	M supported: edited; or F of mrz
`,
	);

	allSaidOf(
		'issue_date',
		`
typed where none was read | edit.issue_date=2021-04-15
	2021-04-15 supported: edited
typed and emptied | edit.issue_date=2021-04-15 edit.issue_date=
	no such field
after the expiry | edit.issue_date=2032-04-15
	2032-04-15 refuted: edited
	! issue_date date-too-far raw=2032-04-15
	! expiry_date dates-out-of-order
emptied where one was read | page.issue_date=15_APR_2021~5@ edit.issue_date=
	- supported: edited; or 2021-04-15 of printed
`,
	);

	allSaidOf(
		'birth_place',
		`
typed | edit.birth_place=Łódź
	Łódź supported: edited
typed as nothing | edit.birth_place=_
	no such field
typed otherwise than printed | page.birth_place=LONDON~5@ edit.birth_place=LEEDS
	LEEDS supported: edited; or LONDON of printed
`,
	);

	allSaidOf(
		'optional_data_mrz',
		`
typed | optional=1234 edit.optional_data_mrz=1235
	1235 supported: edited, check-digit-wrong printed=4 expected=1; or 1234 of mrz
	! optional_data_mrz check-digit-wrong printed=4 expected=1
	! composite-wrong printed=4 expected=1
`,
	);
});
