"""How well the reader of printed text reads drawn strips in typefaces that it never saw. usage: python3 measure_print.py STATE.pt [--strips N]"""
import argparse
import numpy as np
import torch
import print_strips
from print_network import PrintReader


def unseen_strips(count, seed):
    """Strips in typefaces that are never trained on: images, and the classes of each one's characters."""
    drawn = [print_strips.strip(np.random.default_rng([seed, i]), unseen=True) for i in range(count)]
    return torch.tensor(np.stack([image for image, _, _ in drawn]))[:, None], [text for _, _, text in drawn]


def decode(classes):
    """Classes a step to classes a character: repeats joined, nothing dropped."""
    return [int(c) for i, c in enumerate(classes) if c and (i == 0 or c != classes[i - 1])]


def edits(found, text):
    """Levenshtein's table: edits from the first i items of `found` to the first j of `text`."""
    rows = [list(range(len(text) + 1))]
    for i, x in enumerate(found, 1):
        above, row = rows[-1], [i]
        for j, y in enumerate(text, 1):
            row.append(min(above[j - 1] + (x != y), above[j] + 1, row[j - 1] + 1))
        rows.append(row)
    return rows


def aligned(found, text):
    """For each item of `found` what `text` has in its place; None where it has nothing."""
    rows, out, i, j = edits(found, text), [], len(found), len(text)
    while i > 0:
        if j > 0 and rows[i][j] == rows[i - 1][j - 1] + (found[i - 1] != text[j - 1]):
            i, j = i - 1, j - 1
            out.append(text[j])
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
            out.append(None)
        else:
            j -= 1
    return out[::-1]


def read(reader, images):
    was = reader.training
    reader.eval()
    with torch.no_grad():
        out = torch.cat([reader(images[i:i + 16]) for i in range(0, len(images), 16)])
    reader.train(was)
    return out


def errors(reader, held):
    """The share of characters that are read wrongly, left out or added."""
    images, texts = held
    best = read(reader, images).argmax(2).tolist()
    return sum(edits(decode(one), text)[-1][-1] for one, text in zip(best, texts)) / sum(map(len, texts))


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('state')
    parser.add_argument('--strips', type=int, default=600)
    args = parser.parse_args()
    reader = PrintReader()
    reader.load_state_dict(torch.load(args.state, map_location='cpu')['average'])
    print(f'wrong characters on unseen type {errors(reader, unseen_strips(args.strips, seed=1001)):.4f}')
