"""Documents cut into windows, windows put into batches."""

import random
from types import SimpleNamespace

import numpy as np
import torch

from corpora import attribution_labels
from events import PARTS, STATUSES, TYPES
from model import branch_count, branches_of, bucket_of
from pieces import CLS, SEP, case_class

IGNORE = -100


class Prepared:
    """A document with everything in numbers."""

    def __init__(self, doc, pieces, labels):
        self.doc, self.n = doc, len(doc.words)
        index = {t: {l: i for i, l in enumerate(labels[t])} for t in labels}
        self.pieces = [pieces(w) for w in doc.words]
        self.cases = [case_class(w) for w in doc.words]
        self.upper = [case_class(w.upper()) for w in doc.words]
        self.lower = [case_class(w.lower()) for w in doc.words]
        self.block_starts = sorted(set(doc.block_starts) | {0})
        self.sentence_starts = sorted(set(doc.sentence_starts) | {0}) if doc.sentence_starts else None
        tag = {}

        def numbers(name, values, default=IGNORE):
            tag[name] = np.array([index[name].get(v, default) for v in values], dtype=np.int64)

        if doc.upos:
            numbers("upos", doc.upos), numbers("xpos", doc.xpos), numbers("feats", doc.feats)
            numbers("lemma", doc.lemma), numbers("deprel", doc.deprel)
            tag["head"] = np.array(doc.head)
            s = np.zeros(self.n, dtype=np.int64)
            s[self.sentence_starts] = 1
            s[self.block_starts] = IGNORE  # A block always begins a sentence: nothing to learn.
            tag["sentence"] = s
        if doc.names:
            numbers("name", doc.names)
        self.predicates = {}
        if doc.predicates is not None:
            p = np.zeros(self.n, dtype=np.int64)
            for word, (sense, spans) in doc.predicates.items():
                p[word] = index["predicate"].get(sense, index["predicate"]["01"])
                row = {}
                for role, a, z in spans:
                    b, i = index["role"].get("B-" + role), index["role"].get("I-" + role)
                    if b is None or any(k in row for k in range(a, z)):
                        continue
                    row[a] = b
                    row.update((k, i) for k in range(a + 1, z))
                self.predicates[word] = (row, self.branches(word, index["deprel"], labels["deprel"]))
            tag["predicate"] = p
        self.attributions = None
        if doc.attributions is not None:
            marks, self.attributions = attribution_labels(doc)
            numbers("attribution", marks)
        if doc.mentions is not None:
            e = np.zeros(self.n, dtype=np.int64)
            for head, _, kind in doc.mentions:
                e[head] = index["entity"].get(kind, 0)
            tag["entity"] = e
        if doc.events is not None:
            self.mark_events(tag, index, labels)
        self.tag = tag


    def mark_events(self, tag, index, labels):
        tag["event"] = np.zeros(self.n, dtype=np.int64)
        tag["mode"], tag["status"] = (np.full(self.n, IGNORE, dtype=np.int64) for _ in range(2))
        self.parties = {}
        ids = {r: i for i, r in enumerate(labels["deprel"])}
        for kind, mode, status, (a, z), parts in self.doc.events:
            tag["event"][a:z] = index["event"][kind]
            tag["mode"][a] = index["mode"].get(f"{kind} {mode}" if mode else "_", 0)
            tag["status"][a] = index["status"][status]
            row = {}
            for part, (first, end) in parts:
                if not any(k in row for k in range(first, end)):
                    row[first] = index["party"]["B-" + part]
                    row.update((k, index["party"]["I-" + part]) for k in range(first + 1, end))
            self.parties[a] = row, self.branches(a, ids, labels["deprel"], self.doc.tree)

    def branches(self, word, ids, deprels, tree=None):
        """branches_of for the sentence of `word`, as {word: class}; by `tree`, or else the gold one."""
        import bisect
        starts = self.sentence_starts
        k = bisect.bisect_right(starts, word) - 1
        s = starts[k]
        e = starts[k + 1] if k + 1 < len(starts) else self.n
        all_heads, all_rels = tree or (self.doc.head, self.doc.deprel)
        heads = [h - s if h >= 0 else -1 for h in all_heads[s:e]]
        rels = [ids.get(r, ids["dep"]) for r in all_rels[s:e]]
        return dict(zip(range(s, e), branches_of(word - s, heads, rels, deprels)))


