#!/usr/bin/python3
"""Draws the specimen pages and writes labels.json beside them. See README.md.

usage: /usr/bin/python3 draw.py [FILE ...]      (only these pictures; labels.json is always written in full)
"""
import json
import re
import sys
import zlib
from pathlib import Path
import numpy as np
from PIL import Image

sys.dont_write_bytecode = True
from drawing import camera, designs, people
from drawing.looks import LOOKS
from drawing.mrz import td1, td3
from drawing.paperwork import voucher

HERE = Path(__file__).parent


def phone_page(page, look, rng, table, corners, shown=88):
    return camera.lay(camera.booklet(page, look, rng, shown), corners, table)


def plain_scan(page, look, rng):
    return camera.picture(camera.scan(page, 1400, rng, margin=0.02, skew=0.4))


def chinese_scan(page, look, rng):
    return camera.picture(camera.scan(page, 1320, rng, margin=0.012))


def long_name(page, look, rng):
    pixels = camera.scan(page, 1360, rng, margin=0.03, skew=-0.8, bed=(206, 208, 210))
    return camera.picture(camera.light(pixels, (0.3, 0.2), 0.14))


def png_scan(page, look, rng):
    # Few colours keep a PNG small, as scanners' "text and graphics" mode does.
    pixels = camera.scan(page, 1000, rng, level=0)
    return camera.picture(pixels).convert('L').quantize(24, dither=Image.Dither.NONE)


def partial_date(page, look, rng):
    table = camera.stone(1300, 1010, rng)
    pixels = phone_page(page, look, rng, table, [(96, 6), (1216, -8), (1234, 952), (72, 966)], shown=18)
    return camera.picture(camera.noise(camera.light(pixels, (0.7, 0.3), 0.3, (1.02, 1, 0.95)), rng, 2))


def old_scan(page, look, rng):
    pixels = camera.scan(page, 1240, rng, margin=0.01, skew=0.3)
    return camera.picture(pixels * np.array((1.0, 0.985, 0.94), np.float32))


def sideways_photo(page, look, rng):
    table = camera.wood(1440, 1320, rng)
    pixels = phone_page(page, look, rng, table, [(218, 22), (1200, 46), (1300, 1236), (130, 1206)], shown=62)
    pixels = camera.noise(camera.light(pixels, (0.25, 0.2), 0.45, (1.03, 1, 0.93)), rng, 2.4)
    return camera.picture(pixels).transpose(Image.Transpose.ROTATE_90)


def exif_photo(page, look, rng):
    table = camera.plain(1440, 1080, rng)
    pixels = camera.lay(camera.rounded(page), [(172, 108), (1310, 152), (1280, 952), (140, 900)], table)
    pixels = camera.noise(camera.light(pixels, (0.6, 0.4), 0.4), rng, 2.2)
    # Stored turned a quarter to the left; orientation 6 makes the viewer turn it back.
    return camera.picture(pixels).transpose(Image.Transpose.ROTATE_90)


def upside_down(page, look, rng):
    return camera.picture(camera.scan(page, 1300, rng, margin=0.015, skew=-0.5)).transpose(Image.Transpose.ROTATE_180)


def blurred(page, look, rng):
    table = camera.wood(1320, 990, rng, (120, 84, 60))
    pixels = camera.lay(camera.rounded(page), [(104, 92), (1228, 70), (1240, 876), (84, 884)], table)
    pixels = camera.blur(camera.light(pixels, (0.5, 0.2), 0.4, (1, 0.98, 0.92)), 2.3)
    return camera.picture(camera.noise(pixels, rng, 2.6))


def very_blurred(page, look, rng):
    table = camera.plain(1080, 810, rng, (70, 74, 84))
    pixels = camera.lay(camera.rounded(page), [(96, 70), (992, 88), (976, 726), (84, 702)], table)
    pixels = camera.shake(camera.blur(camera.light(pixels, (0.4, 0.3), 0.4), 3.4), 19, 24)
    return camera.picture(camera.noise(pixels, rng, 2))


