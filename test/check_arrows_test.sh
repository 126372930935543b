#!/bin/sh
# What tools/check_arrows.sh must and must not let through: each case plants one line in a small tree of its own.
set -eu
check=$(cd "$(dirname "$0")/.." && pwd)/tools/check_arrows.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

# plant FILE LINE: a tree in order, but for FILE, which holds LINE.
plant() {
  rm -rf "$tree"
  mkdir -p "$tree/src/low" "$tree/src/high" "$tree/apps/cli" "$tree/eval" "$tree/bench" "$tree/include/onrecord"
  printf '# Lowest first.\nlow:\nhigh: low   # a remark\n' > "$tree/src/ARROWS"
  printf 'onrecord_library(high\n  SOURCES high.cc\n  USES low\n  LINKS fmt::fmt)\n' > "$tree/src/high/CMakeLists.txt"
  printf '#include "high/high.h"\n#include <vector>\n#include "low/low.h"\n' > "$tree/src/high/high.cc"
  mkdir -p "$(dirname "$tree/$1")"
  printf '%s\n' "$2" >> "$tree/$1"
}

accepts() {
  plant "$1" "$2"
  sh "$check" "$tree" >/dev/null || { echo "refused, but should not be: $1: $2"; failed=1; }
}

# refuses FILE LINE MESSAGE
refuses() {
  plant "$1" "$2"
  if said=$(sh "$check" "$tree"); then
    echo "let through: $1: $2"
    failed=1
  elif ! printf '%s\n' "$said" | grep -qF -- "$3"; then
    echo "for $1: $2"
    echo "  expected: $3"
    echo "  said:     $said"
    failed=1
  fi
}

accepts src/high/more.cc '#include "low/low.h"'
accepts src/low/low.cc '#include "onrecord/span.h"'
accepts src/low/low.cc '#include <sys/mman.h>'
accepts src/low/low.cc '// #include "high/high.h"'
accepts eval/scorer.cc '#include "eval/scorer.h"'
accepts bench/read.cc '#include "bench/clock.h"'
accepts src/low/low.cc '#include "table.inc"'
accepts src/high/CMakeLists.txt 'target_compile_definitions(high PRIVATE X)'
accepts test/golden/golden_test.cc '#include "high/high.h"'
accepts bench/high_bench.cc '#include "low/low.h"'
accepts apps/cli/main.cc '#include "main.cc"'
accepts apps/cli/main.cc '#include "eval/eval.h"'

refuses src/low/low.cc '#include "high/high.h"' 'src/low/low.cc:1: low must not include high/high.h'
refuses src/low/low_test.cc '  #  include "high/high.h"' 'low must not include high/high.h'
refuses src/low/low.h '#include <high/high.h>' 'low must not include high/high.h'
refuses src/high/more.cc '#include "../low/low.h"' 'is relative'
refuses src/high/more.cc '#include "high.h"' 'should start with the folder it lies in'
refuses src/stray/stray.cc '#include <vector>' 'room stray is not in src/ARROWS'
refuses src/low/CMakeLists.txt 'onrecord_library(low SOURCES low.cc USES high)' 'low must not use high'
refuses src/ARROWS 'lower: highest' 'lower points at highest, which is not below it'
refuses apps/cli/main.cc '#include "high/high.h"' 'apps must not include high/high.h'
refuses apps/cli/main.cc '#include "options.h"' 'should start with the folder it lies in'
refuses apps/cli/main.cc '#include "eval/scorer.h"' 'apps must not include eval/scorer.h'
refuses eval/scorer.cc '#include "bench/clock.h"' 'eval must not include bench/clock.h'
refuses bench/low_bench.cc '#include "high/high.h"' 'bench must not include high/high.h'
refuses bench/read.cc '#include "low/low.h"' 'bench must not include low/low.h'
refuses include/onrecord/span.h '#include "low/low.h"' 'include must not include low/low.h'

exit $failed
