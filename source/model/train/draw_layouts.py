"""Draws passport pages of many layouts, with all that they print known. usage: python3 draw_layouts.py FOLDER [--count N] [--seed S] [--differ | --other [KIND]]

Writes FOLDER/page-00001.jpg … and FOLDER/labels.jsonl, a line {file, doc, mrz, check_digits_ok, viz, kind} a page; `viz` is
what is printed. With --differ the page and its MRZ disagree in one field, which `kind` names; with --other pages have one to
three of the kinds in other_pages.py, which `kind` names, or the one that is given. The pages are for measuring
the search for fields: their type is clear, and the damage is what usual cameras and scanners do.
"""
import argparse
import json
import os
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
import layouts
import lines
import other_pages
import over_print
import print_typefaces
from damage import background, jpeg, smooth_noise
from print_text import pick

MM = 16  # pixels a millimetre of the flat page
WIDE, HIGH = 125 * MM, 88 * MM
DIFFER = ['surname', 'given_names', 'number', 'birth', 'expiry', 'sex']


def face(rng, texts):
    """A typeface that has every character: one kept for measuring, or a usual one."""
    for _ in range(60):
        pool = pick(rng, [print_typefaces.MEASURED, print_typefaces.USUAL, print_typefaces.USUAL, print_typefaces.OCR_B])
        path = pick(rng, pool)
        if all(print_typefaces.can_set(path, text) for text in texts):
            return path
    return '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'


def sized(path, capital):
    """The font in which a capital is so many millimetres tall."""
    tall = -ImageFont.truetype(path, 100).getbbox('H', anchor='ls')[1]
    return ImageFont.truetype(path, max(6, round(100 * capital * MM / tall)))


def wrapped(text, font, width):
    """A text in as many rows as its width asks for."""
    rows = ['']
    for word in text.split(' '):
        longer = f'{rows[-1]} {word}'.strip()
        if rows[-1] and font.getlength(longer) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def rows_of(rng):
    """Which fields share a row, from the top down, as ICAO 9303-4 orders them."""
    rows = [['surname'], ['given_names']]
    third, fourth = pick(rng, [(['nationality', 'birth_date'], ['sex', 'birth_place']), (['nationality'], ['birth_date', 'sex', 'birth_place']), (['nationality', 'sex'], ['birth_date', 'birth_place']),
                               (['birth_date', 'nationality'], ['birth_place', 'sex']), (['nationality', 'birth_date', 'sex'], ['birth_place'])])
    last = pick(rng, [[['issue_date', 'expiry_date'], ['authority']], [['issue_date', 'authority'], ['expiry_date']], [['authority', 'issue_date'], ['expiry_date']], [['issue_date'], ['expiry_date', 'authority']], [['authority'], ['issue_date', 'expiry_date']]])
    return rows + [third, fourth] + last


def usual_person(rng, differ):
    language, code, printed, said, mrz = layouts.person(rng, differ)
    return code, printed, said, mrz, {field: [text] for field, text in layouts.labels_of(rng, language).items()}, []


