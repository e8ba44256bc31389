"""The typefaces that printed text is drawn in: free families of Debian's packages (packages.txt)."""
import functools
import pathlib
import re
from PIL import ImageFont

ROOT = pathlib.Path('/usr/share/fonts')
# Whole families that are never trained on: to measure with.
UNSEEN = re.compile(r'^(PT[SFMNCZ]\d\dF|ClearSans-(Regular|Medium|Bold)|FreeSans\.|LinBiolinum_R|Caladea-)')
UNFIT = re.compile(
    r'Thin|Hairline|UltraLight|ExtraLight|Outline|Smallcaps|Symbol|Math|D050|Z003|OCRB[FXE]|wght|CJK|Tamil|LinLibertine_([DIMR]?Z|I\.|M\.)|Initials|_K\.|tirekv|japanese|Monoisome|'
    r'ClearSans-(Light|.*Italic)|Noto(?!(Sans|Serif|SansMono|Mono|SansDisplay|SerifDisplay)-)|EmojiOne|osifont-gpl|LeagueMono-(Extended|Narrow)(?!Regular)|Junicode.*(Semi|Light|Medium|Expanded)|signfontz|pcfontz|infofontz'
)
SLANTED = re.compile(r'Italic|Oblique|BI\.|BdIta|Pro I\.|Minus I\.|It\.|RI\.|RBI\.|_[Ii]talic|56F|76F|OCRBL|half-italic')
# What passports are set in most: plain sans serifs, and OCR-B.
COMMON = re.compile(r'^(Liberation(Sans|Mono)|Arimo|NimbusSans|Roboto-|RobotoCondensed|DejaVuSans|OpenSans|Carlito|Cousine|Lato|NotoSans|Inter-|Cantarell|FreeSansBold|B612|NimbusMono|FreeMono|Gillius|Switzera|Universalis|OSP-DIN|RG2014|Courier Prime|Tinos|LiberationSerif|NimbusRoman)')
SIZE, CAPITAL = 64, 34  # of the type in the cache, pixels


def _files():
    found = sorted(str(path) for path in ROOT.rglob('*.?tf'))
    return [path for path in found if not UNFIT.search(name_of(path))]


def name_of(path):
    return path.rsplit('/', 1)[-1]


@functools.lru_cache(None)
def font_of(path):
    """Returns the font at the size at which its capitals are about CAPITAL pixels high, and their height in it."""
    height = -ImageFont.truetype(path, SIZE, layout_engine=ImageFont.Layout.BASIC).getbbox('H', anchor='ls')[1]
    size = round(SIZE * CAPITAL / height)
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    return font, -font.getbbox('H', anchor='ls')[1]


@functools.lru_cache(None)
def advance(path, character):
    return font_of(path)[0].getlength(character)


@functools.lru_cache(None)
def _small(path):
    font = ImageFont.truetype(path, 20, layout_engine=ImageFont.Layout.BASIC)
    return font, {_ink(font, c) for c in '\uffff\u0378'}


def _ink(font, text):
    mask = font.getmask(text)
    return mask.size, bytes(mask)


@functools.lru_cache(None)
def has(path, character):
    """Whether a typeface has a character: neither nothing nor the box of a missing one."""
    font, missing = _small(path)
    ink = _ink(font, character)
    return any(ink[1]) and ink not in missing


def can_set(path, text):
    return all(c == ' ' or has(path, c) for c in text)


FILES = _files()
OCR_B = [path for path in FILES if name_of(path) in ('OCRB.otf', 'OCRBS.otf')]
MEASURED = [path for path in FILES if UNSEEN.search(name_of(path)) and not SLANTED.search(name_of(path))]
TRAINED = [path for path in FILES if not UNSEEN.search(name_of(path)) and path not in OCR_B]
LEANING = [path for path in TRAINED if SLANTED.search(name_of(path))]
UPRIGHT = [path for path in TRAINED if path not in LEANING]
USUAL = [path for path in UPRIGHT if COMMON.search(name_of(path))]

# Other scripts, to be seen and not read: (first letter, last letter, typefaces). Not those whose letters look Latin.
NOTO = str(ROOT / 'truetype/noto/Noto')
FOREIGN = [
    ('\u0627', '\u064a', [NOTO + 'NaskhArabic-Regular.ttf', NOTO + 'SansArabic-Regular.ttf', NOTO + 'SansArabic-Bold.ttf']),
    ('\u05d0', '\u05ea', [NOTO + 'SansHebrew-Regular.ttf', NOTO + 'SerifHebrew-Bold.ttf']),
    ('\u0905', '\u0939', [NOTO + 'SansDevanagari-Regular.ttf', NOTO + 'SerifDevanagari-Regular.ttf']),
    ('\u0e01', '\u0e2e', [NOTO + 'SansThai-Regular.ttf', NOTO + 'SerifThai-Bold.ttf']),
    ('\u10d0', '\u10f0', [NOTO + 'SansGeorgian-Regular.ttf']),
    ('\u4e00', '\u9f00', [str(ROOT / f'opentype/noto/Noto{face}CJK-{weight}.ttc') for face in ('Sans', 'Serif') for weight in ('Regular', 'Bold')]),
]


@functools.lru_cache(None)
def foreign_font(path):
    return ImageFont.truetype(path, 46)


def choose(rng, faces=None):
    """A typeface of `faces`; of all that are trained on where there are none."""
    if faces:
        return faces[int(rng.integers(len(faces)))]
    kind = rng.random()
    pool = OCR_B if kind < 0.1 else USUAL if kind < 0.6 else UPRIGHT if kind < 0.94 else LEANING
    return pool[int(rng.integers(len(pool)))]
