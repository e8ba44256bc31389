"""Invents what is printed on a passport's page above the MRZ: values, labels, dates in two languages. Latin script only."""
import pathlib
import re
import string
import unicodedata
from print_alphabet import ALPHABET, CLASS, MARKED, SPECIAL, STROKED, TONES, TWO_MARKS, compose

# Letters that a language adds to the plain ones: names and places are written with one language's letters.
LANGUAGES = [
    'ÄÖÜß', 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ', 'ÁÉÍÑÓÚÜ', 'ÀÁÂÃÇÉÊÍÓÔÕÚ', 'ÀÈÉÌÒÙ', 'ÄÅÖ', 'ÅÆØ', 'ÁÆÉÍÐÓÖÚÝÞ', 'ĄĆĘŁŃÓŚŹŻ', 'ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ', 'ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ',
    'ČĆĐŠŽ', 'ČŠŽ', 'ÁÉÍÓÖŐÚÜŰ', 'ĂÂÎȘȚ', 'ĂÂÎŞŢ', 'ĀČĒĢĪĶĻŅŠŪŽ', 'ĄČĘĖĮŠŲŪŽ', 'ÄÕÖÜŠŽ', 'ÇĞİÖŞÜı', 'ÇƏĞİÖŞÜı', 'ÇÄŇÖŞÜÝŽ', 'ĊĠĦŻ', 'ÇË', 'ÁÂÊËÎÏÔÖÛÜŴŶ', 'ÁĐŊŠŦŽ',
    'ĀĒĪŌŪ', 'ĤĈĜĴŜŬ', 'ÑÃẼĨÕŨỸ',
]
VIETNAMESE = 'ĂÂĐÊÔƠƯ'
MONTHS = [
    'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC', 'JANV FÉV MARS AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC', 'JAN FÉV MAR AVR MAI JUIN JUIL AOUT SEPT OCT NOV DEC',
    'ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC', 'JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ', 'GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC',
    'JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC', 'JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ', 'STY LUT MAR KWI MAJ CZE LIP SIE WRZ PAŹ LIS GRU',
    'LED ÚNO BŘE DUB KVĚ ČVN ČVC SRP ZÁŘ ŘÍJ LIS PRO', 'SIJ VEL OŽU TRA SVI LIP SRP KOL RUJ LIS STU PRO', 'JAN FEB MÁR ÁPR MÁJ JÚN JÚL AUG SZEP OKT NOV DEC',
    'IAN FEB MAR APR MAI IUN IUL AUG SEP OCT NOI DEC', 'OCA ŞUB MAR NİS MAY HAZ TEM AĞU EYL EKİ KAS ARA', 'JAN FEB MAR APR MAJ JUN JUL AUG SEP OKT NOV DEC', 'JAN FEB MAR APR MAÍ JÚN JÚL ÁGÚ SEP OKT NÓV DES',
    'TAMMI HELMI MAALIS HUHTI TOUKO KESÄ HEINÄ ELO SYYS LOKA MARRAS JOULU', 'JAAN VEEBR MÄRTS APR MAI JUUNI JUULI AUG SEPT OKT NOV DETS', 'JANV FEBR MARTS APR MAIJS JŪN JŪL AUG SEPT OKT NOV DEC',
    'SAU VAS KOV BAL GEG BIR LIE RGP RGS SPA LAP GRU', 'JAN FRA MAR APR MEJ ĠUN LUL AWW SET OTT NOV DIĊ', 'EAN FEABH MÁR AIB BEAL MEITH IÚIL LÚN MFÓ DFÓ SAMH NOLL',
]
PLACES = '''ANKARA İSTANBUL İZMİR BAKU BAKI ŞƏKİ GƏNCƏ TALLINN TARTU PÄRNU RĪGA LIEPĀJA VILNIUS KAUNAS ŠIAULIAI WARSZAWA ŁÓDŹ KRAKÓW GDAŃSK PRAHA BRNO PLZEŇ ČESKÉ BUDĚJOVICE BRATISLAVA KOŠICE ŽILINA BUDAPEST GYŐR PÉCS
BUCUREŞTI IAŞI TIMIŞOARA CONSTANŢA ZAGREB ŠIBENIK DUBROVNIK LJUBLJANA BEOGRAD NOVI SAD SARAJEVO REYKJAVÍK ÍSAFJÖRÐUR AKUREYRI KØBENHAVN ÅRHUS ODENSE TÓRSHAVN OSLO TROMSØ STOCKHOLM MALMÖ GÖTEBORG HELSINKI JYVÄSKYLÄ
BERLIN MÜNCHEN KÖLN DÜSSELDORF NÜRNBERG WIEN GRAZ ZÜRICH GENÈVE BERN PARIS ST ÉTIENNE BESANÇON ORLÉANS NÎMES BRUXELLES LIÈGE ANTWERPEN AMSTERDAM 'S-GRAVENHAGE ROTTERDAM LUXEMBOURG LISBOA SÃO PAULO BRASÍLIA BELÉM
RIO DE JANEIRO FLORIANÓPOLIS MADRID MÁLAGA CÓRDOBA A CORUÑA BOGOTÁ D.C. MEDELLÍN LIMA SANTIAGO ASUNCIÓN MÉXICO, D.F. NEW YORK, U.S.A. CALIFORNIA, U.S.A. LONDON EDINBURGH DUBLIN TORONTO CAN MONTRÉAL QUÉBEC SYDNEY MELBOURNE
AUCKLAND WELLINGTON JOHANNESBURG NAIROBI LAGOS ACCRA CAIRO RABAT TUNIS ALGER TEHRAN KABUL KARACHI LAHORE, PAK DELHI MUMBAI CHENNAI THIRUVANANTHAPURAM DHAKA KATHMANDU COLOMBO BANGKOK HÀ NỘI HỒ CHÍ MINH ĐÀ NẴNG JAKARTA
KUALA LUMPUR SELANGOR SINGAPORE MANILA TOKYO SEOUL BEIJING SHANGHAI GUANGDONG TAIPEI ULAANBAATAR ASTANA TASHKENT MOSCOW KYIV MINSK CHIŞINĂU TBILISI YEREVAN TIRANA PRISHTINË SKOPJE SOFIA ATHENS NICOSIA VALLETTA ROMA MILANO
FORLÌ-CESENA L'AQUILA NAPOLI DUBAI RIYADH DOHA BEIRUT AMMAN BAGHDAD JERUSALEM TEL AVIV'''.split('\n')
PLACES = [place for line in PLACES for place in line.split()]
OFFICES = '''MINISTRY OF FOREIGN AFFAIRS|MINISTRY OF INTERIOR|DEPARTMENT OF STATE|UNITED STATES DEPARTMENT OF STATE|PASSPORT OFFICE|HM PASSPORT OFFICE|POLICE|POLICIJA|POLIISI|POLISEN|PREFECTURE DE|PRÉFECTURE DE POLICE|MAIRIE DE|MINISTERO AFFARI ESTERI
MINISTRO AFFARI ESTERI E COOPERAZIONE INTERNAZIONALE|QUESTURA DI|MINISTÈRE DES AFFAIRES ÉTRANGÈRES|SPF AFFAIRES ÉTRANGÈRES|GEMEINDE|STADT|BEZIRKSHAUPTMANNSCHAFT|MAGISTRAT DER STADT|BURGEMEESTER VAN|BURG. VAN|MAGYARORSZÁG|BM NYILVÁNTARTÓ HIVATAL
WOJEWODA MAZOWIECKI|MAGISTRÁT MĚSTA|MINISTERSTVO VNITRA|UPRAVNA ENOTA|PU ZAGREBAČKA|MUP R. SRBIJE|PPDF|SPCLEP|DEPARTAMENTO DE POLÍCIA FEDERAL|SR/DPF/SP|SEF - SERV ESTR FRONTEIRAS|DIRECCIÓN GENERAL DE LA POLICÍA|MIGRACIÓN COLOMBIA
REGISTRO CIVIL E IDENTIFICACIÓN|SECRETARÍA DE RELACIONES EXTERIORES|IMMIGRATION DEPARTMENT|MPS EXIT & ENTRY ADMINISTRATION|REGISTRATION DIVISION|MINISTRY OF PUBLIC SECURITY|CỤC QUẢN LÝ XUẤT NHẬP CẢNH|PMLP|VRM|ÞJÓÐSKRÁ ÍSLANDS|SÝSLUMAÐURINN Í REYKJAVÍK
İÇİŞLERİ BAKANLIĞI|NÜFUS MÜDÜRLÜĞÜ|DAXİLİ İŞLƏR NAZİRLİYİ|DEPT OF HOME AFFAIRS|HOME AFFAIRS|GATINEAU|DFA MANILA|KANTON ZÜRICH|PASAPORT|PASSEPORT|PASSPORT|REISEPASS|PASAPORTE|PASSAPORTO|EUROPEAN UNION|REPUBLIC OF|KINGDOM OF|UNION EUROPÉENNE'''.replace('\n', '|').split('|')
NATIONS = '''BRITISH CITIZEN|FRANÇAISE|DEUTSCH|ITALIANA|ESPAÑOLA|PORTUGUESA|POLSKIE|UNITED STATES OF AMERICA|CANADIAN/CANADIENNE|AUSTRALIAN|NEW ZEALAND|NEDERLANDSE|BELGE|ÖSTERREICH|SVENSK|NORSK|DANSK|SUOMI/FINLAND|EESTI/ESTONIA|LATVIJAS
LIETUVOS RESPUBLIKA|ČESKÁ REPUBLIKA|SLOVENSKÁ REPUBLIKA|MAGYAR/HUNGARIAN|ROMÂNĂ|HRVATSKO|SLOVENSKO|SRPSKO|TÜRKİYE CUMHURİYETİ|T.C.|AZƏRBAYCAN|INDIAN|PAKISTANI|BANGLADESHI|CHINESE|JAPAN|REPUBLIC OF KOREA|THAI|MALAYSIA|INDONESIA|FILIPINO
VIỆT NAM/VIETNAMESE|BRASILEIRO(A)|MEXICANA|COLOMBIANA|CHILENA|PERUANA|ARGENTINA|SOUTH AFRICAN|KENYAN|NIGERIAN|ÍSLAND/ICELAND|IRISH/ÉIREANNACH|SHQIPTARE/ALBANIAN|SUISSE/SVIZZERA/SWISS|LËTZEBUERG'''.replace('\n', '|').split('|')
SHORT = 'F M X M/F F/F K/F M/M F/K Ž/F N/F E/M P P/P PP PA PD PB N D USA UTO GBR D< III II LL IL ILL No No. Nº Nr. W Z/F 175 CM 1,68 m 170cm KAHV. BRUN/BROWN BLUE BLAU GRÜN (1) (2) (3) 1. 2. 10. CM M. DR. ING. MAG. MUDR. GEB. NÉE ÉP. EPSE DE VAN DER VON DE LA AL- EL- BIN BINTI S/O D/O MR MRS'.split()
ADDED = ['Signature of bearer', "Holder's signature", 'Signature du titulaire', 'Unterschrift der Inhaberin', 'Type/Type', 'Code of issuing State', 'Country code', 'Passport No.', 'Observations', 'see page 3', 'Official Observations', 'Height/Taille', 'Residence', 'Domicile', 'Date of birth/Date de naissance', 'United States of America', 'Kingdom of Spain']


