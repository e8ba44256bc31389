"""Synthetic MRZ lines for training: invented text, drawn with free fonts, then damaged.

A sample is (image, centres, labels, erased):
  image    float32 [32, 768], zero mean and unit variance
  centres  x of each character's middle, in pixels of the image
  labels   class of each character, 1 to 37 in the order of ALPHABET (0 is blank)
  erased   True where a character can no longer be read: it is trained as blank, so that the
           network says "nothing to see" instead of inventing a filler
"""
import string
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from damage import PITCH, background, damage
from writing import text_lines, word

ALPHABET = '<0123456789' + string.ascii_uppercase
HEIGHT, WIDTH = 32, 768

OCR_B = ['/usr/share/fonts/opentype/ocr-b/OCRB.otf', '/usr/share/fonts/opentype/ocr-b/OCRBS.otf']
SLANTED = ['/usr/share/fonts/opentype/ocr-b/OCRBL.otf']
# The type of cheap documents and mock-ups. The last one is held out for measuring.
OTHER = [
    '/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationMono-Bold.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
    '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf',
    '/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf',
    '/usr/share/fonts/truetype/freefont/FreeMono.ttf',
    '/usr/share/fonts/truetype/freefont/FreeMonoBold.ttf',
    '/usr/share/fonts/truetype/hack/Hack-Regular.ttf',
]
HELD_OUT = ['/usr/share/fonts/truetype/freefont/FreeSans.ttf']

CELL = 40  # pixels of one pitch in the glyph cache
CELL_HIGH = 80


class Glyphs:
    """Each character of a font as a dark-on-white cell, drawn once."""

    def __init__(self):
        self.cache = {}

    def get(self, path, char):
        key = (path, char)
        if key not in self.cache:
            # OCR-B at its nominal size: the pitch is 0.7229 of the em.
            size = CELL / 0.7229 if 'ocr-b' in path else CELL * 1.45
            font = ImageFont.truetype(path, int(round(size)))
            image = Image.new('L', (CELL * 2, CELL_HIGH), 0)
            draw = ImageDraw.Draw(image)
            # All characters of a font are on one base line, each in the middle of its cell.
            draw.text((CELL - font.getlength(char) / 2, CELL_HIGH * 0.68), char, font=font, fill=255, anchor='ls')
            self.cache[key] = np.asarray(image, np.float32) / 255
        return self.cache[key]


GLYPHS = Glyphs()


def choose_font(rng):
    kind = rng.random()
    if kind < 0.84:
        return OCR_B[int(rng.integers(len(OCR_B)))]
    if kind < 0.88:
        return SLANTED[0]
    return OTHER[int(rng.integers(len(OTHER)))]


