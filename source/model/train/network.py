"""The recogniser: one line of type, 32x768 grey, to 192 steps of 38 log probabilities (class 0 is blank)."""
import torch
from torch import nn


def conv(cin, cout, kernel=3, stride=1, padding=None):
    padding = kernel // 2 if padding is None else padding
    return nn.Sequential(nn.Conv2d(cin, cout, kernel, stride, padding, bias=False), nn.BatchNorm2d(cout), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.body = nn.Sequential(conv(channels, channels), nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Along(nn.Module):
    """Residual convolution along the line only."""

    def __init__(self, channels, kernel=5):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(channels, channels, (1, kernel), 1, (0, kernel // 2), bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Recogniser(nn.Module):
    def __init__(self, classes=38, width=(16, 32, 64, 96)):
        super().__init__()
        a, b, c, d = width
        self.body = nn.Sequential(
            conv(1, a, 3, 2), conv(a, b, 3, 2), Residual(b), Residual(b),
            conv(b, c, 3, (2, 1)), Residual(c),
            conv(c, d, (4, 1), 1, 0), Along(d), Along(d), Along(d),
        )
        self.head = nn.Conv2d(d, classes, 1)

    def forward(self, x):
        y = self.head(self.body(x)).squeeze(2)
        return torch.log_softmax(y, 1).transpose(1, 2)


class Second(nn.Module):
    """Another recogniser of the same lines, smaller and wider-eyed: where both agree, more is known than where one is sure."""

    def __init__(self, classes=38, width=(24, 32, 64, 96)):
        super().__init__()
        a, b, c, d = width
        self.body = nn.Sequential(conv(1, a, 5, 2), conv(a, b, 3, 2), Residual(b), conv(b, c, 3, (2, 1)), conv(c, d, (4, 1), 1, 0), Along(d, 3), Along(d, 3))
        self.head = nn.Conv2d(d, classes, 1)

    def forward(self, x):
        return torch.log_softmax(self.head(self.body(x)).squeeze(2), 1).transpose(1, 2)


class Locator(nn.Module):
    """Finds MRZ lines: grey page to a map at a quarter of its size, channels: any line's core, the top line's core, the line's ends."""

    def __init__(self, width=(8, 16, 32, 48), outputs=3):
        super().__init__()
        a, b, c, d = width
        self.stem = nn.Sequential(conv(1, a, 3, 2), conv(a, b, 3, 2), Residual(b))
        self.down1 = nn.Sequential(conv(b, c, 3, 2), Residual(c))
        self.down2 = nn.Sequential(conv(c, d, 3, 2), Residual(d), Residual(d))
        self.up1 = conv(d, c, 1)
        self.join1 = conv(c, c)
        self.up2 = conv(c, b, 1)
        self.join2 = conv(b, b)
        self.head = nn.Conv2d(b, outputs, 1)

    def forward(self, x):
        s4 = self.stem(x)
        s8 = self.down1(s4)
        s16 = self.down2(s8)
        y = self.join1(nn.functional.interpolate(self.up1(s16), scale_factor=2.0, mode='nearest') + s8)
        y = self.join2(nn.functional.interpolate(self.up2(y), scale_factor=2.0, mode='nearest') + s4)
        return torch.sigmoid(self.head(y))


class PrintLocator(nn.Module):
    """Finds lines of printed text: grey part of a page to maps at half its size, channels: any line's core, the height of its capitals."""

    def __init__(self, width=(8, 16, 32, 48), outputs=2):
        super().__init__()
        a, b, c, d = width
        self.first = conv(1, a, 3, 2)
        self.stem = nn.Sequential(conv(a, b, 3, 2), Residual(b))
        self.down1 = nn.Sequential(conv(b, c, 3, 2), Residual(c))
        self.down2 = nn.Sequential(conv(c, d, 3, 2), Residual(d), Residual(d))
        self.up1, self.join1 = conv(d, c, 1), conv(c, c)
        self.up2, self.join2 = conv(c, b, 1), conv(b, b)
        self.up3, self.join3 = conv(b, a, 1), conv(a, a)
        self.head = nn.Conv2d(a, outputs, 1)

    def forward(self, x):
        s2 = self.first(x)
        s4 = self.stem(s2)
        s8 = self.down1(s4)
        y = self.join1(larger(self.up1(self.down2(s8))) + s8)
        y = self.join2(larger(self.up2(y)) + s4)
        y = self.join3(larger(self.up3(y)) + s2)
        return torch.sigmoid(self.head(y))


class PageFinder(nn.Module):
    """Finds data pages of passports that cannot be read: grey sheet to maps at an eighth of its size, channels: the inner part of a page, the band of its MRZ."""

    def __init__(self, width=(8, 16, 40, 64), outputs=2):
        super().__init__()
        a, b, c, d = width
        self.stem = nn.Sequential(conv(1, a, 3, 2), conv(a, b, 3, 2), conv(b, c, 3, 2), Residual(c))
        self.down = nn.Sequential(conv(c, d, 3, 2), Residual(d), Residual(d))
        self.up, self.join = conv(d, c, 1), conv(c, c)
        self.head = nn.Conv2d(c, outputs, 1)

    def forward(self, x):
        s8 = self.stem(x)
        y = self.join(larger(self.up(self.down(s8))) + s8)
        return torch.sigmoid(self.head(y))


def larger(x):
    return nn.functional.interpolate(x, scale_factor=2.0, mode='nearest')
