"""Lines as poor cameras, scanners and printers leave them; the second half of the recogniser's training. As lines.sample."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
import lines
from damage import PITCH, background, jpeg, smooth_noise
from lines import ALPHABET, CELL, CELL_HIGH, HEIGHT, WIDTH
from writing import text_lines, word

OTHER = lines.OTHER + [
    '/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf',
    '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    '/usr/share/fonts/truetype/freefont/FreeSansBold.ttf',
    '/usr/share/fonts/truetype/inconsolata/Inconsolata.otf',
    '/usr/share/fonts/truetype/anonymous-pro/Anonymous Pro.ttf',
    '/usr/share/fonts/truetype/anonymous-pro/Anonymous Pro B.ttf',
]
# What else documents are set in, for the last part of the training.
WIDER = OTHER + [
    '/usr/share/fonts/truetype/roboto/unhinted/RobotoCondensed-Regular.ttf',
    '/usr/share/fonts/truetype/roboto/unhinted/RobotoCondensed-Bold.ttf',
    '/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf',
    '/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Bold.ttf',
    '/usr/share/fonts/opentype/cantarell/Cantarell-Regular.otf',
    '/usr/share/fonts/opentype/cantarell/Cantarell-Bold.otf',
    '/usr/share/fonts/truetype/firacode/FiraCode-Regular.ttf',
    '/usr/share/fonts/truetype/firacode/FiraCode-Bold.ttf',
    '/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf',
    '/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Bold.ttf',
    '/usr/share/fonts/fonts-go/Go-Regular.ttf',
    '/usr/share/fonts/fonts-go/Go-Mono.ttf',
    '/usr/share/fonts/fonts-go/Go-Mono-Bold.ttf',
    '/usr/share/fonts/opentype/courier-prime/Courier Prime.otf',
    '/usr/share/fonts/opentype/courier-prime/Courier Prime Bold.otf',
    '/usr/share/fonts/opentype/courier-prime/Courier Prime Sans.otf',
    '/usr/share/fonts/opentype/b612/B612-Regular.otf',
    '/usr/share/fonts/opentype/b612/B612Mono-Regular.otf',
    '/usr/share/fonts/opentype/b612/B612Mono-Bold.otf',
    '/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf',
    '/usr/share/fonts/truetype/crosextra/Carlito-Bold.ttf',
    '/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf',
    '/usr/share/fonts/truetype/croscore/Arimo-Bold.ttf',
    '/usr/share/fonts/truetype/croscore/Cousine-Regular.ttf',
    '/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf',
    '/usr/share/fonts/truetype/noto/NotoSansMono-Bold.ttf',
    '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
    '/usr/share/fonts/truetype/lato/Lato-Regular.ttf',
    '/usr/share/fonts/truetype/lato/Lato-Bold.ttf',
    '/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf',
    '/usr/share/fonts/truetype/open-sans/OpenSans-Semibold.ttf',
]
# And more still, for lines whose type is bent into shapes that no typeface has.
WIDEST = WIDER + [
    '/usr/share/fonts/opentype/inter/Inter-Regular.otf',
    '/usr/share/fonts/opentype/inter/Inter-Medium.otf',
    '/usr/share/fonts/opentype/inter/Inter-Bold.otf',
    '/usr/share/fonts/opentype/inter/InterDisplay-Regular.otf',
    '/usr/share/fonts/opentype/cabin/Cabin-Regular.otf',
    '/usr/share/fonts/opentype/cabin/Cabin-Bold.otf',
    '/usr/share/fonts/truetype/karla/Karla-Regular.otf',
    '/usr/share/fonts/truetype/karla/Karla-Bold.otf',
    '/usr/share/fonts/truetype/routed-gothic/routed-gothic.ttf',
    '/usr/share/fonts/truetype/routed-gothic/routed-gothic-wide.ttf',
    '/usr/share/fonts/truetype/mononoki/mononoki-Regular.ttf',
    '/usr/share/fonts/truetype/monoid/Monoid-Regular.ttf',
    '/usr/share/fonts/opentype/league-mono/LeagueMono-Regular.otf',
    '/usr/share/fonts/opentype/league-mono/LeagueMono-WideRegular.otf',
    '/usr/share/fonts/truetype/manrope/Manrope-Medium.ttf',
    '/usr/share/fonts/opentype/national-park/NationalPark-Regular.otf',
    '/usr/share/fonts/opentype/play/Play-Regular.otf',
    '/usr/share/fonts/truetype/andika/Andika-Regular.ttf',
    '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Regular.ttf',
]
ROWS = 4 * CELL


def choose_font(rng, ocr_b, types):
    kind = rng.random()
    if kind < ocr_b:
        return lines.OCR_B[int(rng.integers(len(lines.OCR_B)))]
    return lines.SLANTED[0] if kind < ocr_b + 0.03 else types[int(rng.integers(len(types)))]


class Bent:
    """One more type, made of another: each of its characters is bent a little, and the same wherever it is drawn."""

    def __init__(self, rng):
        self.rng, self.most, self.cache = rng, rng.uniform(0.4, 2.4), {}

    def get(self, font, char):
        if char not in self.cache:
            glyph = lines.GLYPHS.get(font, char)
            high, wide = glyph.shape
            # Its two sides, its head and its feet move on their own.
            across, down = (cv2.resize(self.rng.normal(0, self.most, (6, 6)).astype(np.float32), (wide, high), interpolation=cv2.INTER_CUBIC) for _ in range(2))
            yy, xx = np.mgrid[0:high, 0:wide].astype(np.float32)
            self.cache[char] = cv2.remap(glyph, xx + across, yy + down, cv2.INTER_LINEAR)
        return self.cache[char]


def print_of(rng, texts, row, font, glyphs=lines.GLYPHS):
    """Ink 0 to 1 of a line and its neighbours, the line in the middle of ROWS. A squeeze makes other cuts of the same type."""
    spacing = rng.uniform(1.5, 2.6) * CELL
    near = rng.random() < 0.5  # the others are outside of a good crop
    ink = np.zeros((ROWS, CELL * (len(texts[row]) + 4)), np.float32)
    base = ROWS // 2 - CELL_HIGH // 2 - int(0.09 * CELL)
    for other, content in enumerate(texts):
        top = int(base + (other - row) * spacing)
        a, b = max(0, top), min(ROWS, top + CELL_HIGH)
        if b > a and (near or other == row):
            drawn = lines.render(rng, content, font, glyphs=glyphs)
            np.maximum(ink[a:b], drawn[a - top:b - top], out=ink[a:b])
    if rng.random() < 0.3:
        ink = squeeze(ink, rng.uniform(0.85, 1.12))
    return ink


def squeeze(ink, share):
    """Every character narrower or wider, its middle where it was."""
    x = np.arange(ink.shape[1], dtype=np.float32)
    middle = (np.floor(x / CELL) + 0.5) * CELL - 0.5
    across = np.tile(middle + np.clip((x - middle) / share, -CELL / 2, CELL / 2), (ink.shape[0], 1)).astype(np.float32)
    down = np.tile(np.arange(ink.shape[0], dtype=np.float32)[:, None], (1, ink.shape[1]))
    return cv2.remap(ink, across, down, cv2.INTER_LINEAR)


def lay(rng, ink, count):
    """Puts the line into the crop, seen from the side now and then. Returns (coverage, centres, pitch at each character)."""
    if rng.random() < 0.75:
        pitch = PITCH * rng.uniform(0.95, 1.05)
        left = (WIDTH - pitch * count) / 2 + rng.normal(0, 0.25) * pitch
        if count < 44 and rng.random() < 0.7:
            left = rng.uniform(0.5, max(0.6, WIDTH / pitch - count - 0.5)) * pitch
    else:
        pitch = rng.uniform(10, 23)
        left = rng.uniform(0, 1) * (WIDTH - pitch * count)
    tall, slope, shear = rng.uniform(0.75, 1.3), rng.normal(0, 0.006), rng.normal(0, 0.06)
    right, middle = left + pitch * count, HEIGHT / 2 + rng.normal(0, 1.4)
    grow = rng.normal(0, 0.05) if rng.random() < 0.4 else 0.0  # one end nearer to the camera
    high = ROWS / 2 * pitch / CELL * tall
    a, b, rise = high * (1 - grow), high * (1 + grow), slope * (right - left) / 2
    flat = np.array([[2 * CELL, 0], [2 * CELL + count * CELL, 0], [2 * CELL + count * CELL, ROWS], [2 * CELL, ROWS]], np.float32)
    seen = np.array([
        [left - shear * a, middle - a - rise], [right - shear * b, middle - b + rise],
        [right + shear * b, middle + b + rise], [left + shear * a, middle + a - rise],
    ], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, seen)
    scale = pitch / CELL
    coverage = cv2.warpPerspective(cv2.GaussianBlur(ink, (0, 0), 0.35 / scale), matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    edges = np.stack([2 * CELL + CELL * np.arange(count + 1), np.full(count + 1, ROWS / 2)], 1).astype(np.float32)
    at = cv2.perspectiveTransform(edges[None], matrix)[0, :, 0]
    if rng.random() < 0.2:  # the page is not flat
        x = np.arange(WIDTH, dtype=np.float32)
        wave = (rng.uniform(0.3, 1.8) * np.sin(x / rng.uniform(120, 400) + rng.uniform(0, 6))).astype(np.float32)
        coverage = cv2.remap(coverage, np.tile(x, (HEIGHT, 1)), np.arange(HEIGHT, dtype=np.float32)[:, None] + wave[None], cv2.INTER_LINEAR)
    return coverage, (at[:-1] + at[1:]) / 2, np.diff(at)


def light(rng, image):
    """Glare that adds to what is there, a mirrored lamp that hides it, a shadow's edge, too little light."""
    yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    if rng.random() < 0.25:
        r = PITCH * rng.uniform(1, 7)
        away = ((xx - rng.uniform(0, WIDTH)) / r) ** 2 + ((yy - rng.uniform(-6, HEIGHT + 6)) / (r * rng.uniform(0.3, 1))) ** 2
        image = image + np.exp(-away ** rng.uniform(0.7, 2)) * rng.uniform(0.3, 1.2)
    if rng.random() < 0.06:
        away = ((xx - rng.uniform(0, WIDTH)) / rng.uniform(6, 60)) ** 2 + ((yy - rng.uniform(0, HEIGHT)) / rng.uniform(6, 40)) ** 2
        mask = 1 / (1 + np.exp(np.clip((away - 1) * rng.uniform(1, 10), -30, 30))) * rng.uniform(0.5, 1)
        image = image * (1 - mask) + mask * (1.0 if rng.random() < 0.7 else rng.uniform(0, 0.6))
    if rng.random() < 0.15:
        at, soft = rng.uniform(0, WIDTH), rng.uniform(1, 60)
        edge = 1 / (1 + np.exp(np.clip((xx + (yy - HEIGHT / 2) * rng.normal(0, 1) - at) / soft * rng.choice([-1, 1]), -30, 30)))
        image = image * (1 - edge * rng.uniform(0.25, 0.75))
    if rng.random() < 0.2:
        image = image + smooth_noise(rng, image.shape, int(rng.integers(40, 200))) * rng.uniform(0, 0.15)
    image = np.clip(image, 0, 1)
    if rng.random() < 0.2:
        image = image * rng.uniform(0.1, 0.5)
    return image.astype(np.float32)


