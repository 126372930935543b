#!/bin/sh
# Puts every C++ file that git tracks, or would track, in the house's format. With --check changes nothing, names the
# files that differ, and fails if there are any.
set -eu
cd "$(dirname "$0")/.."

if command -v clang-format-14 >/dev/null 2>&1; then
  formatter=clang-format-14
elif clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
  formatter=clang-format
else
  echo "clang-format 14 is missing. Run: tools/install_packages.sh check" >&2
  exit 1
fi

mode=-i
[ "${1-}" = --check ] && mode="--dry-run --Werror"
# shellcheck disable=SC2086  # Two words in one of the cases.
git ls-files -z --cached --others --exclude-standard -- '*.h' '*.cc' | xargs -0 -r "$formatter" --style=file $mode
