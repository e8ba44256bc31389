"""Synthetic pages for the locator of printed text: part of a page as the MRZ's frame cuts it, and the places of its lines.

A sample is (image, maps): image float32 [1, HIGH, WIDE], zero mean and unit variance; maps float32 [2, HIGH/2, WIDE/2]:
  0  the core (middle 60 % of the height of a capital) of every line of type, from its first letter to its last
  1  there, the height of a capital, in units of two pitches
"""
import functools
import cv2
import numpy as np
from PIL import Image, ImageDraw
import draw_layouts
import other_pages
import over_print
import print_strips
import print_typefaces
from damage import background, damage, smooth_noise
from print_text import pick

MM = 8  # pixels a millimetre of a flat page
PITCH = 16  # pixels a pitch (2.54 mm) of a sample
HIGH, WIDE = 320, 512
# What the reader looks at (detect.ts), in millimetres of the flat page; the origin of its frame is the MRZ's first cell.
LEFT, TOP, RIGHT, BOTTOM = 7.87 - 4 * 2.54, 72.3 - 30.2 * 2.54, 7.87 + 47.8 * 2.54, 72.3 - 0.8 * 2.54
POOL = 4000  # flat pages, each seen by several cameras
KINDS = [kind for kind in other_pages.KINDS if kind not in ('bent', 'cut', 'small')]
UNIT = 2 * 2.54  # millimetres


def usual_face(rng, texts):
    for _ in range(60):
        path = print_typefaces.choose(rng)
        if all(print_typefaces.can_set(path, text) for text in texts):
            return path
    return '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'


def free_page(rng):
    """Lines of any text anywhere: a page that orders nothing."""
    page = background(rng, (88 * MM, 125 * MM), 0.6)
    if rng.random() < 0.6:
        page = over_print.pattern(rng, page)
    cover, boxes, taken = np.zeros(page.shape, np.float32), [], np.zeros(page.shape, bool)
    depth, faces = rng.uniform(0.3, 0.95), [print_typefaces.choose(rng) for _ in range(3)]
    for _ in range(int(rng.integers(4, 60))):
        text, path = print_strips.lettered(rng, faces)
        ink, edges, capital, base = print_strips.drawn(rng, text, path)
        tall = rng.uniform(1, 3.2) * MM
        scale = tall / capital
        piece = cv2.resize(ink, (max(2, int(ink.shape[1] * scale * rng.uniform(0.75, 1.25))), max(2, int(ink.shape[0] * scale))), interpolation=cv2.INTER_AREA)
        x, y = int(rng.uniform(0, page.shape[1] - 60)), int(rng.uniform(0, page.shape[0] - piece.shape[0]))
        piece = piece[:, :page.shape[1] - x]
        zone = taken[max(0, y - 1):y + piece.shape[0] + 1, max(0, x - 2 * MM):x + piece.shape[1] + 2 * MM]
        if piece.shape[0] + y > page.shape[0] or piece.shape[1] < tall or zone.any():
            continue
        taken[y + int(piece.shape[0] * 0.3):y + int(piece.shape[0] * 0.8), x:x + piece.shape[1]] = True
        cover[y:y + piece.shape[0], x:x + piece.shape[1]] = np.maximum(cover[y:y + piece.shape[0], x:x + piece.shape[1]], piece * rng.uniform(0.4, 1))
        columns = np.flatnonzero(piece.max(0) > 0.3)
        if len(columns) > 1:
            boxes.append((x + columns[0], y + (base - capital) * scale, x + columns[-1], y + base * scale))
    return page * (1 - cover * depth), boxes


@functools.lru_cache(None)
def flat(seed, number):
    """A flat page as bytes, and the boxes of its capitals."""
    rng = np.random.default_rng([seed, number])
    if rng.random() < 0.2:
        page, boxes = free_page(rng)
    else:
        boxes = []
        kinds = [kind for kind in other_pages.chosen(rng) if kind in KINDS] if rng.random() < 0.75 else []
        page, _, _ = draw_layouts.flat_page(rng, None, kinds, boxes)
    page = np.ascontiguousarray(page, np.float32)
    for _ in range(int(rng.integers(0, 4))):
        clutter(rng, page, boxes)
    return (np.clip(page, 0, 1) * 255).astype(np.uint8), np.array(boxes, np.float32).reshape(-1, 4)


def clutter(rng, page, boxes):
    """A picture where nothing is printed: faces, hair, arms of a state, which look like writing from afar."""
    high, wide = page.shape
    w, h = int(rng.uniform(18, 40) * MM), int(rng.uniform(18, 45) * MM)
    for _ in range(12):
        x, y = int(rng.uniform(0, wide - w)), int(rng.uniform(0, 66 * MM - h))
        if not any(x0 < x + w and x1 > x and y0 < y + h and y1 > y for x0, y0, x1, y1 in boxes):
            break
    else:
        return
    part = page[y:y + h, x:x + w]
    part += smooth_noise(rng, part.shape, int(rng.integers(8, 60))) * rng.uniform(0, 0.25)
    for _ in range(int(rng.integers(0, 8))):
        centre, axes = (int(rng.uniform(0, w)), int(rng.uniform(0, h))), (int(rng.uniform(2, w / 3)), int(rng.uniform(2, h / 3)))
        cv2.ellipse(part, centre, axes, rng.uniform(0, 180), rng.uniform(0, 180), rng.uniform(180, 360), float(rng.uniform(0, 1)), -1 if rng.random() < 0.5 else int(rng.integers(1, 4)), cv2.LINE_AA)
    start, lean = rng.uniform(0, 1, (int(rng.integers(0, 70)), 2)) * [w, h], rng.uniform(0, 6.3)
    for one in start:
        steps = np.cumsum(rng.normal(0, 0.5, (12, 2)) + [np.cos(lean), np.sin(lean)], axis=0) * rng.uniform(1, 5) + one
        cv2.polylines(part, [steps.astype(np.int32)], False, float(rng.uniform(0, 1)), int(rng.integers(1, 3)), cv2.LINE_AA)


