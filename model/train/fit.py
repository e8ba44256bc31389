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


def arguments(**defaults):
    """Command line OUT.onnx [--samples N] [--seed S] [--batch B] [--rate R] [--cool-from N] [--cool-to N] [--workers W]."""
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    for name, value in {**defaults, 'workers': 1, 'rate': 3e-3}.items():
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


def fit(args, make, draw, loss_of, example, **onnx):
    """Trains `make()` on (input, wanted) pairs from `draw(rng)` until sample `cool_to`, and exports the average."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    model = make().to(memory_format=torch.channels_last)
    average = copy.deepcopy(model)
    steps = args.samples // args.batch
    optimiser = torch.optim.AdamW(model.parameters(), args.rate, weight_decay=1e-2)
    rate = cosine_then_cool(steps, args.cool_from // args.batch, args.cool_to // args.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    samples = Drawn(draw, args.seed, min(args.samples, args.cool_to))
    loader = torch.utils.data.DataLoader(samples, args.batch, drop_last=True, num_workers=args.workers, prefetch_factor=8)
    print(sum(p.numel() for p in model.parameters()), 'parameters', flush=True)
    begin, recent = time.time(), []
    for step, (images, wanted) in enumerate(loader):
        loss = loss_of(model(images.contiguous(memory_format=torch.channels_last)), wanted)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        follow(average, model, step)
        recent.append(loss.item())
        if step % 100 == 99:
            seen = (step + 1) * args.batch
            print(f'{seen} samples  loss {np.mean(recent[-100:]):.4f}  {seen / (time.time() - begin):.1f}/s', flush=True)
    torch.onnx.export(average.eval(), example, args.out, opset_version=13, **onnx)
