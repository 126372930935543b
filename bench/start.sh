#!/bin/sh
# What a user waits for and can rely on: reading the demonstration again, one report from a new process (time, peak memory),
# and the same bytes out whatever the threads, the order of the files and the instruction set that oneDNN may use.
# Prints a table; exits with 1 where bytes differ.
#
#   bench/start.sh REPORT FOLDER-OF-REPORTS [FOLDER OF THE BUILD]
set -eu
cd "$(dirname "$0")/.."
report=$1
folder=$2
onrecord=${3:-build/release}/bin/onrecord
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

seconds() { # A command: how long it took.
  began=$(date +%s%N)
  "$@" >"$out/said" 2>&1
  ended=$(date +%s%N)
  echo "$began $ended" | awk '{printf "%.2f s", ($2 - $1) / 1e9}'
}

echo "make demo, again: $(seconds make --no-print-directory demo)"
for run in 1 2 3; do
  echo "one report, process $run: $(seconds "$onrecord" read "$report"), peak $(/usr/bin/time -f '%M' "$onrecord" read "$report" 2>&1 >/dev/null | tail -1) KiB"
done

reports=$(find "$folder" -type f | LC_ALL=C sort | head -n 80)
turned=$(echo "$reports" | LC_ALL=C sort -r)
sum() { # Threads, then reports: one checksum of all records.
  threads=$1
  shift
  "$onrecord" read --threads "$threads" --format jsonl "$@" | LC_ALL=C sort | sha256sum | cut -c1-16
}
# shellcheck disable=SC2086  # One word a file.
{
  first=$(sum 1 $reports)
  second=$(sum 2 $reports)
  third=$(sum 2 $turned)
  fourth=$(DNNL_MAX_CPU_ISA=AVX2 sum 2 $reports)
}
echo "80 reports: 1 thread $first, 2 threads $second, files turned round $third, oneDNN held to AVX2 $fourth"
[ "$first" = "$second" ] && [ "$first" = "$third" ] && [ "$first" = "$fourth" ]
