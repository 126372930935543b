#!/bin/sh
# Checks who includes whom, in the repository or in the folder named:
#
#   - src/ARROWS has one room a line, lowest first: `room: the rooms it may include`. A room may include itself, the public
#     headers (onrecord/...) and those rooms; as each must stand on an earlier line, there can be no cycle.
#   - The same holds for what a room's CMakeLists.txt says after USES.
#   - include/onrecord, apps, eval and bench include only onrecord/...; eval also "eval/...", bench also "bench/...", and
#     a program of apps may open eval's door, eval/eval.h. bench/<room>_bench.cc times a room from inside, and may include
#     what the room may. What crosses rooms to test or fuzz them is free.
#
# An include in quotes is ours and starts with its folder's name, but for a file beside the including one outside src and
# include, and for a table that the build makes (.inc); anything else stands in <angle brackets>.
set -eu
cd "${1:-$(dirname "$0")/..}"

# shellcheck disable=SC2046  # One word a file.
awk '
function fault(text) { print text; faults++ }

function read_arrows(   line, colon, room, names, count, i) {
  while ((getline line < "src/ARROWS") > 0) {
    sub(/#.*/, "", line)
    colon = index(line, ":")
    if (!colon) continue
    room = substr(line, 1, colon - 1)
    gsub(/[ \t]/, "", room)
    count = split(substr(line, colon + 1), names, " ")
    for (i = 1; i <= count; i++) {
      if (!(names[i] in rooms)) fault("src/ARROWS: " room " points at " names[i] ", which is not below it")
      allowed[room, names[i]]
    }
    rooms[room]
    allowed[room, room]
    room_count++
  }
}

# Who the file belongs to, and what else than onrecord/ it may include.
function enter(file,   parts) {
  split(file, parts, "/")
  house = parts[1]
  room = house == "src" ? parts[2] : ""
  if (house == "bench" && sub(/_bench\.cc$/, "", parts[2]) && parts[2] in rooms) room = parts[2]
  beside = file
  sub(/[^\/]*$/, "", beside)
  in_uses = 0
  if (house == "src" && parts[3] != "" && !(room in rooms)) fault(file ": room " room " is not in src/ARROWS")
}

function may_include(folder, target) {
  if (folder == "onrecord") return 1
  if (house == "test" || house == "fuzz") return folder in rooms
  if (room != "" && (room, folder) in allowed) return 1
  if (house == "apps" && target == "eval/eval.h") return 1
  return (house == "eval" || house == "bench") && folder == house
}

function stands_beside(target,   line, status) {
  if (target ~ /\.inc$/) return 1
  if (house == "src" || house == "include") return 0
  status = (getline line < (beside target))
  close(beside target)
  return status >= 0
}

BEGIN { read_arrows() }
FNR == 1 { enter(FILENAME) }

FILENAME ~ /CMakeLists.txt$/ {
  sub(/#.*/, "")
  gsub(/[()]/, " & ")
  for (i = 1; i <= NF; i++) {
    if ($i ~ /^([A-Z_]+|[()])$/) in_uses = $i == "USES"
    else if (in_uses && !((room, $i) in allowed)) fault(FILENAME ":" FNR ": " room " must not use " $i)
  }
  next
}

/^[ \t]*#[ \t]*include[ \t]*["<]/ {
  quoted = $0 ~ /include[ \t]*"/
  target = $0
  sub(/^[^"<]*["<]/, "", target)
  sub(/[">].*/, "", target)
  folder = target
  if (!sub(/\/.*/, "", folder)) folder = ""
  if (quoted && folder == "") {
    if (!stands_beside(target)) fault(FILENAME ":" FNR ": \"" target "\" should start with the folder it lies in")
  } else if (folder == "." || folder == "..") fault(FILENAME ":" FNR ": \"" target "\" is relative")
  else if ((quoted || folder in rooms) && !may_include(folder, target))
    fault(FILENAME ":" FNR ": " (house == "src" ? room : house) " must not include " target)
}

END {
  if (!room_count) fault("src/ARROWS: no room in it")
  if (faults) exit 1
  print room_count " rooms, no arrow out of place"
}' $(find include src apps eval bench test fuzz \
       \( -name '*.h' -o -name '*.cc' -o -path 'src/*/CMakeLists.txt' \) -print 2>/dev/null | sort) /dev/null
