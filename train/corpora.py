"""Reads the corpora named in README.md into documents of one shape.

A document is a list of blocks; a block is a list of sentences (one, where sentences are not known); a sentence is a list
of words. Over the words of a document, in order, stand the labels of whichever tasks the corpus has.
"""

import collections
import glob
import json
import os
import re
from dataclasses import dataclass, field


@dataclass
class Doc:
    name: str
    source: str
    words: list = field(default_factory=list)
    block_starts: list = field(default_factory=list)     # word indices, ascending
    sentence_starts: list = field(default_factory=list)  # word indices, ascending
    upos: list = None
    xpos: list = None
    feats: list = None
    lemma: list = None       # edit scripts
    head: list = None        # word index in the document, -1 for a root
    deprel: list = None
    names: list = None       # BIO
    predicates: dict = None  # word index -> (sense, [(role, first, end)])
    senses: dict = None      # (lemma, sense) -> roleset
    attributions: list = None  # (cue (a, b), source (a, b) or None, [(a, b), ...])
    mentions: list = None    # (head word, entity, type), the innermost of those with one head
    events: list = None      # (type, mode, status, trigger (a, b), [(part, (a, b))]); empty: none in it
    tree: tuple = None       # heads and relations as a reader saw them
    pair: tuple = None       # source (a, b), target (a, b), type of what is between them
    facts: dict = None       # word index -> how far it is told as having happened, -3 ... 3
    held_out: bool = False   # kept from learning, to watch by


def lemma_script(form, lemma):
    """How to make `lemma` out of `form`: case|cut front|cut back|add front|add back, or =lemma."""
    chosen, longest = "=" + lemma, 0
    for case, cased in (("l", form.lower()), ("k", form), ("t", form[:1] + form[1:].lower())):
        for i in range(len(cased)):
            for j in range(len(lemma)):
                n = 0
                while i + n < len(cased) and j + n < len(lemma) and cased[i + n] == lemma[j + n]:
                    n += 1
                if n > longest and n * 2 >= len(lemma):
                    longest = n
                    chosen = f"{case}|{i}|{len(cased) - i - n}|{lemma[:j]}|{lemma[j + n:]}"
    return chosen


def read_ud(path, roles_path=None):
    docs, doc, sentence, new_block, sent_id = [], None, [], True, None
    opened = collections.defaultdict(list)  # Of GUM's mentions: entity -> [(first word, where its head stands in it, type)]
    place = {}  # (sent_id, token) -> (doc, word)

    def flush():
        nonlocal sentence, new_block
        if not sentence:
            return
        base = len(doc.words)
        if new_block or not doc.words:
            doc.block_starts.append(base)
        new_block = False
        doc.sentence_starts.append(base)
        for c in sentence:
            place[sent_id, int(c[0])] = (doc, len(doc.words))
            doc.words.append(c[1])
            doc.upos.append(c[3]); doc.xpos.append(c[4]); doc.feats.append(c[5])
            doc.lemma.append(lemma_script(c[1], c[2]))
            doc.head.append(base + int(c[6]) - 1 if c[6] != "0" else -1)
            doc.deprel.append(c[7])
        if doc.mentions is not None:
            read_mentions(doc, base, [c[9] for c in sentence], opened)
        sentence = []

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            doc = Doc(line.split(" = ")[-1], os.path.basename(path), upos=[], xpos=[], feats=[], lemma=[], head=[], deprel=[])
            docs.append(doc)
            new_block = True
            opened.clear()
        elif line.startswith("# global.Entity"):
            doc.mentions = []
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            new_block = True
        elif line.startswith("# sent_id"):
            sent_id = line.split(" = ")[1]
        elif not line:
            flush()
        elif line[0].isdigit():
            c = line.split("\t")
            if "-" not in c[0] and "." not in c[0]:
                sentence.append(c)
    flush()
    if roles_path:
        for d in docs:
            d.predicates, d.senses = {}, {}
        for line in open(roles_path, encoding="utf-8"):
            sid, token, roleset, arguments = line.rstrip("\n").split("\t")
            if (sid, int(token)) not in place:
                continue
            d, word = place[sid, int(token)]
            base = word - int(token) + 1
            spans = []
            for a in arguments.split():
                role, span = a.split(":")
                first, last = map(int, span.split("-"))
                if role != "V":
                    spans.append((role, base + first - 1, base + last))
            sense = roleset.rsplit(".", 1)[1]
            d.predicates[word] = (sense, spans)
            d.senses[word] = roleset
    return docs


ENTITY_PART = re.compile(r"\((?P<entity>[^-()]+)-(?P<type>[^-()]+)-[^-()]+-[^-()]+-[^-()]+-(?P<head>\d+)[^()]*|(?P<end>[^()]+)?\)")


def read_mentions(doc, base, misc, opened):
    """GUM's Entity= of one sentence: each mention's head word, entity and type."""
    by_head = {}
    for i, value in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", value)
        if not found:
            continue
        last = None
        for part in ENTITY_PART.finditer(found.group(1)):
            if part.group("entity"):
                last = part.group("entity")
                opened[last].append((base + i, int(part.group("head")) - 1, part.group("type")))
            else:
                entity = part.group("end") or last
                if opened.get(entity):
                    first, head, kind = opened[entity].pop()
                    span = base + i + 1 - first
                    if head < span and (first + head not in by_head or span < by_head[first + head][0]):
                        by_head[first + head] = (span, entity, kind)
    doc.mentions += sorted((head, entity, kind) for head, (_, entity, kind) in by_head.items())


