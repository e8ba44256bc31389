"""Invents passports and how their pages print them: values as text, labels in up to three languages, and where each is."""
import pathlib
import re
import string
import unicodedata
import plausible
import print_text
from print_text import pick
from writing import check_digit

# Code in the MRZ: the language of the labels and the letters of the names, and the nationality as pages print it.
STATES = {
    'FRA': ('french', 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ', 'FRANÇAISE|Française|FRA'), 'D<<': ('german', 'ÄÖÜß', 'DEUTSCH|D'), 'ESP': ('spanish', 'ÁÉÍÑÓÚÜ', 'ESPAÑOLA|ESP'),
    'PRT': ('portuguese', 'ÀÁÂÃÇÉÊÍÓÔÕÚ', 'PORTUGUESA|PRT'), 'ITA': ('italian', 'ÀÈÉÌÒÙ', 'ITALIANA'), 'NLD': ('dutch', 'ÄÖÜß', 'NEDERLANDSE|Nederlandse'),
    'SWE': ('nordic', 'ÄÅÖ', 'SVENSK / SWEDISH|SWE'), 'NOR': ('nordic', 'ÅÆØ', 'NORSK'), 'DNK': ('nordic', 'ÅÆØ', 'DANSK / DANISH'), 'POL': ('polish', 'ĄĆĘŁŃÓŚŹŻ', 'POLSKIE|POLSKIE/POLISH'),
    'CZE': ('czechSlovak', 'ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ', 'ČESKÁ REPUBLIKA|CZE'), 'SVK': ('czechSlovak', 'ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ', 'SLOVENSKÁ REPUBLIKA'), 'HRV': ('southSlavic', 'ČĆĐŠŽ', 'HRVATSKO|HRVATSKO/CROATIAN'),
    'ROU': ('romanian', 'ĂÂÎŞŢ', 'ROMÂNĂ|ROU'), 'LTU': ('lithuanian', 'ĄČĘĖĮŠŲŪŽ', 'LTU'), 'LVA': ('latvian', 'ĀČĒĢĪĶĻŅŠŪŽ', 'LATVIJAS / LATVIAN'), 'EST': ('estonian', 'ÄÕÖÜŠŽ', 'EESTI / ESTONIAN'),
    'FIN': ('finnish', 'ÄÅÖ', 'SUOMI FINLAND|FINLAND'), 'HUN': ('hungarian', 'ÁÉÍÓÖŐÚÜŰ', 'MAGYAR / HUNGARIAN|HUNGARIAN'), 'TUR': ('turkish', 'ÇĞİÖŞÜı', 'T.C. / TUR|TUR'),
    'GBR': ('english', '', 'BRITISH CITIZEN'), 'USA': ('english', '', 'UNITED STATES OF AMERICA'), 'AUS': ('english', '', 'AUSTRALIAN'), 'NZL': ('english', '', 'NEW ZEALAND'),
    'CAN': ('english', 'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ', 'CANADIAN/CANADIENNE'), 'ZAF': ('english', '', 'SOUTH AFRICAN'), 'IND': ('english', '', 'INDIAN'), 'PAK': ('english', '', 'PAKISTANI'),
    'MEX': ('spanish', 'ÁÉÍÑÓÚÜ', 'MEXICANA'), 'BRA': ('portuguese', 'ÀÁÂÃÇÉÊÍÓÔÕÚ', 'BRASILEIRO(A)'), 'MYS': ('malayIndonesian', '', 'MALAYSIA'), 'VNM': ('vietnamese', 'ÁÉÍÑÓÚÜ', 'VIỆT NAM / VIETNAMESE'),
}
# ICAO 9303-3 section 6: letters that the MRZ writes with others.
IN_MRZ = {'Ä': 'AE', 'Ö': 'OE', 'Ü': 'UE', 'Å': 'AA', 'Æ': 'AE', 'Ø': 'OE', 'Þ': 'TH', 'Ð': 'D', 'Đ': 'D', 'Ł': 'L', 'Œ': 'OE', 'Ə': 'E', 'Ħ': 'H', 'ß': 'SS', 'ı': 'I', 'Ŋ': 'N'}
UMLAUTS = {'FRA', 'ESP', 'PRT', 'ITA', 'BRA', 'MEX', 'CAN', 'CZE', 'SVK', 'TUR', 'EST', 'HUN'}  # states that write U for Ü
MONTHS = {'english': 0, 'french': 1, 'spanish': 3, 'portuguese': 4, 'italian': 5, 'dutch': 6, 'german': 7, 'polish': 8, 'southSlavic': 10, 'hungarian': 11, 'romanian': 12, 'nordic': 14}
OFFICES = [office.strip() for office in print_text.OFFICES if not re.match('(PASS|PASAP|REISE|EUROP|UNION|REPUB|KINGD)', office.strip()) and re.search(r'\w{3}', office)]
TOWNS = [place for place in print_text.PLACES if len(place) > 3]
FIELDS = ['surname', 'given_names', 'nationality', 'birth_date', 'sex', 'birth_place', 'issue_date', 'expiry_date', 'authority']


def _labels():
    """The labels of each language that the product knows: {language: {field: [label]}}."""
    folder = pathlib.Path(__file__).resolve().parents[2] / 'core/engines/offline/visual/labels'
    source = '\n'.join(file.read_text('utf-8') for file in sorted(folder.glob('*.ts')))
    found = {}
    for name, body in re.findall(r'export const (\w+): Labels = \{(.*?)\n\};', source, re.S):
        found[name] = {field: text.split('|') for field, _, text in re.findall(r"(\w+):\s*(['\"])(.*?)\2", body)}
    return found


LABELS = _labels()


def in_mrz(text, state):
    plain = {} if state not in UMLAUTS else {'Ä': 'A', 'Ö': 'O', 'Ü': 'U'}
    text = ''.join(plain.get(c, IN_MRZ.get(c, c)) for c in text.replace('ß', 'SS').upper())
    text = ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))
    return re.sub(r'[^A-Z]+', '<', text.replace("'", '')).strip('<')


