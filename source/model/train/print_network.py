"""The reader of printed text: a strip, 32 rows and any width that 4 divides, to log probabilities of the classes, one row a step of 4 pixels."""
import onnx
import torch
from onnx import numpy_helper
from torch import nn
import lines
from network import Along, Recogniser
from print_alphabet import ALPHABET, BASES, MARKS, PARTS

CLASSES = len(ALPHABET) + 1


class Far(nn.Module):
    """Residual convolution along the line that looks at every third step: whether a word or a number is around. Begins as nothing."""

    def __init__(self, channels):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(channels, channels, (1, 5), 1, (0, 6), dilation=(1, 3), bias=False), nn.BatchNorm2d(channels))
        nn.init.zeros_(self.body[1].weight)

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Head(nn.Module):
    """A class is its base letter and its marks, and a little of its own: É is learned from E and from every acute accent."""

    def __init__(self, channels):
        super().__init__()
        self.nothing = nn.Parameter(torch.zeros(1, channels + 1))
        self.base = nn.Parameter(torch.randn(len(BASES), channels + 1) * channels ** -0.5)
        self.mark = nn.Parameter(torch.zeros(len(MARKS), channels + 1))
        self.own = nn.Parameter(torch.zeros(len(PARTS), channels + 1))
        parts = torch.zeros(len(PARTS), len(BASES) + len(MARKS))
        for row, (base, marks) in enumerate(PARTS):
            parts[row, base] = 1
            for mark in marks:
                parts[row, len(BASES) + mark] = 1
        self.register_buffer('parts', parts, persistent=False)

    def weights(self):
        return torch.cat([self.nothing, self.parts @ torch.cat([self.base, self.mark]) + self.own])

    def forward(self, x):
        weights = self.weights()
        return nn.functional.conv1d(x, weights[:, :-1, None], weights[:, -1])


class PrintReader(nn.Module):
    def __init__(self, width=(16, 32, 64, 96)):
        super().__init__()
        self.body = nn.Sequential(*Recogniser(2, width).body, Far(width[3]), Along(width[3]))
        nn.init.zeros_(self.body[-1].body[1].weight)
        self.head = Head(width[3])

    def forward(self, x):
        return torch.log_softmax(self.head(self.body(x).squeeze(2)), 1).transpose(1, 2)


class Plain(nn.Module):
    """A trained reader as it ships: the head as one convolution, log probabilities divided by `temperature`."""

    def __init__(self, reader, temperature):
        super().__init__()
        self.body, weights = reader.body, reader.head.weights().detach() / temperature
        self.head = nn.Conv1d(weights.shape[1] - 1, weights.shape[0], 1)
        self.head.weight.data, self.head.bias.data = weights[:, :-1, None].contiguous(), weights[:, -1].contiguous()

    def forward(self, x):
        return torch.log_softmax(self.head(self.body(x).squeeze(2)), 1).transpose(1, 2)


def written(path):
    """The weights of an ONNX file's convolutions in their order: (weight, bias), whose scales were folded away when it was written."""
    graph = onnx.load(path).graph
    held = {tensor.name: torch.tensor(numpy_helper.to_array(tensor)).float() for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == 'Cast' and node.input[0] in held:
            held[node.output[0]] = held[node.input[0]]
    return [(held[node.input[1]], held[node.input[2]]) for node in graph.node if node.op_type == 'Conv']


def begin_from(reader, path, images):
    """Takes the weights of another reader: of OCR-B, or of an earlier one of printed text. Scales are measured again on `images`."""
    given = written(path)
    convs = [m for m in reader.body.modules() if isinstance(m, nn.Conv2d)][:len(given) - 1]
    norms = [m for m in reader.body.modules() if isinstance(m, nn.BatchNorm2d)][:len(convs)]
    for conv, (weight, _) in zip(convs, given):
        conv.weight.data.copy_(weight)

    def measure(bias):
        def hook(norm, inputs):
            mean, variance = inputs[0].mean((0, 2, 3)), inputs[0].var((0, 2, 3))
            norm.weight.data.copy_(torch.sqrt(variance + norm.eps))
            norm.bias.data.copy_(bias + mean)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
        return hook

    hooks = [norm.register_forward_pre_hook(measure(bias)) for norm, (_, bias) in zip(norms, given)]
    reader.eval()
    with torch.no_grad():
        reader(images)
        for hook in hooks:
            hook.remove()
        weight, bias = given[-1]
        take_head(reader.head, torch.cat([weight.flatten(1), bias[:, None]], 1))
    reader.train()


def take_head(head, rows):
    head.nothing[0] = rows[0]
    if len(rows) == CLASSES:  # this reader's own: what letters and marks have in common, and the rest
        shared = torch.linalg.pinv(head.parts) @ rows[1:]
        head.base.copy_(shared[:len(BASES)])
        head.mark.copy_(shared[len(BASES):])
        head.own.copy_(rows[1:] - head.parts @ shared)
        return
    for row, base in enumerate(BASES):
        if base.upper() in lines.ALPHABET:
            head.base[row] = rows[1 + lines.ALPHABET.index(base.upper())]
