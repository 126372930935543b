#!/bin/sh
# Reports functions over 60 lines and files over 500, and fails for such a file in src, apps or eval, or when more than
# 3 in 100 functions are too long. Reads the house's format, where a function at the outermost level starts in the first
# column, a method in a class in the third, and each ends with a brace in the same column.
set -eu
cd "${1:-$(dirname "$0")/..}"

# shellcheck disable=SC2046  # One word a file.
awk '
function is_body(head) {
  return head ~ /\)( const)?( noexcept)?( override)?( final)?( ->[^{]*)?( :.*)? *\{$/ && head !~ /^ *(if|for|while|switch|else|do)[ (]/ && head !~ /= *\{$/
}

function end_of_file() {
  if (lines > 500) {
    print file ": " lines " lines"
    if (file ~ /^(src|apps|eval)\//) long_files++
  }
}

FNR == 1 { end_of_file(); file = FILENAME; split("", start); split("", head); split("", open) }
{ lines = FNR }

/^(  )?[A-Za-z_~].*/ || /^(  )?}/ {
  level = substr($0, 1, 1) == " " ? 2 : 0
  if ($0 ~ /^ *}/) {
    if (open[level]) {
      size = FNR - start[level] + 1
      if (size > 60) { print file ":" start[level] ": " size " lines: " name[level]; long_functions++ }
      open[level] = 0
    }
    next
  }
  # Statements of an open outer function are no methods.
  if (level == 2 && open[0]) next
  start[level] = FNR
  head[level] = ""
  pending = level
}

# A signature may go over several lines, up to its brace or semicolon.
pending != "" {
  head[pending] = head[pending] $0
  if ($0 ~ /\{$/) {
    if (is_body(head[pending])) {
      open[pending] = 1
      functions++
      name[pending] = head[pending]
      sub(/^ */, "", name[pending])
      sub(/\(.*/, "", name[pending])
    }
    pending = ""
  } else if ($0 ~ /[;}]$/) {
    if ($0 ~ /\) .*\{.*}$/) functions++  # On one line.
    pending = ""
  }
}

END {
  end_of_file()
  printf "%d functions, %d over 60 lines\n", functions, long_functions
  if (long_files || long_functions * 100 > functions * 3) exit 1
}' $(find include src apps eval bench test fuzz \( -name '*.h' -o -name '*.cc' \) -print 2>/dev/null | sort) /dev/null