def name(rng, letters, most=9):
    plain = plausible.name(rng, 3, most)
    return print_text.marked(rng, plain, letters, 0.35) if letters and rng.random() < 0.7 else plain


def names(rng, letters, again):
    first = name(rng, letters)
    return first + (pick(rng, [' ', ' ', '-']) + name(rng, letters, 7) if rng.random() < again else '')


def date_style(rng, language):
    """How one state prints its days: a function of (year, month, day)."""
    kind, between = rng.random(), pick(rng, ['.', '.', '/', ' ', '-', '. '])
    if kind < 0.4:
        return lambda y, m, d: f'{d:02d}{between}{m:02d}{between}{y}'
    if kind < 0.45:
        return lambda y, m, d: f'{y}-{m:02d}-{d:02d}'
    english = print_text.MONTHS[0].split()
    own = print_text.MONTHS[MONTHS.get(language, 0)].split()
    short, low = rng.random() < 0.3, rng.random() < 0.15
    stroke, gap = pick(rng, ['/', '/', ' / ', ' /']), pick(rng, [' ', ' ', ' ', '-', ''])

    def written(y, m, d):
        month = own[m - 1] if kind < 0.6 else english[m - 1]
        if kind > 0.75:
            return f'{d:02d} {own[m - 1]}{stroke}{english[m - 1]} {y % 100 if short else y:02d}'
        return f'{d:02d}{gap}{month.capitalize() if low else month}{gap}{y}'
    return written


