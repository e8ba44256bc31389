"""Invented text of machine readable zones (ICAO 9303-4 to -7)."""
import string

COUNTRIES = 'AFG ALB DZA ARG AUS AUT BEL BRA BGR CAN CHN COL HRV CZE DNK EGY EST FIN FRA D<< GRC HUN ISL IND IDN IRN IRL ISR ITA JPN KAZ KEN KOR LVA LTU LUX MYS MEX MAR NLD NZL NGA NOR PAK PER PHL POL PRT ROU RUS SAU SRB SGP SVK SVN ZAF ESP SWE CHE TWN THA TUN TUR UKR ARE GBR USA UTO UZB VEN VNM XXA XXB RKS EUE'.split()
CONSONANTS, VOWELS = 'BCDFGHJKLMNPQRSTVWXYZ', 'AEIOUY'


def check_digit(text):
    values = [0 if c == '<' else int(c) if c.isdigit() else ord(c) - 55 for c in text]
    return str(sum(v * (7, 3, 1)[i % 3] for i, v in enumerate(values)) % 10)


def word(rng):
    length = int(rng.integers(2, 12))
    if rng.random() < 0.35:
        return ''.join(rng.choice(list(string.ascii_uppercase), length))
    return ''.join(rng.choice(list(VOWELS if (i + int(length)) % 2 else CONSONANTS)) for i in range(length))


def names(rng, width):
    text = word(rng)
    if rng.random() < 0.25:
        text += '<' + word(rng)
    if rng.random() < 0.95:
        text += '<<' + word(rng)
        for _ in range(int(rng.integers(0, 3))):
            text += '<' + word(rng)
    return text.ljust(width, '<')[:width]


def digits(rng, n):
    return ''.join(rng.choice(list(string.digits), n))


def mixed(rng, n, letters):
    return ''.join(rng.choice(list(string.ascii_uppercase)) if rng.random() < letters else rng.choice(list(string.digits)) for _ in range(n))


def date(rng):
    return f'{rng.integers(0, 100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}'


def td3(rng):
    one = 'P' + rng.choice(list('<<<<<<OEDSMPC')) + rng.choice(COUNTRIES)
    one += names(rng, 39)
    number = mixed(rng, int(rng.integers(7, 10)), rng.choice([0.05, 0.2, 0.5])).ljust(9, '<')
    number += check_digit(number)
    birth, expiry = date(rng), date(rng)
    birth += check_digit(birth)
    expiry += check_digit(expiry)
    optional = ('' if rng.random() < 0.5 else mixed(rng, int(rng.integers(6, 15)), rng.choice([0.0, 0.3, 0.9]))).ljust(14, '<')
    optional += '<' if optional == '<' * 14 and rng.random() < 0.6 else check_digit(optional)
    two = number + rng.choice(COUNTRIES) + birth + rng.choice(list('FM<X')) + expiry + optional
    two += check_digit(number + birth + expiry + optional)
    return one, two


def td2(rng):
    one = rng.choice(['I<', 'ID', 'A<', 'C<', 'V<', 'P<']) + rng.choice(COUNTRIES) + names(rng, 31)
    two = mixed(rng, 9, 0.3) + digits(rng, 1) + rng.choice(COUNTRIES) + date(rng) + digits(rng, 1) + rng.choice(list('FM<')) + date(rng) + digits(rng, 1) + mixed(rng, int(rng.integers(0, 8)), 0.3).ljust(7, '<') + digits(rng, 1)
    return one, two


def td1(rng):
    one = rng.choice(['I<', 'ID', 'A<', 'C<', 'AC']) + rng.choice(COUNTRIES) + mixed(rng, 9, 0.3) + digits(rng, 1) + mixed(rng, int(rng.integers(0, 15)), 0.3).ljust(15, '<')
    two = date(rng) + digits(rng, 1) + rng.choice(list('FM<')) + date(rng) + digits(rng, 1) + rng.choice(COUNTRIES) + '<' * 11 + digits(rng, 1)
    return one, two, names(rng, 30)


def text_lines(rng):
    """The lines of one document, top to bottom."""
    kind = rng.random()
    if kind < 0.66:
        return td3(rng)
    if kind < 0.72:
        return td2(rng)
    if kind < 0.80:
        return td1(rng)
    n = 44
    letters = rng.choice([0.2, 0.6, 0.95])
    fill = rng.choice([0.05, 0.3])
    return tuple(''.join('<' if rng.random() < fill else mixed(rng, 1, letters) for _ in range(n)) for _ in range(2))
