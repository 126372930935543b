#!/usr/bin/env python3
"""Takes the least used attention heads and inner neurons out of a trained reader, the same number from each layer.

    train/prune.py --data ../shared/data --heads 8 --ffn 1024 train/run/done.pt train/run/pruned.pt

How much one is used: what the losses would change by without it, to the first order, squared and summed over batches
(Molchanov et al., 2019). What is left has to be trained on: train.py --start.
"""

import argparse
import random
import types

import torch

import batches
import losses
import train


def importances(net, docs, count):
    """[layers][heads] and [layers][inner neurons]."""
    net.eval()  # No dropout: the same weights are weighed each time.
    heads = [torch.zeros(layer.heads) for layer in net.layers]
    inner = [torch.zeros(layer.down.in_features) for layer in net.layers]
    streams = [list(batches.batches(d, [120, 200], 1500, random.Random(7), augment=False)) for d in docs]
    rng = random.Random(11)
    for i in range(count):
        net.zero_grad()
        losses.total(losses.losses(net, rng.choice(streams[i % len(streams)]))).backward()
        for k, layer in enumerate(net.layers):
            out, down = layer.out.weight, layer.down.weight
            heads[k] += (out * out.grad).sum(0).view(layer.heads, layer.width).sum(1) ** 2
            inner[k] += (down * down.grad).sum(0) ** 2
    return heads, inner


def prune(net, heads, inner, keep_heads, keep_inner):
    state = net.state_dict()
    for k, layer in enumerate(net.layers):
        n, h, w = f"layers.{k}.", layer.heads, layer.width
        kept = heads[k].topk(keep_heads).indices.sort().values
        columns = (kept[:, None] * w + torch.arange(w)).flatten()
        rows = torch.cat([columns + part * h * w for part in range(3)])
        for what in ("weight", "bias"):
            state[f"{n}qkv.{what}"] = state[f"{n}qkv.{what}"][rows]
        state[f"{n}out.weight"] = state[f"{n}out.weight"][:, columns]
        kept = inner[k].topk(keep_inner).indices.sort().values
        for what in ("weight", "bias"):
            state[f"{n}up.{what}"] = state[f"{n}up.{what}"][kept]
        state[f"{n}down.weight"] = state[f"{n}down.weight"][:, kept]
    return state


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--data", required=True)
    a.add_argument("--heads", type=int, required=True)
    a.add_argument("--ffn", type=int, required=True)
    a.add_argument("--batches", type=int, default=240)
    a.add_argument("checkpoint")
    a.add_argument("output")
    args = a.parse_args()
    torch.manual_seed(5)
    saved = torch.load(args.checkpoint, weights_only=False)
    saved["meta"]["config"].setdefault("head_width", saved["meta"]["config"]["hidden"] // saved["meta"]["config"]["heads"])
    saved["meta"]["config"].setdefault("coref", train.CONFIG["coref"])
    torch.save(saved, args.output)
    net, meta, corpora, _ = train.build(types.SimpleNamespace(data=args.data, start=args.output, dropout=0.0))
    streams = [corpora[c] for c in ("ewt", "gum", "names", "polnear", "ewt", "names")]
    weighed = importances(net, streams, args.batches)
    state = prune(net, *weighed, args.heads, args.ffn)
    meta["config"].update(heads=args.heads, ffn=args.ffn)
    torch.save({"net": state, "meta": meta}, args.output)
    for k, (h, i) in enumerate(zip(*weighed)):
        lost = [(x.topk(len(x) - keep, largest=False).values.sum() / x.sum()).item() for x, keep in ((h, args.heads), (i, args.ffn))]
        print(f"layer {k}: without {lost[0]:.3f} of what the heads weigh and {lost[1]:.3f} of the neurons")


if __name__ == "__main__":
    main()
