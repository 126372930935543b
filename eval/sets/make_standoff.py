#!/usr/bin/env python3
"""Makes the stand-off annotations of eval/sets/wikinews out of annotators' work. See eval/sets/README.md.

  make_standoff.py agree --texts DIR --first DIR --second DIR [--differences DIR] [--table FILE]
      How far two annotators agree; where they do not, a list for whoever settles it.
  make_standoff.py settle --texts DIR --first DIR --second DIR --settled FILE --to DIR
      The two made one: what both say, and for the rest what the decisions in FILE say.
  make_standoff.py convert --texts DIR --to DIR [--aside NAME ...] FILE ...
      Words into bytes, names left out. Documents named after --aside go into the folder aside/.

Needs nothing but Python's own library.
"""
import argparse
import hashlib
import json
import os
import re
import sys

LABELS = ["act", "cue_status", "polarity", "certainty", "modality", "time", "commitment", "status", "form"]
KAPPA = LABELS[:-1]
PARTS = ["speaker", "cue", "for", "addressee", "channel", "where", "language", "when"]
SAME = 0.5  # Of two contents' characters: from here on they are one statement.
FOR_ITS_CUE = 0.25


class Misfit(Exception):
    pass


def place(text, value):
    """[begin, end) in characters of words, given as a string or {"text", "nth"}; None for None."""
    if value is None:
        return None
    words, nth = (value, None) if isinstance(value, str) else (value["text"], value.get("nth"))
    hits = [at for at in range(len(text)) if text.startswith(words, at)]
    if not words or not hits or (nth is None and len(hits) > 1) or (nth or 1) > len(hits):
        raise Misfit(f"cannot place {value!r}: {len(hits)} such words in the text")
    at = hits[(nth or 1) - 1]
    return (at, at + len(words))


def alone(text, words):
    """All places where the words stand by themselves."""
    found = []
    for match in re.finditer(re.escape(words), text) if words else []:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if not before.isalnum() and not after.isalnum():
            found.append(match.span())
    return found


def load(folder, name, texts):
    with open(os.path.join(texts, name + ".txt"), encoding="utf-8", newline="") as stream:
        text = stream.read()
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as stream:
        document = json.load(stream)
    for one in document["statements"]:
        try:
            one["@"] = {part: place(text, one.get(part)) for part in PARTS}
            one["@"]["contents"] = [place(text, words) for words in one["contents"]]
        except Misfit as problem:
            raise Misfit(f"{name} {one['id']} {problem}") from None
    return text, document


# --- pairing ---------------------------------------------------------------------------------------------------


def characters(spans):
    return {at for begin, end in spans for at in range(begin, end)}


def touch(one, other):
    return (one is None) == (other is None) and (one is None or (one[0] < other[1] and other[0] < one[1]))


def pair(first, second):
    """Pairs of statements, one to one, the best first; then those left over on either side."""
    candidates = []
    sets = [[characters(s["@"]["contents"]) for s in side] for side in (first, second)]
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            both = len(sets[0][i] & sets[1][j])
            share = both / max(1, len(sets[0][i] | sets[1][j]))
            if share >= SAME:
                candidates.append((-share - (FOR_ITS_CUE if touch(a["@"]["cue"], b["@"]["cue"]) else 0), i, j))
    pairs, used = [], (set(), set())
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((first[i], second[j]))
    left = [[s for n, s in enumerate(side) if n not in used[k]] for k, side in enumerate((first, second))]
    return sorted(pairs, key=lambda p: p[0]["@"]["contents"][0]), left[0], left[1]


def plain(name):
    return set(re.findall(r"\w+", re.sub(r"^(the|a|an) ", "", name.lower())))


def same_people(a, b):
    """Which key of the second annotator is meant by one of the first: by name, as far as two names share words."""
    best = {}
    for key, person in a["people"].items():
        scored = []
        for other, known in b["people"].items():
            one, two = plain(person["name"]), plain(known["name"])
            shared = len(one & two)
            scored.append((shared / max(1, min(len(one), len(two))), shared / max(1, len(one | two)), other))
        if scored and max(scored)[0] > SAME:
            best[key] = max(scored)[2]
    return best


