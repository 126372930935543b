#!/usr/bin/env python3
"""Events marked in real news: stand-off, so that no word of the articles is here.

    train/news_events.py convert --data ../shared/data --parsed news.conllu --out own/news_events.jsonl MARKS.txt …
    train/news_events.py list --data ../shared/data own/news_events.jsonl      the articles' files, to be read by `onrecord parse`

MARKS.txt is what a reader of the articles wrote: `== NAME`, then lines of `SENTENCE | TYPE mode STATUS | T:words | A:words; words | … | H:1`
(the last counts the happenings of the article: mentions of one share the number), sentences counted from 1 as `onrecord parse` cuts them; `X` for what tempts and is none. A line of the JSON lines is one article:
its file's checksum, how far it was read, and of each mention bytes [begin, end) of trigger and parts.
"""

import argparse
import hashlib
import json
import os
import sys

from corpora import Doc

FOLDERS = {"worldwide": "ner/worldwide_articles", "polnear": "polnear/train/text"}
PARTS = {"A": "agent", "R": "recipient", "P": "place", "W": "when", "N": "count"}
TYPES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
STATUSES = ["HAPPENED", "DID-NOT", "ALLEGED", "PLANNED", "POSSIBLE", "DEMANDED", "CONDITIONAL", "BACKGROUND"]


class Parsed:
    """One article as `onrecord parse` read it: words with their bytes in the file, sentences, blocks, trees."""

    def __init__(self, path):
        self.path = path
        self.name = os.path.basename(path)[:-4]
        self.words, self.spaces, self.heads, self.rels, self.sentences, self.blocks = [], [], [], [], [], []

    def place(self, raw):
        """The bytes of each word; words that the program read otherwise than they are written take none."""
        self.bytes, at = [], 0
        for word in self.words:
            found = raw.find(word.encode(), at)
            if found < 0 or found - at > 400:
                self.bytes.append((at, at))
                continue
            at = found + len(word.encode())
            self.bytes.append((found, at))


def read_parsed(path):
    docs, joined = [], None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            docs.append(Parsed(line[14:]))
        elif line.startswith("# newpar"):
            docs[-1].blocks.append(len(docs[-1].words))
        elif line.startswith("# sent_id"):
            docs[-1].sentences.append(len(docs[-1].words))
        elif line[:1].isdigit():
            c = line.split("\t")
            d = docs[-1]
            if "-" in c[0]:  # One surface word of several: no space before its last part's end.
                joined = int(c[0].split("-")[1]), "SpaceAfter=No" not in c[9]
                continue
            if not c[0].isdigit():
                continue
            d.heads.append(d.sentences[-1] + int(c[6]) - 1 if c[6] != "0" else -1)
            d.rels.append(c[7])
            d.words.append(c[1])
            d.spaces.append("SpaceAfter=No" not in c[9])
            if joined:
                d.spaces[-1] = joined[1] if int(c[0]) == joined[0] else False
                joined = None if int(c[0]) == joined[0] else joined
    return docs


def words_in(doc, sentence, wanted):
    """The words [a, b) of the `sentence`th sentence that spell `wanted` ("talks@2": the second such); None: none do."""
    wanted, _, nth = wanted.strip().partition("@")
    nth = int(nth) if nth.isdigit() else 1
    a = doc.sentences[sentence - 1]
    z = doc.sentences[sentence] if sentence < len(doc.sentences) else len(doc.words)
    text, begins = "", []
    for k in range(a, z):
        begins.append(len(text))
        text += doc.words[k] + (" " if doc.spaces[k] else "")
    ends = {b + len(doc.words[a + i]) for i, b in enumerate(begins)}
    whole = [b for b in begins if text.startswith(wanted, b) and b + len(wanted) in ends]
    if not whole:  # A part of a word, as readers mark it now and then.
        whole = [b for b in range(len(text)) if text.startswith(wanted, b)]
    if not whole:
        return None
    at = whole[min(nth, len(whole)) - 1]  # Some counted those within longer words too.
    inside = [a + i for i, b in enumerate(begins) if b < at + len(wanted) and b + len(doc.words[a + i]) > at]
    return (inside[0], inside[-1] + 1) if inside else None


def convert(args):
    docs = {d.name: d for d in read_parsed(args.parsed)}
    sources = {}
    for source, folder in FOLDERS.items():
        for name in docs:
            path = os.path.join(args.data, folder, name + ".txt")
            if os.path.exists(path):
                sources[name] = source
    out, wrong = {}, 0
    for path in args.marks:
        doc = None
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            line = line.strip()
            if line.startswith("== "):
                doc = docs.get(line[3:].strip())
                if doc is None:
                    print(f"{path}:{number}: no such article: {line}", file=sys.stderr)
                    continue
                raw = open(os.path.join(args.data, FOLDERS[sources[doc.name]], doc.name + ".txt"), "rb").read()
                doc.place(raw)
                last = min(len(doc.sentences), args.sentences)
                end = doc.sentences[last] if last < len(doc.sentences) else len(doc.words)
                out[doc.name] = {"document": doc.name, "source": sources[doc.name], "sha256": hashlib.sha256(raw).hexdigest(),
                                 "read": doc.bytes[end - 1][1] if end else 0, "events": []}
            elif "|" in line and doc is not None:
                event, problem = event_of(doc, line)
                if problem:
                    wrong += 1
                    print(f"{path}:{number}: {problem}: {line}", file=sys.stderr)
                if event:
                    out[doc.name]["events"].append(event)
    keep_apart(out, args.before)
    with open(args.out, "w", encoding="utf-8") as f:
        for name in sorted(out):
            out[name]["events"].sort(key=lambda e: e["trigger"])
            f.write(json.dumps(out[name], separators=(",", ":")) + "\n")
    print(f"{len(out)} articles, {sum(len(d['events']) for d in out.values())} mentions, {wrong} lines with something wrong")


