"""Goes on with both readers on other harsh lines, more of them in type that is not OCR-B, and writes them for use.
usage: python3 train_longer.py FIRST.pt SECOND.pt OCRB.onnx SECOND.onnx (fit.py lists the options)
"""
import functools
import torch
import lines
from fit import arguments, export, fit
from network import Recogniser, Second
from train_harsh import draw
from train_ocrb import loss_of

if __name__ == '__main__':
    args = arguments('first', 'second', 'ocrb', 'other', samples=240_000, warm=300, cool_from=56_000, cool_to=120_000, seed=4, batch=32)
    torch.manual_seed(args.seed)
    networks = []
    for network, rate, path in ((Recogniser(), 1e-3, args.first), (Second(), 2e-3, args.second)):
        network.load_state_dict(torch.load(path, map_location='cpu'))
        networks.append((network, rate))
    names = {'input_names': ['lines'], 'output_names': ['log_probabilities'], 'dynamic_axes': {'lines': {0: 'n'}, 'log_probabilities': {0: 'n'}}}
    for network, path in zip(fit(args, networks, functools.partial(draw, ocr_b=0.68), loss_of), (args.ocrb, args.other)):
        export(network, path, torch.zeros(2, 1, lines.HEIGHT, lines.WIDTH), **names)
