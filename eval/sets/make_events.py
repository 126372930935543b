#!/usr/bin/env python3
"""Makes the stand-off annotations of events (own/events, wikinews/events) out of annotators' work. See doc/events.md, Annotation form.

  make_events.py agree --texts DIR --first DIR --second DIR [--list]
      How far two annotators agree; with --list each event and field in which they do not.
  make_events.py convert --texts DIR --to DIR [--aside NAME ...] FILE ...
      Words ({"text", "nth"}) into bytes. Documents named after --aside go into the folder aside/.

Needs nothing but Python's own library.
"""
import argparse
import hashlib
import json
import os
import sys

from make_standoff import Misfit, byte_span, documents, kappa, place

FIELDS = ["mode", "status", "agents", "recipients", "places", "when", "counts", "vouched_by", "contexts", "mentions"]


def spans_in(event):
    """Every span of an event with its path, so that it can be read or replaced."""
    for key in ("mentions", "places"):
        for i in range(len(event.get(key) or [])):
            yield event[key], i
    for key in ("agents", "recipients"):
        for party in event.get(key) or []:
            yield party, "span"
    for count in event.get("counts") or []:
        yield count, "words"
    if isinstance(event.get("when"), dict):
        yield event["when"], "span"
    yield event, "evidence"


def placed(text, document, convert):
    """The document with `convert` applied to where its words stand."""
    for event in document["events"] + document.get("refused", []):
        holders = list(spans_in(event)) if "type" in event else [(event, "span")]
        for holder, key in holders:
            try:
                value = holder[key] if not isinstance(holder, dict) else holder.get(key)
                if value is not None:
                    holder[key] = convert(text, place(text, value))
            except Misfit as problem:
                raise Misfit(f"{document['document']} {event.get('id', 'refused')}: {problem}") from None
    return document


def load(folder, name, texts):
    with open(os.path.join(texts, name + ".txt"), encoding="utf-8", newline="") as stream:
        text = stream.read()
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as stream:
        return text, placed(text, json.load(stream), lambda _, span: span)


# --- agreement -------------------------------------------------------------------------------------------------


def touch(one, other):
    return one[0] < other[1] and other[0] < one[1]


def overlap(first, second):
    """Each of the one touches one of the other, and the other way round."""
    return all(any(touch(a, b) for b in second) for a in first) and all(any(touch(a, b) for a in first) for b in second)


def pair(first, second):
    """Events with a trigger in common, of whatever type, one to one: equal types and the clearest triggers first."""
    candidates = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            far = [(m != a["clearest"]) + (n != b["clearest"])
                   for m, x in enumerate(a["mentions"]) for n, y in enumerate(b["mentions"]) if touch(x, y)]
            if far:
                candidates.append((a["type"] != b["type"], min(far), i, j))
    pairs, used = [], (set(), set())
    for *_, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def days(when):
    """First and last day, the year left open in one way."""
    return [("--" + day[5:] if day.startswith("XXXX-") else day) if (day := when.get(key)) else None
            for key in ("first", "last")] if isinstance(when, dict) else [None, None]


def known(event, field):
    return days(event.get("when")) != [None, None] if field == "when" else bool(event.get(field))


def same(a, b, field):
    if field == "when":
        return days(a.get("when")) == days(b.get("when"))
    if field in ("agents", "recipients"):
        return overlap([p["span"] for p in a.get(field) or []], [p["span"] for p in b.get(field) or []])
    if field in ("places", "mentions"):
        return overlap(a.get(field) or [], b.get(field) or [])
    if field == "counts":
        row = lambda c: (c["kind"].split("_")[0], c.get("low"), c.get("high"))
        return sorted(map(row, a.get(field) or []), key=str) == sorted(map(row, b.get(field) or []), key=str)
    if field == "contexts":
        return set(a.get(field) or []) == set(b.get(field) or [])
    return (a.get(field) or None) == (b.get(field) or None)


def agree(args):
    total = {"first": 0, "second": 0}
    types, equal, of = [], {}, {}
    names = sorted(set(documents(args.first)) & set(documents(args.second)))
    for name in names:
        text, a = load(args.first, name, args.texts)
        _, b = load(args.second, name, args.texts)
        first, second = a["events"], b["events"]
        pairs = pair(first, second)
        total["first"] += len(first)
        total["second"] += len(second)
        lines = []
        for i, j in pairs:
            types.append((first[i]["type"], second[j]["type"]))
            differ = [] if first[i]["type"] == second[j]["type"] else ["type"]
            for field in FIELDS:
                if known(first[i], field) or known(second[j], field):
                    right = same(first[i], second[j], field)
                    of[field] = of.get(field, 0) + 1
                    equal[field] = equal.get(field, 0) + right
                    differ += [] if right else [field]
            if differ:
                lines.append(f"  {first[i]['id']} = {second[j]['id']} {first[i]['type']}: {', '.join(differ)}")
        for mark, events, used in (("A", first, {i for i, _ in pairs}), ("B", second, {j for _, j in pairs})):
            lines += [f"  only {mark} {one['id']} {one['type']} {text[slice(*one['mentions'][one['clearest']])]!r}"
                      for k, one in enumerate(events) if k not in used]
        if args.list:
            print(name, *lines, sep="\n")
    f1 = 200 * len(types) / max(1, total["first"] + total["second"])
    print(f"{len(names)} documents; events: A {total['first']}, B {total['second']}, paired {len(types)}")
    print(f"F1 of triggers {f1:.1f} %; kappa of the type over the pairs {kappa(types):.2f}\n")
    print("| field | equal | of | % |\n|---|---|---|---|")
    for field in FIELDS:
        if of.get(field):
            print(f"| {field} | {equal[field]} | {of[field]} | {100 * equal[field] / of[field]:.1f} |")


# --- stand-off -------------------------------------------------------------------------------------------------


def written(made):
    """JSON with a line for each event, so that changes can be read."""
    rows = lambda key: ",\n  ".join(json.dumps(row) for row in made.get(key, []))
    head = json.dumps({key: made[key] for key in ("document", "sha256")})[:-1]
    return f'{head},\n "events": [\n  {rows("events")}],\n "refused": [\n  {rows("refused")}]}}\n'


def convert(args):
    for path in args.files:
        with open(path, encoding="utf-8") as stream:
            document = json.load(stream)
        name = document["document"]
        with open(os.path.join(args.texts, name + ".txt"), encoding="utf-8", newline="") as stream:
            text = stream.read()
        made = placed(text, document, byte_span)
        made["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        folder = os.path.join(args.to, "aside") if name in args.aside else args.to
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as stream:
            stream.write(written(made))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("agree", agree), ("convert", convert)):
        command = commands.add_parser(name)
        command.set_defaults(does=does)
        command.add_argument("--texts", required=True, help="folder of the laid-out texts, NAME.txt")
    commands.choices["agree"].add_argument("--first", required=True)
    commands.choices["agree"].add_argument("--second", required=True)
    commands.choices["agree"].add_argument("--list", action="store_true")
    commands.choices["convert"].add_argument("--to", required=True)
    commands.choices["convert"].add_argument("--aside", nargs="*", default=[])
    commands.choices["convert"].add_argument("files", nargs="+")
    args = parser.parse_args()
    try:
        args.does(args)
    except Misfit as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
