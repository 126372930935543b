#!/bin/sh
# Checks what git tracks: nothing over 40 MB, no path of the machine it was written on, no host of a package registry
# (a package is named, and whoever installs it has a registry of his own), no name of a tool that users do not have.
set -eu
cd "$(dirname "$0")/.."
faults=0

fault() {
  echo "$1"
  faults=1
}

large=$(git ls-files -z | xargs -0 -r stat -c '%s %n' 2>/dev/null | awk '$1 > 40 * 1024 * 1024 { print $2 }')
[ -z "$large" ] || fault "Over 40 MB: $large"

# Each pattern is written so that it does not match itself.
names='[a-z0-9.]*(pyp[i]|pythonhoste[d]|npmj[s]|crate[s]|mave[n]|debia[n]|ubunt[u]|golan[g])\.(org|com|io)([/:"]|$)'
names="$names|(^|[^A-Za-z0-9_.])/(wor[k]|hom[e]|roo[t]|User[s])/[A-Za-z0-9_.]|/tm[p]/w/"
names="$names|far[m]-(bench|studio)|su[b]agent|(^|[^A-Za-z0-9_])[.]librar[y]/"
here=$(cd .. && pwd)
case $here in
  / | /tmp | /usr* | /opt) ;;
  *) names="$names|(^|[^A-Za-z0-9_.])$(printf '%s' "$here/" | sed 's|[^A-Za-z0-9_/-]|.|g')" ;;
esac
if lines=$(git grep -nIE "$names" -- . ':!LICENSES'); then
  fault "These lines name what no user of the project has:
$lines"
fi

[ "$faults" = 0 ] && echo "$(git ls-files | wc -l) files, nothing in them that should not be"
exit $faults
