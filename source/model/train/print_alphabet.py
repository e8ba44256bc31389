"""The characters that the reader of printed text knows: its classes, and what each is made of.

Class 0 is "nothing", class 1 the space. Letters that look alike have one class: Ş is also Ș, Ţ also Ț, Đ also Ð;
the state decides between them.
"""
import string
import unicodedata

PUNCTUATION = '.,\'-/()&:;<*+°#"!?%=_'
# Letters with one mark: those of ICAO 9303-3 section 6 (table A) and of Vietnamese.
MARKED = {
    '\u0300': 'AEIOUY', '\u0301': 'ACEILNORSUYZ', '\u0302': 'ACEGHIJOSUWY', '\u0303': 'AEINOUY', '\u0308': 'AEIOUY', '\u030a': 'AU',
    '\u030c': 'CDELNRSTZ', '\u0306': 'AEGIOU', '\u0304': 'AEIOU', '\u0328': 'AEIU', '\u0327': 'CGKLNRST', '\u0307': 'CEGIZ', '\u030b': 'OU',
    '\u031b': 'OU', '\u0309': 'AEIOUY', '\u0323': 'AEIOUY',
}
# Unicode keeps no parts of these.
STROKED = {'D': 'Đ', 'H': 'Ħ', 'L': 'Ł', 'O': 'Ø', 'T': 'Ŧ'}
SPECIAL = 'ÆŒÞŊƏ'
LOWER_ONLY = 'ßıð'
TONES = '\u0300\u0301\u0303\u0309\u0323'
TWO_MARKS = 'ÂÊÔĂƠƯ'


def compose(base, *marks):
    return unicodedata.normalize('NFC', base + ''.join(marks))


def _classes():
    """Yields (character, base, marks). A base is a letter without marks; marks is a tuple of combining characters."""
    yield ' ', ' ', ()
    for c in string.digits + string.ascii_uppercase + string.ascii_lowercase + PUNCTUATION:
        yield c, c, ()
    for case in (str.upper, str.lower):
        for mark, letters in MARKED.items():
            for letter in letters:
                one = compose(case(letter), mark)
                if len(one) == 1 and one != 'i̇':
                    yield one, case(letter), (mark,)
        for letter, stroked in STROKED.items():
            yield case(stroked), case(letter), ('/',)
        for letter in SPECIAL:
            yield case(letter), case(letter), ()
        for letter in TWO_MARKS:
            parts = unicodedata.normalize('NFD', case(letter))
            for tone in TONES:
                yield compose(parts, tone), parts[0], (parts[1], tone)
    for c in LOWER_ONLY:
        yield c, c, ()


_LISTED = list(_classes())
ALPHABET = [c for c, _, _ in _LISTED]
CLASS = {c: 1 + i for i, c in enumerate(ALPHABET)}
CLASS.update({'Ș': CLASS['Ş'], 'ș': CLASS['ş'], 'Ț': CLASS['Ţ'], 'ț': CLASS['ţ'], 'Ð': CLASS['Đ'], '’': CLASS["'"], '–': CLASS['-']})
BASES = sorted({base for _, base, _ in _LISTED})
MARKS = sorted({mark for _, _, marks in _LISTED for mark in marks})
# For each class but 0: the number of its base, and the numbers of its marks.
PARTS = [(BASES.index(base), [MARKS.index(mark) for mark in marks]) for _, base, marks in _LISTED]

assert len(set(ALPHABET)) == len(ALPHABET) and all(len(c) == 1 for c in ALPHABET)
