"""What hides a page on a sheet: things over it, light, ink, tears, blur. Each takes (rng, page, there) and returns both.

A page is float32 [rows, columns], grey 0 to 1, FLAT pixels a millimetre; `there` is 1 where it has paper, of the same shape.
"""
import cv2
import numpy as np
from damage import jpeg, smooth_noise
from print_text import pick

FLAT = 3  # pixels a millimetre


def spot(rng, page):
    """A place near the foot of a page, where a passport has its MRZ."""
    high, wide = page.shape
    return rng.uniform(0.05, 0.95) * wide, rng.uniform(0.74, 0.98) * high


def laid(page, cover, tone):
    cover = cv2.GaussianBlur(cover, (0, 0), 0.8)
    return page * (1 - cover) + cover * tone


def strips(rng, page, there):
    """Tape, corrections, black bars."""
    high, wide = page.shape
    cover = np.zeros_like(page)
    for _ in range(int(rng.integers(1, 5))):
        if rng.random() < 0.6:
            left, top = rng.uniform(-0.05, 0.8) * wide, rng.uniform(0.7, 0.9) * high
            cv2.rectangle(cover, (int(left), int(top)), (int(left + rng.uniform(8, 125) * FLAT), int(top + rng.uniform(2.5, 16) * FLAT)), 1, -1)
        else:
            left, top = rng.uniform(0, 1) * wide, rng.uniform(0, 0.75) * high
            cv2.rectangle(cover, (int(left), int(top)), (int(left + rng.uniform(2, 25) * FLAT), high), 1, -1)
    return laid(page, cover, pick(rng, [0, 1, rng.uniform(0, 1)])), there


def things(rng, page, there):
    """What is held or put over a page: fingers, notes, sheets of paper with and without writing."""
    for _ in range(int(rng.integers(1, 4))):
        cover = np.zeros_like(page)
        x, y = spot(rng, page)
        tone = rng.uniform(0.1, 0.95) + smooth_noise(rng, page.shape, 20) * 0.05
        kind = rng.random()
        if kind < 0.5:
            cv2.ellipse(cover, (int(x), int(y)), (int(rng.uniform(6, 22) * FLAT), int(rng.uniform(5, 15) * FLAT)), rng.uniform(0, 180), 0, 360, 1, -1)
            angle = rng.uniform(0, 2 * np.pi)
            cv2.line(cover, (int(x), int(y)), (int(x + 600 * np.cos(angle)), int(y + 600 * abs(np.sin(angle)))), 1, int(rng.uniform(8, 22) * FLAT))
        elif kind < 0.85:
            corners = cv2.boxPoints(((x, y), (rng.uniform(20, 80) * FLAT, rng.uniform(15, 60) * FLAT), rng.uniform(0, 90)))
            cv2.fillPoly(cover, [corners.astype(np.int32)], 1)
            for row in range(int(rng.integers(0, 5))):
                at = (corners[0] * (5 - row) + corners[1] * (row + 1)) / 6, (corners[3] * (5 - row) + corners[2] * (row + 1)) / 6
                start, end = (at[0] * 0.85 + at[1] * 0.15).astype(int), (at[0] * 0.2 + at[1] * 0.8).astype(int)
                cv2.line(tone, tuple(start.tolist()), tuple(end.tolist()), float(rng.uniform(0, 0.5)), int(rng.integers(1, 5)))
        else:
            high, wide = page.shape
            cover[int(rng.uniform(0.7, 0.92) * high):] = 1
            if rng.random() < 0.4:
                cover[:] = 0
                cover[:, int(rng.uniform(0.3, 0.75) * wide):] = 1
                cover = cover[:, ::-1].copy() if rng.random() < 0.5 else cover
        page = laid(page, cover, tone)
    return page, there


def scribble(rng, page, there):
    cover = np.zeros_like(page)
    t = np.linspace(0, 1, 40)[:, None]
    for _ in range(int(rng.integers(2, 12))):
        a, b, c, d = (np.array(spot(rng, page)) for _ in range(4))
        line = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d
        cv2.polylines(cover, [line.astype(np.int32)], False, 1, int(rng.uniform(1, 6) * FLAT))
    return laid(page, cover, rng.uniform(0, 0.3)), there


def light(rng, page, there):
    y, x = np.mgrid[0:page.shape[0], 0:page.shape[1]].astype(np.float32)
    for _ in range(int(rng.integers(1, 4))):
        cx, cy = spot(rng, page)
        power = pick(rng, [2, 4])
        glow = np.exp(-(np.abs(x - cx) / (rng.uniform(10, 50) * FLAT)) ** power - (np.abs(y - cy) / (rng.uniform(5, 20) * FLAT)) ** power)
        page = page + glow * rng.uniform(0.5, 2)
    return np.clip(page, 0, 1), there


def dark(rng, page, there):
    """A shadow with edges, at times over all of the page."""
    cover = np.zeros_like(page)
    corners = rng.uniform(-0.3, 1.3, (int(rng.integers(3, 6)), 2)) * page.shape[::-1]
    cv2.fillPoly(cover, [corners.astype(np.int32)], 1)
    cover = cv2.GaussianBlur(cover, (0, 0), rng.uniform(0.5, 12)) if rng.random() < 0.7 else np.ones_like(page)
    return np.clip(page * (1 - cover * rng.uniform(0.6, 0.97)), 0, 1), there


