"""Calibrates the reader of printed text, writes it for use, and measures it. usage: python3 export_print.py STATE.pt PRINT.onnx [--strips N]

The temperature is the one at which, of characters said to be right with a probability of p, a share of p is right: on
strips in typefaces that were never trained on. The figures are of other such strips.
"""
import argparse
import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from fit import export
from measure_print import aligned, decode, errors, read, unseen_strips
from print_alphabet import ALPHABET, CLASS
from print_network import Plain, PrintReader

BINS = (0, 1, 2, 3, 4, 6, 8)
# The same letter in the other case is no other reading: many have one shape.
TWIN = {CLASS[c]: CLASS.get(c.lower() if c != c.lower() else c.upper()) for c in ALPHABET}


def seen(reader, held):
    """Of every character that is read: its log odds against the next likely one that is not its other case, and whether it is right."""
    images, texts = held
    margins, right = [], []
    for scores, text in zip(read(reader, images), texts):
        best = scores.argmax(1).tolist()
        found, rows = decode(best), []
        for step, c in enumerate(best):
            if c and (step == 0 or c != best[step - 1]):
                rows.append([])
            if c:
                rows[-1].append(step)
        for c, steps, wanted in zip(found, rows, aligned(found, text)):
            peak = max(steps, key=lambda step: float(scores[step, c]))
            others = scores[peak].clone()
            others[c] = -1e9
            if TWIN.get(c):
                others[TWIN[c]] = -1e9
            margins.append(float(scores[peak, c] - others.max()))
            right.append(wanted in (c, TWIN.get(c)))
    return np.array(margins), np.array(right)


def temperature_of(margins, right):
    """The temperature under which the log odds predict best which characters are right."""
    def loss(t):
        odds = np.where(right, margins, -margins) / t
        return np.logaddexp(0, -odds).mean()
    return min(np.arange(0.5, 4, 0.05), key=loss)


def table(margins, right):
    low = -np.inf
    for high in (*BINS, np.inf):
        inside = (margins >= low) & (margins < high)
        if inside.any():
            print(f'| {low} to {high} | {inside.sum()} | {(~right[inside]).sum()} | {100 * (1 - right[inside].mean()):.2f}% |')
        low = high


def halve(path):
    """Stores the weights of an ONNX file in half precision; they are widened when it is loaded."""
    model = onnx.load(path)
    graph = model.graph
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 64:
            continue
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + '_half'))
        graph.node.insert(0, helper.make_node('Cast', [tensor.name + '_half'], [tensor.name], to=TensorProto.FLOAT))
    onnx.checker.check_model(model)
    onnx.save(model, path)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('state')
    parser.add_argument('out')
    parser.add_argument('--strips', type=int, default=600)
    args = parser.parse_args()
    reader = PrintReader().eval()
    reader.load_state_dict(torch.load(args.state, map_location='cpu')['average'])
    temperature = temperature_of(*seen(reader, unseen_strips(args.strips, seed=1002)))
    plain = Plain(reader, temperature).eval()
    export(plain, args.out, torch.zeros(1, 1, 32, 768), input_names=['strips'], output_names=['log_probabilities'],
           dynamic_axes={'strips': {0: 'n', 3: 'width'}, 'log_probabilities': {0: 'n', 1: 'steps'}})
    halve(args.out)
    held = unseen_strips(args.strips, seed=1001)
    print(f'temperature {temperature:.2f}; {sum(map(len, held[1]))} characters in unseen type, {100 * errors(plain, held):.2f}% wrong, left out or added')
    table(*seen(plain, held))
