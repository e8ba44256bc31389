"""Trains the MRZ locator from drawn pages. usage: python3 train_locator.py OUT.onnx [--samples N] [--seed S] [--workers W]"""
import argparse
import copy
import time
import numpy as np
import torch
import pages
from network import Locator
from schedule import cosine_then_cool


class Drawn(torch.utils.data.Dataset):
    def __init__(self, seed, count):
        self.seed, self.count = seed, count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        image, maps = pages.sample(np.random.default_rng([self.seed, index]))
        return image[None], maps


def export(model, path):
    model = copy.deepcopy(model).eval()
    torch.onnx.export(model, torch.zeros(1, 1, 640, 640), path, input_names=['page'], output_names=['maps'], opset_version=13)


def loss_of(output, wanted):
    """Cross-entropy, the rare ones weighted up, and the overlap of each map (Dice)."""
    output = output.clamp(1e-4, 1 - 1e-4)
    entropy = -(3 * wanted * output.log() + (1 - wanted) * (1 - output).log()).mean()
    both = (output * wanted).sum((0, 2, 3))
    dice = 1 - (2 * both + 1) / ((output ** 2).sum((0, 2, 3)) + (wanted ** 2).sum((0, 2, 3)) + 1)
    return entropy + 0.3 * dice.mean(), dice.mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    parser.add_argument('--samples', type=int, default=32_000)
    parser.add_argument('--seed', type=int, default=11)
    parser.add_argument('--workers', type=int, default=1)
    parser.add_argument('--batch', type=int, default=8)
    parser.add_argument('--rate', type=float, default=3e-3)
    parser.add_argument('--cool-from', type=int, default=13_200)
    parser.add_argument('--cool-to', type=int, default=20_000)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    model = Locator().to(memory_format=torch.channels_last)
    average = copy.deepcopy(model)
    steps = args.samples // args.batch
    optimiser = torch.optim.AdamW(model.parameters(), args.rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, cosine_then_cool(steps, args.cool_from // args.batch, args.cool_to // args.batch))
    loader = torch.utils.data.DataLoader(Drawn(args.seed, steps * args.batch), args.batch, num_workers=args.workers, prefetch_factor=8)
    print(sum(p.numel() for p in model.parameters()), 'parameters', flush=True)
    begin, recent = time.time(), []
    for step, (images, wanted) in enumerate(loader):
        output = model(images.contiguous(memory_format=torch.channels_last))
        loss, dice = loss_of(output, wanted)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        keep = min(0.998, (step + 1) / (step + 20))
        with torch.no_grad():
            for mine, theirs in zip(average.state_dict().values(), model.state_dict().values()):
                if mine.dtype.is_floating_point:
                    mine.mul_(keep).add_(theirs, alpha=1 - keep)
                else:
                    mine.copy_(theirs)
        recent.append(dice.item())
        if step % 100 == 99:
            seen = (step + 1) * args.batch
            print(f'{seen} samples  dice {np.mean(recent[-100:]):.4f}  {seen / (time.time() - begin):.1f}/s', flush=True)
        if step % 500 == 499:
            export(average, args.out)
        if (step + 1) * args.batch >= args.cool_to:
            break
    export(average, args.out)
    torch.save(average.state_dict(), args.out.replace('.onnx', '.pt'))


if __name__ == '__main__':
    main()
