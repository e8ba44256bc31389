"""Trains the MRZ locator from drawn pages. usage: python3 train_locator.py OUT.onnx (fit.py lists the options)"""
import torch
import pages
from fit import arguments, export, fit
from network import Locator


def draw(rng):
    image, maps = pages.sample(rng)
    return image[None], maps


def loss_of(output, wanted):
    """Cross-entropy, the rare ones weighted up, and the overlap of each map (Dice)."""
    output = output.clamp(1e-4, 1 - 1e-4)
    entropy = -(3 * wanted * output.log() + (1 - wanted) * (1 - output).log()).mean()
    both = (output * wanted).sum((0, 2, 3))
    dice = 1 - (2 * both + 1) / ((output ** 2).sum((0, 2, 3)) + (wanted ** 2).sum((0, 2, 3)) + 1)
    return entropy + 0.3 * dice.mean()


if __name__ == '__main__':
    args = arguments('out', samples=32_000, warm=200, cool_from=13_200, cool_to=20_000, seed=11, batch=8)
    torch.manual_seed(args.seed)
    [locator] = fit(args, [(Locator(), 3e-3)], draw, loss_of)
    export(
        locator, args.out, torch.zeros(1, 1, 640, 640), input_names=['page'], output_names=['maps'],
        dynamic_axes={'page': {2: 'height', 3: 'width'}, 'maps': {2: 'quarter_height', 3: 'quarter_width'}},
    )
