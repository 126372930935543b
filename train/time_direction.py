#!/usr/bin/env python3
"""Fits data/lexicon/en/times_direction.tsv: whether a weekday, a month or a day told without more lies ahead.

    cmake --build build --target time_signs
    train/time_direction.py --data DATA --signs build/train/time_signs --weights models/onrecord-en.weights

Logistic regression with a Gaussian prior round the guesses in the table's third column, by Newton's method; on TimeBank
and AQUAINT without every fifth document by name, which is held out. Prints the table's numbers; --write puts them into it.
"""

import argparse
import glob
import html
import math
import os
import re
import subprocess
import sys
import tempfile

TABLE = os.path.join(os.path.dirname(__file__), "../data/lexicon/en/times_direction.tsv")
HELD_OUT, PARTS = 4, 5
FOLDS = 10
STRENGTH = 1.0  # Of the prior: one over its variance.


def documents(folder):
    """(name, day of publication, text, times as (first byte, end, value)) of all that are not held out."""
    paths = sorted(glob.glob(folder + "/*/*.tml"), key=os.path.basename)
    for number, path in enumerate(paths):
        if number % PARTS == HELD_OUT:
            continue
        xml = open(path, encoding="utf8", errors="replace").read()
        created = re.search(r'<TIMEX3[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*>', xml)
        body = re.search(r"<TEXT>(.*?)</TEXT>", xml, re.S)
        published = re.search(r'value="([^"]*)"', created.group(0)) if created else None
        if not body or not published:
            continue
        text, times, open_times, last = "", [], [], 0
        for tag in re.finditer(r"<(/?)(\w+)([^>]*)>", body.group(1)):
            text += html.unescape(body.group(1)[last : tag.start()])
            last = tag.end()
            if tag.group(2) != "TIMEX3":
                continue
            if tag.group(1):
                begin, value = open_times.pop()
                times.append((begin, len(text.encode()), value))
            else:
                value = re.search(r'value="([^"]*)"', tag.group(3))
                open_times.append((len(text.encode()), value.group(1) if value else ""))
        text += html.unescape(body.group(1)[last:])
        yield os.path.basename(path), published.group(1)[:10], text, times


def examples(arguments):
    """(document, signs with their numbers, whether the gold time lies ahead)"""
    with tempfile.TemporaryDirectory() as folder:
        known, name_of, lines = {}, {}, []
        for name, published, text, times in documents(arguments.data + "/time/tbaq"):
            path = os.path.join(folder, name + ".txt")
            open(path, "w", encoding="utf8").write(text)
            known[path] = (published, times)
            name_of[path] = name
            lines.append(path + "\t" + published)
        out = subprocess.run([arguments.signs, arguments.weights], input="\n".join(lines) + "\n", text=True,
                             capture_output=True, check=True).stdout
    for line in out.splitlines():
        path, begin, end, distance_sign, distance, signs = line.split("\t")
        published, times = known[path]
        for first, last, value in times:
            if first >= int(end) or last <= int(begin) or not re.match(r"\d{4}-\d\d", value):
                continue
            gold, day = value[:10], published[: len(value[:10])]
            if gold == day or "X" in gold or "W" in gold or "Q" in gold:
                continue
            yield name_of[path], {**dict.fromkeys(signs.split(), 1.0), distance_sign: float(distance)}, gold > day


def fit(rows, weights):
    """Coordinate-wise Newton steps: few signs, few examples."""
    prior = dict(weights)
    for _ in range(200):
        for sign in weights:
            slope = curve = 0.0
            for signs, ahead in rows:
                number = signs.get(sign)
                if not number:
                    continue
                likely = 1 / (1 + math.exp(-sum(weights.get(one, 0.0) * by for one, by in signs.items())))
                slope += number * (ahead - likely)
                curve += number * number * likely * (1 - likely)
            slope -= STRENGTH * (weights[sign] - prior[sign])
            weights[sign] += slope / (curve + STRENGTH)
    return weights


def right(rows, weights):
    return sum((sum(weights.get(s, 0) * n for s, n in signs.items()) >= 0) == ahead for signs, ahead in rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--signs", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    table = open(TABLE, encoding="utf8").read().splitlines()
    start = {}
    for line in table:
        if line and not line.startswith(("#", "plan:", "put:")):
            sign, _, guess = line.split("\t")
            start[sign] = float(guess)
    named = list(examples(arguments))
    rows = [(signs, ahead) for _, signs, ahead in named]
    number_of = {name: i for i, name in enumerate(sorted({name for name, _, _ in named}))}
    folds = 0
    for fold in range(FOLDS):  # Of the documents, so as to see what is learned and what is by heart.
        kept = [row[1:] for row in named if number_of[row[0]] % FOLDS != fold]
        tried = [row[1:] for row in named if number_of[row[0]] % FOLDS == fold]
        folds += right(tried, fit(kept, dict(start)))
    fitted = fit(rows, dict(start))
    print(f"{len(rows)} examples: {right(rows, start)} right before, {right(rows, fitted)} after, {folds} in {FOLDS} folds of documents",
          file=sys.stderr)
    lines = []
    for line in table:
        sign = line.split("\t")[0]
        lines.append(f"{sign}\t{fitted[sign]:.2f}\t{start[sign]}" if sign in fitted else line)
    text = "\n".join(lines) + "\n"
    if arguments.write:
        open(TABLE, "w", encoding="utf8").write(text)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
