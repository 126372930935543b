#!/bin/sh
# Writes into README.md what the program reads out of the lines of examples/donbas.txt that README.md shows. To be run when
# the weights or the table's look have changed:
#
#   tools/readme_record.sh [build/release/bin/onrecord]
set -eu
cd "$(dirname "$0")/.."
onrecord=${1:-build/release/bin/onrecord}

record=$(mktemp)
trap 'rm -f "$record"' EXIT
# A statement is a paragraph of the table; the first line of each ends with where the speaker stands.
"$onrecord" read examples/donbas.txt --published 2022-03-28 |
  awk 'BEGIN { RS = ""; FS = "\n" } $1 ~ /^ *[0-9]+ .* (11|13|14|18):[0-9]+$/ { if (shown++) print ""; print }' > "$record"
[ -s "$record" ]

awk -v record="$record" '
  /^<!-- record -->$/ { print; print "```"; while ((getline line < record) > 0) print line; print "```"; skipping = 1; next }
  /^<!-- end of record -->$/ { skipping = 0 }
  !skipping { print }' README.md > README.md.new
mv README.md.new README.md
