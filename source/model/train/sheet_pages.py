"""Synthetic sheets for the finder of passports that cannot be read: documents on one picture, most of them damaged.

A sample is (image, maps): image float32 [1, SIZE, SIZE], PIXELS a millimetre, each pixel measured by those around it; maps
float32 [2, SIZE/CELL, SIZE/CELL]:
  0  the inner part of every data page of a passport, whatever is over it
  1  the band of its MRZ, likewise
"""
import cv2
import numpy as np
import pages
import print_pages
from damage import background, jpeg, smooth_noise
from print_text import pick
from sheet_damage import DAMAGES, FLAT
from sheet_documents import HIGH, WIDE, clutter, drawn, facing, grain

SIZE = 256
PIXELS = 1.25  # pixels a millimetre of a sheet, 3.175 a pitch
CELL = 8  # pixels for which the maps have one
POOL = 1200  # flat pages of passports, and of everything else
INNER = 0.7  # of a page's sides
LEFT = 0.35  # likeness of a damaged page to itself, at least
BAND = (6.6, 118.4, 70.5, 80.5)  # left, right, top and foot of the MRZ on a page, in millimetres
AROUND, LEAST, MOST = 41, 0.012, 4  # pixels by which each one is measured, least deviation of theirs, times that it may differ by


def measured(image, inside):
    """Each pixel by how much it differs from those around it; 0 outside of the picture."""
    share, mean, square = (cv2.blur(one * inside, (AROUND, AROUND), borderType=cv2.BORDER_CONSTANT) for one in (inside, image, image * image))
    share = share + 1e-6
    mean = mean / share
    deviation = np.sqrt(np.maximum(0, square / share - mean * mean)) + LEAST
    return (np.clip((image - mean) / deviation, -MOST, MOST) * inside).astype(np.float32)


def left_of(page, damaged, there):
    """How much of a page can still be seen as a sheet shows it: its likeness, 0 to 1."""
    ones = np.ones((round(page.shape[0] * PIXELS / FLAT), round(page.shape[1] * PIXELS / FLAT)), np.float32)
    one, other = (measured(cv2.resize(image.astype(np.float32), ones.shape[::-1], interpolation=cv2.INTER_AREA), ones) for image in (page, damaged * there))
    return (one * other).mean() / np.sqrt((one ** 2).mean() * (other ** 2).mean() + 1e-9)


def item(rng, seed, is_open):
    """(page, where it has paper, top of its data page or None); `is_open`: booklets may show the page above as well."""
    is_passport = rng.random() < 0.5
    flat = drawn(seed, 2 * int(rng.integers(POOL)) + (0 if is_passport else 1)).astype(np.float32) / 255
    page, there = flat, np.ones_like(flat)
    if rng.random() < (0.85 if is_passport else 0.4):
        for _ in range(1 if rng.random() < 0.7 else 2):
            page, there = pick(rng, DAMAGES)(rng, page, there)
        if is_passport and left_of(flat, page, there) < LEFT:  # what is left might be any paper
            page, there = flat, np.ones_like(flat)
    if is_passport and is_open and rng.random() < 0.6:
        beside = facing(rng)
        crease = np.exp(-np.abs(np.arange(2 * HIGH) - HIGH) / (2 * FLAT))[:, None] * rng.uniform(0, 0.6)
        return np.clip(np.vstack([beside, page]) * (1 - crease), 0, 1).astype(np.float32), np.vstack([np.ones_like(beside), there]), HIGH
    return page, there, 0 if is_passport else None


def middles(rng, scale, turn, tall):
    """Where documents are: in rows, as in a scanner, or anywhere."""
    if rng.random() < 0.4:
        across, down = (125 + rng.uniform(0, 25)) * scale, (tall + rng.uniform(0, 25)) * scale
        across, down = (across, down) if turn % 2 == 0 else (down, across)
        x0, y0 = rng.uniform(-0.4, 0.6) * across, rng.uniform(-0.4, 0.6) * down
        return [(x0 + i * across, y0 + j * down) for i in range(5) for j in range(5) if x0 + i * across < SIZE * 1.1 and y0 + j * down < SIZE * 1.1]
    found = []
    for _ in range(40):
        at = rng.uniform(-0.05, 1.05, 2) * SIZE
        if all(np.hypot(*(at - one)) > scale * (tall + rng.uniform(0, 40)) for one in found):
            found.append(at)
    return found[:int(rng.integers(1, 6))]


