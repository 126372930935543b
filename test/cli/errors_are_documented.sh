#!/bin/sh
# Checks that doc/errors.md has an entry for every ErrorCode of onrecord/error.h and every exit code of the command line.
set -eu
cd "$1"
faults=0

# "  not_found = 101," → a heading "### E101 not_found"
for entry in $(sed -n 's/^ *\([a-z_]*\) = \([0-9]*\),.*/\2:\1/p' include/onrecord/error.h); do
  heading="### E${entry%%:*} ${entry#*:}"
  grep -qxF "$heading" doc/errors.md || { echo "doc/errors.md: no \"$heading\""; faults=1; }
done

# "  kUsage = 2," → a row "| 2 |"
for code in $(sed -n 's/^ *k[A-Za-z]* = \([0-9]*\),.*/\1/p' apps/cli/definitions.h); do
  grep -qF "| $code |" doc/errors.md || { echo "doc/errors.md: no exit code $code"; faults=1; }
done
exit $faults
