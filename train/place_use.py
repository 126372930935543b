#!/usr/bin/env python3
"""Learns whether a place's name stands for somewhere or for someone: the weights in data/lexicon/en/place_use.tsv.

    onrecord_place_features literal=FILE metonymic=FILE … > features.tsv
    train/place_use.py features.tsv data/lexicon/en/place_use.tsv

A logistic regression over the features that src/place/features.cc writes, fitted by AdaGrad with a penalty on the weights' squares. The fifth that the features file marks as held out (eval/place_corpus.cc: is_held_out) is left out;
`onrecord eval metonymy` measures on it. Needs Python 3.9 and nothing else."""

import argparse, collections, math, random, sys


def read(path):
    samples = []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        samples.append((1.0 if fields[0] == "literal" else 0.0, fields[1], fields[2] == "held", fields[3:]))
    return samples


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(samples, rounds, l2, seed):
    counts = collections.Counter(f for _, _, _, features in samples for f in set(features))
    known = {f for f, n in counts.items() if n >= 2}
    data = [(y, [f for f in features if f in known]) for y, _, _, features in samples]
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6)
    sums = collections.defaultdict(float)
    order = random.Random(seed)
    for step in range(rounds):
        order.shuffle(data)
        rate = 0.1 / (1 + 0.3 * step)
        for y, features in data:
            error = y - sigmoid(sum(weights[f] for f in features))
            for f in features:
                gradient = error - l2 * weights[f]
                squares[f] += gradient * gradient
                weights[f] += rate * gradient / math.sqrt(squares[f])
        for f, w in weights.items():
            sums[f] += w
    return {f: w / rounds for f, w in sums.items()}  # The mean over the rounds: it sways less than the last.


def accuracy(weights, samples):
    right = sum((sum(weights.get(f, 0.0) for f in features) >= 0) == (y > 0.5) for y, _, _, features in samples)
    return 100.0 * right / max(1, len(samples))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    parser.add_argument("table", nargs="?")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--l2", type=float, default=2e-3)
    parser.add_argument("--least", type=float, default=0.05, help="smaller weights are left out of the table")
    parser.add_argument("--cross", action="store_true", help="five-fold cross-validation within the training part")
    options = parser.parse_args()
    samples = [s for s in read(options.features) if not s[2]]
    if options.cross:
        scores = []
        for fold in range(5):
            train = [s for i, s in enumerate(samples) if i // 40 % 5 != fold]  # Neighbours may be of one sentence.
            test = [s for i, s in enumerate(samples) if i // 40 % 5 == fold]
            weights = fit(train, options.rounds, options.l2, fold)
            scores.append(accuracy(weights, test))
            by_set = {name: accuracy(weights, [s for s in test if name in s[1]]) for name in ("relocar", "semeval", "conll")}
            print(f"fold {fold}: {scores[-1]:.2f} %", {k: round(v, 1) for k, v in by_set.items()}, flush=True)
        print(f"mean {sum(scores) / 5:.2f} %")
        return
    weights = fit(samples, options.rounds, options.l2, 0)
    kept = {f: w for f, w in weights.items() if abs(w) >= options.least}
    print(f"{len(samples)} samples, {len(kept)} weights, on themselves {accuracy(kept, samples):.2f} %")
    if options.table:
        with open(options.table, "w", encoding="utf-8") as table:
            table.write("# Whether a place's name stands for somewhere (above 0) or for someone: feature (src/place/features.cc), thousandths.\n"
                        "# Learned by train/place_use.py on the training parts of ReLocaR, SemEval-2007 task 8 and CoNLL-2003's metonymies\n"
                        "# (Gritta and others 2017), less the fifth that is held out; numbers computed from them, no text. 2026-11.\n")
            for f, w in sorted(kept.items()):
                table.write(f"{f}\t{round(1000 * w)}\n")


if __name__ == "__main__":
    main()
