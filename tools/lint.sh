#!/bin/sh
# clang-tidy over the source files that differ from main's last commit (those of the last commit, when nothing differs),
# with the compile commands of a build folder:
#
#   tools/lint.sh build/release [--all | FILE...]
set -eu
cd "$(dirname "$0")/.."

build=${1:?usage: tools/lint.sh BUILD_FOLDER [--all | FILE...]}
shift
[ -f "$build/compile_commands.json" ] || { echo "$build was not configured: run make build" >&2; exit 1; }

changed() {
  base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD)
  { git diff --name-only "$base" -- && git ls-files --others --exclude-standard; } | sort -u
}

if [ "${1-}" = --all ]; then
  files=$(git ls-files -- '*.cc')
elif [ $# -gt 0 ]; then
  files=$(printf '%s\n' "$@")
else
  files=$(changed | grep '\.cc$') || files=$(git show --name-only --format= HEAD -- '*.cc')
fi

# Only files that this configuration compiles: the fuzzers need another.
files=$(printf '%s\n' "$files" | while read -r file; do
  if [ -f "$file" ] && grep -q "/$file\"" "$build/compile_commands.json"; then echo "$file"; fi
done)
[ -n "$files" ] || { echo "Nothing to lint."; exit 0; }

printf '%s\n' "$files" | xargs -P "$(nproc)" -n 1 clang-tidy-14 -p "$build" --quiet
