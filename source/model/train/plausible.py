"""Text of passports, identity cards and visas as states issue them, for measuring: number forms, dates in order, names that can be said."""
import string
from writing import CONSONANTS, VOWELS, check_digit

# 9 a digit, @ a letter; the same forms as in source/core/passport/tables/issuers.ts
FORMS = {
    'CHN': ['E99999999', 'EH9999999', 'EJ9999999'], 'KOR': ['M99999999', 'M999@9999'], 'JPN': ['@@9999999'], 'D<<': ['C99999999', 'F99999999', 'G99999999'],
    'GBR': ['999999999'], 'USA': ['999999999', '@99999999'], 'IND': ['@9999999'], 'THA': ['@@9999999'], 'FRA': ['99@@99999'], 'ITA': ['@@9999999'],
    'ESP': ['@@@999999'], 'PRT': ['@@999999'], 'BEL': ['@@999999'], 'CHE': ['@9999999'], 'AUT': ['@9999999'], 'POL': ['@@9999999'], 'CZE': ['99999999'],
    'HUN': ['@@9999999'], 'ROU': ['999999999'], 'BGR': ['999999999'], 'GRC': ['@@9999999'], 'FIN': ['@@9999999'], 'SWE': ['@@9999999'], 'DNK': ['999999999'],
    'TUR': ['@99999999'], 'ISR': ['99999999'], 'RUS': ['999999999'], 'UKR': ['@@999999'], 'CAN': ['@@999999'], 'MEX': ['@99999999'], 'BRA': ['@@999999'],
    'AUS': ['@@9999999'], 'NZL': ['@@999999'], 'ZAF': ['@99999999'], 'MYS': ['@99999999'], 'SGP': ['@9999999@'], 'VNM': ['@9999999'], 'PAK': ['@@9999999'],
}


def name(rng, least, most):
    length, odd = int(rng.integers(least, most + 1)), int(rng.integers(2))
    return ''.join(str(rng.choice(list(VOWELS[:5] if (i + odd) % 2 else CONSONANTS))) for i in range(length))


def number(rng, form):
    signs = {'9': string.digits, '@': string.ascii_uppercase}
    return ''.join(str(rng.choice(list(signs[c]))) if c in signs else c for c in form).ljust(9, '<')


def td3(rng):
    """Both lines of a passport that is valid on 1 January 2026 more often than not."""
    state = str(rng.choice(list(FORMS)))
    surname = name(rng, 3, 10) + ('<' + name(rng, 3, 8) if rng.random() < 0.15 else '')
    given = name(rng, 3, 9) + ('<' + name(rng, 3, 8) if rng.random() < 0.45 else '')
    one = f'P<{state}{surname}<<{given}'.ljust(44, '<')[:44]
    born, issued = int(rng.integers(1940, 2022)), int(rng.integers(2017, 2026))
    issued = max(issued, born)
    lasts = 10 if issued - born >= 18 else 5
    month, day = int(rng.integers(1, 13)), int(rng.integers(1, 29))
    birth = f'{born % 100:02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}' if issued > born else f'{born % 100:02d}0101'
    expiry = f'{(issued + lasts) % 100:02d}{month:02d}{day:02d}'
    sex = str(rng.choice(['M', 'F', '<'], p=[0.49, 0.49, 0.02]))
    optional = ''.join(str(d) for d in rng.integers(0, 10, int(rng.integers(8, 14)))) if rng.random() < 0.2 else ''
    held = optional.ljust(14, '<')
    written = [number(rng, str(rng.choice(FORMS[state]))), birth, expiry, held]
    digits = [check_digit(part) for part in written]
    if not optional and rng.random() < 0.5:
        digits[3] = '<'
    whole = check_digit(written[0] + digits[0] + birth + digits[1] + expiry + digits[2] + held + digits[3])
    return one, written[0] + digits[0] + state + birth + digits[1] + sex + expiry + digits[2] + held + digits[3] + whole


def holder(rng):
    """State, names, dates of birth and expiry, and sex, as any of these documents has them."""
    state = str(rng.choice(list(FORMS)))
    surname = name(rng, 3, 10) + ('<' + name(rng, 3, 8) if rng.random() < 0.15 else '')
    given = name(rng, 3, 9) + ('<' + name(rng, 3, 8) if rng.random() < 0.3 else '')
    birth = f'{rng.integers(1940, 2016) % 100:02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}'
    expiry = f'{rng.integers(2024, 2036) % 100:02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}'
    return state, f'{surname}<<{given}', birth, expiry, str(rng.choice(['M', 'F', '<'], p=[0.49, 0.49, 0.02]))


CARDS = ['@@9999999', '@99999999', '999999999', '@@@999999', '@********', '99@@99999', '@@999999', '99999999']


def card_number(rng, room):
    """The number, its check digit and what follows it within `room`: a long number has a filler for its digit (9303-5, 9303-6 §4.2.2)."""
    mixed = string.ascii_uppercase + string.digits
    form = str(rng.choice(CARDS))
    first = number(rng, ''.join(str(rng.choice(list(mixed))) if c == '*' else c for c in form))
    if rng.random() < 0.12:
        rest = ''.join(str(d) for d in rng.integers(0, 10, int(rng.integers(1, min(5, room)))))
        first = first.replace('<', '7')
        return first + '<' + (rest + check_digit(first + rest)).ljust(room, '<')
    held = ''.join(str(d) for d in rng.integers(0, 10, int(rng.integers(min(5, room), min(12, room + 1))))) if rng.random() < 0.4 else ''
    return first + check_digit(first) + held.ljust(room, '<')


def td1(rng):
    """The three lines of a card (9303-5 §4.2.2)."""
    state, names, birth, expiry, sex = holder(rng)
    one = str(rng.choice(['I<', 'ID', 'I<', 'ID', 'AR', 'C<'])) + state + card_number(rng, 15)
    other = ''.join(str(d) for d in rng.integers(0, 10, 11)) if rng.random() < 0.15 else '<' * 11
    whole = check_digit(one[5:] + birth + check_digit(birth) + expiry + check_digit(expiry) + other)
    two = birth + check_digit(birth) + sex + expiry + check_digit(expiry) + state + other + whole
    return one, two, names.ljust(30, '<')[:30]


def td2(rng):
    """The two lines of a card of the larger size (9303-6 §4.2.2)."""
    state, names, birth, expiry, sex = holder(rng)
    held = card_number(rng, 7)
    start, rest = held[:10], held[10:]
    whole = check_digit(start + birth + check_digit(birth) + expiry + check_digit(expiry) + rest)
    two = start + state + birth + check_digit(birth) + sex + expiry + check_digit(expiry) + rest + whole
    return (str(rng.choice(['I<', 'ID', 'AR', 'C<'])) + state + names).ljust(36, '<')[:36], two


def visa(rng, length):
    """The two lines of a visa of 44 or 36 characters: no digit over the whole (9303-7 §4.2.2)."""
    state, names, birth, expiry, sex = holder(rng)
    held = number(rng, str(rng.choice(CARDS[:4])))
    other = ''.join(str(d) for d in rng.integers(0, 10, 7)) if rng.random() < 0.4 else ''
    two = held + check_digit(held) + str(rng.choice(list(FORMS))) + birth + check_digit(birth) + sex + expiry + check_digit(expiry)
    return (str(rng.choice(['V<', 'VN', 'VC'])) + state + names).ljust(length, '<')[:length], (two + other).ljust(length, '<')


def mrva(rng):
    return visa(rng, 44)


def mrvb(rng):
    return visa(rng, 36)
