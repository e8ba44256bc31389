import type {Labels} from './label.ts';

export const lithuanian: Labels = {
	surname: 'Pavardė',
	given_names: 'Vardas|Vardai',
	passport_number: 'Paso Nr|Paso numeris',
	nationality: 'Pilietybė',
	birth_date: 'Gimimo data',
	sex: 'Lytis',
	birth_place: 'Gimimo vieta',
	issue_date: 'Išdavimo data',
	expiry_date: 'Galioja iki',
	authority: 'Įstaiga|Išdavė|Išdavusi įstaiga',
	personal_number: 'Asmens kodas',
	ignore: 'Tipas|Kodas|Asmens parašas|Parašas',
};

export const latvian: Labels = {
	surname: 'Uzvārds',
	given_names: 'Vārds|Vārdi',
	passport_number: 'Pases Nr|Pases numurs|Dokumenta Nr',
	nationality: 'Pilsonība|Tautība|Valstiskā piederība',
	birth_date: 'Dzimšanas datums|Dzimšanas datums un vieta',
	sex: 'Dzimums',
	birth_place: 'Dzimšanas vieta|Dzimšanas valsts',
	issue_date: 'Izdošanas datums|Izdots',
	expiry_date: 'Derīga līdz|Derīgs līdz',
	authority: 'Izdevējiestāde|Izdevējinstitūcija',
	personal_number: 'Personas kods',
	ignore: 'Veids|Kods|Paraksts|Personas paraksts|Augums',
};

export const estonian: Labels = {
	surname: 'Perekonnanimi|Nimi',
	given_names: 'Eesnimi|Eesnimed',
	passport_number: 'Passi nr|Passi number|Dokumendi number',
	nationality: 'Kodakondsus',
	birth_date: 'Sünniaeg|Sünnikuupäev',
	sex: 'Sugu',
	birth_place: 'Sünnikoht',
	issue_date: 'Väljaandmise kuupäev|Välja antud',
	expiry_date: 'Kehtiv kuni',
	authority: 'Väljaandja|Välja andnud|Asutus',
	personal_number: 'Isikukood',
	ignore: 'Tüüp|Kood|Allkiri|Kasutaja allkiri',
};

export const finnish: Labels = {
	surname: 'Sukunimi',
	given_names: 'Etunimet|Etunimi',
	passport_number: 'Passin numero|Passi nro',
	nationality: 'Kansalaisuus',
	birth_date: 'Syntymäaika',
	sex: 'Sukupuoli',
	birth_place: 'Syntymäkotikunta|Syntymäpaikka',
	issue_date: 'Antopäivä|Myöntämispäivä|Annettu',
	expiry_date: 'Voimassa|Viimeinen voimassaolopäivä|Voimassaoloaika päättyy|Voimassa asti',
	authority: 'Viranomainen|Myöntävä viranomainen|Antaja',
	personal_number: 'Henkilötunnus',
	ignore: 'Tyyppi|Koodi|Nimikirjoitus|Haltijan nimikirjoitus|Pituus',
};

export const hungarian: Labels = {
	surname: 'Vezetéknév|Családi név|Családnév',
	given_names: 'Utónév|Utónevek|Keresztnév',
	passport_number: 'Útlevélszám|Útlevél száma|Az útlevél száma',
	nationality: 'Állampolgárság',
	birth_date: 'Születési idő|Születési dátum',
	sex: 'Nem',
	birth_place: 'Születési hely|Születés helye',
	issue_date: 'Kiállítás dátuma|Kiállítás kelte|A kiállítás dátuma|Kiállítva',
	expiry_date: 'Lejárat dátuma|Érvényes|Érvényességi idő|Érvényességi idő lejárta|Lejárat napja',
	authority: 'Hatóság|Kiállító hatóság|Kiállította',
	ignore: 'Típus|Kód|Az útlevél birtokosának aláírása|Aláírás',
};

export const turkish: Labels = {
	surname: 'Soyadı|Soyad',
	given_names: 'Adı|Adları',
	passport_number: 'Pasaport No|Pasaport numarası',
	nationality: 'Uyruğu|Milliyeti|Vatandaşlığı',
	birth_date: 'Doğum tarihi|Doğulduğu tarix',
	sex: 'Cinsiyeti|Cinsiyet|Cinsi',
	birth_place: 'Doğum yeri|Doğulduğu yer',
	issue_date: 'Veriliş tarihi|Düzenleme tarihi|Verilmə tarixi',
	expiry_date: 'Geçerlilik tarihi|Son geçerlilik tarihi|Etibarlıdır',
	authority: 'Veren makam|Düzenleyen makam|Verən orqan',
	personal_number: 'Kimlik no|TC kimlik no|Fərdi nömrə|Şəxsi nömrə',
	ignore: 'Tipi|Ülke kodu|İmza|Pasaport hamilinin imzası',
};
