"""Trains the reader of printed text. usage: python3 train_print.py STATE.pt [--strips N] [--cool] [--begin READER.onnx] [--seed S] [--batch B] [--rate R]

Continues with STATE.pt for N more strips if that exists; else begins from the reader of OCR-B, or from an earlier reader of
printed text (--begin ../print.onnx). With --cool the rate falls evenly to nothing over the strips: the last part of a
training. STATE.pt is written every few minutes, so a run can be cut short.
"""
import argparse
import copy
import os
import time
import cv2
import numpy as np
import torch
from torch import nn
import print_strips
from fit import Drawn, follow
from measure_print import errors, unseen_strips
from print_network import PrintReader, begin_from

REPLAYED = 6000  # strips kept to be seen again: drawing one costs as much as learning from it
WARM = 150
CTC_FROM = 24_000  # strips; until then only the class of each step counts, from then on the text counts more
LONGEST = 190


def draw(rng):
    image, steps, text = print_strips.strip(rng)
    padded = np.zeros(LONGEST + 1, np.int64)
    padded[0] = min(len(text), LONGEST)
    padded[1:1 + padded[0]] = text[:LONGEST]
    return image[None].astype(np.float16), steps, padded


def again(images):
    """Strips that were seen before, a little otherwise."""
    count = len(images)
    images = images.float()
    images = torch.roll(images, int(torch.randint(-1, 2, ())), 2)
    images = images * (0.8 + 0.4 * torch.rand(count, 1, 1, 1)) + 0.2 * torch.randn(count, 1, 1, 1)
    return images + torch.randn_like(images) * 0.25 * torch.rand(count, 1, 1, 1) ** 2


def loss_of(output, steps, text, ctc):
    frames = nn.functional.nll_loss(output.reshape(-1, output.shape[-1]), steps.reshape(-1), ignore_index=-100)
    if not ctc:
        return frames
    lengths = text[:, 0]
    rows = torch.full_like(lengths, output.shape[1])
    return 0.3 * frames + 0.7 * nn.functional.ctc_loss(output.transpose(0, 1), text[:, 1:], rows, lengths, zero_infinity=True)


def start(args):
    reader = PrintReader()
    if os.path.exists(args.state):
        state = torch.load(args.state, map_location='cpu')
        reader.load_state_dict(state['reader'])
        average = copy.deepcopy(reader)
        average.load_state_dict(state['average'])
        return reader, average, state['optimiser'], state['seen']
    images = torch.tensor(np.stack([print_strips.strip(np.random.default_rng([99, i]))[0] for i in range(48)]))[:, None]
    begin_from(reader, args.begin, images)
    return reader, copy.deepcopy(reader), None, 0


def save(args, reader, average, optimiser, seen):
    torch.save({'reader': reader.state_dict(), 'average': average.state_dict(), 'optimiser': optimiser.state_dict(), 'seen': seen}, args.state + '.new')
    os.replace(args.state + '.new', args.state)


def train(args):
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    reader, average, optimiser_state, seen = start(args)
    reader = reader.to(memory_format=torch.channels_last).train()
    print(sum(p.numel() for p in reader.parameters()), 'parameters,', seen, 'strips seen', flush=True)
    optimiser = torch.optim.AdamW(reader.parameters(), args.rate, weight_decay=1e-2)
    if optimiser_state:
        optimiser.load_state_dict(optimiser_state)
    half = args.batch // 2
    # The seed of a run and what was seen before it: a run that continues draws other strips.
    loader = torch.utils.data.DataLoader(Drawn(draw, args.seed + seen, args.strips // 2), half, drop_last=True, num_workers=1, prefetch_factor=16)
    held = unseen_strips(48, seed=1000)
    kept, first, begin, saved, recent = [], seen, time.time(), time.time(), []
    for step, fresh in enumerate(loader):
        kept = (kept + [fresh])[-REPLAYED // half:]
        old = kept[int(torch.randint(len(kept), ()))]
        images = torch.cat([fresh[0].float(), again(old[0])]).contiguous(memory_format=torch.channels_last)
        steps, text = (torch.cat([a, b]) for a, b in zip(fresh[1:], old[1:]))
        share = (seen - first) / args.strips
        rate = args.rate * (1 - share if args.cool else min(1, (step + 1) / WARM))
        for group in optimiser.param_groups:
            group['lr'] = rate
        with torch.autocast('cpu', dtype=torch.bfloat16):
            features = reader.body(images)
        output = torch.log_softmax(reader.head(features.float().squeeze(2)), 1).transpose(1, 2)
        loss = loss_of(output, steps, text, seen > CTC_FROM)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
        optimiser.step()
        follow(average, reader, seen // args.batch)
        seen += args.batch
        recent.append(loss.item())
        if step % 100 == 99:
            print(f'{seen} strips  loss {np.mean(recent[-100:]):.4f}  {(seen - first) / (time.time() - begin):.1f}/s', flush=True)
        if time.time() - saved > 150:
            save(args, reader, average, optimiser, seen)
            print(f'{seen} strips  wrong characters on unseen type {errors(average, held):.4f}', flush=True)
            saved = time.time()
    save(args, reader, average, optimiser, seen)
    print(f'{seen} strips  wrong characters on unseen type {errors(average, held):.4f}', flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('state')
    parser.add_argument('--strips', type=int, default=200_000)
    parser.add_argument('--cool', action='store_true')
    parser.add_argument('--begin', default='../ocrb.onnx')
    parser.add_argument('--seed', type=int, default=21)
    parser.add_argument('--batch', type=int, default=32)
    parser.add_argument('--rate', type=float, default=2e-3)
    train(parser.parse_args())