def coarse(rng, page, there):
    high, wide = page.shape
    size = rng.uniform(1, 3.6) * FLAT
    small = cv2.resize(page, (max(4, int(wide / size)), max(4, int(high / size))), interpolation=cv2.INTER_AREA)
    small = jpeg(rng, small) if rng.random() < 0.5 else small
    large = cv2.resize(small, (wide, high), interpolation=pick(rng, [cv2.INTER_NEAREST, cv2.INTER_LINEAR, cv2.INTER_CUBIC]))
    if rng.random() < 0.7:
        return large, there
    page = page.copy()
    page[int(0.75 * high):] = large[int(0.75 * high):]
    return page, there


def blurred(rng, page, there):
    if rng.random() < 0.6:
        return cv2.GaussianBlur(page, (0, 0), rng.uniform(0.6, 2.4) * FLAT), there
    length = int(rng.uniform(2, 7) * FLAT)
    kernel = np.zeros((length, length), np.float32)
    angle = rng.uniform(0, np.pi)
    for t in np.linspace(-0.5, 0.5, length * 3):
        kernel[int(round((length - 1) * (0.5 + t * np.sin(angle)))), int(round((length - 1) * (0.5 + t * np.cos(angle))))] = 1
    return cv2.filter2D(page, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE), there


def folded(rng, page, there):
    """A strip of the page is inside a fold."""
    high, wide = page.shape
    y = rng.uniform(0.7, 0.95) * high
    rows, columns = np.arange(high, dtype=np.float32), np.arange(wide, dtype=np.float32)
    rows = np.where(rows < y, rows, rows + rng.uniform(2, 12) * FLAT)
    if rng.random() < 0.4:
        x = rng.uniform(0.2, 0.8) * wide
        columns = np.where(columns < x, columns, columns + rng.uniform(5, 45) * FLAT)
    maps = [one.astype(np.float32) for one in np.meshgrid(columns, rows)]
    page, there = (cv2.remap(one, *maps, cv2.INTER_LINEAR, borderValue=0) for one in (page, there))
    crease = np.exp(-np.abs(np.arange(high) - y) / (1.5 * FLAT))[:, None] * rng.uniform(0, 0.6)
    return np.clip(page * (1 - crease), 0, 1).astype(np.float32), there


def torn(rng, page, there):
    """A corner or a side is gone."""
    high, wide = page.shape
    t = np.linspace(0, 1, 25)[:, None]
    a, b = np.array([rng.uniform(0.2, 1.1) * wide, high * 1.05]), np.array([-0.05 * wide, high * rng.uniform(0.2, 1)])
    corners = np.concatenate([a * (1 - t) + b * t + rng.normal(0, 2, (25, 2)), [[-60, high + 60]]])
    if rng.random() < 0.5:
        corners[:, 0] = wide - corners[:, 0]
    gone = np.zeros_like(there)
    cv2.fillPoly(gone, [corners.astype(np.int32)], 1)
    return page, there * (1 - gone)


def faint(rng, page, there):
    share = rng.uniform(0.03, 0.3)
    page = rng.uniform(0.3, 0.95) + (page - page.mean()) * share + rng.normal(0, 0.008, page.shape)
    return np.clip(page, 0, 1).astype(np.float32), there


def copied(rng, page, there):
    """A photocopy: black and white, with little between."""
    middle = np.quantile(page, rng.uniform(0.1, 0.6))
    return np.clip((page - middle) * rng.uniform(3, 20) + rng.uniform(0.3, 0.7), 0, 1).astype(np.float32), there


def wavy(rng, page, there):
    x, y = np.meshgrid(np.arange(page.shape[1], dtype=np.float32), np.arange(page.shape[0], dtype=np.float32))
    y = y + rng.uniform(0.5, 3.5) * FLAT * np.sin(x / (rng.uniform(8, 40) * FLAT) * 6.283 + rng.uniform(0, 6)).astype(np.float32)
    return cv2.remap(page, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), there


def crumpled(rng, page, there):
    """Creases: facets of paper, each with a light of its own, and moved."""
    high, wide = page.shape[0] // 4, page.shape[1] // 4
    seeds = rng.uniform(0, 1, (int(rng.integers(6, 30)), 2)) * (wide, high)
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    facet = np.argmin([(x - a) ** 2 + (y - b) ** 2 for a, b in seeds], 0)
    move = rng.normal(0, 1.2 * FLAT, (len(seeds), 2)).astype(np.float32)[facet]
    shade = rng.normal(1, rng.uniform(0.05, 0.3), len(seeds)).astype(np.float32)[facet]
    across, down, shade = (cv2.resize(one, page.shape[::-1], interpolation=cv2.INTER_LINEAR) for one in (move[..., 0], move[..., 1], shade))
    x, y = np.meshgrid(np.arange(page.shape[1], dtype=np.float32), np.arange(page.shape[0], dtype=np.float32))
    page = cv2.remap(page, x + across, y + down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.clip(page * shade, 0, 1), there


def stained(rng, page, there):
    cover = np.clip(smooth_noise(rng, page.shape, int(rng.integers(20, 60))) * 2 + rng.uniform(-1, 1), 0, 1)
    return np.clip(cv2.GaussianBlur(page, (0, 0), rng.uniform(0.3, 3)) * (1 - cover * rng.uniform(0, 0.9)), 0, 1), there


DAMAGES = [strips, strips, things, things, scribble, light, light, dark, coarse, blurred, folded, torn, faint, copied, wavy, crumpled, stained]
