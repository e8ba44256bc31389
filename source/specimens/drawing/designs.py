"""Page designs. Each is invented; they differ as the pages of different states do: where the portrait is, which
languages the labels are in, type, colours, how a date is written."""
from .page import CHINESE, CJK, CJK_BOLD, DEJAVU_BOLD, KOREAN, NARROW, NARROW_BOLD, OCR_B, Page, SANS, SANS_BOLD, SERIF_BOLD, TD1, TD3

MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()
SPANISH = 'ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC'.split()


def in_words(iso, months=MONTHS):
    year, month, day = (iso.split('-') + ['XX', 'XX'])[:3]
    return f'{day} {months[int(month) - 1] if month != "XX" else "XX"} {year}'


def in_figures(iso):
    return '.'.join(reversed((iso.split('-') + ['XX', 'XX'])[:3]))


def bilingual_month(iso):
    year, month, day = iso.split('-')
    return f'{day} {int(month)}月/{MONTHS[int(month) - 1]} {year}'


def values(person, date):
    return {
        'type': person.get('type', 'P'), 'code': person['issuer'], 'number': person['number'],
        'surname': person['surname'].upper(), 'given': person.get('given', '').upper() or '—',
        'nationality': person.get('nationality_printed', person['nationality']), 'birth': date(person['birth']),
        'sex': person['sex'], 'birthplace': person['birthplace'].upper(), 'issue': date(person['issue']),
        'expiry': date(person['expiry']), 'authority': person['authority'].upper(),
        'personal': person.get('personal_printed', person.get('optional', '').replace('<', ' ').strip()),
    }


def rows(page, places, labels, what, style):
    """Draws label over value at each place {key: (x, y, width)}; y is the value's base line."""
    for key, (x, y, width) in places.items():
        if not what.get(key):
            continue
        page.text(x, y - style['lead'], labels[key], style['label'], style['label_size'], style['label_colour'], width=width)
        page.text(x, y, what[key], style['value'], style['value_size'], style.get('value_colour', (20, 22, 28)), width=width)


ENGLISH_FRENCH = {
    'type': 'Type / Type', 'code': 'Code of State / Code', 'number': 'Passport No. / No. du passeport',
    'surname': 'Surname / Nom', 'given': 'Given names / Prénoms', 'nationality': 'Nationality / Nationalité',
    'birth': 'Date of birth / Date de naissance', 'sex': 'Sex / Sexe', 'birthplace': 'Place of birth / Lieu de naissance',
    'issue': 'Date of issue / Date de délivrance', 'expiry': 'Date of expiry / Date d’expiration',
    'authority': 'Authority / Autorité', 'personal': 'Personal No. / No. personnel',
}
ENGLISH_SPANISH = {
    'type': 'Tipo / Type', 'code': 'País emisor / Code', 'number': 'Pasaporte núm. / Passport No.',
    'surname': 'Apellidos / Surname', 'given': 'Nombre / Given names', 'nationality': 'Nacionalidad / Nationality',
    'birth': 'Fecha de nacimiento / Date of birth', 'sex': 'Sexo / Sex', 'birthplace': 'Lugar de nacimiento / Place of birth',
    'issue': 'Fecha de expedición / Date of issue', 'expiry': 'Fecha de caducidad / Date of expiry',
    'authority': 'Autoridad / Authority', 'personal': 'Núm. personal / Personal No.',
}
GERMAN = {
    'type': 'Typ/Type/Type', 'code': 'Kode/Code/Code', 'number': 'Pass-Nr./Passport No.',
    'surname': '1. Name/Surname/Nom', 'given': '2. Vornamen/Given names/Prénoms', 'nationality': '3. Staatsangehörigkeit/Nationality',
    'birth': '4. Geburtstag/Date of birth', 'birthplace': '5. Geburtsort/Place of birth', 'sex': '6. Geschlecht/Sex',
    'issue': '7. Ausstellungsdatum/Date of issue', 'expiry': '8. Gültig bis/Date of expiry', 'authority': '9. Behörde/Authority',
    'personal': '10. Kennnummer/Personal No.',
}
CHINESE_ENGLISH = {
    'type': '类型/Type', 'code': '国家码/Country Code', 'number': '护照号/Passport No.', 'surname': '姓名/Name',
    'sex': '性别/Sex', 'nationality': '国籍/Nationality', 'birth': '出生日期/Date of birth',
    'birthplace': '出生地点/Place of birth', 'issue': '签发日期/Date of issue', 'expiry': '有效期至/Date of expiry',
    'authority': '签发机关/Authority', 'personal': '',
}
KOREAN_ENGLISH = {
    'type': '종류/Type', 'code': '발행국/Issuing country', 'number': '여권번호/Passport No.', 'surname': '성/Surname',
    'given': '이름/Given names', 'nationality': '국적/Nationality', 'birth': '생년월일/Date of birth', 'sex': '성별/Sex',
    'birthplace': '출생지/Place of birth', 'issue': '발급일/Date of issue', 'expiry': '기간만료일/Date of expiry',
    'authority': '발행관청/Authority', 'personal': '',
}


