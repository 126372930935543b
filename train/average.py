#!/usr/bin/env python3
"""The mean of two checkpoints of one run, the finished one and an earlier one, and its quick scores as int8.

    train/average.py --data ../shared/data --share 0.33 train/run2/earlier.pt train/run2/done.pt train/run2/mean.pt

`--share` is the earlier one's. It takes back some of what the end of the run learned by heart.
"""

import argparse

import torch

import measure
import model as network
import pieces
import train


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--data", required=True)
    a.add_argument("--share", type=float, default=0.33)
    a.add_argument("earlier")
    a.add_argument("done")
    a.add_argument("output")
    args = a.parse_args()
    torch.set_num_threads(1)
    earlier, done = (torch.load(path, weights_only=False) for path in (args.earlier, args.done))
    mean = {name: torch.lerp(w, earlier["net"][name], args.share) if w.dtype.is_floating_point else w
            for name, w in done["net"].items()}
    meta = done["meta"]
    net = network.Reader(meta["config"], meta["labels"])
    net.load_state_dict(mean)
    _, dev = train.read_all(args.data)
    cutter = pieces.WordPieces(meta["vocabulary"])
    network.Linear.cut = True
    scores = measure.measure(net, [train.prepare(docs, cutter, meta["labels"]) for docs in dev.values()])
    print(scores)
    torch.save({"net": mean, "meta": meta, "scores": scores}, args.output)


if __name__ == "__main__":
    main()
