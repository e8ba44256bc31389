import type {Labels} from './label.ts';

export const polish: Labels = {
	surname: 'Nazwisko',
	given_names: 'Imiona|Imię',
	passport_number: 'Numer paszportu|Nr paszportu|Seria i nr paszportu',
	nationality: 'Obywatelstwo',
	birth_date: 'Data urodzenia',
	sex: 'Płeć',
	birth_place: 'Miejsce urodzenia',
	issue_date: 'Data wydania',
	expiry_date: 'Data upływu ważności|Data ważności|Ważny do',
	authority: 'Organ wydający|Organ wydający paszport|Organ',
	personal_number: 'Nr PESEL|PESEL|Numer PESEL',
	ignore: 'Kod|Kod państwa|Podpis posiadacza|Typ',
};

export const czechSlovak: Labels = {
	surname: 'Příjmení|Priezvisko',
	given_names: 'Jméno|Jména|Meno|Mená',
	passport_number: 'Číslo pasu|Číslo cestovného pasu|Číslo dokladu',
	nationality: 'Státní občanství|Štátne občianstvo|Občianstvo',
	birth_date: 'Datum narození|Dátum narodenia',
	sex: 'Pohlaví|Pohlavie',
	birth_place: 'Místo narození|Miesto narodenia',
	issue_date: 'Datum vydání|Dátum vydania',
	expiry_date: 'Platnost do|Datum platnosti|Platnosť do|Dátum skončenia platnosti|Dátum platnosti',
	authority: 'Vydal|Úřad vydal|Orgán vydání|Vydávající úřad|Úrad|Orgán',
	personal_number: 'Rodné číslo|Osobní číslo',
	ignore: 'Kód|Podpis držitele|Podpis držiteľa|Podpis',
};

export const southSlavic: Labels = {
	surname: 'Prezime|Priimek',
	given_names: 'Ime|Imena',
	passport_number: 'Broj putovnice|Broj pasoša|Številka potnega lista|Putovnica br',
	nationality: 'Državljanstvo',
	birth_date: 'Datum rođenja|Datum rojstva',
	sex: 'Spol|Pol',
	birth_place: 'Mjesto rođenja|Mesto rođenja|Kraj rojstva',
	issue_date: 'Datum izdavanja|Datum izdaje',
	expiry_date: 'Vrijedi do|Važi do|Datum isteka|Veljavnost|Velja do|Datum poteka veljavnosti|Datum važenja',
	authority: 'Izdala|Izdao|Tijelo|Organ|Pristojni organ|Nadležno tijelo|Organ izdaje|Izdato od',
	issue_place: 'Mjesto izdavanja|Mesto izdavanja',
	personal_number: 'Matični broj|Osobni identifikacijski broj|OIB|JMBG',
	ignore: 'Kod države|Potpis|Potpis nositelja|Vlastoručni potpis|Podpis|Vrsta|Tip',
};

/** Romanised, and as Latin letters look like Cyrillic ones: the reader has only Latin letters. */
export const russianUkrainian: Labels = {
	surname: 'Familiya|Prizvyshche',
	given_names: 'Imya|Imia|Otchestvo',
	nationality: 'Grazhdanstvo|Hromadianstvo',
	birth_date: 'Data rozhdeniya|Data narodzhennia',
	birth_place: 'Mesto rozhdeniya|Mistse narodzhennia',
	issue_date: 'Data vydachi',
	authority: 'Organ vydavshiy dokument|Orhan shcho vydav',
};
