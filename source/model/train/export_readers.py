"""Writes both readers for use. usage: python3 export_readers.py FIRST.pt SECOND.pt OCRB.onnx SECOND.onnx"""
import sys
import torch
import lines
from fit import export
from network import Recogniser, Second

if __name__ == '__main__':
    first, second, *out = sys.argv[1:]
    names = {'input_names': ['lines'], 'output_names': ['log_probabilities'], 'dynamic_axes': {'lines': {0: 'n'}, 'log_probabilities': {0: 'n'}}}
    for network, weights, path in zip((Recogniser(), Second()), (first, second), out):
        network.load_state_dict(torch.load(weights, map_location='cpu'))
        export(network.eval(), path, torch.zeros(2, 1, lines.HEIGHT, lines.WIDTH), **names)
