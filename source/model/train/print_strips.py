"""Draws strips of printed text for training: pieces of type side by side on paper, damaged as cameras and scanners do.

A strip is (image, steps, text):
  image  float32 [32, 768], zero mean and unit variance
  steps  class of each of the 192 steps; 0 is nothing, -100 is left out of the loss
  text   the classes of its characters from left to right, those that can no longer be read left out
"""
import cv2
import numpy as np
from PIL import Image, ImageDraw
import harsh
import print_text
import print_typefaces
from damage import background, jpeg
from print_alphabet import CLASS
from print_typefaces import advance, font_of

HEIGHT, WIDTH, STEP = 32, 768, 4
STEPS = WIDTH // STEP
CENTRES = (np.arange(STEPS) + 0.5) * STEP
SPACE = CLASS[' ']
PAD = 16
# A gap between two pieces is a space up to this many heights of a capital; above, nothing is asked of the network.
WIDE_GAP = 1.0


def lettered(rng, faces):
    """A piece of text and a typeface that has all of its characters."""
    for _ in range(6):
        text, path = print_text.text(rng), print_typefaces.choose(rng, faces)
        if print_typefaces.can_set(path, text):
            return text, path
    return '01.02.2003', path


def drawn(rng, text, path):
    """Returns type at the size of the cache: ink 0 to 1, the edges of its characters, the height of a capital, the base line."""
    font, capital = font_of(path)
    wide = rng.random()
    gap = capital * rng.uniform(0.15, 0.5) if wide < 0.05 else capital * rng.uniform(0, 0.15) if wide < 0.25 else 0.0
    edges = np.cumsum([0.0] + [advance(path, c) + gap for c in text])
    if not gap:  # kerned pairs are closer than their advances
        edges *= font.getlength(text) / edges[-1]
    edges += PAD
    base = int(capital * 1.9)
    image = Image.new('L', (int(edges[-1]) + PAD + 4, int(capital * 2.6)), 0)
    draw = ImageDraw.Draw(image)
    if gap:
        for c, x in zip(text, edges):
            draw.text((x + gap / 2, base), c, font=font, fill=255, anchor='ls')
    else:
        draw.text((PAD, base), text, font=font, fill=255, anchor='ls')
    ink = np.asarray(image)
    weight = rng.random()
    if weight < 0.14:
        ink = cv2.dilate(ink, np.ones((3, 3) if weight < 0.1 else (3, 5), np.uint8))
    elif weight < 0.26 and not any(thin in path for thin in ('Light', 'FreeMono.', 'Book')):
        ink = cv2.erode(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3)))
    if rng.random() < 0.1:  # dots of a printer, worn places
        coarse = rng.random((max(2, ink.shape[0] // 3), max(2, ink.shape[1] // 3))).astype(np.float32)
        ink = ink * (cv2.resize(coarse, ink.shape[::-1]) > rng.uniform(0.05, 0.25))
    return ink.astype(np.float32) / 255, edges, capital, base


def bent(rng, ink, most):
    """Another type, made of this one: moved a little, smoothly."""
    high, wide = ink.shape
    cells = (6, max(2, wide // 24))
    across, down = (cv2.resize(rng.normal(0, most, cells).astype(np.float32), (wide, high), interpolation=cv2.INTER_CUBIC) for _ in range(2))
    yy, xx = np.mgrid[0:high, 0:wide].astype(np.float32)
    return cv2.remap(ink, xx + across, yy + down, cv2.INTER_LINEAR)


def put(cover, ink, matrix, left, right):
    """Lays ink into a strip by an affine matrix; only the columns from left to right are touched."""
    a, b = max(0, int(left)), min(WIDTH, int(right) + 1)
    if b - a < 2:
        return
    moved = matrix.copy()
    moved[0, 2] -= a
    piece = cv2.warpAffine(ink, moved, (b - a, HEIGHT), flags=cv2.INTER_LINEAR)
    np.maximum(cover[:, a:b], piece, out=cover[:, a:b])


def neighbour(rng, cover, path, x, width, tall, middle, faces):
    """The feet or the heads of the line below or above, of the same or of another type, as a rough crop catches them."""
    text, other = lettered(rng, faces)
    ink, edges, capital, base = drawn(rng, text, other if rng.random() < 0.5 else path)
    small = rng.uniform(0.45, 1.1)
    # A value that is printed over the end of its label now and then.
    away = tall * (0.5 * (1 + small) + (rng.uniform(0.15, 0.7) if rng.random() < 0.8 else rng.uniform(-0.25, 0.15)))
    sy = tall * small / capital
    sx = sy * rng.uniform(0.9, 1.3)
    away *= 1 if rng.random() < 0.4 else -1
    x += rng.uniform(-20, 20)
    matrix = np.array([[sx, 0, x - edges[0] * sx], [0, sy, middle + away - sy * (base - capital / 2)]], np.float32)
    put(cover, ink, matrix, x, min(x + (edges[-1] - edges[0]) * sx, x + width + 30))


def foreign(rng, cover, x, tall, middle):
    """A word in another script: nothing to read. Returns where it ends."""
    first, last, paths = print_text.pick(rng, print_typefaces.FOREIGN)
    word = ''.join(chr(int(rng.integers(ord(first), ord(last) + 1))) for _ in range(int(rng.integers(1, 9))))
    font = print_typefaces.foreign_font(print_text.pick(rng, paths))
    left, top, right, bottom = font.getbbox(word)
    image = Image.new('L', (right + 8, bottom + 8), 0)
    ImageDraw.Draw(image).text((0, 0), word, font=font, fill=255)
    scale = tall * rng.uniform(1, 1.4) / max(20, bottom - top)
    matrix = np.array([[scale, 0, x - left * scale], [0, scale, middle - scale * (top + bottom) / 2]], np.float32)
    put(cover, cv2.GaussianBlur(np.asarray(image, np.float32) / 255, (0, 0), 0.4 / scale), matrix, x - 4, x + (right - left) * scale + 4)
    return x + (right - left) * scale


def mark_steps(steps, text, edges):
    """Writes the class of each character at the steps around its middle; leaves the seams out of the loss."""
    for c, left, right in zip(text, edges, edges[1:]):
        width, middle = right - left, (left + right) / 2
        away = np.abs(CENTRES - middle)
        inside = away <= 0.3 * width
        if not inside.any():
            inside[int(np.clip(middle / STEP, 0, STEPS - 1))] = True
        steps[(away <= 0.42 * width) & (steps == 0)] = -100
        steps[inside] = CLASS[c]
    for first, second, edge in zip(text, text[1:], edges[1:]):
        if first == second:  # two alike need nothing between them
            steps[int(np.clip(edge / STEP, 0, STEPS - 1))] = 0


def furniture(rng, cover):
    """Rules, edges of boxes and of pictures, dots: what is on a page besides type."""
    kind = rng.random()
    if kind < 0.4:
        y, thick = int(rng.choice([rng.uniform(0, 6), rng.uniform(25, 32)])), int(rng.integers(1, 3))
        cover[y:y + thick, int(rng.uniform(0, 400)):int(rng.uniform(400, WIDTH))] = rng.uniform(0.3, 1)
    elif kind < 0.7:
        for _ in range(int(rng.integers(1, 4))):
            x = int(rng.integers(WIDTH - 60))
            if not cover[:, x:x + 8].any():
                cover[:, x + 3:x + 3 + int(rng.integers(1, 4))] = rng.uniform(0.3, 1)
    else:
        side = int(rng.uniform(4, 40))
        cover[:, :side] = np.maximum(cover[:, :side], rng.uniform(0.2, 1) * rng.random((HEIGHT, side)).astype(np.float32))


def lay(rng, faces):
    """Returns coverage 0 to 1, the steps, and (class, left, right) of every character."""
    cover, steps, characters = np.zeros((HEIGHT, WIDTH), np.float32), np.zeros(STEPS, np.int64), []
    x, before, path = rng.uniform(2, 30), None, None
    while x < WIDTH - 30:
        if rng.random() < 0.06:
            x, before = foreign(rng, cover, x, rng.uniform(12, 18), HEIGHT / 2 + rng.normal(0, 1.4)) + rng.uniform(10, 40), None
            continue
        text, other = lettered(rng, faces)
        path = other if path is None or rng.random() < 0.5 or not print_typefaces.can_set(path, text) else path
        ink, edges, capital, base = drawn(rng, text, path)
        tall = rng.uniform(12, 20) if rng.random() < 0.8 else rng.uniform(9.5, 23)
        sy = tall / capital
        sx = sy * (rng.uniform(0.95, 1.45) if rng.random() < 0.85 else rng.uniform(0.8, 1.7))
        middle, shear, slope = HEIGHT / 2 + rng.normal(0, 1.4), rng.normal(0, 0.05), rng.normal(0, 0.012)
        if rng.random() < 0.35:
            ink = bent(rng, ink, rng.uniform(0.3, 1.6))
        length, centre = (edges[-1] - edges[0]) * sx, base - capital / 2
        matrix = np.array([
            [sx, shear * sy, x - edges[0] * sx - shear * sy * centre],
            [slope * sx, sy, middle - sy * centre - slope * sx * (edges[0] + edges[-1]) / 2],
        ], np.float32)
        put(cover, cv2.GaussianBlur(ink, (0, 0), 0.4 / sy), matrix, x - 12, x + length + 12)
        if rng.random() < 0.3:
            neighbour(rng, cover, path, x, length, tall, middle, faces)
        at = x + (edges - edges[0]) * sx
        count = int(np.searchsorted(at[1:], WIDTH - 1))  # what the strip's end cuts off is no character
        if before is not None and at[0] - before[0] < WIDE_GAP * before[1]:
            characters.append((SPACE, before[0], at[0]))
            steps[(CENTRES > before[0]) & (CENTRES < at[0])] = -100
            steps[int(np.clip((before[0] + at[0]) / 2 / STEP, 0, STEPS - 1))] = SPACE
        mark_steps(steps, text[:count], at[:count + 1])
        if count < len(text):
            steps[CENTRES > at[count]] = -100
        characters += [(CLASS[c], left, right) for c, left, right in zip(text[:count], at, at[1:])]
        before = (at[-1], tall)
        x = at[-1] + (rng.uniform(10, 60) if rng.random() < 0.8 else rng.uniform(60, 250))
        if before[1] * WIDE_GAP <= x - before[0] < before[1] * WIDE_GAP * 1.6:
            x = before[0] + before[1] * WIDE_GAP * 1.6  # neither a space nor a column: not asked
    if rng.random() < 0.12:
        furniture(rng, cover)
    return cover, steps, characters


def erased(image, bare, cover, depth, left, right):
    """Whether light has left nothing of a character's contrast."""
    a, b = max(0, int(left)), max(1, int(right) + 1)
    inked = cover[:, a:b] > 0.4
    return bool(inked.any()) and float((bare - image)[:, a:b][inked].mean()) < 0.08 * depth * float(bare.mean())


def camera(rng, image, contrast):
    """Lens, sensor, file, and the way back to the reader's scale."""
    small, kind = 0.0, rng.random()
    if kind < 0.5:
        small = rng.uniform(0.3, 1.7) if kind < 0.22 else rng.uniform(0.2, 0.8)
        image = cv2.GaussianBlur(image, (0, 0), small)
    elif kind < 0.58:
        length = int(rng.integers(2, 5))
        image = cv2.blur(image, (length, 1) if rng.random() < 0.5 else (1, length))
    factor = float(np.exp(rng.uniform(np.log(0.4 + 0.09 * small), np.log(1.6))))
    if factor < 1:
        image = cv2.resize(image, (int(WIDTH * factor), max(8, round(HEIGHT * factor))), interpolation=cv2.INTER_AREA)
    if rng.random() < 0.7:
        strength = rng.uniform(0.002, 0.02) if rng.random() < 0.8 else rng.uniform(0.02, 0.1) * contrast
        image = image + strength * rng.standard_normal(image.shape, np.float32)
    image = np.clip(image, 0, 1).astype(np.float32)
    if rng.random() < 0.6:
        image = jpeg(rng, image, 12 if rng.random() < 0.2 else 35, 92)
    return cv2.resize(image, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR) if factor < 1 else image


def strip(rng, faces=None, plain=False):
    """Draws a strip: in `faces`, or in those that are trained on; `plain` without light, stamps and camera."""
    cover, steps, characters = lay(rng, faces)
    if rng.random() < 0.02:  # paper and furniture only
        cover[:], steps[:], characters = 0, 0, []
        furniture(rng, cover)
    depth = rng.uniform(0.35, 0.95) if rng.random() < 0.85 else rng.uniform(0.15, 0.35)
    paper = background(rng, (HEIGHT, WIDTH), depth)
    image = bare = paper * (1 - cover * depth)
    if plain:
        return harsh.normal(cv2.GaussianBlur(image, (0, 0), 0.4)), steps, [one[0] for one in characters]
    if rng.random() < 0.2:
        state = rng.bit_generator.state
        bare = harsh.light(rng, paper)
        rng.bit_generator.state = state
        image = harsh.light(rng, image)
        gone = [one for one in characters if erased(image, bare, cover, depth, *one[1:])]
        for _, left, right in gone:
            steps[(CENTRES > left) & (CENTRES < right)] = 0
        characters = [one for one in characters if one not in gone]
    if rng.random() < 0.1:
        image = harsh.stamps(rng, image, print_typefaces.USUAL)
    if rng.random() < 0.05:  # large letters in a light colour, printed before the values
        large = np.zeros((HEIGHT, WIDTH), np.float32)
        neighbour(rng, large, print_typefaces.USUAL[0], rng.uniform(-50, 500), WIDTH, rng.uniform(18, 40), HEIGHT / 2 - rng.uniform(-50, 50), faces)
        image = image + (1 - cover) * large * rng.uniform(-0.25, 0.25) * depth
    image = camera(rng, np.clip(image, 0, 1).astype(np.float32), depth)
    if rng.random() < 0.03:
        image = 1 - image
    text = [one[0] for one in characters]
    return harsh.normal(image), steps, text
