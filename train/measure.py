"""Quick scores on the dev parts, on given tokens and sentences: to watch training by. The real ones are `onrecord eval`."""

import collections

import torch

import batches
from batches import IGNORE
from model import INVALID, branches_of, bucket_of


def spans_of(labels):
    out, begin, kind = [], None, None
    for i, l in enumerate(list(labels) + ["O"]):
        if begin is not None and (l != "I-" + kind):
            out.append((kind, begin, i))
            begin = None
        if l.startswith("B-"):
            begin, kind = i, l[2:]
    return out


def f1(right, found, gold):
    return 200 * right / max(1, found + gold)


def viterbi(emission, transition, start, stop, mask):
    """Best label sequences of a batch: [A, L]."""
    score, back = start + emission[:, 0], []
    for t in range(1, emission.shape[1]):
        best, arg = (score[:, :, None] + transition).max(1)
        m = mask[:, t, None]
        back.append(torch.where(m, arg, torch.arange(score.shape[1])[None]))
        score = torch.where(m, best + emission[:, t], score)
    last = (score + stop).argmax(1)
    path = [last]
    for b in reversed(back):
        last = b.gather(1, last[:, None])[:, 0]
        path.append(last)
    return torch.stack(path[::-1], 1)


def bio_decode(logits, labels):
    """Greedy BIO with a stray I- read as nothing's continuation: cheap and near enough for watching."""
    names = [labels[i] for i in logits.argmax(-1).tolist()]
    for i, l in enumerate(names):
        if l.startswith("I-") and (i == 0 or names[i - 1] not in ("B-" + l[2:], l)):
            names[i] = "B-" + l[2:]
    return names


@torch.no_grad()
def measure(model, sets):
    model.eval()
    n = collections.Counter()
    labels = model.labels
    for docs in sets:
        for b in batches.batches(docs, 200, 6000, __import__("random").Random(0), augment=False):
            p = model.encode(b)
            src = b.windows[0][0].doc.source
            for name in ("upos", "xpos", "feats", "lemma"):
                if name in b.tag:
                    n[src, name, "right"] += int((model.take(p, name).argmax(-1) == b.tag[name]).sum())
                    n[src, name, "all"] += len(b.tag[name])
            if "sentence" in b.tag:
                g = b.tag["sentence"]
                s = (model.take(p, "sentence").argmax(-1) == 1) & (g != IGNORE)
                n[src, "sent", "right"] += int((s & (g == 1)).sum())
                n[src, "sent", "found"] += int(s.sum())
                n[src, "sent", "gold"] += int((g == 1).sum())
            if b.sentences is not None:
                trees(model, b, p, n, src)
            if "predicate" in b.tag:
                roles(model, b, p, n)
            if "name" in b.tag:
                for (d, x, z), at in zip(b.windows, b.base):
                    found = set(spans_of(bio_decode(model.take(p, "name")[at:at + z - x], labels["name"])))
                    gold = set(spans_of(d.doc.names[x:z]))
                    n["name", "right"] += len(found & gold)
                    n["name", "found"] += len(found)
                    n["name", "gold"] += len(gold)
            if b.sequences is not None:
                attributions(model, b, p, n)
            if "entity" in b.tag:
                things(model, b, p, n)
            if "event" in b.tag:
                happenings(model, b, p, n)
            if b.fact_words is not None:
                n[src, "fact", "wrong"] += float((model.take(p, "fact")[b.fact_words, 0] - b.fact_scores).abs().sum())
                n[src, "fact", "count"] += len(b.fact_words)
    return report(n)


