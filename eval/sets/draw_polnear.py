#!/usr/bin/env python3
"""Draws attributions of PolNeAR's training part for hand labelling, and makes the stand-off sets of them.
See eval/sets/README.md.

  draw_polnear.py draw --corpus DIR/polnear/train [--size 240] --sheet FILE
      Writes a sheet for the annotator: each attribution in its surroundings. Shows nothing that any program made.
  draw_polnear.py make --corpus DIR/polnear/train --labels FILE [--size 240] --to DIR
      FILE: number, act, cue_status, polarity, certainty, modality, time, commitment, status, tab-separated; "#"
      begins a comment, "-" is unknown. What has no status is no statement by our handbook and left out. Writes
      DIR/dev2.jsonl and DIR/heldout2.jsonl, a document a line, without any words of the texts.

The draw: documents in the order of the MD5 of their names; of each the first annotator's attributions that have
source, cue and content, the two with the smallest MD5 of "NAME:BEGIN-END" of the cue; until there are enough.
Documents go to dev2 and heldout2 by turns.

Needs nothing but Python's own library.
"""
import argparse
import glob
import hashlib
import json
import os
import sys

LABELS = ["act", "cue_status", "polarity", "certainty", "modality", "time", "commitment", "status"]
A_DOCUMENT = 2


def md5(words):
    return hashlib.md5(words.encode()).hexdigest()


def attributions(path):
    """Those of one annotator that have source, cue and content: lists of [begin, end) in characters."""
    parts, links = {}, []
    with open(path, encoding="utf-8", newline="") as stream:
        for line in stream.read().split("\n"):
            columns = line.rstrip("\r").split("\t")
            if line.startswith("T"):
                spans = columns[1].split(" ", 1)[1].split(";")
                parts[columns[0]] = [tuple(map(int, span.split())) for span in spans]
            elif line.startswith("E"):
                links.append(columns[1])
    for link in links:
        made = {"Source": [], "Cue": [], "Content": []}
        for pair in link.split():
            role, _, name = pair.partition(":")
            role = role.rstrip("0123456789")
            if role in made:
                made[role] += parts.get(name, [])
        if all(made.values()):
            yield {role: sorted(set(spans)) for role, spans in made.items()}


def draw(corpus, size):
    """(document, text, attribution, set), in the order of the draw."""
    files = {}
    for path in sorted(glob.glob(os.path.join(corpus, "attributions", "*.ann"))):
        files.setdefault(os.path.basename(path).rsplit("_", 1)[0], path)  # The first annotator's.
    drawn, used = [], 0
    for name in sorted(files, key=md5):
        with open(os.path.join(corpus, "text", name + ".txt"), encoding="utf-8", newline="") as stream:
            text = stream.read()
        key = lambda one: md5(f"{name}:{one['Cue'][0][0]}-{one['Cue'][-1][1]}")
        chosen = sorted(attributions(files[name]), key=key)[:A_DOCUMENT]
        if not chosen:
            continue
        part = "dev2" if used % 2 == 0 else "heldout2"
        used += 1
        drawn += [(name, text, one, part) for one in sorted(chosen, key=lambda one: one["Cue"])]
        if len(drawn) >= size:
            return drawn[:size]
    return drawn


def marked(text, one):
    """The attribution in its surroundings, its parts in brackets."""
    signs = {"Source": "S", "Cue": "C", "Content": "T"}
    spans = [(begin, end, signs[role]) for role, all_of in one.items() for begin, end in all_of]
    begin = text.rfind("\n", 0, max(0, min(s[0] for s in spans))) + 1
    begin = max(begin, min(s[0] for s in spans) - 250)
    last = max(s[1] for s in spans)
    end = text.find("\n", last)
    end = min(len(text) if end < 0 else end, last + 150)
    opened = {at: "" for at in range(begin, end + 1)}
    for b, e, sign in sorted(spans):
        opened[b] += f"[{sign} "
        opened[e] = "]" + opened[e]
    return "".join(opened[at] + (text[at] if at < end else "") for at in range(begin, end + 1)).replace("\n", " / ")


def byte_spans(text, spans):
    """In bytes, those that touch made one."""
    joined = []
    for begin, end in spans:
        if joined and text[joined[-1][1] : begin].strip() == "":
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    place = lambda at: len(text[:at].encode())
    return [[place(begin), place(end)] for begin, end in joined]


def labels_in(path):
    made = {}
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            fields = line.split("#")[0].rstrip().split("\t")
            if len(fields) > len(LABELS):
                values = ["unknown" if value == "-" else value for value in fields[1:]]
                made[int(fields[0])] = dict(zip(LABELS, values))
    return made


def make(args):
    labels, lines = labels_in(args.labels), {"dev2": {}, "heldout2": {}}
    for number, (name, text, one, part) in enumerate(draw(args.corpus, args.size), 1):
        if number not in labels:
            sys.exit(f"{args.labels}: no line for {number}")
        if labels[number]["status"] == "unknown":
            continue
        document = lines[part].setdefault(
            name, {"document": name, "sha256": hashlib.sha256(text.encode()).hexdigest(), "sampled": True,
                   "statements": []})
        parts = {"speaker": byte_spans(text, one["Source"]), "cue": byte_spans(text, one["Cue"])}
        row = {"id": str(number), "speaker": parts["speaker"][0], "cue": parts["cue"][0]}
        row["contents"] = byte_spans(text, one["Content"])
        row.update(labels[number])
        document["statements"].append(row)
    for part, documents in lines.items():
        with open(os.path.join(args.to, part + ".jsonl"), "w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(documents[name]) + "\n" for name in documents)


def sheet(args):
    with open(args.sheet, "w", encoding="utf-8") as stream:
        for number, (name, text, one, part) in enumerate(draw(args.corpus, args.size), 1):
            stream.write(f"{number}\t{name.split('_')[0]}\t{marked(text, one)}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("draw", sheet), ("make", make)):
        command = commands.add_parser(name)
        command.set_defaults(does=does)
        command.add_argument("--corpus", required=True)
        command.add_argument("--size", type=int, default=240)
    commands.choices["draw"].add_argument("--sheet", required=True)
    commands.choices["make"].add_argument("--labels", required=True)
    commands.choices["make"].add_argument("--to", required=True)
    args = parser.parse_args()
    args.does(args)


if __name__ == "__main__":
    main()
