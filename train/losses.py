"""What the network is asked for, in one number."""

import torch
import torch.nn.functional as F

from batches import IGNORE

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "feats": 0.3, "lemma": 0.3, "sentence": 1.0, "name": 1.5, "predicate": 1.0,
           "arc": 1.0, "rel": 1.0, "role": 3.0, "attribution": 2.0, "link": 0.5,
           "entity": 0.7, "fact": 0.4, "coref": 0.5, "teach": 0.5,
           "event": 1.5, "mode": 0.3, "status": 0.5, "party": 2.0, "pair": 0.7}


def blur(model, branches):
    """One branch in sixteen told wrong: in use the trees are the reader's own, with their faults."""
    if not model.training:
        return branches
    wrong = torch.randint(0, len(model.role_branch), branches.shape)
    return torch.where(torch.rand(branches.shape) < 0.06, wrong, branches)


def teach(model, teacher, b, p):
    """How far the emissions of attributions stand from those of `teacher` (mean squared, a label), over all words, labelled or not."""
    with torch.no_grad():
        want = teacher.take(teacher.encode(b), "attribution")
    away = model.take(p, "attribution") - want
    return (away - away.mean(-1, keepdim=True)).square().mean()


def losses(model, b, teacher=None):
    p = model.encode(b)
    out = {}
    if teacher is not None:
        out["teach"] = teach(model, teacher, b, p)
    for name in ("upos", "xpos", "feats", "lemma", "sentence", "name", "predicate", "entity", "event", "mode", "status"):
        if name in b.tag:
            out[name] = F.cross_entropy(model.take(p, name), b.tag[name], ignore_index=IGNORE)
    if b.sentences is not None:
        s = model.arc_scores(p, b.sentences, b.in_sentence)
        out["arc"] = F.cross_entropy(s.flatten(0, 1), b.heads.flatten(), ignore_index=IGNORE)
        out["rel"] = F.cross_entropy(model.rel_scores(p, b.rel_words, b.rel_heads), b.tag["deprel"][b.rel_words])
    if b.roles is not None:
        out["role"] = F.cross_entropy(model.role_scores(p, b.roles[0], b.roles[1], blur(model, b.roles[3])), b.roles[2])
    if b.sequences is not None:
        out["attribution"] = model.crf_loss(p, b.sequences, b.sequence_mask, b.sequence_gold)
    if b.links is not None:
        rows = [r for near, _ in b.links for r in near]
        if rows:
            t = torch.tensor(rows).T
            flat = model.link_scores(p, *t)
            longest = max(len(near) for near, _ in b.links) + 1
            s = torch.full((len(b.links), longest), -1e4)
            s[:, 0] = 0  # No cue at all: the logit that every cue must beat.
            at = [(i, k + 1) for i, (near, _) in enumerate(b.links) for k in range(len(near))]
            i, k = torch.tensor(at).T
            s = s.index_put((i, k), flat)
            out["link"] = F.cross_entropy(s, torch.tensor([g + 1 for _, g in b.links]))
    if b.parties is not None:
        out["party"] = F.cross_entropy(model.party_scores(p, b.parties[0], b.parties[1], blur(model, b.parties[3])), b.parties[2])
    if b.pairs:
        e = model.take(p, "event")
        out["pair"] = sum(pair_loss(model, e[first:end], kind) for first, end, kind in b.pairs) / len(b.pairs)
    if b.fact_words is not None:
        out["fact"] = F.smooth_l1_loss(model.take(p, "fact")[b.fact_words, 0], b.fact_scores, beta=0.5)
    if b.mentions:
        out["coref"] = sum(coref_loss(model, p, *m) for m in b.mentions) / sum(len(m[0]) for m in b.mentions)
    return out


def pair_loss(model, e, kind):
    """Of a sentence with its type told but not by which word; YIELD is what PLOVER's pairs call two types together."""
    log = torch.log_softmax(model.pair_scores(e), 0)
    told = ["CONCEDE", "RETREAT"] if kind == "YIELD" else [kind]
    return -torch.logsumexp(log[[model.labels["event"].index(t) - 1 for t in told]], 0)


def coref_loss(model, p, heads, same, asked):
    """Of the mentions of a window, in order: the likelihood of all that is of the same entity before, or of being new."""
    s = model.coref_scores(p, heads, heads)
    before = torch.ones(len(heads), len(heads), dtype=torch.bool).tril(-1)
    allowed = torch.cat([torch.ones(len(heads), 1, dtype=torch.bool), before], 1)
    right = same & before
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    s = s.masked_fill(~allowed, -1e4)
    lost = torch.logsumexp(s, 1) - torch.logsumexp(s.masked_fill(~right, -1e4), 1)
    return (lost * asked).sum()


def total(parts):
    return sum(WEIGHTS[k] * v for k, v in parts.items())
