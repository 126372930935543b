#!/bin/sh
# How long one report of growing length takes: whether reading time grows as the text does, and no faster.
# The texts are our own reports (eval/sets/own), one after another, over and over. Prints a table.
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

printf '%10s %9s %12s\n' bytes seconds 'bytes/s'
for target in 80000 320000 1250000 2500000 5000000; do
  report=$folder/report.txt
  times=$(((target + size - 1) / size))
  i=0
  while [ "$i" -lt "$times" ]; do
    cat "$folder/all"
    i=$((i + 1))
  done >"$report"
  bytes=$(wc -c <"$report")
  began=$(date +%s%N)
  "$onrecord" read "$report" --threads 1 --max-text 16 --format jsonl >"$folder/record"
  ended=$(date +%s%N)
  echo "$bytes $began $ended" | awk '{s = ($3 - $2) / 1e9; printf "%10d %9.2f %12.0f\n", $1, s, $1 / s}'
done