# --- agreement -------------------------------------------------------------------------------------------------


def kappa(answers):
    """Cohen's: agreement beyond what two annotators with these habits would have by chance."""
    if not answers:
        return float("nan")
    size = len(answers)
    seen = sum(a == b for a, b in answers) / size
    values = {value for answer in answers for value in answer}
    chance = sum(
        sum(a == value for a, _ in answers) / size * (sum(b == value for _, b in answers) / size) for value in values
    )
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def edges(text, span):
    """The span without marks and punctuation at its ends, as the scorer compares it."""
    if span is None:
        return None
    begin, end = span
    while begin < end and not text[begin].isalnum():
        begin += 1
    while begin < end and not text[end - 1].isalnum():
        end -= 1
    return (begin, end)


def same_contents(text, a, b):
    return [edges(text, s) for s in a["@"]["contents"]] == [edges(text, s) for s in b["@"]["contents"]]


def compare(text, a, b, people):
    """The fields in which two paired statements differ."""
    differ = [label for label in LABELS + ["heading"] if a.get(label) != b.get(label)]
    differ += [part for part in PARTS if edges(text, a["@"][part]) != edges(text, b["@"][part])]
    if not same_contents(text, a, b):
        differ.append("contents")
    if {people.get(key, key + "?") for key in a["entity"]} != set(b["entity"]):
        differ.append("entity")
    return differ


def shown(document, one, field):
    value = one.get(field)
    if field == "entity":
        return ", ".join(f"{key} ({document['people'][key]['name']})" for key in value) or "unknown"
    return json.dumps(value, ensure_ascii=False)


def measure(names, args):
    """Counts over all documents and, for each, its list of differences."""
    total = {"first": 0, "second": 0, "paired": 0, "fields": {}, "answers": {label: [] for label in KAPPA}, "given": {}}
    lists = {}
    for name in names:
        text, a = load(args.first, name, args.texts)
        _, b = load(args.second, name, args.texts)
        pairs, only_a, only_b = pair(a["statements"], b["statements"])
        people = same_people(a, b)
        total["first"] += len(a["statements"])
        total["second"] += len(b["statements"])
        total["paired"] += len(pairs)
        lines = []
        for x, y in pairs:
            differ = compare(text, x, y, people)
            for field in differ:
                total["fields"][field] = total["fields"].get(field, 0) + 1
            for part in PARTS:
                if x["@"][part] or y["@"][part]:
                    total["given"][part] = total["given"].get(part, 0) + 1
            for label in KAPPA:
                total["answers"][label].append((x.get(label), y.get(label)))
            if differ:
                begin, end = x["@"]["contents"][0]
                lines.append(f"{x['id']} = {y['id']}  {shown(a, x, 'speaker')} | {shown(a, x, 'cue')} | {text[begin:end]!r}")
                lines += [f"    {field:11} A {shown(a, x, field)}   B {shown(b, y, field)}" for field in differ]
        for mark, document, rest in (("A", a, only_a), ("B", b, only_b)):
            for one in rest:
                labels = " ".join(str(one.get(label)) for label in LABELS)
                lines.append(f"only {mark} {one['id']}  {shown(document, one, 'entity')} | {shown(document, one, 'speaker')} | "
                             f"{shown(document, one, 'cue')} | {shown(document, one, 'contents')} | {labels}")
        for mark, document in (("A", a), ("B", b)):
            lines += [f"naming {mark} {number}  {json.dumps(one, ensure_ascii=False)}"
                      for number, one in enumerate(document.get("namings", []), 1)]
        lists[name] = lines
    return total, lists


