"""The machine-readable zone of an invented person, as ICAO Doc 9303 parts 3, 4 and 5 lay it out."""
import unicodedata


def check_digit(text):
    """Weights 7, 3, 1 over 0-9, A=10 to Z=35, filler 0 (Doc 9303-3 section 4.9)."""
    values = [0 if c == '<' else int(c) if c.isdigit() else ord(c) - 55 for c in text]
    return str(sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10)


def latin(name):
    """A printed name in the zone's alphabet: no marks, no apostrophes, hyphens and spaces as fillers."""
    plain = unicodedata.normalize('NFD', name.upper())
    plain = ''.join(c for c in plain if not unicodedata.combining(c)).replace("'", '').replace('-', ' ')
    return '<'.join(plain.split())


def date(iso):
    """'1974-08-12' as '740812'; unknown parts are left out of the ISO date and become fillers."""
    parts = (iso.split('-') + ['<<', '<<'])[:3]
    return parts[0][2:4] + parts[1] + parts[2]


def names(person, width):
    text = latin(person['surname'])
    if person.get('given'):
        text += '<<' + latin(person['given'])
    return text.ljust(width, '<')[:width]


def td3(person):
    """Two lines of 44. `wrong_digit` prints a false digit after the number; the composite covers what is printed."""
    one = (person.get('type', 'P').ljust(2, '<') + person['issuer'].ljust(3, '<') + names(person, 39))
    number = person['number'].ljust(9, '<')
    digit = check_digit(number)
    if person.get('wrong_digit'):
        digit = str((int(digit) + 4) % 10)
    birth, expiry = date(person['birth']), date(person['expiry'])
    optional = person.get('optional', '').ljust(14, '<')
    # An empty field may carry 0 or a filler as its digit: both are met (Doc 9303-4 section 4.2.2.2).
    optional_digit = person.get('empty_digit', '<') if optional == '<' * 14 else check_digit(optional)
    sex = '<' if person['sex'] == 'X' else person['sex']
    protected = (number + digit, birth + check_digit(birth), expiry + check_digit(expiry) + optional + optional_digit)
    two = protected[0] + person['nationality'].ljust(3, '<') + protected[1] + sex + protected[2]
    return [one, two + check_digit(''.join(protected))]


def td1(person):
    """Three lines of 30."""
    number = person['number'].ljust(9, '<')
    one = person['type'].ljust(2, '<') + person['issuer'].ljust(3, '<') + number + check_digit(number) + '<' * 15
    birth, expiry = date(person['birth']), date(person['expiry'])
    two = birth + check_digit(birth) + person['sex'] + expiry + check_digit(expiry)
    composite = check_digit(one[5:30] + two[0:7] + two[8:15] + '<' * 11)
    return [one, two + person['nationality'].ljust(3, '<') + '<' * 11 + composite, names(person, 30)]
