#!/bin/sh
# How fast the rooms of times, clocks, places and actors are by themselves: on the 100 reports of articles.txt, and on made
# reports of half a megabyte to five, full of names of places, whether their time grows as the text does.
#
#   bench/rooms.sh [FOLDER OF THE BUILD] [short]      short: without the made reports, whose tagging takes minutes
#
# ONRECORD_DATA names the data folder, if it is not ../shared/data; without one, our own ten reports are read.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build/release}
data=${ONRECORD_DATA:-../shared/data}/ner/worldwide_articles
cmake --build "$build" --target reading_bench >/dev/null
if [ -d "$data" ]; then
  # shellcheck disable=SC2046  # One word a file; none has a space.
  "$build"/bench/reading_bench $(sed -n "/^[^#]/s|^|$data/|p" bench/articles.txt)
else
  "$build"/bench/reading_bench eval/sets/own/*.txt
fi
[ "${2:-}" = short ] || "$build"/bench/reading_bench --made 500000 1000000 2500000 5000000
