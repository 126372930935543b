"""Puts a run of bench/run.sh together: a JSON file by date and commit, and a table.

    report.py FOLDER ROUNDS RESULTS
"""

import json
import pathlib
import statistics
import sys

ACCURACY = ["tokens", "sentences", "upos", "xpos", "lemmas", "uas", "las"]
UNLIKE_UD = {"uas", "las"}  # spaCy's trees follow another scheme: comparing them says nothing about either.
HEAD = """# Results of bench/run.sh

The same 100 reports (bench/articles.txt), the same machine, the same run; medians. *Words* of a program are those it
cuts itself; *white-space words* are the same for all. A process of a peer is a thread of ours. Onrecord also finds
predicates with their roles, and attributions, and statements, in that time; spaCy also finds names; UDPipe neither.
UDPipe's model is trained here on EWT train with fewer rounds than its makers' (peers/train_udpipe.py). Accuracy: dev
parts from raw text, CoNLL-18 F1; names on worldwide dev with given words, nine classes (spaCy's eighteen mapped on
them: peers/spacy_peer.py). spaCy's trees follow another scheme than UD: no UAS and LAS.
"""


def load(folder, name):
    path = folder / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def speeds_of_ours(folder, rounds):
    files = [load(folder, f"onrecord-{i}.json") for i in range(1, rounds + 1)]
    figures = [one["figures"] for one in files if one]
    middle = lambda key: statistics.median(one[key] for one in figures)
    return {**{f"words_{n}": middle(f"speed.{n}.words") for n in (1, 2)},
            **{f"spaced_{n}": middle(f"speed.{n}.spaced") for n in (1, 2)},
            "peak_mib_1": middle("speed.peak_mib"), "peak_mib_2": middle("speed.peak_mib")}, files[0]


def speeds_of_peer(folder, rounds, program):
    speeds, version = {}, program
    for n in (1, 2):
        files = [load(folder, f"{program}-{n}-{i}.json") for i in range(1, rounds + 1)]
        files = [one for one in files if one]
        if not files:
            return None, version
        version = files[0]["program"]
        speeds[f"words_{n}"] = statistics.median(one["words_per_second"] for one in files)
        speeds[f"spaced_{n}"] = statistics.median(one["spaced_per_second"] for one in files)
        speeds[f"peak_mib_{n}"] = statistics.median(one["peak_mib"] for one in files)
    return speeds, version


def accuracy_of(folder, program):
    accuracy = {}
    for treebank in ("ewt", "gum"):
        file = load(folder, "onrecord-ud.json" if program == "onrecord" else f"{program}-{treebank}-scores.json")
        prefix = f"ud.{treebank}." if program == "onrecord" else f"ud.{program}-{treebank}."
        for name in ACCURACY if file else ():
            if program != "spacy" or name not in UNLIKE_UD:
                accuracy[f"{treebank}_{name}"] = file["figures"].get(prefix + name)
    names = load(folder, f"{program}-names{'' if program == 'onrecord' else '-scores'}.json")
    if names:
        prefix = "names.worldwide.all" if program == "onrecord" else "names.spacy-worldwide.all"
        accuracy["names"] = names["figures"].get(prefix)
    return accuracy


def table_of(programs):
    rows = [("white-space words/s, 1 thread", "spaced_1"), ("2 threads", "spaced_2"), ("own words/s, 1 thread", "words_1"),
            ("2 threads", "words_2"), ("peak memory, MiB, 1 thread", "peak_mib_1"), ("2 threads", "peak_mib_2")]
    rows += [(f"{treebank.upper()} dev {name}", f"{treebank}_{name}") for treebank in ("ewt", "gum") for name in ACCURACY]
    rows += [("names, worldwide dev", "names")]
    lines = ["| | " + " | ".join(programs) + " |", "|---|" + "---:|" * len(programs)]
    for title, key in rows:
        values = [one.get(key) for one in programs.values()]
        cells = ["" if value is None else f"{value:,.0f}" if value > 100 else f"{value:.1f}" for value in values]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main():
    folder, rounds, results = pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    ours, stamp = speeds_of_ours(folder, rounds)
    programs = {f"Onrecord, {stamp['weights'].split(' (')[0]}": {**ours, **accuracy_of(folder, "onrecord")}}
    for program in ("spacy", "udpipe"):
        speeds, version = speeds_of_peer(folder, rounds, program)
        if speeds:
            programs[version] = {**speeds, **accuracy_of(folder, program)}
    table = table_of(programs)
    print(table)
    results.mkdir(parents=True, exist_ok=True)
    run = {key: stamp[key] for key in ("date", "commit", "machine")}
    name = f"{run['date']}-{run['commit']}"
    (results / f"{name}.json").write_text(json.dumps({**run, "programs": programs}, indent=2) + "\n", encoding="utf-8")
    page = results / "README.md"
    old = page.read_text(encoding="utf-8") if page.exists() else HEAD
    entry = f"\n## {run['date']}, {run['commit']}, {run['machine']}\n\n{table}\n"
    page.write_text(old + entry, encoding="utf-8")


if __name__ == "__main__":
    main()
