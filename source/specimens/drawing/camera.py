"""What scanners and telephones do to a page. Images are RGB; random generators come from the caller."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from .paper import MM, paper


def rounded(image, radius_mm=3.2):
    """The page with round corners, as RGBA."""
    mask = Image.new('L', image.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle([0, 0, image.width - 1, image.height - 1], radius_mm * MM, fill=255)
    image = image.convert('RGBA')
    image.putalpha(mask)
    return image


def booklet(page, look, rng, shown_mm=88):
    """The data page below the page before it (its lower `shown_mm`), with the fold between, as RGBA."""
    upper = paper(125, 88, dict(look, styles=look['styles'][:1]), rng)
    upper = Image.fromarray((upper * 0.5 + 252 * 0.5).clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(upper)
    for k in range(7):
        y = int((30 + k * 7) * MM)
        draw.line([12 * MM, y, 113 * MM, y], fill=tuple(int(c * 0.5 + 120) for c in look['dark']), width=3)
    upper = upper.crop((0, int((88 - shown_mm) * MM), upper.width, upper.height))
    both = Image.new('RGB', (page.width, page.height + upper.height))
    both.paste(upper, (0, 0))
    both.paste(page, (0, upper.height))
    rows = np.arange(both.height, dtype=np.float32) - upper.height
    fold = 1 - 0.34 * np.exp(-np.abs(rows) / (1.6 * MM)) - 0.10 * np.exp(-np.abs(rows) / (9 * MM))
    shaded = np.asarray(both, np.float32) * fold[:, None, None]
    return rounded(Image.fromarray(shaded.clip(0, 255).astype(np.uint8)))


def wood(width, height, rng, colour=(150, 112, 78)):
    grain = cv2.resize(rng.normal(0, 1, (90, 7)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    fine = cv2.resize(rng.normal(0, 1, (height // 3, 10)).astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    tone = 1 + 0.07 * grain + 0.035 * fine
    for x in range(int(width * 0.18), width, int(width * 0.42)):
        tone[:, x:x + 3] *= 0.72
    return np.array(colour, np.float32) * tone[..., None]


def plain(width, height, rng, colour=(96, 102, 108)):
    clouds = cv2.resize(rng.normal(0, 1, (5, 5)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.array(colour, np.float32) * (1 + 0.05 * clouds)[..., None]


def stone(width, height, rng, colour=(196, 192, 186)):
    clouds = sum(cv2.resize(rng.normal(0, 1, (n, n)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC) * s for n, s in ((6, 1), (24, 0.6), (70, 0.35)))
    return np.array(colour, np.float32) * (1 + 0.045 * clouds)[..., None]


def lay(page, corners, table):
    """Puts an RGBA page on a table so that its corners (clockwise from top left, pixels) come to be there."""
    height, width = table.shape[:2]
    # Made small first: a warp that shrinks much leaves the fine lines ragged.
    longest = max(np.linalg.norm(np.subtract(corners[0], corners[1])), np.linalg.norm(np.subtract(corners[2], corners[3])))
    scale = min(1, longest * 1.15 / page.width)
    page = page.resize((int(page.width * scale), int(page.height * scale)), Image.LANCZOS)
    source = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    warped = cv2.warpPerspective(np.asarray(page), matrix, (width, height), flags=cv2.INTER_AREA)
    alpha = warped[..., 3:].astype(np.float32) / 255
    shadow = cv2.GaussianBlur(np.roll(alpha[..., 0], (int(height * 0.008), int(width * 0.006)), (0, 1)), (0, 0), width * 0.012)
    table = table * (1 - 0.55 * shadow)[..., None]
    return table * (1 - alpha) + warped[..., :3].astype(np.float32) * alpha


def light(pixels, centre, strength, tint=(1, 1, 1)):
    """Brighter towards a point (share of width and height), darker away from it."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    away = np.hypot(x / width - centre[0], (y / height - centre[1]) * height / width)
    return pixels * (1 + strength * 0.35 - strength * away)[..., None] * np.array(tint, np.float32)


def glare(pixels, at, size, strength, angle=0):
    """A bright patch. `at` and `size` in pixels: middle and half axes; `strength` 1 burns it out."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    a = np.deg2rad(angle)
    u = ((x - at[0]) * np.cos(a) + (y - at[1]) * np.sin(a)) / size[0]
    v = (-(x - at[0]) * np.sin(a) + (y - at[1]) * np.cos(a)) / size[1]
    share = np.clip(1.5 * np.exp(-(u * u + v * v) ** 1.2), 0, 1) * strength
    return pixels * (1 - share[..., None]) + 255 * share[..., None]


def noise(pixels, rng, level):
    return pixels + rng.normal(0, level, pixels.shape[:2])[..., None]


def blur(pixels, sigma):
    return cv2.GaussianBlur(pixels, (0, 0), sigma)


def shake(pixels, length, angle):
    """Motion blur along an angle in degrees."""
    size = int(length) | 1
    kernel = np.zeros((size, size), np.float32)
    kernel[size // 2] = 1
    turn = cv2.getRotationMatrix2D((size / 2 - 0.5, size / 2 - 0.5), angle, 1)
    kernel = cv2.warpAffine(kernel, turn, (size, size))
    return cv2.filter2D(pixels, -1, kernel / kernel.sum())


def scan(page, width, rng, margin=0.0, skew=0.0, bed=(236, 237, 238), level=1.2):
    """A flat-bed scan: the page, a little askew, with a rim of the lid around it. `margin` as a share of the width."""
    inner = int(width * (1 - 2 * margin))
    page = rounded(page).resize((inner, int(inner * page.height / page.width)), Image.LANCZOS)
    page = page.rotate(skew, Image.BICUBIC, expand=True)
    canvas = Image.new('RGB', (width, page.height + int(width * margin * 2)), bed)
    canvas.paste(page, ((width - page.width) // 2, int(width * margin)), page)
    return noise(np.asarray(canvas, np.float32), rng, level)


def picture(pixels):
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