def stamps(rng, image, types):
    """Strokes of a pen, rings and letters of a stamp: darker than paper, seldom as dark as the type."""
    layer = np.zeros((HEIGHT, WIDTH), np.float32)
    for _ in range(int(rng.integers(1, 4))):
        kind, x = rng.random(), int(rng.integers(WIDTH))
        if kind < 0.35:
            cv2.line(layer, (x, int(rng.integers(-10, 42))), (x + int(rng.normal(0, 120)), int(rng.integers(-10, 42))), 1.0, int(rng.integers(1, 4)), cv2.LINE_AA)
        elif kind < 0.7:
            size = (int(rng.uniform(20, 180)), int(rng.uniform(20, 180)))
            cv2.ellipse(layer, (x, int(rng.integers(-60, 90))), size, float(rng.uniform(0, 180)), 0, 360, 1.0, int(rng.integers(1, 5)), cv2.LINE_AA)
        else:
            font = ImageFont.truetype(types[int(rng.integers(len(types)))], int(rng.integers(14, 60)))
            piece = Image.new('L', (WIDTH, HEIGHT), 0)
            ImageDraw.Draw(piece).text((x - 60, int(rng.integers(-20, 20))), word(rng), font=font, fill=255)
            layer = np.maximum(layer, np.asarray(piece.rotate(rng.normal(0, 12)), np.float32) / 255)
    return image * (1 - layer * rng.uniform(0.1, 0.6))


