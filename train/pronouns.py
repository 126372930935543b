#!/usr/bin/env python3
"""Fits data/lexicon/en/pronoun_weights.tsv: how much each clue weighs when it is asked whom a pronoun stands for.

    onrecord eval clues gum-train.conllu > train.tsv
    onrecord eval clues gap-development.tsv > gap.tsv
    onrecord eval clues gum-dev.conllu > dev.tsv
    pronouns.py --train train.tsv --gap gap.tsv --dev dev.tsv --date 2026-11-24 > data/lexicon/en/pronoun_weights.tsv

Maximum likelihood over each pronoun's candidates and "none of them", by kind of pronoun; a case of GAP counts half. The
weight of the neural reader's odds is the one of ODDS that the development part likes best: those odds are surer on what the
reader was trained on. The five documents set aside (eval/sets/wikinews/aside) are in none of the three: `eval clues` leaves
them out. The clues of a pronoun depend on how those before it were joined, so fit, build and fit again until it stands.
"""

import argparse
import collections
import sys

import torch

GAP_SHARE = 0.5
DECAY = 0.003
STEPS = 400
ODDS = [0, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9]
KINDS = {"he": '"he", "she"', "it": '"it"', "they": '"they"'}


def read(path):
    """By kind of pronoun: for each pronoun its candidates as (right, entity, clues with the odds last)."""
    kinds = {kind: collections.OrderedDict() for kind in KINDS}
    with open(path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[5:]
        for line in lines:
            kind, case, right, entity, odds, *clues = line.rstrip("\n").split("\t")
            row = (float(right), int(entity), [float(value) for value in [*clues, odds]])
            kinds[kind].setdefault(case, []).append(row)
    return names, {kind: list(cases.values()) for kind, cases in kinds.items()}


class Cases:
    """Cases as tensors: place 0 of each stands for "none of them"."""

    def __init__(self, cases, width):
        most = max((len(case) for case in cases), default=1)
        self.clues = torch.zeros(len(cases), most, width)
        self.right = torch.zeros(len(cases), most + 1)
        self.open = torch.zeros(len(cases), most + 1)
        self.entity = torch.full((len(cases), most), -1)
        self.open[:, 0] = 1
        for number, case in enumerate(cases):
            self.clues[number, : len(case)] = torch.tensor([clues for _, _, clues in case])
            self.right[number, 1 : 1 + len(case)] = torch.tensor([right for right, _, _ in case])
            self.open[number, 1 : 1 + len(case)] = 1
            self.entity[number, : len(case)] = torch.tensor([entity for _, entity, _ in case])
        self.right[self.right.sum(1) == 0, 0] = 1

    def __len__(self):
        return len(self.clues)

    def likelihood(self, weights):
        scores = torch.cat([torch.zeros(len(self), 1), self.clues @ weights], 1).masked_fill(self.open == 0, -1e9)
        shares = torch.log_softmax(scores, 1).masked_fill(self.right == 0, -1e9)
        return torch.logsumexp(shares, 1)

    def told(self, weights):
        """How many have an answer, are answered, are answered rightly; by entities, as the reader decides."""
        shares = torch.exp((self.clues @ weights).clamp(max=30)) * self.open[:, 1:]
        answered = right = 0
        for number in range(len(self)):
            sums = collections.defaultdict(float)
            for entity, share in zip(self.entity[number].tolist(), shares[number].tolist()):
                sums[entity] += share
            best = max(sums, key=sums.get)
            if sums[best] <= 1:
                continue
            answered += 1
            right += bool(((self.entity[number] == best) & (self.right[number, 1:] == 1)).any())
        return int((self.right[:, 0] == 0).sum()), answered, right


def without_odds(cases):
    return [[(right, entity, [*clues[:-1], 0.0]) for right, entity, clues in case] for case in cases]


def fit(cases, shares):
    weights = torch.zeros(cases.clues.shape[2], requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.06)
    for _ in range(STEPS):
        loss = -(cases.likelihood(weights) * shares).sum() / shares.sum() + DECAY * (weights**2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return weights.detach()


def report(kind, part, cases, weights):
    if len(cases):
        known, answered, right = cases.told(weights)
        print(f"{kind:5} {part:6} {len(cases)} pronouns, {known} with an antecedent among the candidates, "
              f"{answered} answered, {right} rightly", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser()
    for name in ("train", "gap", "dev", "date"):
        parser.add_argument("--" + name, required=True)
    arguments = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    names, train = read(arguments.train)
    gap, dev = read(arguments.gap)[1], read(arguments.dev)[1]
    width = len(names) + 1
    print("# How much each clue to whom a pronoun stands for weighs, in hundredths; see src/entity/pronoun_clues.h.\n"
          f"# source: fitted {arguments.date} by train/pronouns.py to the train part of GUM (annotations CC BY 4.0) and the\n"
          "#   development part of GAP (Apache-2.0); the odds' to the development part of GUM; licence: as the program")
    for kind, meaning in KINDS.items():
        fitted = Cases(without_odds(train[kind] + gap[kind]), width)
        shares = torch.tensor([1.0] * len(train[kind]) + [GAP_SHARE] * len(gap[kind]))
        weights = fit(fitted, shares)
        held = Cases(dev[kind], width)

        def likelihood(odds):
            weights[-1] = odds
            return float(held.likelihood(weights).sum())

        weights[-1] = max(ODDS, key=likelihood)
        for part, cases in (("train", train[kind]), ("gap", gap[kind]), ("dev", dev[kind])):
            report(kind, part, Cases(cases, width), weights)
        print(f"# {meaning}")
        for name, value in zip([*names, "odds"], weights.tolist()):
            print(f"{kind}.{name}\t{round(100 * value)}")


main()