def small_copy(page, look, rng):
    return camera.picture(camera.scan(page, 1000, rng, margin=0.01)).resize((500, 354), Image.LANCZOS)


def misprinted(page, look, rng):
    return camera.picture(camera.scan(page, 1280, rng, margin=0.02, skew=0.9, bed=(38, 40, 44)))


def with_glare(page, look, rng):
    table = camera.wood(1360, 1020, rng, (168, 134, 98))
    pixels = camera.lay(camera.rounded(page), [(118, 90), (1250, 112), (1268, 904), (98, 890)], table)
    pixels = camera.light(pixels, (0.75, 0.8), 0.25)
    pixels = camera.glare(pixels, (866, 790), (150, 92), 1, -24)
    return camera.picture(camera.noise(pixels, rng, 2))


def with_personal_number(page, look, rng):
    return camera.picture(camera.light(camera.scan(page, 1420, rng, margin=0.02, skew=-0.4), (0.5, 0.1), 0.1))


def warm_photo(page, look, rng):
    table = camera.stone(1340, 1006, rng, (172, 160, 150))
    pixels = camera.lay(camera.rounded(page), [(90, 120), (1220, 74), (1262, 868), (124, 918)], table)
    return camera.picture(camera.noise(camera.light(pixels, (0.2, 0.6), 0.35, (1.04, 1, 0.9)), rng, 2.2))


def grey_bitmap(page, look, rng):
    return camera.picture(camera.scan(page, 720, rng, margin=0.01)).convert('L')


def open_booklet(page, look, rng):
    table = camera.plain(1240, 1660, rng, (52, 54, 60))
    pixels = phone_page(page, look, rng, table, [(128, 60), (1156, 92), (1108, 1578), (84, 1532)])
    return camera.picture(camera.noise(camera.light(pixels, (0.5, 0.7), 0.3), rng, 1.8))


def card_scan(page, look, rng):
    return camera.picture(camera.scan(page, 1040, rng, margin=0.05, skew=0.7))


SPECIMENS = [
    # file, person, design, look, camera, expected, why
    ('IMG_2041.jpg', people.LINDQVIST, designs.classic, 'sea', plain_scan, 'clean', 'a good flat-bed scan'),
    ('张三-护照.jpg', people.ZHANG, designs.eastern, 'ruby', chinese_scan, 'clean', 'a good scan; the name also in Chinese characters; the optional field is full'),
    ('passport march 07.jpg', people.LONG, designs.classic, 'rose', long_name, 'clean', 'the name fills the field to position 44: it may be cut off, and here it is'),
    ('scan 03.png', people.MONONYM, designs.island, 'moss', png_scan, 'clean', 'one name only; no given name is not an error'),
    ('IMG_2055.jpg', people.PARTIAL, designs.numbered, 'sand', partial_date, 'clean', 'of the birth date only the year is known'),
    ('old passport.jpg', people.EXPIRED, designs.numbered, 'stone', old_scan, 'clean', 'expired in 2019; the code of Germany is one letter in the zone'),
    ('IMG_2063.jpg', people.PHONE, designs.classic, 'mint', sideways_photo, 'clean', 'photographed on a table and turned a quarter: the pixels are on their side'),
    ('IMG_2064.jpg', people.EXIF, designs.spanish, 'sand', exif_photo, 'clean', 'on its side, with EXIF orientation 6'),
    ('Scan_20260314_0003.jpg', people.UPSIDE_DOWN, designs.numbered, 'dusk', upside_down, 'clean', 'scanned upside down; the digit of the empty optional field is 0'),
    ('IMG_2067 (1).jpg', people.BLURRED, designs.classic, 'stone', blurred, 'clean', 'out of focus, but still readable'),
    ('mmexport1773450012345.jpg', people.VERY_BLURRED, designs.numbered, 'rose', very_blurred, 'refused', 'too blurred to be read'),
    ('微信图片_20260315.jpg', people.SMALL, designs.eastern, 'ruby', small_copy, 'clean', 'only 500 pixels wide'),
    ('passport_osei_kwame.jpg', people.MISPRINTED, designs.island, 'dusk', misprinted, 'check', 'the check digit after the number is wrong as printed'),
    ('IMG_2070.jpg', people.GLARE, designs.island, 'sea', with_glare, 'check', 'glare hides a part of both lines'),
    ('guest 12.jpeg', people.PERSONAL, designs.classic, 'dusk', with_personal_number, 'clean', 'a personal number in the optional field'),
    ('IMG_2071.JPG', people.SEX_X, designs.classic, 'moss', warm_photo, 'check', 'sex X is a filler in the zone, and a filler alone proves nothing'),
    ('photo.jpg', people.BITMAP, designs.island, 'mint', grey_bitmap, 'clean', 'a BMP file with a JPEG name'),
    ('room 214.jpg', people.KIM, designs.peninsula, 'sea', open_booklet, 'clean', 'both pages of the booklet, on a dark desk'),
    ('id card back.jpg', people.CARD, designs.card, 'mint', card_scan, 'refused', 'an identity card (TD1), not a passport'),
    ('voucher_HM-2026-004187.jpg', None, None, None, None, 'refused', 'a booking voucher, not a passport'),
]