def things(model, b, p, n):
    """Heads of mentions with their kind; and, for given mentions, how often the best earlier one is right."""
    found, gold = model.take(p, "entity").argmax(-1), b.tag["entity"]
    known = gold != IGNORE
    n["thing", "right"] += int(((found == gold) & (gold > 0)).sum())
    n["thing", "found"] += int(((found > 0) & known).sum())
    n["thing", "gold"] += int((gold > 0).sum())
    for heads, same, asked in b.mentions:
        s = model.coref_scores(p, heads, heads)
        s[:, 1:] = s[:, 1:].masked_fill(~torch.ones(len(heads), len(heads), dtype=torch.bool).tril(-1), INVALID)
        best = s.argmax(1) - 1
        before = same.tril(-1)
        right = torch.where(best >= 0, before.gather(1, best.clamp_min(0)[:, None])[:, 0], ~before.any(1))
        n["coref", "same", "right"] += int((right & asked).sum())
        n["coref", "same", "all"] += int(asked.sum())


def happenings(model, b, p, n):
    """Of sentences of our own: triggers with their type; and at the true triggers mode, status and parties."""
    names = [model.labels["event"][i] for i in model.take(p, "event").argmax(-1).tolist()]
    mode, status = (model.take(p, what).argmax(-1).tolist() for what in ("mode", "status"))
    for (d, x, z), at in zip(b.windows, b.base):
        if d.doc.events is None:
            continue
        found = {(k, names[k - x + at]) for k in range(x, z) if names[k - x + at] != "_"
                 and (k == x or names[k - 1 - x + at] != names[k - x + at])}
        gold = {(a, kind) for kind, _, _, (a, _), _ in d.doc.events if x <= a < z}
        n["event", "right"] += len(found & gold)
        n["event", "found"] += len(found)
        n["event", "gold"] += len(gold)
        for word, (row, branch) in d.parties.items():
            if not x <= word < z:
                continue
            for what, values in (("mode", mode), ("status", status)):
                n["eve", what, "right"] += values[word - x + at] == d.tag[what][word]
                n["eve", what, "all"] += 1
            near = [k for k in branch if x <= k < z]
            words = torch.tensor(near) - x + at
            logits = model.party_scores(p, words, torch.full_like(words, word - x + at), torch.tensor([branch[k] for k in near]))
            logits[near.index(word), 1:] = INVALID
            found = set(spans_of(bio_decode(logits, model.labels["party"])))
            gold = set(spans_of([model.labels["party"][row.get(k, 0)] for k in near]))
            n["party", "right"] += len(found & gold)
            n["party", "found"] += len(found)
            n["party", "gold"] += len(gold)


def trees(model, b, p, n, src):
    head = model.arc_scores(p, b.sentences, b.in_sentence).argmax(-1)
    ok = (head == b.heads) & b.in_sentence
    words = b.sentences
    flat = torch.where(head < words.shape[1], words.gather(1, head.clamp_max(words.shape[1] - 1)), torch.tensor(-1))
    rel = model.rel_scores(p, b.rel_words, flat[b.in_sentence]).argmax(-1)
    gold = b.tag["deprel"][b.rel_words]
    universal = [l.split(":")[0] for l in model.labels["deprel"]]
    ids = {u: i for i, u in enumerate(sorted(set(universal)))}
    to = torch.tensor([ids[u] for u in universal])
    same = (to[rel] == to[gold.clamp_min(0)]) & (gold >= 0)
    n[src, "uas", "right"] += int(ok.sum())
    n[src, "las", "right"] += int((ok[b.in_sentence] & same).sum())
    n[src, "uas", "all"] += int(b.in_sentence.sum())
    n[src, "las", "all"] += int(b.in_sentence.sum())


def predicted_trees(model, b, p):
    """The best head and relation of every word, by word of the batch; not held to be trees."""
    if b.sentences is None:
        return {}, {}
    head = model.arc_scores(p, b.sentences, b.in_sentence).argmax(-1)
    words = b.sentences
    flat = torch.where(head < words.shape[1], words.gather(1, head.clamp_max(words.shape[1] - 1)), torch.tensor(-1))[b.in_sentence]
    rel = model.rel_scores(p, b.rel_words, flat).argmax(-1)
    ids = b.rel_words.tolist()
    return dict(zip(ids, flat.tolist())), dict(zip(ids, rel.tolist()))