def render(rng, text, font, wear=True, glyphs=GLYPHS):
    """Ink coverage 0 to 1 of a line: CELL_HIGH rows, one CELL a character and two at each end."""
    canvas = np.zeros((CELL_HIGH, CELL * (len(text) + 4)), np.float32)
    jitter = rng.choice([0.0, 0.3, 1.0])
    for i, char in enumerate(text):
        glyph = glyphs.get(font, char)
        x = CELL * (i + 2) - CELL // 2 + int(round(rng.normal(0, jitter)))
        y = int(round(rng.normal(0, jitter * 0.6)))
        piece = np.roll(glyph, y, 0) if y else glyph
        ink = 1.0 if not wear else min(1.0, rng.normal(1.0, 0.04))
        np.maximum(canvas[:, x:x + 2 * CELL], piece * ink, out=canvas[:, x:x + 2 * CELL])
    weight = rng.random()
    if weight < 0.22:
        canvas = cv2.dilate(canvas, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3) if weight < 0.15 else (5, 5)))
    elif weight < 0.42 and 'FreeMono.' not in font:  # its strokes would vanish
        canvas = cv2.erode(canvas, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3)))
    if wear and rng.random() < 0.25:  # worn print: holes smaller than a stroke
        holes = cv2.resize(rng.random((CELL_HIGH // 4, canvas.shape[1] // 4)).astype(np.float32), (canvas.shape[1], CELL_HIGH))
        canvas = canvas * (holes > rng.uniform(0.05, 0.25))
    return canvas


def sample(rng, fonts=None):
    lines = text_lines(rng)
    font = fonts[int(rng.integers(len(fonts)))] if fonts else choose_font(rng)
    row = int(rng.integers(len(lines)))
    text = lines[row]
    # Ink of the line and of its neighbours, as close as on cards (ICAO 9303-5: 1.67 pitches; passports have 2.5):
    # a rough crop catches a neighbour's feet, and the network must look past them.
    spacing = rng.uniform(1.5, 2.1) * CELL
    rows = 5 * CELL
    ink = np.zeros((rows, CELL * (len(text) + 4)), np.float32)
    base = rows // 2 - CELL_HIGH // 2 - int(0.09 * CELL)
    for other, content in enumerate(lines):
        top = int(base + (other - row) * spacing)
        drawn = render(rng, content, font)
        a, b = max(0, top), min(rows, top + CELL_HIGH)
        if b > a:
            np.maximum(ink[a:b], drawn[a - top:b - top], out=ink[a:b])

    # The place of the line in the crop: scale, slope, shift; a rough first crop now and then.
    if rng.random() < 0.7:
        pitch = PITCH * rng.uniform(0.94, 1.06)
        left = (WIDTH - pitch * len(text)) / 2 + rng.normal(0, 0.25) * pitch
        if len(text) < 44 and rng.random() < 0.7:
            left = rng.uniform(0.5, max(0.6, WIDTH / pitch - len(text) - 0.5)) * pitch
    else:
        pitch = rng.uniform(9.5, 24)
        left = rng.uniform(-0.4, 1) * max(0, WIDTH - pitch * len(text)) if pitch * len(text) < WIDTH else rng.uniform(WIDTH - pitch * len(text), 0)
    tall = rng.uniform(0.72, 1.35)
    slope = rng.normal(0, 0.006)
    shear = rng.normal(0, 0.06)
    sx, sy = pitch / CELL, pitch / CELL * tall
    cy = HEIGHT / 2 + rng.normal(0, 1.6)
    x0 = left - 2 * pitch
    matrix = np.array([[sx, shear * sy, x0 - shear * sy * rows / 2], [slope * sx, sy, cy - sy * rows / 2 - slope * (WIDTH / 2 - x0)]], np.float32)
    coverage = cv2.warpAffine(cv2.GaussianBlur(ink, (0, 0), 0.35 / sx) if sx < 0.6 else ink, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    bend = rng.random() < 0.15
    if bend:
        x = np.arange(WIDTH, dtype=np.float32)
        wave = (rng.uniform(0.3, 1.6) * np.sin(x / rng.uniform(150, 400) + rng.uniform(0, 6))).astype(np.float32)
        coverage = cv2.remap(coverage, np.tile(x, (HEIGHT, 1)), np.arange(HEIGHT, dtype=np.float32)[:, None] + wave[None], cv2.INTER_LINEAR)

    centres = left + pitch * (np.arange(len(text)) + 0.5)
    labels = np.array([1 + ALPHABET.index(c) for c in text])
    erased = np.zeros(len(text), bool)

    depth = rng.uniform(0.3, 0.95) if rng.random() < 0.88 else rng.uniform(0.12, 0.3)
    paper = background(rng, (HEIGHT, WIDTH), depth)
    image = paper * (1 - coverage * depth)
    # Things over the line: strokes of a stamp or a pen, hairs, blobs of glare, a thumb.
    if rng.random() < 0.12:
        for _ in range(int(rng.integers(1, 4))):
            p, q = (int(rng.integers(WIDTH)), int(rng.integers(-10, 42))), (int(rng.integers(WIDTH)), int(rng.integers(-10, 42)))
            if rng.random() < 0.5:
                q = (p[0] + int(rng.integers(-60, 60)), q[1])
            layer = np.zeros((HEIGHT, WIDTH), np.float32)
            cv2.line(layer, p, q, 1.0, int(rng.integers(1, 4)), cv2.LINE_AA)
            image = image * (1 - layer * rng.uniform(0.1, 0.7))
    if rng.random() < 0.18:
        for _ in range(int(rng.integers(1, 3))):
            x, y = rng.uniform(0, WIDTH), rng.uniform(-8, HEIGHT + 8)
            rx, ry = rng.uniform(6, 70), rng.uniform(5, 40)
            yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
            distance = ((xx - x) / rx) ** 2 + ((yy - y) / ry) ** 2
            hard = rng.uniform(0.5, 4)
            mask = 1 / (1 + np.exp(np.clip((distance - 1) * hard * 3, -30, 30)))
            strength = rng.uniform(0.4, 1.0)
            glare = rng.random() < 0.75
            image = image * (1 - mask * strength) + mask * strength * (1.0 if glare else rng.uniform(0, 0.6))
            for i, c in enumerate(centres):
                box = mask[6:26, max(0, int(c - pitch * 0.4)):max(1, int(c + pitch * 0.4))]
                if box.size and strength > 0.9 and np.mean(box > 0.93) > 0.55:
                    erased[i] = True
    image = damage(rng, np.clip(image, 0, 1).astype(np.float32), pitch)
    if rng.random() < 0.03:
        image = 1 - image
    image = (image - image.mean()) / (image.std() + 1e-3)
    return image.astype(np.float32), centres, labels, erased


def nothing(rng):
    """A crop without any MRZ line: texture, noise, or a line of ordinary type. Every step is blank."""
    image = background(rng, (HEIGHT, WIDTH))
    if rng.random() < 0.6:
        font = ImageFont.truetype(OTHER[int(rng.integers(len(OTHER)))], int(rng.integers(10, 40)))
        layer = Image.new('L', (WIDTH, HEIGHT), 0)
        draw = ImageDraw.Draw(layer)
        x = -int(rng.integers(0, 60))
        while x < WIDTH:
            text = word(rng).lower() if rng.random() < 0.8 else word(rng).capitalize()
            draw.text((x, HEIGHT / 2 + rng.normal(0, 6)), text, font=font, fill=255, anchor='lm')
            x += int(font.getlength(text + ' ')) + int(rng.integers(0, 20))
        image = image * (1 - np.asarray(layer, np.float32) / 255 * rng.uniform(0.2, 0.9))
    image = damage(rng, np.clip(image, 0, 1).astype(np.float32), PITCH)
    return ((image - image.mean()) / (image.std() + 1e-3)).astype(np.float32)


STEPS = WIDTH // 4


def targets(centres, labels, erased, pitch=None):
    """Class of each of the 192 steps; 0 is blank; -100 is left out of the loss (the seam between two characters)."""
    out = np.zeros(STEPS, np.int64)
    if len(centres) > 1:
        pitch = (centres[-1] - centres[0]) / (len(centres) - 1)
    step = (np.arange(STEPS) + 0.5) * 4
    for c, label, gone in zip(centres, labels, erased):
        near = np.abs(step - c)
        if gone:
            continue
        out[near <= 0.30 * pitch] = label
        out[(near > 0.30 * pitch) & (near <= 0.36 * pitch)] = -100
    return out
