#!/usr/bin/env python3
"""Writes a trained checkpoint as the weights file of doc/format/weights.md, and its manifest.

    train/export.py train/run/done.pt models/onrecord-en.weights --version 2026.11.1
"""

import argparse
import hashlib
import json
import os
import struct
import subprocess

import numpy as np
import torch
import xxhash

DATA = [
    {"name": "MiniLM-L6 (all-MiniLM-L6-v2), the encoder's starting weights", "licence": "Apache-2.0"},
    {"name": "Universal Dependencies English EWT, train", "licence": "CC BY-SA 4.0"},
    {"name": "PropBank on English EWT, train", "licence": "CC BY-SA 4.0"},
    {"name": "Universal Dependencies English GUM (free genres), train: also its entities and coreference", "licence": "CC BY 4.0 (annotations)"},
    {"name": "Worldwide English NER, train", "licence": "none stated; numbers computed from it, no text"},
    {"name": "PolNeAR, train", "licence": "none stated; numbers computed from it, no text"},
    {"name": "UDS-IH2 (event factuality on EWT), train", "licence": "CC BY-SA 4.0"},
    {"name": "PLOVER's labelled pairs (PLV), train", "licence": "none stated; numbers computed from it, no text"},
    {"name": "Onrecord's own sentences (train/own)", "licence": "Apache-2.0"},
    {"name": "Onrecord's own marks of events in 608 articles (train/news_events.jsonl; the articles: Worldwide English NER, PolNeAR train)", "licence": "CC BY-SA 4.0 (the marks); numbers computed from the articles, no text"},
    {"name": "UW event factuality, train", "licence": "unclear; numbers computed from it, no text"},
]


def add_linear(out, name, weight, bias):
    scale = weight.abs().amax(1).clamp_min(1e-8) / 63
    out.append((name + ".weight", torch.round(weight / scale[:, None]).clamp(-63, 63).to(torch.int8)))
    out.append((name + ".scale", scale))
    out.append((name + ".bias", bias))


def tensors(net, config):
    out = []
    piece = net["piece.weight"]
    scale = piece.abs().amax(1).clamp_min(1e-8) / 127
    out.append(("embed.piece", torch.round(piece / scale[:, None]).clamp(-127, 127).to(torch.int8)))
    out.append(("embed.piece.scale", scale))
    out.append(("embed.position", net["position.weight"]))
    out.append(("embed.case", net["case.weight"]))
    out += [("embed.norm.gain", net["norm.weight"]), ("embed.norm.bias", net["norm.bias"])]
    for i in range(config["layers"]):
        for part in ("qkv", "out", "up", "down"):
            add_linear(out, f"layer.{i}.{part}", net[f"layers.{i}.{part}.weight"], net[f"layers.{i}.{part}.bias"])
        for part in ("norm1", "norm2"):
            out += [(f"layer.{i}.{part}.gain", net[f"layers.{i}.{part}.weight"]),
                    (f"layer.{i}.{part}.bias", net[f"layers.{i}.{part}.bias"])]
    add_linear(out, "projection", net["projection.weight"], net["projection.bias"])
    out.append(("arc.root", net["root"]))
    out += [("rel.out.weight", net["rel_out.weight"]), ("rel.out.bias", net["rel_out.bias"])]
    out += [("role.distance", net["role_distance"]), ("role.branch", net["role_branch"])]
    out += [("role.out.weight", net["role_out.weight"]), ("role.out.bias", net["role_out.bias"])]
    if "party_out.weight" in net:
        out += [("party.distance", net["party_distance"]), ("party.branch", net["party_branch"])]
        out += [("party.out.weight", net["party_out.weight"]), ("party.out.bias", net["party_out.bias"])]
    out += [("attribution.transition", net["transition"] + net["forbidden"]),
            ("attribution.start", net["start"] + net["forbidden"][0]), ("attribution.stop", net["stop"])]
    out.append(("link.distance", net["link_distance"]))
    out += [("link.out.weight", net["link_out.weight"].reshape(-1)), ("link.out.bias", net["link_out.bias"])]
    return out


def write(path, header, named):
    data, directory = bytearray(), []
    for name, t in named:
        data += b"\0" * (-len(data) % 64)
        array = t.detach().cpu().numpy()
        kind = "s8" if array.dtype == np.int8 else "f32"
        raw = array.astype("<i1" if kind == "s8" else "<f4").tobytes()
        directory.append({"name": name, "type": kind, "shape": list(array.shape), "offset": len(data)})
        data += raw
    header = dict(header, tensors=directory)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    begin = (56 + len(text) + 63) // 64 * 64
    body = text + b" " * (begin - 56 - len(text)) + bytes(data)
    head = b"ONRECWTS" + struct.pack("<IIQQQ", 1, 0, len(text), begin, len(data))
    with open(path, "wb") as f:
        f.write(head + xxhash.xxh3_128_digest(body) + body)


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("checkpoint")
    a.add_argument("output")
    a.add_argument("--version", required=True)
    args = a.parse_args()
    saved = torch.load(args.checkpoint, weights_only=False, map_location="cpu")
    meta = saved["meta"]
    config = {k: v for k, v in meta["config"].items() if k not in ("dropout", "vocabulary")}
    # Another word's roleset by its whole name: "meeting" -> meet.03.
    senses = {k: sorted(s if r == f"{k}.{s}" else r for s, r in v.items()) for k, v in meta["rolesets"].items()}
    header = {"name": "onrecord-en", "version": args.version, "architecture": "onrecord-encoder-1", "config": config,
              "vocabulary": meta["vocabulary"], "labels": meta["labels"],
              "projection": {k: list(v) for k, v in meta["columns"].items()},
              "rolesets": senses,
              "data": DATA, "scores": saved.get("scores", {}), "licence": "CC BY-SA 4.0"}
    write(args.output, header, tensors(saved["net"], meta["config"]))
    raw = open(args.output, "rb").read()
    try:
        commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        commit = ""
    manifest = {"file": os.path.basename(args.output), "version": args.version, "bytes": len(raw),
                "sha256": hashlib.sha256(raw).hexdigest(), "licence": "CC BY-SA 4.0", "data": DATA,
                "parameters": sum(t.numel() for _, t in tensors(saved["net"], meta["config"])),
                "scores on the dev parts while training (given tokens; see eval/results for the real ones)": saved.get("scores", {}),
                "trained by": "train/train.py", "commit of the training scripts": commit}
    with open(os.path.splitext(args.output)[0] + ".manifest.json", "w") as f:
        json.dump(manifest, f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main()
