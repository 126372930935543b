#!/usr/bin/env python3
"""Teaches events to a finished reader whose encoder stands still: minutes, and nothing else of it changes.

    train/event_heads.py --data ../shared/data --events own.conllu train/run3/done.pt train/run3/events.pt

The vectors of all words are computed once, as int8 would; then the heads of events go over them many times.
"""

import argparse
import random

import torch
import torch.nn as nn

import batches
import losses
import measure
import model as network
import pieces
import train

MINE = ("event", "mode", "status", "party_word", "party_trigger")


class Heads(nn.Module):
    """A Reader's columns and tables of events alone; what it gives for a row of vectors is put where the Reader's own stand."""

    def __init__(self, net):
        super().__init__()
        self.net, self.drop = net, nn.Dropout(0.2)
        self.parts = nn.ModuleDict({name: nn.Linear(net.config["hidden"], z - a)
                                    for name, (a, z) in net.columns.items() if name in MINE})
        self.tables = [net.party_distance, net.party_branch, *net.party_out.parameters()]

    def parameters(self):
        return [*self.parts.parameters(), *self.tables]

    def project(self, x):
        x, places, last = self.drop(x), [], 0
        for name, (a, z) in sorted(((n, self.net.columns[n]) for n in self.parts), key=lambda c: c[1]):
            places += [x.new_zeros(len(x), a - last), self.parts[name](x)]
            last = z
        return torch.cat([*places, x.new_zeros(len(x), self.net.projection.out_features - last)], 1)

    def put_back(self):
        with torch.no_grad():
            for name, part in self.parts.items():
                a, z = self.net.columns[name]
                self.net.projection.weight[a:z], self.net.projection.bias[a:z] = part.weight, part.bias


@torch.no_grad()
def vectors(net, docs):
    """The encoder's output for every batch, with the batch."""
    projection, net.projection = net.projection, nn.Identity()
    network.Linear.cut = True
    out = [(net.encode(b), b) for b in batches.batches(docs, [120, 200], 6000, random.Random(5), augment=False)]
    network.Linear.cut = False
    net.projection = projection
    return out


def arguments():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--data", required=True)
    a.add_argument("--events", required=True, help="train/own/events as `onrecord parse` reads it")
    a.add_argument("--rounds", type=int, default=25)
    a.add_argument("checkpoint")
    a.add_argument("output")
    return a.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    saved = torch.load(args.checkpoint, weights_only=False)
    meta = saved["meta"]
    corpus, dev = train.read_all(args.data, args.events)
    meta["labels"] = meta["labels"] | {k: v for k, v in train.label_sets(corpus).items() if k in ("event", "mode", "status", "party")}
    meta["config"] = train.CONFIG | meta["config"]
    net = network.Reader(meta["config"], meta["labels"])
    network.load_reader(net, saved)
    meta["columns"] = net.columns
    net.eval()
    cutter = pieces.WordPieces(meta["vocabulary"])
    made = vectors(net, train.prepare(corpus["events"] + corpus["pairs"], cutter, meta["labels"]))
    heads = Heads(net)
    opt = torch.optim.AdamW(heads.parameters(), weight_decay=0.02)
    for r in range(args.rounds):
        random.Random(r).shuffle(made)
        sums = 0.0
        for x, b in made:
            opt.param_groups[0]["lr"] = 2e-3 * (1 - r / args.rounds)
            heads.train(), net.eval()
            p = heads.project(x)
            net.encode, real = lambda _: p, net.encode  # The losses ask the Reader; its words are here already.
            loss = losses.total({k: v for k, v in losses.losses(net, b).items() if k in MINE or k in ("party", "pair")})
            net.encode = real
            opt.zero_grad()
            loss.backward()
            opt.step()
            sums += float(loss.detach())
        print(f"round {r}: {sums / len(made):.4f}", flush=True)
    heads.put_back()
    network.Linear.cut = True
    scores = measure.measure(net, [train.prepare(dev["events"], cutter, meta["labels"])])
    print(scores)
    torch.save({**saved, "net": net.state_dict(), "meta": meta, "scores": saved.get("scores", {}) | scores}, args.output)


if __name__ == "__main__":
    main()
