"""Weights between those that a training began with and those that it ended with. usage: python3 mix.py BEGUN.pt ENDED.pt SHARE-OF-ENDED OUT.pt

What learned much new forgot a little of the old; between the two it knows both (Wortsman et al., Robust fine-tuning of zero-shot models, 2022).
"""
import sys
import torch

if __name__ == '__main__':
    begun, ended, share, out = sys.argv[1:]
    begun, ended, share = torch.load(begun, map_location='cpu'), torch.load(ended, map_location='cpu'), float(share)
    torch.save({name: (begun[name] * (1 - share) + value * share if value.dtype.is_floating_point else value) for name, value in ended.items()}, out)