def corners_of(rng, shape, at, scale, angle):
    high, wide = shape
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = (np.array([[0, 0], [wide, 0], [wide, high], [0, high]]) - [wide / 2, high / 2]) @ rotation.T * scale + at
    return corners + (rng.normal(0, 3, (4, 2)) if rng.random() < 0.3 else 0)


def sample(rng, seed=31):
    image = np.full((SIZE, SIZE), rng.uniform(0, 1), np.float32)
    if rng.random() < 0.6:
        image += smooth_noise(rng, image.shape, int(rng.integers(3, 100))) * rng.uniform(0, 0.2)
    if rng.random() < 0.25:
        image = image * 0.5 + 0.5 * background(rng, image.shape)
    elif rng.random() < 0.5:
        image += grain(rng, image.shape) * rng.uniform(0.01, 0.3)
    if rng.random() < 0.3:
        image = clutter(rng, image)
    maps = np.zeros((2, SIZE // CELL, SIZE // CELL), np.float32)
    scale = PIXELS * np.exp(rng.normal(0, 0.06))
    turn = int(rng.integers(4))
    is_open = rng.random() < 0.5
    for at in middles(rng, scale, turn, 176 if is_open else 88):
        if rng.random() < 0.1:
            continue
        page, there, place = item(rng, seed, is_open)
        s = scale * (rng.uniform(0.7, 1.35) if rng.random() < 0.25 else np.exp(rng.normal(0, 0.04))) / FLAT
        angle = np.deg2rad(90 * (turn + (int(rng.integers(4)) if rng.random() < 0.2 else 0)) + rng.normal(0, pick(rng, [0.8, 5])))
        if rng.random() < 0.1:
            angle += rng.uniform(0, 6.3)
        corners = corners_of(rng, page.shape, at, s, angle)
        high, wide = page.shape
        matrix = cv2.getPerspectiveTransform(np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32), corners.astype(np.float32))
        cover = cv2.warpPerspective(there, matrix, (SIZE, SIZE))
        image = image * (1 - cover) + cv2.warpPerspective(cv2.GaussianBlur(page, (0, 0), 0.4 / s), matrix, (SIZE, SIZE)) * cover
        whole = np.round((corners / CELL - 0.4375) * 16).astype(np.int32)
        for channel in range(2):
            cv2.fillConvexPoly(maps[channel], whole, 0.0, cv2.LINE_AA, 4)
        if place is None:
            continue
        edge = (1 - INNER) / 2
        x0, x1, y0, y1 = (one * FLAT for one in BAND)
        for channel, (left, right, top, foot) in enumerate([(edge * WIDE, (1 - edge) * WIDE, edge * HIGH, (1 - edge) * HIGH), (x0, x1, y0, y1)]):
            box = np.array([[[left, top], [right, top], [right, foot], [left, foot]]], np.float32) + np.float32([0, place])
            seen = cv2.perspectiveTransform(box, matrix)[0] / CELL - 0.4375
            cv2.fillConvexPoly(maps[channel], np.round(seen * 16).astype(np.int32), 1.0, cv2.LINE_AA, 4)
    image = camera(rng, np.clip(image, 0, 1))
    inside = np.ones_like(image)
    for side in range(4):  # edges of the picture
        if rng.random() < 0.25:
            np.rot90(inside, side)[:int(rng.uniform(2, 70))] = 0
    small = cv2.resize(inside, (SIZE // CELL, SIZE // CELL), interpolation=cv2.INTER_AREA) > 0.5
    return measured(image, inside)[None], maps * small


def camera(rng, image):
    if rng.random() < 0.1:
        image = clutter(rng, image)
    if rng.random() < 0.3:
        image = image * np.clip(1 + smooth_noise(rng, image.shape, 120) * rng.uniform(0.05, 0.3), 0.15, 1.6)
    if rng.random() < 0.4:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 0.7))
    image = np.clip(image + rng.normal(0, rng.uniform(0, 0.02), image.shape), 0, 1).astype(np.float32)
    return jpeg(rng, image, 30, 90) if rng.random() < 0.1 else image


def begin():
    """Prepares what other modules draw with."""
    print_pages.begin()
    pages.STRIPS = pages.STRIPS or pages.Strips(np.random.default_rng(7))
