"""Trains the locator of printed text from drawn pages. usage: python3 train_print_locator.py OUT.onnx (fit.py lists the options)"""
import cv2
import torch
import print_pages
from export_print import halve
from fit import arguments, export, fit
from network import PrintLocator
from train_locator import loss_of as loss_of_cores


def loss_of(output, wanted):
    """Of the cores that of the MRZ locator; of the heights the distance, within cores."""
    high, is_high = output[:, 1], wanted[:, 1]
    inside = ((wanted[:, 0] > 0.5) & (is_high > 0.02)).float()
    distance = (inside * ((high - is_high).abs() / is_high.clamp(min=0.05))).sum() / (inside.sum() + 1)
    return loss_of_cores(output[:, :1], wanted[:, :1]) + 0.3 * distance


if __name__ == '__main__':
    args = arguments('out', samples=60_000, warm=200, cool_from=24_000, cool_to=34_000, seed=21, batch=8)
    torch.manual_seed(args.seed)
    cv2.setNumThreads(1)
    print_pages.begin()
    [locator] = fit(args, [(PrintLocator(), 3e-3)], print_pages.sample, loss_of)
    export(
        locator, args.out, torch.zeros(1, 1, 480, 832), input_names=['page'], output_names=['maps'],
        dynamic_axes={'page': {2: 'height', 3: 'width'}, 'maps': {2: 'half_height', 3: 'half_width'}},
    )
    halve(args.out)