def maps_of(boxes, shape):
    """The core of each line and the height of its capitals, as pictures of the flat page."""
    core, tall = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    for x0, y0, x1, y1 in boxes:
        high = y1 - y0
        for picture, by, value in ((core, 0.2, 255), (tall, -0.1, min(255, round(255 * high / MM / UNIT)))):
            picture[max(0, round(y0 + by * high)):max(0, round(y1 - by * high)), max(0, round(x0)):max(0, round(x1))] = value
    return core, tall


def folded(rng, shape):
    """Where each pixel of a page that is not flat comes from."""
    high, wide = shape
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    down = rng.uniform(0, 14) * pick(rng, [-1, 1]) * np.sin(np.pi * x / wide * rng.uniform(0.8, 1.6) + rng.uniform(0, 1.5))
    across = rng.uniform(0, 12) * np.sin(np.pi * y / high) * pick(rng, [-1, 1])
    return x + across, y + down


def matrix_of(rng):
    """From a flat page's pixels to a crop of what the reader looks at, as roughly as the MRZ shows it."""
    scale = PITCH / 2.54 / MM
    wide, high = (RIGHT - LEFT) * MM * scale, (BOTTOM - TOP) * MM * scale
    corners = np.array([[LEFT, TOP], [RIGHT, TOP], [RIGHT, BOTTOM], [LEFT, BOTTOM]], np.float32) * MM
    seen = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    middle = np.array([wide / 2, high])
    turn = np.deg2rad(rng.normal(0, 0.7))
    turned = (seen - middle) @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]).T
    turned *= rng.normal(1, 0.03) * np.array([1, rng.normal(1, 0.03)])
    moved = turned + middle + rng.normal(0, 0.4 * PITCH, 2)
    if rng.random() < 0.4:
        moved[:2] += rng.normal(0, 0.8 * PITCH, (2, 2))
    offset = np.array([rng.uniform(-30, max(1, wide - WIDE) + 30), rng.uniform(-20, max(1, high - HIGH) + 20)])
    return cv2.getPerspectiveTransform(corners, (moved - offset).astype(np.float32))


def sample(rng, seed=21):
    page, boxes = flat(seed, int(rng.integers(POOL)))
    core, tall = maps_of(boxes, page.shape)
    if rng.random() < 0.25:
        across, down = folded(rng, page.shape)
        page, core, tall = (cv2.remap(one, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for one in (page, core, tall))
    matrix = matrix_of(rng)
    size = (WIDE, HIGH)
    image = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=int(rng.integers(0, 256))).astype(np.float32) / 255
    core = cv2.resize(cv2.warpPerspective(core, matrix, size, flags=cv2.INTER_LINEAR), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    tall = cv2.warpPerspective(tall, matrix, size, flags=cv2.INTER_NEAREST)[::2, ::2]
    image = seen(rng, image)
    image = (image - image.mean()) / (image.std() + 0.004)
    return image[None].astype(np.float32), np.stack([core, tall]).astype(np.float32) / 255


def seen(rng, image):
    """Light, what is over the print, lens, sensor and file."""
    if rng.random() < 0.3:  # letters of a printed picture or of SPECIMEN, which are no line of a page
        image = over_print.laminate(rng, image, print_typefaces.USUAL[0]) if rng.random() < 0.5 else crossed(rng, image)
    if rng.random() < 0.25:
        image = over_print.pattern(rng, image)
    light = rng.random()
    if light < 0.12:
        image = over_print.glare(rng, image)
    elif light < 0.2:
        image = over_print.stripe(rng, image)
    if rng.random() < 0.3:
        image = image * np.clip(1 + smooth_noise(rng, image.shape, 200) * rng.uniform(0.03, 0.2), 0.3, 1.5)
    if rng.random() < 0.3:
        image = image ** rng.uniform(0.5, 2)
    low, high = rng.uniform(0, 0.35), rng.uniform(0.6, 1)
    return damage(rng, np.clip(low + image * (high - low), 0, 1).astype(np.float32), PITCH)


def crossed(rng, image):
    """A large word across the page, paler or darker than it."""
    font = draw_layouts.sized(pick(rng, print_typefaces.USUAL), rng.uniform(4, 11) * MM / draw_layouts.MM * PITCH / 2.54 / MM)
    layer = Image.new('L', (WIDE, HIGH), 0)
    ImageDraw.Draw(layer).text((rng.uniform(0.2, 0.8) * WIDE, rng.uniform(0.2, 0.8) * HIGH), pick(rng, ['SPECIMEN', 'MUSTER', 'SAMPLE', 'CANCELLED', 'VOID', 'COPY']), font=font, fill=255, anchor='mm')
    cover = np.asarray(layer.rotate(rng.uniform(-60, 60), Image.BILINEAR), np.float32) / 255 * rng.uniform(0.05, 0.5)
    return image * (1 - cover) if rng.random() < 0.7 else image + (1 - image) * cover


def begin():
    """Draws flat pages at this module's size, in typefaces that are trained on."""
    draw_layouts.MM, draw_layouts.WIDE, draw_layouts.HIGH = MM, 125 * MM, 88 * MM
    draw_layouts.face = usual_face
