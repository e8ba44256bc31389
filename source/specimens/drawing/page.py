"""A TD3 data page (125 x 88 mm) or a TD1 card side, drawn at 16 pixels a millimetre."""
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from .paper import MM, blend, paper
from .portrait import ghost, portrait

FONTS = '/usr/share/fonts/'
OCR_B = FONTS + 'opentype/ocr-b/OCRB.otf'
SANS, SANS_BOLD = (FONTS + f'truetype/liberation/LiberationSans-{w}.ttf' for w in ('Regular', 'Bold'))
NARROW, NARROW_BOLD = (FONTS + f'truetype/liberation/LiberationSansNarrow-{w}.ttf' for w in ('Regular', 'Bold'))
SERIF_BOLD = FONTS + 'truetype/freefont/FreeSerifBold.ttf'
DEJAVU_BOLD = FONTS + 'truetype/dejavu/DejaVuSansCondensed-Bold.ttf'
CJK, CJK_BOLD = (FONTS + f'opentype/noto/NotoSansCJK-{w}.ttc' for w in ('Regular', 'Bold'))
CHINESE, KOREAN = 2, 1  # faces inside the Noto collections

# Doc 9303-3 section 4.4 and 9303-4 figure 5: OCR-B size 1, ten characters an inch; two lines 6.35 mm apart on a
# passport, three lines 4.23 mm apart on a card. OCR-B's pitch is 0.723 of its em.
PITCH = 2.54
TD3 = {'size': (125, 88), 'left': 6.6, 'middles': (88 - 15.75, 88 - 9.4), 'zone': 23.2}
TD1 = {'size': (85.6, 54), 'left': 4.7, 'middles': (54 - 15.6, 54 - 11.37, 54 - 7.14), 'zone': 23.2}


def font(path, size_mm, face=0):
    return ImageFont.truetype(path, int(round(size_mm * MM)), index=face)


class Page:
    def __init__(self, kind, look, rng):
        self.kind, self.look, self.rng = kind, look, rng
        self.ground = paper(*kind['size'], look, rng)
        self.image = None

    def watermark(self, left, right, strength=0.17):
        """SPECIMEN between two widths (mm), above the machine-readable zone."""
        height, width = self.ground.shape[:2]
        mask = Image.new('L', (width, height), 0)
        middle = ((left + right) / 2 * MM, (height - self.kind['zone'] * MM) * 0.58)
        ImageDraw.Draw(mask).text(middle, 'SPECIMEN', font=font(SANS_BOLD, (right - left) / 5.6), fill=255, anchor='mm')
        mask = mask.rotate(16, Image.BICUBIC, center=middle)
        mask.paste(0, (0, int(height - self.kind['zone'] * MM), width, height))
        self.ground = blend(self.ground, np.asarray(mask), self.look.get('mark', self.look['ink']), strength)

    def band(self, top, bottom, colour, strength):
        """A flat strip between two heights in millimetres."""
        self.ground[int(top * MM):int(bottom * MM)] = self.ground[int(top * MM):int(bottom * MM)] * (1 - strength) + np.array(colour, np.float32) * strength

    def ghost(self, person, box):
        x, y, w, h = (int(v * MM) for v in box)
        self.ground[y:y + h, x:x + w] = ghost(portrait(w, h, person['face']), self.ground[y:y + h, x:x + w])

    def start_printing(self):
        self.image = Image.fromarray(self.ground.clip(0, 255).astype(np.uint8))
        self.draw = ImageDraw.Draw(self.image)

    def portrait(self, person, box, frame=None, monochrome=False):
        x, y, w, h = (int(v * MM) for v in box)
        face = portrait(w, h, person['face'])
        if monochrome:
            face = face.convert('L').convert('RGB')
        self.image.paste(face, (x, y))
        if frame:
            self.draw.rectangle([x, y, x + w, y + h], outline=frame, width=5)

    def text(self, x, y, words, path, size, colour=(20, 22, 28), anchor='ls', face=0, width=None, spread=0.0):
        """Words on a base line (mm). `width`: the size shrinks to it. `spread`: extra space between letters (mm)."""
        while width and font(path, size, face).getlength(words) > width * MM and size > 1:
            size *= 0.97
        letters = font(path, size, face)
        if not spread:
            self.draw.text((x * MM, y * MM), words, font=letters, fill=colour, anchor=anchor)
            return
        total = sum(letters.getlength(c) for c in words) + spread * MM * (len(words) - 1)
        at = x * MM - (total / 2 if anchor[0] == 'm' else total if anchor[0] == 'r' else 0)
        for c in words:
            self.draw.text((at, y * MM), c, font=letters, fill=colour, anchor='l' + anchor[1])
            at += letters.getlength(c) + spread * MM

    def emblem(self, x, y, radius, colour):
        """An invented sign: a wavy ring around a ten-pointed star."""
        angle = np.linspace(0, 2 * np.pi, 200)
        for ring, depth in ((1.0, 0.05), (0.86, 0.05)):
            r = radius * ring * (1 + depth * np.cos(20 * angle))
            self.draw.line(list(zip((x + r * np.cos(angle)) * MM, (y + r * np.sin(angle)) * MM)), fill=colour, width=4)
        angle = np.linspace(0, 2 * np.pi, 21)
        r = np.where(np.arange(21) % 2 == 0, radius * 0.7, radius * 0.36)
        self.draw.polygon(list(zip((x + r * np.sin(angle)) * MM, (y - r * np.cos(angle)) * MM)), fill=colour)

    def signature(self, x, y, length, colour=(34, 40, 88)):
        """A pen stroke that spells nothing."""
        t = np.linspace(0, 1, 320)
        rng = self.rng
        loops, turn = rng.uniform(6, 11), rng.uniform(0, 6.3)
        tall = sum(np.exp(-((t - at) / 0.05) ** 2) * rng.uniform(0.4, 1) for at in (0.06, rng.uniform(0.25, 0.45), rng.uniform(0.5, 0.8)))
        rise = (0.24 + tall) * (1 - t * 0.5) * (1 + 0.35 * np.sin(2 * np.pi * loops * 0.37 * t + turn))
        px = x + length * (t * 0.9 + 0.05 * np.sin(2 * np.pi * loops * t + turn))
        py = y - length * 0.17 * rise * np.sin(2 * np.pi * loops * t + turn * 1.7) - length * rng.uniform(0, 0.1) * t
        self.draw.line(list(zip(px * MM, py * MM)), fill=colour, width=6, joint='curve')
        self.draw.line([(x - 1) * MM, (y + 1.8) * MM, (x + length * 0.8) * MM, (y + 0.9) * MM], fill=colour, width=5)

    def zone(self, lines, ink=(22, 22, 26)):
        """The machine-readable zone: each character in the middle of its cell."""
        letters = font(OCR_B, PITCH / 0.723)
        cap = 0.713 * PITCH / 0.723
        for middle, line in zip(self.kind['middles'], lines):
            for i, c in enumerate(line):
                self.draw.text(((self.kind['left'] + (i + 0.5) * PITCH) * MM, (middle + cap / 2) * MM), c, font=letters, fill=ink, anchor='ms')
