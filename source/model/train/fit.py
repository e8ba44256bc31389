"""One training run: samples drawn as they are needed, a running average of the weights, an ONNX file at the end."""
import argparse
import copy
import time
import numpy as np
import torch
from schedule import cosine_then_cool


class Drawn(torch.utils.data.Dataset):
    """Sample number `index` is drawn from (seed, index), whatever the number of workers."""

    def __init__(self, draw, seed, count):
        self.draw, self.seed, self.count = draw, seed, count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return self.draw(np.random.default_rng([self.seed, index]))


def arguments(*files, **defaults):
    """Command line: the files, then [--samples N] [--seed S] [--batch B] [--warm STEPS] [--cool-from N] [--cool-to N] [--workers W]."""
    parser = argparse.ArgumentParser()
    for name in files:
        parser.add_argument(name)
    for name, value in {**defaults, 'workers': 1}.items():
        parser.add_argument('--' + name.replace('_', '-'), type=type(value), default=value)
    return parser.parse_args()


def follow(average, model, step):
    keep = min(0.998, (step + 1) / (step + 20))
    with torch.no_grad():
        for mine, theirs in zip(average.state_dict().values(), model.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.mul_(keep).add_(theirs, alpha=1 - keep)
            else:
                mine.copy_(theirs)


def fit(args, networks, draw, loss_of):
    """Trains (network, highest rate) pairs side by side on (input, wanted) from `draw(rng)` until sample `cool_to`. Returns their averages."""
    torch.set_num_threads(1)
    shape = cosine_then_cool(args.samples // args.batch, args.cool_from // args.batch, args.cool_to // args.batch, args.warm)
    runs = []
    for network, rate in networks:
        optimiser = torch.optim.AdamW(network.parameters(), rate, weight_decay=1e-2)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, shape)
        runs.append((network, copy.deepcopy(network), optimiser, schedule))
        print(sum(p.numel() for p in network.parameters()), 'parameters', flush=True)
    samples = Drawn(draw, args.seed, min(args.samples, args.cool_to))
    loader = torch.utils.data.DataLoader(samples, args.batch, drop_last=True, num_workers=args.workers, prefetch_factor=8)
    begin, recent = time.time(), []
    for step, (images, wanted) in enumerate(loader):
        losses = []
        for network, average, optimiser, schedule in runs:
            loss = loss_of(network(images), wanted)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            follow(average, network, step)
            losses.append(loss.item())
        recent.append(losses)
        if step % 100 == 99:
            seen = (step + 1) * args.batch
            print(f'{seen} samples  loss {np.mean(recent[-100:], 0).round(4)}  {seen / (time.time() - begin):.1f}/s', flush=True)
    return [average.eval() for _, average, _, _ in runs]


def export(network, path, example, **onnx):
    torch.onnx.export(network, example, path, opset_version=13, **onnx)
