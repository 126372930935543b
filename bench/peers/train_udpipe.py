"""Trains a UDPipe 1 model on one treebank, component by component, so that a run cut short keeps what it has.

UDPipe publishes its models under a licence for non-commercial use only; a model of our own on the same treebank as
ours is also the fairer peer. Few iterations are used (UDPipe's own defaults are several times as many): the
accuracy is below what UDPipe can do, its speed is the same.

    python3 bench/peers/train_udpipe.py TRAIN.conllu OUT_FOLDER [--seconds 2400]
"""

import argparse
import pathlib
import subprocess
import sys
import time

OPTIONS = {
    "tokenizer": "epochs=30;batch_size=100;learning_rate=0.005;dimension=24;tokenize_url=1;allow_spaces=0",
    "tagger": "models=1;templates_1=tagger;guesser_suffix_rules_1=8;guesser_enrich_dictionary_1=4;"
              "guesser_prefixes_max_1=0;use_lemma_1=1;use_xpostag_1=1;use_feats_1=1;provide_lemma_1=1;"
              "provide_xpostag_1=1;provide_feats_1=1;iterations=5",
    "parser": "iterations=2;embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;"
              "embedding_lemma=0;embedding_deprel=20;learning_rate=0.02;learning_rate_final=0.001;l2=0.5;"
              "hidden_layer=200;batch_size=10;transition_system=projective;transition_oracle=dynamic;"
              "structured_interval=0",
}


def train(train_file, out_file, stage, options):
    from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer
    reader = InputFormat.newConlluInputFormat()
    reader.setText(pathlib.Path(train_file).read_text(encoding="utf-8"))
    sentences, error = Sentences(), ProcessingError()
    while True:
        sentence = Sentence()
        if not reader.nextSentence(sentence, error):
            break
        sentences.append(sentence)
    if error.occurred():
        sys.exit(error.message)
    chosen = {name: "none" for name in OPTIONS}
    if stage == "join":
        chosen = dict(zip(OPTIONS, options))
    else:
        chosen[stage] = options
    model = Trainer.train("morphodita_parsito", sentences, Sentences(), chosen["tokenizer"], chosen["tagger"],
                          chosen["parser"], error)
    if error.occurred():
        sys.exit(error.message)
    # The binding hands the model over as text with one surrogate a byte.
    data = model if isinstance(model, bytes) else model.encode("utf-8", "surrogateescape")
    pathlib.Path(out_file).write_bytes(data)


def run_stage(arguments, stage, left):
    out = arguments.out / f"{stage}.udpipe"
    if out.exists():
        return True
    started = time.time()
    try:
        subprocess.run([sys.executable, __file__, str(arguments.train), str(arguments.out), "--stage", stage],
                       check=True, timeout=max(left, 1))
    except subprocess.TimeoutExpired:
        print(f"{stage}: stopped, no time left", flush=True)
        return False
    print(f"{stage}: {time.time() - started:.0f} s", flush=True)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=2400)
    parser.add_argument("--stage")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.stage in OPTIONS:
        return train(arguments.train, arguments.out / f"{arguments.stage}.udpipe", arguments.stage,
                     OPTIONS[arguments.stage])
    if arguments.stage == "join":
        parts = [f"from_model=file:{arguments.out / stage}.udpipe" for stage in OPTIONS]
        return train(arguments.train, arguments.out / "join.udpipe", "join", parts)
    end = time.time() + arguments.seconds
    for stage in [*OPTIONS, "join"]:
        if not run_stage(arguments, stage, end - time.time()):
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
