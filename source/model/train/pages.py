"""Synthetic pages for the MRZ locator: a document (or none) somewhere in a picture, and the places of its MRZ lines.

A sample is (image, maps): image float32 [SIZE, SIZE], 0 to 1; maps float32 [3, SIZE/4, SIZE/4]:
  0  the core (middle 60 % of the height) of every MRZ line
  1  the same, of the top line only
  2  a disc at the start of every line
"""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
import lines
from damage import background, jpeg, smooth_noise
from writing import digits, td1, td2, td3, word

SIZE = 512
TEXT_FONTS = lines.OTHER + [
    '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf', '/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf',
    '/usr/share/fonts/opentype/ocr-b/OCRB.otf',
]
CJK = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'


class Strips:
    """Pieces of ordinary writing, drawn once and pasted many times."""

    def __init__(self, rng, count=260):
        self.items = [self.draw(rng) for _ in range(count)]

    def draw(self, rng):
        kind = rng.random()
        size = 26
        if kind < 0.12:
            font = ImageFont.truetype(CJK, size)
            text = ''.join(chr(int(rng.integers(0x4E00, 0x9000))) for _ in range(int(rng.integers(2, 14))))
        else:
            font = ImageFont.truetype(TEXT_FONTS[int(rng.integers(len(TEXT_FONTS)))], size)
            parts = []
            for _ in range(int(rng.integers(1, 7))):
                style = rng.random()
                w = word(rng)
                parts.append(w if style < 0.35 else w.capitalize() if style < 0.6 else w.lower() if style < 0.8 else digits(rng, int(rng.integers(1, 10))))
            text = rng.choice([' ', ' ', '/', '. ', ' - ']).join(parts)
        box = font.getbbox(text)
        image = Image.new('L', (max(4, box[2] + 4), size + 14), 0)
        ImageDraw.Draw(image).text((2, 2), text, font=font, fill=255)
        return np.asarray(image, np.float32) / 255

    def paste(self, rng, canvas, x, y, high, ink):
        strip = self.items[int(rng.integers(len(self.items)))]
        scale = high / strip.shape[0]
        piece = cv2.resize(strip, None, fx=scale * rng.uniform(0.85, 1.15), fy=scale, interpolation=cv2.INTER_AREA)
        x, y = int(x), int(y)
        h, w = min(piece.shape[0], canvas.shape[0] - y), min(piece.shape[1], canvas.shape[1] - x)
        if h > 2 and w > 2 and x >= 0 and y >= 0:
            canvas[y:y + h, x:x + w] *= 1 - piece[:h, :w] * ink


STRIPS = None