def classic(person, lines, look, rng, labels=ENGLISH_FRENCH, months=MONTHS):
    """Portrait on the left, labels over values, a second pale portrait on the right."""
    page = Page(TD3, look, rng)
    page.band(0, 8.6, look['dark'], 0.9)
    page.band(64.8, 88, (252, 252, 250), 0.62)
    page.watermark(43, 120)
    page.ghost(person, (101, 38, 19, 24.4))
    page.start_printing()
    page.text(5, 6.1, person['state'], SANS_BOLD, 3.3, (255, 255, 255), spread=0.5)
    page.text(120, 6.0, 'PASSPORT · PASSEPORT' if labels is ENGLISH_FRENCH else 'PASAPORTE · PASSPORT', SANS, 2.6, (255, 255, 255), anchor='rs', spread=0.2)
    page.portrait(person, (5.5, 14, 35, 45))
    places = {
        'type': (45, 15.6, 12), 'code': (60, 15.6, 26), 'number': (90, 15.6, 31), 'surname': (45, 22.7, 75),
        'given': (45, 29.8, 75), 'nationality': (45, 36.9, 40), 'birth': (45, 44, 36), 'sex': (84, 36.9, 20),
        'birthplace': (45, 51.1, 36), 'authority': (84, 51.1, 16), 'issue': (45, 58.2, 24), 'expiry': (71, 58.2, 27),
    }
    if person.get('optional'):
        places.update(surname=(45, 22.7, 36), personal=(84, 22.7, 36))
    style = {'lead': 3.25, 'label': SANS, 'label_size': 1.85, 'label_colour': look['dark'], 'value': SANS_BOLD, 'value_size': 3.1}
    rows(page, places, labels, values(person, lambda iso: in_words(iso, months)), style)
    page.signature(11, 62.2, 21)
    page.zone(lines)
    return page.image


def spanish(person, lines, look, rng):
    return classic(person, lines, look, rng, ENGLISH_SPANISH, SPANISH)