def _labels():
    """The labels that the product knows, in every language with Latin letters."""
    folder = pathlib.Path(__file__).resolve().parents[2] / 'core/engines/offline/visual/labels'
    words = {label for file in sorted(folder.glob('*.ts')) for text in re.findall(r": '([^']+)'", file.read_text('utf-8')) for label in text.split('|')}
    return sorted(label for label in words if all(c in CLASS for c in label)) + ADDED


LABELS = _labels()
SELDOM = '<*+°#"!?%=_;:&()'
VOWELS, CONSONANTS = 'AEIOU', 'BCDFGHJKLMNPQRSTVWXYZ'
BASE_OF = {c: unicodedata.normalize('NFD', c)[0] for c in ALPHABET}
BASE_OF.update({stroked: letter for letter, stroked in STROKED.items()})
# What a letter may become, without regard to a language; so that rare ones are seen as often as others.
ANY = {}
for _mark, _letters in MARKED.items():
    for _letter in _letters:
        ANY.setdefault(_letter, []).append(compose(_letter, _mark))
for _letter, _stroked in STROKED.items():
    ANY.setdefault(_letter, []).append(_stroked)
FORMS = {}
for _language in LANGUAGES:
    _forms = {}
    for _c in _language:
        _forms.setdefault({'Æ': 'A', 'Œ': 'O', 'Þ': 'T', 'Ə': 'E', 'Ŋ': 'N', 'ß': 'S', 'ı': 'I', 'Ð': 'D'}.get(_c, BASE_OF.get(_c, _c)), []).append(_c)
    FORMS[_language] = {base: [c for c in forms if c in CLASS] for base, forms in _forms.items()}