def read_facts(path):
    """Sentences in which words are marked with how far they are told as facts: one document each."""
    docs = []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        doc = Doc(f"{os.path.basename(path)}:{row['idx']}", "facts", words=row["text"].split(" "), block_starts=[0], sentence_starts=[0])
        doc.facts = {t["span1"][0]: t["label"] for t in row["targets"] if t["span1"][0] < len(doc.words)}
        docs.append(doc)
    return docs


def join_facts(docs, facts):
    """Puts the marks of sentences that stand in `docs` (whatever their tokens) onto the words of those; returns how many."""
    at, joined = {}, 0
    for doc in docs:
        ends = doc.sentence_starts[1:] + [len(doc.words)]
        for a, z in zip(doc.sentence_starts, ends):
            at.setdefault("".join(doc.words[a:z]), []).append((doc, a, z))
    for sentence in facts:
        for doc, a, z in at.get("".join(sentence.words), ()):
            if doc.facts is None:
                doc.facts = {}
            begins, n = {}, 0
            for w in range(a, z):
                begins[n] = w
                n += len(doc.words[w])
            for word, score in sentence.facts.items():
                place = begins.get(sum(map(len, sentence.words[:word])))
                if place is not None:
                    doc.facts[place] = score
                    joined += 1
    return joined


def read_names(path):
    docs, doc, start = [], None, True
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# doc"):
            doc = Doc(line.split(" = ")[1], "worldwide", names=[], block_starts=[0])
            docs.append(doc)
            start = True
        elif not line.strip():
            start = True
        else:
            c = line.split("\t") if "\t" in line else line.split()
            if len(c) < 2 or not c[0].strip():
                continue
            if start:
                doc.sentence_starts.append(len(doc.words))
            start = False
            doc.words.append(c[0].strip())
            doc.names.append(c[1].strip())
    return [d for d in docs if d.words]


WORD = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+"
    r"|(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Lt|Col|Jr|Sr|St|No|Inc|Corp|Co|Ltd|vs|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\."
    r"|\d+(?:[.,:]\d+)+|[A-Za-z]\.(?=\s+[A-Z])"
    r"|(?:(?!n['’]t\b)\w)+(?=n['’]t\b)|n['’]t\b|['’](?:s|m|re|ve|d|ll)\b"
    r"|(?:\w(?!n['’]t\b))*\w|\.\.+|--+|``|''|\S", re.IGNORECASE)


def read_attributions(folder, first_only=False):
    docs, seen = [], set()
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        name = os.path.basename(path)[:-4].rsplit("_", 1)[0]
        if first_only and name in seen:
            continue
        seen.add(name)
        text = open(os.path.join(folder, "text", name + ".txt"), encoding="utf-8", newline="").read()
        doc = Doc(name, "polnear", attributions=[])
        spans = []
        for line in re.finditer(r"[^\n]+", text):
            if not line.group().strip():
                continue
            doc.block_starts.append(len(doc.words))
            for m in WORD.finditer(line.group()):
                doc.words.append(m.group())
                spans.append((line.start() + m.start(), line.start() + m.end()))
        parts, links = {}, []
        for line in open(path, encoding="utf-8"):
            c = line.rstrip("\n").split("\t")
            if c[0].startswith("T") and len(c) > 1:
                kind, ranges = c[1].split(" ", 1)
                parts[c[0]] = [tuple(map(int, r.split())) for r in ranges.split(";")]
            elif c[0].startswith("E") and len(c) > 1:
                links.append([p.split(":") for p in c[1].split()])
        covered = to_word_ranges(spans)
        for link in links:
            by_kind = collections.defaultdict(list)
            for kind, ident in link:
                kind = kind.rstrip("0123456789")
                for r in parts.get(ident, []):
                    words = covered(*r)
                    if words:
                        by_kind[kind].append(words)
            contents = merge_touching(by_kind["Content"])
            cue = merge_touching(by_kind["Cue"])
            source = merge_touching(by_kind["Source"])
            if contents and cue:
                doc.attributions.append((cue[0], source[0] if source else None, contents))
        docs.append(doc)
    return docs


def read_news(folder, without=()):
    """Articles as published, without any labels: what a teacher is asked about. Their first line is an address."""
    docs = []
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        if os.path.basename(path) in without:
            continue
        doc = Doc(os.path.basename(path), "news")
        for block in open(path, encoding="utf-8", errors="replace").read().split("\n")[1:]:
            words = [m.group() for m in WORD.finditer(block)]
            if words:
                doc.block_starts.append(len(doc.words))
                doc.words += words
        docs.append(doc)
    return docs


def to_word_ranges(spans):
    import bisect
    begins = [b for b, _ in spans]
    ends = [e for _, e in spans]

    def covered(begin, end):
        first = bisect.bisect_right(ends, begin)
        last = bisect.bisect_left(begins, end)
        return (first, last) if first < last else None
    return covered


def merge_touching(ranges):
    out = []
    for a, b in sorted(set(ranges)):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def attribution_labels(doc):
    """BIO labels of the flat tagging, and the attributions that keep all their words in it."""
    labels = ["O"] * len(doc.words)
    kept = []
    for cue, source, contents in doc.attributions:
        spans = [("cue", cue)] + [("content", c) for c in contents]
        shared = source and labels[source[0]] == "B-source" and all(labels[i] == "I-source" for i in range(source[0] + 1, source[1]))
        if source and not shared:
            spans.append(("source", source))
        if any(labels[i] != "O" for _, (a, b) in spans for i in range(a, b)):
            continue
        for kind, (a, b) in spans:
            labels[a] = "B-" + kind
            labels[a + 1:b] = ["I-" + kind] * (b - a - 1)
        kept.append((cue, source, contents))
    return labels, kept