def numbered(person, lines, look, rng):
    """Numbered labels in three languages, figures for dates, a monochrome portrait, no band at the top."""
    page = Page(TD3, look, rng)
    page.band(64.8, 88, (255, 255, 255), 0.5)
    page.watermark(44, 120)
    page.start_printing()
    page.text(6, 7.6, 'PASSPORT', SANS_BOLD, 4.2, look['dark'], spread=0.2)
    page.text(6, 10.9, 'REISEPASS · PASSEPORT', SANS, 2.1, look['dark'])
    page.text(119, 8.2, person['state'], SANS_BOLD, 3.2, look['dark'], anchor='rs', spread=0.35)
    page.portrait(person, (6, 16, 35, 45), monochrome=True)
    places = {
        'type': (46, 16.4, 14), 'code': (63, 16.4, 18), 'number': (90, 16.4, 30), 'surname': (46, 23.1, 73),
        'given': (46, 29.8, 73), 'nationality': (46, 36.5, 38), 'birth': (46, 43.2, 34), 'sex': (90, 36.5, 28),
        'birthplace': (90, 43.2, 30), 'issue': (46, 49.9, 38), 'expiry': (46, 56.6, 34), 'authority': (46, 63.2, 38),
    }
    style = {'lead': 3.05, 'label': NARROW, 'label_size': 1.95, 'label_colour': look['dark'], 'value': NARROW_BOLD, 'value_size': 3.2}
    rows(page, places, GERMAN, values(person, in_figures), style)
    page.text(90, 49.9 - 3.05, '10. Unterschrift/Signature', NARROW, 1.95, look['dark'], width=30)
    page.signature(91, 58, 24)
    page.emblem(110, 24, 5.2, look['second'])
    page.zone(lines)
    return page.image


def eastern(person, lines, look, rng):
    """Chinese and English labels; the name in characters over the name in Latin letters."""
    page = Page(TD3, look, rng)
    page.band(65.4, 88, (253, 251, 247), 0.6)
    page.watermark(41, 120)
    page.ghost(person, (101, 47, 14, 18))
    page.start_printing()
    page.emblem(11, 7, 4, look['dark'])
    page.text(18, 7.4, '护照', CJK_BOLD, 5.2, look['dark'], face=CHINESE, spread=1)
    page.text(18, 11.1, 'PASSPORT', SANS_BOLD, 2.5, look['dark'], spread=0.35)
    page.text(119, 8, '样本 SPECIMEN', CJK_BOLD, 3, look['dark'], anchor='rs', face=CHINESE)
    page.portrait(person, (6, 15, 33, 42))
    what = values(person, bilingual_month)
    what['surname'] = person['surname'].upper() + ', ' + person['given'].upper()
    what['sex'] = {'M': '男/M', 'F': '女/F'}[person['sex']]
    what['birthplace'] = person['birthplace']
    what['authority'] = person['authority']
    what['nationality'] = person['nationality_printed']
    places = {
        'type': (44, 16.2, 12), 'code': (59, 16.2, 26), 'number': (88, 16.2, 33), 'sex': (44, 36.6, 16),
        'nationality': (62, 36.6, 26), 'birth': (88, 36.6, 33), 'birthplace': (44, 44.2, 42), 'authority': (88, 44.2, 33), 'issue': (44, 51.8, 42),
        'expiry': (44, 59.4, 42),
    }
    for key, (x, y, width) in places.items():
        page.text(x, y - 3.45, CHINESE_ENGLISH[key], CJK, 1.95, look['dark'], face=CHINESE, width=width)
        page.text(x, y, what[key], CJK_BOLD if key != 'number' else SANS_BOLD, 2.95 if key != 'number' else 3.6, face=CHINESE if key != 'number' else 0, width=width)
    page.text(44, 20.3, CHINESE_ENGLISH['surname'], CJK, 1.95, look['dark'], face=CHINESE)
    page.text(44, 24.6, person['national_name'], CJK_BOLD, 3.9, face=CHINESE, spread=0.6)
    page.text(44, 29, what['surname'], SANS_BOLD, 3.3, width=75)
    page.zone(lines)
    return page.image


