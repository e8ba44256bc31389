"""Security-paper-like backgrounds: a soft colour gradient under families of fine curves (guilloche)."""
import cv2
import numpy as np

MM = 16  # pixels of one millimetre while a page is drawn; it is made smaller afterwards


def blend(image, mask, colour, strength):
    """Lays a colour over an image where the mask (0 to 255) says so."""
    share = (mask.astype(np.float32) / 255 * strength)[..., None]
    return image * (1 - share) + np.array(colour, np.float32) * share


def gradient(width, height, colours, direction):
    """Three colours along a direction given in degrees."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = np.deg2rad(direction)
    along = x / width * np.cos(angle) + y / height * np.sin(angle)
    along = (along - along.min()) / (along.max() - along.min())
    stops = np.array(colours, np.float32)
    return np.stack([np.interp(along, np.linspace(0, 1, len(stops)), stops[:, c]) for c in range(3)], -1)


def curves(width, height, lines, thickness):
    """A mask with anti-aliased lines; each is a pair (x, y) of arrays in pixels."""
    mask = np.zeros((height, width), np.uint8)
    for x, y in lines:
        points = np.stack([x, y], -1)
        cv2.polylines(mask, [np.round(points * 16).astype(np.int32)], False, 255, thickness, cv2.LINE_AA, 4)
    return mask


def waves(width, height, rng):
    x = np.linspace(0, width, 240)
    turn, slow = rng.uniform(0, 6), rng.uniform(1.2, 2)
    swell = height * 0.10 * (0.35 + np.sin(x / width * np.pi * slow + turn) ** 2)
    for k in np.arange(-6, 46):
        yield x, k * height / 40 + swell * np.sin(x / width * 9 + k * 0.16 + turn)


def mesh(width, height, rng):
    y = np.linspace(0, height, 200)
    turn = rng.uniform(0, 6)
    for k in np.arange(-4, 52):
        for sign in (1, -1):
            yield k * width / 46 + sign * width * 0.045 * np.sin(y / height * 6.3 + k * 0.22 + turn), y


def rosette(width, height, rng, at=(0.66, 0.42), size=0.62):
    angle = np.linspace(0, 2 * np.pi, 720)
    petals = int(rng.integers(7, 12))
    for k in range(26):
        radius = height * size * (0.16 + 0.033 * k) * (1 + 0.13 * np.cos(petals * angle + k * 0.24))
        yield width * at[0] + radius * np.cos(angle), height * at[1] + radius * np.sin(angle)


def rays(width, height, rng):
    turn = rng.uniform(0, 1)
    along = np.linspace(0.03, 1.6, 90)
    for k in range(84):
        angle = 2 * np.pi * (k + turn) / 84 + 0.16 * np.sin(along * 7)
        yield width * 0.3 + width * along * np.cos(angle), height * 0.5 + width * along * np.sin(angle)


def circles(width, height, rng):
    angle = np.linspace(0, 2 * np.pi, 400)
    for cx, cy in ((0.16, 0.2), (0.86, 0.72)):
        for k in range(2, 34):
            radius = width * 0.0165 * k * (1 + 0.02 * np.sin(6 * angle + k * 0.4))
            yield width * cx + radius * np.cos(angle), height * cy + radius * np.sin(angle)


STYLES = {'waves': waves, 'mesh': mesh, 'rosette': rosette, 'rays': rays, 'circles': circles}


def paper(width_mm, height_mm, look, rng):
    """float32 RGB background. `look`: colours (three RGB), ink (RGB), second (RGB), styles, direction."""
    width, height = int(width_mm * MM), int(height_mm * MM)
    image = gradient(width, height, look['colours'], look.get('direction', 20))
    for style, ink, strength in zip(look['styles'], (look['ink'], look['second']), (0.34, 0.26)):
        image = blend(image, curves(width, height, STYLES[style](width, height, rng), 2), ink, strength)
    return image
