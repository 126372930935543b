#!/bin/sh
# Onrecord, spaCy sm and UDPipe 1 on the same reports, on this machine, in this run: speed with one thread and two, memory,
# and the accuracy of each on the dev parts, all by Onrecord's own scorers. Writes bench/results/DATE-COMMIT.json and a table.
#
#   bench/run.sh [FOLDER OF THE BUILD]
#
# Needs Python 3 and a package registry the first time; nothing else of the project does. What may be set:
#   ONRECORD_DATA    the data folder             (else ../shared/data)
#   ONRECORD_PEERS   where the peers are kept    (else build/peers): a virtual environment, UDPipe's model, their output
#   ROUNDS, RUNS     rounds of all programs (2), timed runs of each in a round (5)
#   UDPIPE_SECONDS   how long UDPipe's model may train, if there is none yet (2400)
set -eu
cd "$(dirname "$0")/.."
root=$PWD
build=${1:-build/release}
data=${ONRECORD_DATA:-$root/../shared/data}
peers=${ONRECORD_PEERS:-$root/build/peers}
rounds=${ROUNDS:-2}
runs=${RUNS:-5}
onrecord=$build/bin/onrecord
out=$peers/run
python=$peers/venv/bin/python
model=$peers/udpipe/join.udpipe

if [ ! -d "$data" ]; then
  echo "No data in $data (ONRECORD_DATA names another folder)." >&2
  echo skipped
  exit 0
fi
if [ ! -x "$onrecord" ]; then
  echo "No $onrecord. Build it: make build" >&2
  exit 1
fi

export PYTHONDONTWRITEBYTECODE=1
mkdir -p "$out"
if [ ! -x "$python" ]; then python3 -m venv "$peers/venv"; fi
"$python" -m pip install --quiet --requirement bench/peers/requirements.txt
if [ ! -f "$model" ]; then
  echo "Training UDPipe on EWT train, at most ${UDPIPE_SECONDS:-2400} s" >&2
  "$python" bench/peers/train_udpipe.py "$data/ud/ewt-train.conllu" "$peers/udpipe" \
    --seconds "${UDPIPE_SECONDS:-2400}" >"$out/udpipe-training.log" 2>&1 ||
    echo "UDPipe's model is not finished (call this again to go on): measured without it" >&2
fi
programs=spacy
[ -f "$model" ] && programs="spacy udpipe"

files=
while read -r name; do
  case $name in '' | '#'*) continue ;; esac
  files="$files $data/ner/worldwide_articles/$name"
done <bench/articles.txt

round=1
while [ "$round" -le "$rounds" ]; do
  echo "round $round of $rounds" >&2
  "$onrecord" eval speed --data "$data" --source "$root" --runs "$runs" --json "$out/onrecord-$round.json"
  for program in $programs; do
    for processes in 1 2; do
      # shellcheck disable=SC2086  # One word a file.
      "$python" bench/peers/peer.py "$program" speed "$out/$program-$processes-$round.json" $files \
        --model "$model" --processes "$processes" --runs "$runs"
    done
  done
  round=$((round + 1))
done

echo "accuracy" >&2
for what in ud names; do
  "$onrecord" eval "$what" --data "$data" --source "$root" --json "$out/onrecord-$what.json"
done
for program in $programs; do
  for treebank in ewt gum; do
    "$python" bench/peers/peer.py "$program" conllu "$data/ud/$treebank-dev.conllu" "$out/$program-$treebank.conllu" --model "$model"
    "$onrecord" eval score-conllu "$data/ud/$treebank-dev.conllu" "$out/$program-$treebank.conllu" --source "$root" \
      --json "$out/$program-$treebank-scores.json"
  done
done
"$python" bench/peers/peer.py spacy names "$data/ner/worldwide-dev.tsv" "$out/spacy-worldwide.tsv"
"$onrecord" eval score-names "$data/ner/worldwide-dev.tsv" "$out/spacy-worldwide.tsv" --source "$root" --json "$out/spacy-names-scores.json"

"$python" bench/peers/report.py "$out" "$rounds" bench/results
