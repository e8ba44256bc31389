"""Text of passports as states issue them, for measuring: known number forms, dates in order, names that can be said."""
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
