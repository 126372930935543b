#!/bin/sh
# Runs each fuzzer of a build folder for some seconds, on the examples kept beside it in fuzz/corpus/<name>/ and on what
# it finds itself, kept in the build folder. Fails at the first crash; the input that crashed lies in the build folder.
set -eu
cd "$(dirname "$0")/.."

build=${1:?usage: tools/fuzz.sh BUILD_FOLDER SECONDS}
seconds=${2:-60}

ran=0
for fuzzer in "$build"/fuzz/*_fuzz; do
  [ -x "$fuzzer" ] || continue
  name=$(basename "$fuzzer")
  found="$build/fuzz/corpus/$name"
  mkdir -p "$found"
  set -- "$found"
  [ -d "fuzz/corpus/$name" ] && set -- "$@" "fuzz/corpus/$name"
  echo "$name: $seconds s"
  "$fuzzer" -max_total_time="$seconds" -timeout=25 -rss_limit_mb=2560 -print_final_stats=1 \
    -artifact_prefix="$build/fuzz/$name-" "$@"
  ran=$((ran + 1))
done
echo "$ran fuzzers ran, none crashed"
[ "$ran" -gt 0 ]