def camera(rng, image, contrast):
    """Lens, sensor, file, and the way back to the recogniser's scale. image 0 to 1; contrast between paper and type, 0 to 1."""
    blur, small = rng.random(), 0.0
    if blur < 0.5:
        small = rng.uniform(0.3, 2.7) if blur < 0.3 else rng.uniform(0.2, 0.9)
        image = cv2.GaussianBlur(image, (0, 0), small)
    elif blur < 0.65:
        length = int(rng.integers(3, 9))
        kernel = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi) if rng.random() < 0.5 else rng.choice([0, np.pi / 2])
        for t in np.linspace(-0.5, 0.5, length * 2):
            kernel[int(round((length - 1) * (0.5 + t * np.sin(angle)))), int(round((length - 1) * (0.5 + t * np.cos(angle))))] = 1
        image = cv2.filter2D(image, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
    if rng.random() < 0.08:  # moire of a screen
        x = np.arange(WIDTH, dtype=np.float32)[None]
        y = np.arange(HEIGHT, dtype=np.float32)[:, None]
        image = image * (1 + rng.uniform(0.03, 0.2) * np.sin(x * rng.uniform(0.5, 2.8) + y * rng.uniform(-2, 2)))
    # What is both blurred and small cannot be read: the more of one, the less of the other.
    factor = float(np.exp(rng.uniform(np.log(5.0 + 1.5 * small), np.log(26.0)))) / PITCH
    smaller = factor < 1
    if smaller:
        image = cv2.resize(image, (int(WIDTH * factor), max(8, int(round(HEIGHT * factor)))), interpolation=cv2.INTER_AREA)
    noise = rng.random()
    if noise < 0.8:
        image = image + rng.normal(0, (rng.uniform(0.002, 0.02) if noise < 0.65 else rng.uniform(0.02, 0.12) * contrast), image.shape)
    image = np.round(np.clip(image, 0, 1) * 255) / 255  # eight bits: what is dark keeps few steps
    image = image.astype(np.float32)
    if rng.random() < 0.6:
        image = jpeg(rng, image, 8 if rng.random() < 0.25 else 35, 40 if contrast > 0.3 and rng.random() < 0.3 else 92)
    if smaller:
        image = cv2.resize(image, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
    return image


def normal(image):
    return ((image - image.mean()) / (image.std() + 1e-3)).astype(np.float32)


def sample(rng, ocr_b=0.72, types=OTHER, bent=0.0):
    """`ocr_b`: the share of lines that are set in OCR-B; `types`: what the rest is set in, and stamps are; `bent`: so many of these."""
    texts = text_lines(rng)
    row = int(rng.integers(len(texts)))
    text = texts[row]
    font = choose_font(rng, ocr_b, types)
    glyphs = Bent(rng) if bent and 'ocr-b' not in font and rng.random() < bent else lines.GLYPHS
    coverage, centres, pitches = lay(rng, print_of(rng, texts, row, font, glyphs), len(text))
    depth = rng.uniform(0.35, 0.95) if rng.random() < 0.85 else rng.uniform(0.12, 0.35)
    paper = background(rng, (HEIGHT, WIDTH), depth)
    state = rng.bit_generator.state
    bare = light(rng, paper)
    rng.bit_generator.state = state
    image = light(rng, paper * (1 - coverage * depth))
    # What is left of the type's contrast under the light: nothing to see where less than a twelfth is.
    left = np.where(coverage > 0.5, np.abs(bare - image) / (bare.mean() * depth + 1e-3), np.nan)
    labels = np.array([1 + ALPHABET.index(c) for c in text])
    erased = np.zeros(len(text), bool)
    for i, (x, p) in enumerate(zip(centres, pitches)):
        box = left[:, max(0, int(x - p / 2)):max(1, int(x + p / 2))]
        erased[i] = np.isfinite(box).any() and np.nanmean(box) < 0.08
    if rng.random() < 0.15:
        image = stamps(rng, image, types)
    image = camera(rng, image, depth * float(bare.mean()))
    if rng.random() < 0.03:
        image = 1 - image
    return normal(image), centres, labels, erased, pitches


def targets(centres, labels, erased, pitches):
    """As lines.targets, for a pitch that changes along the line."""
    out = np.zeros(lines.STEPS, np.int64)
    step = (np.arange(lines.STEPS) + 0.5) * 4
    for x, label, gone, pitch in zip(centres, labels, erased, pitches):
        near = np.abs(step - x)
        if not gone:
            out[near <= 0.30 * pitch] = label
            out[(near > 0.30 * pitch) & (near <= 0.36 * pitch)] = -100
    return out