def peninsula(person, lines, look, rng):
    """Korean and English labels, the portrait framed, values in a plain condensed face."""
    page = Page(TD3, look, rng)
    page.band(0, 1.4, look['dark'], 0.8)
    page.band(65, 88, (250, 252, 253), 0.55)
    page.watermark(44, 120)
    page.ghost(person, (102, 32, 17, 22))
    page.start_printing()
    page.text(6, 8.6, '여권', CJK_BOLD, 4.6, look['dark'], face=KOREAN, spread=0.8)
    page.text(20, 8.4, 'PASSPORT', SANS_BOLD, 3, look['dark'], spread=0.3)
    page.text(119, 8.2, person['state'], SANS, 2.5, look['dark'], anchor='rs', spread=0.15)
    page.portrait(person, (6, 14, 35, 45), frame=look['dark'])
    what = values(person, in_words)
    places = {
        'type': (46, 16, 12), 'code': (62, 16, 24), 'number': (92, 16, 29), 'surname': (46, 23.2, 50), 'given': (46, 30.4, 50),
        'nationality': (46, 37.6, 40), 'birth': (46, 44.8, 30), 'sex': (82, 44.8, 14), 'issue': (46, 52, 30),
        'authority': (82, 52, 38), 'expiry': (46, 59.2, 30),
    }
    for key, (x, y, width) in places.items():
        page.text(x, y - 3.35, KOREAN_ENGLISH[key], CJK, 1.9, look['dark'], face=KOREAN, width=width)
        page.text(x, y, what[key], DEJAVU_BOLD, 2.85, width=width)
    page.text(82, 55.85, '한글성명', CJK, 1.9, look['dark'], face=KOREAN)
    page.text(82, 59.4, person['national_name'], CJK_BOLD, 3, face=KOREAN)
    page.zone(lines)
    return page.image


def island(person, lines, look, rng):
    """Portrait on the right, values in OCR-B, labels in English only."""
    page = Page(TD3, look, rng)
    page.band(64.8, 88, (255, 255, 252), 0.58)
    page.watermark(5, 82)
    page.start_printing()
    page.emblem(12, 8, 4.6, look['dark'])
    page.text(20, 7.6, person['state'], SERIF_BOLD, 4.2, look['dark'], spread=0.3)
    page.text(20, 11.6, 'PASSPORT', SERIF_BOLD, 3.1, look['dark'], spread=0.8)
    page.portrait(person, (84.5, 14.5, 35, 45), frame=(255, 255, 255))
    labels = {key: label.split(' / ')[0] for key, label in ENGLISH_FRENCH.items()}
    places = {
        'type': (6.6, 20.2, 10), 'code': (21, 20.2, 20), 'number': (46, 20.2, 34), 'surname': (6.6, 27.3, 75),
        'given': (6.6, 34.4, 75), 'nationality': (6.6, 41.5, 36), 'birth': (46, 41.5, 36), 'sex': (6.6, 48.6, 10),
        'birthplace': (21, 48.6, 58), 'issue': (6.6, 55.7, 36), 'expiry': (46, 55.7, 36), 'authority': (6.6, 62.8, 36),
    }
    if not person.get('given'):
        del places['given']
        labels['surname'] = 'Name'
    if person.get('optional'):
        places['personal'] = (46, 62.8, 36)
    style = {'lead': 3.3, 'label': SANS, 'label_size': 1.8, 'label_colour': look['dark'], 'value': OCR_B, 'value_size': 3.3}
    rows(page, places, labels, values(person, in_words), style)
    page.zone(lines)
    return page.image


def card(person, lines, look, rng):
    """The back of an identity card: a TD1 zone of three lines of thirty."""
    page = Page(TD1, look, rng)
    page.band(30.8, 54, (255, 255, 255), 0.6)
    page.watermark(6, 80)
    page.start_printing()
    page.text(5, 7, person['state'] + ' · IDENTITY CARD', SANS_BOLD, 2.7, look['dark'], spread=0.15)
    for label, value, x, y in (
        ('Height', person['height'], 5, 15), ('Colour of eyes', person['eyes'], 27, 15), ('Date of issue', in_figures(person['issue']), 55, 15),
        ('Place of residence', person['address'], 5, 22.5), ('Authority', person['authority'], 55, 22.5),
    ):
        page.text(x, y - 3.1, label, SANS, 1.75, look['dark'])
        page.text(x, y, value.upper(), SANS_BOLD, 2.6, width=46 if x == 5 else 26)
    page.signature(58, 29, 17)
    page.zone(lines)
    return page.image
