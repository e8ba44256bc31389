"""Portraits of invented people: heads and shoulders put together from plain shapes."""
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter


def shade(colour, factor):
    return tuple(int(max(0, min(255, c * factor))) for c in colour)


def portrait(width, height, look):
    """RGB image. `look`: skin, hair, clothes (RGB), style of the hair, back (RGB), beard, glasses."""
    unit = width * 2  # drawn at twice the size, for smooth edges
    tall = height * 2
    image = Image.new('RGB', (unit, tall), look.get('back', (222, 226, 230)))
    draw = ImageDraw.Draw(image)
    skin, hair, clothes, style = look['skin'], look['hair'], look['clothes'], look['style']

    def oval(x, y, rx, ry, fill):
        draw.ellipse([(x - rx) * unit, (y - ry) * unit, (x + rx) * unit, (y + ry) * unit], fill=fill)

    def shape(points, fill):
        draw.polygon([(x * unit, y * unit) for x, y in points], fill=fill)

    if style == 'long':
        oval(0.5, 0.56, 0.275, 0.33, hair)
        draw.rounded_rectangle([0.225 * unit, 0.55 * unit, 0.775 * unit, 1.02 * unit], 0.1 * unit, fill=hair)
    if style == 'curly':
        for angle in np.linspace(-0.35 * np.pi, 1.35 * np.pi, 22):
            oval(0.5 + 0.235 * np.cos(angle), 0.5 - 0.27 * np.sin(angle), 0.075, 0.075, hair)
    if style == 'scarf':
        oval(0.5, 0.58, 0.29, 0.38, hair)
        shape([(0.25, 0.7), (0.75, 0.7), (0.92, 1.3), (0.08, 1.3)], hair)
    if style == 'bun':
        oval(0.5, 0.2, 0.105, 0.1, hair)

    # Neck, shoulders, an open collar.
    if style != 'scarf':
        shape([(0.415, 0.66), (0.585, 0.66), (0.6, 0.98), (0.4, 0.98)], shade(skin, 0.82))
    oval(0.5, 1.36, 0.49, 0.43, clothes)
    if style == 'scarf':
        shape([(0.3, 0.74), (0.7, 0.74), (0.74, 1.1), (0.5, 1.2), (0.26, 1.1)], shade(hair, 0.9))
    else:
        shape([(0.4, 0.93), (0.6, 0.93), (0.5, 1.13)], shade(skin, 0.9))
        shape([(0.385, 0.9), (0.5, 1.14), (0.43, 1.2), (0.31, 0.97)], look.get('collar', shade(clothes, 1.35)))
        shape([(0.615, 0.9), (0.5, 1.14), (0.57, 1.2), (0.69, 0.97)], look.get('collar', shade(clothes, 1.35)))
        for ear in (0.29, 0.71):
            oval(ear, 0.56, 0.035, 0.065, shade(skin, 0.88))

    face = Image.new('L', image.size, 0)
    ImageDraw.Draw(face).ellipse([0.292 * unit, 0.27 * unit, 0.708 * unit, 0.83 * unit], fill=255)
    image.paste(skin, mask=face)
    side = Image.new('L', image.size, 0)
    ImageDraw.Draw(side).ellipse([0.4 * unit, 0.2 * unit, 0.98 * unit, 0.92 * unit], fill=255)
    lit = ImageChops.subtract(face, side.filter(ImageFilter.GaussianBlur(unit * 0.05)))
    image.paste(shade(skin, 1.07), mask=lit.point(lambda v: v * 0.8))
    draw = ImageDraw.Draw(image)

    dark = shade(hair, 0.75) if sum(hair) < 420 else (120, 100, 80)
    for eye in (0.41, 0.59):
        oval(eye, 0.55, 0.02, 0.0145, (58, 46, 42))
        box = [(eye - 0.055) * unit, 0.488 * unit, (eye + 0.055) * unit, 0.58 * unit]
        draw.arc(box, 222, 318, fill=dark, width=int(0.012 * unit))
    shape([(0.5, 0.56), (0.53, 0.652), (0.482, 0.652)], shade(skin, 0.87))
    draw.arc([0.44 * unit, 0.66 * unit, 0.56 * unit, 0.735 * unit], 25, 155, fill=shade(skin, 0.6), width=int(0.011 * unit))
    if look.get('beard'):
        chin = Image.new('L', image.size, 0)
        ImageDraw.Draw(chin).ellipse([0.405 * unit, 0.655 * unit, 0.595 * unit, 0.775 * unit], fill=255)
        low = Image.new('L', image.size, 0)
        ImageDraw.Draw(low).rectangle([0, 0.63 * unit, unit, tall], fill=255)
        image.paste(hair, mask=ImageChops.subtract(ImageChops.multiply(face, low), chin))
    if look.get('glasses'):
        for eye in (0.41, 0.59):
            draw.ellipse([(eye - 0.067) * unit, 0.497 * unit, (eye + 0.067) * unit, 0.61 * unit], outline=(40, 40, 46), width=int(0.01 * unit))
        draw.line([0.477 * unit, 0.545 * unit, 0.523 * unit, 0.545 * unit], fill=(40, 40, 46), width=int(0.01 * unit))

    if style in ('short', 'bun', 'long', 'grey'):
        cap = Image.new('L', image.size, 0)
        ImageDraw.Draw(cap).ellipse([0.272 * unit, 0.235 * unit, 0.728 * unit, 0.82 * unit], fill=255)
        cut = Image.new('L', image.size, 0)
        parting = 0.44 if style == 'long' else 0.5
        ImageDraw.Draw(cut).ellipse([(parting - 0.28) * unit, 0.385 * unit, (parting + 0.27) * unit, 1.2 * unit], fill=255)
        image.paste(hair, mask=ImageChops.subtract(cap, cut))
    if style == 'curly':
        for angle in np.linspace(0.12 * np.pi, 0.88 * np.pi, 9):
            oval(0.5 + 0.19 * np.cos(angle), 0.46 - 0.18 * np.sin(angle), 0.068, 0.062, hair)
    if style == 'scarf':
        cap = Image.new('L', image.size, 0)
        ImageDraw.Draw(cap).ellipse([0.24 * unit, 0.22 * unit, 0.76 * unit, 0.92 * unit], fill=255)
        cut = Image.new('L', image.size, 0)
        ImageDraw.Draw(cut).ellipse([0.325 * unit, 0.365 * unit, 0.675 * unit, 0.815 * unit], fill=255)
        image.paste(hair, mask=ImageChops.subtract(cap, cut))
    return image.resize((width, height), Image.LANCZOS).filter(ImageFilter.GaussianBlur(0.8))


def ghost(image, paper):
    """A pale second portrait, as many pages carry beside the first: grey, faded into the paper at its rim."""
    grey = np.asarray(image.convert('L'), np.float32)
    height, width = grey.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    rim = np.clip(1.25 - ((x / width * 2 - 1) ** 2 + (y / height * 2 - 1) ** 2) * 1.1, 0, 1)
    share = (rim * 0.42 * (1 - grey / 290))[..., None]
    return paper * (1 - share) + np.array((70, 84, 110), np.float32) * share