def table(total, count):
    paired = max(1, total["paired"])
    rows = [
        "| what | agreed |",
        "|---|---|",
        f"| documents | {count} |",
        f"| statements of the first, of the second | {total['first']}, {total['second']} |",
        f"| found by both (F1) | {200 * total['paired'] / max(1, total['first'] + total['second']):.1f} % |",
    ]
    for field in ["contents", "entity"] + PARTS:
        of = total["given"].get(field, 0) if field in PARTS else total["paired"]
        what = {"contents": "contents, span exact", "entity": "speaker entity"}.get(field, field + ", span exact")
        rows.append(f"| {what} | {100 * (1 - total['fields'].get(field, 0) / max(1, of)):.1f} % of {of} |")
    rows += ["", "| label | same | kappa |", "|---|---|---|"]
    for label in KAPPA:
        same = 100 * (1 - total["fields"].get(label, 0) / paired)
        rows.append(f"| {label} | {same:.1f} % | {kappa(total['answers'][label]):.2f} |")
    return "\n".join(rows) + "\n"


def agree(args):
    names = sorted(set(documents(args.first)) & set(documents(args.second)))
    total, lists = measure(names, args)
    report = table(total, len(names))
    print(report)
    if args.table:
        with open(args.table, "w", encoding="utf-8") as stream:
            stream.write(report)
    if args.differences:
        os.makedirs(args.differences, exist_ok=True)
        for name, lines in lists.items():
            with open(os.path.join(args.differences, name + ".txt"), "w", encoding="utf-8") as stream:
                stream.write("\n".join(lines) + "\n")


# --- settling --------------------------------------------------------------------------------------------------


