"""What pages have that the usual layouts lack, kind by kind: more fields, labels in other languages and scripts, other dates,
places and offices, and (over_print.py) what is over the print. Each kind changes the text of a page, or how it is drawn."""
import layouts
import plausible
import print_text
from print_text import pick

KINDS = ['more-fields', 'labels-on-rows', 'cyrillic-greek', 'other-script', 'invented-labels', 'numbers-only', 'beside', 'below', 'columns', 'three-rows', 'pattern', 'laminate', 'glare', 'stripe', 'stamp', 'bent', 'cut', 'none', 'dates', 'places', 'offices', 'long-names', 'small']

# Names of a field that no list is taken from: label, values.
NEIGHBOURS = {
    'height': ('Height / Taille|Height|Taille|Størrelse / Height|Estatura', '175|1,68 m|170 cm|1.80 m|182'),
    'eyes': ("Colour of eyes|Couleur des yeux|Colour of eyes / Couleur des yeux|Eyes", 'BROWN|BRUN|BLUE|VERT / GREEN|BLAU|CASTAÑOS|HAZEL'),
    'profession': ('Profession|Occupation / Profession|Profesión|Beruf', 'ENGINEER|STUDENT|COMERCIANTE|TEACHER|MEDECIN|HOUSEWIFE|GENERAL DUTIES'),
    'residence': ('Residence|Domicile|Residence / Domicile|Wohnort|Residenza', None),
    'father': ("Father's name|Name of father|Nom du père", None),
    'file': ('File No|File number|No de dossier|Registration No', None),
}
INSTEAD = {  # how pages fill a field of which nothing is known
    'birth_place': ['---', 'XXX', '***', '- - -', 'UNKNOWN', 'XXXXXXXX', '-----'], 'authority': ['---', 'XXX', '***'],
}
CYRILLIC = {
    'surname': 'Фамилия', 'given_names': 'Имя', 'nationality': 'Гражданство', 'birth_date': 'Дата рождения', 'sex': 'Пол', 'birth_place': 'Место рождения', 'issue_date': 'Дата выдачи',
    'expiry_date': 'Дата окончания срока действия', 'authority': 'Орган, выдавший документ', 'passport_number': 'Номер паспорта',
}
GREEK = {
    'surname': 'Επώνυμο', 'given_names': 'Όνομα', 'nationality': 'Ιθαγένεια', 'birth_date': 'Ημερομηνία γέννησης', 'sex': 'Φύλο', 'birth_place': 'Τόπος γέννησης', 'issue_date': 'Ημερομηνία έκδοσης',
    'expiry_date': 'Ημερομηνία λήξης', 'authority': 'Εκδούσα αρχή', 'passport_number': 'Αριθμός διαβατηρίου',
}
TO_CYRILLIC = dict(zip('ABVGDEZIKLMNOPRSTUFYCHJQWX', 'АБВГДЕЗИКЛМНОПРСТУФЫЦХЙКВКС'))
TO_GREEK = dict(zip('ABGDEZIKLMNOPRSTUFXYCHJQVW', 'ΑΒΓΔΕΖΙΚΛΜΝΟΠΡΣΤΥΦΞΥΚΗΙΚΒΟ'))
EASTERN = {
    'RUS': ('RUSSIAN FEDERATION', 'РОССИЙСКАЯ ФЕДЕРАЦИЯ'), 'UKR': ('UKRAINE', 'УКРАЇНА'), 'BGR': ('BULGARIAN', 'БЪЛГАРИЯ'), 'SRB': ('SERBIAN', 'РЕПУБЛИКА СРБИЈА'), 'KAZ': ('KAZAKHSTAN', 'ҚАЗАҚСТАН'),
    'BLR': ('BELARUS', 'РЭСПУБЛІКА БЕЛАРУСЬ'), 'MKD': ('MACEDONIAN', 'МАКЕДОНСКО'), 'GRC': ('HELLENIC', 'ΕΛΛΗΝΙΚΗ'),
}
EASTERN_MONTHS = 'ЯНВ ФЕВ МАР АПР МАЙ ИЮН ИЮЛ АВГ СЕН ОКТ НОЯ ДЕК'.split()
GREEK_MONTHS = 'ΙΑΝ ΦΕΒ ΜΑΡ ΑΠΡ ΜΑΙ ΙΟΥ ΙΟΥ ΑΥΓ ΣΕΠ ΟΚΤ ΝΟΕ ΔΕΚ'.split()
# Scripts that share no letter with Latin: the state, what it prints for its own, the typeface, and some of the letters.
SCRIPTS = {
    'ARE': ('UNITED ARAB EMIRATES', 'NotoSansArabic-Regular.ttf', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'), 'EGY': ('EGYPTIAN', 'NotoNaskhArabic-Regular.ttf', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'),
    'JOR': ('JORDANIAN', 'NotoSansArabic-Bold.ttf', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'), 'THA': ('THAI', 'NotoSansThai-Regular.ttf', 'กขคงจชดตถทนบปผพฟภมยรลวสหอ'), 'GEO': ('GEORGIA', 'NotoSansGeorgian-Regular.ttf', 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ'),
    'ARM': ('ARMENIA', 'NotoSansArmenian-Regular.ttf', 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօ'), 'ISR': ('ISRAELI', 'NotoSansHebrew-Regular.ttf', 'אבגדהוזחטיכלמנסעפצקרשת'), 'NPL': ('NEPALI', 'NotoSansDevanagari-Regular.ttf', 'अआइईउएकखगघचछजटठडतथदधनपफबभमयरलवशसह'),
    'BGD': ('BANGLADESHI', 'NotoSansBengali-Regular.ttf', 'অআইঈউএকখগঘচছজটঠডতথদধনপফবভমযরলশসহ'), 'ETH': ('ETHIOPIAN', 'NotoSansEthiopic-Regular.ttf', 'ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ'), 'LKA': ('SRI LANKAN', 'NotoSansSinhala-Regular.ttf', 'අආඉඊඋඑකගචජටඩතදනපබමයරලවසහ'),
}
OFFICES_MORE = '''HM PASSPORT OFFICE|HMPO|IPS|UKPA|POLICE|POLICE DEPARTMENT 0731|UNITED STATES DEPARTMENT OF STATE|PASSPORT OFFICE, DUBLIN|DEPARTMENT OF FOREIGN AFFAIRS AND TRADE|MINISTRY OF INTERNAL AFFAIRS|MVD 77810|FMS 50004|SEF-SERV ESTR E FRONTEIRAS
SANTA MARIA DA FEIRA|DFA NCR EAST|REGISTRATION OFFICE NO. 12|STADT KÖLN|LANDRATSAMT MÜNCHEN|MAGISTRAT GRAZ|BH BADEN|PRÉFECTURE DU RHÔNE (69)|SOUS-PRÉFECTURE D'ARLES|CONSULATE GENERAL OF SPAIN|EMBASSY, LONDON|CONSULAT GÉNÉRAL DE FRANCE À GENÈVE
MINISTRY OF THE INTERIOR AND OF PUBLIC ADMINISTRATION|GENERAL DIRECTORATE FOR CITIZENSHIP|IMMIGRATION AND CHECKPOINTS AUTHORITY|JABATAN IMIGRESEN MALAYSIA|KANTOR IMIGRASI JAKARTA SELATAN|NATIONAL REGISTRATION BUREAU|CGI NEW YORK|RPO LONDON|MAIRIE
DGIP&I|NADRA|DIP/DHAKA|DIRECTOR OF IMMIGRATION SERVICES|PASSPORTS BRUXELLES|BURGEMEESTER VAN 'S-GRAVENHAGE|M.A.E. ROMA|MINISTRO AFFARI ESTERI E COOPERAZIONE INTERNAZIONALE|QUESTURA DI REGGIO NELL'EMILIA|SSP/BA|DELEMIG/RJ|POLIISI|POLISEN|NOCACC'''.replace('\n', '|').split('|')
# Offices that pages print over three rows.
THREE_ROWS = ['MINISTRO AFFARI|ESTERI E COOPERAZIONE|INTERNAZIONALE', 'MINISTRY OF FOREIGN|AFFAIRS AND|CONSULAR SERVICES', 'MINISTERSTVO|VNITRA ČESKÉ|REPUBLIKY', 'SECRETARÍA DE|RELACIONES|EXTERIORES', 'UNITED STATES|DEPARTMENT|OF STATE', 'KONSULAT|GENERALNY RP|W KOLONII',
              'EMBAIXADA|DE PORTUGAL|EM BERLIM', 'LANDESHAUPTSTADT|MÜNCHEN|BÜRGERBÜRO', 'DIRECTION GÉNÉRALE|DE LA SÛRETÉ|NATIONALE', 'REGISTRO CIVIL E|IDENTIFICACIÓN|DE CHILE']
REGIONS = ['GBR', 'USA', 'D', 'FRA', 'CAN', 'DEU', 'PAK', 'U.S.A.', 'U.K.', 'NIGERIA', 'TX', 'SP', 'KENYA', 'GERMANY', 'MAHARASHTRA', 'OKRES ZVOLEN', 'PUNJAB', 'INDIA']


def chosen(rng):
    """The kinds of one page: one, at times two or three."""
    return list(dict.fromkeys(pick(rng, KINDS) for _ in range(pick(rng, [1, 1, 2, 2, 3]))))


def town(rng):
    return ''.join(c for c in pick(rng, layouts.TOWNS) if c in print_text.CLASS)


def place(rng):
    """A place with what states add to it: a district, a state, a country's code, a number."""
    kind, first = rng.random(), town(rng)
    region = pick(rng, REGIONS)
    if kind < 0.3:
        return f'{first}, {region}'
    if kind < 0.5:
        return f'{first} {region}'
    if kind < 0.6:
        return f'{first}/{region}'
    if kind < 0.7:
        return f'{first} ({town(rng)})'
    if kind < 0.8:
        return f'{first} {rng.integers(1, 24):02d}'
    if kind < 0.9:
        return f'{first} - {town(rng)}'
    return pick(rng, REGIONS[:6])


def date_style(rng):
    """Dates as some states print them."""
    english = print_text.MONTHS[0].split()
    own = pick(rng, print_text.MONTHS).split()
    return pick(rng, [
        lambda y, m, d: f'{y}/{m:02d}/{d:02d}',
        lambda y, m, d: f'{y}.{m:02d}.{d:02d}.',
        lambda y, m, d: f'{y} {m:02d} {d:02d}',
        lambda y, m, d: f'{d:02d} {m:02d} {y}',
        lambda y, m, d: f'{d:02d}-{english[m - 1]}-{y}',
        lambda y, m, d: f'{d} {english[m - 1].capitalize()}/{own[m - 1].capitalize()} {y}',
        lambda y, m, d: f'{d:02d} {own[m - 1]} / {english[m - 1]} {y}',
        lambda y, m, d: f'{d:02d} {english[m - 1]} /{own[m - 1]} {y % 100:02d}',
        lambda y, m, d: f'{d:02d}.{m:02d}.{y % 100:02d}',
        lambda y, m, d: f'{d:02d} {english[m - 1]}.{y}',
        lambda y, m, d: f'{y}. {m:02d}. {d:02d}.',
        lambda y, m, d: f'{y} {own[m - 1]}/{english[m - 1]} {d:02d}',
        lambda y, m, d: f'{d:02d}. {own[m - 1].capitalize()}. {y}',
        lambda y, m, d: f'{d:02d} {m:02d}/{english[m - 1]} {y % 100:02d}',
        lambda y, m, d: f'{d:02d} {english[m - 1]}/{m:02d} {y}',
    ])


def invented(rng, many):
    """A label in an invented language."""
    words = [print_text.syllables(rng, 3, 9).lower() for _ in range(many)]
    return ' '.join(words).capitalize()


def neighbours(rng):
    """Fields of other kinds: {field: (label, value)}."""
    found = {}
    for field in list(dict.fromkeys(pick(rng, list(NEIGHBOURS)) for _ in range(3))):
        labels, values = NEIGHBOURS[field]
        value = pick(rng, values.split('|')) if values else town(rng) if field == 'residence' else plausible.name(rng, 4, 9) if field == 'father' else f'{print_text.number(rng)}/{rng.integers(1, 30):02d}'
        found[field] = (pick(rng, labels.split('|')), ''.join(c for c in value if c in print_text.CLASS))
    if rng.random() < 0.6:
        digits = ''.join(str(d) for d in rng.integers(0, 10, 11))
        found['personal_number'] = (pick(rng, ['Personal No.', 'Personal number / No personnel', 'Identity No', 'Personal code']), pick(rng, [digits, f'{digits[:6]}-{digits[6:10]}', f'{digits[:6]}/{digits[6:10]}', digits[:8], f'{digits[:3]} {digits[3:6]} {digits[6:9]}']))
    if rng.random() < 0.4:
        found['issue_place'] = (pick(rng, ['Place of issue', 'Place of issue / Lieu de délivrance', 'Lieu de délivrance', 'Lugar de expedición']), town(rng))
    return found


def eastern(text, code):
    table = TO_GREEK if code == 'GRC' else TO_CYRILLIC
    return ''.join(table.get(c, c) for c in text)


def in_another_script(text):
    """Whether a label or value has letters that the reader of printed text lacks."""
    return any(c not in print_text.CLASS for c in text)


def person(rng, kinds):
    """A passport as in layouts.person, changed as its kinds say, with its labels in rows and the fields beside them."""
    language, code, printed, said, mrz = layouts.person(rng)
    short = layouts.labels_of(rng, language)
    extras = neighbours(rng) if 'more-fields' in kinds else {}
    state = None
    if 'cyrillic-greek' in kinds:
        state = pick(rng, list(EASTERN))
        eastern_values(rng, state, printed, said, mrz)
    elif 'other-script' in kinds:
        state = pick(rng, list(SCRIPTS))
        printed['nationality'] = said['nationality'] = SCRIPTS[state][0]
    if 'long-names' in kinds:
        for field in ('surname', 'given_names'):
            printed[field] = said[field] = ' '.join(plausible.name(rng, 5, 9) for _ in range(pick(rng, [1, 2, 3] if field == 'surname' else [2, 3, 4])))
    if state or 'long-names' in kinds:
        mrz = with_names(mrz, state or code, said['surname'], said['given_names'])
        code = state or code
    for field in ('birth_place', 'authority') if 'none' in kinds else ():
        if rng.random() < (0.8 if field == 'birth_place' else 0.25):
            printed[field] = said[field] = pick(rng, INSTEAD[field])
    if 'places' in kinds:
        printed['birth_place'] = said['birth_place'] = place(rng)
    if 'offices' in kinds:
        office = pick(rng, OFFICES_MORE) if rng.random() < 0.8 else f'{rng.integers(0, 10000):04d}'
        printed['authority'] = said['authority'] = ''.join(c for c in office if c in print_text.CLASS)
    if 'three-rows' in kinds:
        rows = pick(rng, THREE_ROWS)
        printed['authority'], said['authority'] = rows.replace('|', '\n'), rows.replace('|', ' ')
    if 'dates' in kinds:
        written = date_style(rng)
        for field in ('birth_date', 'issue_date', 'expiry_date'):
            printed[field] = written(*map(int, said[field].split('-')))
    printed.update({field: value for field, (_, value) in extras.items()})
    labels = {field: [text] for field, text in short.items()}
    labels.update({field: [label] for field, (label, _) in extras.items()})
    numbered = pick(rng, ['{}', '{}.', '({})'])
    alone = rng.random() < 0.2
    for field, english in layouts.LABELS['english'].items():
        if field not in short:
            continue
        latin = english.split('|')[0] if isinstance(english, str) else english[0]
        if 'cyrillic-greek' in kinds:
            labels[field] = [f"{(GREEK if state == 'GRC' else CYRILLIC)[field]}/{latin}"]
        elif 'other-script' in kinds:
            word = lambda: ''.join(pick(rng, SCRIPTS[state][2]) for _ in range(int(rng.integers(3, 8))))
            labels[field] = [word() + (' ' + word() if rng.random() < 0.5 else ''), latin]
        elif 'invented-labels' in kinds:
            labels[field] = [invented(rng, pick(rng, [1, 1, 2, 3])) + ('' if alone else pick(rng, ['/', ' / ']) + latin)]
        elif 'numbers-only' in kinds:
            labels[field] = [numbered.format(1 + list(short).index(field))]
        elif 'labels-on-rows' in kinds:
            labels[field] = labels[field][0].split('/', 1)
    return code, printed, said, mrz, labels, list(extras)


def eastern_values(rng, state, printed, said, mrz):
    """What pages print in Cyrillic or Greek letters and in Latin ones."""
    surname, given = mrz[0][5:].rstrip('<').split('<<')[:2]
    stroke = pick(rng, ['/', ' / ', '\n', '/\n'])
    for field, name in (('surname', surname), ('given_names', given)):
        said[field] = name.replace('<', ' ')
        printed[field] = eastern(said[field], state) + stroke + said[field]
    nation, own = EASTERN[state]
    said['nationality'], printed['nationality'] = nation, f'{own}/{nation}'
    said['birth_place'] = town(rng).upper()
    said['birth_place'] = ''.join(c for c in said['birth_place'] if c.isascii()) or 'SOFIA'
    printed['birth_place'] = eastern(said['birth_place'], state) + pick(rng, ['/', ' / ']) + said['birth_place']
    said['authority'] = pick(rng, ['MVD 77810', 'MIA', '8031', 'MOI BGR', 'MINISTRY OF FOREIGN AFFAIRS', 'FMS 50004'])
    printed['authority'] = said['authority'] if said['authority'].isdigit() else eastern(said['authority'], state) + '/' + said['authority']
    printed['sex'] = {'M': 'М/M', 'F': 'Ж/F'}[said['sex']] if state != 'GRC' else said['sex']
    if rng.random() < 0.6:
        months = GREEK_MONTHS if state == 'GRC' else EASTERN_MONTHS
        english = print_text.MONTHS[0].split()
        for field in ('birth_date', 'issue_date', 'expiry_date'):
            year, month, day = said[field].split('-')
            printed[field] = f'{day} {months[int(month) - 1]}/{english[int(month) - 1]} {year}'


def with_names(mrz, code, surname, given):
    """An MRZ with another state and other names: no check digit is over them."""
    names = f'{layouts.in_mrz(surname, code)}<<{layouts.in_mrz(given, code)}'
    return f'P<{code}{names}'.ljust(44, '<')[:44], mrz[1][:10] + code + mrz[1][13:]


def rows_of(rng, kinds, rows, extras):
    """The fields of each row of the page."""
    if 'columns' in kinds:
        left, right = ['surname', 'given_names', 'nationality', 'birth_date', 'sex'], ['birth_place', 'issue_date', 'expiry_date', 'authority']
        if rng.random() < 0.3:
            left, right = ['surname', 'given_names', 'birth_date', 'birth_place'], ['nationality', 'sex', 'issue_date', 'expiry_date', 'authority']
        rows = [[field for field in (left[i:i + 1] + right[i:i + 1])] for i in range(5)]
    rows = [list(row) for row in rows]
    if 'three-rows' in kinds:
        rows = [row for row in ([field for field in row if field not in ('issue_date', 'expiry_date', 'authority')] for row in rows) if row] + [['issue_date', 'authority'], ['expiry_date']]
    for field in extras:
        row = pick(rng, rows[2:])
        row.insert(int(rng.integers(0, len(row) + 1)), field) if len(row) < 3 else rows.append([field])
    return rows
