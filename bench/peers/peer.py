"""Measures one peer: how fast it reads given files, or what it makes of a gold file, for `onrecord eval` to score.

    peer.py spacy  speed OUT.json --processes 2 --runs 5 FILES…
    peer.py udpipe conllu GOLD.conllu OUT.conllu --model x.udpipe
    peer.py spacy  names GOLD.tsv OUT.tsv
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import resource
import statistics
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # A process is a thread here; as many processes are used as threads of ours.

import texts as corpora


def load(which, model):
    import importlib
    return importlib.import_module(f"{which}_peer").Peer(model)


def work(which, model, texts, runs, barrier, answers):
    """Reads `texts` once to warm up and then `runs` times, all processes beginning and ending together."""
    peer = load(which, model)
    words = peer.read(texts)
    seconds = []
    for _ in range(runs):
        barrier.wait()
        begin = time.perf_counter()
        peer.read(texts)
        barrier.wait()  # The wall's time: until the last one is done.
        seconds.append(time.perf_counter() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put({"version": peer.version, "words": words, "seconds": seconds, "memory": memory})


def speed(arguments):
    texts = [pathlib.Path(file).read_text(encoding="utf-8", errors="replace") for file in arguments.files[1:]]
    context = multiprocessing.get_context("spawn")
    barrier, answers = context.Barrier(arguments.processes), context.Queue()
    workers = [context.Process(target=work, args=(arguments.peer, arguments.model, texts[i::arguments.processes],
                                                  arguments.runs, barrier, answers))
               for i in range(arguments.processes)]
    for worker in workers:
        worker.start()
    got = [answers.get(timeout=1800) for _ in workers]
    for worker in workers:
        worker.join()
    seconds = statistics.median(got[0]["seconds"])
    words, spaced = sum(one["words"] for one in got), sum(map(corpora.spaced_words, texts))
    result = {"program": got[0]["version"], "processes": arguments.processes, "seconds": seconds, "words": words,
              "words_per_second": words / seconds, "spaced_per_second": spaced / seconds,
              "fastest": min(got[0]["seconds"]), "slowest": max(got[0]["seconds"]),
              "peak_mib": sum(one["memory"] for one in got)}
    pathlib.Path(arguments.files[0]).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(f"{result['program']}: {arguments.processes} process(es), {result['words_per_second']:.0f} words/s, "
          f"{result['spaced_per_second']:.0f} white-space words/s, {result['peak_mib']:.0f} MiB")


def conllu(arguments):
    gold, out = arguments.files
    peer = load(arguments.peer, arguments.model)
    with open(out, "w", encoding="utf-8") as stream:
        for text in corpora.documents_of(gold):
            stream.write("# newdoc\n" + "\n".join(peer.conllu(text)) + "\n")


def names(arguments):
    gold, out = arguments.files
    peer = load(arguments.peer, arguments.model)
    with open(out, "w", encoding="utf-8") as stream:
        for head, sentences in corpora.named_documents_of(gold):
            stream.write(head + "\n")
            labels = iter(peer.names(sentences))
            for sentence in sentences:
                stream.writelines(f"{word}\t{next(labels)}\n" for word in sentence)
                stream.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peer", choices=["spacy", "udpipe"])
    parser.add_argument("what", choices=["speed", "conllu", "names"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    {"speed": speed, "conllu": conllu, "names": names}[arguments.what](arguments)


if __name__ == "__main__":
    main()
