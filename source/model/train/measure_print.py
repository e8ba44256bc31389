"""How well the reader of printed text reads drawn strips, typeface by typeface, those first that it never saw. usage: python3 measure_print.py STATE.pt [--strips N]"""
import argparse
import numpy as np
import torch
import print_strips
import print_typefaces
from print_alphabet import ALPHABET, CLASS
from print_network import PrintReader


def unseen_strips(count, seed):
    """Strips in typefaces that are never trained on: images, and the classes of each one's characters."""
    return drawn_strips(count, seed, print_typefaces.MEASURED)


def drawn_strips(count, seed, faces, plain=False):
    drawn = [print_strips.strip(np.random.default_rng([seed, i]), faces, plain) for i in range(count)]
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


def shape_of(character):
    """The class for what often has one shape: a letter in both cases, O and 0, I and l and 1."""
    return CLASS.get('0' if character in 'Oo' else '1' if character in 'Il' else character.upper(), CLASS[character])


SHAPES = [0] + [shape_of(character) for character in ALPHABET]


def errors(reader, held, alike=False):
    """The share of characters that are read wrongly, left out or added; with `alike`, what has one shape is no error."""
    images, texts = held
    best = read(reader, images).argmax(2).tolist()
    same = (lambda classes: [SHAPES[c] for c in classes]) if alike else list
    return sum(edits(same(decode(one)), same(text))[-1][-1] for one, text in zip(best, texts)) / sum(map(len, texts))


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('state')
    parser.add_argument('--strips', type=int, default=24)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = PrintReader()
    reader.load_state_dict(torch.load(args.state, map_location='cpu')['average'])
    rows = [(print_typefaces.name_of(path), [path]) for path in print_typefaces.MEASURED]
    rows += [('all of these', print_typefaces.MEASURED), ('OCR-B', print_typefaces.OCR_B), ('sans serifs trained on', print_typefaces.USUAL), ('all trained on', None)]
    print('| typeface | plain | but for shapes alike | damaged | but for shapes alike |')
    for name, faces in rows:
        many = args.strips if faces and len(faces) == 1 else 8 * args.strips
        shares = [errors(reader, held, alike) for held in (drawn_strips(many, 1001, faces, True), drawn_strips(many, 1001, faces)) for alike in (False, True)]
        print(f'| {name} | ' + ' | '.join(f'{100 * share:.1f}%' for share in shares) + ' |', flush=True)
