"""What is on a sheet: data pages of passports, the other pages of a booklet, cards, tickets, print, photographs, and a desk.

Pages are grey, 0 to 1, FLAT pixels a millimetre.
"""
import functools
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
import draw_layouts
import lines
import other_pages
import pages
import print_pages
from damage import background, smooth_noise
from print_text import pick
from sheet_damage import FLAT

WIDE, HIGH = 125 * FLAT, 88 * FLAT
KINDS = [kind for kind in other_pages.KINDS if kind not in ('bent', 'cut', 'small')]


def shrunk(page, scale):
    return cv2.resize(page.astype(np.float32), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def passport(rng):
    """A data page: WIDE x HIGH."""
    if rng.random() < 0.4:
        while True:
            page, found, _ = pages.document(rng, 'TD3', font=lines.OCR_B[0])
            if WIDE / HIGH * 0.95 < page.shape[1] / page.shape[0] < WIDE / HIGH * 1.05:  # neither a spread nor a strip
                return cv2.resize(page, (WIDE, HIGH), interpolation=cv2.INTER_AREA)
    boxes = []
    kinds = [kind for kind in other_pages.chosen(rng) if kind in KINDS] if rng.random() < 0.5 else []
    page = np.ascontiguousarray(draw_layouts.flat_page(rng, None, kinds, boxes)[0], np.float32)
    for _ in range(int(rng.integers(0, 3))):
        print_pages.clutter(rng, page, boxes)
    return cv2.resize(np.clip(page, 0, 1), (WIDE, HIGH), interpolation=cv2.INTER_AREA)


def grain(rng, shape):
    """Stripes that bend, -1 to 1: wood, cloth, water, engraved ground."""
    x, y = np.meshgrid(np.arange(shape[1], dtype=np.float32), np.arange(shape[0], dtype=np.float32))
    angle, period = rng.uniform(0, np.pi), np.exp(rng.uniform(np.log(3), np.log(50)))
    bends = smooth_noise(rng, shape, int(rng.uniform(0.5, 5) * period) + 4) * rng.uniform(0, 5) * pick(rng, [1, 3])
    return np.sin((x * np.cos(angle) + y * np.sin(angle)) * (2 * np.pi / period) + bends).astype(np.float32)


def facing(rng):
    """Another page of a booklet: blank, with visas, stamps, notes, a signature, a title, an engraving, a small second portrait."""
    page = background(rng, (HIGH, WIDE), 0.6)
    if rng.random() < 0.5:
        page = page * np.clip(1 + smooth_noise(rng, page.shape, int(rng.integers(8, 90))) * rng.uniform(0.02, 0.25), 0.2, 1.4)
    if rng.random() < 0.4:
        page += grain(rng, page.shape) * rng.uniform(0.01, 0.2)
    for _ in range(pick(rng, [0, 1, 1, 2, 4])):
        engraving(rng, page)
    if rng.random() < 0.2:
        tall = rng.uniform(12, 28) * FLAT
        pages.portrait(rng, page, rng.uniform(0, 0.8) * WIDE, rng.uniform(0.05, 0.95) * (HIGH - tall), tall * 0.78, tall)
    picture = Image.new('L', (WIDE, HIGH), 0)
    draw = ImageDraw.Draw(picture)
    fonts = [draw_layouts.sized(pick(rng, pages.TEXT_FONTS), rng.uniform(*size) * FLAT / draw_layouts.MM) for size in ((1.5, 6), (1, 2.2))]
    top = rng.uniform(0.02, 0.5) * HIGH
    for _ in range(pick(rng, [0, 1, 1, 2, 3])):
        text = pick(rng, ['VISAS', 'PASSPORT', 'OBSERVATIONS', 'REPUBLIC OF UTOPIA', 'SIGNATURE OF BEARER', pages.word(rng), f'{pages.word(rng)} {pages.word(rng)}'])
        draw.text((rng.uniform(0.05, 0.95) * max(1, WIDE - fonts[0].getlength(text)), top), text, font=fonts[0], fill=255)
        top += rng.uniform(1.2, 2.5) * fonts[0].size
    step, left = rng.uniform(2.5, 8) * FLAT, rng.uniform(0.04, 0.5) * WIDE
    while rng.random() < 0.85 and top < HIGH - step:
        draw.text((left, top), ' '.join(pages.word(rng).lower() for _ in range(int(rng.integers(1, 9)))), font=fonts[1], fill=int(rng.uniform(100, 255)))
        top += step
    for _ in range(pick(rng, [0, 0, 1, 1, 2, 6])):  # stamps, emblems, bars, what is written by hand
        stamp = Image.new('L', (WIDE // 2, HIGH // 2), 0)
        ink = ImageDraw.Draw(stamp)
        wide, high = int(rng.uniform(50, WIDE // 2 - 4)), int(rng.uniform(24, HIGH // 2 - 4))
        kind = rng.random()
        if kind < 0.65:
            (ink.ellipse if kind < 0.3 else ink.rectangle)((4, 4, wide, high), outline=255, width=int(rng.integers(1, 5)), fill=int(rng.integers(0, 140)) if rng.random() < 0.3 else None)
            for row in range(int(rng.integers(0, 4))):
                ink.text((14, 12 + row * 18), pages.word(rng), font=fonts[1], fill=255)
        elif kind < 0.85:
            ink.line([(10 + wide * i / 9 + rng.normal(0, 4), high / 2 + rng.normal(0, high / 5)) for i in range(10)], fill=255, width=int(rng.integers(1, 4)), joint='curve')
        else:
            for x in np.cumsum(rng.uniform(2, 7, 40)):
                ink.line((x, 4, x, high / 2), fill=255, width=int(rng.integers(1, 4)))
        stamp = stamp.rotate(pick(rng, [0, 90, rng.uniform(0, 360)]), Image.BILINEAR, expand=True)
        picture.paste(int(rng.uniform(80, 230)), (int(rng.uniform(-0.1, 0.8) * WIDE), int(rng.uniform(-0.1, 0.7) * HIGH)), stamp)
    return np.clip(page * (1 - np.asarray(picture, np.float32) / 255 * rng.uniform(0.3, 0.9)), 0, 1)


def engraving(rng, page):
    """A large picture in lines and tones: an animal, a landscape, a flag."""
    high, wide = page.shape
    layer = np.zeros_like(page)
    middle = rng.uniform(0.1, 0.9, 2) * (wide, high)
    for _ in range(int(rng.integers(3, 14))):
        at = (middle + rng.normal(0, 0.14, 2) * wide).astype(int).tolist()
        axes = (int(rng.uniform(0.02, 0.25) * wide), int(rng.uniform(0.02, 0.25) * wide))
        cv2.ellipse(layer, at, axes, rng.uniform(0, 180), rng.uniform(0, 180), rng.uniform(180, 360), float(rng.uniform(0, 1)), pick(rng, [-1, 1, 2, 4]), cv2.LINE_AA)
    lean = rng.uniform(0, 3.2)
    for _ in range(int(rng.integers(0, 60))):
        line = np.cumsum(rng.normal(0, 0.6, (10, 2)) + (np.cos(lean), np.sin(lean)), 0) * rng.uniform(1, 6) + middle + rng.normal(0, 0.1, 2) * wide
        cv2.polylines(layer, [line.astype(np.int32)], False, float(rng.uniform(0, 1)), 1, cv2.LINE_AA)
    page *= 1 - cv2.GaussianBlur(layer, (0, 0), rng.uniform(0.3, 1.5)) * rng.uniform(0.1, 0.9)


def cover(rng):
    """The outside of a booklet: dark, its emblem and its title in the middle, upright."""
    page = np.full((WIDE, HIGH), rng.uniform(0.05, 0.45), np.float32) + rng.normal(0, 0.02, (WIDE, HIGH)).astype(np.float32)
    middle = (HIGH // 2 + int(rng.normal(0, 4)), int(rng.uniform(0.4, 0.6) * WIDE))
    bright = float(rng.uniform(0.5, 1))
    for _ in range(int(rng.integers(2, 9))):
        axes = (int(rng.uniform(4, 25) * FLAT), int(rng.uniform(4, 25) * FLAT))
        cv2.ellipse(page, middle, axes, rng.uniform(0, 180), rng.uniform(0, 180), rng.uniform(180, 360), bright, int(rng.integers(1, 4)), cv2.LINE_AA)
    for y in (0.15, 0.22, 0.85):
        if rng.random() < 0.7:
            text = pick(rng, ['PASSPORT', 'REPUBLIC OF UTOPIA', 'EUROPEAN UNION', pages.word(rng)])
            cv2.putText(page, text, (int(0.5 * HIGH - 7 * len(text)), int(y * WIDE)), cv2.FONT_HERSHEY_DUPLEX, rng.uniform(0.5, 0.8), bright, 1, cv2.LINE_AA)
    return np.clip(page, 0, 1)


def printed(rng):
    """Print, of rows that are like an MRZ now and then: tables, receipts, letters, forms, tickets, with bars and a portrait or without."""
    wide, high = rng.uniform(55, 190), rng.uniform(40, 180)
    if rng.random() < 0.4:
        wide, high = rng.uniform(115, 130), rng.uniform(80, 95)
    shape = (int(high * FLAT), int(wide * FLAT))
    canvas = background(rng, shape, 0.5) if rng.random() < 0.4 else np.full(shape, rng.uniform(0.6, 1), np.float32)
    picture = Image.new('L', shape[::-1], 0)
    draw = ImageDraw.Draw(picture)
    y, left = rng.uniform(3, 14), 4
    if rng.random() < 0.35:
        tall = rng.uniform(20, 45)
        x = pick(rng, [4, wide - 4 - tall * 0.78])
        pages.portrait(rng, canvas, x * FLAT, y * FLAT, tall * 0.78 * FLAT, tall * FLAT)
        left = tall * 0.8 + 8 if x == 4 else 4
    path = pick(rng, pages.TEXT_FONTS)
    kind = pick(rng, ['rows', 'columns', 'letter', 'form', 'mixed'])
    size, step, columns = rng.uniform(1.3, 3.2), rng.uniform(1.5, 3.6), int(rng.integers(2, 8))
    while y < high - 5:
        font = draw_layouts.sized(path, (size if kind != 'mixed' else rng.uniform(1, 4.5)) * FLAT / draw_layouts.MM)
        right = wide - 4 if kind in ('rows', 'columns') or rng.random() < 0.7 else rng.uniform(0.3, 1) * wide
        if kind == 'columns':
            for column in range(columns):
                draw.text(((left + column * (wide - left - 4) / columns) * FLAT, y * FLAT), pages.word(rng)[:int(rng.integers(2, 9))], font=font, fill=255)
        elif kind == 'form' and rng.random() < 0.5:
            draw.line((left * FLAT, (y + size) * FLAT, right * FLAT, (y + size) * FLAT), fill=200, width=1)
        elif kind == 'mixed' and rng.random() < 0.2:
            x = left
            while x < right:
                bar = rng.uniform(0.3, 1.4)
                draw.rectangle((x * FLAT, y * FLAT, (x + bar) * FLAT, (y + 8) * FLAT), fill=255)
                x += bar + rng.uniform(0.3, 1.4)
            y += 9
        else:
            text = ''
            while font.getlength(text) < (right - left) * FLAT:
                text += pick(rng, [pages.word(rng), pages.digits(rng, int(rng.integers(1, 9))), pages.word(rng).lower()]) + ' '
            draw.text((left * FLAT, y * FLAT), text, font=font, fill=255)
        y += size * step * (2 if rng.random() < 0.1 else 1)
    return np.clip(canvas * (1 - np.asarray(picture, np.float32) / 255 * rng.uniform(0.4, 0.95)), 0, 1).astype(np.float32)


def photograph(rng):
    """A picture: a head and shoulders, or shapes."""
    high, wide = int(rng.uniform(35, 110) * FLAT), int(rng.uniform(28, 110) * FLAT)
    page = np.full((high, wide), rng.uniform(0.2, 0.95), np.float32) + smooth_noise(rng, (high, wide), int(rng.integers(10, 80))) * rng.uniform(0, 0.2)
    if rng.random() < 0.5:
        pages.portrait(rng, page, 0, 0, wide, high)
    return np.clip(clutter(rng, page), 0, 1)


def card(rng):
    """A card of 85.6 x 54 mm, or a paper that is like one."""
    page, _, _ = pages.document(rng, pick(rng, ['card', 'card', 'TD1']))
    return shrunk(page, 85.6 * FLAT / page.shape[1] * (rng.uniform(1, 1.4) if rng.random() < 0.25 else 1))


def ticket(rng):
    """Print with a dark heading, and rows of numbers in OCR-B at the foot, as slips and tickets have."""
    page = printed(rng)
    high, wide = page.shape
    if rng.random() < 0.6:
        page[:int(rng.uniform(8, 20) * FLAT)] *= rng.uniform(0.1, 0.8)
    foot = int(rng.uniform(8, 24) * FLAT)
    page[high - foot:] = page[high - foot:] * 0.1 + rng.uniform(0.6, 0.9)
    font = ImageFont.truetype(lines.OCR_B[0], int(rng.uniform(2.6, 4.5) * FLAT))
    picture = Image.new('L', (wide, foot), 0)
    for row in range(int(rng.integers(1, 3))):
        text = ' '.join(pages.digits(rng, int(rng.integers(1, 20))) for _ in range(int(rng.integers(1, 5))))
        ImageDraw.Draw(picture).text((rng.uniform(0, 0.3) * wide, (2 + row * 7) * FLAT), text, font=font, fill=255)
    page[high - foot:] *= 1 - np.asarray(picture, np.float32) / 255 * rng.uniform(0.4, 0.95)
    return page


def other(rng):
    """A page that is of no passport, or not its data page."""
    return pick(rng, [card, card, card, facing, facing, facing, cover, photograph, ticket, printed, printed, printed])(rng)


@functools.lru_cache(None)
def drawn(seed, number):
    """Flat page `number` as bytes: of a passport where it is even."""
    rng = np.random.default_rng([seed, number])
    return (np.clip((other if number % 2 else passport)(rng), 0, 1) * 255).astype(np.uint8)


def clutter(rng, image):
    """What is on a desk: edges, round things, keys in rows, cables."""
    high, wide = image.shape
    for _ in range(int(rng.integers(0, 7))):
        x, y, tone, kind = int(rng.uniform(0, wide)), int(rng.uniform(0, high)), float(rng.uniform(0, 1)), rng.random()
        thick = -1 if rng.random() < 0.5 else int(rng.integers(1, 4))
        if kind < 0.35:
            cv2.ellipse(image, (x, y), (int(rng.uniform(3, 60)), int(rng.uniform(3, 60))), rng.uniform(0, 180), 0, 360, tone, thick, cv2.LINE_AA)
        elif kind < 0.65:
            cv2.polylines(image, [(np.cumsum(rng.normal(0, 25, (5, 2)), 0) + (x, y)).astype(np.int32)], False, tone, int(rng.integers(1, 9)), cv2.LINE_AA)
        elif kind < 0.85:
            corners = cv2.boxPoints(((x, y), (rng.uniform(8, 200), rng.uniform(4, 120)), rng.uniform(0, 180)))
            cv2.drawContours(image, [corners.astype(np.int32)], 0, tone, thick, cv2.LINE_AA)
            if thick < 0 and rng.random() < 0.4:  # something with a ground of its own
                inside = np.zeros_like(image)
                cv2.fillConvexPoly(inside, corners.astype(np.int32), 1)
                image += inside * grain(rng, image.shape) * rng.uniform(0.02, 0.2)
        else:
            key, gap = rng.uniform(6, 20), rng.uniform(7, 24)
            for column in range(int(rng.integers(3, 14))):
                for row in range(int(rng.integers(1, 6))):
                    at = (int(x + column * gap), int(y + row * gap))
                    cv2.rectangle(image, at, (int(at[0] + min(key, gap - 1)), int(at[1] + min(key, gap - 1))), tone, thick)
    return image