def decisions(path):
    """DOCUMENT ITEM [FIELD] CHOICE, one a line; "#" begins a comment. CHOICE: A, B, keep, drop, or a JSON value."""
    made = {}
    with open(path, encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields = line.strip().split(None, 3)
            if len(fields) < 3:
                raise Misfit(f"{path}:{number}: not a decision")
            made[tuple(fields[:-1] if len(fields) == 3 else fields[:3])] = fields[-1]
    return made


def merged(name, args, made, used):
    """One document: what both have, the first annotator's where no decision says otherwise."""
    text, a = load(args.first, name, args.texts)
    _, b = load(args.second, name, args.texts)
    pairs, only_a, only_b = pair(a["statements"], b["statements"])
    to_first = {other: key for key, other in same_people(a, b).items()}
    settled, ids = [], {}

    def decide(item, field, default):
        used.add((name, item, field) if field else (name, item))
        return made.get((name, item, field) if field else (name, item), default)

    def of_second(keys):
        for key in keys:
            if key not in to_first:
                to_first[key] = "b_" + key
                a["people"]["b_" + key] = b["people"][key]
        return [to_first[key] for key in keys]

    for x, y in pairs:
        ids[("B", y["id"])] = x["id"]
        for field in LABELS + PARTS + ["contents", "entity", "heading", "in"]:
            choice = decide(x["id"], field, "A")
            if choice == "B":
                x[field] = of_second(y["entity"]) if field == "entity" else y.get(field)
            elif choice != "A":
                x[field] = json.loads(choice)
        if decide(x["id"], None, "keep") == "keep":
            settled.append(x)
    for mark, rest in (("A", only_a), ("B", only_b)):
        for one in rest:
            item = mark + one["id"][1:]
            if decide(item, None, "drop") != "keep":
                continue
            if mark == "B":
                one["entity"] = of_second(one["entity"])
                one["in"] = ids.get(("B", one["in"]), "B" + one["in"][1:]) if one.get("in") else None
                ids[("B", one["id"])] = one["id"] = item
            for field in LABELS + PARTS + ["contents", "entity", "heading", "in"]:
                choice = decide(item, field, None)
                if choice is not None:
                    one[field] = json.loads(choice)
            settled.append(one)
    kept = {one["id"] for one in settled}
    for one in settled:
        one.pop("@")
        one["in"] = one.get("in") if one.get("in") in kept else None
    namings = []
    for mark, document in (("A", a), ("B", b)):
        for number, one in enumerate(document.get("namings", []), 1):
            if decide(f"n{mark}{number}", None, "keep" if mark == "A" else "drop") == "keep":
                one["entity"] = of_second(one.get("entity") or []) if mark == "B" else one.get("entity") or []
                namings.append(one)
    settled.sort(key=lambda one: place(text, one["contents"][0]))
    return {"document": name, "people": a["people"], "statements": settled, "namings": namings}


def settle(args):
    made, used = decisions(args.settled), set()
    os.makedirs(args.to, exist_ok=True)
    for name in sorted(set(documents(args.first)) & set(documents(args.second))):
        with open(os.path.join(args.to, name + ".json"), "w", encoding="utf-8") as stream:
            json.dump(merged(name, args, made, used), stream, ensure_ascii=False, indent=1)
    for decision in made:
        if decision not in used:
            print("decides nothing:", *decision, file=sys.stderr)


# --- stand-off -------------------------------------------------------------------------------------------------


def byte_span(text, span):
    if span is None:
        return None
    begin = len(text[: span[0]].encode())
    return [begin, begin + len(text[span[0] : span[1]].encode())]


def people_in(text, people):
    """Where each stands by the clearest name, and a person by a last name that is nobody else's."""
    last = {key: one["name"].split()[-1] if one["kind"] == "person" and " " in one["name"] else None
            for key, one in people.items()}
    made = {}
    for key, one in people.items():
        spans = set(alone(text, one["name"]))
        if last[key] and list(last.values()).count(last[key]) == 1:
            spans |= set(alone(text, last[key]))
        made[key] = {"kind": one["kind"], "mentions": [byte_span(text, span) for span in sorted(spans)]}
    return made


def standoff(text, document):
    keys = {key: f"e{number}" for number, key in enumerate(document["people"], 1)}  # Annotators' keys are words, too.
    people = {keys[key]: one for key, one in document["people"].items()}
    made = {
        "document": document["document"],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "people": people_in(text, people),
        "statements": [],
        "namings": [],
    }
    for one in document["statements"]:
        row = {"id": one["id"], "entity": [keys[key] for key in one["entity"]]}
        row.update({part: byte_span(text, place(text, one.get(part))) for part in PARTS})
        row["contents"] = [byte_span(text, place(text, words)) for words in one["contents"]]
        row.update({"in": one.get("in"), "heading": bool(one.get("heading"))})
        row.update({label: one.get(label, "unknown") for label in LABELS})
        made["statements"].append(row)
    for one in document.get("namings", []):
        row = {part: byte_span(text, place(text, one.get(part))) for part in ("namer", "name", "named", "cue")}
        made["namings"].append({"entity": [keys[key] for key in one.get("entity") or []], **row, "quoted": bool(one.get("quoted"))})
    return made


def written(made):
    """JSON with a line for each statement, so that changes can be read."""
    rows = lambda key: ",\n  ".join(json.dumps(row) for row in made[key])
    head = json.dumps({key: made[key] for key in ("document", "sha256")})[:-1]
    people = ",\n  ".join(f"{json.dumps(key)}: {json.dumps(one)}" for key, one in made["people"].items())
    return (f'{head},\n "people": {{{people}}},\n "statements": [\n  {rows("statements")}],\n'
            f' "namings": [{rows("namings")}]}}\n')


def convert(args):
    for path in args.files:
        with open(path, encoding="utf-8") as stream:
            document = json.load(stream)
        name = document["document"]
        with open(os.path.join(args.texts, name + ".txt"), encoding="utf-8", newline="") as stream:
            text = stream.read()
        try:
            made = standoff(text, document)
        except Misfit as problem:
            sys.exit(f"{path}: {problem}")
        folder = os.path.join(args.to, "aside") if name in args.aside else args.to
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as stream:
            stream.write(written(made))


def documents(folder):
    return [name[:-5] for name in os.listdir(folder) if name.endswith(".json")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("agree", agree), ("settle", settle), ("convert", convert)):
        command = commands.add_parser(name)
        command.set_defaults(does=does)
        command.add_argument("--texts", required=True, help="folder of the laid-out texts, NAME.txt")
        if name != "convert":
            command.add_argument("--first", required=True)
            command.add_argument("--second", required=True)
    commands.choices["agree"].add_argument("--differences")
    commands.choices["agree"].add_argument("--table")
    commands.choices["settle"].add_argument("--settled", required=True)
    commands.choices["settle"].add_argument("--to", required=True)
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
