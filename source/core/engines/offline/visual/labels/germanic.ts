import type {Labels} from './label.ts';

export const english: Labels = {
	surname: 'Surname|Family name|Last name|Primary identifier',
	given_names: 'Given names|Given name|Forenames|First names|Other names|Secondary identifier',
	name: 'Name|Full name|Name in full|Name of bearer|Name in native characters',
	passport_number: 'Passport No|Passport number|Document No|Document number',
	nationality: 'Nationality|Citizenship',
	birth_date: 'Date of birth|Birth date',
	sex: 'Sex|Gender',
	birth_place: 'Place of birth|Birth place|Birthplace|Country of birth|Place and country of birth',
	issue_date: 'Date of issue|Issue date|Date issued|Issued on',
	expiry_date: 'Date of expiry|Date of expiration|Expiry date|Expiration date|Valid until|Expires on',
	authority: 'Authority|Issuing authority|Issued by|Issuing office|Issuing post|Authority code',
	issue_place: 'Place of issue|Issued at|Issuing place',
	personal_number:
		'Personal No|Personal number|Identity No|ID No|National ID|Citizen number|Personal code|Registration number',
	ignore:
		"Type|Code|Country code|Code of issuing state|Issuing country|Code of state|Holder's signature|Signature of bearer|Signature|Endorsements|Height|Colour of eyes|Color of eyes|Eyes|Residence|Domicile|Father's name|Mother's name|Name of father|Name of mother|Name of spouse|Profession|Occupation|See page|Observations|File No|File number|Reference No|Place of residence|Permanent address",
};

export const german: Labels = {
	surname: 'Name|Familienname|Nachname|Geburtsname',
	given_names: 'Vornamen|Vorname',
	passport_number: 'Pass-Nr|Passnummer|Reisepass-Nr',
	nationality: 'Staatsangehörigkeit|Nationalität|Staatsbürgerschaft',
	birth_date: 'Geburtsdatum|Geburtstag|Tag der Geburt',
	sex: 'Geschlecht',
	birth_place: 'Geburtsort|Heimatort',
	issue_date: 'Ausstellungsdatum|Ausgestellt am|Datum der Ausstellung',
	expiry_date: 'Gültig bis|Ablaufdatum|Gültigkeit',
	authority: 'Behörde|Ausstellende Behörde|Ausgestellt durch|Ausgestellt von',
	issue_place: 'Ausstellungsort',
	ignore:
		'Typ|Kode|Unterschrift|Unterschrift der Inhaberin|Unterschrift des Passinhabers|Grösse|Augenfarbe|Wohnort|Beruf|Größe|Farbe der Augen',
};

export const dutch: Labels = {
	surname: 'Naam|Achternaam',
	given_names: 'Voornamen',
	passport_number: 'Paspoortnummer|Documentnummer',
	nationality: 'Nationaliteit',
	birth_date: 'Geboortedatum|Geboren op',
	sex: 'Geslacht',
	birth_place: 'Geboorteplaats|Plaats van geboorte',
	issue_date: 'Datum van afgifte|Datum van verstrekking',
	expiry_date: 'Geldig tot|Geldig tot en met|Einde geldigheid',
	authority: 'Autoriteit|Instantie|Afgegeven door|Verstrekt door',
	personal_number: 'Persoonsnummer|Burgerservicenummer',
	ignore: 'Handtekening|Handtekening houder|Lengte|Woonplaats|Beroep',
};

export const nordic: Labels = {
	surname: 'Efternamn|Etternavn|Efternavn|Eftirnafn|Kenninafn',
	given_names: 'Förnamn|Fornavn|Fornavne|Eiginnöfn|Eiginnafn|Eiginnavn',
	passport_number: 'Passnummer|Passnr|Pasnr|Vegabréf nr|Númer vegabréfs',
	nationality: 'Nationalitet|Medborgarskap|Statsborgerskap|Nasjonalitet|Ríkisfang|Þjóðerni',
	birth_date: 'Födelsedatum|Fødselsdato|Fæðingardagur|Födelsetid',
	sex: 'Kön|Kjønn|Køn|Kyn',
	birth_place: 'Födelseort|Fødested|Fæðingarstaður|Fødeland|Födelsehemort',
	issue_date: 'Utfärdat|Utfärdandedatum|Utstedt|Utstedelsesdato|Udstedelsesdato|Útgáfudagur|Utfärdad den',
	expiry_date: 'Giltigt till och med|Sista giltighetsdag|Utløpsdato|Gyldig til|Udløbsdato|Gildir til',
	authority: 'Myndighet|Utfärdande myndighet|Utstedende myndighet|Myndighed|Utgefandi|Útgefandi|Passmyndighet',
	personal_number: 'Personnummer|Personnr|Fødselsnummer|Kennitala|Personbeteckning',
	ignore: 'Namnteckning|Innehavarens namnteckning|Längd|Høyde|Hæð|Underskrift|Størrelse|Yrke|Bopæl',
};