def portrait(rng, canvas, x, y, w, h):
    x, y, w, h = (int(v) for v in (x, y, w, h))
    if rng.random() < 0.8:
        cv2.rectangle(canvas, (x, y), (x + w, y + h), rng.uniform(0.5, 0.95), -1)
    tone = rng.uniform(0.1, 0.7)
    cv2.ellipse(canvas, (x + w // 2, y + int(h * 0.42)), (int(w * 0.26), int(h * 0.27)), 0, 0, 360, tone, -1)
    cv2.ellipse(canvas, (x + w // 2, y + h), (int(w * 0.45), int(h * 0.32)), 0, 180, 360, rng.uniform(0.1, 0.7), -1)
    cv2.ellipse(canvas, (x + w // 2, y + int(h * 0.25)), (int(w * 0.28), int(h * 0.16)), 0, 180, 360, rng.uniform(0.05, 0.5), -1)
    canvas[y:y + h, x:x + w] += rng.normal(0, 0.05, canvas[y:y + h, x:x + w].shape).astype(np.float32)


SHAPES = {  # millimetres: width, height, lines, characters, middle of the lowest line above the lower edge
    'TD3': (125, 88, 2, 44, 9.4), 'TD2': (105, 74, 2, 36, 8.4), 'TD1': (85.6, 54, 3, 30, 6.6), 'MRV': (120, 80, 2, 44, 8.4),
    'MRV-A': (120, 80, 2, 44, 8.4), 'MRV-B': (105, 74, 2, 36, 8.4),
}


def document(rng, kind=None, font=None, text=None, back=False):
    """A flat document: grey canvas, its MRZ lines as (x0, x1, y, height) from the top line down, and their text, which `text(rng)` may write.
    `back`: of a card the side with the lines, which has no portrait and nothing printed over them."""
    kind = kind or rng.choice(['TD3', 'TD3', 'TD3', 'TD3', 'TD3', 'TD2', 'TD1', 'MRV', 'card', 'paper'])
    scale = rng.uniform(4.5, 7.0)
    if kind in ('card', 'paper'):
        wide, high, count, chars, low = (85.6, 54, 0, 0, 0) if kind == 'card' else (rng.uniform(80, 160), rng.uniform(60, 200), 0, 0, 0)
    else:
        wide, high, count, chars, low = SHAPES[kind]
    spread = kind == 'TD3' and rng.random() < 0.3  # the page above, too
    strip = count and rng.random() < 0.08  # only the MRZ was cut out
    top_extra = 88 if spread else 0
    h, w = int((high + top_extra) * scale), int(wide * scale)
    depth = rng.uniform(0.4, 0.95)
    canvas = background(rng, (h, w), depth)
    if kind != 'paper' and rng.random() < 0.35:  # a band of colour, a frame, a dark title
        y0 = int(rng.uniform(0, 0.5) * h)
        canvas[y0:y0 + int(rng.uniform(0.05, 0.25) * h)] *= rng.uniform(0.3, 0.9)
    text_high = rng.uniform(1.6, 3.2) * scale
    rows = int(rng.integers(4, 16)) if kind != 'paper' else int(rng.integers(10, 40))
    bottom = h - ((low + (15 if back else 9)) * scale if count else 4 * scale)
    left = rng.uniform(3, 45) * scale if kind != 'paper' else rng.uniform(3, 12) * scale
    for i in range(rows):
        y = (0.04 + 0.92 * i / rows) * bottom
        if y + text_high * 1.5 > bottom:
            break
        for _ in range(int(rng.integers(1, 4))):
            STRIPS.paste(rng, canvas, left + rng.uniform(0, 0.7) * (w - left), y, text_high * rng.uniform(0.6, 1.6), depth * rng.uniform(0.4, 1.0))
    if kind != 'paper' and not back and rng.random() < 0.85:
        ph = min(45, high * 0.55) * scale
        px = 3 * scale if rng.random() < 0.7 else w - ph * 0.8 - 3 * scale
        py = (top_extra + rng.uniform(8, 16)) * scale
        if py + ph < h:
            portrait(rng, canvas, px, py, ph * 0.78, ph)
    found, texts = [], ()
    if count:
        # The shape must be the one that is drawn, so draw until the text fits it.
        texts = text(rng) if text else {'TD3': td3, 'TD2': td2, 'TD1': td1, 'MRV': td3}[kind](rng)
        font = font or lines.choose_font(rng)
        pitch = 2.54 * scale * rng.uniform(0.93, 1.06)
        # 2.5 pitches between the lines of TD3, TD2 and visas, 1.67 on cards (ICAO 9303-4, -5, -6); mock-ups vary
        spacing = pitch * (1.667 if kind == 'TD1' else 2.5 if rng.random() < 0.85 else rng.uniform(1.6, 2.5)) * rng.uniform(0.88, 1.1)
        x0 = (w - pitch * chars) / 2 + rng.normal(0, 1.2) * scale
        y_low = h - low * scale * rng.uniform(0.75, 1.15)
        if rng.random() < 0.5:  # many states print the zone on plain ground
            y_top = int(y_low - spacing * count - scale)
            canvas[max(0, y_top):] = canvas[max(0, y_top):] * 0.2 + rng.uniform(0.6, 0.95) * 0.8
        for i, line in enumerate(texts):
            ink = lines.render(rng, line, font)
            s = pitch / lines.CELL
            ink = cv2.resize(ink, None, fx=s, fy=s * rng.uniform(0.97, 1.03), interpolation=cv2.INTER_AREA)
            y = y_low - spacing * (count - 1 - i)
            oy, ox = int(round(y - ink.shape[0] * 0.55)), int(round(x0 - 2 * pitch))
            a, b = max(0, oy), min(h, oy + ink.shape[0])
            c, d = max(0, ox), min(w, ox + ink.shape[1])
            if b > a and d > c:
                canvas[a:b, c:d] *= 1 - ink[a - oy:b - oy, c - ox:d - ox] * depth
            # the middle of the capitals: the base line is at 0.68 of the glyph cell, capitals are 0.95 pitch high
            found.append((x0, x0 + pitch * chars, oy + ink.shape[0] * 0.68 - 0.475 * pitch, pitch * 0.95))
    if strip:
        cut = int(found[0][2] - rng.uniform(0.8, 2.5) * found[0][3])
        cut = max(0, cut)
        canvas = canvas[cut:]
        found = [(a, b, y - cut, k) for a, b, y, k in found]
    return np.clip(canvas, 0, 1), found, texts


def sample(rng):
    global STRIPS
    if STRIPS is None:
        STRIPS = Strips(np.random.default_rng(7))
    ground = np.full((SIZE, SIZE), rng.uniform(0, 1), np.float32)
    kind = rng.random()
    if kind < 0.5:
        ground += smooth_noise(rng, ground.shape, int(rng.integers(30, 200))) * rng.uniform(0, 0.25)
    if kind > 0.35 and kind < 0.7:
        ground = ground * 0.5 + 0.5 * background(rng, ground.shape)
    if rng.random() < 0.2:
        for _ in range(int(rng.integers(2, 25))):
            STRIPS.paste(rng, ground, rng.uniform(0, SIZE * 0.9), rng.uniform(0, SIZE * 0.95), rng.uniform(8, 40), rng.uniform(0.2, 0.9))
    if rng.random() < 0.2:
        for _ in range(int(rng.integers(1, 8))):
            p = rng.integers(0, SIZE, 4)
            cv2.rectangle(ground, (int(p[0]), int(p[1])), (int(p[2]), int(p[3])), rng.uniform(0, 1), -1 if rng.random() < 0.5 else 2)
    maps = np.zeros((3, SIZE // 4, SIZE // 4), np.float32)
    image = ground
    count = 1 if rng.random() < 0.88 else int(rng.choice([0, 2]))
    for n in range(count):
        flat, found, _ = document(rng)
        h, w = flat.shape
        turn = rng.random()
        angle = rng.normal(0, 4) + (0 if turn < 0.4 else 90 * int(rng.integers(4)) if turn < 0.8 else rng.uniform(0, 360))
        # The picture is the page and not much else more often than not.
        cover = rng.uniform(0.85, 1.08) if rng.random() < 0.5 else rng.uniform(0.38, 1.5)
        if count == 2:
            cover *= 0.6
        radians = np.deg2rad(angle)
        size = np.array([abs(w * np.cos(radians)) + abs(h * np.sin(radians)), abs(w * np.sin(radians)) + abs(h * np.cos(radians))])
        s = SIZE * cover / size.max()
        if cover > 1.1 and found:  # a detail: keep the zone in sight
            focus = np.array([np.mean([(f[0] + f[1]) / 2 for f in found]), np.mean([f[2] for f in found])])
        else:
            focus = np.array([w / 2, h / 2])
        room = max(0.0, 1 - cover) / 2 * SIZE
        target = np.array([SIZE / 2, SIZE / 2]) + rng.uniform(-1, 1, 2) * (room + 20)
        corners = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
        rotation = np.array([[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]])
        moved = ((corners - focus) @ rotation.T) * s + target
        if rng.random() < 0.45:  # seen from the side
            moved += rng.normal(0, rng.choice([0.02, 0.05]), moved.shape) * SIZE * min(1, cover)
        matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
        if s < 0.8:
            flat = cv2.GaussianBlur(flat, (0, 0), 0.35 / s)
        mask = cv2.warpPerspective(np.ones_like(flat), matrix, (SIZE, SIZE))
        image = image * (1 - mask) + cv2.warpPerspective(flat, matrix, (SIZE, SIZE)) * mask
        for channel in range(3):  # what is under a second document is gone
            maps[channel] *= 1 - cv2.resize(mask, (SIZE // 4, SIZE // 4), interpolation=cv2.INTER_AREA)
        for i, (x0, x1, y, high) in enumerate(found):
            k = high * 0.30
            box = np.array([[[x0, y - k], [x1, y - k], [x1, y + k], [x0, y + k]]], np.float32)
            poly = cv2.perspectiveTransform(box, matrix)[0] / 4 - 0.375
            fixed = np.round(poly * 16).astype(np.int32)
            for channel in ((0, 1) if i == 0 else (0,)):
                cv2.fillConvexPoly(maps[channel], fixed, 1.0, cv2.LINE_AA, 4)
            start = (poly[0] + poly[3]) / 2
            radius = max(1.5, np.linalg.norm(poly[0] - poly[3]) * 0.9)
            cv2.circle(maps[2], tuple(np.round(start * 16).astype(int).tolist()), int(radius * 16), 1.0, -1, cv2.LINE_AA, 4)
    image = np.clip(image, 0, 1).astype(np.float32)
    if rng.random() < 0.3:  # light from one side, a shadow
        image = image * np.clip(1 + smooth_noise(rng, image.shape, 250) * rng.uniform(0.05, 0.3), 0.15, 1.6)
    if rng.random() < 0.2:
        yy, xx = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
        x, y, r = rng.uniform(0, SIZE), rng.uniform(0, SIZE), rng.uniform(20, 120)
        glow = np.exp(-(((xx - x) / r) ** 2 + ((yy - y) / (r * rng.uniform(0.3, 1))) ** 2))
        image = image + glow * rng.uniform(0.2, 1.2)
    if rng.random() < 0.15:  # the edge of a shadow
        shade = np.ones((SIZE, SIZE), np.float32)
        corners = (rng.uniform(-0.3, 1.3, (int(rng.integers(3, 6)), 2)) * SIZE).astype(np.int32)
        cv2.fillPoly(shade, [corners], float(rng.uniform(0.15, 0.75)))
        image = image * cv2.GaussianBlur(shade, (0, 0), rng.uniform(1, 30))
    image = np.clip(image, 0, 1).astype(np.float32)
    if rng.random() < 0.3:  # too little or too much light
        image = image ** rng.uniform(0.5, 2.2)
        image = image * rng.uniform(0.12, 1.0)
    blur = rng.random()
    if blur < 0.35:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.6))
    if rng.random() < 0.4:
        image = image + rng.normal(0, rng.uniform(0.003, 0.05), image.shape).astype(np.float32)
    image = np.clip(image, 0, 1).astype(np.float32)
    if rng.random() < 0.3:
        image = jpeg(rng, image)
    return image, np.clip(maps, 0, 1)
