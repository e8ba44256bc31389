"""Trains the OCR-B recogniser from drawn lines. usage: python3 train_ocrb.py OUT.onnx (fit.py lists the options)"""
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

if __name__ == '__main__':
    fit(
        arguments(samples=240_000, cool_from=62_400, cool_to=80_000, seed=1, batch=32),
        Recogniser, draw, lambda output, wanted: entropy(output.reshape(-1, output.shape[-1]), wanted.reshape(-1)),
        torch.zeros(2, 1, lines.HEIGHT, lines.WIDTH),
        input_names=['lines'], output_names=['log_probabilities'], dynamic_axes={'lines': {0: 'n'}, 'log_probabilities': {0: 'n'}},
    )
