#!/usr/bin/env python3
"""A last pass over the role head alone, on what the finished encoder makes of EWT: minutes instead of hours.

    train/roles.py --data ../shared/data train/run/done.pt train/run/done2.pt

The vectors of all words are computed once, as int8 would; then the head goes over them many times.
"""

import argparse
import random

import torch
import torch.nn as nn
import torch.nn.functional as F

import batches
import corpora
import model as network
import pieces
import train


class RoleHead(nn.Module):
    """The role columns of the projection and what follows them, taken out of a Reader."""

    def __init__(self, net):
        super().__init__()
        hidden, role = net.config["hidden"], net.config["role"]
        self.word, self.predicate = nn.Linear(hidden, role), nn.Linear(hidden, role)
        self.distance, self.branch = nn.Parameter(net.role_distance.detach().clone()), nn.Parameter(net.role_branch.detach().clone())
        self.out, self.drop = nn.Linear(role, net.role_out.out_features), nn.Dropout(0.2)
        with torch.no_grad():
            for layer, name in ((self.word, "role_word"), (self.predicate, "role_predicate")):
                a, z = net.columns[name]
                layer.weight.copy_(net.projection.weight[a:z]), layer.bias.copy_(net.projection.bias[a:z])
            self.out.load_state_dict(net.role_out.state_dict())

    def forward(self, x, words, predicates, branches):
        x = self.drop(x)
        distance = (words - predicates).clamp(-16, 16) + 16
        return self.out(F.relu(self.word(x)[words] + self.predicate(x)[predicates] + self.distance[distance] + self.branch[branches]))

    def put_back(self, net):
        with torch.no_grad():
            for layer, name in ((self.word, "role_word"), (self.predicate, "role_predicate")):
                a, z = net.columns[name]
                net.projection.weight[a:z], net.projection.bias[a:z] = layer.weight, layer.bias
            net.role_distance.copy_(self.distance), net.role_branch.copy_(self.branch)
            net.role_out.load_state_dict(self.out.state_dict())


@torch.no_grad()
def vectors(net, docs):
    """The encoder's output for every batch, with the batch."""
    projection, net.projection = net.projection, nn.Identity()
    network.Linear.cut = True
    out = [(net.encode(b), b) for b in batches.batches(docs, [120, 200], 6000, random.Random(5), augment=False)]
    network.Linear.cut = False
    net.projection = projection
    return [(x, b) for x, b in out if b.roles is not None]


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--data", required=True)
    a.add_argument("--rounds", type=int, default=14)
    a.add_argument("checkpoint")
    a.add_argument("output")
    args = a.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    saved = torch.load(args.checkpoint, weights_only=False)
    meta = saved["meta"]
    net = network.Reader(meta["config"], meta["labels"])
    net.load_state_dict(saved["net"])
    net.eval()
    corpus = corpora.read_ud(f"{args.data}/ud/ewt-train.conllu", f"{args.data}/srl/ewt-train.tsv")
    made = vectors(net, train.prepare(corpus, pieces.WordPieces(meta["vocabulary"]), meta["labels"]))
    head = RoleHead(net)
    opt = torch.optim.AdamW(head.parameters(), weight_decay=0.01)
    for r in range(args.rounds):
        random.Random(r).shuffle(made)
        loss_sum = 0.0
        for x, b in made:
            opt.param_groups[0]["lr"] = 1e-3 * (1 - r / args.rounds)
            wrong = torch.randint(0, len(head.branch), b.roles[3].shape)
            branches = torch.where(torch.rand(b.roles[3].shape) < 0.08, wrong, b.roles[3])
            loss = F.cross_entropy(head(x, b.roles[0], b.roles[1], branches), b.roles[2])
            opt.zero_grad()
            loss.backward()
            opt.step()
            loss_sum += float(loss.detach())
        print(f"round {r}: {loss_sum / len(made):.4f}", flush=True)
    head.put_back(net)
    torch.save({**saved, "net": net.state_dict()}, args.output)


if __name__ == "__main__":
    main()
