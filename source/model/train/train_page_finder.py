"""Trains the finder of passports that cannot be read, from drawn sheets. usage: python3 train_page_finder.py OUT.onnx (fit.py lists the options)"""
import cv2
import torch
import sheet_pages
from export_print import halve
from fit import arguments, export, fit
from network import PageFinder
from train_locator import loss_of

if __name__ == '__main__':
    args = arguments('out', samples=60_000, warm=100, cool_from=18_000, cool_to=36_000, seed=31, batch=8)
    torch.manual_seed(args.seed)
    cv2.setNumThreads(1)
    sheet_pages.begin()
    [finder] = fit(args, [(PageFinder(), 3e-3)], sheet_pages.sample, loss_of)
    export(
        finder, args.out, torch.zeros(1, 1, sheet_pages.SIZE, sheet_pages.SIZE), input_names=['sheet'], output_names=['maps'],
        dynamic_axes={'sheet': {2: 'height', 3: 'width'}, 'maps': {2: 'eighth_height', 3: 'eighth_width'}},
    )
    halve(args.out)
