"""Reads what the events are learned from: sentences of our own (train/own/events) and PLOVER's labelled pairs."""

import collections
import csv
import glob
import os
import re

from corpora import Doc, WORD, to_word_ranges

MARK = re.compile(r"\[(X|(?:[TARPWN]\d)+) ([^\[\]]*)\]")
PARTS = {"A": "agent", "R": "recipient", "P": "place", "W": "when", "N": "count"}
TYPES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
STATUSES = ["HAPPENED", "DID-NOT", "ALLEGED", "PLANNED", "POSSIBLE", "DEMANDED", "CONDITIONAL", "BACKGROUND"]


def unmark(sentence):
    """The sentence without its marks, and for each mark its labels and where its words stand."""
    plain, marks, last = "", [], 0
    for m in MARK.finditer(sentence):
        plain += sentence[last:m.start()]
        marks.append((m.group(1), len(plain), len(plain) + len(m.group(2))))
        plain += m.group(2)
        last = m.end()
    return plain + sentence[last:], marks


def held_out(docs):
    """Every eighth is for watching by, the others are learned from."""
    return [d for i, d in enumerate(docs) if i % 8], docs[::8]


def rows(folder):
    """(name, sentence with marks, events) of all files, in order."""
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield (f"{os.path.basename(path)}:{number}", *line.split("\t")[:2])


def read_own(folder, parsed):
    """One document a sentence. Its `events`: (type, mode, status, trigger words, [(part, words)]), each with words as [a, b).

    `parsed` holds the same sentences, in order, each a paragraph, as `onrecord parse` reads them (CoNLL-U): their words and trees.
    """
    docs, trees = [], read_trees(parsed)
    for (name, marked, listed), (words, heads, rels, starts) in zip(rows(folder), trees, strict=True):
        plain, marks = unmark(marked)
        spans, at = [], 0
        for word in words:
            at = plain.index(word, at)
            spans.append((at, at + len(word)))
            at += len(word)
        doc = Doc(name, "own", words=words, block_starts=[0], sentence_starts=starts)
        doc.tree = (heads, rels)
        doc.events = events_of(listed, marks, to_word_ranges(spans))
        docs.append(doc)
    return docs


def read_trees(path):
    """For each paragraph: its words, their heads as indices into them (-1: a root), relations, where sentences begin."""
    out = []
    for line in open(path, encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if line.startswith("# newpar"):
            out.append(([], [], [], []))
        elif line.startswith("# sent_id"):
            out[-1][3].append(len(out[-1][0]))
        elif c[0].isdigit():
            words, heads, rels, starts = out[-1]
            words.append(c[1])
            heads.append(starts[-1] + int(c[6]) - 1 if c[6] != "0" else -1)
            rels.append(c[7])
    return out


def events_of(listed, marks, covered):
    parts = collections.defaultdict(list)
    for labels, begin, end in marks:
        words = covered(begin, end)
        if words and labels != "X":
            for label in re.findall(r"[A-Z]\d", labels):
                parts[label[1]].append((label[0], words))
    events = []
    for item in ([] if listed.strip() == "-" else listed.split(";")):
        number, kind, mode, status = item.split()[:4]
        triggers = [w for label, w in parts[number] if label == "T"]
        if triggers:
            events.append((kind, "" if mode == "-" else mode, status, triggers[0],
                           [(PARTS[label], w) for label, w in parts[number] if label in PARTS]))
    return events


def read_pairs(path):
    """PLOVER's sentences with their source, target and type (YIELD: CONCEDE or RETREAT), the trigger not told."""
    docs = []
    for row in csv.DictReader(open(path, encoding="utf-8"), delimiter="\t"):
        text = row["marked_sentence"]
        plain = re.sub(r"</?[st]>", "", text)
        doc = Doc(f"plover:{row['sentence_id']}", "plover", block_starts=[0], sentence_starts=[0])
        spans = []
        for m in WORD.finditer(plain):
            doc.words.append(m.group())
            spans.append((m.start(), m.end()))
        covered = to_word_ranges(spans)
        doc.pair = tuple(covered(*where) if (where := place_of(text, tag)) else None for tag in "st") + (row["gold_root"],)
        docs.append(doc)
    return docs


def place_of(text, tag):
    """Where the words within <tag> stand once all tags are gone."""
    found = re.search(f"<{tag}>(.*?)</{tag}>", text)
    if not found:
        return None
    before = len(re.sub(r"</?[st]>", "", text[:found.start()]))
    return before, before + len(re.sub(r"</?[st]>", "", found.group(1)))


if __name__ == "__main__":  # The sentences without their marks, to be read by `onrecord parse`.
    import sys
    print("\n\n".join(unmark(marked)[0] for _, marked, _ in rows(sys.argv[1])))