def person(rng, differ=None):
    """A passport as its page and its MRZ have it. `differ`: the field in which the page says something else."""
    code = pick(rng, list(STATES))
    language, letters, nations = STATES[code]
    case = (lambda text: text.title().replace('ß', 'ß')) if rng.random() < 0.12 and code != 'TUR' else (lambda text: text)
    surname, given = names(rng, letters, 0.15), names(rng, letters, 0.45)
    state = plausible.td3(rng)[1]
    born, issued = int(rng.integers(1936, 2020)), int(rng.integers(2016, 2026))
    issued = max(issued, born + 1)
    birth = (born, int(rng.integers(1, 13)), int(rng.integers(1, 29)))
    day = (issued, int(rng.integers(1, 13)), int(rng.integers(2, 29)))
    lasts = 10 if issued - born >= 18 else 5
    expiry = (issued + lasts, day[1], day[2] - (1 if rng.random() < 0.6 else 0))
    number = plausible.number(rng, pick(rng, plausible.FORMS.get(code, ['@@9999999'])))
    sex = str(rng.choice(['M', 'F'], p=[0.5, 0.5]))
    said = {'surname': surname, 'given_names': given, 'number': number, 'birth': birth, 'expiry': expiry, 'sex': sex}
    if differ == 'surname' or differ == 'given_names':
        # A gap alone is no other name: pages and their MRZs part words differently.
        while in_mrz(said[differ], code).replace('<', '') == in_mrz(surname if differ == 'surname' else given, code).replace('<', ''):
            said[differ] = other_name(rng, said[differ], letters)
    elif differ == 'number':
        at = pick(rng, [i for i, c in enumerate(number) if c.isdigit()])
        said['number'] = number[:at] + pick(rng, [d for d in string.digits if d != number[at]]) + number[at + 1:]
    elif differ in ('birth', 'expiry'):
        year, month, date = said[differ]
        said[differ] = pick(rng, [(year - 1, month, date), (year, month % 12 + 1, date), (year, month, date % 28 + 1)])
    elif differ == 'sex':
        said['sex'] = 'F' if sex == 'M' else 'M'
    written = date_style(rng, language)
    iso = lambda when: '%04d-%02d-%02d' % when
    place = ' '.join(pick(rng, TOWNS) for _ in range(pick(rng, [1, 1, 2]))) if rng.random() < 0.5 else names(rng, letters, 0.3)
    office = pick(rng, OFFICES) + (' ' + pick(rng, TOWNS) if rng.random() < 0.4 else '')
    place, office = (''.join(c for c in text if c in print_text.CLASS) for text in (place, office))
    nation = pick(rng, nations.split('|'))
    letter = pick(rng, ['{}', '{}', '{}', '{}/{}', 'K/F' if said['sex'] == 'F' else 'M/M']).format(said['sex'], said['sex'])
    printed = {
        'surname': case(said['surname']), 'given_names': case(said['given_names']), 'passport_number': said['number'].rstrip('<'), 'nationality': nation, 'sex': letter,
        'birth_date': written(*said['birth']), 'issue_date': written(*day), 'expiry_date': written(*said['expiry']), 'birth_place': case(place), 'authority': case(office),
    }
    labels = {**printed, 'sex': said['sex'], 'birth_date': iso(said['birth']), 'issue_date': iso(day), 'expiry_date': iso(said['expiry'])}
    short = lambda when: '%02d%02d%02d' % (when[0] % 100, when[1], when[2])
    return language, code, printed, labels, mrz(rng, code, in_mrz(surname, code), in_mrz(given, code), number, short(birth), sex, short(expiry))


def other_name(rng, text, letters):
    """Another name, or the same with one letter another one, left out or added."""
    kind, at = rng.random(), int(rng.integers(1, len(text)))
    if kind < 0.4:
        return names(rng, letters, 0.2)
    other = pick(rng, string.ascii_uppercase)
    return text[:at] + (other if kind < 0.7 else '' if kind < 0.85 else other + text[at]) + text[at + 1:]


def mrz(rng, code, surname, given, number, birth, sex, expiry):
    one = f'P<{code}{surname}<<{given}'.ljust(44, '<')[:44]
    optional = ''.join(str(d) for d in rng.integers(0, 10, 11)) if rng.random() < 0.15 else ''
    held = optional.ljust(14, '<')
    digits = [check_digit(part) for part in (number, birth, expiry, held)]
    if not optional and rng.random() < 0.5:
        digits[3] = '<'
    two = number + digits[0] + code + birth + digits[1] + sex + expiry + digits[2] + held + digits[3]
    return one, two + check_digit(two[:10] + two[13:20] + two[21:43])


def labels_of(rng, language):
    """The labels of one page: its own language, English, French; numbered, or not; some not at all."""
    languages = [language] if language == 'english' or rng.random() < 0.1 else [language, 'english'] if rng.random() < 0.55 else [language, 'english', 'french']
    stroke, numbered, capitals = pick(rng, ['/', ' / ', '/ ']), rng.random() < 0.2, rng.random() < 0.15
    out = {}
    for index, field in enumerate(['passport_number'] + FIELDS):
        words = [pick(rng, LABELS[one][field]) for one in dict.fromkeys(languages) if field in LABELS.get(one, {})]
        if not words:
            words = [pick(rng, LABELS['english'][field])]
        text = stroke.join(words).replace('’', "'")
        text = f'{index}. {text}' if numbered and index else text
        text = ''.join(c for c in (text.upper() if capitals else text) if c in print_text.CLASS)
        out[field] = text
    return out
