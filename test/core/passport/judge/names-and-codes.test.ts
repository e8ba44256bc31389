import {describe} from 'vitest';
import {allSaidOf} from '../all-said.ts';

describe('all that is said of', () => {
	allSaidOf(
		'holder_country_code',
		`
as the issuing state
	GBR supported: read-clearly, known-code code=GBR, issuer-agrees code=GBR
as the issuing state, from a service | service
	GBR supported: check-digit-not-printed, known-code code=GBR, issuer-agrees code=GBR
of another state | nationality=FRA
	FRA supported: read-clearly, known-code code=FRA
of another state, from a service | nationality=FRA service
	FRA unverified: check-digit-not-printed, known-code code=FRA
a letter that may be another state’s | nationality=MLI 2:13~3/T
	MLI unverified: read-weakly character=I position=13 perhaps=T, known-code code=MLI; or MLT of repair
a letter that would make it no state’s | nationality=SVN 2:12~3/W
	SVN unverified: read-weakly character=V position=12 perhaps=W, known-code code=SVN
a letter that was guessed, which the other line has clearly | 2:11~-2
	GBR unverified: read-weakly character=G position=11 perhaps=, known-code code=GBR, issuer-agrees code=GBR
a weak letter that the other line has clearly | 2:11~2
	GBR supported: read-weakly character=G position=11 perhaps=, known-code code=GBR, issuer-agrees code=GBR
a letter that was guessed | 2:11~-2
	GBR unverified: read-weakly character=G position=11 perhaps=, known-code code=GBR, issuer-agrees code=GBR
a letter that was seen as another one | 2:11~2?C
	GBR (was CBR) unverified: read-weakly character=G position=11 perhaps=, known-code code=GBR, issuer-agrees code=GBR, repaired from=CBR
a digit in it | 2:12=8
	GBR (was G8R) supported: repaired from=G8R, read-clearly, known-code code=GBR, issuer-agrees code=GBR
	holder_country_code repaired from=G8R
a digit in it, of another state | nationality=0MN
	0MN refuted: unknown-code code=0MN; or OMN of repair
	! holder_country_code unknown-code code=0MN
no state’s | nationality=QQQ
	QQQ refuted: unknown-code code=QQQ
	! holder_country_code unknown-code code=QQQ
nothing | nationality=<<<
	- refuted: missing
	! holder_country_code missing
a letter not in the picture | 2:12=<!
	G R refuted: unseen position=12
	! holder_country_code unseen position=12
of a refugee | nationality=XXB
	XXB supported: read-clearly, known-code code=XXB
`,
	);

	allSaidOf(
		'issuing_country_code',
		`
that is gone | issuer=ZAR nationality=COD
	ZAR supported: read-clearly, known-code code=ZAR
	issuing_country_code withdrawn-code code=ZAR
in no list | issuer=XXK nationality=SRB
	XXK supported: read-clearly, known-code code=XXK
	issuing_country_code unofficial-code code=XXK
of specimens | issuer=UTO
	UTO supported: read-clearly, known-code code=UTO, issuer-agrees code=UTO
	issuing_country_code specimen code=UTO
with two digits for letters | issuer=6B8 nationality=GBR
	6B8 refuted: unknown-code code=6B8; or GBS of repair; or GBR of repair; or GBP of repair
	! issuing_country_code unknown-code code=6B8
that has one letter of it | issuer=0B8 nationality=GBR
	0B8 refuted: unknown-code code=0B8
	! issuing_country_code unknown-code code=0B8
that lost a letter | issuer=GBE names=RIKSSON<<ANNA nationality=GBR
	GBE refuted: unknown-code code=GBE; or GBR of repair
	! issuing_country_code unknown-code code=GBE
`,
	);

	allSaidOf(
		'sex',
		`
read clearly
	F supported: read-clearly
from a service | service
	F unverified: check-digit-not-printed
that may be an M | 2:21~3/M
	F unverified: read-weakly character=F position=21 perhaps=M; or M of repair
that may be a filler | 2:21~3/<
	F unverified: read-weakly character=F position=21 perhaps=<; or X of repair
just clear enough | 2:21~3.1
	F supported: read-clearly
a printed X | sex=X
	X supported: read-clearly
	sex sex-unspecified
a filler | sex=<
	X supported: read-clearly
	sex sex-unspecified
a filler that was not seen very clearly | sex=< 2:21~6
	X unverified: sex-unspecified
	sex sex-unspecified
a filler, from a service | sex=< service
	X unverified: sex-unspecified
	sex sex-unspecified
a digit | sex=1
	- refuted: sex-not-readable raw=1
	! sex sex-not-readable raw=1
not in the picture | 2:21=<!
	- refuted: unseen position=21
	! sex unseen position=21
`,
	);

	allSaidOf(
		'document_type',
		`
read clearly
	P supported: read-clearly
weak | 1:2~3
	P unverified: read-weakly character=< position=2 perhaps=
of a kind that its issuer has | type=PE issuer=CHN number=E12345678
	PE supported: read-clearly, document-kind kind=public-affairs issuer=CHN
of a kind that only its issuer can name | type=PO
	PO supported: read-clearly, unknown-type code=PO
a digit behind the P | type=P1
	P1 refuted: wrong-character character=1 position=2; or PI of repair; or PL of repair
	! document_type wrong-character character=1 position=2
a digit for the first letter | type=8<
	8 refuted: wrong-character character=8 position=1; or B< of repair
	! document_type other-document shape=TD3 code=8<
	! document_type wrong-character character=8 position=1
nothing | type=<<
	- refuted: wrong-character character=< position=1
	! document_type other-document shape=TD3 code=<<
	! document_type wrong-character character=< position=1
not in the picture | 1:1=<!
	- unverified: unseen position=1
	! document_type unseen position=1
of a card | type=I<
	I supported: read-clearly
	! document_type other-document shape=TD3 code=I<
`,
	);

	allSaidOf(
		'surname_english',
		`
read clearly
	ERIKSSON supported: read-clearly
from a service | service
	ERIKSSON unverified: check-digit-not-printed
a letter that may be another one | 1:7~3/T
	ERIKSSON unverified: read-weakly character=R position=7 perhaps=T; or ETIKSSON of repair
a letter that was seen as another one | 1:7~4?X/X
	ERIKSSON (was EXIKSSON) unverified: not-look-alike seen=X taken=R position=7, repaired from=EXIKSSON
a filler behind it that may be a letter | 1:14~1/S
	ERIKSSON unverified: read-weakly character=< position=14 perhaps=S; or ERIKSSONS ANNA MARIA of repair
a digit for a letter | names=ER1KSSON<<ANNA
	ERIKSSON (was ER1KSSON) supported: repaired from=ER1KSSON, read-clearly, name-digit
	surname_english repaired from=ER1KSSON
three digits | names=ER1K550N<<ANNA
	ER1K550N refuted: read-clearly, name-digit
	! surname_english name-digit
none | names=<<ANNA
	- supported: read-clearly, no-surname
	surname_english no-surname
none, and its fillers not seen very clearly | names=<<ANNA 1:6~6
	- unverified: read-clearly, no-surname
	surname_english no-surname
lost | names=<<<<
	- refuted: read-clearly, missing
	! surname_english missing
no separator behind it | names=ERIKSSON<ANNA
	ERIKSSON ANNA supported: read-clearly
	surname_english name-no-separator
no separator behind it, read weakly | names=ERIKSSON<ANNA 1:7~1
	ERIKSSON ANNA unverified: read-weakly character=R position=7 perhaps=
	! surname_english name-no-separator
a K in the separator | names=ERIKSSONK<ANNA
	ERIKSSONK ANNA supported: read-clearly; or ERIKSSON of repair
	! surname_english name-no-separator
alone | names=ERIKSSON
	ERIKSSON supported: read-clearly
as long as its line | names=ERIKSSONERIKSSONERIKSSONERIKSSONERIKSSO
	ERIKSSONERIKSSONERIKSSONERIKSSONERIKSSO supported: read-clearly
	! surname_english name-no-separator
	surname_english name-truncated
`,
	);

	allSaidOf(
		'given_name_english',
		`
read clearly
	ANNA MARIA supported: read-clearly
none | names=ERIKSSON
	- supported: read-clearly, no-given-name
fillers behind them that were read as K | names=ERIKSSON<<ANNA<MARIAKKKKKKKKKKKKKKKKKKK
	ANNA MARIA (was ANNA<MARIAKKKKKKKKKKKKKKKKKKK) supported: repaired from=ANNA<MARIAKKKKKKKKKKKKKKKKKKK, read-clearly, name-filler; or ANNA MARIAK of repair
	given_name_english repaired from=ANNA<MARIAKKKKKKKKKKKKKKKKKKK
fillers that were read as several letters | names=ERIKSSON<<ANNA<MARIA<<KKSKKGKKKKSKKGKKS
	ANNA MARIA (was ANNA<MARIA<<KKSKKGKKKKSKKGKKS) supported: repaired from=ANNA<MARIA<<KKSKKGKKKKSKKGKKS, read-clearly, name-filler
	given_name_english repaired from=ANNA<MARIA<<KKSKKGKKKKSKKGKKS
fillers at their end that were read as C | names=ERIKSSON<<ANNA<MARIA<CCC
	ANNA MARIA (was ANNA<MARIA<CCC) supported: repaired from=ANNA<MARIA<CCC, read-clearly, name-filler
	given_name_english repaired from=ANNA<MARIA<CCC
two K at the end of the line | names=ERIKSSON<<ANNA<MARIA<LUISA<ELISABETHKK
	ANNA MARIA LUISA ELISABETHKK supported: read-clearly
letters behind the fillers | names=ERIKSSON<<ANNA<<<<<<<XQ
	ANNA XQ refuted: read-clearly, name-filler; or ANNA of repair
	! given_name_english name-filler
a letter that was seen as another one | 1:17~4?X
	ANNA MARIA (was AXNA<MARIA) supported: read-clearly, repaired from=AXNA<MARIA
as long as their line | names=ERIKSSON<<ANNA<MARIA<LUISA<ELISABETH<JOHAN
	ANNA MARIA LUISA ELISABETH JO supported: read-clearly
	given_name_english name-truncated
a weak filler at their end | names=ERIKSSON<<ANNA 1:20~1/A
	ANNA unverified: read-weakly character=< position=20 perhaps=A; or ANNAA of repair
a weak filler behind two clear ones | names=ERIKSSON<<ANNA 1:22~1/A
	ANNA supported: read-clearly
`,
	);
});
