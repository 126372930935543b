#!/usr/bin/env python3
"""How well PLOVER's labelled sentences are told apart, source and target given: five-fold, macro-F1 over the 15 roots.

    train/plover_folds.py --data ../shared/data --start run3/done.pt --events own.conllu --news-events news.conllu --work run-folds

For each fold a reader that has never seen PLOVER's sentences (--start must be such a one) is first taught events on our own sentences and
on marked news (once, for all folds), then the types on the four other fifths; its encoder moves. A sentence is known by the vectors of
its source, its target and of all its words. A fold is every fifth sentence by the order of the checksums of their texts.
"""

import argparse
import collections
import hashlib
import json
import os
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import batches
import events
import losses
import train

ROOTS = ["AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
         "MOBILIZE", "COERCE", "ASSAULT"]


class Teller(nn.Module):
    """The type of a sentence from its words' vectors and from the scores of the reader's own heads."""

    def __init__(self, width):
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.hidden = nn.Linear(4 * width, 256)
        self.out = nn.Linear(256 + 16, len(ROOTS))

    def forward(self, x, scores, b):
        rows = []
        for (d, first, end), at in zip(b.windows, b.base):
            n = end - first
            own, said = x[at:at + n], scores[at:at + n]
            part = lambda words: own[words[0] - first:words[1] - first].mean(0) if words and first <= words[0] < words[1] <= end else own.mean(0)
            vector = torch.cat([part(d.doc.pair[0]), part(d.doc.pair[1]), own.mean(0), own.max(0)[0]])
            rows.append(torch.cat([F.relu(self.hidden(self.drop(vector))), said.max(0)[0][1:17]]))
        return self.out(torch.stack(rows))


def run(net, b):
    """Vectors and scores of types of all words of a batch, from one pass."""
    kept = []
    hook = net.projection.register_forward_pre_hook(lambda _, args: kept.append(args[0]))
    p = net.encode(b)
    hook.remove()
    return kept[-1], net.take(p, "event")


def fold_of(docs):
    order = sorted(range(len(docs)), key=lambda i: hashlib.md5(" ".join(docs[i].doc.words).encode()).hexdigest())
    return {i: k % 5 for k, i in enumerate(order)}


def teach(net, teller, docs, minutes, rate, rng):
    body = [w for w in net.parameters() if w.requires_grad]
    opt = torch.optim.AdamW([{"params": body, "peak": rate}, {"params": teller.parameters(), "peak": 1e-3}], weight_decay=0.01)
    began = time.time()
    while (progress := (time.time() - began) / (60 * minutes)) < 1:
        for b in batches.batches([d for d in docs], [200], 1500, rng):
            progress = (time.time() - began) / (60 * minutes)
            if progress >= 1:
                break
            for g in opt.param_groups:
                g["lr"] = g["peak"] * train.rate_at(progress)
            net.train(), teller.train()
            gold = torch.tensor([ROOTS.index(d.doc.pair[2]) for d, _, _ in b.windows])
            loss = F.cross_entropy(teller(*run(net, b), b), gold)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(body, 1.0)
            opt.step()


@torch.no_grad()
def tell(net, teller, docs):
    net.eval(), teller.eval()
    out = []
    for b in batches.batches(docs, [400], 3000, random.Random(1), augment=False):
        best = teller(*run(net, b), b).argmax(1).tolist()
        out += [(d.doc.pair[2], ROOTS[k]) for (d, first, _), k in zip(b.windows, best) if first == 0]
    return out


def macro(pairs):
    scores = {}
    for root in ROOTS:
        right = sum(g == root and f == root for g, f in pairs)
        found, gold = sum(f == root for _, f in pairs), sum(g == root for g, _ in pairs)
        scores[root] = 2 * right / (found + gold) if found + gold else 0.0
    return sum(scores.values()) / len(ROOTS), scores


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--data", required=True)
    a.add_argument("--start", required=True)
    a.add_argument("--events", required=True)
    a.add_argument("--news-events")
    a.add_argument("--work", required=True)
    a.add_argument("--first", type=float, default=5, help="minutes of learning events")
    a.add_argument("--minutes", type=float, default=2, help="of each fold")
    a.add_argument("--threads", type=int, default=2)
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(3)
    os.makedirs(args.work, exist_ok=True)
    args.teacher, args.dropout = None, 0.1
    net, _, docs, _ = train.build(args)
    rng = random.Random(7)
    base = os.path.join(args.work, "base.pt")
    if os.path.exists(base):
        net.load_state_dict(torch.load(base))
    else:
        learn_events(net, docs, args, rng)
        torch.save(net.state_dict(), base)
    pairs = docs["pairs"]
    folds = fold_of(pairs)
    everything, per_fold = [], []
    for k in range(5):
        net.load_state_dict(torch.load(base))
        teller = Teller(net.projection.in_features)
        teach(net, teller, [d for i, d in enumerate(pairs) if folds[i] != k], args.minutes, 1.2e-4, rng)
        told = tell(net, teller, [d for i, d in enumerate(pairs) if folds[i] == k])
        everything += told
        per_fold.append(round(100 * macro(told)[0], 1))
        print(f"fold {k + 1}: {len(told)} sentences, macro-F1 {per_fold[-1]}", flush=True)
    mean, scores = macro(everything)
    right = sum(g == f for g, f in everything) / len(everything)
    print(json.dumps({"macro_f1": round(100 * mean, 1), "folds": per_fold, "accuracy": round(100 * right, 1),
                      "sentences": len(everything), "by_root": {r: round(100 * s, 1) for r, s in scores.items()}}))


def learn_events(net, docs, args, rng):
    opt = torch.optim.AdamW([w for w in net.parameters() if w.requires_grad], lr=1.5e-4, weight_decay=0.01)
    began = time.time()
    material = docs["events"] + 2 * docs.get("news-events", [])
    while time.time() - began < 60 * args.first:
        for b in batches.batches(material, [70, 120, 180], 1500, rng):
            progress = (time.time() - began) / (60 * args.first)
            if progress >= 1:
                break
            for g in opt.param_groups:
                g["lr"] = 1.5e-4 * train.rate_at(progress)
            net.train()
            opt.zero_grad(set_to_none=True)
            losses.total(losses.losses(net, b, None)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            opt.step()


if __name__ == "__main__":
    main()
