"""What is over the print of a page: patterns, laminate, glare, stamps; and pages that are bent. Pages are grey, 0 to 1."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from print_text import pick


def pattern(rng, page):
    """Lines of a guilloche or a printed picture all over the page, weaker than type."""
    high, wide = page.shape
    x, y = np.arange(wide, dtype=np.float32)[None], np.arange(high, dtype=np.float32)[:, None]
    out = page
    for _ in range(int(rng.integers(1, 4))):
        angle, period = rng.uniform(0, np.pi), rng.uniform(6, 50)
        wave = rng.uniform(5, 60) * np.sin(x / rng.uniform(40, 300) + rng.uniform(0, 6)) + rng.uniform(0, 40) * np.sin(y / rng.uniform(40, 300))
        lines = np.sin((x * np.cos(angle) + y * np.sin(angle) + wave) * (2 * np.pi / period))
        out = out * (1 - np.clip((lines - rng.uniform(0.3, 0.85)) * 4, 0, 1) * rng.uniform(0.1, 0.35))
    return out.astype(np.float32)


def glare(rng, page):
    """A lamp's reflection, and the edge of a hologram."""
    high, wide = page.shape
    x, y = np.arange(wide, dtype=np.float32)[None], np.arange(high, dtype=np.float32)[:, None]
    out = page
    for _ in range(int(rng.integers(1, 4))):
        cx, cy = rng.uniform(0.35, 1) * wide, rng.uniform(0.1, 0.72) * high
        spread = rng.uniform(60, 260)
        spot = np.exp(-(((x - cx) / spread) ** 2 + ((y - cy) / (spread * rng.uniform(0.3, 1))) ** 2))
        out = out + (1 - out) * np.clip(spot * rng.uniform(0.4, 1.1), 0, 0.97)
    return out.astype(np.float32)


def stamped(rng, page, typeface, number):
    """A ring or a signature over the print, the number perforated or along the edge."""
    high, wide = page.shape
    layer = np.zeros((high, wide), np.uint8)
    kind = rng.random()
    if kind < 0.4:
        centre = (int(rng.uniform(0.35, 0.95) * wide), int(rng.uniform(0.2, 0.7) * high))
        for radius in (230, 150):
            cv2.circle(layer, centre, radius, 255, int(rng.integers(4, 12)))
        strength = rng.uniform(0.2, 0.6)
    elif kind < 0.7:
        start = np.array([rng.uniform(0.3, 0.6) * wide, rng.uniform(0.3, 0.7) * high])
        steps = np.cumsum(rng.normal(0, 1, (60, 2)) * [30, 38] + [14, 0], axis=0) + start
        cv2.polylines(layer, [steps.astype(np.int32)], False, 255, int(rng.integers(4, 9)), cv2.LINE_AA)
        strength = rng.uniform(0.3, 0.85)
    else:
        text = Image.new('L', (900, 110), 0)
        ImageDraw.Draw(text).text((450, 55), number, font=ImageFont.truetype(typeface, 76), fill=255, anchor='mm')
        upright = np.asarray(text.rotate(90, expand=True))
        across = int(pick(rng, [wide - 130, wide - 130, 10]))
        top = int(rng.uniform(0.02, 0.2) * high)
        rows = min(upright.shape[0], high - top)
        layer[top:top + rows, across:across + upright.shape[1]] = upright[:rows]
        strength = rng.uniform(0.4, 0.9)
    return (page * (1 - layer.astype(np.float32) / 255 * strength)).astype(np.float32)


def laminate(rng, page, typeface):
    """The words of a laminate, again and again at an angle, a little darker or lighter than the page."""
    high, wide = page.shape
    size = int(rng.uniform(24, 60))
    word = pick(rng, ['PASSPORT', 'REPUBLIC', 'UTOPIA', 'ICAO', 'EUROPA', 'SECURITY'])
    font = ImageFont.truetype(typeface, size)
    layer = Image.new('L', (wide * 2, high * 2), 0)
    draw = ImageDraw.Draw(layer)
    along = int(font.getlength(word) * rng.uniform(1.1, 2))
    for row, y in enumerate(range(0, high * 2, int(size * rng.uniform(1.5, 4)))):
        for x in range(-(row % 2) * along // 2, wide * 2, along):
            draw.text((x, y), word, font=font, fill=255)
    turned = layer.rotate(rng.uniform(-50, 50), Image.BILINEAR).crop((wide // 2, high // 2, wide // 2 + wide, high // 2 + high))
    cover = np.asarray(turned, np.float32) / 255 * rng.uniform(0.06, 0.2)
    return (page * (1 - cover) if rng.random() < 0.6 else page + (1 - page) * cover).astype(np.float32)


def stripe(rng, page):
    """A stripe of light across the page, as a tube or a foil reflects it."""
    high, wide = page.shape
    x, y = np.arange(wide, dtype=np.float32)[None], np.arange(high, dtype=np.float32)[:, None]
    angle, half = rng.uniform(0, np.pi), rng.uniform(40, 180)
    away = (x - rng.uniform(0.35, 0.95) * wide) * np.cos(angle) + (y - rng.uniform(0.1, 0.6) * high) * np.sin(angle)
    cover = np.clip(1.3 - np.abs(away) / half, 0, 1) * rng.uniform(0.25, 0.75)
    return (page + (1 - page) * cover).astype(np.float32)


def bent(rng, page):
    """A page that is not flat: its rows are waves, and its columns closer where it turns away."""
    high, wide = page.shape
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    down = rng.uniform(8, 40) * pick(rng, [-1, 1]) * np.sin(np.pi * x / wide * rng.uniform(0.8, 1.4) + rng.uniform(0, 1))
    across = rng.uniform(0, 30) * np.sin(np.pi * y / high) * pick(rng, [-1, 1])
    return cv2.remap(page.astype(np.float32), x + across, y + down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