def roles(model, b, p, n):
    head, rel = predicted_trees(model, b, p)
    predicted = set((model.take(p, "predicate").argmax(-1) > 0).nonzero()[:, 0].tolist())
    for (d, x, z), at in zip(b.windows, b.base):
        starts = [s for s in d.sentence_starts if x <= s < z] + [z]
        for s, e in zip(starts, starts[1:]):
            for w in range(s, e):
                gold = set()
                if w in d.predicates:
                    names = [model.labels["role"][d.predicates[w][0].get(k, 0)] for k in range(s, e)]
                    gold = set(spans_of(names))
                found = set()
                if w - x + at in predicted:
                    words = torch.arange(s, e) - x + at
                    tree = [head.get(k - x + at, -1) for k in range(s, e)]
                    tree = [h - (s - x + at) if h >= 0 else -1 for h in tree]
                    rels = [rel.get(k - x + at, 0) for k in range(s, e)]
                    branch = torch.tensor(branches_of(w - s, tree, rels, model.labels["deprel"]))
                    logits = model.role_scores(p, words, torch.full_like(words, w - x + at), branch)
                    logits[w - s, 1:] = INVALID
                    found = set(spans_of(bio_decode(logits, model.labels["role"])))
                    n["pred", "found"] += 1
                    n["pred", "right"] += w in d.predicates
                n["pred", "gold"] += w in d.predicates
                n["role", "right"] += len(found & gold)
                n["role", "found"] += len(found)
                n["role", "gold"] += len(gold)


def attributions(model, b, p, n):
    path = viterbi(model.take(p, "attribution")[b.sequences], model.transitions(), model.start + model.forbidden[0], model.stop,
                   b.sequence_mask)
    k = 0
    for (d, x, z), at in zip(b.windows, b.base):
        if d.attributions is None:
            continue
        names = [model.labels["attribution"][i] for i in path[k, : z - x].tolist()]
        k += 1
        found = spans_of(names)
        gold = spans_of(d.attribution_names[x:z])
        for kind in ("source", "cue", "content"):
            f = {(i, j) for t, i, j in found if t == kind}
            g = {(i, j) for t, i, j in gold if t == kind}
            n[kind, "right"] += len(f & g)
            n[kind, "found"] += len(f)
            n[kind, "gold"] += len(g)
        f, g = linked(model, p, found, at), set()
        for cue, source, contents in d.attributions:
            if x <= cue[0] and cue[1] <= z:
                g.add((cue[0] - x, cue[1] - x, source and (source[0] - x, source[1] - x),
                       tuple((i - x, j - x) for i, j in sorted(contents))))
        n["linked", "right"] += len(f & g)
        n["linked", "found"] += len(f)
        n["linked", "gold"] += len(g)


def linked(model, p, found, at):
    cues = [(i, j) for t, i, j in found if t == "cue"]
    of = {c: [None, -1, []] for c in cues}
    if not cues:
        return set()
    for t, i, j in found:
        if t == "cue":
            continue
        rows = torch.tensor([[i + at, j - 1 + at, c[0] + at, bucket_of((i, j), c, t == "content")] for c in cues]).T
        s = model.link_scores(p, *rows)
        best = int(s.argmax())
        if s[best] <= 0:
            continue
        got = of[cues[best]]
        if t == "content":
            got[2].append((i, j))
        elif s[best] > got[1]:
            got[0], got[1] = (i, j), float(s[best])
    return {(c[0], c[1], s, tuple(sorted(k))) for c, (s, _, k) in of.items() if k}


def report(n):
    out = {}
    for key in n:
        if key[-1] == "all":
            out[f"{key[0][:3]} {key[1]}"] = 100 * n[key[:-1] + ("right",)] / n[key]
        if key[-1] == "gold":
            out[" ".join(key[:-1])] = f1(n[key[:-1] + ("right",)], n[key[:-1] + ("found",)], n[key])
        if key[-1] == "count":
            out[f"{key[0][:3]} {key[1]} mae"] = n[key[:-1] + ("wrong",)] / n[key]
    return {k: round(v, 2) for k, v in sorted(out.items())}
