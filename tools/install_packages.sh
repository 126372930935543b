#!/bin/sh
# Makes sure that the packages for the purposes named (build, test, check, lint, fuzz) are there:
#
#   tools/install_packages.sh build test
#
# Asks dpkg first, and is silent and quick when nothing is missing. Installs as root or with a sudo that asks no
# password; otherwise prints the command that somebody with the right has to run, and fails.
set -eu

list=$(dirname "$0")/packages.txt

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This is neither Debian nor Ubuntu: install what tools/packages.txt lists by its names here." >&2
  exit 0  # CMake will tell what it does not find.
fi

wanted=$(awk -v purposes=" $* " '$1 !~ /^#/ && NF && index(purposes, " " $1 " ") { print $2 }' "$list" |
  while read -r package; do
    case $package in
      *\?) package=${package%\?}; apt-cache show "$package" >/dev/null 2>&1 || continue ;;
    esac
    echo "$package"
  done)
[ -n "$wanted" ] || { echo "usage: $0 PURPOSE...; the purposes are the first column of $list" >&2; exit 2; }

# shellcheck disable=SC2086  # One word a package, here and below.
present=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null | awk '$1 == "ii" { printf "%s ", $2 }')
missing=$(printf '%s\n' "$wanted" | awk -v present="$present" '
  BEGIN { count = split(present, names, " "); for (i = 1; i <= count; i++) have[names[i]] }
  !($1 in have) { printf "%s%s", separator, $1; separator = " " }')
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root="env"
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo -n env"
else
  echo "Packages are missing, and installing them needs root. Run:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
  exit 1
fi

echo "Installing $missing" >&2
apt="$as_root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300"
# A stale source must not stop what the others have: only the installation decides.
$apt update -qq </dev/null >&2 || true
# shellcheck disable=SC2086
if ! $apt install -y -qq --no-install-recommends $missing </dev/null >&2; then
  echo "The packages could not be installed. Try by hand:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
  exit 1
fi