def code(printed):
    """As exported: Germany's D is DEU everywhere but in a zone."""
    return 'DEU' if printed == 'D' else printed


def label(file, person, lines, expect, why):
    entry = {'file': file, 'doc': 'none', 'mrz': [], 'check_digits_ok': True, 'expect': expect, 'why': why}
    if person is None:
        return entry
    entry.update(doc='TD3' if len(lines) == 2 else 'TD1', mrz=lines, check_digits_ok=not person.get('wrong_digit'))
    if len(lines) != 2:
        return entry
    primary, _, secondary = lines[0][5:].rstrip('<').partition('<<')
    # What the zone says; what a cut-off or marked name looks like in print is under `printed`.
    entry['fields'] = {
        'passport_number': person['number'],
        'surname_english': primary.replace('<', ' '),
        'given_name_english': secondary.replace('<', ' '),
        'holder_country_code': code(person['nationality']),
        'birth_date': person['birth'],
        'sex': person['sex'],
        'expiry_date': person['expiry'],
        'issuing_country_code': code(person['issuer']),
        'document_type': person.get('type', 'P'),
        'optional_data_mrz': person.get('optional', ''),
    }
    printed = {'surname': person['surname'].upper(), 'given_names': person.get('given', '').upper(), 'issue_date': person['issue'], 'birth_place': person['birthplace'].upper()}
    if 'national_name' in person:
        printed['name'] = person['national_name']
    entry['printed'] = printed
    return entry


def save(image, path):
    if path.name == 'photo.jpg':
        image.save(path, 'BMP')
    elif path.suffix == '.png':
        image.save(path, optimize=True)
    elif path.name == 'IMG_2064.jpg':
        exif = Image.Exif()
        exif[0x0112] = 6
        image.save(path, 'JPEG', quality=80, exif=exif)
    else:
        image.save(path, 'JPEG', quality=80)


def main(wanted):
    labels = []
    for file, person, design, look, view, expect, why in SPECIMENS:
        lines = [] if person is None else td1(person) if design is designs.card else td3(person)
        labels.append(label(file, person, lines, expect, why))
        if wanted and file not in wanted:
            continue
        rng = np.random.default_rng(zlib.crc32(file.encode()))
        image = voucher(rng) if person is None else view(design(person, lines, LOOKS[look], rng), LOOKS[look], rng)
        save(image, HERE / file)
        print(f'{(HERE / file).stat().st_size / 1000:7.0f} kB  {image.width}x{image.height}  {file}')
    text = json.dumps(labels, ensure_ascii=False, indent='\t') + '\n'
    # The lines of a zone on one line, as the formatter of the project has it.
    text = re.sub(r'\[\s+("[^\]]*")\s+\]', lambda match: '[' + re.sub(r',\s+', ', ', match[1]) + ']', text)
    (HERE / 'labels.json').write_text(text, 'utf8')


if __name__ == '__main__':
    main(sys.argv[1:])
