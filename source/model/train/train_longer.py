"""Continues both readers' training on other harsh lines, more of them in type that is not OCR-B.
usage: python3 train_longer.py longer|wider|bent|settled FIRST.pt SECOND.pt FIRST-OUT.pt SECOND-OUT.pt (fit.py lists the options)
"""
import functools
import sys
import torch
import harsh
from fit import arguments, fit
from network import Recogniser, Second
from train_harsh import draw
from train_ocrb import loss_of

PARTS = {
    'longer': dict(seed=4, cool_from=56_000, cool_to=120_000, ocr_b=0.68, types=harsh.OTHER, bent=0.0),
    'wider': dict(seed=6, cool_from=45_000, cool_to=88_000, ocr_b=0.6, types=harsh.WIDER, bent=0.0),
    'bent': dict(seed=7, cool_from=30_000, cool_to=64_000, ocr_b=0.55, types=harsh.WIDEST, bent=0.6),
    'settled': dict(seed=8, cool_from=14_000, cool_to=48_000, ocr_b=0.68, types=harsh.WIDEST, bent=0.6),
}

if __name__ == '__main__':
    part = dict(PARTS[sys.argv.pop(1)])
    drawing = functools.partial(draw, **{name: part.pop(name) for name in ('ocr_b', 'types', 'bent')})
    args = arguments('first', 'second', 'first_out', 'second_out', samples=240_000, warm=300, batch=32, **part)
    torch.manual_seed(args.seed)
    networks = []
    for network, rate, path in ((Recogniser(), 1e-3, args.first), (Second(), 2e-3, args.second)):
        network.load_state_dict(torch.load(path, map_location='cpu'))
        networks.append((network, rate))
    for network, path in zip(fit(args, networks, drawing, loss_of), (args.first_out, args.second_out)):
        torch.save(network.state_dict(), path)