def keep_apart(articles, before):
    """Every eighth article is kept from learning, to watch by; of articles `before` (a file of marks), those that were so then.
    They are put to `articles`."""
    old = {m["document"]: m for m in map(json.loads, open(before, encoding="utf-8"))} if before else {}
    for i, name in enumerate(sorted(name for name in articles if name not in old)):
        articles[name]["held_out"] = i % 8 == 0
    for name in articles.keys() & old.keys():
        articles[name]["held_out"] = old[name]["held_out"]
    for name in old.keys() - articles.keys():
        articles[name] = old[name]


def event_of(doc, line):
    cells = [c.strip() for c in line.split("|")]
    if not cells[0].isdigit() or not 1 <= int(cells[0]) <= len(doc.sentences):
        return None, "no such sentence"
    sentence = int(cells[0])
    said = cells[1].split()
    if said[:1] == ["X"]:
        return None, None
    if len(said) != 3 or said[0] not in TYPES or said[2] not in STATUSES:
        return None, "not TYPE mode STATUS"
    event, parts, problem = {"type": said[0], "mode": "" if said[1] == "-" else said[1], "status": said[2]}, [], None
    happening = 0
    for cell in cells[2:]:
        letter, _, rest = cell.partition(":")
        if letter.strip() == "H":
            happening = int(rest) if rest.strip().isdigit() else 0
            continue
        for words in rest.split(";"):
            if letter == "N":
                words = words.partition("=")[2] or words
            found = words_in(doc, sentence, words) if words.strip() else None
            if not found:
                problem = f"not in the sentence: {words.strip()}"
                continue
            span = [doc.bytes[found[0]][0], doc.bytes[found[1] - 1][1]]
            if letter.strip() == "T" and "trigger" not in event:
                event["trigger"] = span
            elif letter.strip() in PARTS:
                parts.append([PARTS[letter.strip()], *span])
    if "trigger" not in event:
        return None, problem or "no trigger"
    event["parts"] = parts
    if happening:
        event["happening"] = happening
    return event, problem


def read_news(data, marks, parsed):
    """The articles as documents to learn from, as far as they were read. `parsed`: of their files, by `onrecord parse`."""
    marked = {m["document"]: m for m in map(json.loads, open(marks, encoding="utf-8"))}
    docs = []
    for one in read_parsed(parsed):
        mark = marked.get(one.name)
        if mark is None:
            continue
        raw = open(os.path.join(data, FOLDERS[mark["source"]], one.name + ".txt"), "rb").read()
        if hashlib.sha256(raw).hexdigest() != mark["sha256"]:
            print(f"{one.name}: another text than the one marked; left out", file=sys.stderr)
            continue
        one.place(raw)
        n = sum(1 for _, end in one.bytes if end <= mark["read"])
        begins = {b: k for k, (b, e) in reversed(list(enumerate(one.bytes))) if e > b}
        ends = {e: k + 1 for k, (b, e) in enumerate(one.bytes) if e > b}
        doc = Doc(one.name, "news-events", words=one.words[:n], block_starts=[b for b in one.blocks if b < n],
                  sentence_starts=[s for s in one.sentences if s < n])
        doc.tree = ([h if h < n else -1 for h in one.heads[:n]], one.rels[:n])
        doc.held_out = mark["held_out"]
        doc.events = []
        for e in mark["events"]:
            words = lambda b, z: (begins[b], ends[z]) if b in begins and z in ends and ends[z] <= n else None
            trigger = words(*e["trigger"])
            if trigger:
                parts = [(what, w) for what, b, z in e["parts"] if (w := words(b, z))]
                doc.events.append((e["type"], e["mode"], e["status"], trigger, parts))
        docs.append(doc)
    return docs


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("what", choices=["convert", "list"])
    a.add_argument("--data", required=True)
    a.add_argument("--parsed")
    a.add_argument("--out")
    a.add_argument("--before", help="marks made before, of other articles, to be put to these")
    a.add_argument("--sentences", type=int, default=26, help="so many of an article were read")
    a.add_argument("marks", nargs="+")
    args = a.parse_args()
    if args.what == "convert":
        convert(args)
    else:
        for line in open(args.marks[0], encoding="utf-8"):
            m = json.loads(line)
            print(os.path.join(args.data, FOLDERS[m["source"]], m["document"] + ".txt"))


if __name__ == "__main__":
    main()