def pick(rng, things):
    return things[int(rng.integers(len(things)))]


def marked(rng, text, language, share):
    """Capitals with the marks of a language ('any' for all there are, VIETNAMESE for two at a letter), at `share` of the letters that may have one."""
    out = []
    for c in text:
        if rng.random() < share:
            if language == VIETNAMESE:
                c = pick(rng, {'A': 'AĂÂ', 'E': 'EÊ', 'O': 'OÔƠ', 'U': 'UƯ', 'D': 'DĐ'}.get(c, c))
                if c in VOWELS + 'Y' + TWO_MARKS and rng.random() < 0.7:
                    c = compose(c, pick(rng, TONES))
            elif language == 'any':
                c = pick(rng, ANY[c]) if c in ANY else pick(rng, SPECIAL) if rng.random() < 0.1 else c
            else:
                c = pick(rng, FORMS[language].get(c, [c]))
        out.append(c)
    return ''.join(out)


def syllables(rng, least=2, most=11):
    odd = int(rng.integers(2))
    letters = []
    for i in range(int(rng.integers(least, most))):
        vowel = (i + odd) % 2 == 0 if rng.random() < 0.85 else rng.random() < 0.4
        letters.append(pick(rng, VOWELS if vowel else CONSONANTS))
    return ''.join(letters)


