"""Paper, and what happens to a picture of it."""
import cv2
import numpy as np

PITCH = 16.55  # pixels a character in the recogniser's input: 44 characters and 1.2 pitches of margin at each end fill its width


def smooth_noise(rng, shape, cells):
    small = rng.normal(0, 1, (max(2, shape[0] // cells), max(2, shape[1] // cells))).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def background(rng, shape, ink=0.7):
    """Paper without writing, 0 to 1. Patterns stay weaker than the ink (0 to 1) that will be on them."""
    paper = np.full(shape, rng.uniform(0.55, 1.0), np.float32)
    if rng.random() < 0.6:
        paper += smooth_noise(rng, shape, int(rng.integers(20, 120))) * rng.uniform(0, 0.08)
    if rng.random() < 0.5:  # guilloche: families of fine wavy lines
        x = np.arange(shape[1], dtype=np.float32)[None]
        y = np.arange(shape[0], dtype=np.float32)[:, None]
        for _ in range(int(rng.integers(1, 4))):
            period = rng.uniform(4, 30)
            angle = rng.uniform(0, np.pi)
            wave = rng.uniform(0, 12) * np.sin(x / rng.uniform(15, 90) + rng.uniform(0, 6))
            paper += min(rng.uniform(0.01, 0.14), ink * rng.uniform(0.05, 0.3)) * np.sin((x * np.cos(angle) + y * np.sin(angle) + wave) * (2 * np.pi / period)).astype(np.float32)
    if rng.random() < 0.4:
        paper += rng.normal(0, rng.uniform(0.005, 0.04), shape).astype(np.float32)
    return paper


def damage(rng, image, pitch):
    """Blur, small size, noise, glare and JPEG, at the final scale. image 0 to 1; pitch in pixels."""
    high, wide = image.shape
    if rng.random() < 0.45:  # small pictures: down, then up again
        factor = rng.uniform(5.0, 14.0) / pitch
        if factor < 1:
            image = cv2.resize(image, (max(8, int(wide * factor)), max(8, int(high * factor))), interpolation=cv2.INTER_AREA)
            if rng.random() < 0.4:
                image = jpeg(rng, image)
            image = cv2.resize(image, (wide, high), interpolation=rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC]))
    blur = rng.random()
    if blur < 0.35:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1.9) * pitch / PITCH)
    elif blur < 0.47:
        length = int(rng.integers(2, 8))
        kernel = np.zeros((length, length), np.float32)
        angle = rng.uniform(0, np.pi)
        for t in np.linspace(-0.5, 0.5, length * 2):
            kernel[int(round((length - 1) * (0.5 + t * np.sin(angle)))), int(round((length - 1) * (0.5 + t * np.cos(angle))))] = 1
        image = cv2.filter2D(image, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
    if rng.random() < 0.3:
        image = image + smooth_noise(rng, image.shape, int(rng.integers(40, 200))) * rng.uniform(0, 0.12)
    if rng.random() < 0.08:  # moire of a screen
        x = np.arange(wide, dtype=np.float32)[None]
        y = np.arange(high, dtype=np.float32)[:, None]
        image = image * (1 + rng.uniform(0.03, 0.15) * np.sin(x * rng.uniform(0.5, 2.8) + y * rng.uniform(-2, 2)))
    if rng.random() < 0.6:
        image = image + rng.normal(0, rng.uniform(0.003, 0.07) * rng.uniform(0.1, 1), image.shape).astype(np.float32)
    image = np.clip(image, 0, 1).astype(np.float32)
    return jpeg(rng, image) if rng.random() < 0.35 else image


def jpeg(rng, image, worst=8, best=80):
    ok, data = cv2.imencode('.jpg', (np.clip(image, 0, 1) * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(worst, best))])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
