import {describe, expect, it} from 'vitest';
import {readPrintedDate} from '../../../../source/core/passport/printed/dates.ts';
import {today} from '../../../support/records.ts';

const english = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const months = {
	french: 'JANV FÉV MARS AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC',
	spanish: 'ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC',
	portuguese: 'JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ',
	italian: 'GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC',
	dutch: 'JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC',
	german: 'JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ',
	danish: 'JAN FEB MAR APR MAJ JUN JUL AUG SEP OKT NOV DEC',
	icelandic: 'JAN FEB MAR APR MAÍ JÚN JÚL ÁGÚ SEP OKT NÓV DES',
	polish: 'STY LUT MAR KWI MAJ CZE LIP SIE WRZ PAŹ LIS GRU',
	czech: 'LED ÚNO BŘE DUB KVĚ ČVN ČVC SRP ZÁŘ ŘÍJ LIS PRO',
	croatian: 'SIJ VEL OŽU TRA SVI LIP SRP KOL RUJ LIS STU PRO',
	slovene: 'JAN FEB MAR APR MAJ JUN JUL AVG SEP OKT NOV DEC',
	hungarian: 'JAN FEB MÁR ÁPR MÁJ JÚN JÚL AUG SZEPT OKT NOV DEC',
	romanian: 'IAN FEB MAR APR MAI IUN IUL AUG SEP OCT NOI DEC',
	turkish: 'OCA ŞUB MAR NİS MAY HAZ TEM AĞU EYL EKİ KAS ARA',
	azerbaijani: 'YAN FEV MAR APR MAY İYN İYL AVQ SEN OKT NOY DEK',
	lithuanian: 'SAU VAS KOV BAL GEG BIR LIE RGP RGS SPA LAP GRU',
	latvian: 'JANV FEBR MARTS APR MAIJS JŪN JŪL AUG SEPT OKT NOV DEC',
	estonian: 'JAAN VEEBR MÄRTS APR MAI JUUNI JUULI AUG SEPT OKT NOV DETS',
	finnish: 'TAMMI HELMI MAALIS HUHTI TOUKO KESÄ HEINÄ ELO SYYS LOKA MARRAS JOULU',
	albanian: 'JAN SHK MAR PRI MAJ QER KOR GUS SHT TET NËN DHJ',
	maltese: 'JAN FRA MAR APR MEJ ĠUN LUL AWW SET OTT NOV DIĊ',
	irish: 'EAN FEABH MÁR AIB BEAL MEITH IÚIL LÚN MFÓ DFÓ SAMH NOLL',
	malay: 'JAN FEB MAC APR MEI JUN JUL OGO SEP OKT NOV DIS',
	turkmen: 'ÝAN FEW MART APR MAÝ IÝUN IÝUL AWG SEN OKT NOÝ DEK',
	greenlandic: 'JANUAARI FEBRUAARI MARSI APRIILI MAAJI JUUNI JUULI AGGUSTI SEPTEMBARI OKTOBARI NOVEMBARI DECEMBARI',
	luxembourgish: 'JAN FEB MÄE ABR MEE JUN JUL AUG SEP OKT NOV DEZ',
	maori: 'HĀN PĒP MĀE ĀPE MEI HUN HŪR ĀKU HEP OKE NOE TĪH',
	somali: 'JAN FEB MAR ABR MAAYO JUN LUL OGS SEB OKT NOF DIS',
	malagasy: 'JAN FEB MAR APR MEY JON JOL AOG SEP OKT NOV DES',
	tongan: 'SĀN FĒP MAR ʻEPE MAY SUN SIU ʻAOK SEP ʻOKA NŌV TĪS',
	kinyarwanda: 'MUT GAS WER MAT GIC KAM NYA KAN NZE UKW UGU UKU',
	irishInFull: 'EANÁIR FEABHRA MÁRTA AIBREÁN BEALTAINE MEITHEAMH IÚIL LÚNASA MFÓ DFÓ SAMHAIN NOLLAIG',
	filipino: 'ENE PEB MAR ABR MAY HUN HUL AGO SET OKT NOB DIS',
};

const monthOf = (text: string) => readPrintedDate(text, 'other', today)?.month;

describe('a month in two languages', () => {
	it.each(Object.entries(months))('is the English one beside %s, on either side', (_, names) => {
		const pairs = names
			.split(' ')
			.map((name, at) => [`12 ${name}/${english[at]} 2015`, `12 ${english[at]}/${name} 15`]);
		expect(pairs.map(([before]) => monthOf(before!))).toEqual(english.map((_, at) => at + 1));
		expect(pairs.map(([, after]) => monthOf(after!))).toEqual(english.map((_, at) => at + 1));
	});

	it('is none where both are plain and are not the same: one was misread', () => {
		expect(monthOf('12 JAN/JUN 2015')).toBeUndefined();
		expect(monthOf('12 MAR/MAY 2015')).toBeUndefined();
	});
});

describe('a month in one language', () => {
	/** These are other months in another language, or codes of states. */
	const ambiguous = new Set(['LIP', 'LIS', 'SRP', 'KOR', 'FRA', 'SEN', 'NYA', 'NZE']);
	it.each(Object.entries(months))('is known in %s', (_, names) => {
		const seen = names.split(' ').map(name => (ambiguous.has(name) ? 'ambiguous' : monthOf(`12 ${name} 2015`)));
		expect(seen).toEqual(names.split(' ').map((name, at) => (ambiguous.has(name) ? 'ambiguous' : at + 1)));
	});

	it('is none where languages call different months so', () => {
		for (const name of [...ambiguous, 'LISTOPAD', 'LIPIEC', 'ČERVEN', 'SRPNA'])
			expect(monthOf(`12 ${name} 2015`)).toBeUndefined();
	});
});