def word(rng, language):
    kind = rng.random()
    if kind < 0.72:
        text = syllables(rng)
    elif kind < 0.86:
        text = ''.join(pick(rng, string.ascii_uppercase) for _ in range(int(rng.integers(1, 9))))
    else:
        return pick(rng, PLACES)
    if language is None:
        return text
    return marked(rng, text, language, rng.uniform(0.15, 0.6))


def cased(rng, text, lower):
    if lower is None:
        return text
    low = text.replace('İ', 'i').lower()
    return low if lower else text[:1] + low[1:]


def words(rng):
    kind = rng.random()
    language = None if kind < 0.4 else pick(rng, LANGUAGES) if kind < 0.75 else 'any' if kind < 0.96 else VIETNAMESE
    style = rng.random()
    lower = None if style < 0.66 else False if style < 0.95 else True
    parts = [cased(rng, word(rng, language), lower) for _ in range(int(pick(rng, [1, 1, 1, 2, 2, 3, 4])))]
    text = parts[0]
    for part in parts[1:]:
        text += pick(rng, [' '] * 10 + [', ', '-', '-', '/', ' / ', '. ', ' & ', "'", ' - ', '; ', ' + ']) + part
    edge = rng.random()
    if edge < 0.05:
        text = f'({text})'
    elif edge < 0.1:
        text += pick(rng, ['.', ':', ',', '*', '.', ':'])
    elif edge < 0.16:
        text += pick(rng, [' ', ' ', '-', '']) + str(int(rng.integers(1, 1000)))
    return text


