"""Trains the OCR-B recogniser from drawn lines. usage: python3 train_ocrb.py OUT.onnx [--samples N] [--seed S] [--workers W]

Every sample is drawn from (seed, index), so a run can be repeated whatever the number of workers.
"""
import argparse
import copy
import time
import numpy as np
import torch
from torch import nn
import lines
from network import Recogniser
from schedule import cosine_then_cool


class Drawn(torch.utils.data.Dataset):
    def __init__(self, seed, count):
        self.seed, self.count = seed, count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        rng = np.random.default_rng([self.seed, index])
        if rng.random() < 0.06:
            return lines.nothing(rng)[None], np.zeros(lines.STEPS, np.int64)
        image, centres, labels, erased = lines.sample(rng)
        return image[None], lines.targets(centres, labels, erased)


def export(model, path):
    model = copy.deepcopy(model).eval()
    torch.onnx.export(model, torch.zeros(2, 1, lines.HEIGHT, lines.WIDTH), path, input_names=['lines'], output_names=['log_probabilities'],
                      dynamic_axes={'lines': {0: 'n'}, 'log_probabilities': {0: 'n'}}, opset_version=13)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    parser.add_argument('--samples', type=int, default=240_000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--workers', type=int, default=1)
    parser.add_argument('--batch', type=int, default=32)
    parser.add_argument('--rate', type=float, default=3e-3)
    parser.add_argument('--cool-from', type=int, default=62_400)
    parser.add_argument('--cool-to', type=int, default=80_000)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    model = Recogniser().to(memory_format=torch.channels_last)
    average = copy.deepcopy(model)
    steps = args.samples // args.batch
    optimiser = torch.optim.AdamW(model.parameters(), args.rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, cosine_then_cool(steps, args.cool_from // args.batch, args.cool_to // args.batch))
    loader = torch.utils.data.DataLoader(Drawn(args.seed, steps * args.batch), args.batch, num_workers=args.workers, prefetch_factor=8)
    loss_of = nn.CrossEntropyLoss(ignore_index=-100)
    print(sum(p.numel() for p in model.parameters()), 'parameters', flush=True)
    begin, seen, recent = time.time(), 0, []
    for step, (images, wanted) in enumerate(loader):
        images = images.contiguous(memory_format=torch.channels_last)
        output = model(images)
        loss = loss_of(output.reshape(-1, output.shape[-1]), wanted.reshape(-1))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        keep = min(0.998, (step + 1) / (step + 20))
        with torch.no_grad():
            for mine, theirs in zip(average.state_dict().values(), model.state_dict().values()):
                if mine.dtype.is_floating_point:
                    mine.mul_(keep).add_(theirs, alpha=1 - keep)
                else:
                    mine.copy_(theirs)
        seen += len(images)
        recent.append(loss.item())
        if step % 100 == 99:
            print(f'{seen} samples  loss {np.mean(recent[-100:]):.4f}  {seen / (time.time() - begin):.0f}/s', flush=True)
        if step % 1000 == 999:
            export(average, args.out)
        if seen >= args.cool_to:
            break
    export(average, args.out)
    torch.save(average.state_dict(), args.out.replace('.onnx', '.pt'))


if __name__ == '__main__':
    main()
