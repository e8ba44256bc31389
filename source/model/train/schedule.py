"""The learning rate: a short warm-up, a cosine over the planned steps, and an even fall to nothing from where it is cut short."""
import math


def cosine_then_cool(steps, cool_from, cool_to, warm=200):
    def cosine(step):
        return min(1, (step + 1) / warm) * (0.5 + 0.5 * math.cos(math.pi * step / steps)) + 1e-3

    def rate(step):
        if step < cool_from:
            return cosine(step)
        return max(0.0, cosine(cool_from) * (cool_to - step) / (cool_to - cool_from))

    return rate