def flat_page(rng, differ=None, kinds=(), boxes=None):
    """The page as printed, grey 0 to 1; what it says; its MRZ. `boxes` takes (left, top, right, base line) of the capitals of each row."""
    boxes = [] if boxes is None else boxes
    code, printed, said, mrz, labels, extras = other_pages.person(rng, kinds) if kinds else usual_person(rng, differ)
    depth = rng.uniform(0.6, 0.95)
    paper = background(rng, (HIGH // 2, WIDE // 2), depth * 0.6)
    paper = cv2.resize(paper, (WIDE, HIGH), interpolation=cv2.INTER_LINEAR)
    image = Image.new('L', (WIDE, HIGH), 0)
    faint = Image.new('L', (WIDE, HIGH), 0)
    latin = lambda texts: [text for text in texts if not other_pages.in_another_script(text)]
    value_face, label_face = face(rng, latin(printed.values())), face(rng, latin([text for rows in labels.values() for text in rows]))
    other_face = f'/usr/share/fonts/truetype/noto/{other_pages.SCRIPTS[code][1] if code in other_pages.SCRIPTS else "NotoSans-Regular.ttf"}'
    capital = rng.uniform(1.9, 2.7)
    small = rng.uniform(1.05, 1.5)
    value, label = sized(value_face, capital), sized(label_face, small)
    other_label = ImageFont.truetype(other_face, round(small * MM * 1.3))
    on_right = rng.random() < 0.12
    left, right = (6, 82) if on_right else (rng.uniform(40, 50), 121)
    draw, light = ImageDraw.Draw(image), ImageDraw.Draw(faint)
    heading = sized(face(rng, ['PASSPORT']), rng.uniform(2, 3.4))
    line(draw, (left * MM, 7 * MM), pick(rng, ['PASSPORT', 'PASSPORT / PASSEPORT', 'PASAPORTE', 'REISEPASS']), heading, 255, boxes)
    below = rng.random() < 0.04 or 'below' in kinds
    beside = not below and (rng.random() < 0.05 or 'beside' in kinds)
    rows = rows_of(rng)
    if kinds:
        rows = other_pages.rows_of(rng, kinds, rows, extras)
    if beside:
        rows = [[field] for row in rows for field in row]
    top, bottom = rng.uniform(15, 18), rng.uniform(62, 65)
    first = ['type', 'code', 'passport_number']
    pitch = (bottom - top) / len(rows)
    lead = min(pitch * 0.55, capital + rng.uniform(0.5, 1.2))
    label_color = int(rng.uniform(0.45, 0.95) * 255)
    boxed = rng.random() < 0.15
    for index, fields in enumerate([first] + rows):
        y = top + index * pitch * 0.985
        x = left
        share = (right - left) / len(fields)
        for place, field in enumerate(fields):
            text = {'type': 'P', 'code': code.strip('<')}.get(field) or printed[field]
            names = [{'type': 'Type', 'code': 'Code'}[field]] if field in ('type', 'code') else labels[field]
            set_in = other_face if other_pages.in_another_script(text) else value_face
            wide = (10 if field == 'type' else 18 if field == 'code' else right - x) if index == 0 else right - x if place == len(fields) - 1 else min(share * rng.uniform(0.9, 1.1), right - x)
            if field == 'expiry_date' and 'three-rows' in kinds:
                wide = min(wide, 0.45 * (right - left))  # the office's last rows are beside it
            room = (wide - 2) * MM
            lines_of = [line for part in text.split('\n') for line in wrapped(part, value, room)]
            names = [fitting(name, label, room * (0.6 if beside else 1)) for name in names]
            font_of = lambda name: other_label if other_pages.in_another_script(name) else label
            if beside:
                name = names[-1]
                line(light, (x * MM, y * MM), name, font_of(name), label_color, boxes)
                taken = font_of(name).getlength(name) + MM
                at = (x * MM + taken, y * MM)
                lines_of, room = [text.replace('\n', ' ')], max(MM, room - taken)
            else:
                away = lead if not below else -(lead * 0.85)
                for above, name in enumerate(reversed(names)):
                    line(light, (x * MM, (y - away - above * small * 1.35) * MM), name, font_of(name), label_color, boxes)
                at = (x * MM, y * MM)
            is_three = field == 'authority' and 'three-rows' in kinds and not beside
            step = capital * (1.35 if is_three else 1.45)
            if is_three:
                for row, part in enumerate(text.split('\n')):
                    strip(image, part, set_in, capital, (at[0], at[1] + row * step * MM), room, boxes)
            elif len(lines_of) > 2 or (len(lines_of) > 1 and pitch < lead + capital * 1.45 + 1.7):
                # No room for a second row: the type is made narrower, as printers do.
                strip(image, text.replace('\n', ' '), set_in, capital * 0.85, at, room, boxes)
            else:
                for row, part in enumerate(lines_of):
                    strip(image, part, set_in, capital, (at[0], at[1] + row * step * MM), room, boxes)
            if boxed:
                light.rectangle([(x - 0.7) * MM, (y - lead - 1.9) * MM, (x + wide - 1.2) * MM, (y + 1) * MM], outline=120, width=2)
            x += wide
    cover = np.asarray(image, np.float32) / 255
    labels_cover = np.asarray(faint, np.float32) / 255
    page = paper.copy()
    px = 86 if on_right else 5
    ground = smooth_noise(rng, (45 * MM, 33 * MM), 90) * 0.15 + rng.uniform(0.3, 0.8)
    page[14 * MM:59 * MM, px * MM:(px + 33) * MM] = ground
    cv2.ellipse(page, ((px + 16) * MM, 34 * MM), (9 * MM, 12 * MM), 0, 0, 360, rng.uniform(0.15, 0.7), -1)
    if rng.random() < 0.3:
        mark = Image.new('L', (WIDE, HIGH), 0)
        ImageDraw.Draw(mark).text((WIDE * 0.6, HIGH * 0.42), pick(rng, ['SPECIMEN', 'MUSTER', 'SAMPLE']), font=sized(print_typefaces.USUAL[0], 9), fill=255, anchor='mm')
        mark = np.asarray(mark.rotate(rng.uniform(-20, 20), Image.BICUBIC), np.float32) / 255
        page = page * (1 - mark * rng.uniform(0.05, 0.18))
    page[65 * MM:] = page[65 * MM:] * 0.3 + 0.65
    font = ImageFont.truetype(lines.OCR_B[0], round(2.54 * MM / 0.7229))
    zone = Image.new('L', (WIDE, HIGH), 0)
    ink = ImageDraw.Draw(zone)
    for row, text in enumerate(mrz):
        for i, c in enumerate(text):
            ink.text((6.6 * MM + (i + 0.5) * 2.54 * MM - font.getlength(c) / 2, (73.5 + row * 6.35) * MM), c, font=font, fill=255, anchor='ls')
    cover = np.maximum(cover, np.asarray(zone, np.float32) / 255)
    if 'pattern' in kinds:
        page[:65 * MM] = over_print.pattern(rng, page)[:65 * MM]
    if 'laminate' in kinds:
        page[:65 * MM] = over_print.laminate(rng, page, label_face)[:65 * MM]
    page = page * (1 - cover * depth) * (1 - labels_cover * depth)
    if 'stamp' in kinds:
        page = over_print.stamped(rng, page, value_face, printed['passport_number'])
    if 'glare' in kinds:
        page = over_print.glare(rng, page)
    if 'stripe' in kinds:
        page = over_print.stripe(rng, page)
    if 'bent' in kinds:
        page = over_print.bent(rng, page)
    return np.clip(page, 0, 1), said, mrz


def fitting(name, font, room):
    """A label without the languages that it has no room for."""
    while font.getlength(name) > room and '/' in name:
        name = name.rsplit('/', 1)[0].strip()
    return name


def line(draw, at, text, font, fill, boxes):
    """One row of type, and where it is."""
    draw.text(at, text, font=font, fill=fill, anchor='ls')
    left, _, right, _ = font.getbbox(text, anchor='ls')
    boxes.append((at[0] + left, at[1] + font.getbbox('H', anchor='ls')[1], at[0] + right, at[1]))


def strip(image, text, path, capital, at, room, boxes):
    """One row of type, as narrow as its room asks for."""
    font = sized(path, capital)
    long = font.getlength(text)
    if long <= room:
        line(ImageDraw.Draw(image), at, text, font, 255, boxes)
        return
    piece = Image.new('L', (int(long) + 8, int(capital * MM * 2)), 0)
    ImageDraw.Draw(piece).text((4, int(capital * MM * 1.5)), text, font=font, fill=255, anchor='ls')
    piece = piece.resize((max(4, int(piece.width * min(1, room / long))), piece.height), Image.LANCZOS)
    image.paste(piece, (int(at[0]) - 4, int(at[1] - capital * MM * 1.5)), piece)
    boxes.append((at[0], at[1] - capital * MM, at[0] + min(long, room), at[1]))


def camera(rng, flat, kinds=()):
    """The page as a scanner or a telephone sees it."""
    width = int(rng.uniform(*((620, 950) if 'small' in kinds else (1000, 2000))))
    high = int(width * 0.76)
    s = width * rng.uniform(0.9, 0.98) / WIDE
    corners = np.array([[0, 0], [WIDE, 0], [WIDE, HIGH], [0, HIGH]], np.float32)
    angle = np.deg2rad(rng.normal(0, 1.2))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    moved = ((corners - [WIDE / 2, HIGH / 2]) @ turn.T) * s + [width / 2, high / 2]
    if rng.random() < 0.3:
        moved += rng.normal(0, 0.006, moved.shape) * width
    flat = cv2.GaussianBlur(flat.astype(np.float32), (0, 0), 0.35 / s)
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    mask = cv2.warpPerspective(np.ones_like(flat), matrix, (width, high))
    image = cv2.warpPerspective(flat, matrix, (width, high)) * mask + (1 - mask) * rng.uniform(0.1, 0.9)
    if rng.random() < 0.3:
        image = image * np.clip(1 + smooth_noise(rng, image.shape, 300) * rng.uniform(0.03, 0.15), 0.3, 1.4)
    if rng.random() < 0.4:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.1) * width / 1300)
    image = np.clip(image + rng.normal(0, rng.uniform(0.002, 0.02), image.shape), 0, 1).astype(np.float32)
    if 'cut' in kinds:
        top, left, right = (int(rng.uniform(*mm) * MM * s) for mm in ((8, 13), (0, 4.5), (0, 3.5)))
        edge = [int(max(0, side)) for side in (high / 2 - s * HIGH / 2, width / 2 - s * WIDE / 2)]
        image = image[edge[0] + top:, edge[1] + left:width - edge[1] - right]
    return image, int(rng.integers(55, 92))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--count', type=int, default=500)
    parser.add_argument('--seed', type=int, default=500_000)
    parser.add_argument('--differ', action='store_true')
    parser.add_argument('--other', nargs='?', const='any', choices=['any', *other_pages.KINDS])
    args = parser.parse_args()
    cv2.setNumThreads(1)
    os.makedirs(args.folder, exist_ok=True)
    with open(os.path.join(args.folder, 'labels.jsonl'), 'w') as labels:
        for n in range(args.count):
            rng = np.random.default_rng([args.seed, n])
            differ = DIFFER[n % len(DIFFER)] if args.differ else None
            kinds = () if not args.other else other_pages.chosen(rng) if args.other == 'any' else [args.other]
            flat, said, mrz = flat_page(rng, differ, kinds)
            image, quality = camera(rng, flat, kinds)
            name = f'page-{n:05d}.jpg'
            cv2.imwrite(os.path.join(args.folder, name), (image * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
            labels.write(json.dumps({'file': name, 'doc': 'TD3', 'mrz': list(mrz), 'check_digits_ok': True, 'viz': said, 'kind': differ or '+'.join(kinds) or 'agrees'}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
