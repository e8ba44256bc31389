"""Draws pages for measuring, harsher than most people's pictures. usage: python3 draw_test_pages.py FOLDER [--doc TD3|TD1|TD2|MRV-A|MRV-B] [--count N] [--seed S]

Writes FOLDER/page-00001.jpg … and FOLDER/labels.jsonl, a line {file, doc, mrz, check_digits_ok, kind} a page. Seeds of
100,000 and more are never trained on; one page in ten is set in a typeface that was not trained on.
"""
import argparse
import json
import os
import cv2
import numpy as np
import lines
import pages
import plausible
from damage import smooth_noise

KINDS = ['plain', 'blur', 'motion', 'small', 'dark', 'glare', 'shadow', 'slant', 'jpeg', 'noise', 'stamp', 'thumb', 'screen', 'faint', 'bent', 'two things']
TEXTS = {'TD3': plausible.td3, 'TD1': plausible.td1, 'TD2': plausible.td2, 'MRV-A': plausible.mrva, 'MRV-B': plausible.mrvb}


def draw(rng, kind, doc):
    """A picture 0 to 1 of a page, its lines, and whether its type was held out."""
    other = rng.random() < 0.1
    font = lines.HELD_OUT[0] if other else lines.OCR_B[int(rng.integers(len(lines.OCR_B)))]
    while True:
        flat, found, texts = pages.document(rng, doc, font, TEXTS[doc], back=doc == 'TD1')
        h, w = flat.shape
        if w > 1.2 * h * 0.5 and len(found) == len(texts) and found[0][0] > 0 and found[0][1] < w:
            break
    kinds = [kind] if kind != 'two things' else list(rng.choice(KINDS[1:-1], 2, replace=False))
    if 'stamp' in kinds:
        flat = stamp(rng, flat, found)
    if 'faint' in kinds:
        flat = flat.mean() + (flat - flat.mean()) * rng.uniform(0.2, 0.45)
    width = 1100 if 'small' not in kinds else int(rng.uniform(330, 520))
    high = int(width * max(0.75, h / w * 0.9))
    angle = rng.normal(0, 4) + 90 * int(rng.integers(4)) * (rng.random() < 0.25)
    radians = np.deg2rad(angle)
    size = np.array([abs(w * np.cos(radians)) + abs(h * np.sin(radians)), abs(w * np.sin(radians)) + abs(h * np.cos(radians))])
    s = min(width / size[0], high / size[1]) * rng.uniform(0.8, 0.99)
    corners = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    turn = np.array([[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]])
    moved = ((corners - [w / 2, h / 2]) @ turn.T) * s + [width / 2, high / 2]
    if 'slant' in kinds:
        moved += rng.normal(0, 0.03, moved.shape) * width
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    if s < 0.8:
        flat = cv2.GaussianBlur(flat, (0, 0), 0.35 / s)
    ground = np.clip(rng.uniform(0, 1) + smooth_noise(rng, (high, width), 90) * 0.1, 0, 1)
    mask = cv2.warpPerspective(np.ones_like(flat), matrix, (width, high))
    image = (ground * (1 - mask) + cv2.warpPerspective(flat, matrix, (width, high)) * mask).astype(np.float32)
    pitch = 2.54 / pages.SHAPES[doc][0] * w * s

    def somewhere_on_the_zone():
        x0, x1, y, _ = found[int(rng.integers(len(found)))]
        return cv2.perspectiveTransform(np.array([[[rng.uniform(x0, x1), y]]], np.float32), matrix)[0, 0]

    yy, xx = np.mgrid[0:high, 0:width].astype(np.float32)
    if 'bent' in kinds:
        wave = rng.uniform(0.2, 0.5) * pitch * np.sin(xx / (pitch * rng.uniform(6, 16)) + rng.uniform(0, 6))
        image = cv2.remap(image, xx, (yy + wave).astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if 'thumb' in kinds:  # at the edge: over fillers, over the number, or beside the zone
        x, y = somewhere_on_the_zone()
        r = pitch * rng.uniform(1, 4)
        cover = 1 / (1 + np.exp(np.clip((((xx - x) / r) ** 2 + ((yy - y - r) / (r * 1.6)) ** 2 - 1) * 6, -30, 30)))
        image = image * (1 - cover) + cover * rng.uniform(0.3, 0.8)
    if 'screen' in kinds:
        period = rng.uniform(2.2, 7)
        image = image * (1 + rng.uniform(0.04, 0.16) * np.sin(2 * np.pi * (xx + yy * rng.normal(0, 0.3)) / period))
    if 'blur' in kinds:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.06, 0.16) * pitch)
    if 'motion' in kinds:
        n = int(max(3, pitch * rng.uniform(0.15, 0.4)))
        kernel = np.zeros((n, n), np.float32)
        kernel[n // 2 if rng.random() < 0.5 else slice(None), slice(None) if rng.random() < 0.5 else n // 2] = 1
        image = cv2.filter2D(image, -1, kernel / kernel.sum())
    if 'dark' in kinds:
        image = image * rng.uniform(0.12, 0.35)
    if 'glare' in kinds:
        x, y = somewhere_on_the_zone()
        r = pitch * rng.uniform(1, 6)
        image = image + np.exp(-(((xx - x) / r) ** 2 + ((yy - y) / (r * rng.uniform(0.4, 1))) ** 2) ** rng.uniform(0.7, 2)) * rng.uniform(0.3, 1.2)
    if 'shadow' in kinds:
        shade = np.ones((high, width), np.float32)
        cv2.fillPoly(shade, [(rng.uniform(-0.2, 1.2, (4, 2)) * [width, high]).astype(np.int32)], float(rng.uniform(0.25, 0.7)))
        image = image * cv2.GaussianBlur(shade, (0, 0), rng.uniform(1, 20))
    noise = rng.uniform(0.03, 0.09) if 'noise' in kinds else rng.uniform(0.0, 0.02)
    image = np.clip(image + rng.normal(0, noise, image.shape), 0, 1)
    return image, texts, int(rng.integers(8, 22)) if 'jpeg' in kinds else int(rng.integers(55, 92)), other


def stamp(rng, flat, found):
    """Rings and a bar of a round stamp over the zone, lighter than the type."""
    x0, x1, y, k = found[0]
    layer = np.zeros(flat.shape, np.float32)
    at = (int(rng.uniform(x0, x1)), int(y + rng.normal(0, 3) * k))
    for share in (1.0, 0.82):
        cv2.circle(layer, at, int(k * rng.uniform(4, 7) * share), 1.0, max(1, int(k * 0.15)), cv2.LINE_AA)
    cv2.rectangle(layer, (at[0] - int(4 * k), at[1] - int(k * 0.6)), (at[0] + int(4 * k), at[1] + int(k * 0.6)), 1.0, max(1, int(k * 0.12)), cv2.LINE_AA)
    return flat * (1 - layer * rng.uniform(0.2, 0.6))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--doc', choices=list(TEXTS), default='TD3')
    parser.add_argument('--count', type=int, default=500)
    parser.add_argument('--seed', type=int, default=100_000)
    args = parser.parse_args()
    pages.STRIPS = pages.Strips(np.random.default_rng(args.seed))
    os.makedirs(args.folder, exist_ok=True)
    with open(os.path.join(args.folder, 'labels.jsonl'), 'w') as labels:
        for n in range(args.count):
            rng = np.random.default_rng([args.seed, n])
            kind = KINDS[n % len(KINDS)]
            image, texts, quality, other = draw(rng, kind, args.doc)
            name = f'page-{n:05d}.jpg'
            cv2.imwrite(os.path.join(args.folder, name), (image * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
            labels.write(json.dumps({'file': name, 'doc': args.doc, 'mrz': list(texts), 'check_digits_ok': True, 'kind': kind + (' other type' if other else '')}) + '\n')


if __name__ == '__main__':
    main()
