#!/bin/sh
# How long one report of growing length takes: whether reading time grows as the text does, and no faster.
# The texts are our own reports (eval/sets/own), one after another, over and over. Prints a table: seconds by the clock, and of
# the processor, which say the same on a quiet machine and the second the truth on a busy one.
#
#   bench/length.sh [FOLDER OF THE BUILD]
set -eu
cd "$(dirname "$0")/.."
onrecord=${1:-build/release}/bin/onrecord
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for text in eval/sets/own/*.txt; do
  cat "$text"
  echo
done >"$folder/all"
size=$(wc -c <"$folder/all")

# What the commands run so far have taken of the processor, in seconds: the second line of times, "1m2.5s 0m0.25s".
spent() {
  times >"$folder/times"
  awk 'NR == 2 {for (i = 1; i <= 2; i++) {split($i, t, /[ms]/); s += 60 * t[1] + t[2]} print s}' "$folder/times"
}

printf '%10s %9s %12s %9s %12s\n' bytes seconds 'bytes/s' CPU 'bytes/s'
for target in 80000 320000 1250000 2500000 5000000; do
  report=$folder/report.txt
  times=$(((target + size - 1) / size))
  i=0
  while [ "$i" -lt "$times" ]; do
    cat "$folder/all"
    i=$((i + 1))
  done >"$report"
  bytes=$(wc -c <"$report")
  spent >"$folder/before"
  began=$(date +%s%N)
  "$onrecord" read "$report" --threads 1 --max-text 16 --format jsonl >"$folder/record"
  ended=$(date +%s%N)
  spent >"$folder/after"
  echo "$bytes $began $ended $(cat "$folder/before" "$folder/after" | tr '\n' ' ')" |
    awk '{s = ($3 - $2) / 1e9; c = $5 - $4; printf "%10d %9.2f %12.0f %9.2f %12.0f\n", $1, s, $1 / s, c, $1 / c}'
done