def cut(doc, budget):
    """Windows [first, end) of at most `budget` pieces: whole blocks packed, longer ones cut at a sentence."""
    starts = doc.block_starts + [doc.n]
    sentence_starts = set(doc.sentence_starts or ())
    size = [len(p) for p in doc.pieces]
    windows, first, filled = [], 0, 1
    for a, z in zip(starts, starts[1:]):
        need = sum(size[a:z]) + 1
        if filled + need <= budget:
            filled += need
            continue
        if a > first:
            windows.append((first, a))
        first, filled = a, 1
        if need + 1 <= budget:
            filled += need
            continue
        last_good = None
        for w in range(a, z):
            if w > first and (w in sentence_starts or (not sentence_starts and doc.doc.words[w - 1] in ".!?")):
                last_good = w
            if filled + size[w] + 1 > budget:
                at = last_good if last_good and last_good > first else w
                windows.append((first, at))
                first, last_good = at, None
                filled = 1 + sum(size[first:w])
            filled += size[w]
        filled += 1
    if first < doc.n:
        windows.append((first, doc.n))
    return windows


def batches(docs, budget, per_batch, rng, augment=True):
    """Batches of windows of like length, about `per_batch` pieces each."""
    windows = []
    for doc in docs:
        b = rng.choice(budget) if isinstance(budget, list) else budget
        windows += [(sum(len(p) for p in doc.pieces[a:z]), rng.random(), doc, a, z) for a, z in cut(doc, b) if z > a]
    windows.sort(key=lambda w: (w[0] // 8, w[1]))
    groups, group, longest = [], [], 0
    for w in windows:
        longest = max(longest, w[0] + 8)
        if group and longest * (len(group) + 1) > per_batch:
            groups.append(group)
            group, longest = [], w[0] + 8
        group.append(w)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    for g in groups:
        yield collate([(d, a, z) for _, _, d, a, z in g], rng if augment else None)


def window_rows(doc, a, z, rng):
    """Pieces, cases and the unit of each piece for words [a, z) with [CLS] and [SEP]; units of the words."""
    cases = doc.cases
    if rng and rng.random() < 0.12:
        cases = doc.lower if rng.random() < 0.6 else doc.upper
    starts = set(doc.block_starts)
    pieces, case, unit, words = [CLS], [0], [0], []
    u = 1
    for w in range(a, z):
        if w in starts and w > a:
            pieces.append(SEP), case.append(0), unit.append(u)
            u += 1
        words.append(u)
        pieces += doc.pieces[w]
        case += [cases[w]] * len(doc.pieces[w])
        unit += [u] * len(doc.pieces[w])
        u += 1
    pieces.append(SEP), case.append(0), unit.append(u)
    return pieces, case, unit, words, u + 1


def collate(windows, rng):
    rows = [window_rows(d, a, z, rng) for d, a, z in windows]
    n, t, units = len(rows), max(len(r[0]) for r in rows), max(r[4] for r in rows)
    b = SimpleNamespace(windows=windows)
    b.pieces, b.cases = torch.zeros(n, t, dtype=torch.long), torch.zeros(n, t, dtype=torch.long)
    b.piece_mask, b.unit_mask = torch.zeros(n, t, dtype=torch.bool), torch.zeros(n, units, dtype=torch.bool)
    real, of_piece, word_units, base = [], [], [], [0]
    for i, (p, c, u, words, count) in enumerate(rows):
        b.pieces[i, : len(p)] = torch.tensor(p)
        b.cases[i, : len(p)] = torch.tensor(c)
        b.piece_mask[i, : len(p)] = True
        b.unit_mask[i, :count] = True
        real.append(np.arange(len(p)) + i * t)
        of_piece.append(np.array(u) + i * units)
        word_units.append(np.array(words, dtype=np.int64) + i * units)
        base.append(base[-1] + len(words))
    b.real_pieces = torch.from_numpy(np.concatenate(real))
    b.unit_of_piece = torch.from_numpy(np.concatenate(of_piece))
    counts = torch.zeros(n * units).index_add(0, b.unit_of_piece, torch.ones(len(b.unit_of_piece)))
    b.unit_weight = 1 / counts.clamp_min(1)
    b.word_units = torch.from_numpy(np.concatenate(word_units))
    b.base = base
    total = base[-1]
    b.tag = {}
    for name in ("upos", "xpos", "feats", "lemma", "sentence", "name", "predicate", "deprel", "attribution", "entity", "event", "mode", "status"):
        out = np.full(total, IGNORE, dtype=np.int64)
        for (d, x, z), at in zip(windows, base):
            if name in d.tag:
                out[at:at + z - x] = d.tag[name][x:z]
        if (out != IGNORE).any():
            b.tag[name] = torch.from_numpy(out)
    collate_trees(b, windows, base)
    collate_attributions(b, windows, base)
    collate_mentions(b, windows, base)
    collate_facts(b, windows, base)
    collate_events(b, windows, base)
    return b


def collate_events(b, windows, base):
    """Pairs of a trigger and a word of its sentence; and, of PLOVER's pairs, which words are which sentence's."""
    rows = [(k - x + at, w - x + at, row.get(k, 0), place) for (d, x, z), at in zip(windows, base) if d.doc.events
            for w, (row, branch) in d.parties.items() if x <= w < z for k, place in branch.items() if k != w and x <= k < z]
    b.parties = torch.tensor(rows, dtype=torch.long).T if rows else None
    b.pairs = [(at, at + z - x, d.doc.pair[2]) for (d, x, z), at in zip(windows, base) if d.doc.pair]


def collate_mentions(b, windows, base):
    """Of each window with mentions: their head words, which are of one entity, which to ask for. A mention whose like
    stands only before the window is not asked for: it is neither new nor to be found."""
    b.mentions = []
    for (d, x, z), at in zip(windows, base):
        if d.doc.mentions is None:
            continue
        before = {entity for head, entity, _ in d.doc.mentions if head < x}
        inside = [(head, entity) for head, entity, _ in d.doc.mentions if x <= head < z]
        if len(inside) < 2:
            continue
        seen, asked = set(), []
        for _, entity in inside:
            asked.append(entity in seen or entity not in before)
            seen.add(entity)
        names = {e: i for i, e in enumerate(sorted(seen))}
        of = torch.tensor([names[e] for _, e in inside])
        b.mentions.append((torch.tensor([h - x + at for h, _ in inside]), of[:, None] == of[None, :], torch.tensor(asked)))


def collate_facts(b, windows, base):
    marks = [(w - x + at, score) for (d, x, z), at in zip(windows, base) if d.doc.facts
             for w, score in d.doc.facts.items() if x <= w < z]
    b.fact_words = b.fact_scores = None
    if marks:
        b.fact_words = torch.tensor([w for w, _ in marks])
        b.fact_scores = torch.tensor([score for _, score in marks])


def collate_trees(b, windows, base):
    sentences, heads, pairs = [], [], []
    for (d, x, z), at in zip(windows, base):
        if "head" not in d.tag:
            continue
        starts = [s for s in d.sentence_starts if x <= s < z]
        if not starts or starts[0] != x:
            starts = [x] + starts
        for s, e in zip(starts, starts[1:] + [z]):
            head = d.tag["head"][s:e]
            if ((head >= 0) & ((head < s) | (head >= e))).any():
                continue  # A sentence that the window cut.
            sentences.append(np.arange(s, e) - x + at)
            heads.append(np.where(head >= 0, head - s, -1))
            for w in range(s, e):
                if w in d.predicates:
                    row, branch = d.predicates[w]
                    pairs += [(k - x + at, w - x + at, row.get(k, 0), branch[k]) for k in range(s, e) if k != w]
    b.sentences = None
    if sentences:
        longest = max(map(len, sentences))
        b.sentences = torch.zeros(len(sentences), longest, dtype=torch.long)
        b.heads = torch.full((len(sentences), longest), IGNORE, dtype=torch.long)
        for i, (s, h) in enumerate(zip(sentences, heads)):
            b.sentences[i, : len(s)] = torch.from_numpy(s)
            b.heads[i, : len(s)] = torch.from_numpy(np.where(h >= 0, h, longest))  # The root is the last column.
        b.in_sentence = b.heads != IGNORE
        b.rel_words = b.sentences[b.in_sentence]
        flat = [s[h] if h >= 0 else -1 for s, hs in zip(sentences, heads) for h in hs]
        b.rel_heads = torch.tensor(flat)
    b.roles = torch.tensor(pairs, dtype=torch.long).T if pairs else None


def collate_attributions(b, windows, base):
    b.sequences = b.links = None
    rows, gold, links = [], [], []
    for (d, x, z), at in zip(windows, base):
        if d.attributions is None:
            continue
        rows.append(np.arange(x, z) - x + at)
        marks = d.tag["attribution"][x:z].copy()
        names = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
        if len(marks) and names[marks[0]].startswith("I-"):
            marks[0] -= 1  # A span that the window cut begins here.
        gold.append(marks)
        cues = [c for c, _, _ in d.attributions if x <= c[0] and c[1] <= z]
        for cue, source, contents in d.attributions:
            spans = [(s, 1) for s in contents] + ([(source, 0)] if source else [])
            for s, is_content in spans:
                if not (x <= s[0] and s[1] <= z):
                    continue
                near = sorted(cues, key=lambda c: (c != cue, abs(c[0] - s[0])))[:12]
                links.append(([(s[0] - x + at, s[1] - 1 - x + at, c[0] - x + at, bucket_of(s, c, is_content)) for c in near],
                              0 if near and near[0] == cue else -1))
    if rows:
        longest = max(map(len, rows))
        b.sequences = torch.zeros(len(rows), longest, dtype=torch.long)
        b.sequence_gold = torch.zeros(len(rows), longest, dtype=torch.long)
        b.sequence_mask = torch.zeros(len(rows), longest, dtype=torch.bool)
        for i, (r, g) in enumerate(zip(rows, gold)):
            b.sequences[i, : len(r)] = torch.from_numpy(r)
            b.sequence_gold[i, : len(r)] = torch.from_numpy(g)
            b.sequence_mask[i, : len(r)] = True
    if links:
        b.links = links
