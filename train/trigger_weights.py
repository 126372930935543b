#!/usr/bin/env python3
"""How far the neural reader and the table of triggers are to be believed that a word tells an event.

    xargs … | trigger_signs WEIGHTS < articles.txt > signs.tsv
    train/trigger_weights.py signs.tsv --marks train/news_events.jsonl --triggers data/lexicon/en/triggers.tsv \\
        --scores data/lexicon/en/trigger_scores.tsv --write

From the articles that the reader was trained on: how often each row of the table is right (few cases are drawn towards what rows
are right on the whole). From every eighth, which it was not trained on: weights of a logistic rule for each of the four cases.
"""

import argparse
import collections
import json
import math
import os

import numpy as np

CASES = ["same", "same-loose", "tag", "row", "row-loose"]
PRIOR = {"1": 0.5, "0": 0.12}
STRENGTH = 4.0


def logit(p):
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))


def read(args):
    marks = {}
    for line in open(args.marks, encoding="utf-8"):
        d = json.loads(line)
        marks[d["document"]] = d
    out = []
    for line in open(args.signs, encoding="utf-8"):
        path, begin, end, tag, score, row, row_type, whole = line.rstrip("\n").split("\t")
        name = os.path.basename(path)[:-4]
        d = marks.get(name)
        begin, end = int(begin), int(end)
        if d is None or begin >= d["read"]:
            continue
        told = {e["type"] for e in d["events"] if e["trigger"][0] < end and begin < e["trigger"][1]}
        out.append((name, tag, float(score), None if row == "-" else int(row), row_type, whole, told))
    return out, {name for name, d in marks.items() if d["held_out"]}


def fit(x, y, l2=1.0):
    w = np.zeros(x.shape[1])
    w[1] = 1
    prior = w.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        g = x.T @ (p - y) + l2 * (w - prior)
        h = (x * (p * (1 - p))[:, None]).T @ x + l2 * np.eye(len(w))
        w -= np.linalg.solve(h, g)
    return w


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("signs")
    a.add_argument("--marks", required=True)
    a.add_argument("--triggers", required=True)
    a.add_argument("--scores", required=True)
    a.add_argument("--write", action="store_true")
    args = a.parse_args()
    signs, held = read(args)
    lines = open(args.triggers, encoding="utf-8").read().split("\n")
    rows = [i for i, l in enumerate(lines) if l and not l.startswith("#")]
    n = collections.defaultdict(lambda: [0, 0])
    for name, _, _, row, row_type, whole, told in signs:
        if row is not None and name not in held:
            n[row, whole][0] += 1
            n[row, whole][1] += row_type in told
    right = {}
    for k in range(len(rows)):
        for whole, prior in PRIOR.items():
            all_, hit = n[k, whole]
            right[k, whole] = (hit + STRENGTH * prior) / (all_ + STRENGTH)
    data = collections.defaultdict(list)
    for name, tag, score, row, row_type, whole, told in signs:
        if name not in held:
            continue
        if tag != "-":
            if row is not None and row_type == tag:
                case = "same" if whole == "1" else "same-loose"
                data[case].append(((1, logit(score), logit(right[row, whole])), tag in told))
            else:
                data["tag"].append(((1, logit(score), 0), tag in told))
        if row is not None and row_type != tag:
            data["row" if whole == "1" else "row-loose"].append(((1, 0, logit(right[row, whole])), row_type in told))
    out = []
    for case in CASES:
        x = np.array([f for f, _ in data[case]], dtype=float)
        y = np.array([t for _, t in data[case]], dtype=float)
        w = fit(x, y) if len(x) else np.array([0.0, 1.0, 1.0])
        out.append((case, *w))
        print(case, len(x), int(y.sum()), np.round(w, 2))
    if args.write:
        for k, i in enumerate(rows):
            c = lines[i].split("\t")
            c[4] = f"{round(1000 * right[k, '1'])} {round(1000 * right[k, '0'])}"
            lines[i] = "\t".join(c)
        open(args.triggers, "w", encoding="utf-8").write("\n".join(lines))
        with open(args.scores, "w", encoding="utf-8") as f:
            f.write("# How far the neural reader and the table of triggers are believed: case, then thousandths of a logistic rule: a constant, the\n"
                    "# weight of the reader's log odds, that of the row's. Fitted by train/trigger_weights.py on every eighth article of\n"
                    "# train/news_events.jsonl, which the reader was not trained on. Read by src/event.\n")
            for case, *w in out:
                f.write(case + "\t" + " ".join(str(round(1000 * v)) for v in w) + "\n")


if __name__ == "__main__":
    main()