def month(rng, number, lower):
    text = pick(rng, MONTHS).split()[number - 1]
    return text if not lower else text[0] + text[1:].replace('İ', 'i').lower()


def date(rng):
    day, number, year = int(rng.integers(1, 32)), int(rng.integers(1, 13)), int(rng.integers(1925, 2046))
    kind, lower = rng.random(), rng.random() < 0.22
    between = pick(rng, ['.', '.', '.', ' ', ' ', ' ', '/', '/', '-', '. ', '', ' . ', '.'])
    if kind < 0.36:
        return f'{day:02d}{between}{number:02d}{between}{year}'
    if kind < 0.41:
        return f'{year}{between}{number:02d}{between}{day:02d}' + ('.' if rng.random() < 0.15 else '')
    if kind < 0.44:
        return f'{day:02d}{between}{number:02d}{between}{year % 100:02d}'
    last = str(year) if rng.random() < 0.72 else f'{year % 100:02d}'
    name = month(rng, number, lower)
    gap = pick(rng, [' ', ' ', ' ', ' ', ' ', '', '-', '/', '.', '. '])
    if kind < 0.68:
        return f'{day:02d}{gap}{name}{gap}{last}'
    other = month(rng, number, lower)
    stroke = pick(rng, ['/', '/', ' / ', '/ ', ' /'])
    if kind < 0.93:
        return f'{day:02d} {name}{stroke}{other} {last}'
    if kind < 0.97:
        return f'{day:02d} {name} {stroke.strip()} {other} {last}'
    return f'{name} {day}, {year}'


def number(rng):
    letters = pick(rng, [0.0, 0.0, 0.15, 0.5, 0.9])
    text = ''.join(pick(rng, string.ascii_uppercase) if rng.random() < letters else pick(rng, string.digits) for _ in range(int(rng.integers(3, 14))))
    if rng.random() < 0.2:  # runs of one digit
        two = pick(rng, '00123456789') + pick(rng, '0' + string.digits + string.ascii_uppercase)
        text = text[:int(rng.integers(3))] + ''.join(pick(rng, two[0] * 3 + two[1]) for _ in text)
    if rng.random() < 0.25:
        at = int(rng.integers(1, len(text)))
        text = text[:at] + pick(rng, [' ', '-', '/', '.', ' ']) + text[at:]
    if rng.random() < 0.06:
        at = int(rng.integers(1, len(text)))
        text = text[:at] + pick(rng, SELDOM) + text[at:]
    return text


def label(rng):
    text = pick(rng, LABELS)
    if rng.random() < 0.4:
        text += pick(rng, ['/', ' / ', '/ ']) + pick(rng, LABELS)
    case = rng.random()
    if case < 0.15:
        text = ''.join(c.upper() if len(c.upper()) == 1 else c for c in text)
    if rng.random() < 0.25:
        text = f'{int(rng.integers(1, 15))}. ' + text if rng.random() < 0.6 else text + f' ({int(rng.integers(1, 15))})'
    if rng.random() < 0.1:
        text += pick(rng, ['.', ':'])
    return text


def text(rng):
    """One piece of type: what a value or a label says."""
    kind = rng.random()
    if kind < 0.22:
        out = date(rng)
    elif kind < 0.32:
        out = number(rng)
    elif kind < 0.37:
        out = pick(rng, SHORT)
    elif kind < 0.55:
        out = label(rng)
    elif kind < 0.62:
        out = pick(rng, OFFICES if rng.random() < 0.6 else NATIONS)
        if rng.random() < 0.3:
            out += ' ' + pick(rng, PLACES)
    else:
        out = words(rng)
    return ''.join(c for c in out if c in CLASS)
