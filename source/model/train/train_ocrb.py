"""Trains the recogniser of OCR-B on plainly drawn lines. usage: python3 train_ocrb.py OUT.pt (fit.py lists the options)"""
import numpy as np
import torch
from torch import nn
import lines
from fit import arguments, fit
from network import Recogniser


def draw(rng):
    if rng.random() < 0.06:
        return lines.nothing(rng)[None], np.zeros(lines.STEPS, np.int64)
    image, centres, labels, erased = lines.sample(rng)
    return image[None], lines.targets(centres, labels, erased)


entropy = nn.CrossEntropyLoss(ignore_index=-100)


def loss_of(output, wanted):
    return entropy(output.reshape(-1, output.shape[-1]), wanted.reshape(-1))


if __name__ == '__main__':
    args = arguments('out', samples=240_000, warm=200, cool_from=62_400, cool_to=80_000, seed=1, batch=32)
    torch.manual_seed(args.seed)
    [recogniser] = fit(args, [(Recogniser(), 3e-3)], draw, loss_of)
    torch.save(recogniser.state_dict(), args.out)
