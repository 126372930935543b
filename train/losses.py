"""What the network is asked for, in one number."""

import torch
import torch.nn.functional as F

from batches import IGNORE

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "feats": 0.3, "lemma": 0.3, "sentence": 1.0, "name": 1.5, "predicate": 1.0,
           "arc": 1.0, "rel": 1.0, "role": 3.0, "attribution": 2.0, "link": 0.5}


def blur(model, branches):
    """One branch in sixteen told wrong: in use the trees are the reader's own, with their faults."""
    if not model.training:
        return branches
    wrong = torch.randint(0, len(model.role_branch), branches.shape)
    return torch.where(torch.rand(branches.shape) < 0.06, wrong, branches)


def losses(model, b):
    p = model.encode(b)
    out = {}
    for name in ("upos", "xpos", "feats", "lemma", "sentence", "name", "predicate"):
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
    return out


def total(parts):
    return sum(WEIGHTS[k] * v for k, v in parts.items())
