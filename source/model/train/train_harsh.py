"""Continues the recogniser's training on lines as poor pictures have them, and trains the second reader beside it from nothing.
usage: python3 train_harsh.py START.pt FIRST.pt SECOND.pt (fit.py lists the options)
"""
import numpy as np
import torch
import harsh
import lines
from fit import arguments, fit
from network import Recogniser, Second
from train_ocrb import loss_of


def draw(rng, **type_of):
    kind = rng.random()
    if kind < 0.05:
        return lines.nothing(rng)[None], np.zeros(lines.STEPS, np.int64)
    if kind < 0.2:
        image, centres, labels, erased = lines.sample(rng)
        return image[None], lines.targets(centres, labels, erased)
    image, *rest = harsh.sample(rng, **type_of)
    return image[None], harsh.targets(*rest)


if __name__ == '__main__':
    args = arguments('start', 'first', 'second', samples=400_000, warm=300, cool_from=36_000, cool_to=72_000, seed=2, batch=32)
    torch.manual_seed(args.seed)
    recogniser = Recogniser()
    recogniser.load_state_dict(torch.load(args.start, map_location='cpu'))
    for network, path in zip(fit(args, [(recogniser, 1.5e-3), (Second(), 3e-3)], draw, loss_of), (args.first, args.second)):
        torch.save(network.state_dict(), path)
